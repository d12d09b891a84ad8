"""The Django application of the project: system checks and template tags."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """What stands around every request."""

    name = "functiehuis.web.project"
    label = "project"
