"""A Placement -> the motivering: a Dutch text that an adviser would sign after small edits.

Every sentence comes from one record of the placement. Between “ ” stands only what the description says, literally; the words of the book stand without
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence, Set

from functiehuis.classifying.comparisons import firm
from functiehuis.classifying.proposals.remarks import remarks, tasks_found
from functiehuis.model.candidate import NEARLY_SAME, PrecedentSource
from functiehuis.model.function import FunctionGroup, StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Comparison, GroupReason, LadderStep, Outcome, Placement, Rival, Verdict

_MOST_QUOTES = 3
_FIRST = re.compile(r"(?s).{20,}?(?:[.;](?=\s|$)|$)")


def motivation(placement: Placement) -> str:
    """The motivering, in paragraphs parted by an empty line."""
    return "\n\n".join(part for part in _parts(placement) if part)


def _parts(placement: Placement) -> Iterator[str]:
    if not placement.comparisons:
        yield placement.reason or ""
        return
    defended = [placement.comparisons[at] for at in placement.defended]
    if placement.outcome is Outcome.NO_FIT:
        yield f"Geen normfunctie van dit boek past. {placement.reason}"
        yield _work(placement)
        yield _why_they_fail(placement)
    elif placement.outcome is Outcome.UNDECIDED:
        yield _doubt(placement, defended)
        yield _work(placement)
        yield _groups(placement)
        yield from (_in_favour(item) for item in defended)
        yield from _steps([item for item in placement.steps if item.neighbour not in [one.function for one in defended]])
    else:
        yield f"Voorstel: {name_of(defended[0].function)}."
        yield _work(placement)
        yield _groups(placement)
        yield _level(defended[0])
        yield from _steps(placement.steps)
    yield from remarks(placement)
    yield _modules(placement)
    yield _uncovered(placement)
    yield _precedents(placement)
    yield _open_questions(placement)


def _doubt(placement: Placement, defended: Sequence[Comparison]) -> str:
    why = placement.reason or "De beschrijving geeft geen doorslag."
    if len(defended) == 1:
        return f"Alleen {name_of(defended[0].function)} komt in aanmerking, maar zeker is dat niet. {why}"
    return f"Er zijn twee indelingen te verdedigen: {_listed([name_of(item.function) for item in defended])}. {why} Leg beide voor."


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


def _groups(placement: Placement) -> str:
    """Each group that is defended with why, and why not the group of the rival."""
    several = len(placement.group_reasons) > 1
    lines = [_group(reason, several=several) for reason in placement.group_reasons]
    quoted = {passage for reason in placement.group_reasons for passage in reason.passages}
    defended = [placement.comparisons[at].function for at in placement.defended]
    if placement.rival and placement.rival.function not in defended:
        lines.append(_not_rival(placement.rival, quoted))
    elif several:
        lines.append("De twee liggen in verschillende groepen; ga na welk van beide het overwegende werk is.")
    return "\n".join(lines)


def _group(reason: GroupReason, *, several: bool) -> str:
    tasks = f"Daarbij hoort wat de beschrijving noemt: {_quotes(reason.passages)}." if reason.passages else ""
    if reason.group is None:
        return f"Bij {name_of(reason.function)} hoort wat de beschrijving noemt: {_quotes(reason.passages)}." if reason.passages else ""
    of = f" van {name_of(reason.function)}" if several else ""
    return f"De groep{of} is {group_name(reason.group)}.{meaning_of(reason.group)} {tasks}".rstrip()


def _not_rival(rival: Rival, quoted: Container[str]) -> str:
    where = f"de groep {group_name(rival.group)}, met {name_of(rival.function)}" if rival.group else name_of(rival.function)
    said = f"Ook bekeken is {where}.{meaning_of(rival.group)}"
    if rival.passage and rival.passage not in quoted:
        said += f" Daar hoort niet bij: {quote(_line(rival.passage))}."
    elif rival.passage:
        said += " De taken hierboven horen daar niet bij."
    else:
        said += " Daarop wijst in de beschrijving minder."
    if rival.speaks_for and rival.speaks_for not in quoted:
        said += f" Wel past daar: {quote(_line(rival.speaks_for))}; dat is niet het overwegende werk."
    return said


def group_name(group: FunctionGroup) -> str:
    """A group as a motivering names it: its name, and its code between brackets."""
    return f"{_book(group.name)} ({group.code})"


def meaning_of(group: FunctionGroup | None) -> str:
    """What a group is about by the book, as a sentence with a space before it; nothing where the book does not say it."""
    if group is None or group.definition is None:
        return ""
    first = _FIRST.match(_book(" ".join(group.definition.text.split())))
    return f" Volgens het boek: {_lower(first[0].rstrip('.;: '))}." if first else ""


def _level(best: Comparison) -> str:
    told = [item for item in best.verdicts if item.certainty is not Certainty.SILENT]
    silent = [_book(item.characteristic.text) for item in best.verdicts if item.certainty is Certainty.SILENT]
    lines = [f"Per kenmerk van {name_of(best.function)}:"] if told else []
    lines += [f"- {_book(item.characteristic.text)}: {_proof(item)}" for item in told]
    if silent:
        of = "" if told else f" van {name_of(best.function)}"
        kenmerk = f"dit kenmerk{of}" if len(silent) == 1 else f"deze kenmerken{of}"
        lines.append(f"Over {kenmerk} zegt de beschrijving niets: {'; '.join(silent)}.")
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


def _steps(steps: Sequence[LadderStep]) -> Iterator[str]:
    told: set[str] = set()
    for step in steps:
        yield _step(step).replace("Doorslaggevend is", "Ook hier is doorslaggevend" if step.passage in told else "Doorslaggevend is")
        told |= {step.passage} if step.passage else set()


def _step(step: LadderStep) -> str:
    said = f"Waarom niet {'hoger' if step.heavier else 'lager'}, {name_of(step.neighbour)}:"
    if step.other is None and step.own is None:
        return f"{said} het boek geeft geen kenmerken die de twee niveaus uit elkaar houden; vergelijk de taken."
    if step.other is not None:
        said += f" daarvoor geldt het kenmerk: {_book(step.other.text)}"
        said += f"; hier geldt: {_book(step.own.text)}." if step.own is not None else "."
    elif step.own is not None:
        said += f" daar ontbreekt het kenmerk: {_book(step.own.text)}."
    return f"{said} {decides(step)}"


def decides(step: LadderStep) -> str:
    """What decides on a step to a neighbour, as a sentence."""
    if step.answered:
        return f"Het antwoord op de vraag hierover {'wijst juist wel die kant op' if step.contrary else 'geeft de doorslag'}."
    if step.passage is None:
        return "De beschrijving zegt hierover niets beslissends."
    if step.contrary:
        return f"Let op: {quote(_line(step.passage))} wijst juist wel die kant op."
    if step.certainty is Certainty.LOW:
        return f"De beschrijving zegt hierover niets beslissends; het dichtst bij komt {quote(_line(step.passage))}."
    return f"Doorslaggevend is {quote(_line(step.passage))}."


def _in_favour(item: Comparison) -> str:
    proven = [verdict for verdict in item.verdicts if verdict.verdict is Verdict.MEETS and verdict.certainty is not Certainty.SILENT]
    against = [verdict for verdict in item.verdicts if verdict.verdict in (Verdict.BELOW, Verdict.ABOVE) and firm(verdict)]
    name = name_of(item.function)
    lines = [f"- {_book(verdict.characteristic.text)}: {_proof(verdict)}" for verdict in proven[:_MOST_QUOTES]]
    said = [f"Voor {name} pleit:", *lines] if lines else [f"Voor {name} pleit alleen dat het werk erop lijkt: {tasks_found(item)}."]
    if against:
        said += ["Daartegen pleit:", *(f"- {_book(verdict.characteristic.text)}: {_proof(verdict)}" for verdict in against[:_MOST_QUOTES])]
    return "\n".join(said)


def _why_they_fail(placement: Placement) -> str:
    nearest = placement.comparisons[:3]
    lines = [f"Het dichtstbij {'komt' if len(nearest) == 1 else 'komen'} {_listed([name_of(item.function) for item in nearest])}."]
    if placement.uncovered:
        missed = list(dict.fromkeys(placement.uncovered))[:_MOST_QUOTES]
        lines[0] += f" Niet gedekt is: {_quotes(missed)}."
    lines += [f"- {name_of(item.function)} valt af: {tasks_found(item)}." for item in nearest]
    return "\n".join(lines)


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
    names = " en ".join(f"{_book(item.title)} ({item.code})" for item in shown)
    said = "" if not shown else f"Eerder zo ingedeeld: {names}." if confirmed else f"Vergelijkbare voorbeelden uit de voorbeeldenbank: {names}."
    return " ".join(part for part in (said, _placed_otherwise(placement, codes)) if part)


def _placed_otherwise(placement: Placement, codes: Set[str | None]) -> str:
    """Nearly the same text was placed elsewhere before: equal work in two functions is what a committee asks about first."""
    other = next(
        (
            item.precedent
            for item in placement.precedents
            if item.precedent.source is PrecedentSource.CONFIRMED and item.likeness >= NEARLY_SAME and item.precedent.code not in codes
        ),
        None,
    )
    if other is None:
        return ""
    return f"Let op: bijna dezelfde tekst is eerder anders ingedeeld: {_book(other.title)} ({other.code}). Volg die indeling, of leg uit wat er anders is."


def _open_questions(placement: Placement) -> str:
    if placement.outcome is not Outcome.UNDECIDED or not placement.questions:
        return ""
    opening = "Wat de doorslag kan geven" if len(placement.group_reasons) < 2 else "Voor het niveau is na te vragen"
    return f"{opening}: {' '.join(question.question for question in placement.questions)}"


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
