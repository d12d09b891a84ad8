"""Fourth step of placing: a description beside a function -> a Comparison, kenmerk by kenmerk and task by task, and the steps that part it from its neighbours.

In: a book with degrees and axes, once; then a description with its evidence and the candidates. Out: Comparisons and LadderSteps. Refuses nothing.
"""

from functiehuis.classifying.comparisons.comparer import Compared, Comparer
from functiehuis.classifying.comparisons.passages import Pulls
from functiehuis.classifying.comparisons.steps import firm, points_to_neighbour

__all__ = ["Compared", "Comparer", "Pulls", "firm", "points_to_neighbour"]
