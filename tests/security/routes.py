"""Every address that the server answers, and every frame that a socket takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from django.urls import URLPattern, URLResolver, get_resolver

from chat.wire import client_frames as f

VISITOR_FRAMES: tuple[type[f.ClientFrame], ...] = get_args(f.VisitorFrame)
AGENT_FRAMES: tuple[type[f.ClientFrame], ...] = get_args(f.AgentFrame)


class Route(NamedTuple):
    """``path`` as written in the urlconf; ``arguments`` are the names that it captures."""

    path: str
    view: Any
    arguments: tuple[str, ...]

    @property
    def policy(self) -> object:
        """The mark of chat.policy, on the function or on the class behind it."""
        return getattr(self.view, "policy", None) or getattr(getattr(self.view, "cls", None), "policy", None)

    def filled(self, value: object) -> str:
        """An address that leads here, with ``value`` for whatever it captures."""
        parts = [part.partition(">") for part in self.path.split("<")]
        return "/" + parts[0][0] + "".join(str(value) + rest for _, _, rest in parts[1:])


def walk(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[Route]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, path)
        else:
            yield Route(path, pattern.callback, tuple(pattern.pattern.converters))


def unmarked(routes: Iterable[Route]) -> list[str]:
    return [route.path for route in routes if route.policy is None]


ROUTES = sorted(walk(get_resolver().url_patterns))
