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
