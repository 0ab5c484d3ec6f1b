"""From which address somebody comes. Only proxies that were named may say it for others.

Anyone can write X-Forwarded-For, so what it says counts only as far as the next hop is trusted; X-Real-IP, Forwarded
and the like never count.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from django.conf import settings

#: Of a connection without an address, such as a Unix socket.
NOWHERE = "-"


def ip_of_scope(scope: Any) -> str:
    """Of an ASGI connection."""
    peer = (scope.get("client") or [NOWHERE])[0]
    said = [value.decode("latin1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    return client_ip(peer, ",".join(said))


def ip_of_request(request: Any) -> str:
    """Of a Django or DRF request."""
    return client_ip(request.META.get("REMOTE_ADDR") or NOWHERE, request.META.get("HTTP_X_FORWARDED_FOR", ""))


def client_ip(peer: str, forwarded_for: str) -> str:
    """The address nearest to the client that a trusted hop vouches for. An IPv6 client has a whole /64."""
    hops = [hop.strip() for hop in forwarded_for.split(",") if hop.strip()]
    while hops and is_trusted(peer):
        peer = hops.pop()
    return _holder(peer)


@lru_cache(maxsize=1024)
def is_trusted(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(network) for network in settings.TRUSTED_PROXIES)


@lru_cache(maxsize=4096)
def _holder(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return NOWHERE
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Network((found, 64), strict=False).network_address)
    return str(found)
