// Made by `manage.py export_wire` from chat/wire and chat/domain; do not edit.

export const PROTOCOL = 1 as const;

export const FRAME_BYTES = 65536 as const;

export const TEXT_CHARS = 10000 as const;

export const PAGE_CHARS = 500 as const;

export const EMAIL_CHARS = 254 as const;

export const EVENTS_PER_FRAME = 200 as const;

export const INBOX_ROWS_PER_FRAME = 200 as const;

export const FOUND_ROWS = 50 as const;

export const HELLO_WITHIN = 5 as const;

export const VISITOR_HEARTBEAT = 20 as const;

export const AGENT_HEARTBEAT = 10 as const;

export const DEAD_AFTER = 45 as const;

export const LEASE = 60 as const;

export const RECONNECT_MIN = 0.5 as const;

export const RECONNECT_MAX = 30 as const;

export const POLL_EVERY = 3 as const;

export const COMMANDS_BURST = 60 as const;

export const COMMANDS_PER_MINUTE = 60 as const;

export const AGENT_COMMANDS_BURST = 120 as const;

export const AGENT_COMMANDS_PER_MINUTE = 300 as const;

export const IP_COMMANDS_BURST = 600 as const;

export const IP_COMMANDS_PER_MINUTE = 1200 as const;

export const SITE_COMMANDS_BURST = 6000 as const;

export const SITE_COMMANDS_PER_MINUTE = 30000 as const;

export const FRAMES_BURST = 300 as const;

export const FRAMES_PER_MINUTE = 1200 as const;

export const IP_HANDSHAKES_BURST = 200 as const;

export const IP_HANDSHAKES_PER_MINUTE = 600 as const;

export const IP_REQUESTS_BURST = 1000 as const;

export const IP_REQUESTS_PER_MINUTE = 6000 as const;

export const SOCKETS_PER_PERSON = 20 as const;

export const SOCKETS_PER_IP = 500 as const;

export const SOCKETS_PER_SITE = 10000 as const;

export const CLOSE = {
  "RESTART": 1012,
  "UNSUPPORTED_DATA": 1003,
  "BAD_UTF8": 1007,
  "TOO_BIG": 1009,
  "CREDENTIAL_REFUSED": 4001,
  "FORBIDDEN": 4003,
  "TOO_SLOW": 4008,
  "RECONNECT": 4010,
  "RATE_LIMITED": 4029
} as const;

export const ERROR_CODES = [
  "bad_frame",
  "unknown_type",
  "bad_field",
  "bad_cmid",
  "too_long",
  "cmid_conflict",
  "protocol_unsupported",
  "credential_refused",
  "forbidden",
  "not_found",
  "not_now",
  "taken",
  "not_yours",
  "answer_owed",
  "conversation_over",
  "disclosure_missing",
  "rate_limited",
  "unavailable"
] as const;

export const EVENT_KINDS = [
  "disclosure_shown",
  "message",
  "bot_turn",
  "bot_draft",
  "answer_judged",
  "answer_rated",
  "handoff_requested",
  "handoff_packet",
  "agent_joined",
  "agent_left",
  "bot_resumed",
  "message_left",
  "owed_answer_given",
  "mail_undelivered",
  "unanswered",
  "inactivity_warned",
  "conversation_closed",
  "conversation_reopened"
] as const;

export const PLACEHOLDERS = [
  "name",
  "site",
  "email",
  "phone"
] as const;

export const DISCLOSURE_VERSION = "2026-11" as const;

export const DISCLOSURE = {
  "en": {
    "title": "You’re talking to a bot",
    "detail": "Automated, not a person. Ask for a person any time."
  },
  "de": {
    "title": "Hier schreibt ein Bot",
    "detail": "Automatisch, kein Mensch. Sie können jederzeit nach einem Menschen fragen."
  },
  "fr": {
    "title": "Vous parlez à un bot",
    "detail": "Automatisé, pas une personne. Demandez une personne à tout moment."
  },
  "es": {
    "title": "Está hablando con un bot",
    "detail": "Automatizado, no es una persona. Pida hablar con una persona cuando quiera."
  },
  "ar": {
    "title": "أنت تتحدث إلى روبوت",
    "detail": "ردود آلية وليست من شخص. يمكنك طلب التحدث إلى شخص في أي وقت."
  }
} as const;
