"""Books that come with the product: the demo book, a fictional tax co-operation whose every sentence is ours (CC0 1.0; it is not HR21).

In: nothing. Out: a FunctionBook. Refuses nothing.
"""

from pathlib import Path

from functiehuis.library.folders import read_book
from functiehuis.model.book import FunctionBook

DEMO = Path(__file__).parent / "demo"


def demo_book() -> FunctionBook:
    """The demo book."""
    return read_book(DEMO)
