"""A description is split into statements; what is not about the work is set aside with a reason, and what is denied or done by others is told apart."""

from __future__ import annotations

import pytest

from functiehuis.classifying.descriptions import Describer
from functiehuis.library.examples import load_examples
from functiehuis.model.description import Statement

ENOUGH = " Je behandelt aanvragen van inwoners, belt met mensen, vraagt stukken op en schrijft de brief met het besluit."


def statements(describer: Describer, text: str) -> list[Statement]:
    return list(describer.describe(text).statements)


def one(describer: Describer, text: str) -> Statement:
    return statements(describer, text)[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Je int belastingen. Je belt met mensen; je schrijft brieven.", ["Je int belastingen.", "Je belt met mensen", "je schrijft brieven."]),
        ("- behandelt bezwaren\n- belt met burgers\n1. maakt overzichten", ["behandelt bezwaren", "belt met burgers", "maakt overzichten"]),
        ("Behandelt bezwaren van o.a. bedrijven en dhr. Jansen tekent mee.", ["Behandelt bezwaren van o.a. bedrijven en dhr. Jansen tekent mee."]),
        ("Taken:\nWaarderen van woningen\nen winkels in de stad", ["Taken:", "Waarderen van woningen\nen winkels in de stad"]),
        ("Ik geef geen leiding, maar verdeel wel het werk.", ["Ik geef geen leiding", "maar verdeel wel het werk."]),
        ("Eerst deed ik de post, nu behandel ik bezwaren.", ["Eerst deed ik de post", "nu behandel ik bezwaren."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_a_text_is_split_where_a_reader_would(describer: Describer, text: str, parts: list[str]) -> None:
    assert [item.text for item in statements(describer, text)] == parts


def test_every_statement_is_literally_in_the_text(describer: Describer) -> None:
    text = "Beste HR,\r\n\r\n\tIk werk hier al lang…  “Ik doe bezwaren” (en meer).\n  •  belt – en mailt – met burgers\u00a0\n\n5) schrijft;leest; rekent\n"
    for item in statements(describer, text):
        assert text[item.span[0] : item.span[1]] == item.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wij bieden een dertiende maand en een fiets van de zaak.", "arbeidsvoorwaarden"),
        ("Je hebt een afgeronde hbo-opleiding en drie jaar ervaring.", "eisen"),
        ("Onze organisatie is een platte organisatie met korte lijnen.", "werkgever"),
        ("Met vriendelijke groet, Anna", "groet_en_procedure"),
        ("Hij wil graag doorgroeien naar een zwaardere functie.", "wens"),
        ("Tot vorig jaar deed zij ook de personeelsadministratie.", "verleden"),
        ("Zij vervangt tijdelijk het hoofd van de afdeling.", "tijdelijk"),
        ("Naam: Fatima El Amrani", "persoon"),
        ("Mevrouw is 58 jaar oud en zit in schaal 9.", "persoon"),
    ],
)
def test_what_is_not_the_assigned_work_is_set_aside_with_a_reason(describer: Describer, text: str, kind: str) -> None:
    item = one(describer, text)
    assert item.kind == kind
    assert item.reason
    assert item.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Je begeleidt de invoering van begin tot eind.",
        "Je adviseert over arbeidsvoorwaarden en ontslag.",
        "Je behandelt aanvragen voor een tijdelijke vergunning.",
        "Elke gemeente heeft eigen wensen en die weeg je af.",
    ],
)
def test_work_that_sounds_like_something_else_still_counts(describer: Describer, text: str) -> None:
    assert one(describer, text).counts


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Je bent geen leidinggevende.", "geen leidinggevende"),
        ("Nota's schrijft hij niet, wel handelt hij bezwaren af.", "Nota's schrijft hij niet"),
        ("WOZ-waarden maak ik niet meer.", "WOZ-waarden"),
    ],
)
def test_a_denial_holds_for_its_clause(describer: Describer, text: str, denied: str) -> None:
    item = one(describer, text)
    assert any(denied in text[start:end] for start, end in item.denied)
    assert not any("handelt hij bezwaren af" in text[start:end] for start, end in item.denied)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Als iemand niet reageert, legt hij beslag.", "legt hij beslag"),
        ("Als iemand niet reageert legt hij beslag.", "legt hij beslag"),
        ("Als de aanvraag niet compleet is vraag je stukken op.", "vraag je stukken op"),
        ("Mensen die niet kunnen rondkomen help je aan een regeling.", "help je aan een regeling"),
        ("Tenzij de regels het niet toestaan, geef je de vergunning af.", "geef je de vergunning af"),
        ("Behalve bezwaren behandel je ook beroepen.", "bezwaren"),
        ("Zonder toezicht behandel je de bezwaren.", "behandel je de bezwaren"),
        ("Je werkt zonder toezicht aan bezwaren.", "bezwaren"),
        ("Je bent niet alleen uitvoerder maar ook vraagbaak.", "uitvoerder"),
        ("Je doet niets anders dan facturen boeken.", "facturen boeken"),
    ],
)
def test_a_denial_in_a_condition_does_not_deny_the_work(describer: Describer, text: str, done: str) -> None:
    denied = [text[start:end] for item in statements(describer, text) for start, end in item.denied]
    assert not any(done in part for part in denied)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Als er geld is, geef je geen leiding.", "geen leiding"),
        ("Als adviseur schrijf je geen beleid.", "geen beleid"),
        ("Je behandelt bezwaren zonder leiding te geven.", "leiding te geven"),
        ("Je doet alle bezwaren behalve die van bedrijven.", "die van bedrijven"),
        ("Je schrijft geen nota's, tenzij de directeur het vraagt.", "geen nota's"),
    ],
)
def test_a_denial_beside_a_condition_still_denies(describer: Describer, text: str, denied: str) -> None:
    assert any(denied in text[start:end] for item in statements(describer, text) for start, end in item.denied)


