"""The protocol's numbers. Both sides take them from here; docs/protocol.md repeats them."""

from __future__ import annotations

PROTOCOL = 1

#: Bytes of one frame from a client; more closes the socket with 1009.
FRAME_BYTES = 64 * 1024
#: Characters of one message.
TEXT_CHARS = 10_000
PAGE_CHARS = 500
EMAIL_CHARS = 254
#: Events in one ``events`` frame; ``more`` says that others follow.
EVENTS_PER_FRAME = 200
INBOX_ROWS_PER_FRAME = 200
FOUND_ROWS = 50

#: Seconds.
HELLO_WITHIN = 5
VISITOR_HEARTBEAT = 20
AGENT_HEARTBEAT = 10
DEAD_AFTER = 45
LEASE = 60
RECONNECT_MIN = 0.5
RECONNECT_MAX = 30
POLL_EVERY = 3
