"""The link with which somebody who was invited chooses a password, and the message that brings it."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from functiehuis.model.house import HouseOrganisation, Member
from functiehuis.web.storage.accounts import may_get_link
from functiehuis.web.storage.models import User


def password_link(request: HttpRequest, member: Member) -> str:
    """The address where somebody chooses a first password; it works once and for three days."""
    user = User.objects.get(pk=member.user_id or 0)
    given = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=given))


def invite(request: HttpRequest, organisation: HouseOrganisation, member: Member, inviter: str) -> str:
    """Send the message of an invitation. Gives the link to hand over when there is no mail server and the administrator may see it, else nothing."""
    user = User.objects.get(pk=member.user_id or 0)
    link = "" if user.has_usable_password() else password_link(request, member)
    context = {
        "inviter": inviter,
        "role": member.role.value,
        "organisation": organisation.name,
        "link": link,
        "address": request.build_absolute_uri(reverse("start")),
    }
    if settings.HAS_MAIL:
        subject = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + render_to_string("accounts/invited_subject.txt").strip()
        send_mail(subject, render_to_string("accounts/invited_message.txt", context), None, [member.email], fail_silently=False)
        return ""
    return link if link and may_get_link(user.pk, organisation.id) else ""
