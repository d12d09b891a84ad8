"""The demo house: the demo book and a fictional organisation.

In: an empty database. Out: a house to look around in. Everything and everybody in it is made up.
"""
