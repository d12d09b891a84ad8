"""All addresses, with those of the public edition last: of two with one name the last is the one that a page of the public edition links to."""

from django.urls import include, path

from functiehuis.web.project.urls import urlpatterns as everything

urlpatterns = [*everything, path("openbaar/", include("functiehuis.web.public.urls"))]
