"""A small book of our own to compare with: one group of four levels, one of a single level."""

from __future__ import annotations

from functiehuis.model.book import BookStatus, FunctionBook, Organisation
from functiehuis.model.emphasis import decode
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.text import RichText


def rich(*lines: str) -> tuple[RichText, ...]:
    return tuple(decode(line) for line in lines)


def level(numeral: str, number: str, scale: str, kenmerken: tuple[str, ...], taken: tuple[str, ...], contact: tuple[str, ...] = ()) -> StandardFunction:
    areas = [ResultArea(1, "Aanslagen opleggen", rich(*taken))]
    if contact:
        areas.append(ResultArea(2, "Contact met inwoners", rich(*contact)))
    return StandardFunction(f"N03.03.{number}", f"Medewerker heffing {numeral}", "N03", "N03.03", numeral, scale, None, rich(*kenmerken), tuple(areas))


HEAVY = level(
    "I",
    "02",
    "10",
    (
        "**denkt mee over nieuwe belastingregels**",
        "geeft raad over **beleidsmatige** vragen op **meerdere ingewikkelde terreinen**",
        "legt belastingregels uit met een **grote** beslisruimte",
        "begrijpt de **theoretische** achtergrond van de regels",
    ),
    ("organiseert het opleggen van aanslagen", "houdt het heffingsbestand bij", "onderzoekt vreemde uitkomsten"),
    ("beantwoordt vragen van inwoners",),
)
SECOND = level(
    "II",
    "04",
    "9",
    (
        "geeft raad over **beheersmatige** vragen op een **ingewikkeld terrein**",
        "legt belastingregels uit met een **zekere** beslisruimte",
        "begrijpt de **theoretische** achtergrond van de regels",
    ),
    ("verzorgt het opleggen van aanslagen", "houdt het heffingsbestand bij"),
    ("beantwoordt vragen van inwoners",),
)
THIRD = level(
    "III",
    "06",
    "8",
    ("legt belastingregels uit met een **bepaalde** beslisruimte", "begrijpt de **praktische** achtergrond van de regels"),
    ("verzorgt het opleggen van aanslagen", "houdt het heffingsbestand bij", "scant formulieren"),
    ("beantwoordt vragen van inwoners",),
)
LIGHT = level(
    "IV",
    "08",
    "7",
    (
        "legt belastingregels uit op een **afgebakend terrein** met een **zeer beperkte** beslisruimte",
        "begrijpt de **praktische** achtergrond van de regels",
    ),
    ("ondersteunt het opleggen van aanslagen", "houdt het heffingsbestand bij", "scant formulieren"),
    ("beantwoordt vragen van inwoners",),
)
SINGLE = StandardFunction(
    "N05.03.08",
    "Medewerker gegevens IV",
    "N05",
    "N05.03",
    "IV",
    "7",
    None,
    rich("werkt gegevens bij op een **afgebakend** terrein"),
    (ResultArea(1, "Gegevens", rich("controleert adressen", "voert wijzigingen door", "archiveert brieven")),),
)
BOOK = FunctionBook(
    title="Functieboek Voorbeeld",
    system="HR21",
    status=BookStatus.DRAFT,
    organisation=Organisation("Belastingkantoor Merenland"),
    series=(FunctionSeries("N03", "Beleid", decode("Het maken en uitvoeren van regels.")), FunctionSeries("N05", "Beheer")),
    groups=(FunctionGroup("N03.03", "N03", "Uitvoering"), FunctionGroup("N05.03", "N05", "Gegevens")),
    functions=(LIGHT, HEAVY, THIRD, SECOND, SINGLE),
    modules=(Module("Coördinatie", None, rich("verdeelt het werk", "bewaakt de planning")),),
)
