"""Settings from the environment, typed; every one is in ``VARIABLES`` with its meaning, from which docs/beheer.md is checked."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Variable:
    """A setting: its name, what it does (Dutch) and what holds without it."""

    name: str
    meaning: str
    without: str


VARIABLES = (
    Variable("FUNCTIEHUIS_MAP", "Map waarin het huis zijn bestanden bewaart: database, geheime sleutel.", "de map 'functiehuis' in uw thuismap"),
    Variable("DATABASE_URL", "Database, bijvoorbeeld postgresql://naam:wachtwoord@host/functiehuis.", "SQLite in FUNCTIEHUIS_MAP"),
    Variable("FUNCTIEHUIS_HOSTS", "Namen waaronder het huis bereikbaar is, met komma's ertussen.", "alleen deze computer"),
    Variable("FUNCTIEHUIS_SLEUTEL", "Geheime sleutel voor sessies en handtekeningen, minstens 50 tekens.", "wordt gemaakt en bewaard in FUNCTIEHUIS_MAP"),
    Variable("FUNCTIEHUIS_HTTPS", "1 als het huis achter een server met https staat.", "0"),
    Variable(
        "FUNCTIEHUIS_MAIL", "Mailserver voor het herstellen van wachtwoorden, bijvoorbeeld smtp://naam:wachtwoord@host:587.", "berichten gaan naar het logboek"
    ),
    Variable("FUNCTIEHUIS_AFZENDER", "Adres waar berichten vandaan komen.", "functiehuis@localhost"),
    Variable("FUNCTIEHUIS_OIDC_ADRES", "Adres van de dienst voor inloggen via OpenID Connect.", "geen"),
    Variable("FUNCTIEHUIS_OIDC_CLIENT", "Naam van dit huis bij die dienst.", "geen"),
    Variable("FUNCTIEHUIS_OIDC_GEHEIM", "Geheim van dit huis bij die dienst.", "geen"),
    Variable("FUNCTIEHUIS_OIDC_NAAM", "Hoe de knop heet waarmee u via die dienst inlogt.", "uw organisatie"),
    Variable("FUNCTIEHUIS_DEMO", "1 voor het demohuis: korte wachtwoorden en de lijst met accounts op de inlogpagina.", "0"),
)


def text(name: str, default: str = "") -> str:
    """A setting as text."""
    return os.environ.get(name, "").strip() or default


def switch(name: str) -> bool:
    """A setting that is on or off."""
    return text(name).casefold() in {"1", "ja", "aan", "true", "yes"}


def listed(name: str, *default: str) -> list[str]:
    """A setting with commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def folder() -> Path:
    """Where the house keeps its files."""
    return Path(text("FUNCTIEHUIS_MAP") or Path.home() / "functiehuis").expanduser()


def secret_key() -> str:
    """The secret key: given, or made once and kept where only this account reads it."""
    given = text("FUNCTIEHUIS_SLEUTEL")
    if given:
        return given
    place = folder() / "geheime-sleutel"
    if not place.is_file():
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
        except FileExistsError:
            pass  # another process of this house was first
    return place.read_text("ascii").strip()


def database() -> dict[str, object]:
    """The database, in Django's form. Refuses an address of another kind than postgresql:// or sqlite:// with ValueError."""
    address = urlsplit(text("DATABASE_URL"))
    if address.scheme in {"", "sqlite"}:
        path = Path(unquote(address.path)) if address.path.strip("/") else folder() / "functiehuis.sqlite3"
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}
    if address.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL begint met {address.scheme}://; alleen postgresql:// en sqlite:// kunnen. Pas de instelling aan.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": unquote(address.hostname or ""),
        "PORT": str(address.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(address.query)),
    }


def origin(name: str) -> list[str]:
    """The origin (scheme, host, port) of an address in a setting, as a list of one; empty without it."""
    address = urlsplit(text(name))
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []


def mail() -> dict[str, object]:
    """The mail settings, in Django's form."""
    address = urlsplit(text("FUNCTIEHUIS_MAIL"))
    if not address.hostname:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or 587,
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_TLS": address.scheme != "smtps" and (address.port or 587) != 25,
        "EMAIL_USE_SSL": address.scheme == "smtps",
    }
