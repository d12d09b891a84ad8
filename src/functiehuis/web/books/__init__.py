"""The function book on screen: matrix, functions, levels compared, reading in, versions.

In: requests about a book. Out: pages. Everything that changes goes through an action.
"""
