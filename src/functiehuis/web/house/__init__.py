"""The organisation on screen: the start page, units, local functions, reading in and writing out tables.

In: requests about an organisation. Out: pages and files. Everything that changes goes through an action.
"""
