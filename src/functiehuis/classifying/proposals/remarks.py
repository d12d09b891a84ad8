"""What an adviser must know beside the reasons of a placement: what the level rests on, what the book lacks, what points elsewhere; and how many tasks fit.

In: records of a placement. Out: Dutch sentences, the same for every page and text. Refuses nothing.
"""

from __future__ import annotations

from functiehuis.classifying.comparisons import points_to_neighbour
from functiehuis.classifying.proposals.questions import level_is_silent
from functiehuis.model.placement import Comparison, Cover, Outcome, Placement

_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def remarks(placement: Placement) -> tuple[str, ...]:
    """The remarks on a placement; none where no function fits."""
    if placement.outcome is Outcome.NO_FIT:
        return ()
    found = [_lacking(placement), _level_from_likeness(placement), _points_elsewhere(placement)]
    return tuple(item for item in found if item)


def tasks_found(item: Comparison) -> str:
    """How many tasks of a description stand in a function: a clause, well formed for none, one and many."""
    if not any(area.tasks for area in item.function.result_areas):
        return "het boek noemt er geen taken bij"
    total, own = len(item.tasks), len(item.covered_by(Cover.TASK))
    alike = len(item.covered_by(Cover.VARIATION))
    if total == 0:
        return "de beschrijving noemt geen taak om mee te vergelijken"
    if total == 1:
        return f"de ene taak van de beschrijving {'staat erin' if own else 'lijkt op een taak ervan' if alike else 'staat er niet in'}"
    said = f"van de {number(total)} taken van de beschrijving {'staat' if own < 2 else 'staan'} er {number(own)} in"
    return f"{said} en {'lijkt' if alike == 1 else 'lijken'} er {number(alike)} op een taak ervan" if alike else said


def number(count: int) -> str:
    """A number in words, up to ten."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _lacking(placement: Placement) -> str:
    """What the book lacks to compare with."""
    best = placement.comparisons[placement.defended[0]].function
    if best.characteristics:
        return ""
    everywhere = not any(item.function.characteristics for item in placement.comparisons)
    where = "De functies van dit boek hebben" if everywhere else "Deze functie heeft in dit boek"
    tasks = "" if any(area.tasks for area in best.result_areas) else " en geen taken"
    said = f"{where} geen kenmerken{tasks} om het werk mee te vergelijken."
    return f"{said} Wat hier staat, volgt alleen uit gelijkenis; toets het aan de volledige functiebeschrijving."


def _level_from_likeness(placement: Placement) -> str:
    """That the level rests on likeness only, with what to ask."""
    best = placement.comparisons[placement.defended[0]]
    if not best.verdicts or not level_is_silent(best):
        return ""
    if not placement.steps:
        holds = "het kenmerk geldt" if len(best.verdicts) == 1 else "de kenmerken gelden"
        return f"De keuze volgt uit het soort werk; een ander niveau heeft dit boek daarvoor niet. Vraag na of {holds}."
    by = "eerder ingedeeld werk" if placement.precedents else "de teksten van dit boek"
    said = f"Het niveau volgt uit de gelijkenis met {by}, niet uit wat de beschrijving over de kenmerken zegt"
    if placement.outcome is Outcome.UNDECIDED and placement.questions:
        return f"{said}."
    if placement.questions:
        return f"{said}; vraag na: {' '.join(item.question for item in placement.questions)}"
    return f"{said}; vraag na of de kenmerken van dit niveau echt gelden."


def _points_elsewhere(placement: Placement) -> str:
    """That firm verdicts point away from the function that is proposed, and what that may mean."""
    best = placement.comparisons[placement.defended[0]]
    if placement.outcome is not Outcome.PROPOSAL:
        return ""
    said = []
    for heavier in (False, True):
        count = sum(points_to_neighbour(item, heavier=heavier) for item in best.verdicts)
        if not count:
            continue
        on = "één kenmerk" if count == 1 else f"{number(count)} kenmerken"
        far = "verder" if heavier else "minder ver"
        beside = next((item.neighbour for item in placement.steps if item.heavier is heavier), None)
        meaning = (
            "Weeg dat mee bij de keuze van het niveau."
            if beside
            else f"Een {'zwaarder' if heavier else 'lichter'} niveau heeft dit boek niet; weeg of de functie nog past."
        )
        said.append(f"Let op: op {on} gaat het werk {far} dan deze functie vraagt. {meaning}")
    return " ".join(said)
