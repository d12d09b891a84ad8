"""Go through what was read of a document: accept what a finding proposes, correct by hand, set aside with a reason, and take that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.checks import examine_book
from functiehuis.authoring.editing import Edit, Spot, applied, cleaned, put_spot, remedies, spots, text_of, value_of
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.model.errors import ConflictError, RefusedError, UnknownItemError
from functiehuis.model.house import Happening, Intake, IntakeStatus
from functiehuis.model.wire import book_from_wire, finding_to_wire, text_to_wire

_OF_READING = ("FB040", "FB041", "FB042", "FB043", "FB044", "FB045")
_GONE = "De tekst is intussen weer veranderd, dus dit kan niet meer ongedaan. Pas de tekst zelf aan."


def accept_proposal(house: House, identifier: int, fingerprint: str, choice: int = 0) -> Intake:
    """Do what a finding proposes. Refuses a finding that has no such proposal (any more)."""
    with house.transaction():
        intake = _open(house, identifier)
        if fingerprint in intake.decisions:
            return intake
        ways = remedies(_finding(intake, fingerprint), intake.book)
        if not 0 <= choice < len(ways):
            raise RefusedError("Dit voorstel kan niet (meer) worden overgenomen. Pas de tekst zelf aan, of laat haar zo met een reden.")
        return _decide(house, intake, fingerprint, "overgenomen", ways[choice].edits, ways[choice].label)


def correct_text(house: House, identifier: int, key: str, typed: str, seen: str, fingerprint: str = "") -> Intake:
    """Put another text at an address of the book; with ``fingerprint`` that answers the finding.

    ``seen`` is the text that the person saw: when it is another by now, that is refused with ConflictError.
    """
    with house.transaction():
        intake = _open(house, identifier)
        spot = _spot(intake, key)
        after = text_to_wire(text_of(typed)) if spot.rich else " ".join(cleaned(typed).split())
        edit = Edit(key, spot.value, after)
        if edit.said_before != " ".join(cleaned(seen).split()) and edit.said_before != seen:
            if edit.said_before == edit.said_after:
                return intake
            raise ConflictError(f"Deze tekst is intussen: '{edit.said_before}'. Uw tekst was: '{typed}'. Kies welke blijft en verbeter zo nodig opnieuw.")
        if not edit.said_after and (spot.rich or spot.part == "naam"):
            raise RefusedError("Vul een tekst in.", {"tekst": "Vul een tekst in. Leeg laten kan hier niet."})
        if edit.said_after == edit.said_before:
            return intake
        return _decide(house, intake, fingerprint or f"zelf:{key}", "aangepast", (edit,), spot.part)


def place_leftover(house: House, identifier: int, key: str, section: str, kind: str, fingerprint: str = "") -> Intake:
    """Make a line that fitted nowhere a kenmerk or a taak (``kind``) of a function, at the end of its list; that answers its finding."""
    with house.transaction():
        intake = _open(house, identifier)
        spot = _spot(intake, key)
        if spot.part != "restant" or kind not in ("kenmerk", "taak") or not section.startswith("f") or not section[1:].isdigit():
            raise RefusedError("Deze regel kan hier niet bij. Kies een functie, en of het een kenmerk of een taak is.")
        areas = value_of(intake.book, f"normfuncties/{section[1:]}/resultaatgebieden") or []
        if kind == "taak" and not areas:
            raise RefusedError("Deze functie heeft nog geen resultaatgebied. Neem het boek over en voeg daar een resultaatgebied toe.")
        target = f"normfuncties/{section[1:]}/" + ("kenmerken" if kind == "kenmerk" else f"resultaatgebieden/{len(areas) - 1}/taken")
        items, left = value_of(intake.book, target) or [], value_of(intake.book, "restanten")
        at = int(key.rpartition("/")[2])
        edits = (Edit(target, items, [*items, spot.value]), Edit("restanten", left, [*left[:at], *left[at + 1 :]]))
        return _decide(house, intake, fingerprint or f"regel:{spot.text[:80]}", "geplaatst", edits, kind)


def set_aside(house: House, identifier: int, fingerprint: str, reason: str) -> Intake:
    """Leave a finding for what it is, with the reason. Refuses no reason (field ``reden``)."""
    with house.transaction():
        intake = _open(house, identifier)
        finding = _finding(intake, fingerprint)
        said = cleaned(reason).strip()
        if not said:
            text = "Vul een reden in. Zonder reden kunt u een melding niet negeren."
            raise RefusedError(text, {"reden": text})
        if fingerprint in intake.decisions:
            return intake
        return _decide(house, intake, fingerprint, "genegeerd", (), said[:1000], str(finding["code"]))


def take_back(house: House, identifier: int, fingerprint: str) -> Intake:
    """Take back what was done with a finding: the text is what it was, the finding is open again. Refuses when the text was changed since."""
    with house.transaction():
        intake = _open(house, identifier)
        decision = intake.decisions.get(fingerprint)
        if decision is None:
            return intake
        book = intake.book
        for edit in decision["wijzigingen"]:
            if value_of(book, edit["pad"]) != edit["na"]:
                raise RefusedError(_GONE)
            book = put_spot(book, edit["pad"], edit["voor"])
        kept = {key: value for key, value in intake.decisions.items() if key != fingerprint}
        said = Happening("inlezing.ongedaan", data={"melding": fingerprint, "was": decision["soort"]})
        return house.put_intake(replace(intake, book=book, decisions=kept), said)


def check_again(house: House, identifier: int) -> Intake:
    """Check the book as it is by now: findings that are solved go, new ones come, decisions stay."""
    with house.transaction():
        intake = _open(house, identifier)
        book = book_from_wire(intake.book)
        systems = bundled_systems()
        system = next((item for item in systems if item.name == book.system), systems[0])
        fresh = {item.fingerprint: finding_to_wire(item) for item in examine_book(book, check_context(system)).findings}
        kept = [item for item in intake.findings if item["code"] in _OF_READING or item["kenmerk"] in intake.decisions]
        known = {item["kenmerk"] for item in kept}
        findings = (*kept, *(item for key, item in fresh.items() if key not in known))
        return house.put_intake(replace(intake, findings=findings), Happening("inlezing.nagekeken", data={"meldingen": len(findings)}))


def _open(house: House, identifier: int) -> Intake:
    require(house.actor, Right.EDIT_BOOK)
    intake = house.intake(identifier)
    if intake.status is not IntakeStatus.READ:
        raise RefusedError(f"De inlezing van {intake.file_name} staat op '{intake.status.value}', dus hier valt niets te beoordelen.")
    return intake


def _finding(intake: Intake, fingerprint: str) -> dict[str, Any]:
    for finding in intake.findings:
        if finding["kenmerk"] == fingerprint:
            return finding
    raise UnknownItemError("Deze melding is er niet meer. Ververs de pagina.")


def _spot(intake: Intake, key: str) -> Spot:
    for spot in spots(intake.book):
        if spot.key == key:
            return spot
    raise UnknownItemError("Deze plaats is er niet meer in het boek. Ververs de pagina en probeer het opnieuw.")


def _decide(house: House, intake: Intake, key: str, kind: str, edits: Sequence[Edit], said: str, code: str = "") -> Intake:
    """Keep a decision with what undoes it. Correcting one text again goes on from the first."""
    book = applied(intake.book, edits)
    book_from_wire(book)  # refuses what is no book any more
    before = {edit["pad"]: edit["voor"] for edit in intake.decisions.get(key, {}).get("wijzigingen", [])}
    changes = [{"pad": edit.key, "voor": before.get(edit.key, edit.before), "na": value_of(book, edit.key)} for edit in edits]
    decision = {
        "soort": kind,
        "door": house.actor.name,
        "om": datetime.now(UTC).isoformat(timespec="seconds"),
        "tekst": said,
        "code": code,
        "wijzigingen": changes,
    }
    happening = Happening(
        "inlezing.voorstel" if kind == "overgenomen" else f"inlezing.{kind}", said if kind == "genegeerd" else "", {"melding": key, "wat": said}
    )
    return house.put_intake(replace(intake, book=book, decisions={**intake.decisions, key: decision}), happening)
