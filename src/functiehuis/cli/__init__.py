"""Dutch commands for the terminal, over ``actions``.

In: words of a command line. Out: text or JSON on stdout, messages and progress on stderr, an exit code (0 done, 1 something to act on, 2 wrong usage).
"""
