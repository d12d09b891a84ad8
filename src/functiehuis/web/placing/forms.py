"""What was posted on a worksheet -> what the action takes. The names of the fields are those of the page."""

from __future__ import annotations

import re
from collections import defaultdict

from django.http import QueryDict

from functiehuis.actions.keep_worksheet import Given
from functiehuis.web.house.fields import whole

_FIELD = re.compile(r"(oordeel|nvt|waarom|taak|module)-(\d{1,4})(?:-(zwaarder|zelf|lichter))?")
_PREFIXES = ("vraag-", "bron-", "tekst-", "basis-")


def given_in(posted: QueryDict) -> Given:
    """Everything that was filled in; fields with other names are left alone."""
    verdicts: dict[int, dict[str, str]] = defaultdict(dict)
    numbered: dict[str, dict[int, str]] = {"taak": {}, "module": {}}
    named: dict[str, dict[str, str]] = {prefix: {} for prefix in _PREFIXES}
    for name in posted:
        value = str(posted[name])
        found = _FIELD.fullmatch(name)
        if found:
            kind, number, place = found[1], int(found[2]), found[3]
            if kind in numbered:
                numbered[kind][number] = value
            else:
                verdicts[number][place or {"nvt": "nvt", "waarom": "reden"}.get(kind, "")] = value
            continue
        prefix = next((item for item in _PREFIXES if name.startswith(item)), None)
        if prefix:
            named[prefix][name.removeprefix(prefix)] = value
    return Given(
        compared=posted.get("vergeleken", ""),
        compare=posted.get("vergelijk", "") or (posted.get("andere", "") if "naar-andere" in posted else ""),
        outcome=posted.get("uitkomst", ""),
        reason=posted.get("reden", ""),
        verdicts=verdicts,
        tasks=numbered["taak"],
        modules=numbered["module"],
        answers={axis: (whole(number), named["bron-"].get(axis, "")) for axis, number in named["vraag-"].items()},
        written={key: (text, named["basis-"].get(key, "")) for key, text in named["tekst-"].items()},
    )
