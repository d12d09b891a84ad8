"""Addresses of people and settings, inside an organisation."""

from django.urls import path

from functiehuis.web.accounts import members, organisation

urlpatterns = [
    path("leden/", members.members, name="members"),
    path("leden/toevoegen/", members.add, name="add-member"),
    path("leden/<int:identifier>/", members.member, name="member"),
    path("leden/<int:identifier>/beeindigen/", members.end, name="end-member"),
    path("leden/<int:identifier>/link/", members.link, name="member-link"),
    path("instellingen/", organisation.settings, name="settings"),
    path("instellingen/huisstijl/", organisation.style, name="style"),
    path("huisstijl.css", organisation.sheet, name="house-style"),
]
