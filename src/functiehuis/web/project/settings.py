"""The one settings file; what differs per installation comes from the environment (``environment.py``)."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from functiehuis.web.project import environment

BASE = Path(__file__).parent.parent
HOUSE = environment.folder()
DEMO = environment.switch("FUNCTIEHUIS_DEMO")
HTTPS = environment.switch("FUNCTIEHUIS_HTTPS")

SECRET_KEY = environment.secret_key()
DEBUG = False
ALLOWED_HOSTS = environment.listed("FUNCTIEHUIS_HOSTS", "127.0.0.1", "localhost", "[::1]")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host not in {"*", "127.0.0.1", "localhost", "[::1]"}]

INSTALLED_APPS = [
    "functiehuis.web.storage",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "functiehuis.web.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Outside the rest: whatever refuses a request of the API, it does so in one form.
    "functiehuis.web.api.middleware.ApiMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "functiehuis.web.project.middleware.RefusalMiddleware",
    "functiehuis.web.project.middleware.UploadLimitMiddleware",
]

ROOT_URLCONF = "functiehuis.web.project.urls"
WSGI_APPLICATION = "functiehuis.web.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "functiehuis.web.project.context.house",
            ],
            "builtins": [
                "functiehuis.web.project.templatetags.functiehuis",
                "functiehuis.web.project.templatetags.forms",
                "functiehuis.web.project.templatetags.access",
                "functiehuis.web.project.templatetags.terms",
            ],
        },
    }
]

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The cache holds what several processes must share (counting wrong passwords), so it is a table too.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "gedeeld_geheugen"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_USER_MODEL = "storage.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"

ACCOUNT_ADAPTER = "functiehuis.web.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "functiehuis.web.accounts.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Functiehuis: "
# Behind a server with https the address of somebody is the last one that this server added to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/15m/key,40/15m/ip", "reset_password": "10/h/ip,3/h/key"}
SOCIALACCOUNT_ONLY = False
# Which account an address belongs to is decided in SocialAccountAdapter: only with a role, and only for an address that the service vouches for.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
OIDC_NAME = environment.text("FUNCTIEHUIS_OIDC_NAAM", "uw organisatie")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": OIDC_NAME,
                "client_id": environment.text("FUNCTIEHUIS_OIDC_CLIENT"),
                "secret": environment.text("FUNCTIEHUIS_OIDC_GEHEIM"),
                "settings": {"server_url": environment.text("FUNCTIEHUIS_OIDC_ADRES")},
            }
        ]
        if environment.text("FUNCTIEHUIS_OIDC_ADRES")
        else [],
    }
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Functiehuis"

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        # Signing in at the service of the organisation begins with a form.
        "form-action": [SELF, *environment.origin("FUNCTIEHUIS_OIDC_ADRES")],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE / "locale"]

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE / "static"]
STATIC_ROOT = HOUSE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
UPLOAD_LIMIT = 25 * 1024 * 1024
"""The largest document that may be handed in, in bytes: a function book of 300 functions is under 5 MB."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT

globals().update(environment.mail())
HAS_MAIL = bool(environment.text("FUNCTIEHUIS_MAIL"))
"""Whether messages reach people; without a mail server an administrator hands over the link of an invitation."""
DEFAULT_FROM_EMAIL = environment.text("FUNCTIEHUIS_AFZENDER", "functiehuis@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "functiehuis.web.project.logs.JsonFormatter"}},
    "handlers": {"json": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["json"], "level": "INFO"},
    "loggers": {"django.server": {"handlers": ["json"], "propagate": False}},
}
