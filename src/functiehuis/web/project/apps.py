"""The Django application of the project: system checks and template tags."""

from importlib import import_module

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """What stands around every request."""

    name = "functiehuis.web.project"
    label = "project"

    def ready(self) -> None:
        """Listen to what happens to accounts, and register the checks of an installation."""
        import_module("functiehuis.web.accounts.told")
        import_module("functiehuis.web.project.checks")
