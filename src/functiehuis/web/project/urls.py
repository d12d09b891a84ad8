"""All addresses. Everything of an organisation lies under ``/h/<short name>/``."""

from django.urls import include, path

from functiehuis.web.accounts import begin
from functiehuis.web.accounts import views as accounts
from functiehuis.web.project import health

urlpatterns = [
    path("", accounts.start, name="start"),
    path("account/", include("functiehuis.web.accounts.urls")),
    path("begin/<str:token>/", begin.begin, name="begin"),
    path("begin/<str:token>/organisatie/", begin.organisation, name="begin-organisation"),
    path("gezond", health.healthy, name="healthy"),
    path(
        "h/<slug:slug>/",
        include(
            [
                path("", include("functiehuis.web.books.urls")),
                path("", include("functiehuis.web.glossary.urls")),
                path("", include("functiehuis.web.search.urls")),
                path("", include("functiehuis.web.accounts.house_urls")),
                path("spoor/", include("functiehuis.web.trail.urls")),
            ]
        ),
    ),
]