def test_not_only_is_no_denial(describer: Describer) -> None:
    assert one(describer, "Je controleert niet alleen facturen, je boekt ze ook.").denied == ()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Notuleren doet het bestuurssecretariaat.", "Notuleren doet het bestuurssecretariaat"),
        ("Ik behandel bezwaren, dat beslist de teamleider.", "dat beslist de teamleider"),
        ("De jaargesprekken voert de manager.", "De jaargesprekken voert de manager"),
    ],
)
def test_what_somebody_else_does_is_told_apart(describer: Describer, text: str, other: str) -> None:
    found = [text[start:end] for item in statements(describer, text) for start, end in item.others]
    assert any(other in part for part in found)


def test_what_happens_now_and_then_weighs_less_and_the_greater_part_more(describer: Describer) -> None:
    usual = one(describer, "Je behandelt bezwaren.").weight
    assert one(describer, "Af en toe behandel je bezwaren.").weight < usual
    assert one(describer, "Voornamelijk behandel je bezwaren.").weight > usual
    assert one(describer, "Bezwaren behandelen (70%)").weight > usual > one(describer, "Post openen (10%)").weight


@pytest.mark.parametrize(
    ("text", "share"), [("Bezwaren: 70%", 70), ("60-70% van de tijd bezwaren", 65), ("18 uur per week bezwaren", 50), ("Twee dagen per week bezwaren", 40)]
)
def test_a_share_of_the_time_is_read(describer: Describer, text: str, share: int) -> None:
    assert one(describer, text).share == share


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "leeg"),
        ("   \n ", "leeg"),
        ("Taxeert woningen snel.", "maar 3 woorden"),
        ("1;2;3;4\n" * 50, "getallen"),
        ("Behandelt bezwaren tegen aanslagen. " * 60_000, "te lang"),
        ("You are responsible for the assessment of property tax and you answer the questions of citizens about their bills.", "Nederlands"),
        ("Sie sind verantwortlich für die Steuern und beantworten die Fragen der Bürger in der Stadt und auf dem Land.", "Nederlands"),
        ("Wij bieden een laptop en telefoon van de zaak. Je hebt een afgeronde opleiding. Wij zijn een gezellig team met korte lijnen.", "niets over het werk"),
    ],
    ids=["empty", "blank", "three words", "numbers", "2 MB", "English", "German", "no work"],
)
def test_a_text_that_says_too_little_is_refused_in_one_sentence(describer: Describer, text: str, says: str) -> None:
    unfit = describer.describe(text).unfit
    assert unfit is not None
    assert says in unfit


