"""Placing work on screen: worksheets.

In: requests about worksheets. Out: pages. Everything that changes goes through an action. What places is warmed when the process starts.
"""
