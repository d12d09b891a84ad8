"""Changing a book: concepts edited per function, findings, adopting, versions and the book as of a date.

In: requests of who may read or edit the book. Out: pages. Everything that changes goes through an action.
"""
