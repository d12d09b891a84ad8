"""Leave a finding of a concept for what it is, with a reason; and open it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import cleaned
from functiehuis.model.book import Dismissal
from functiehuis.model.errors import RefusedError
from functiehuis.model.finding import Finding
from functiehuis.model.house import BookVersion, Happening


def leave_finding(house: House, number: int, finding: Finding, reason: str, on: date) -> BookVersion:
    """Keep the reason with the concept; the finding no longer stands in the way. Refuses no reason (field ``reden``) and an adopted version."""
    require(house.actor, Right.EDIT_BOOK)
    said = cleaned(reason).strip()
    if not said:
        text = "Vul een reden in. Zonder reden kunt u een melding niet negeren."
        raise RefusedError(text, {"reden": text})
    with house.transaction():
        kept = house.book(number)
        if any(item.fingerprint == finding.fingerprint for item in kept.book.dismissals):
            return kept.version
        dismissal = Dismissal(finding.fingerprint, finding.code, said[:1000], on.isoformat())
        book = replace(kept.book, dismissals=(*kept.book.dismissals, dismissal))
        return house.put_version(kept.version, Happening("melding.genegeerd", said[:1000], {"melding": finding.fingerprint, "code": finding.code}), book)


def reopen_finding(house: House, number: int, fingerprint: str) -> BookVersion:
    """Open a finding again that was set aside; one that was not stays as it is."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        kept = house.book(number)
        others = tuple(item for item in kept.book.dismissals if item.fingerprint != fingerprint)
        if len(others) == len(kept.book.dismissals):
            return kept.version
        return house.put_version(kept.version, Happening("melding.geopend", data={"melding": fingerprint}), replace(kept.book, dismissals=others))
