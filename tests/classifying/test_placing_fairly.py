"""What may not sway a placement: a title, responsibility for the own work, the same text placed before, and one wrong row."""

from __future__ import annotations

import pytest

from functiehuis.classifying.proposals import Placer
from functiehuis.library.books import demo_book
from functiehuis.library.placing import placer_for
from functiehuis.model.candidate import Precedent, PrecedentSource
from functiehuis.model.placement import Placement
from work_texts import INVORDERAAR, KOK, TEAMLEIDER


def said(placement: Placement) -> object:
    """All that a placement says about the work, without the words that it was given."""
    return (placement.outcome, [(item.function.code, item.score) for item in placement.comparisons], [item.name for item in placement.modules])


TITLES = ("Strategisch beleidsadviseur", "Algemeen directeur", "Teamleider", "Stagiair administratie", "Medewerker beleidsuitvoering I")
ABOVE = (
    "# {}\n\n",
    "**{}**\n",
    "{}\n\n",
    "Functie: {}\n",
    "Functietitel: {}\n\n",
    "Functiebeschrijving {}\n",
    "Naam: J. de Vries\nFunctie: {}\nSchaal: 9\n",
    "De functie heet {}.\n",
    "De {} doet dit werk.\n",
)


@pytest.mark.parametrize("above", [*ABOVE, "capitals"])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_the_text_is_set_aside_and_changes_nothing(placer: Placer, title: str, above: str) -> None:
    for text in (INVORDERAAR, TEAMLEIDER, KOK):
        placement = placer.place((f"{title.upper()}\n\n" if above == "capitals" else above.format(title)) + text)
        assert said(placement) == said(placer.place(text))
        assert "titel" in [item.kind for item in placement.description.set_aside()]


@pytest.mark.parametrize("called", ["Als senior adviseur", "Als directeur", "Als strategisch manager", "In de functie van teamleider"])
def test_what_somebody_is_called_in_a_sentence_changes_nothing(placer: Placer, called: str) -> None:
    work = "{} int je openstaande aanslagen van inwoners, tref je betalingsregelingen en stuur je dwangbevelen. Aan de telefoon leg je mensen rustig alles uit."
    assert said(placer.place(work.format(called))) == said(placer.place(work.format("Als adviseur")))


@pytest.mark.parametrize("called", ["De directeur", "De senior beleidsadviseur", "De teamleider"])
def test_the_subject_of_the_work_changes_nothing(placer: Placer, called: str) -> None:
    work = "{0} int openstaande aanslagen van inwoners, treft betalingsregelingen en stuurt dwangbevelen. {0} legt mensen rustig uit waarom zij moeten betalen."
    assert said(placer.place(work.format(called))) == said(placer.place(work.format("Zij")))


OWN_RESPONSIBILITY = {
    "debt collector": (
        "Ik ben verantwoordelijk voor het innen van achterstallige belastingen. Ik ben eindverantwoordelijk voor de dossiers die ik heb: ik bel, schrijf aan "
        "en tref regelingen. Daar draag ik zelf de verantwoordelijkheid voor en ik leg er verantwoording over af.",
        ("N03.03",),
    ),
    "administration": (
        "Ik ben verantwoordelijk voor het verwerken van de post en het archief. Ik ben verantwoordelijk voor de agenda's en het boeken van vergaderzalen. "
        "Ik ben als enige eindverantwoordelijk voor de notulen.",
        ("N07.01", "N05.04"),
    ),
    "a bare list": (
        "Verantwoordelijk voor debiteurenbeheer. Eindverantwoordelijk voor de aanmaningen en dwangbevelen. Integraal verantwoordelijk voor de regelingen.",
        ("N03.03", "N05.04"),
    ),
}


@pytest.mark.parametrize("case", OWN_RESPONSIBILITY)
def test_who_answers_for_the_own_work_does_not_manage(placer: Placer, case: str) -> None:
    text, groups = OWN_RESPONSIBILITY[case]
    placement = placer.place(text)
    assert placement.group in groups
    assert {placement.comparisons[at].function.group for at in range(2)} <= {"N03.03", "N05.04", "N07.01"}
    assert "leiding" not in [kind.key for kind in placement.kinds]


def test_who_answers_for_the_organisation_does_manage(placer: Placer) -> None:
    text = "Je bent eindverantwoordelijk voor de hele ambtelijke organisatie en legt verantwoording af aan het college. Je bepaalt met de raad de koers."
    assert placer.place(text).group == "N02.01"


NEARLY = INVORDERAAR.replace("boze mensen rustig", "mensen kalm").replace("Vroeger deed je ook de post.", "")


@pytest.mark.parametrize("text", [NEARLY, f"Functie: Strateeg\n{INVORDERAAR}"], ids=["some words", "a title"])
def test_nearly_the_same_text_is_no_precedent_for_itself_but_is_shown_for_a_colleague(text: str) -> None:
    book = demo_book()
    earlier = Precedent("rij-1", "Strateeg", text, "N02.02.04", source=PrecedentSource.CONFIRMED)
    found = placer_for(book, [earlier]).place(INVORDERAAR, identifier="rij-2")
    alone = placer_for(book).place(INVORDERAAR)
    assert (found.outcome, [item.function.code for item in found.comparisons][:3]) == (alone.outcome, [item.function.code for item in alone.comparisons][:3])
    assert found.comparisons[0].score == pytest.approx(alone.comparisons[0].score, abs=0.08)
    assert "rij-1" in [item.precedent.id for item in found.precedents]
    assert "rij-1" not in [item.precedent.id for item in placer_for(book, [earlier]).place(INVORDERAAR, identifier="rij-1").precedents]


def test_one_wrong_row_does_not_overrule_the_book_and_rows_that_agree_weigh_more() -> None:
    book = demo_book()
    told = (
        "Je int achterstallige aanslagen bij inwoners, spreekt regelingen af en stuurt dwangbevelen.",
        "Je stuurt dwangbevelen naar inwoners en kleine bedrijven, treft regelingen en legt loonbeslag.",
        "Je bepaalt zelf wat je met een dossier van openstaande aanslagen doet, belt met mensen die moeten betalen en legt beslag.",
    )
    wrong = [Precedent(f"rij-{at}", "", text, "N02.02.04", source=PrecedentSource.CONFIRMED) for at, text in enumerate(told)]
    scores = []
    for rows in (wrong[:1], wrong):
        placement = placer_for(book, rows).place(INVORDERAAR)
        scores.append(max((item.score for item in placement.comparisons if item.function.code == "N02.02.04"), default=0.0))
    assert placer_for(book, wrong[:1]).place(INVORDERAAR).group == "N03.03"
    assert scores[1] > 2 * scores[0]
