"""Forms in the design: a label, a hint, the error beside the field, and a summary of errors on top. Everything works without script."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()

_CLASSES: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.CheckboxInput, "", ""),
    (forms.FileInput, "", ""),
    (forms.Select, "utrecht-select utrecht-select--html-select", "utrecht-select--invalid"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea", "utrecht-textarea--invalid"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input", "utrecht-textbox--invalid"),
)


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, hint: str = "", label: str = "") -> dict[str, Any]:
    """A field with its label, hint and error; ``label`` and ``hint`` take the place of those of the form."""
    widget = bound.field.widget
    # A help text with a link in it comes from a library, and says what these pages say in their own way.
    hint = hint or ("" if "<" in str(bound.help_text) else str(bound.help_text))
    return {
        "field": bound,
        "label": label or bound.label,
        "hint": hint,
        "control": _control(bound, bool(hint)),
        "checkbox": isinstance(widget, forms.CheckboxInput),
        "hidden": widget.is_hidden,
    }


def _control(bound: BoundField, hint: bool) -> SafeString:
    widget = bound.field.widget
    plain, invalid = next((plain, invalid) for kind, plain, invalid in _CLASSES if isinstance(widget, kind))
    described = [f"{bound.auto_id}-{part}" for part, there in (("uitleg", hint), ("fout", bool(bound.errors))) if there]
    attributes: dict[str, str | bool] = {"class": f"{plain} {invalid}" if bound.errors and invalid else plain, "placeholder": ""}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    # What Django would add by itself points at ids that these pages do not have.
    given = bound.field.widget.attrs
    given.pop("aria-describedby", None)
    given.pop("placeholder", None)
    attributes.pop("placeholder")
    return bound.as_widget(attrs=attributes)


@register.inclusion_tag("parts/form-errors.html")
def form_errors(form: forms.BaseForm | None) -> dict[str, Any]:
    """The summary on top of a form that was refused, with a link to each field."""
    if form is None or not form.is_bound or not form.errors:
        return {"errors": []}
    errors = [("", str(text)) for text in form.non_field_errors()]
    errors += [(form[name].auto_id, str(text)) for name, texts in form.errors.items() if name in form.fields for text in texts]
    return {"errors": errors}
