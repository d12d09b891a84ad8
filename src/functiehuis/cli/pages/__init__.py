"""What the commands print for people. In: model objects and a console. Out: lines that fit 80 columns; nothing is told by colour alone.

Each page is asked for in its own module: a command loads only what it prints.
"""
