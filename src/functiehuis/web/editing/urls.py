"""Addresses of changing a book. ``number`` is the version, ``key`` names a function in its concept."""

from django.urls import path

from functiehuis.web.editing import findings, frame, functions, versions

urlpatterns = [
    path("boeken/", versions.versions, name="versions"),
    path("boeken/<int:number>/nieuw-concept/", versions.begin, name="begin-concept"),
    path("boeken/<int:number>/vaststellen/", versions.adopt, name="adopt"),
    path("boeken/<int:number>/intrekken/", versions.retire, name="retire"),
    path("boeken/<int:number>/meldingen/", findings.findings, name="findings"),
    path("boeken/<int:number>/meldingen/telling/", findings.counts, name="finding-counts"),
    path("boeken/<int:number>/bewerken/", frame.concept, name="concept"),
    path("boeken/<int:number>/bewerken/boek/", frame.frame, name="frame"),
    path("boeken/<int:number>/bewerken/nieuw/", functions.add, name="function-add"),
    path("boeken/<int:number>/bewerken/nieuw/nakijken/", functions.check, name="function-check-new"),
    path("boeken/<int:number>/bewerken/functie/<str:key>/", functions.edit, name="function-edit"),
    path("boeken/<int:number>/bewerken/functie/<str:key>/nakijken/", functions.check, name="function-check"),
    path("boeken/<int:number>/bewerken/functie/<str:key>/geschiedenis/", functions.history, name="function-history"),
    path("boeken/<int:number>/bewerken/functie/<str:key>/doe/", functions.act, name="function-act"),
]
