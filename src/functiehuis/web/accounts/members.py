"""Pages of an administrator about who has which role."""

from __future__ import annotations

from smtplib import SMTPException

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from functiehuis.actions.manage_members import add_member, change_role, end_member
from functiehuis.actions.policy import RIGHTS, Right
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, Member, Role
from functiehuis.web.accounts.forms import EndForm, MemberForm, RoleForm, refuse
from functiehuis.web.accounts.links import invite, password_link
from functiehuis.web.project.rooms import HouseRequest, room
from functiehuis.web.storage.accounts import may_get_link


@room(Right.MANAGE_PEOPLE)
def members(request: HouseRequest) -> HttpResponseBase:
    """Everybody with a role, and what each role may."""
    return render(request, "accounts/members.html", {"page": "members", "members": request.place.house.members(), "rights": RIGHTS})


@room(Right.MANAGE_PEOPLE)
def add(request: HouseRequest) -> HttpResponseBase:
    """Give an address a role, and send the invitation."""
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            member = add_member(request.place.house, typed["email"], typed["name"], Role(typed["role"]))
        except RefusedError as error:
            refuse(form, error)
        else:
            return _invited(request, member)
    return render(request, "accounts/member-add.html", {"page": "members", "form": form}, status=422 if form.is_bound and form.errors else 200)


@room(Right.MANAGE_PEOPLE)
def member(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Another role for somebody."""
    found = request.place.house.member(identifier)
    form = RoleForm(request.POST or None, initial={"role": found.role.value})
    if request.method == "POST" and form.is_valid():
        try:
            change_role(request.place.house, identifier, Role(form.cleaned_data["role"]), form.cleaned_data["reason"])
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, f"{found.name} heeft nu de rol {form.cleaned_data['role']}.")
            return redirect("members", slug=request.place.organisation.slug)
    return _member_page(request, found, form, EndForm(prefix="einde"))


@require_POST
@room(Right.MANAGE_PEOPLE)
def end(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Take somebody's role away."""
    found = request.place.house.member(identifier)
    form = EndForm(request.POST, prefix="einde")
    if form.is_valid():
        try:
            end_member(request.place.house, identifier, form.cleaned_data["reason"])
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, f"{found.name} heeft hier geen rol meer.")
            return redirect("members", slug=request.place.organisation.slug)
    return _member_page(request, found, RoleForm(initial={"role": found.role.value}), form)


@require_POST
@room(Right.MANAGE_PEOPLE)
def link(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Show the link for a first password, to hand over when no message arrives. Only for an account that has no password and is known nowhere else."""
    found = request.place.house.member(identifier)
    if found.ended or not may_get_link(found.user_id or 0, request.place.organisation.id):
        raise RefusedError("Deze persoon kiest zelf een nieuw wachtwoord, met 'Wachtwoord vergeten' op de inlogpagina.")
    request.place.house.put_member(found, Happening("lid.link_getoond", data={"naam": found.name}))
    return render(request, "accounts/link.html", {"page": "members", "member": found, "link": password_link(request, found)})


def _invited(request: HouseRequest, member: Member) -> HttpResponseBase:
    try:
        shown = invite(request, request.place.organisation, member, request.place.house.actor.name)
    except (OSError, SMTPException):
        messages.error(request, f"{member.name} heeft nu een rol, maar het bericht kon niet weg. Open de persoon en geef zelf de link.")
        return redirect("members", slug=request.place.organisation.slug)
    if shown:
        request.place.house.put_member(member, Happening("lid.link_getoond", data={"naam": member.name}))
        return render(request, "accounts/link.html", {"page": "members", "member": member, "link": shown})
    messages.success(request, f"{member.name} is toegevoegd en krijgt bericht op {member.email}.")
    return redirect("members", slug=request.place.organisation.slug)


def _member_page(request: HouseRequest, found: Member, form: RoleForm, ending: EndForm) -> HttpResponseBase:
    context = {
        "page": "members",
        "member": found,
        "form": form,
        "ending": ending,
        "may_link": not found.ended and may_get_link(found.user_id or 0, request.place.organisation.id),
    }
    failed = (form.is_bound and form.errors) or (ending.is_bound and ending.errors)
    return render(request, "accounts/member.html", context, status=422 if failed else 200)
