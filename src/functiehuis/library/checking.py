"""What the checks need, put together from the library.

In: the system of a book. Out: a CheckContext. Refuses damaged data files with InvalidBookError.
"""

from __future__ import annotations

from functiehuis.authoring.checks import CheckContext
from functiehuis.language.spelling import Speller
from functiehuis.library.ladders import load_degrees
from functiehuis.library.words import field_words, neuter_nouns
from functiehuis.model.system import BookSystem


def check_context(system: BookSystem) -> CheckContext:
    """The words, degree words and system to check a book with."""
    return CheckContext(system, Speller(field_words()), load_degrees(), neuter_nouns())
