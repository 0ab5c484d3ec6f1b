"""Pushes of what a batch appended: those of ``publish`` for each message, said once for each conversation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chat import failpoints
from chat.actions import publish
from chat.actions.chain import Chain, Stored
from chat.actions.turns import Turn, wants_draft
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.domain.events import Audience, Message
from chat.domain.transcript import seen_by
from chat.wire import server_frames as s
from chat.wire.parse import encode


def tell(chains: Sequence[Chain]) -> None:
    """After the commit, on the loop."""
    for chain in chains:
        fold = chain.fold
        to_agents = encode(_events(chain, Audience.AGENTS))
        # Messages are for all: then both audiences get the same bytes.
        to_visitor = encode(_events(chain, Audience.ALL)) if _keeps_something_back(chain) else to_agents
        fanout.publish(topics.visitor(fold.visitor), to_visitor)
        fanout.publish(topics.conversation_for_agents(fold.key), to_agents)
        if chain.preview:
            fanout.publish(topics.inbox(fold.site), encode(_preview(chain)))
        for event in chain.turns_owed:
            publish.bot_turn(_turn(chain, event))
        for event in chain.events:
            if wants_draft(fold.site_pk, chain.state, event.recorded.event):
                publish.bot_draft(_turn(chain, event))
    if chains:
        failpoints.hit("after_publish")


def _keeps_something_back(chain: Chain) -> bool:
    return any(event.recorded.event.audience is Audience.AGENTS for event in chain.events)


def _events(chain: Chain, audience: Audience) -> s.Events:
    events = tuple(
        s.WireEvent(seq=item.seq, id=str(event_id), at=item.at, event=seen_by(audience, item.event))
        for item, event_id, *_ in chain.events
    )
    return s.Events(conversation=chain.fold.key, epoch=chain.fold.epoch, events=events)


def _preview(chain: Chain) -> s.PreviewChanged:
    return s.PreviewChanged(conversation=chain.fold.key, preview=msgspec.convert(chain.preview, s.Preview))


def _turn(chain: Chain, owed: Stored) -> Turn:
    fold, (item, event_id, *_) = chain.fold, owed
    text = item.event.text if isinstance(item.event, Message) else ""
    return Turn(pk=fold.pk, conversation=fold.key, seq=item.seq, event=event_id, text=text)
