import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_the_generated_book_is_read_whole_and_its_growth_reported() -> None:
    done = subprocess.run([sys.executable, BENCH / "grow.py", "9"], check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert report["functies"] == 9
    assert set(report["seconden"]) == {"lezen", "bouwen", "controleren"}
    assert report["piek_mb"] >= 0


def test_the_generated_rows_are_placed_and_their_growth_reported() -> None:
    done = subprocess.run([sys.executable, BENCH / "finding.py", "rijen", "2", "6"], check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert [mark["rijen"] for mark in report["merken"]] == [2, 6]
    assert report["geen_werk"] < 6
    assert set(report["gehaald"]) == {"lineair", "geheugen"}


def test_a_filled_up_book_has_functions_with_codes_of_their_own_and_is_placed_in() -> None:
    done = subprocess.run([sys.executable, BENCH / "finding.py", "maken", "20", "nee"], check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert report["functies"] == 20
    assert report["ms_beschrijving"] > 0
