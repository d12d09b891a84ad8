"""The queue of long work, kept in the database so that processes on several machines share it.

A job that is taken belongs to the process whose name stands last in ``worker_ids``. A process that lives has a row in WorkerBeat; what belongs to one
without a row is given to another, a bounded number of times. Times are those of the database, so that clocks of machines do not matter.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, ExpressionWrapper, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from functiehuis.model.errors import RefusedError
from functiehuis.web.storage.clean import clean
from functiehuis.web.storage.models import WorkerBeat

Job = DBTaskResult[..., Any]
TRIES = 3
"""How often a job is begun. More would let a document that kills its reader kill every reader."""
_KEPT = timedelta(days=30)


def _later(lease: float) -> Combinable:
    return ExpressionWrapper(Now() + Value(timedelta(seconds=lease)), output_field=DateTimeField())


def begin(worker: str, host: str, lease: float) -> None:
    """A process begins to live, for ``lease`` seconds."""
    WorkerBeat.objects.create(worker=worker, host=host[:100], alive_until=_later(lease))


def beat(worker: str, lease: float) -> bool:
    """A process lives for ``lease`` seconds more; False when others took it for dead already."""
    return WorkerBeat.objects.filter(worker=worker).update(alive_until=_later(lease)) == 1


def end(worker: str) -> None:
    """A process stops, with nothing in hand."""
    WorkerBeat.objects.filter(worker=worker).delete()


def living() -> int:
    """How many processes for long work live."""
    return WorkerBeat.objects.filter(alive_until__gt=Now()).count()


def waiting() -> int:
    """How many jobs wait to be done."""
    return DBTaskResult.objects.ready().count()


def take(worker: str) -> Job | None:
    """The next job, from now on of this process; None when there is none."""
    with transaction.atomic():
        job: Job | None = DBTaskResult.objects.ready().get_locked()
        if job is not None:
            job.claim(worker)
        return job


def finish(job: Job, worker: str, value: Any) -> bool:
    """A job is done; False, and nothing changes, when it belongs to another process by now."""
    with transaction.atomic():
        row = _ours(job, worker)
        if row is not None:
            row.set_successful(value)
    if row is not None:
        _tell(row)
    return row is not None


def fail(job: Job, worker: str, error: BaseException) -> bool:
    """A job cannot be done; False, and nothing changes, when it belongs to another process by now."""
    if "\0" in str(error):
        error = RefusedError(clean(str(error)))
    with transaction.atomic():
        row = _ours(job, worker)
        if row is not None:
            row.set_failed(error)
    if row is not None:
        _tell(row)
    return row is not None


def give_back(job: Job, worker: str) -> None:
    """A process stops in the middle of a job: another may begin it, and this try does not count."""
    with transaction.atomic():
        row = _ours(job, worker)
        if row is not None:
            row.status, row.started_at, row.worker_ids = TaskResultStatus.READY, None, row.worker_ids[:-1]
            row.save(update_fields=["status", "started_at", "worker_ids"])


def take_back() -> tuple[int, int]:
    """Jobs of processes that died: how many wait again, and how many were begun too often and failed."""
    failed: list[Job] = []
    again = 0
    with transaction.atomic():
        # The order matters: whoever took one of these jobs had its row before, so a row that is not there now is of a process that died.
        WorkerBeat.objects.filter(alive_until__lte=Now()).delete()
        jobs = list(DBTaskResult.objects.running().select_for_update(skip_locked=True))
        alive = set(WorkerBeat.objects.values_list("worker", flat=True))
        for job in jobs:
            if job.worker_ids and job.worker_ids[-1] in alive:
                continue
            if len(job.worker_ids) >= TRIES:
                job.set_failed(RefusedError(f"Dit werk is {TRIES} keer begonnen en nooit afgekomen: het proces dat het deed stopte telkens. Begin opnieuw."))
                failed.append(job)
            else:
                job.status, job.started_at = TaskResultStatus.READY, None
                job.save(update_fields=["status", "started_at"])
                again += 1
    for job in failed:
        _tell(job)
    return again, len(failed)


def tidy() -> None:
    """Forget jobs that ended a month ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - _KEPT).delete()


def _ours(job: Job, worker: str) -> Job | None:
    row = DBTaskResult.objects.select_for_update().filter(pk=job.pk, status=TaskResultStatus.RUNNING).first()
    return row if row is not None and row.worker_ids[-1:] == [worker] else None


def _tell(job: Job) -> None:
    """Whoever waits for the end of jobs hears of it (signal ``task_finished`` of django-tasks); a job whose code is gone has nobody."""
    try:
        backend, result = type(job.task.get_backend()), job.task_result
    except (ImportError, AttributeError):
        return
    task_finished.send(sender=backend, task_result=result)
