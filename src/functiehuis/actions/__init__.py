"""What a person can do, one short module each; the command line (and later the web) call these. No action calls another.

In: paths and words of a person. Out: model objects and results. Refuses with a FunctiehuisError whose text is what the person reads.
"""