def test_a_short_list_of_tasks_is_enough(describer: Describer) -> None:
    assert (
        describer.describe("- boekt facturen in\n- controleert betalingen\n- maakt overzichten\n- beantwoordt vragen van leveranciers\n- archiveert").unfit
        is None
    )
    assert describer.describe(ENOUGH).unfit is None


def test_a_text_of_the_book_is_read_as_any_other_but_never_unfit(describer: Describer) -> None:
    assert describer.describe(ENOUGH, known=True) == describer.describe(ENOUGH)
    assert describer.describe("Taxeert woningen.", known=True).unfit is None


OTHER_TEXTS = {
    "a letter without a greeting": (
        "U ontvangt deze brief omdat uw aanslag nog niet is betaald. Betaal binnen veertien dagen. Daarna leggen wij beslag op uw rekening.",
        "brief",
    ),
    "a handy person": (
        "Eigenlijk doe ik alles wat nodig is. Het ene moment dit, het andere moment dat. Ik ben een soort duizendpoot en spring overal bij waar het kan.",
        "afwisselend",
    ),
    "news": (
        "De gemeenteraad heeft dinsdagavond ingestemd met de verhoging van de onroerendezaakbelasting. Volgens wethouder De Vries is de verhoging "
        "nodig om het tekort op de begroting te dekken. Inwoners betalen volgend jaar gemiddeld veertig euro meer. De oppositie stemde tegen. De "
        "aanslagen vallen in februari op de mat.",
        "nieuwsbericht",
    ),
    "news2": (
        "UTRECHT - De belastingdienst van de gemeente heeft afgelopen jaar meer bezwaren tegen de WOZ-waarde gekregen. Dat meldt de krant dinsdag. "
        "In totaal maakten 4.300 huiseigenaren bezwaar. Een woordvoerder zegt dat de taxateurs alle bezwaren voor de zomer afhandelen.",
        "nieuwsbericht",
    ),
    "letter": (
        "Geachte heer Jansen, U hebt bezwaar gemaakt tegen de WOZ-waarde van uw woning. Wij hebben uw bezwaar ontvangen op 3 maart. Wij beoordelen "
        "uw bezwaar binnen zes weken. U ontvangt daarna een uitspraak. Hebt u nog vragen? Bel ons dan. Met vriendelijke groet, afdeling Belastingen",
        "brief",
    ),
    "letter2": (
        "Geachte mevrouw, U heeft uw aanslag nog niet betaald. Betaal het bedrag binnen veertien dagen op onze rekening. Als u niet betaalt, sturen "
        "wij u een dwangbevel en leggen wij beslag op uw loon. U kunt een betalingsregeling aanvragen via de website.",
        "brief",
    ),
    "keywords": (
        "belasting, invordering, bezwaar, WOZ, kwijtschelding, dwangbevel, beslag, aanslag, heffing, deurwaarder, taxatie, betalingsregeling, "
        "incasso, debiteuren",
        "losse woorden",
    ),
    "keywords2": ("Belastingen WOZ kwijtschelding invordering bezwaar beroep taxatie juridisch advies beleid management budget personeel", "losse woorden"),
    "afrikaans": (
        "Jy is verantwoordelik vir die invordering van belasting. Jy praat met die mense wat nie betaal het nie en jy stuur briewe aan hulle. Jy "
        "maak reëlings vir betaling en jy hou die rekords by van al die sake.",
        "Nederlands",
    ),
    "german": (
        "Du treibst offene Forderungen ein, telefonierst mit Schuldnern, triffst Ratenvereinbarungen und versendest Mahnungen. Du entscheidest "
        "selbst über deine Akten.",
        "Nederlands",
    ),
    "english": (
        "You collect outstanding tax bills, call debtors, arrange payment plans and send reminders. A senior colleague helps in difficult cases only.",
        "Nederlands",
    ),
    "vague": (
        "Ik doe van alles en nog wat, wat er maar langskomt, heel divers. Geen dag is hetzelfde en ik help waar het nodig is. Soms dit, soms dat, "
        "maar altijd leuk en afwisselend werk.",
        "afwisselend",
    ),
    "vague2": (
        "Ik doe eigenlijk van alles: alles wat er op mijn bureau komt pak ik op, en dat is heel divers en afwisselend, elke dag weer iets anders.",
        "afwisselend",
    ),
    "recipe": (
        "Verwarm de oven voor op 180 graden. Meng de bloem met de boter en de suiker. Snijd de appels in stukjes, strooi er kaneel over en bak de "
        "taart veertig minuten. Laat afkoelen en serveer met slagroom.",
        "recept",
    ),
    "numbers": (
        "Jaar 2021 2022 2023 2024\nAanslagen 12.400 13.100 13.800 14.200\nBezwaren 800 930 1.040 990\nKwijtschelding 410 433 470 512\nBeroep 12 18 21 25",
        "getallen",
    ),
    "char": (
        "Zij is een rustige, vriendelijke en nauwkeurige vrouw die altijd klaarstaat voor anderen. Ze is geduldig, eerlijk en betrouwbaar. Collega's "
        "vinden haar sociaal en behulpzaam. Ze heeft veel humor en is nooit boos.",
        "de persoon",
    ),
    "char2": (
        "Jan is een harde werker met een groot verantwoordelijkheidsgevoel. Hij is stressbestendig, creatief en een echte teamspeler. Zijn inzet is "
        "bewonderenswaardig en zijn collega's waarderen hem om zijn positieve houding.",
        "de persoon",
    ),
}


