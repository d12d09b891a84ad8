"""A Placement -> the motivering: a Dutch text that an adviser would sign after small edits.

Every sentence comes from one record of the placement. Between “ ” stands only what the description says, literally; the words of the book stand without
quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from functiehuis.model.candidate import PrecedentSource
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Comparison, Cover, LadderStep, Outcome, Placement, Verdict

_MOST_QUOTES = 3


def motivation(placement: Placement) -> str:
    """The motivering, in paragraphs parted by an empty line."""
    return "\n\n".join(part for part in _parts(placement) if part)


def _parts(placement: Placement) -> Iterator[str]:
    if not placement.comparisons:
        yield placement.reason or ""
        return
    if placement.outcome is Outcome.NO_FIT:
        yield f"Geen normfunctie van dit boek past. {placement.reason}"
        yield _work(placement)
        yield _why_they_fail(placement.comparisons[:3])
    elif placement.outcome is Outcome.UNDECIDED:
        names = " en ".join(name_of(placement.comparisons[at].function) for at in placement.defended)
        yield f"Er zijn twee indelingen te verdedigen: {names}. De beschrijving geeft geen doorslag; leg beide voor."
        yield _work(placement)
        yield from (_in_favour(placement.comparisons[at]) for at in placement.defended)
        defended = [placement.comparisons[at].function for at in placement.defended]
        yield from (_step(item) for item in placement.steps if item.neighbour not in defended)
    else:
        yield f"Voorstel: {name_of(placement.comparisons[0].function)}."
        yield _work(placement)
        yield _group(placement)
        yield _level(placement.comparisons[0])
        yield from (_step(item) for item in placement.steps)
    yield _modules(placement)
    yield _uncovered(placement)
    yield _precedents(placement)
    yield _open_questions(placement)


def name_of(function: StandardFunction) -> str:
    """A function as a motivering names it: its name, and its code between brackets."""
    name = _book(function.name)
    return f"{name} ({function.code})" if function.code else name


def quote(passage: str) -> str:
    """A passage of the description between quotation marks, without the full stop that ends it."""
    return f"“{passage.rstrip('.;:, ')}”"


def _work(placement: Placement) -> str:
    kinds = placement.kinds
    if not kinds:
        return ""
    said = f"Het werk gaat over {_lower(kinds[0].name)}: {_quotes(kinds[0].words)}."
    if len(kinds) > 1:
        rest = " en ".join(f"{_lower(kind.name)} ({_quotes(kind.words[:2])})" for kind in kinds[1:])
        said += f" Daarnaast staat er iets over {rest}."
    main = [item for item in placement.description.work() if item.share and item.share >= 50]
    if main:
        said += f" Volgens de beschrijving is dit het grootste deel: {quote(_line(main[0].text))}."
    return said


def _group(placement: Placement) -> str:
    best, rival = placement.comparisons[0], placement.rival
    if rival is None:
        return ""
    covered = [item.passage for item in best.tasks if item.cover is Cover.TASK and item.certainty is not Certainty.LOW]
    said = (
        f"De taken horen bij deze functie: {_quotes(covered[:_MOST_QUOTES])}."
        if covered
        else "De taken lijken op die van deze functie, maar zijn anders verwoord."
    )
    if rival.passage:
        said += f" Ook bekeken is {name_of(rival.neighbour)}; daartegen pleit {quote(rival.passage)}."
    return said


def _level(best: Comparison) -> str:
    lines = [f"Per kenmerk van {name_of(best.function)}:"]
    silent = [item for item in best.verdicts if item.certainty is Certainty.SILENT]
    lines += [f"- {_book(item.characteristic.text)}: {_proof(item)}" for item in best.verdicts if item.certainty is not Certainty.SILENT]
    lines += [f"- {_book(item.characteristic.text)}: de beschrijving zegt hier niets over." for item in silent]
    return "\n".join(lines)


def _proof(item: CharacteristicVerdict) -> str:
    standing = {Verdict.MEETS: "voldoet", Verdict.ABOVE: "het werk gaat verder", Verdict.BELOW: "het werk gaat minder ver"}.get(
        item.verdict, "niet van toepassing"
    )
    if item.answered:
        return f"{standing}; dat blijkt uit het antwoord op de vraag hierover."
    if item.passage is None:
        return f"{standing}."
    if item.certainty is Certainty.HIGH:
        return f"{standing}; de beschrijving zegt {quote(item.passage)}."
    if item.certainty is Certainty.FAIR:
        return f"{standing}; dat blijkt uit {quote(item.passage)}."
    return f"{standing}, voor zover af te leiden uit {quote(item.passage)}."


def _step(step: LadderStep) -> str:
    where = "hoger" if step.heavier else "lager"
    said = f"Waarom niet {where}, {name_of(step.neighbour)}:"
    if step.other is None and step.own is None:
        return f"{said} de kenmerken van beide niveaus zijn gelijk verwoord; vergelijk de taken."
    if step.other is not None:
        said += f" daarvoor geldt het kenmerk: {_book(step.other.text)}"
        said += f"; hier geldt: {_book(step.own.text)}." if step.own is not None else "."
    elif step.own is not None:
        said += f" daar ontbreekt het kenmerk: {_book(step.own.text)}."
    if step.passage:
        weight = "Doorslaggevend is" if step.certainty in (Certainty.HIGH, Certainty.FAIR) else "Daarop wijst"
        said += f" {weight} {quote(step.passage)}."
    else:
        said += " De beschrijving zegt hier niets over; vraag dit na."
    return said


def _in_favour(item: Comparison) -> str:
    proven = [verdict for verdict in item.verdicts if verdict.verdict is Verdict.MEETS and verdict.passage]
    said = f"Voor {name_of(item.function)} pleit"
    if not proven:
        covered = [cover.passage for cover in item.tasks if cover.cover is Cover.TASK]
        return f"{said}: de taken {_quotes(covered[:_MOST_QUOTES])}." if covered else f"{said} de gelijkenis met eerder ingedeeld werk."
    lines = [f"{said}:", *(f"- {_book(verdict.characteristic.text)}: {_proof(verdict)}" for verdict in proven[:_MOST_QUOTES])]
    below = [verdict for verdict in item.verdicts if verdict.verdict in (Verdict.BELOW, Verdict.ABOVE)]
    lines += [f"Daartegen: {_book(verdict.characteristic.text)}: {_proof(verdict)}" for verdict in below[:_MOST_QUOTES]]
    return "\n".join(lines)


def _why_they_fail(nearest: Sequence[Comparison]) -> str:
    missed = [item.passage for item in nearest[0].tasks if item.cover in (Cover.NOTHING, Cover.ELSEWHERE)] or [item.passage for item in nearest[0].tasks]
    lines = [
        f"Het dichtstbij komen {_listed([name_of(item.function) for item in nearest])}. Daar horen niet bij: {_quotes(missed[:_MOST_QUOTES])}."
        if missed
        else ""
    ]
    for item in nearest:
        covered = sum(cover.cover is Cover.TASK for cover in item.tasks)
        found = "geen" if covered == 0 else "één" if covered == 1 else str(covered)
        silent = next((verdict for verdict in item.verdicts if verdict.certainty in (Certainty.SILENT, Certainty.LOW)), None)
        said = f"- {name_of(item.function)} valt af: van de {len(item.tasks)} taken is er {found} terug te vinden"
        lines.append(f"{said}, en over het kenmerk {_book(silent.characteristic.text)} zegt de beschrijving niets." if silent else f"{said}.")
    return "\n".join(line for line in lines if line)


def _modules(placement: Placement) -> str:
    lines = []
    for module in placement.modules:
        said = f"Naast de functie past de module {module.name}"
        lines.append(
            f"{said}: {_quotes(module.passages)}. Dit is verdelen en bewaken van werk; leidinggeven aan mensen is het niet." if module.passages else f"{said}."
        )
    return "\n".join(lines)


def _uncovered(placement: Placement) -> str:
    if not placement.uncovered or placement.outcome is Outcome.NO_FIT:
        return ""
    return f"Niet gedekt door de functie of een module: {_quotes(placement.uncovered[:_MOST_QUOTES])}. Beantwoord dit voordat er wordt besloten."


def _precedents(placement: Placement) -> str:
    if placement.outcome is Outcome.NO_FIT:
        return ""
    codes = {placement.comparisons[at].function.code for at in placement.defended}
    same = [item.precedent for item in placement.precedents if item.precedent.code in codes]
    confirmed = [item for item in same if item.source is PrecedentSource.CONFIRMED]
    shown = (confirmed or same)[:2]
    if not shown:
        return ""
    names = " en ".join(f"{_book(item.title)} ({item.code})" for item in shown)
    return f"Eerder zo ingedeeld: {names}." if confirmed else f"Vergelijkbare voorbeelden uit de voorbeeldenbank: {names}."


def _open_questions(placement: Placement) -> str:
    if placement.outcome is not Outcome.UNDECIDED or not placement.questions:
        return ""
    return "Wat de doorslag kan geven: " + " ".join(question.question for question in placement.questions)


def _quotes(passages: Sequence[str]) -> str:
    return _listed([quote(_line(passage)) for passage in passages])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _book(text: str) -> str:
    """Words of the book, or a title, without the signs between which only the description is quoted."""
    return text.replace("“", "'").replace("”", "'").replace("„", "'")


def _line(passage: str) -> str:
    return passage.split("\n", 1)[0]


def _lower(name: str) -> str:
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
