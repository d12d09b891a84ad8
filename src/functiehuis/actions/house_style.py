"""Read the token file of a house style: only colours and fonts, only on ``.fh-theme``, and only when people can read what is written in them."""

from __future__ import annotations

import re

from functiehuis.model.errors import RefusedError

LARGEST = 20_000
STEPS = range(1, 13)
_NEUTRAL = ["#f4f7f7", "#e9eeef", "#dbe2e3", "#c3cdcf", "#a7b3b5", "#8d9a9c", "#748184", "#586668", "#465356", "#364244", "#263032", "#141b1d"]
_COLOURS = {f"--fh-{name}-{step}" for name in ("brand", "neutral") for step in STEPS}
_FONTS = {"--basis-text-font-family-default", "--fh-font-source"}
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_FONT = re.compile(r"(?:\"[A-Za-z0-9 _-]{1,60}\"|[A-Za-z][A-Za-z0-9_-]{0,59})(?: ?, ?(?:\"[A-Za-z0-9 _-]{1,60}\"|[A-Za-z][A-Za-z0-9_-]{0,59})){0,9}")
_VARIABLE = "var(--basis-text-font-family-default)"
_PAIRS: tuple[tuple[str, str, float, str], ...] = (
    *((ground, "wit", 4.5, "witte letters op een knop") for ground in ("--fh-brand-9", "--fh-brand-10", "--fh-brand-11")),
    *(("--fh-brand-9", ground, 4.5, "links en niveaus") for ground in ("wit", "--fh-brand-1", "--fh-brand-2", "--fh-neutral-1")),
    ("--fh-brand-12", "--fh-brand-2", 4.5, "tekst op een tint"),
    ("--fh-brand-8", "wit", 3.0, "randen"),
    *(("--fh-neutral-12", ground, 4.5, "tekst") for ground in ("wit", "--fh-neutral-1", "--fh-brand-1", "--fh-brand-2")),
    *(("--fh-neutral-8", ground, 4.5, "bijschriften") for ground in ("wit", "--fh-neutral-1", "--fh-brand-1")),
)
"""Which tokens stand on which: the contrast they need, and where it shows."""


def read_house_style(text: str) -> str:
    """The house style as it is kept: one rule, in one order, nothing else of the file. Refuses, with what and where, in RefusedError."""
    if len(text) > LARGEST:
        raise _refusal(f"Dit bestand is groter dan {LARGEST // 1000} kB. Een huisstijl is een lijst van hoogstens 26 regels.")
    plain = re.sub(r"/\*.*?\*/", " ", text.removeprefix("\ufeff"), flags=re.DOTALL).strip()
    rule = re.fullmatch(r"\.fh-theme\s*\{([^{}]*)\}", plain)
    if rule is None:
        raise _refusal("Dit bestand is geen huisstijl. Er mag één regel in staan: .fh-theme { … } met kleuren en lettertypen.")
    tokens: dict[str, str] = {}
    for declaration in filter(None, (part.strip() for part in rule[1].split(";"))):
        name, colon, value = declaration.partition(":")
        name, value = name.strip(), " ".join(value.split())
        if not colon or not _allowed(name, value):
            said = declaration if len(declaration) <= 80 else f"{declaration[:80]}…"
            raise _refusal(
                f"Dit kan niet in een huisstijl: {said}. Gebruik alleen --fh-brand-1 tot en met 12, --fh-neutral-1 tot en met 12 en de twee lettertypen."
            )
        tokens[name] = value.lower() if name in _COLOURS else value
    for scale in ("brand", "neutral"):
        missing = [f"--fh-{scale}-{step}" for step in STEPS if f"--fh-{scale}-{step}" not in tokens]
        if missing and (scale == "brand" or len(missing) < len(STEPS)):
            raise _refusal(f"In de huisstijl ontbreekt {', '.join(missing)}. Geef alle twaalf stappen, van papier (1) naar inkt (12).")
    _check_contrast(tokens)
    order = [*(f"--fh-{scale}-{step}" for scale in ("brand", "neutral") for step in STEPS), *sorted(_FONTS)]
    return ".fh-theme {\n" + "".join(f"  {name}: {tokens[name]};\n" for name in order if name in tokens) + "}\n"


def _allowed(name: str, value: str) -> bool:
    if name in _COLOURS:
        return bool(_HEX.fullmatch(value.lower()))
    return name in _FONTS and (bool(_FONT.fullmatch(value)) or (name == "--fh-font-source" and value == _VARIABLE))


def _check_contrast(tokens: dict[str, str]) -> None:
    colours = {"wit": "#ffffff", **{f"--fh-neutral-{step}": _NEUTRAL[step - 1] for step in STEPS}, **tokens}
    for front, ground, least, where in _PAIRS:
        found = contrast(colours[front], colours[ground])
        if found < least:
            figures = f"{found:.1f}".replace(".", ","), f"{least:.1f}".replace(".", ",")
            raise _refusal(
                f"Te weinig contrast bij {where}: {front} ({colours[front]}) tegen {ground} ({colours[ground]}) is {figures[0]}, nodig is {figures[1]}. "
                "Maak de donkere kleur donkerder of de lichte lichter."
            )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rgb or #rrggbb) by WCAG: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _refusal(text: str) -> RefusedError:
    return RefusedError(text, {"style": text})
