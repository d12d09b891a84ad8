"""FunctionBook -> findings about its content.

In: a book and a CheckContext (system, speller, degree words). Out: findings sorted by severity, then code, then place; each cause once, with all its places.
Refuses nothing: a book with gaps gives findings, never an error. What a person dismissed is left out of ``check_book`` and kept apart in ``examine_book``.
"""

from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.examination import Examination, check_book, examine_book
from functiehuis.authoring.checks.levels import base_name, levels_between
from functiehuis.authoring.checks.manual import manual
from functiehuis.authoring.checks.register import all_checks

__all__ = ["CheckContext", "Examination", "all_checks", "base_name", "check_book", "examine_book", "levels_between", "manual"]
