"""The description of the API in docs/ is the one of the product."""

from __future__ import annotations

import json

from command_line import ROOT
from functiehuis.web.api.api import api


def test_the_description_in_docs_is_up_to_date() -> None:
    kept = json.loads((ROOT / "docs/openapi.json").read_text("utf-8"))
    assert kept == json.loads(json.dumps(api.get_openapi_schema())), "run script/maak-api"


def test_names_outside_are_dutch() -> None:
    schema = api.get_openapi_schema()
    english = {"name", "description", "results", "page", "unit", "function", "title", "errors", "key"}
    for name, shape in schema["components"]["schemas"].items():
        if name not in {"Probleem"}:  # RFC 9457 names these itself
            assert not english & shape.get("properties", {}).keys(), name
    for methods in schema["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
