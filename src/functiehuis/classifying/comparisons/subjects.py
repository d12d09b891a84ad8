"""What a kenmerk is about: the axes of level that it may be held against.

Words of a ladder stand in kenmerken about other things too: "kent de theorie van het beleid" names policy and is about knowledge, "adviseert de directie" names
a part of the organisation and is about advice. In: the text of a kenmerk. Out: keys of axes. Refuses nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

# The first line that fits says what a kenmerk is about; the keys are those of library/cues/niveausignalen.yaml.
_SUBJECTS = tuple(
    (re.compile(words, re.IGNORECASE), frozenset(axes.split()))
    for words, axes in (
        (r"verantwoordelijk", "verantwoordelijkheid"),
        (r"\bleiding\b|leidinggev|\bstuurt\b.*\baan\b|\bleidt\b|coördine", "leidinggeven complexiteit"),
        (r"(?:strategische?|tactische?|operationele?)\s+(?:van aard|vragen|vraagstukken)", "denkniveau"),
        (r"\badvi(?:es|seert|seren|serend)|\badviseur|beleidsontwikkeling|ontwikkelt beleid", "advies terrein"),
        (r"\bkent\b|\bkennis|\binzicht\b", "kennis terrein"),
        (r"ruimte\b|vrijheid\b|\bkaders?\b|\brichtlijnen\b|\bprocedures\b", "beslisruimte denkniveau terrein"),
        (r"storing|problemen|meldingen|vragen\b|vraagstuk|oplossing|onzeker", "complexiteit"),
        (r"overtuig|gesprek|contact|onderhandel|verbindt|vertegenwoordig", "contacten"),
        (r"impact|invloed|gevolgen|fundament|afwegingen", "invloed denkniveau terrein"),
        (r"termijn|\bdoelen\b|\bjaren\b|komende jaar", "denkniveau"),
        (r"syste|applicatie|infrastructuur|gegevens|administratie\(?s?\b|registratie|regelingen", "rol_in_systemen terrein"),
        (r"\bdruk\b|drukte|beeldscherm|tillen", ""),
        (r"\braakt?\b|\braken\b|organisatiebreed|hele organisatie", "reikwijdte"),
    )
)
_OTHERWISE = frozenset(["terrein", "complexiteit", "zelfstandigheid", "denkniveau", "kennis", "beslisruimte", "invloed", "contacten"])
_KNOWN = frozenset(axis for _, axes in _SUBJECTS for axis in axes) | _OTHERWISE


@lru_cache(maxsize=4096)
def axes_of(characteristic: str) -> frozenset[str]:
    """The keys of the axes that a kenmerk is about."""
    return next((axes for words, axes in _SUBJECTS if words.search(characteristic)), _OTHERWISE)


def about(axis: str, characteristic: str) -> bool:
    """Whether a kenmerk is about an axis; an axis that the lines above do not know goes by its ladders alone."""
    return axis not in _KNOWN or axis in axes_of(characteristic)
