"""The truth that is measured against: documents, damages, facts and described work with answers, none of them made by the product.

In: the name of a set or file. Out: paths and frozen data. Refuses a set of cases of another form with UnreadableError, an answer that the book does not
have with UnknownItemError; the other files are part of the product.
``script/maak-meetdocumenten`` makes the documents again from the demo book; the damages, the facts and the cases are never generated from it.
"""

from functiehuis.measuring.truth.cases import CASE_SETS, OPEN_SETS, Case, case_file, load_cases
from functiehuis.measuring.truth.loader import DAMAGE_SETS, Damage, Known, KnownFindings, damages, demo_documents, known_findings, real_facts, sound_text

__all__ = [
    "CASE_SETS",
    "DAMAGE_SETS",
    "OPEN_SETS",
    "Case",
    "Damage",
    "Known",
    "KnownFindings",
    "case_file",
    "damages",
    "demo_documents",
    "known_findings",
    "load_cases",
    "real_facts",
    "sound_text",
]
