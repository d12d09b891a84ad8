"""The truth that is measured against: documents, damages and facts, all made by hand.

In: the name of a set. Out: paths and frozen data. Refuses nothing: these files are part of the product.
``script/maak-meetdocumenten`` makes the documents again from the demo book; the damages and the facts are never generated.
"""

from functiehuis.measuring.truth.loader import DAMAGE_SETS, Damage, Known, KnownFindings, damages, demo_documents, known_findings, real_facts, sound_text

__all__ = ["DAMAGE_SETS", "Damage", "Known", "KnownFindings", "damages", "demo_documents", "known_findings", "real_facts", "sound_text"]
