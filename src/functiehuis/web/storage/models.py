"""The tables. A row that belongs to an organisation says so, and is only reached through it (see ``house.py``)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from functiehuis.model.book import BookStatus
from functiehuis.model.house import IntakeStatus, Role, WorksheetStatus


class UserManager(BaseUserManager["User"]):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new account; the address is kept in lower case, so that it is one account however it is typed."""
        user = self.model(email=email.strip().casefold(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The account with this address, in any case."""
        return self.get(email=(username or "").strip().casefold())


class User(AbstractBaseUser):
    """An account: an address, a name, and nothing more about a person."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)
    appearance = models.CharField(max_length=10, default="", blank=True)
    shortcuts = models.BooleanField(default=True)
    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, for libraries that ask for it."""
        return self.name

    # There are no superusers: rights follow from the role in an organisation (actions/policy.py). Libraries ask these two.
    is_staff = False
    is_superuser = False


class Organisation(models.Model):
    """An employer in this installation."""

    slug = models.SlugField(unique=True, max_length=50)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=20, blank=True, default="")
    public = models.BooleanField(default=False)
    house_style = models.TextField(blank=True, default="")
    events = models.PositiveBigIntegerField(default=0)
    """How many events the trail has: the number of the last one, locked while the next is written."""

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """The role of an account in an organisation."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One role per account and organisation."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "organisation"], name="one_role")]


class BookVersion(models.Model):
    """A version of a function book. A concept is ``frame`` plus its functions as rows; an adopted one is ``snapshot``, which never changes."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    status = models.CharField(max_length=20, choices=[(status.value, status.value) for status in BookStatus])
    valid_from = models.DateField(null=True)
    known_since = models.DateTimeField(null=True)
    decision = models.TextField(blank=True, default="")
    retired_on = models.DateField(null=True)
    retired_since = models.DateTimeField(null=True)
    source = models.CharField(max_length=300, blank=True, default="")
    based_on = models.PositiveIntegerField(null=True)
    revision = models.PositiveIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    frame = models.TextField(default="")
    snapshot = models.TextField(default="")

    class Meta:
        """Numbers are given once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "number"], name="version_number")]


class FunctionRow(models.Model):
    """A normfunctie of a concept, in wire form."""

    version = models.ForeignKey(BookVersion, on_delete=models.PROTECT, related_name="functions")
    key = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    wire = models.TextField()
    revision = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=150, blank=True, default="")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        """A key names one function of a version."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "key"], name="function_key")]


class FunctionHistory(models.Model):
    """What a normfunctie of a concept was before a change."""

    function = models.ForeignKey(FunctionRow, on_delete=models.PROTECT, related_name="history")
    revision = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    wire = models.TextField()
    retired = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=150, blank=True, default="")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        """Each revision once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["function", "revision"], name="function_revision")]


class Unit(models.Model):
    """A part of the organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    revision = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)


class LocalFunction(models.Model):
    """Work as the organisation calls it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    number = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT)
    fte = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    code = models.CharField(max_length=40, blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        """A number names one local function of an organisation."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "number"], name="local_function_number")]


class Worksheet(models.Model):
    """Placing work, as far as it came."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    local_function = models.ForeignKey(LocalFunction, null=True, on_delete=models.PROTECT)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    description = models.TextField()
    status = models.CharField(max_length=20, choices=[(status.value, status.value) for status in WorksheetStatus])
    result = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    motivation = models.TextField(blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=150, blank=True, default="")
    changed_at = models.DateTimeField(null=True)


class Intake(models.Model):
    """A document that was handed in, and what was read of it so far."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    file_name = models.CharField(max_length=300)
    content = models.BinaryField(default=b"")
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    status = models.CharField(max_length=20, choices=[(status.value, status.value) for status in IntakeStatus])
    message = models.TextField(blank=True, default="")
    progress = models.PositiveSmallIntegerField(default=0)
    book = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    lines = models.JSONField(default=list)
    version = models.PositiveIntegerField(null=True)
    revision = models.PositiveIntegerField(default=0)
    handed_in_by = models.CharField(max_length=150, blank=True, default="")
    handed_in_at = models.DateTimeField(auto_now_add=True)


class FormOnce(models.Model):
    """A form that was handled: sent again, it gives the same answer and does nothing. Kept a day; no change of the house, so not in the trail."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    token = models.CharField(max_length=64)
    answer = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each form once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "token"], name="form_once")]


class ApiToken(models.Model):
    """A key with which a program acts for an account in one organisation; only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    name = models.CharField(max_length=100)
    start = models.CharField(max_length=12)
    hash = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)


class SearchRow(models.Model):
    """Something that can be found; follows from other rows and is kept with them (see ``search.py``)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    origin = models.CharField(max_length=30)
    kind = models.CharField(max_length=20)
    version = models.ForeignKey(BookVersion, null=True, on_delete=models.PROTECT)
    label = models.CharField(max_length=300)
    title = models.CharField(max_length=300)
    part = models.CharField(max_length=300, blank=True, default="")
    text = models.TextField(blank=True, default="")
    position = models.PositiveIntegerField(default=0)
    tokens = models.TextField()

    class Meta:
        """What comes from one row is replaced together."""

        indexes: ClassVar = [models.Index(fields=["organisation", "origin"], name="search_origin")]


class EventRow(models.Model):
    """The trail: rows are added and never changed (the database refuses it, see the migration)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    number = models.PositiveBigIntegerField()
    at = models.CharField(max_length=32)
    actor = models.CharField(max_length=150)
    actor_id_then = models.BigIntegerField(null=True)
    name = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=30)
    subject_id = models.CharField(max_length=120)
    reason = models.TextField(blank=True, default="")
    data = models.TextField()
    state = models.CharField(max_length=64, blank=True, default="")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """Each number once; pages of one thing are quick."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "number"], name="event_number")]
        indexes: ClassVar = [models.Index(fields=["organisation", "subject_kind", "subject_id", "number"], name="event_subject")]


class WorkerBeat(models.Model):
    """A process that does long work and lives: it puts off ``alive_until`` for as long as it does. What a process without a row had in hand is taken back."""

    worker = models.CharField(max_length=64, primary_key=True)
    host = models.CharField(max_length=100)
    since = models.DateTimeField(auto_now_add=True)
    alive_until = models.DateTimeField()
