"""The manual of the checks, in Dutch, made from the texts beside each check."""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.authoring.checks.check import Check

_INTRO = """# Controles

Functiehuis leest een functieboek na. Elke controle op deze pagina zoekt naar één soort fout en legt uit waarom die telt.

Een melding heeft een ernst:

- **fout**: dit is verkeerd, voor iedere lezer;
- **waarschuwing**: dit is waarschijnlijk een vergissing, kijk ernaar;
- **info**: dit is goed om te weten, u hoeft er niets aan te doen.

Klopt een melding niet, dan kunt u haar met een reden opzijzetten. De reden blijft bij het boek bewaard.

Deze pagina wordt gemaakt uit de teksten van de controles zelf. Pas die teksten aan, niet deze pagina.
"""


def manual(checks: Sequence[Check]) -> str:
    """The manual page as Markdown: a table of all checks, then per check why it matters, a wrong and a right example."""
    ordered = sorted(checks, key=lambda check: check.code)
    rows = "\n".join(f"| [{check.code}](#{check.code.lower()}) | {check.texts.title} | {check.texts.severity.value} |" for check in ordered)
    return f"{_INTRO}\n| controle | gaat over | ernst |\n|---|---|---|\n{rows}\n" + "".join(_section(check) for check in ordered)


def _section(check: Check) -> str:
    texts = check.texts
    return (
        f'\n<a id="{check.code.lower()}"></a>\n\n## {check.code} {texts.title}\n\nErnst: {texts.severity.value}.\n\n{texts.reason}\n\n'
        f"Fout:\n\n```text\n{texts.wrong}\n```\n\nGoed:\n\n```text\n{texts.right}\n```\n"
    )
