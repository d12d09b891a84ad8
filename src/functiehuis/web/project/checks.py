"""Checks of an installation: each has an id, says what is wrong, and hints what to do. ``functiehuis beheer controleer-installatie`` runs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Remark
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models.functions import Now

from functiehuis.web.project import environment

_LOCAL = {"127.0.0.1", "localhost", "[::1]"}
_ROOM = 500 * 1024 * 1024
_CLOCK = 60.0


@register(Tags.security)
def hosts(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """The names under which the house is reached."""
    found: list[CheckMessage] = []
    if "*" in settings.ALLOWED_HOSTS:
        hint = "Zet in FUNCTIEHUIS_HOSTS alleen de namen van uw huis, zoals functiehuis.voorbeeld.nl."
        found.append(Error("Het huis luistert naar iedere naam.", hint=hint, id="functiehuis.E001"))
    for host in settings.ALLOWED_HOSTS:
        if "/" in host or " " in host:
            hint = "Schrijf in FUNCTIEHUIS_HOSTS alleen de naam, zonder https:// en zonder pad."
            found.append(Error(f"'{host}' is geen naam van een computer.", hint=hint, id="functiehuis.E002"))
    return found


@register(Tags.security)
def key(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """The secret key."""
    if len(settings.SECRET_KEY) >= 50 and len(set(settings.SECRET_KEY)) >= 5:
        return []
    hint = "Haal FUNCTIEHUIS_SLEUTEL weg, dan wordt een goede gemaakt; of geef minstens 50 willekeurige tekens."
    return [Error("De geheime sleutel is te kort of te eenvoudig.", hint=hint, id="functiehuis.E003")]


@register(Tags.security, deploy=True)
def https(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Https, where others can come."""
    if settings.HTTPS or not set(settings.ALLOWED_HOSTS) - _LOCAL:
        return []
    hint = "Zet een server met https ervoor (docs/beheer.md) en zet FUNCTIEHUIS_HTTPS=1."
    return [Error("Het huis is van buiten bereikbaar zonder https.", hint=hint, id="functiehuis.E004")]


@register(Tags.database)
def database(app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The database: it answers, its tables are those of this version, its clock is that of this computer."""
    if not databases:
        return []
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            hint = "Start 'functiehuis serve' of 'functiehuis werk' opnieuw; die werken de tabellen bij."
            return [Error("De tabellen zijn niet die van deze versie.", hint=hint, id="functiehuis.E006")]
        from functiehuis.web.storage.models import Organisation

        row = Organisation.objects.annotate(clock=Now()).values_list("clock", flat=True).first()
    except DatabaseError as error:
        hint = f"Controleer DATABASE_URL, en of de database draait ({type(error).__name__})."
        return [Error("De database antwoordt niet.", hint=hint, id="functiehuis.E005")]
    if row is not None and abs((row - datetime.now(UTC)).total_seconds()) > _CLOCK:
        hint = "Zet op beide computers de klok gelijk, bijvoorbeeld met systemd-timesyncd."
        return [Error("De klok van deze computer en die van de database verschillen meer dan een minuut.", hint=hint, id="functiehuis.E007")]
    return []


@register(Tags.files)
def folder(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """The folder of the house: room, and rights."""
    found: list[CheckMessage] = []
    if not os.access(settings.HOUSE, os.W_OK | os.X_OK):
        hint = f"Geef het account van het huis schrijfrechten op {settings.HOUSE}, of kies een andere map met FUNCTIEHUIS_MAP."
        return [Error("In de map van het huis kan niet worden geschreven.", hint=hint, id="functiehuis.E008")]
    secret = settings.HOUSE / "geheime-sleutel"
    if secret.is_file() and secret.stat().st_mode & 0o077:
        found.append(Error("Anderen kunnen de geheime sleutel lezen.", hint=f"Geef de opdracht: chmod 600 {secret}", id="functiehuis.E009"))
    if shutil.disk_usage(settings.HOUSE).free < _ROOM:
        found.append(Remark("Er is minder dan 500 MB vrij op de schijf.", hint="Maak ruimte, of verplaats FUNCTIEHUIS_MAP.", id="functiehuis.W001"))
    return found


@register(Tags.security, deploy=True)
def mail(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Mail, for passwords that were forgotten."""
    found: list[CheckMessage] = []
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend") and set(settings.ALLOWED_HOSTS) - _LOCAL:
        hint = "Zet FUNCTIEHUIS_MAIL, anders kan niemand zelf een wachtwoord herstellen."
        found.append(Remark("Er is geen mailserver: berichten gaan naar het logboek.", hint=hint, id="functiehuis.W002"))
    if settings.DEMO and set(settings.ALLOWED_HOSTS) - _LOCAL:
        hint = "Haal FUNCTIEHUIS_DEMO weg: in het demohuis kent iedereen het wachtwoord."
        found.append(Error("Het demohuis is van buiten bereikbaar.", hint=hint, id="functiehuis.E010"))
    if environment.text("FUNCTIEHUIS_OIDC_ADRES") and not environment.text("FUNCTIEHUIS_OIDC_CLIENT"):
        hint = "Zet ook FUNCTIEHUIS_OIDC_CLIENT en FUNCTIEHUIS_OIDC_GEHEIM."
        found.append(Error("Inloggen via OpenID Connect is half ingesteld.", hint=hint, id="functiehuis.E011"))
    return found
