"""The shapes of what goes in and out. Names are English here and Dutch outside; the title of a shape is its name in the description of the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field

LARGEST = 2**31 - 1
Number = Annotated[int, Field(ge=1, le=LARGEST)]
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")]
Text = Annotated[str, Field(max_length=200_000, pattern=r"^[^\x00]*$")]


class ProblemField(Schema):
    """What is wrong with a field."""

    model_config = ConfigDict(title="Veldfout")
    name: str = Field(alias="veld")
    text: str = Field(alias="tekst")


class Problem(Schema):
    """A refusal."""

    model_config = ConfigDict(title="Probleem")
    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemField] = Field(default=[], alias="fouten")


class PageOf(Schema):
    """Where in a list an answer is."""

    page: int = Field(alias="pagina")
    per_page: int = Field(alias="per_pagina")
    total: int = Field(alias="totaal")


class OrganisationShape(Schema):
    """An organisation of the caller, and the role there."""

    model_config = ConfigDict(title="Organisatie")
    slug: str = Field(alias="naam_in_adres")
    name: str = Field(alias="naam")
    abbreviation: str = Field(alias="afkorting")
    role: str = Field(alias="rol")


class OrganisationPage(PageOf):
    """Organisations of the caller."""

    model_config = ConfigDict(title="Organisaties")
    results: list[OrganisationShape] = Field(alias="resultaten")


class VersionShape(Schema):
    """A version of the function book."""

    model_config = ConfigDict(title="Versie")
    number: int = Field(alias="nummer")
    title: str = Field(alias="titel")
    status: str
    valid_from: date | None = Field(alias="geldt_vanaf")
    known_since: datetime | None = Field(alias="vastgesteld_op")
    decision: str = Field(alias="besluit")
    retired_on: date | None = Field(alias="vervallen_op")
    based_on: int | None = Field(alias="gaat_verder_op")
    fingerprint: str = Field(alias="vingerafdruk")
    in_force: bool = Field(alias="in_werking")


class VersionPage(PageOf):
    """Versions, the newest first."""

    model_config = ConfigDict(title="Versies")
    results: list[VersionShape] = Field(alias="resultaten")


class MatrixCell(Schema):
    """A normfunctie in the functiematrix."""

    model_config = ConfigDict(title="Matrixfunctie")
    key: str = Field(alias="sleutel")
    code: str
    name: str = Field(alias="naam")
    series: str = Field(alias="reeks")
    group: str = Field(alias="groep")
    level: str = Field(alias="niveau")
    scale: str = Field(alias="schaal")


class MatrixShape(Schema):
    """The functiematrix of a version: what stands where."""

    model_config = ConfigDict(title="Functiematrix")
    version: int = Field(alias="versie")
    series: list[dict[str, Any]] = Field(alias="reeksen")
    groups: list[dict[str, Any]] = Field(alias="groepen")
    functions: list[MatrixCell] = Field(alias="functies")


class FunctionShape(Schema):
    """A normfunctie of a version, in the published form of a function book (functieboek-1.json)."""

    model_config = ConfigDict(title="Normfunctie")
    key: str = Field(alias="sleutel")
    retired: bool = Field(alias="vervallen")
    function: dict[str, Any] = Field(alias="normfunctie")


class FunctionPage(PageOf):
    """Functions of a version, in the order of the book."""

    model_config = ConfigDict(title="Normfuncties")
    results: list[FunctionShape] = Field(alias="resultaten")


class FunctionChange(Schema):
    """What a normfunctie of a concept becomes, and why."""

    model_config = ConfigDict(title="NormfunctieWijziging", extra="forbid")
    function: dict[str, Any] = Field(alias="normfunctie")
    reason: Text = Field(default="", alias="reden")


class FindingPage(PageOf):
    """Findings on a version, in the form of ``functiehuis controleer --json``."""

    model_config = ConfigDict(title="Meldingen")
    results: list[dict[str, Any]] = Field(alias="resultaten")


class HitShape(Schema):
    """Something that was found: a normfunctie, kenmerk, taak, module, lokale functie or afdeling."""

    model_config = ConfigDict(title="Vondst")
    kind: str = Field(alias="soort")
    label: str = Field(alias="sleutel")
    title: str = Field(alias="titel")
    part: str = Field(alias="onderdeel")
    text: str = Field(alias="tekst")
    exact: bool = Field(alias="precies")


class HitPage(PageOf):
    """What was found, by kind."""

    model_config = ConfigDict(title="Vondsten")
    results: list[HitShape] = Field(alias="resultaten")


class Description(Schema):
    """Work to find a function for."""

    model_config = ConfigDict(title="Beschrijving", extra="forbid")
    text: Annotated[str, Field(min_length=1, max_length=100_000, pattern=r"^[^\x00]*$")] = Field(alias="tekst")
    title: Line = Field(default="", alias="titel")


class UnitIn(Schema):
    """A unit, as it is written."""

    model_config = ConfigDict(title="AfdelingInvoer", extra="forbid")
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$")] = Field(alias="naam")
    parent: Number | None = Field(default=None, alias="onder")
    retired: bool = Field(default=False, alias="vervallen")


class UnitShape(Schema):
    """A unit of the organisation."""

    model_config = ConfigDict(title="Afdeling")
    id: int
    name: str = Field(alias="naam")
    parent: int | None = Field(alias="onder")
    retired: bool = Field(alias="vervallen")


class UnitPage(PageOf):
    """Units, by name."""

    model_config = ConfigDict(title="Afdelingen")
    results: list[UnitShape] = Field(alias="resultaten")


class LocalIn(Schema):
    """A local function, as it is written."""

    model_config = ConfigDict(title="LokaleFunctieInvoer", extra="forbid")
    number: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\x00-\x1f]*$")] = Field(alias="nummer")
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$")] = Field(alias="roepnaam")
    description: Annotated[str, Field(max_length=30_000, pattern=r"^[^\x00]*$")] = Field(default="", alias="beschrijving")
    unit: Number | None = Field(default=None, alias="afdeling")
    fte: Annotated[float, Field(ge=0, le=99_999, allow_inf_nan=False)] = 0
    code: Annotated[str, Field(max_length=40, pattern=r"^[^\x00-\x1f]*$")] = ""
    retired: bool = Field(default=False, alias="vervallen")
    reason: Text = Field(default="", alias="reden")


class LocalShape(Schema):
    """A local function."""

    model_config = ConfigDict(title="LokaleFunctie")
    id: int
    number: str = Field(alias="nummer")
    name: str = Field(alias="roepnaam")
    description: str = Field(alias="beschrijving")
    unit: int | None = Field(alias="afdeling")
    fte: Decimal
    code: str
    retired: bool = Field(alias="vervallen")


class LocalPage(PageOf):
    """Local functions, by number."""

    model_config = ConfigDict(title="LokaleFuncties")
    results: list[LocalShape] = Field(alias="resultaten")


class WorksheetShape(Schema):
    """A worksheet; what the product found and what was chosen only with one worksheet, not in the list."""

    model_config = ConfigDict(title="Werkblad")
    id: int
    title: str = Field(alias="titel")
    description: str = Field(alias="beschrijving")
    version: int = Field(alias="versie")
    local_function: int | None = Field(alias="lokale_functie")
    status: str
    result: dict[str, Any] | None = Field(alias="resultaat")
    choices: dict[str, Any] | None = Field(alias="keuzes")
    motivation: str = Field(alias="motivering")
    changed_by: str = Field(alias="gewijzigd_door")
    changed_at: datetime | None = Field(alias="gewijzigd_op")


class WorksheetPage(PageOf):
    """Worksheets, the last changed first."""

    model_config = ConfigDict(title="Werkbladen")
    results: list[WorksheetShape] = Field(alias="resultaten")
