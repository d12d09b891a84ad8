"""Addresses of placing work."""

from django.urls import path

from functiehuis.web.placing import views

urlpatterns = [
    path("indelen/", views.listing, name="worksheets"),
    path("indelen/nieuw/", views.add, name="worksheet-add"),
    path("indelen/<int:identifier>/", views.worksheet, name="worksheet"),
]
