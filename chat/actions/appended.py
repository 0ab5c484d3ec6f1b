"""Pushes of what a batch appended: those of ``publish`` for each message, said once for each conversation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chat import failpoints
from chat.actions import publish
from chat.actions.chain import Chain
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.wire import server_frames as s
from chat.wire.parse import encode


def tell(chains: Sequence[Chain]) -> None:
    """After the commit, on the loop."""
    for chain in chains:
        fold = chain.fold
        # A message is for all: both audiences get the same bytes.
        frame = encode(_events(chain))
        fanout.publish(topics.visitor(fold.visitor), frame)
        fanout.publish(topics.conversation_for_agents(fold.key), frame)
        fanout.publish(topics.inbox(fold.site), encode(_preview(chain)))
        for seq in chain.turns_owed:
            publish.bot_turn(fold.pk, seq)
    if chains:
        failpoints.hit("after_publish")


def _events(chain: Chain) -> s.Events:
    events = tuple(
        s.WireEvent(seq=item.seq, id=str(event_id), at=item.at, event=item.event) for _, item, event_id in chain.links
    )
    return s.Events(conversation=chain.fold.key, epoch=chain.fold.epoch, events=events)


def _preview(chain: Chain) -> s.PreviewChanged:
    return s.PreviewChanged(conversation=chain.fold.key, preview=msgspec.convert(chain.preview, s.Preview))
