"""Settings of the tests: the same as everywhere, with a quick password hash and files as they lie."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# A folder of its own, and a key that is no secret, before the settings are read.
os.environ.setdefault("FUNCTIEHUIS_MAP", tempfile.mkdtemp(prefix="functiehuis-test-"))
os.environ.setdefault("FUNCTIEHUIS_SLEUTEL", "alleen-voor-de-tests-" * 3)

from functiehuis.web.project.settings import *
from functiehuis.web.project.settings import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    # A file, as in a real house, so that several threads can be at it at once.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["FUNCTIEHUIS_MAP"]) / "tests.sqlite3")}
