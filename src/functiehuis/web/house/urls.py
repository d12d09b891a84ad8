"""Addresses of the organisation."""

from django.urls import path

from functiehuis.web.house import functions, start, tables, units

urlpatterns = [
    path("", start.home, name="home"),
    path("organisatie/", functions.listing, name="local-functions"),
    path("organisatie/functies/nieuw/", functions.add, name="local-function-add"),
    path("organisatie/functies/<int:identifier>/", functions.show, name="local-function"),
    path("organisatie/functies/<int:identifier>/wijzigen/", functions.change, name="local-function-change"),
    path("organisatie/functies/<int:identifier>/intrekken/", functions.retire, name="local-function-retire"),
    path("organisatie/functies/<int:identifier>/geschiedenis/", functions.history, name="local-function-history"),
    path("organisatie/afdelingen/", units.listing, name="units"),
    path("organisatie/afdelingen/nieuw/", units.add, name="unit-add"),
    path("organisatie/afdelingen/<int:identifier>/", units.change, name="unit-change"),
    path("organisatie/afdelingen/<int:identifier>/intrekken/", units.retire, name="unit-retire"),
    path("organisatie/inlezen/", tables.upload, name="import"),
    path("organisatie/inlezen/<str:ticket>/", tables.preview, name="import-preview"),
    path("organisatie/lokale-functies.<str:form>", tables.download, name="export"),
    path("organisatie/sjabloon.<str:form>", tables.template, name="import-template"),
]
