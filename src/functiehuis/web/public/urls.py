"""Addresses of the public edition, under the names that the pages of the book use."""

from django.urls import path

from functiehuis.web.public import views

urlpatterns = [
    path("<slug:slug>/", views.start, name="home"),
    path("<slug:slug>/woordenlijst/", views.glossary, name="glossary"),
    path("<slug:slug>/<int:number>/", views.matrix, name="matrix"),
    path("<slug:slug>/<int:number>/vergelijken/", views.compare, name="compare"),
    path("<slug:slug>/<int:number>/functies/<path:code>/", views.function, name="function"),
]
