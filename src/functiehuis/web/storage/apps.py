"""The Django application of the tables."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """All tables of the product live here."""

    name = "functiehuis.web.storage"
    label = "storage"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Texts are made fit to keep whenever a row of ours is saved."""
        from django.db.models.signals import pre_save

        from functiehuis.web.storage.clean import clean_row

        for model in self.get_models():
            pre_save.connect(clean_row, sender=model, dispatch_uid=f"clean {model.__name__}")
