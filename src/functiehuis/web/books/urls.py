"""Addresses of the book. ``number`` is the version."""

from django.urls import path

from functiehuis.web.books import views

urlpatterns = [
    path("boeken/<int:number>/", views.matrix, name="matrix"),
    path("boeken/<int:number>/functies/<path:code>/", views.function, name="function"),
]
