"""Channels as its tutorial sets it up, with a model: SQLite and the in-memory layer, or PostgreSQL and Redis."""

from __future__ import annotations

import os
from typing import Any

import environ

SECRET_KEY = "stock"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["tests.bench.peers.stock"]
ASGI_APPLICATION = "tests.bench.peers.stock.asgi.application"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES: dict[str, dict[str, Any]] = {"default": environ.Env().db_url("DATABASE")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # As durable as ours.
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
elif os.environ.get("FORM") == "pool":
    DATABASES["default"]["OPTIONS"] = {"pool": True}

REDIS_URL = os.environ.get("REDIS_URL", "")
_IN_MEMORY: dict[str, Any] = {"BACKEND": "channels.layers.InMemoryChannelLayer"}
_IN_REDIS: dict[str, Any] = {
    "BACKEND": "channels_redis.core.RedisChannelLayer",
    # redis-py 8's own limits (5 s for an answer, 100 connections) would break the layer, which waits 5 s by design.
    "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": 30, "max_connections": 2_000}]},
}
CHANNEL_LAYERS = {"default": _IN_REDIS if REDIS_URL else _IN_MEMORY}
