"""Addresses of the trail of an organisation."""

from django.urls import path

from functiehuis.web.trail import views

urlpatterns = [
    path("", views.trail, name="trail"),
    path("controle/", views.check, name="check-trail"),
    path("<slug:kind>/<path:identifier>/", views.thing, name="trail-thing"),
]
