"""What differs: levels of a group side by side, and two versions of a book.

In: a FunctionBook (or two), codes, and the degree words as a parameter. Out: a LevelComparison or BookChanges, frozen data with Dutch sentences; their
``..._to_wire`` gives plain dictionaries. Refuses with UnknownItemError a code or group that the book does not have.
"""

from functiehuis.authoring.changes.change import BookChanges, Change, ChangeKind
from functiehuis.authoring.changes.changes_wire import changes_to_wire
from functiehuis.authoring.changes.comparison_wire import comparison_to_wire
from functiehuis.authoring.changes.ladders import Ladder, OrderVerdict, Rung
from functiehuis.authoring.changes.level_words import LevelWords, LevelWordScore, level_words, score_level_words
from functiehuis.authoring.changes.levels import LevelComparison, codes_in_group, compare_levels, heaviest_first, scale_weight
from functiehuis.authoring.changes.summaries import LevelStep, level_name
from functiehuis.authoring.changes.tasks import TaskCell, TaskKind, TaskRow
from functiehuis.authoring.changes.versions import compare_books

__all__ = [
    "BookChanges",
    "Change",
    "ChangeKind",
    "Ladder",
    "LevelComparison",
    "LevelStep",
    "LevelWordScore",
    "LevelWords",
    "OrderVerdict",
    "Rung",
    "TaskCell",
    "TaskKind",
    "TaskRow",
    "changes_to_wire",
    "codes_in_group",
    "compare_books",
    "compare_levels",
    "comparison_to_wire",
    "heaviest_first",
    "level_name",
    "level_words",
    "scale_weight",
    "score_level_words",
]
