"""All addresses. Everything of an organisation lies under ``/h/<short name>/``."""

from django.urls import include, path

from functiehuis.web.accounts import begin
from functiehuis.web.accounts import views as accounts
from functiehuis.web.api.api import api
from functiehuis.web.project import health, kept_forms

urlpatterns = [
    path("", accounts.start, name="start"),
    path("account/", include("functiehuis.web.accounts.urls")),
    path("api/v1/", api.urls),
    # First, so that of two addresses with one name the pages of a house link to their own.
    path("openbaar/", include("functiehuis.web.public.urls")),
    path("begin/<str:token>/", begin.begin, name="begin"),
    path("begin/<str:token>/organisatie/", begin.organisation, name="begin-organisation"),
    path("gezond", health.healthy, name="healthy"),
    path("terug/", kept_forms.kept_form, name="kept-form"),
    path("gereed", health.prepared, name="prepared"),
    path(
        "h/<slug:slug>/",
        include(
            [
                path("", include("functiehuis.web.house.urls")),
                path("", include("functiehuis.web.placing.urls")),
                path("", include("functiehuis.web.books.urls")),
                path("", include("functiehuis.web.accounts.house_urls")),
                path("spoor/", include("functiehuis.web.trail.urls")),
                path("", include("functiehuis.web.glossary.urls")),
                path("", include("functiehuis.web.search.urls")),
                path("", include("functiehuis.web.editing.urls")),
                path("inlezen/", include("functiehuis.web.intake.urls")),
            ]
        ),
    ),
]
