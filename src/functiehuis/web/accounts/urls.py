"""Addresses of an account."""

from django.urls import include, path

from functiehuis.web.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("sleutels/", views.new_key, name="new-key"),
    path("sleutels/<slug:slug>/<int:key>/beeindigen/", views.end_key, name="end-key"),
    path("", include("functiehuis.web.accounts.entrance")),
]
