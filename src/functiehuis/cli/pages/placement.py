"""A placement on the screen: what came out first, then why: the work, the kenmerken with what the description says, why not higher or lower, what is open."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten, wrap

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from functiehuis.classifying.proposals import decides, group_name, meaning_of, motivation, remarks, tasks_found
from functiehuis.cli.pages.marks import cut, indented, marked
from functiehuis.documents.rows import BadRow
from functiehuis.model.candidate import PrecedentSource
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Comparison, Cover, GroupReason, LadderStep, Outcome, Placement, TaskCover, Verdict
from functiehuis.model.text import RichText

OUTCOMES = {
    Outcome.PROPOSAL: ("✓ voorstel", "bold green"),
    Outcome.UNDECIDED: ("? twijfel", "bold yellow"),
    Outcome.NO_FIT: ("✗ geen functie", "bold red"),
}
_VERDICTS = {Verdict.MEETS: "✓ voldoet", Verdict.ABOVE: "↑ boven", Verdict.BELOW: "↓ onder", Verdict.NOT_APPLICABLE: "– n.v.t."}
_SILENT = "? onbekend"
_COVERS = {
    Cover.TASK: "taak van de functie",
    Cover.VARIATION: "lijkt op een taak van de functie",
    Cover.MODULE: "module",
    Cover.ELSEWHERE: "hoort bij een andere functie",
    Cover.NOTHING: "niet gedekt",
}
_SURE = {Certainty.HIGH: "zegt de tekst", Certainty.FAIR: "blijkt uit de tekst", Certainty.LOW: "afgeleid"}
_WIDEST = 100  # longer lines read badly
_AGAIN = 46  # characters of a passage that was quoted before


class _Page:
    """The page of one placement. A passage that was quoted in full is cut when it is quoted again."""

    def __init__(self, console: Console, placement: Placement, *, everything: bool) -> None:
        self._console = console
        self._placement = placement
        self._everything = everything
        self._quoted: set[str] = set()

    def print(self) -> None:
        """All of it."""
        self._headline()
        if self._placement.comparisons:
            self._work()
            if self._placement.outcome is Outcome.NO_FIT:
                self._nearest()
            else:
                self._level()
            self._open()
        self._end()

    def _line(self, content: RenderableType) -> None:
        self._console.print(content, width=min(self._console.width, _WIDEST))

    def _section(self, title: str) -> None:
        self._console.print()
        self._line(Text(title, style="bold"))

    def _item(self, content: Text, sign: str = "•") -> None:
        """An item of a list, with its lines under one another."""
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_row(sign, content)
        self._line(indented(table, 2))

    def _quote(self, passage: str) -> Text:
        short = passage in self._quoted and not self._everything
        self._quoted.add(passage)
        said = " ".join(passage.split()).rstrip(".;:, ")
        return Text(f"“{shorten(said, _AGAIN, placeholder=' …') if short else said}”", style="italic")

    def _headline(self) -> None:
        placement = self._placement
        sign, style = OUTCOMES[placement.outcome]
        if placement.description.title:
            self._line(Text(placement.description.title, style="bold"))
        defended = [placement.comparisons[at].function for at in placement.defended]
        self._line(Text.assemble((sign, style), (f"  {named(defended[0])}" if defended else "", "bold")))
        for function in defended[1:]:
            self._line(Text(f"{'of':>{len(sign)}}  {named(function)}", style="bold"))
        if placement.outcome is Outcome.UNDECIDED:
            opening = "Beide zijn te verdedigen" if len(defended) > 1 else "Zeker is dit niet"
            self._line(Text(f"{opening}. {placement.reason}" if placement.reason else f"{opening}; de beschrijving geeft geen doorslag."))
        if placement.outcome is Outcome.NO_FIT:
            opening = "Geen normfunctie van dit boek past. " if placement.comparisons else ""
            self._line(Text(f"{opening}{placement.reason or ''}"))
        elif others := [item.function.label for at, item in enumerate(placement.comparisons) if at not in placement.defended][:3]:
            self._line(Text(f"Daarna komen {', '.join(others)}.", style="dim"))

    def _work(self) -> None:
        placement = self._placement
        if placement.kinds:
            self._section("Het werk")
        for kind in placement.kinds:
            words = ", ".join(f"“{word}”" for word in kind.words)
            self._item(Text.assemble(f"{kind.name}: ", (words, "italic")))
        if placement.outcome is Outcome.NO_FIT:
            return
        for reason in placement.group_reasons:
            self._group(reason)
        self._rival()

    def _group(self, reason: GroupReason) -> None:
        self._section(f"Groep {group_name(reason.group)}" if reason.group else "De functie")
        if meaning := meaning_of(reason.group):
            self._line(indented(Text(meaning.strip()), 2))
        if reason.passages:
            self._line(indented(Text("Daarbij hoort wat de beschrijving noemt:"), 2))
        for passage in reason.passages:
            self._item(self._quote(passage))

    def _rival(self) -> None:
        rival = self._placement.rival
        if rival is None or rival.function in [self._placement.comparisons[at].function for at in self._placement.defended]:
            return
        where = f"{group_name(rival.group)}: {named(rival.function)}" if rival.group else named(rival.function)
        against = Text.assemble(". Daar hoort niet bij: ", self._quote(rival.passage)) if rival.passage else Text(". Daarop wijst in de beschrijving minder.")
        self._line(indented(Text.assemble(f"Ook bekeken is {where}", against), 2))
        if rival.speaks_for:
            self._line(indented(Text.assemble("Wel past daar: ", self._quote(rival.speaks_for)), 2))

    def _level(self) -> None:
        placement = self._placement
        for at in placement.defended:
            function = placement.comparisons[at].function
            self._section(f"Per kenmerk van {named(function)}")
            self._verdicts(placement.comparisons[at])
        defended = [placement.comparisons[at].function for at in placement.defended]
        for step in placement.steps:
            if step.neighbour not in defended:
                self._step(step)
        if told := remarks(placement):
            self._section("Let hierop")
        for remark in told:
            self._item(Text(remark), "!")
        for module in placement.modules:
            self._section(f"Module {module.name}")
            for passage in module.passages:
                self._item(self._quote(passage))

    def _verdicts(self, comparison: Comparison) -> None:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column()
        for item in sorted(comparison.verdicts, key=lambda item: item.certainty is Certainty.SILENT):
            sign = _SILENT if item.certainty is Certainty.SILENT else _VERDICTS[item.verdict]
            table.add_row(Text(sign, style="dim" if item.certainty is Certainty.SILENT else ""), self._proof(item))
        self._line(indented(table, 2))

    def _proof(self, item: CharacteristicVerdict) -> Text:
        kenmerk = item.characteristic.text
        if item.certainty is Certainty.SILENT:
            return Text.assemble(kenmerk, ("\nde beschrijving zegt hier niets over", "dim"))
        if item.answered:
            return Text.assemble(kenmerk, "\nuit het antwoord op de vraag")
        return Text.assemble(kenmerk, "\n", self._quote(item.passage), (f" ({_SURE[item.certainty]})", "dim")) if item.passage else Text(kenmerk)

    def _step(self, step: LadderStep) -> None:
        self._section(f"Waarom niet {'hoger' if step.heavier else 'lager'}: {named(step.neighbour)}")
        if step.own is None and step.other is None:
            self._line(indented(Text("Het boek geeft geen kenmerken die de twee niveaus uit elkaar houden; vergelijk de taken."), 2))
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column()
        table.add_row("daar", self._apart(step.other, step.other_words if step.own else ()))
        table.add_row("hier", self._apart(step.own, step.own_words if step.other else ()))
        if step.passage and step.certainty is not Certainty.LOW:
            table.add_row("maar" if step.contrary else "want", Text.assemble(self._quote(step.passage), (f" ({_SURE[step.certainty]})", "dim")))
        elif step.passage:
            table.add_row("want", Text.assemble("de beschrijving zegt niets beslissends; het dichtst bij komt ", self._quote(step.passage)))
        else:
            table.add_row("want", Text(_said_small(decides(step))))
        self._line(indented(table, 2))

    def _apart(self, kenmerk: RichText | None, words: Sequence[str]) -> Text:
        """A kenmerk with the words that differ between « and »."""
        if kenmerk is None:
            return Text("dit kenmerk is er niet")
        spans, at = [], 0
        for word in words:
            start = kenmerk.text.find(word, at)
            if start >= 0:
                at = start + len(word)
                spans.append((start, at))
        return marked(self._console, RichText(kenmerk.text), spans)

    def _nearest(self) -> None:
        self._section("Het dichtstbij, en waarom die niet past")
        for item in self._placement.comparisons[:3]:
            self._item(Text(f"{named(item.function)}: {tasks_found(item)}"))

    def _open(self) -> None:
        placement = self._placement
        if placement.uncovered:
            self._section("Niet gedekt" if placement.outcome is Outcome.NO_FIT else "Niet gedekt: beantwoord dit voordat er wordt besloten")
            for passage in dict.fromkeys(placement.uncovered):
                self._item(self._quote(passage))
        if placement.questions:
            self._section("Vragen die de doorslag kunnen geven (--vraag stelt ze)")
            for question in placement.questions:
                self._item(Text(question.question), "?")
        if same := _precedents(placement):
            self._section(same[0])
            for line in same[1]:
                self._item(Text(line))
        if self._everything:
            self._all()

    def _all(self) -> None:
        placement = self._placement
        best = placement.comparisons[0]
        self._section(f"Taken naast {named(best.function)}")
        for task in best.tasks:
            self._item(Text.assemble(self._quote(task.passage), f"\n{_covered_by(task)}"))
        for at, comparison in enumerate(placement.comparisons):
            if at not in placement.defended:
                self._section(named(comparison.function))
                self._verdicts(comparison)
        self._section("Motivering")
        for paragraph in motivation(placement).split("\n"):
            self._line(Text(paragraph))

    def _end(self) -> None:
        placement = self._placement
        aside = list(placement.description.set_aside())
        if aside and self._everything:
            self._section("Terzijde gelegd")
            for statement in aside:
                self._item(Text.assemble(self._quote(statement.text), f"\n{statement.reason or ''}"))
        self._console.print()
        if aside and not self._everything:
            parts = "zin is" if len(aside) == 1 else "zinnen zijn"
            self._line(Text(f"{len(aside)} {parts} terzijde gelegd. --alles toont ze, met alle taken en de motivering.", style="dim"))
        elif placement.comparisons and not self._everything:
            self._line(Text("--alles toont ook alle taken, de andere kandidaten en de motivering.", style="dim"))
        self._line(Text(f"Boek: {placement.book_title} ({placement.book_hash[:12]}). Regels: {placement.rules}.", style="dim"))


def print_placement(console: Console, placement: Placement, *, everything: bool = False) -> None:
    """The placement of one description; with ``everything`` also all tasks, the other candidates, what was set aside, and the motivering."""
    _Page(console, placement, everything=everything).print()


def placement_line(item: Placement | BadRow, width: int) -> Text:
    """One row of many in columns: id, titel, uitkomst, code and naam; a bad row has its reason below it."""
    if isinstance(item, BadRow):
        reason = "\n".join(f"    {line}" for line in wrap(item.reason, width - 4))
        return Text.assemble(_cell(item.id or f"rij {item.number}", 12), "  ", ("! fout", "bold red"), f"\n{reason}")
    sign, style = OUTCOMES[item.outcome]
    space = max(40, min(width, 120) - 12 - 10 - 10 - 4 * 2)
    title, name = space // 2, space - space // 2
    defended = [item.comparisons[at].function for at in item.defended]
    first = defended[0] if defended else None
    others = "".join(f" of {function.label}" for function in defended[1:])
    line = Text.assemble(
        _cell(item.description.id, 12),
        "  ",
        _cell(item.description.title, title),
        "  ",
        (f"{sign.removesuffix(' functie'):<10}", style),
        "  ",
        _cell(first.code or "–" if first else "", 10),
        "  ",
        _shortened(first.name, others, name) if first else "",
    )
    line.rstrip()
    return line


def named(function: StandardFunction) -> str:
    """A function as the page names it: its name, and its code between brackets where it has one."""
    return f"{function.name} ({function.code})" if function.code else function.name


def _said_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _cell(text: str, width: int) -> str:
    return cut(" ".join(text.split()), width).ljust(width)


def _shortened(name: str, others: str, width: int) -> str:
    """A name cut in the middle, so that its level and the other code stay."""
    last = f" {name.rsplit(' ', 1)[-1]}{others}" if " " in name else others
    start = name.rsplit(" ", 1)[0] if " " in name else name
    return f"{cut(start, max(8, width - len(last)))}{last}"


def _covered_by(task: TaskCover) -> str:
    where = task.module or task.area or task.function
    said = f"{_COVERS[task.cover]}{f', {where}' if where else ''}"
    return f"{said}: {task.task.text}" if task.task else said


def _precedents(placement: Placement) -> tuple[str, list[str]] | None:
    """What was placed so before: what the employer confirmed, or else examples; None where nothing is alike."""
    labels = {placement.comparisons[at].function.label for at in placement.defended}
    same = [item.precedent for item in placement.precedents if item.precedent.code in labels]
    confirmed = [item for item in same if item.source is PrecedentSource.CONFIRMED]
    lines = [f"{item.title or item.id} ({item.code})" for item in (confirmed or same)[:3]]
    return ("Eerder zo ingedeeld" if confirmed else "Lijkt op deze voorbeelden", lines) if lines else None
