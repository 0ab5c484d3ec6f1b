"""Agents' leases: the console renews by answering heartbeats; 60 seconds without, and the agent is lost."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from chat import clock
from chat.actions import publish, system
from chat.models import AgentPresence, Membership
from chat.wire.limits import LEASE

LEASE_FOR = timedelta(seconds=LEASE / settings.CLOCKS)


def arrive(membership: Membership, now: datetime) -> None:
    """A console connected. Chats that were lost with its connection are the agent's again."""
    was_here = _renew(membership, now)
    system.agent_returns(membership, now)
    if not was_here:
        publish.availability(membership.site)


def renew(membership: Membership, now: datetime) -> None:
    if not _renew(membership, now):
        arrive(membership, now)


def _renew(membership: Membership, now: datetime) -> bool:
    """True if the lease had not run out."""
    with transaction.atomic():
        presence, made = AgentPresence.objects.get_or_create(membership=membership)
        was_here = not made and presence.lease_until is not None and presence.lease_until > now
        presence.lease_until = now + LEASE_FOR
        presence.save(update_fields=["lease_until"])
        return was_here


def set_available(membership: Membership, on: bool) -> None:
    """ "Taking chats" or not. Chats that the agent holds stay."""
    with transaction.atomic():
        AgentPresence.objects.update_or_create(membership=membership, defaults={"available": on})
    publish.availability(membership.site)


def leave(membership: Membership, now: datetime) -> None:
    """Signed out: gone at once, chats back to the queue."""
    with transaction.atomic():
        AgentPresence.objects.filter(membership=membership).update(lease_until=None)
    system.lose_agent(membership, now, away=True)
    publish.availability(membership.site)


def expire(now: datetime) -> None:
    """Put back the chats of agents whose lease ran out. Safe to run in several processes at once."""
    clock.no_later(AgentPresence.objects.all(), "lease_until", now + LEASE_FOR)
    gone = AgentPresence.objects.filter(lease_until__lt=now).select_related("membership__site", "membership__user")
    for presence in gone:
        with transaction.atomic():
            mine = AgentPresence.objects.filter(pk=presence.pk, lease_until=presence.lease_until)
            if not mine.update(lease_until=None):
                continue
        publish.availability(presence.membership.site)
    holders = Membership.objects.filter(Q(presence__isnull=True) | Q(presence__lease_until__isnull=True))
    for membership in holders.filter(chats__status="human").distinct().select_related("site", "user"):
        system.lose_agent(membership, now)
    system.lose_removed_agents(now)
