"""Every refusal of the API in one form: application/problem+json (RFC 9457) with Dutch texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from functiehuis.model.errors import ConflictError, FunctiehuisError, NotAllowedError, UnknownItemError

TITLES: dict[int, tuple[str, str]] = {
    400: ("Verzoek niet te lezen", "Het verzoek heeft niet de vorm die in de beschrijving van de API staat."),
    401: ("Geen geldige sleutel", "Stuur een sleutel mee als Authorization: Bearer. Een sleutel maakt u op de pagina van uw account."),
    403: ("Dit mag niet", "Uw rol heeft dit recht niet. Vraag het aan de beheerder van uw organisatie."),
    404: ("Niet gevonden", "Dit bestaat niet, of hoort niet bij uw organisatie."),
    405: ("Kan hier niet", "Dit adres kent deze methode niet. In de kop Allow staat wat wel kan."),
    406: ("Vorm niet beschikbaar", "De API antwoordt alleen met application/json."),
    409: ("Iemand anders was eerder", "Haal de nieuwste stand op en probeer het opnieuw."),
    412: ("Niet de nieuwste stand", "If-Match noemt een oudere stand. Haal de nieuwste op, vergelijk, en stuur opnieuw."),
    413: ("Verzoek te groot", "Een verzoek is hoogstens 5 MB."),
    415: ("Verkeerde soort inhoud", "Stuur JSON, met Content-Type: application/json."),
    422: ("Dit kan zo niet", "Er klopt iets niet in wat u stuurde. In 'fouten' staat wat en waar."),
    428: ("If-Match ontbreekt", "Stuur in If-Match de ETag mee van de stand die u zag, zodat u niets van een ander overschrijft."),
    500: ("Er ging iets mis", "Dit had niet gemogen. Er is niets half bewaard. Meld het aan de beheerder van de server."),
}


class ApiProblemError(Exception):
    """A refusal that only the API knows, such as a missing If-Match."""

    def __init__(self, status: int, detail: str = "") -> None:
        super().__init__(detail or TITLES[status][1])
        self.status = status


def problem(status: int, detail: str = "", errors: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """The response of a refusal; ``errors`` tells per field what is wrong."""
    title, usual = TITLES.get(status, TITLES[400 if status < 500 else 500])
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail or usual}
    if errors:
        body["fouten"] = [{"veld": name, "tekst": text} for name, text in errors.items()]
    content = json.dumps(body, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type="application/problem+json", headers=dict(headers or {}))


def problem_of(error: FunctiehuisError) -> HttpResponse:
    """The response for what an action refused."""
    kinds: tuple[tuple[type[FunctiehuisError], int], ...] = ((NotAllowedError, 403), (UnknownItemError, 404), (ConflictError, 409))
    status = next((code for kind, code in kinds if isinstance(error, kind)), 422)
    return problem(status, str(error), getattr(error, "fields", None))
