"""What a local function may hold: one set of rules for the form, the import and the API."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from functiehuis.model.house import LocalFunction

LONGEST: dict[str, int] = {"nummer": 40, "roepnaam": 200, "code": 40, "beschrijving": 30_000}
"""The longest text per field, in characters; a description fits in a cell of a spreadsheet."""

MOST_FTE = Decimal("99999.99")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_NINE = re.compile(r"(?<![\d.])\d(?:[ .]?\d){8}(?![\d.])")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def clean(text: str, *, lines: bool = False) -> str:
    """A text as it is kept: no control characters, one kind of line end (or, without ``lines``, on one line), nothing at the ends."""
    sound = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    sound = _CONTROL.sub("", sound)
    return sound.strip() if lines else " ".join(sound.split())


def filled(function: LocalFunction, given: Mapping[str, str]) -> tuple[LocalFunction, dict[str, str]]:
    """A local function with the fields that were given (nummer, roepnaam, beschrijving, fte, code; as typed), and per field what is wrong with it."""
    wrong: dict[str, str] = {}
    texts = {name: clean(given[name], lines=name == "beschrijving") for name in LONGEST if name in given}
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            wrong[name] = f"Dit zijn {len(text)} tekens, en hooguit {LONGEST[name]} mag. Maak de tekst korter."
    if not texts.get("nummer", function.number):
        wrong["nummer"] = "Vul een nummer in. Aan het nummer wordt een functie herkend, ook bij het inlezen van een bestand."
    if not texts.get("roepnaam", function.name):
        wrong["roepnaam"] = "Vul de naam in waaronder dit werk bekend is."
    fte = function.fte
    if "fte" in given:
        found = amount(given["fte"])
        if found is None:
            shown = clean(given["fte"])[:30]
            wrong["fte"] = f"“{shown}” is geen aantal fte. Schrijf een getal van 0 of meer met hooguit twee cijfers achter de komma, zoals 1,75."
        else:
            fte = found
    kept = replace(
        function,
        number=texts.get("nummer", function.number),
        name=texts.get("roepnaam", function.name),
        description=texts.get("beschrijving", function.description),
        code=texts.get("code", function.code),
        fte=fte,
    )
    return kept, wrong


def amount(text: str) -> Decimal | None:
    """An amount of fte as people write it (1,75 or 1.75; nothing is 0), or None when it is not one."""
    plain = clean(text).replace(" ", "").replace(",", ".") or "0"
    if not re.fullmatch(r"[0-9]{1,8}(\.[0-9]{1,12})?", plain):
        return None
    try:
        value = Decimal(plain)
        kept = value.quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
    return kept if kept == value and kept <= MOST_FTE else None


def advice_on(text: str) -> tuple[str, ...]:
    """What to think of before a text is kept: signs of personal data. Advice, never a refusal."""
    said = []
    if any(_is_citizen_number(found[0]) for found in _NINE.finditer(text)):
        said.append("In de beschrijving staat een getal dat een burgerservicenummer (BSN) kan zijn. Haal het weg: voor indelen is het niet nodig.")
    if _MAIL.search(text):
        said.append("In de beschrijving staat een e-mailadres. Haal het weg als het van een persoon is: voor indelen is het niet nodig.")
    return tuple(said)


def differences(before: LocalFunction, after: LocalFunction, units: Mapping[int, str]) -> dict[str, tuple[str, str]]:
    """Per field (Dutch name) what it was and what it becomes, only where they differ."""
    shown = [told(item, units) for item in (before, after)]
    return {name: (shown[0][name], shown[1][name]) for name in shown[0] if shown[0][name] != shown[1][name]}


def told(function: LocalFunction, units: Mapping[int, str]) -> dict[str, str]:
    """A local function as texts, by the Dutch names of its fields."""
    return {
        "nummer": function.number,
        "roepnaam": function.name,
        "afdeling": units.get(function.unit or 0, ""),
        "fte": f"{function.fte:.2f}".replace(".", ","),
        "code": function.code,
        "beschrijving": function.description,
    }


def _is_citizen_number(text: str) -> bool:
    digits = [int(sign) for sign in text if sign.isdigit()]
    return any(digits) and sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0
