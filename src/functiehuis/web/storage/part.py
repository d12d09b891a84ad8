"""What every part of a house has: the actor, the organisation, transactions and the trail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import models, transaction

from functiehuis.model.house import Actor, Happening
from functiehuis.web.storage.models import Organisation
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

    def tell(self, row: models.Model, happening: Happening) -> None:
        """Put into the trail what happened to a row."""
        append_all(self.organisation_id, self.actor, [(happening, row)])

    def tell_all(self, told: Sequence[tuple[Happening, models.Model]]) -> None:
        """Put into the trail what happened to many rows."""
        append_all(self.organisation_id, self.actor, told)
