"""Long work: every job is done once, whoever dies; on both databases."""

from __future__ import annotations

import json
import signal
import threading
import urllib.request
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from work_of_tests import always_wrong, found_unit

from functiehuis.web.jobs.heart import DEAD, Heart
from functiehuis.web.jobs.worker import Worker
from functiehuis.web.storage import queue
from functiehuis.web.storage.house import DjangoHouse, found_house
from functiehuis.web.storage.models import WorkerBeat
from functiehuis.web.storage.trail import breaks
from web_committed import at_once
from web_processes import Installation, answers, until


def lapse(worker: str) -> None:
    WorkerBeat.objects.filter(worker=worker).update(alive_until=timezone.now() - timedelta(seconds=1))


def test_a_job_is_taken_by_one(house: DjangoHouse) -> None:
    found_unit.enqueue(1)
    queue.begin("a", "hier", 30)
    job = queue.take("a")
    assert job is not None
    assert queue.take("b") is None
    assert queue.finish(job, "a", "gedaan")
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


def test_what_a_dead_process_had_in_hand_waits_again_and_is_no_longer_his(house: DjangoHouse) -> None:
    found_unit.enqueue(1)
    queue.begin("a", "hier", 30)
    job = queue.take("a")
    assert job is not None
    assert queue.take_back() == (0, 0), "it lives"
    lapse("a")
    assert queue.take_back() == (1, 0)
    assert not queue.beat("a", 30), "it hears that it was taken for dead"
    queue.begin("b", "daar", 30)
    again = queue.take("b")
    assert again is not None
    assert not queue.finish(job, "a", "te laat")
    assert not queue.fail(job, "a", ValueError())
    assert queue.finish(again, "b", "op tijd")
    assert DBTaskResult.objects.get().return_value == "op tijd"


def test_a_job_that_kills_who_does_it_is_begun_three_times_and_then_fails_with_the_reason(house: DjangoHouse) -> None:
    found_unit.enqueue(1)
    for number in range(queue.TRIES):
        queue.begin(f"w{number}", "hier", 30)
        assert queue.take(f"w{number}") is not None
        lapse(f"w{number}")
        queue.take_back()
    job = DBTaskResult.objects.get()
    assert job.status == TaskResultStatus.FAILED
    assert "3 keer begonnen en nooit afgekomen" in job.traceback
    assert queue.take("w9") is None


def test_a_try_that_was_given_back_does_not_count(house: DjangoHouse) -> None:
    found_unit.enqueue(1)
    queue.begin("a", "hier", 30)
    for _ in range(5):
        job = queue.take("a")
        assert job is not None
        queue.give_back(job, "a")
    assert queue.take("a") is not None


def test_a_job_that_cannot_be_done_fails_and_the_next_is_done(committed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    house = found_house("merenland", "Belastingkantoor Merenland")
    always_wrong.enqueue("mislukt")
    found_unit.enqueue(7)
    Worker().run(once=True)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == [TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL]
    assert [unit.name for unit in house.units()] == ["Afdeling 7"]
    assert queue.living() == 0


def test_many_who_take_at_once_take_each_job_once(committed: None) -> None:
    for number in range(24):
        found_unit.enqueue(number)

    def take_all(name: str) -> list[str]:
        queue.begin(name, "hier", 30)
        taken = []
        while (job := queue.take(name)) is not None:
            taken.append(str(job.pk))
        return taken

    done = at_once(*(partial(take_all, f"w{at}") for at in range(4)))
    taken = [pk for item in done if isinstance(item, list) for pk in item]
    assert len(taken) == len(set(taken)) == 24


def test_a_heart_that_was_taken_for_dead_stops_its_process(committed: None) -> None:
    died: list[int] = []
    gone = threading.Event()

    def die(code: int) -> None:
        died.append(code)
        gone.set()

    with Heart("a", 0.5, die):
        queue.end("a")
        assert gone.wait(10)
    assert died == [DEAD]


PREPARE = """
import sys
from functiehuis.web.commands.setup import prepare
prepare()
from functiehuis.web.storage.house import found_house
found_house("merenland", "Belastingkantoor Merenland")
from work_of_tests import found_unit, found_unit_slowly
found_unit_slowly.enqueue(0, sys.argv[1])
"""
ENQUEUE = """
from work_of_tests import found_unit
for number in range(1, 41):
    found_unit.enqueue(number)
"""
COUNT = """
import json, time
from django_tasks_db.models import DBTaskResult
from functiehuis.web.storage.models import Organisation, Unit
from functiehuis.web.storage.trail import breaks
deadline = time.monotonic() + 60
while DBTaskResult.objects.successful().count() < 41 and time.monotonic() < deadline:
    time.sleep(0.1)
print(json.dumps({
    "done": DBTaskResult.objects.successful().count(),
    "units": sorted(Unit.objects.values_list("name", flat=True)),
    "breaks": [item.text for item in breaks(Organisation.objects.get().pk)],
}))
"""


class Visitor(threading.Thread):
    """Asks for a page time and again, and remembers every answer that was not right."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.asked, self.wrong, self.enough = address, 0, list[int](), threading.Event()

    def run(self) -> None:
        while not self.enough.is_set():
            status = answers(f"{self.address}/account/inloggen/")
            self.asked += 1
            if status != 200:
                self.wrong.append(status)


def test_two_servers_and_two_workers_share_one_database(installation: Installation, tmp_path: Path) -> None:
    installation.python(PREPARE, str(tmp_path))
    doomed = installation.start("werk", "--geduld", "2")
    until((tmp_path / "begonnen").exists, "the slow job is begun")
    doomed.kill()
    workers = [installation.start("werk", "--geduld", "2") for _ in range(2)]
    installation.python(ENQUEUE)
    one, first = installation.serve("--zonder-achtergrond")
    _, second = installation.serve("--zonder-achtergrond")
    visitor = Visitor(second)
    visitor.start()
    one.send_signal(signal.SIGTERM)
    assert one.wait(60) == 0
    one, again = installation.serve("--zonder-achtergrond", port=int(first.rpartition(":")[2]))
    assert again == first
    until(lambda: visitor.asked > 20, "the visitor has seen enough")
    workers[0].kill()
    told = json.loads(installation.python(COUNT))
    visitor.enough.set()
    visitor.join(30)
    assert visitor.wrong == []
    assert told["done"] == 41
    assert told["units"] == sorted(f"Afdeling {number}" for number in range(41))
    assert told["breaks"] == []
    with urllib.request.urlopen(f"{second}/gereed", timeout=20) as answer:
        assert json.load(answer)["gereed"] is True


def test_the_trail_is_whole_after_jobs(house: DjangoHouse) -> None:
    found_unit.call(3)
    assert list(breaks(house.organisation_id)) == []
