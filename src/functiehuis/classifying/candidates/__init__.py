"""Third step of placing: a description x a function book -> a Ranking of the functions, groups first, with precedents.

In: a book, precedents and job names, once; then a description with its answers. Out: a Ranking. Refuses nothing. A description is never a precedent for itself.
"""

from functiehuis.classifying.candidates.finder import Finder

__all__ = ["Finder"]
