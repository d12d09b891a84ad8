"""The application for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from functiehuis.web.commands.family import follow_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "functiehuis.web.project.settings")
application = get_wsgi_application()


def _warm() -> None:
    """What places descriptions is made ready beside the first requests; it reads tables, so the application must be loaded."""
    from functiehuis.web.placing.warming import warm_in_background

    warm_in_background()


_warm()
follow_parent()
