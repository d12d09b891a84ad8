"""Commands that need the web application; the command line finds them as entry points, so that a bare install works without them.

In: words of a person. Out: an exit code. Refuses like every command.
"""
