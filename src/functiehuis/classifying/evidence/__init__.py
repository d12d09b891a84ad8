"""Second step of placing: a FunctionDescription x the cues -> Evidence: kinds of work, degrees of level, coordination.

In: a description. Out: Evidence, each with the words it stands on. Refuses nothing. What the text denies, or says of somebody else, is no evidence.
"""

from functiehuis.classifying.evidence.gather import EvidenceGatherer

__all__ = ["EvidenceGatherer"]
