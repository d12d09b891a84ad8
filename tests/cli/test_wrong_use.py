"""Wrong use: exit code 2, one Dutch line on stderr that says what is wrong and where to look, nothing on stdout."""

from __future__ import annotations

import pytest

from command_line import DEMO, Run

WRONG = {
    "no command": ([], "Er is geen opdracht gegeven."),
    "a command that is not there": (["vertaal", "boek"], "De opdracht 'vertaal' bestaat niet."),
    "a slip in a command": (["controler", "boek"], "De opdracht 'controler' bestaat niet. Bedoelt u 'controleer'?"),
    "another slip": (["les", "boek"], "Bedoelt u 'lees'?"),
    "an option that is not there": (["lees", "boek", "--kleur"], "De optie '--kleur' bestaat niet bij 'functiehuis lees'."),
    "a slip in an option": (["lees", "boek", "--overschrif"], "Bedoelt u '--overschrijf'?"),
    "an option before the command": (["--json", "lees", "boek"], "De optie '--json' bestaat niet bij 'functiehuis'."),
    "no source": (["lees"], "Bij 'functiehuis lees' ontbreekt BRON."),
    "no book": (["vergelijk"], "Bij 'functiehuis vergelijk' ontbreekt BOEK."),
    "two sources": (["lees", "een.txt", "twee.txt"], "Bij 'functiehuis lees' staat te veel: twee.txt."),
    "an option without its value": (["lees", "boek", "--uit"], "De optie '--uit' is niet goed gebruikt: zet er een waarde achter."),
    "two forms at once": (["controleer", DEMO, "--json", "--sarif"], "Kies --json of --sarif, niet allebei."),
    "nothing to compare": (["vergelijk", DEMO], "Geef codes, een groep of een tweede boek."),
    "codes and a group": (["vergelijk", DEMO, "N03.03.02", "--groep", "N03.03"], "Geef codes, een groep of een tweede boek."),
    "nothing to write": (["publiceer", DEMO], "Zeg wat u wilt schrijven"),
    "no reason": (["negeer", DEMO, "e47bd0867a"], "Vul een reden in."),
    "a reason of spaces": (["negeer", DEMO, "e47bd0867a", "--reden", "  "], "Vul een reden in."),
    "nothing to place": (["zoek", DEMO], "Geef een beschrijving, of een bestand met veel beschrijvingen via --invoer."),
    "a text and a file of rows": (["zoek", DEMO, "tekst", "--invoer", "a.csv"], "Geef een beschrijving, of een bestand"),
    "a dialogue about rows": (["zoek", DEMO, "--invoer", "a.csv", "--vraag"], "--vraag, --antwoord en --titel gaan over één beschrijving"),
    "an answer for rows": (["zoek", DEMO, "--invoer", "a.csv", "--antwoord", "kennis=basis"], "gaan over één beschrijving"),
    "rows through a pipe": (["zoek", DEMO, "--invoer", "-"], "--invoer leest een bestand en niet de invoer."),
    "a dialogue in JSON": (["zoek", DEMO, "tekst", "--vraag", "--json"], "gaat niet samen met --json"),
    "a dialogue and a pipe": (["zoek", DEMO, "-", "--vraag"], "Zet de beschrijving in een bestand."),
    "a workbook to replace and no workbook": (["zoek", DEMO, "tekst", "--overschrijf"], "--overschrijf vervangt een werkmap met --xlsx, maar er is niets"),
    "a workbook to replace for rows": (["zoek", DEMO, "--invoer", "a.csv", "--overschrijf", "--json"], "of laat --overschrijf weg."),
    "a book to replace and no book": (["lees", DEMO, "--overschrijf"], "--overschrijf vervangt een boek met --uit, maar er is niets"),
    "a reason to show again": (["negeer", DEMO, "e47bd0867a", "--heropen", "--reden", "Zo is het."], "Kies --heropen of --reden."),
    "a shell that is not known": (["aanvulling", "tcsh"], "Kies een van: bash, zsh, fish."),
}


@pytest.mark.parametrize(("words", "sentence"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_told_in_one_dutch_line(run: Run, words: list[object], sentence: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.out == ""
    assert sentence in said.err
    assert said.err.endswith(" --help'.\n")
    assert said.err.count("\n") == 1
