"""Book -> the pages of its website as data: start, functiematrix, functions, levels side by side, changes, search, glossary, downloads, the whole book.

In: a FunctionBook, its edition, and what other steps worked out (levels side by side, changes since the previous version). Out: a Website, which the
writer of HTML makes into files. Refuses nothing.
"""

from functiehuis.authoring.publications.website.edition import Beside, Comparison, Edition, FunctionPlace
from functiehuis.authoring.publications.website.pages import Website, website_data

__all__ = ["Beside", "Comparison", "Edition", "FunctionPlace", "Website", "website_data"]
