"""Django's cache in Redis, and in this process's memory while Redis is away: nobody fails to sign in because of it."""

from __future__ import annotations

import json
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry


class Json:
    """Not pickle: what stands in Redis must not be able to run here."""

    def dumps(self, value: Any) -> bytes:
        return json.dumps(value).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


class PatientCache(RedisCache):
    """Only what is used: get, add, set and delete."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options: dict[str, Any] = {"serializer": Json, "socket_connect_timeout": 1, "socket_timeout": 1}
        options["retry"] = Retry(NoBackoff(), 0)
        super().__init__(server, {**params, "OPTIONS": options})
        self._memory = LocMemCache("fallback", params)

    def _either(self, name: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(), name)(*args, **kwargs)
        except RedisError:
            return getattr(self._memory, name)(*args, **kwargs)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        return self._either("get", *args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> Any:
        return self._either("add", *args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> Any:
        return self._either("set", *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return self._either("delete", *args, **kwargs)
