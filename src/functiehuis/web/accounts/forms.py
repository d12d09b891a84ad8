"""Forms about accounts. What may be is decided by the actions; a form only reads what was typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Role
from functiehuis.web.storage.models import User

ROLES = [(role.value, f"{role.value[0].upper()}{role.value[1:]}") for role in Role]
_APPEARANCES = [("", "Zoals dit apparaat"), ("licht", "Licht"), ("donker", "Donker")]
_STYLE = "Een CSS-bestand met alleen kleuren en lettertypen op .fh-theme. Wij controleren of alles leesbaar blijft."


def refuse(form: forms.Form, error: RefusedError) -> None:
    """Put what an action refused beside the fields it is about; what belongs to no field of this form goes on top."""
    for name, text in error.fields.items():
        form.add_error(name if name in form.fields else None, text)
    if not error.fields:
        form.add_error(None, str(error))


class MemberForm(forms.Form):
    """Somebody new."""

    email = forms.EmailField(
        label="E-mailadres",
        error_messages={"required": "Vul een e-mailadres in.", "invalid": "Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl."},
    )
    name = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."}, help_text="Staat bij alles wat deze persoon wijzigt.")
    role = forms.ChoiceField(label="Rol", choices=ROLES, initial=Role.READER.value, error_messages={"invalid_choice": "Deze rol bestaat niet. Kies er een."})


class RoleForm(forms.Form):
    """Another role for somebody."""

    role = forms.ChoiceField(label="Rol", choices=ROLES, error_messages={"required": "Kies een rol.", "invalid_choice": "Deze rol bestaat niet. Kies er een."})
    reason = forms.CharField(label="Reden", required=False, max_length=500, help_text="Komt in het spoor van de wijzigingen.")


class EndForm(forms.Form):
    """Why a role ends."""

    reason = forms.CharField(label="Reden", required=False, max_length=500, help_text="Komt in het spoor van de wijzigingen.")


class OrganisationForm(forms.Form):
    """Name and publicity of an organisation."""

    name = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    abbreviation = forms.CharField(label="Afkorting", required=False)
    public = forms.BooleanField(
        label="Iedereen mag het vastgestelde functieboek lezen",
        required=False,
        help_text="Zonder in te loggen, alleen het boek dat in werking is. Concepten, afdelingen en lokale functies blijven besloten.",
    )


class StyleForm(forms.Form):
    """A house style as a file."""

    style = forms.FileField(label="Huisstijl", help_text=_STYLE, error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."})


class PreferencesForm(forms.Form):
    """How somebody sees the pages."""

    name = forms.CharField(label="Naam", max_length=150, error_messages={"required": "Vul een naam in."}, help_text="Staat bij alles wat u wijzigt.")
    appearance = forms.ChoiceField(label="Weergave", choices=_APPEARANCES, required=False)
    shortcuts = forms.BooleanField(label="Sneltoetsen aan", required=False, help_text="Toetsen van één letter, buiten invulvelden. Met ? ziet u ze.")


class KeyForm(forms.Form):
    """A new key for a program."""

    organisation = forms.ChoiceField(
        label="Organisatie", error_messages={"required": "Kies een organisatie.", "invalid_choice": "Hier hebt u geen rol. Kies een andere."}
    )
    name = forms.CharField(label="Waarvoor is de sleutel?", error_messages={"required": "Schrijf waarvoor de sleutel is, zodat u hem later herkent."})

    def __init__(self, organisations: list[tuple[str, str]], *words: Any, **given: Any) -> None:
        super().__init__(*words, **given)
        choice = self.fields["organisation"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = organisations
            if len(organisations) == 1:
                choice.initial = organisations[0][0]
                choice.widget = forms.HiddenInput()


class FirstAccountForm(forms.Form):
    """The account of whoever sets up an installation."""

    email = forms.EmailField(
        label="E-mailadres",
        error_messages={"required": "Vul een e-mailadres in.", "invalid": "Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl."},
    )
    name = forms.CharField(label="Naam", max_length=150, error_messages={"required": "Vul een naam in."})
    password1 = forms.CharField(
        label="Wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Kies een wachtwoord."},
        help_text="Minstens 12 tekens. Een zin van vier woorden is sterk en goed te onthouden.",
    )
    password2 = forms.CharField(
        label="Wachtwoord nog een keer",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Typ het wachtwoord nog een keer."},
    )

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same, and strong enough."""
        cleaned = super().clean() or {}
        first, again = cleaned.get("password1"), cleaned.get("password2")
        if first and again and first != again:
            self.add_error("password2", "Dit is een ander wachtwoord dan hierboven. Typ twee keer hetzelfde.")
        if first:
            try:
                password_validation.validate_password(first, User(email=cleaned.get("email", ""), name=cleaned.get("name", "")))
            except ValidationError as error:
                self.add_error("password1", error)
        return cleaned


class FirstOrganisationForm(forms.Form):
    """The first organisation of an installation."""

    name = forms.CharField(label="Naam van de organisatie", error_messages={"required": "Vul de naam van de organisatie in."})
    abbreviation = forms.CharField(label="Afkorting", required=False)
    slug = forms.CharField(
        label="Korte naam",
        error_messages={"required": "Vul een korte naam in, zoals merenland."},
        help_text="Staat in het adres, zoals merenland. Verandert later niet meer.",
    )
