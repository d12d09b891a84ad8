"""A session that ended in the middle of a form: what was typed waits until its writer is back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from functiehuis.web.editing.texts import label_of
from functiehuis.web.project import once
from functiehuis.web.project.rooms import is_partial

_KEY = "bewaard"
_MOST = 1024 * 1024  # characters
_OURS = ("csrfmiddlewaretoken", once.FIELD, "doe", "stand", "pad", "deel", "melding")


def come_in_first(request: HttpRequest) -> HttpResponseBase:
    """The answer to somebody who is not signed in: to the door, and back to this page; a form that was sent waits in the (anonymous) session.

    Only a form with a token of somebody is kept, and only that person gets it back. Files are not kept.
    """
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    if is_partial(request):
        return render(request, "parts/signed-out.html")
    if request.content_type != "application/x-www-form-urlencoded":
        return redirect_to_login(reverse("start"))
    who, name = once.read_token(request.POST.get(once.FIELD, ""))
    fields = [[key, value] for key, values in request.POST.lists() if key != "csrfmiddlewaretoken" for value in values]
    if who is None or not name or sum(len(key) + len(value) for key, value in fields) > _MOST:
        return redirect_to_login(reverse("start"))
    request.session[_KEY] = {"pad": request.get_full_path(), "velden": fields, "wie": who}
    return redirect_to_login(reverse("kept-form"))


@login_required
def kept_form(request: HttpRequest) -> HttpResponse:
    """What was typed before the session ended, to send again or to leave."""
    kept = request.session.get(_KEY)
    if not kept or kept.get("wie") != request.user.pk or not url_has_allowed_host_and_scheme(kept["pad"], allowed_hosts=None):
        request.session.pop(_KEY, None)
        return redirect("start")
    if request.method == "POST":
        del request.session[_KEY]
        return redirect("start")
    shown = [(label_of(key), value) for key, value in kept["velden"] if key not in _OURS and len(value) > 2]
    return render(request, "editing/kept.html", {"target": kept["pad"], "fields": kept["velden"], "shown": shown})
