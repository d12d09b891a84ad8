"""The Django application of the tables."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """All tables of the product live here."""

    name = "functiehuis.web.storage"
    label = "storage"
    default_auto_field = "django.db.models.BigAutoField"
