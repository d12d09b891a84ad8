"""Addresses of reading in."""

from django.urls import path

from functiehuis.web.intake import views

urlpatterns = [
    path("", views.intakes, name="intakes"),
    path("<int:identifier>/", views.intake, name="intake"),
    path("<int:identifier>/antwoord/", views.answer, name="intake-answer"),
    path("<int:identifier>/overnemen/", views.confirm, name="intake-confirm"),
]
