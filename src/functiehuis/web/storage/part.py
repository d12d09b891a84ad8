"""What every part of a house has: the actor, the organisation, transactions and the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

from functiehuis.model.house import Actor, Happening
from functiehuis.web.storage.models import FormOnce, Organisation
from functiehuis.web.storage.trail import append_all


class Part:
    """The ground under the parts of a house."""

    def __init__(self, actor: Actor, organisation_id: int) -> None:
        self.actor = actor
        self.organisation_id = organisation_id

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing; one writer at a time in an organisation, so that nothing is decided on what another is changing."""
        with transaction.atomic():
            Organisation.objects.select_for_update().only("pk").get(pk=self.organisation_id)
            yield

    def once(self, token: str, work: Callable[[], str]) -> str:
        """Do the work of a form, once: sent again, the answer of the first time comes back. The lock of the organisation makes a second click wait."""
        with self.transaction():
            rows = FormOnce.objects.filter(organisation_id=self.organisation_id)
            known = rows.filter(token=token).values_list("answer", flat=True).first()
            if known is not None:
                return known
            answer = work()
            rows.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
            FormOnce.objects.create(organisation_id=self.organisation_id, token=token, answer=answer)
            return answer

    def tell(self, row: models.Model, happening: Happening) -> None:
        """Put into the trail what happened to a row."""
        append_all(self.organisation_id, self.actor, [(happening, row)])

    def tell_all(self, told: Sequence[tuple[Happening, models.Model]]) -> None:
        """Put into the trail what happened to many rows."""
        append_all(self.organisation_id, self.actor, told)
