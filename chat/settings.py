"""Settings, from the environment. Nothing here needs editing: SQLite on a laptop, PostgreSQL and Redis by two URLs.

DATABASE_URL · REDIS_URL · PUBLIC_URL · PORT · SECRET_KEY · DATA_DIR · EMAIL_URL · DEFAULT_FROM_EMAIL · DEMO · DEBUG
TRUSTED_PROXIES · LIMITS_FACTOR · BOT_PROFILE
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

from chat.origins import parse_origin
from chat.secret import read_or_make_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# The bot's sums are small: more threads would only spin on cores that sockets need. Read when numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))
DEBUG = env.bool("DEBUG", default=False)
#: The one address at which widget, console and sockets live; the exact Origin of every socket.
PORT = env.int("PORT", default=8000)
PUBLIC_URL = parse_origin(env.str("PUBLIC_URL", default=f"http://127.0.0.1:{PORT}"))
#: Serve the demo business's website at "/", under another host name than the chat, as a real owner's site would be.
DEMO = env.bool("DEMO", default=False)
DEMO_URL = f"http://localhost:{PORT}"
REDIS_URL = env.str("REDIS_URL", default="")
#: How many times faster than the protocol says its clocks run (beats, leases, time limits): for tests.
CLOCKS = env.float("CLOCKS", default=1.0)
#: What the bot compares questions by: words, light, semantic (with the extra), or auto: the best that is installed.
BOT_PROFILE = env.str("BOT_PROFILE", default="auto")
#: Breaks the server at a chosen place: for tests, and refused without TESTING (chat/failpoints.py).
FAULT = env.str("FAULT", default="")
TESTING = env.bool("TESTING", default=False)
#: How many times as much as chat/wire/limits.py says anyone may do.
LIMITS_FACTOR = env.float("LIMITS_FACTOR", default=1.0)
#: Addresses or networks of our own proxies, the only ones whose X-Forwarded-For counts: 127.0.0.1,10.0.0.0/8
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
SECRET_KEY = env.str("SECRET_KEY", default="") or read_or_make_secret(DATA_DIR / "secret")

_public = urlsplit(PUBLIC_URL)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[_public.hostname, *(["localhost"] if DEMO else [])])
_secure = _public.scheme == "https"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Before allauth: its templates for signing in replace allauth's.
    "console",
    "allauth",
    "allauth.account",
    "rest_framework",
    "drf_spectacular",
    "django_filters",
    "chat.demo",
    "widget",
    "chat",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "chat.headers.headers",
    "chat.throttling.throttle",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "chat.urls"
ASGI_APPLICATION = "chat.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- database -------------------------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'candid.sqlite3'}")
}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    _database["ENGINE"] = "chat.sqlite"
    # An ack promises that a power cut loses nothing: hence FULL, not WAL's usual NORMAL.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
    _database["CONN_MAX_AGE"] = None
else:
    # Under ASGI a persistent connection belongs to a thread that may never come back: psycopg's pool instead.
    _database["CONN_MAX_AGE"] = 0
    _database["CONN_HEALTH_CHECKS"] = True
    # Tried anew each second: left to itself the pool doubles its wait up to minutes, with PostgreSQL back long since.
    _pool = {"min_size": 1, "max_size": 12, "timeout": 5, "reconnect_timeout": 1}
    _database["OPTIONS"] = {**_database.get("OPTIONS", {}), "pool": _pool}
#: Failed sign-ins are counted here; with Redis, by all processes together.
CACHES = {
    "default": {"BACKEND": "chat.cache.PatientCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people ---------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "chat.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "chat.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/console/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# --- files, mail, language ------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
BUILD_DIR = BASE_DIR / "build"
STATICFILES_DIRS = [("build", str(BUILD_DIR))] if BUILD_DIR.is_dir() else []
WHITENOISE_USE_FINDERS = True
#: esbuild puts a content hash in each name.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/build/assets/.+-[0-9A-Z]{8}\."

#: Mail goes into files until an SMTP server is named: smtp+tls://user:password@mail.example:587
_mail = env.email_url("EMAIL_URL", default=f"filemail:///{DATA_DIR / 'mail'}")
vars().update(_mail)
#: Seconds. A mail server that hangs must not keep the lease on a mail longer than the lease lasts.
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"chat@{_public.hostname}")

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = True

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "EXCEPTION_HANDLER": "chat.api.errors.handle",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Candid",
    "DESCRIPTION": "The console's own API, and the visitor's fallback where WebSockets are blocked.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"DialEnum": "chat.models.site.Dial"},
}

# structlog renders; Django's own loggers join at WARNING. Nothing that a person wrote is ever logged.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Whoever scans the net asks by wrong host names; a traceback for each would fill the disk.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
