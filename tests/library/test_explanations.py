"""The woordenlijst is plain Dutch, and leads nowhere that is gone."""

from __future__ import annotations

import re

from functiehuis.library.explanations import explanations


def test_every_explanation_is_short_and_plain() -> None:
    for item in explanations().values():
        for text in filter(None, (item.meaning, item.example)):
            assert re.fullmatch(r"[A-Z0-9].{8,}\.", text), text
            assert max(len(sentence.split()) for sentence in re.split(r"[.:] ", text)) <= 18, text


def test_see_also_leads_to_a_word_of_the_list() -> None:
    known = explanations()
    assert {word for item in known.values() for word in item.see} <= set(known)
    assert all(item.word not in item.see for item in known.values())
