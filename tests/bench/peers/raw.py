"""Raw ``websockets``: acks and delivers, stores nothing. What a server in Python could reach at most."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict

import msgspec
from websockets.asyncio.server import ServerConnection, broadcast, serve

rooms: defaultdict[str, set[ServerConnection]] = defaultdict(set)
decode, encode = msgspec.json.decode, msgspec.json.encode
tops: defaultdict[str, int] = defaultdict(int)


async def chat(socket: ServerConnection) -> None:
    async for message in socket:
        frame = decode(message)
        if frame["type"] == "join":
            for conversation in frame["conversations"]:
                rooms[conversation].add(socket)
            await socket.send('{"type":"joined"}')
        else:
            await say(socket, **frame)


async def say(socket: ServerConnection, *, conversation: str, cmid: str, text: str, **rest: object) -> None:
    tops[conversation] += 1
    seq = tops[conversation]
    await socket.send(encode({"type": "ack", "cmid": cmid, "seq": seq}).decode())
    frame = {"type": "message", "conversation": conversation, "seq": seq, "cmid": cmid, "text": text}
    broadcast(rooms[conversation] - {socket}, encode(frame).decode())


async def main() -> None:
    port = int(os.environ["PORT"])
    async with serve(chat, "127.0.0.1", port, compression=None, backlog=1024) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
