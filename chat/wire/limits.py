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

# How much anyone may do (chat/limits.py). A bucket holds BURST and fills by so many a minute. Generous to people: who
# types, pastes, or comes out of a tunnel with a full outbox never meets them; a script does within a second.

#: Commands of one visitor: an hour's outbox at once, then one a second, faster than anyone writes.
COMMANDS_BURST = 60
COMMANDS_PER_MINUTE = 60
#: Commands of one agent, who has many chats, canned replies and keys for everything.
AGENT_COMMANDS_BURST = 120
AGENT_COMMANDS_PER_MINUTE = 300
#: Visitors' commands from one address: a school, an office or a whole mobile network may be behind it.
IP_COMMANDS_BURST = 600
IP_COMMANDS_PER_MINUTE = 1_200
#: Visitors' commands at one site: what one site may take from its neighbours on the same server.
SITE_COMMANDS_BURST = 6_000
SITE_COMMANDS_PER_MINUTE = 30_000
#: Frames of any kind on one socket: a beat each 20 s, a resume for each gap.
FRAMES_BURST = 300
FRAMES_PER_MINUTE = 1_200
#: Handshakes from one address: an office comes back at once after a restart; of a whole network some poll meanwhile.
IP_HANDSHAKES_BURST = 200
IP_HANDSHAKES_PER_MINUTE = 600
#: Pages and API calls from one address: 200 people polling every 3 seconds and some who look around.
IP_REQUESTS_BURST = 1_000
IP_REQUESTS_PER_MINUTE = 6_000

#: Sockets at a time: tabs of one visitor or agent, everybody behind one address, everybody at one site.
SOCKETS_PER_PERSON = 20
SOCKETS_PER_IP = 500
SOCKETS_PER_SITE = 10_000
