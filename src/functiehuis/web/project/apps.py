"""The Django application of the project: system checks and template tags."""

from importlib import import_module

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """What stands around every request."""

    name = "functiehuis.web.project"
    label = "project"

    def ready(self) -> None:
        """Register the checks of an installation, and listen to what happens to accounts."""
        import_module("functiehuis.web.project.checks")
        import_module("functiehuis.web.accounts.told")
