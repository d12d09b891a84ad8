"""The address of the woordenlijst."""

from django.urls import path

from functiehuis.web.glossary import views

urlpatterns = [path("woordenlijst", views.glossary, name="glossary")]
