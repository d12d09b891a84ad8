"""Addresses of the book. ``number`` is the version."""

from django.urls import path

from functiehuis.web.books import comparing, functions, versions, views

urlpatterns = [
    path("boeken/<int:number>/", views.matrix, name="matrix"),
    path("boeken/<int:number>/vergelijken/", comparing.compare, name="compare"),
    path("boeken/<int:number>/wijzigingen/", versions.changes, name="changes"),
    path("boeken/<int:number>/functies/<path:code>/", functions.function, name="function"),
]