@pytest.mark.parametrize("case", OTHER_TEXTS)
def test_a_text_that_is_something_else_is_told_for_what_it_is(describer: Describer, case: str) -> None:
    text, says = OTHER_TEXTS[case]
    assert says in (describer.describe(text).unfit or "")


@pytest.mark.parametrize(
    "text",
    [
        "Post openen. Facturen inboeken. Agenda bijhouden. Telefoon aannemen. Archiveren. Vergaderzalen reserveren. Notuleren.",
        "innen, aanmanen, dwangbevelen versturen, betalingsregelingen treffen, beslag leggen, bellen met debiteuren, dossiers bijhouden",
        "- aanvraag parkeervergunning: lijst aflopen\n- kenteken controleren\n- vergunning afgeven\n- twijfel: naar senior\n- kas opmaken",
        "Ik schrijf brieven aan inwoners: geachte heer, u hebt bezwaar gemaakt. Ik beoordeel of u gelijk hebt en stuur uw uitspraak.",
        "Het werk is afwisselend en divers. Je behandelt bezwaren, belt met inwoners, schrijft uitspraken en vertegenwoordigt de gemeente bij de rechter.",
    ],
    ids=["sentences", "commas", "a list", "letters as work", "varied work"],
)
def test_terse_and_odd_descriptions_of_work_are_still_fit(describer: Describer, text: str) -> None:
    assert describer.describe(text).unfit is None


def test_no_example_of_the_bank_is_unfit(describer: Describer) -> None:
    assert [item.id for item in load_examples() if describer.describe(item.text).unfit] == []
