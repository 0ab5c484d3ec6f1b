from __future__ import annotations

from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer

from tests.bench.peers.stock.store import store


class Chat(AsyncJsonWebsocketConsumer):
    who: str

    async def receive_json(self, content: dict[str, Any], **kwargs: Any) -> None:
        if content["type"] == "join":
            await self.join(**content)
        else:
            await self.say(**content)

    async def join(self, *, who: str, conversations: list[str], **rest: Any) -> None:
        self.who = who
        for conversation in conversations:
            await self.channel_layer.group_add(conversation, self.channel_name)
        await self.send_json({"type": "joined"})

    async def say(self, *, conversation: str, cmid: str, text: str, **rest: Any) -> None:
        saved = database_sync_to_async(store)
        seq, fresh = await saved(conversation=conversation, author=self.who, cmid=cmid, text=text)
        await self.send_json({"type": "ack", "cmid": cmid, "seq": seq})
        if fresh:
            frame = {"type": "message", "conversation": conversation, "seq": seq, "cmid": cmid, "text": text}
            await self.channel_layer.group_send(conversation, {"type": "chat.message", "frame": frame})

    async def chat_message(self, event: dict[str, Any]) -> None:
        await self.send_json(event["frame"])
