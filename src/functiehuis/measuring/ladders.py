"""How well the words that set a level are derived, held against the words that the book prints bold."""

from __future__ import annotations

from functiehuis.authoring.changes import LevelWordScore, level_words, score_level_words
from functiehuis.library.ladders import load_degrees
from functiehuis.model.book import FunctionBook


def score_ladders(book: FunctionBook) -> LevelWordScore:
    """Precision and recall of derived level-determining words, in words, over all kenmerken."""
    return score_level_words(level_words(book, load_degrees()))
