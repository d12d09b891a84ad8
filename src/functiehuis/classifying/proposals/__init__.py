"""Last step of placing: everything together. A description x a function book -> a Placement with its outcome, its reasons and the questions that would decide.

In: a book with cues, degrees and precedents, once; then a text with its answers. Out: a Placement; ``motivation`` writes it as a Dutch text. Refuses nothing.
"""

from functiehuis.classifying.proposals.motivation import decides, group_name, meaning_of, motivation
from functiehuis.classifying.proposals.placer import Placer
from functiehuis.classifying.proposals.remarks import remarks, tasks_found

__all__ = ["Placer", "decides", "group_name", "meaning_of", "motivation", "remarks", "tasks_found"]
