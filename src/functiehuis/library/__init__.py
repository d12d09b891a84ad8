"""What lies ready as data: systems, words, degree words, the demo book, schemas; and the folder in which a book is kept.

In: names and paths. Out: model objects. Refuses damaged or unknown data with InvalidBookError.
"""
