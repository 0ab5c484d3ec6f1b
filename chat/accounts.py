"""People who sign in: no open sign-up, one actor per site, and sockets that end when rights do."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_changed, password_reset
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.signals import user_logged_out
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from chat import presence
from chat.actions import publish
from chat.clients import ip_of_request
from chat.models import Membership, User
from chat.policy import AgentActor

#: Session key, and who was signed in with it.
Login = tuple[str, AgentActor]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: Any) -> bool:
        """Accounts are made by ``create_site`` and by invitation, never by whoever comes along."""
        return False

    def get_client_ip(self, request: Any) -> str:
        """For allauth's limits on signing in."""
        return ip_of_request(request)


def actor_for(user: User, site_id: str | None) -> AgentActor | None:
    """The person at the site with that public id (the first of theirs, when None); None if they have no place there."""
    memberships = Membership.objects.select_related("site", "user").filter(user=user, user__is_active=True)
    if site_id is not None:
        try:
            memberships = memberships.filter(site__public_id=uuid.UUID(site_id))
        except ValueError:
            return None
    membership = memberships.order_by("pk").first()
    return AgentActor(site=membership.site, membership=membership) if membership else None


def still_signed_in(logins: Sequence[Login]) -> list[AgentActor | None]:
    """For each session key and actor, the actor with the rights of now.

    None after logout, password change, disabling or loss of the membership.
    """
    keys, actors = [key for key, _ in logins], [actor for _, actor in logins]
    rows = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    sessions = {row.session_key: row.get_decoded() for row in rows}
    people = Membership.objects.select_related("site", "user").in_bulk([actor.membership.pk for actor in actors])
    return [_actor_now(sessions.get(key, {}), people.get(actor.membership.pk)) for key, actor in logins]


def _actor_now(session: Mapping[str, Any], membership: Membership | None) -> AgentActor | None:
    if membership is None or not membership.user.is_active or session.get(SESSION_KEY) != str(membership.user.pk):
        return None
    if not constant_time_compare(session.get(HASH_SESSION_KEY, ""), membership.user.get_session_auth_hash()):
        return None
    return AgentActor(site=membership.site, membership=membership)


def _rights_changed(user: User | None) -> None:
    if user is not None:
        public_id = user.public_id
        transaction.on_commit(lambda: publish.rights_changed(public_id), robust=True)


def _signed_out(sender: Any, user: User | None, request: Any, **rest: Any) -> None:
    """Signing out of the console gives the chats back at once instead of when the lease runs out."""
    if user is None:
        return
    for membership in Membership.objects.select_related("site", "user").filter(user=user):
        presence.leave(membership, timezone.now())
    # Django says this before it flushes the session; sockets that look now must not find it.
    request.session.delete(request.session.session_key)
    _rights_changed(user)


def connect() -> None:
    """Called once, when Django is ready."""
    user_logged_out.connect(_signed_out, dispatch_uid="candid_out")
    for signal in (password_changed, password_reset):
        signal.connect(lambda user, **rest: _rights_changed(user), weak=False, dispatch_uid="candid_password")
    for signal in (post_save, post_delete):
        signal.connect(_user_saved, sender=User, dispatch_uid="candid_user")
        signal.connect(_membership_saved, sender=Membership, dispatch_uid="candid_membership")


def _user_saved(instance: User, **rest: Any) -> None:
    _rights_changed(instance)


def _membership_saved(instance: Membership, **rest: Any) -> None:
    _rights_changed(instance.user)
