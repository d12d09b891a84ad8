"""The ESCO sets are used as they are meant, on files made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from functiehuis.measuring.esco import score_esco
from functiehuis.measuring.finding_scores import Portion
from functiehuis.measuring.finding_wire import esco_to_wire
from functiehuis.model.errors import UnreadableError

WORK = {
    "1": ("bakker", "Bakkers kneden deeg en bakken brood en taart in de oven."),
    "2": ("broodbakker", "Zij kneden deeg, bakken brood en bedienen de oven."),
    "3": ("metselaar", "Metselaars stapelen bakstenen met specie tot een muur."),
    "4": ("tegelzetter", "Zij leggen tegels met specie op een muur of vloer, naast bakstenen."),
}
GROUPS = {"1": "7512", "2": "7512", "3": "7112", "4": "7112"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"id": code, "title": title, "text": text, "gold_isco4": GROUPS[code]} for code, (title, text) in WORK.items()]
    (tmp_path / "bench_description_to_isco4.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    known = "".join(f"{code}\t{title}\t{text}\n" for code, (title, text) in WORK.items())
    (tmp_path / "occupations_nl.tsv").write_text(f"code\tpreferred_label\tdescription\n{known}", "utf-8")
    titles = "some_overlap\tbakker van brood\t1\nzero_overlap\tmetselaarster\t3\nzero_overlap\tzeeman\t4\n"
    (tmp_path / "bench_altlabel_to_occupation.tsv").write_text(f"stratum\talt_label\tgold_code\n{titles}", "utf-8")
    return tmp_path


def test_a_description_is_placed_by_others_and_a_title_by_its_letters(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    score = score_esco(folder, lambda done, total: told.append((done, total)))
    assert {way: hits.first for way, hits in score.groups.items()} == {"tekstruimte": Portion(4, 4), "bm25": Portion(4, 4)}
    assert score.titles_alike["bm25"].three == Portion(1, 1)
    assert score.titles_apart["tekstruimte"].first == Portion(1, 2)
    assert score.titles_apart["bm25"].first == Portion(0, 2)
    assert told[-1] == (14, 14)


def test_a_sample_is_fixed_and_counted(folder: Path) -> None:
    score = score_esco(folder, sample=2)
    assert score == score_esco(folder, sample=2)
    assert esco_to_wire(score)["beschrijving_naar_groep"]["bm25"]["eerste"]["van"] == 2


@pytest.mark.parametrize("data", ["", "{half", '{"id": "1"}\n', None], ids=["empty", "broken", "other keys", "absent"])
def test_files_of_another_form_are_refused(folder: Path, data: str | None) -> None:
    path = folder / "bench_description_to_isco4.jsonl"
    if data is None:
        path.unlink()
    else:
        path.write_text(data, "utf-8")
    with pytest.raises(UnreadableError, match="ESCO-bestanden"):
        score_esco(folder)
