"""Web origins as browsers write them: scheme, host, and the port where it isn't the scheme's own."""

from __future__ import annotations

import re

#: Strict, because it goes into headers and must not be able to say more there.
_ORIGIN = re.compile(r"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?/?")
_OWN_PORT = {"http": "80", "https": "443"}


def parse_origin(text: str) -> str:
    """``https://shop.example`` from what was typed, which may have capitals, a last slash, the usual port.

    Raises ValueError for what is no web origin.
    """
    found = _ORIGIN.fullmatch(text.strip().lower())
    if not found:
        raise ValueError(f"{text}: an origin is scheme and host, such as https://shop.example")
    scheme, host, port = found.groups()
    return f"{scheme}://{host}" + (f":{port}" if port and port != _OWN_PORT[scheme] else "")
