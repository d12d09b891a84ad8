"""All addresses. Everything of an organisation lies under ``/h/<short name>/``."""

from django.urls import include, path

from functiehuis.web.accounts import views as accounts
from functiehuis.web.project import health

urlpatterns = [
    path("", accounts.start, name="start"),
    path("account/", include("allauth.urls")),
    path("gezond", health.healthy, name="healthy"),
    path("gereed", health.prepared, name="prepared"),
    path(
        "h/<slug:slug>/",
        include(
            [
                path("", include("functiehuis.web.books.urls")),
            ]
        ),
    ),
]
