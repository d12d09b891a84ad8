"""The API itself: its routers, its refusals, and its description."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from functiehuis.model.errors import FunctiehuisError
from functiehuis.web.api import books, organisation, shapes
from functiehuis.web.api.doors import KeyAuth, PageNumber, PerPage, caller, page
from functiehuis.web.api.middleware import VERSION
from functiehuis.web.api.problems import TITLES, ApiProblemError, problem, problem_of

_LOG = logging.getLogger("functiehuis.api")
_ABOUT = (
    "Functieboeken van een organisatie lezen en, met het recht daartoe, wijzigen. Log in met een sleutel van uw account. "
    "Een sleutel mag wat u zelf mag, in één organisatie. Elke weigering heeft dezelfde vorm: application/problem+json."
)


_WRITING = {"post": {409, 413, 415}, "put": {409, 412, 413, 415, 428}}


class DescribedAPI(NinjaAPI):
    """An API whose description names shapes in Dutch and tells every refusal."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """The description in OpenAPI 3.1."""
        schema = super().get_openapi_schema(**given)
        described = _in_dutch(json.loads(json.dumps(schema, default=str)))
        schema.clear()
        schema.update(described)
        return schema


api = DescribedAPI(
    title="Functiehuis",
    version=VERSION,
    description=_ABOUT,
    auth=KeyAuth(),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
    servers=[{"url": "/", "description": "Dit functiehuis"}],
    openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
)

start = Router(tags=["Organisatie"], by_alias=True)


@start.get("/organisaties", response=shapes.OrganisationPage, summary="Organisaties van de sleutel", operation_id="organisaties")
def organisations(request: HttpRequest, response: HttpResponse, at: PageNumber, size: PerPage) -> Any:
    """De organisatie waarin uw sleutel werkt, en uw rol daar."""
    house = caller(request)
    found = house.organisation()
    told = {"naam_in_adres": found.slug, "naam": found.name, "afkorting": found.abbreviation, "rol": house.actor.role.value}
    return page(request, response, [told], at, size, dict)


api.add_router("", start)
for _router in (books.router, organisation.units_router, organisation.locals_router, organisation.worksheets_router):
    api.add_router("/organisaties/{organisatie}", _router)


@api.exception_handler(FunctiehuisError)
def _refused(request: HttpRequest, error: FunctiehuisError) -> HttpResponse:
    return problem_of(error)


@api.exception_handler(ApiProblemError)
def _problem(request: HttpRequest, error: ApiProblemError) -> HttpResponse:
    return problem(error.status, str(error))


@api.exception_handler(AuthenticationError)
def _no_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, headers={"WWW-Authenticate": 'Bearer realm="Functiehuis"'})


@api.exception_handler(ValidationError)
def _wrong_fields(request: HttpRequest, error: ValidationError) -> HttpResponse:
    wrong = {".".join(str(part) for part in item["loc"] if part not in {"body", "query", "path", "header"}) or "verzoek": item["msg"] for item in error.errors}
    outside = any(item["loc"][0] == "path" for item in error.errors)
    return problem(404) if outside else problem(422, errors=wrong)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404)


@api.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    _LOG.error("API-verzoek mislukt", exc_info=error)
    return problem(500)


def _in_dutch(schema: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(schema)
    shown = schema["components"]["schemas"]
    for name, shape in shown.items():
        text = text.replace(f'"#/components/schemas/{name}"', f'"#/components/schemas/{shape.get("title", name)}"')
    described: dict[str, Any] = json.loads(text)
    described["components"]["schemas"] = {shape.get("title", name): shape for name, shape in described["components"]["schemas"].items()}
    problem_shape = shapes.Problem.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    field = problem_shape.pop("$defs")["ProblemField"]
    renamed = json.loads(json.dumps(problem_shape).replace("/ProblemField", "/Veldfout"))
    described["components"]["schemas"] |= {"Veldfout": field, "Probleem": renamed}
    for operations in described["paths"].values():
        for method, operation in operations.items():
            wanted = {400, 401, 403, 404, 422, 500} | _WRITING.get(method, set())
            for status in sorted(wanted):
                content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}}
                operation["responses"][str(status)] = {"description": TITLES[status][0], "content": content}
    described["components"]["schemas"] = dict(sorted(described["components"]["schemas"].items()))
    return described
