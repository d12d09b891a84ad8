"""The address of search."""

from django.urls import path

from functiehuis.web.search import views

urlpatterns = [path("zoeken/", views.search, name="search")]
