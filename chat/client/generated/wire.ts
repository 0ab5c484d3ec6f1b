// Made by `manage.py export_wire` from chat/wire and chat/domain; do not edit.
// schema sha256 c16191787660999ca65a1b7c188c7187c8d09ec2916db0b522bc586bfb66bdb2

export type AgentAction = AgentSend | Take | PutBack | Transfer | LetBot | Resolve | Judge;
export type AgentFrame =
  | AgentHello
  | Beat
  | Resume
  | Read
  | Typing
  | InboxResume
  | Leave
  | Available
  | AgentSend
  | Take
  | PutBack
  | Transfer
  | LetBot
  | Resolve
  | Judge;
/**
 * Why an agent is no longer replying.
 */
export type Departure = "away" | "bot" | "lost" | "put_back" | "transfer";
export type AgentServerFrame =
  | AgentWelcome
  | Events
  | Reset
  | Ack
  | Refused
  | Bye
  | Heartbeat
  | IsTyping
  | HasRead
  | Inbox
  | Found
  | PreviewChanged
  | VisitorPresence
  | Colleagues
  | Opening;
/**
 * Who speaks. Set by the server alone, and carried by every message wherever it is shown.
 */
export type AuthorKind = "agent" | "bot" | "system" | "visitor";
/**
 * The bot's fixed sentences; clients hold the words in each language.
 */
export type Speech =
  | "bot_danger"
  | "bot_failed"
  | "bot_for_people"
  | "bot_goodbye"
  | "bot_greeting"
  | "bot_handing_over"
  | "bot_identity"
  | "bot_no_answer_yet"
  | "bot_not_helpful"
  | "bot_other_language"
  | "bot_several"
  | "bot_thanks"
  | "bot_unsure";
/**
 * Why a person is needed: reportable data, for agents' eyes.
 */
export type Reason =
  | "asked"
  | "bot_error"
  | "frustration"
  | "no_answer"
  | "not_helpful"
  | "page_rule"
  | "people_first"
  | "repeated_question"
  | "sensitive_topic"
  | "supervisor"
  | "urgent";
/**
 * What became of an FAQ entry in the bot's turn.
 */
export type Outcome = "answered" | "considered" | "offered";
/**
 * What a visitor is told of a handoff: never the internal reason.
 */
export type Notice = "agent" | "asked" | "bot_cannot" | "bot_failed" | "people_first";
/**
 * Why the bot speaks again. It never resumes on its own.
 */
export type Resumption = "agent" | "cancelled" | "meanwhile";
/**
 * Why an e-mail never arrived: the mail server won't have the address, or the mail, or was away for days.
 */
export type Undelivered = "address" | "mail" | "tried";
export type Ending = "inactive" | "resolved" | "visitor";
/**
 * In ``refused`` frames and in HTTP bodies. Meanings and remedies: docs/protocol.md.
 */
export type ErrorCode =
  | "answer_owed"
  | "bad_cmid"
  | "bad_field"
  | "bad_frame"
  | "cmid_conflict"
  | "conversation_over"
  | "credential_refused"
  | "disclosure_missing"
  | "forbidden"
  | "not_found"
  | "not_now"
  | "not_yours"
  | "protocol_unsupported"
  | "rate_limited"
  | "taken"
  | "too_long"
  | "unavailable"
  | "unknown_type";
export type Status = "bot" | "closed" | "human" | "message_left" | "start" | "waiting";
export type ConversationEvent =
  | DisclosureShown
  | Message
  | BotTurn
  | BotDraft
  | AnswerJudged
  | AnswerRated
  | HandoffRequested
  | HandoffPacket
  | AgentJoined
  | AgentLeft
  | BotResumed
  | MessageLeft
  | OwedAnswerGiven
  | MailUndelivered
  | Unanswered
  | InactivityWarned
  | ConversationClosed
  | ConversationReopened
  | Hidden;
export type VisitorCommand = VisitorSend | AskPerson | CancelHandoff | LeaveMessage | AskBot | Rate | End;
export type VisitorFrame =
  | VisitorHello
  | Beat
  | Resume
  | Read
  | Typing
  | VisitorSend
  | AskPerson
  | CancelHandoff
  | LeaveMessage
  | AskBot
  | Rate
  | End;
export type VisitorServerFrame =
  VisitorWelcome | Events | Reset | Ack | Refused | Bye | Heartbeat | IsTyping | HasRead | Queue | AvailabilityChanged;

/**
 * The command with ``cmid`` is durable; its first event has ``seq``.
 */
export interface Ack {
  cmid: string;
  conversation: string;
  epoch: number;
  seq: number;
  type: "ack";
}
export interface AgentSend {
  cmid: string;
  conversation: string;
  text: string;
  type: "send";
}
export interface Take {
  cmid: string;
  conversation: string;
  type: "take";
}
export interface PutBack {
  cmid: string;
  conversation: string;
  type: "put_back";
}
/**
 * ``to`` is the colleague's membership id.
 */
export interface Transfer {
  cmid: string;
  conversation: string;
  to: string;
  type: "transfer";
}
/**
 * Let the bot continue.
 */
export interface LetBot {
  cmid: string;
  conversation: string;
  type: "let_bot";
}
/**
 * ``goodbye`` is said before the chat closes.
 */
export interface Resolve {
  cmid: string;
  conversation: string;
  goodbye?: string;
  type: "resolve";
}
/**
 * Whether the bot's turn or draft for the visitor's message at ``seq`` was right.
 */
export interface Judge {
  cmid: string;
  conversation: string;
  right: boolean;
  seq: number;
  type: "judge";
}
/**
 * First frame on an agent's socket. Without ``site``: the first of the agent's sites.
 */
export interface AgentHello {
  build: string;
  protocol: number;
  site?: string | null;
  type: "hello";
}
/**
 * Answers the server's ``beat``.
 */
export interface Beat {
  type: "beat";
}
/**
 * Asks for everything after ``cursor`` (all, when None). ``ref`` comes back in the answer.
 */
export interface Resume {
  conversation?: string | null;
  cursor?: Cursor | null;
  ref: number;
  type: "resume";
}
/**
 * How far a client has read.
 *
 *     ``epoch`` changes when history is erased or cut; ``id`` is the public id of the event at ``seq``, which tells
 *     a restored backup from the history that the client saw.
 */
export interface Cursor {
  epoch: number;
  id: string;
  seq: number;
}
/**
 * The sender has read up to ``seq``.
 */
export interface Read {
  conversation?: string | null;
  seq: number;
  type: "read";
}
export interface Typing {
  conversation?: string | null;
  type: "typing";
}
/**
 * Asks for the inbox rows changed after ``cursor`` (all open ones, when None).
 */
export interface InboxResume {
  cursor?: InboxCursor | null;
  ref: number;
  type: "inbox";
}
/**
 * How far an agent's inbox is: the site's ``rev``, and the id of the change at it.
 */
export interface InboxCursor {
  id: string;
  rev: number;
}
/**
 * No more events of this conversation, please.
 */
export interface Leave {
  conversation: string;
  type: "leave";
}
/**
 * Whether the agent takes chats.
 */
export interface Available {
  on: boolean;
  type: "available";
}
export interface AgentJoined {
  agent: AgentRef;
  kind: "agent_joined";
}
/**
 * An agent as shown to visitors: ``id`` is the membership's public id.
 */
export interface AgentRef {
  id: string;
  name: string;
}
export interface AgentLeft {
  agent: AgentRef;
  kind: "agent_left";
  to: AgentRef | null;
  why: Departure;
}
/**
 * Answers an agent's ``hello``. ``me`` is the membership; ``role`` owner, lead or agent.
 */
export interface AgentWelcome {
  available: boolean;
  build: string;
  colleagues: Colleague[];
  heartbeat: number;
  me: AgentRef;
  protocol: number;
  role: string;
  site: SiteInfo;
  type: "welcome";
}
export interface Colleague {
  here: boolean;
  id: string;
  name: string;
}
/**
 * What a visitor may know of the site.
 */
export interface SiteInfo {
  disclosure_line: string;
  email: string;
  id: string;
  language: string;
  name: string;
  phone: string;
  time_zone: string;
}
/**
 * Events of one conversation, ascending and gapless. ``ref`` is set where a ``resume`` is answered.
 */
export interface Events {
  conversation: string;
  epoch: number;
  events: WireEvent[];
  more: boolean;
  ref: number | null;
  type: "events";
}
/**
 * ``id`` is the event's public id: a client's cursor is (epoch, seq, id).
 */
export interface WireEvent {
  at: string;
  event:
    | DisclosureShown
    | Message
    | BotTurn
    | BotDraft
    | AnswerJudged
    | AnswerRated
    | HandoffRequested
    | HandoffPacket
    | AgentJoined
    | AgentLeft
    | BotResumed
    | MessageLeft
    | OwedAnswerGiven
    | MailUndelivered
    | Unanswered
    | InactivityWarned
    | ConversationClosed
    | ConversationReopened
    | Hidden;
  id: string;
  seq: number;
}
/**
 * The visitor read that this is a bot: which text, in which language, when (UTC).
 */
export interface DisclosureShown {
  kind: "disclosure_shown";
  language: string;
  shown_at: string;
  text_version: string;
}
/**
 * Something was said. Either ``text`` (a person's words, an owner's answer) or ``code`` (a fixed sentence).
 */
export interface Message {
  author: AgentRef | null;
  author_kind: AuthorKind;
  choices: Source[];
  code: Speech | null;
  in_reply_to: number | null;
  kind: "message";
  page: string | null;
  source: Source | null;
  text: string;
}
/**
 * The FAQ entry that an answer quotes.
 */
export interface Source {
  entry_id: string;
  title: string;
}
/**
 * How the bot decided, for agents. ``confidence`` 0..1; ``tone`` is -1..1: TextBlob's polarity, or how
 *     upset it sounded where that was heard.
 *
 *     ``code`` is the fixed sentence that it said, ``reason`` why it asked a person; the oldest turns have neither.
 */
export interface BotTurn {
  code: Speech | null;
  confidence: number;
  decision: string;
  failed: boolean;
  in_reply_to: number;
  kind: "bot_turn";
  quote: string;
  reason: Reason | null;
  tone: number | null;
  tried: Tried[];
}
/**
 * An FAQ entry that the bot answered with, offered or considered. ``score`` is in 0..1.
 */
export interface Tried {
  entry_id: string;
  outcome: Outcome;
  score: number;
  title: string;
}
/**
 * What the bot would have said to the message at ``in_reply_to``; ``reason`` is why it would ask a person.
 *
 *     ``answers`` are those to ``choices``, in their order: visitors would have picked one, agents may send one.
 */
export interface BotDraft {
  answers: string[];
  choices: Source[];
  code: Speech | null;
  confidence: number;
  decision: string;
  in_reply_to: number;
  kind: "bot_draft";
  quote: string;
  reason: Reason | null;
  source: Source | null;
  text: string;
}
/**
 * An agent says whether the bot's turn, or its draft, for the message at ``in_reply_to`` was right.
 */
export interface AnswerJudged {
  agent: AgentRef;
  in_reply_to: number;
  kind: "answer_judged";
  right: boolean;
}
export interface AnswerRated {
  helped: boolean;
  kind: "answer_rated";
  message_seq: number;
}
/**
 * A person is needed. ``agents_here`` and ``back_at`` (UTC) are what was true at the click.
 */
export interface HandoffRequested {
  agents_here: boolean;
  back_at: string | null;
  kind: "handoff_requested";
  notice: Notice;
}
/**
 * What spares the visitor from saying it twice; for agents.
 */
export interface HandoffPacket {
  kind: "handoff_packet";
  page: string | null;
  question: string;
  quote: string;
  reason: Reason;
  tone: number | null;
  tried: Tried[];
}
export interface BotResumed {
  kind: "bot_resumed";
  why: Resumption;
}
/**
 * The visitor prefers an answer by e-mail. It is owed under ``reference`` until an agent gives it.
 */
export interface MessageLeft {
  due_at: string | null;
  email: string;
  kind: "message_left";
  reference: string;
}
export interface OwedAnswerGiven {
  kind: "owed_answer_given";
  reference: string;
}
/**
 * An e-mail of this conversation, to the visitor or to the site, was given up.
 */
export interface MailUndelivered {
  kind: "mail_undelivered";
  to: string;
  why: Undelivered;
}
/**
 * Nobody has answered since ``since``: colleagues are alerted, the visitor is offered an answer by e-mail.
 */
export interface Unanswered {
  kind: "unanswered";
  since: string;
}
export interface InactivityWarned {
  closes_at: string;
  kind: "inactivity_warned";
}
export interface ConversationClosed {
  agent: AgentRef | null;
  how: Ending;
  kind: "conversation_closed";
}
export interface ConversationReopened {
  kind: "conversation_reopened";
}
/**
 * Stands where an event is not for this reader, so that seq has no gap.
 */
export interface Hidden {
  kind: "hidden";
}
/**
 * The cursor is not of our history: forget the conversation and resume from nothing.
 */
export interface Reset {
  conversation: string | null;
  ref: number | null;
  type: "reset";
}
/**
 * ``cmid`` or ``ref`` names what was refused. ``by`` is who took the chat; ``retry_after`` is in seconds.
 */
export interface Refused {
  by: string | null;
  cmid: string | null;
  code: ErrorCode;
  ref: number | null;
  retry_after: number | null;
  type: "refused";
}
/**
 * The socket closes next, with ``code``. ``retry_after``: seconds before reconnecting, None if that is useless.
 */
export interface Bye {
  code: number;
  retry_after: number | null;
  type: "bye";
}
/**
 * Clients answer with ``beat``. ``tops`` is conversation → seq of its last event; ``rev`` the inbox's.
 */
export interface Heartbeat {
  rev: number | null;
  tops: {
    [k: string]: number;
  };
  type: "beat";
}
/**
 * A hint; shown for some seconds.
 */
export interface IsTyping {
  author_kind: AuthorKind;
  conversation: string;
  name: string;
  type: "typing";
}
/**
 * ``author_kind`` has read up to ``seq``. Only agents' and visitors' reading counts.
 */
export interface HasRead {
  author_kind: AuthorKind;
  conversation: string;
  seq: number;
  type: "read";
}
/**
 * Rows changed up to ``rev``; ``id`` is the id of the change at ``rev``.
 *
 *     Pushed (``ref`` None): one row, and a ``rev`` other than last + 1 is a gap. ``reset``: forget all rows first.
 */
export interface Inbox {
  id: string;
  more: boolean;
  ref: number | null;
  reset: boolean;
  rev: number;
  rows: InboxRow[];
  type: "inbox";
}
/**
 * A conversation in the inbox, as it is at ``rev``. ``visitor`` is a short label, never an identity.
 *
 *     ``quote`` is the reason's evidence, the visitor's words or the owner's rule; ``question`` is what the bot was
 *     asked last.
 *     ``lost_agent`` gets the chat back unless a colleague takes it first.
 */
export interface InboxRow {
  agent: AgentRef | null;
  conversation: string;
  created_at: string;
  due_at: string | null;
  late_since: string | null;
  lost_agent: AgentRef | null;
  page: string | null;
  preview: Preview | null;
  question: string;
  queue_rank: number;
  queued_at: string | null;
  quote: string;
  reason: Reason | null;
  reference: string | null;
  reserved_for: AgentRef | null;
  rev: number;
  seq: number;
  status: Status;
  visitor: string;
}
/**
 * The last words, a hint: seq says of which event. ``author`` is the agent who said them.
 */
export interface Preview {
  at: string;
  author: AgentRef | null;
  author_kind: AuthorKind;
  seq: number;
  text: string;
}
/**
 * Answers a search over HTTP, newest conversation first. ``more``: ask again, ``before`` the last of these.
 */
export interface Found {
  more: boolean;
  rows: InboxRow[];
  type: "found";
}
export interface PreviewChanged {
  conversation: string;
  preview: Preview;
  type: "preview";
}
/**
 * For agents: who this is (a label), whether their page is open, and where a reply goes if not (None: nowhere).
 */
export interface VisitorPresence {
  conversation: string;
  email: string | null;
  here: boolean;
  type: "visitor_presence";
  visitor: string;
}
export interface Colleagues {
  colleagues: Colleague[];
  type: "colleagues";
}
/**
 * Whether the site's hours say that it is open; if not, when it opens (UTC), None for never.
 */
export interface Opening {
  open: boolean;
  opens_at: string | null;
  type: "opening";
}
/**
 * "Ask the bot meanwhile", after a message was left.
 */
export interface AskBot {
  cmid: string;
  type: "ask_bot";
}
export interface AskPerson {
  cmid: string;
  disclosure?: DisclosureProof | null;
  page?: string | null;
  type: "ask_person";
}
/**
 * Which disclosure the visitor saw, and when (UTC, by the visitor's clock).
 */
export interface DisclosureProof {
  language: string;
  shown_at: string;
  text_version: string;
}
/**
 * ``agents`` names who is here (first names as shown to visitors); ``back_at`` when nobody is (UTC).
 *
 *     ``wait`` is None until enough waits were measured: then no number is better than a guess. ``people_first``: by the
 *     site's dial no bot answers a chat that begins now, and none goes back to it.
 */
export interface Availability {
  agents: string[];
  back_at: string | null;
  open: boolean;
  people_first: boolean;
  wait: Wait | null;
}
/**
 * What to expect: of the last ``measured`` who asked for a person, 80 in 100 waited at most ``minutes``.
 */
export interface Wait {
  measured: number;
  minutes: number;
}
export interface AvailabilityChanged {
  availability: Availability;
  type: "availability";
}
export interface CancelHandoff {
  cmid: string;
  type: "cancel_handoff";
}
export interface End {
  cmid: string;
  type: "end";
}
/**
 * Where a conversation is.
 */
export interface Head {
  conversation: string;
  epoch: number;
  seq: number;
  status: Status;
}
export interface LeaveMessage {
  cmid: string;
  email: string;
  type: "leave_message";
}
/**
 * The visitor's place in line; 1 is next. ``wait`` as in ``availability``.
 */
export interface Queue {
  conversation: string;
  place: number;
  type: "queue";
  wait: Wait | null;
}
export interface Rate {
  cmid: string;
  helped: boolean;
  seq: number;
  type: "rate";
}
/**
 * ``disclosure`` is required where no conversation is open yet.
 */
export interface VisitorSend {
  cmid: string;
  disclosure?: DisclosureProof | null;
  page?: string | null;
  text: string;
  type: "send";
}
/**
 * First frame on a visitor's socket. ``fresh`` says that nothing was ever acknowledged for this credential.
 */
export interface VisitorHello {
  build: string;
  credential: string;
  fresh?: boolean;
  language?: string | null;
  page?: string | null;
  protocol: number;
  site: string;
  type: "hello";
}
/**
 * Answers a visitor's ``hello``. ``head`` is None until something was sent.
 */
export interface VisitorWelcome {
  availability: Availability;
  build: string;
  head: Head | null;
  heartbeat: number;
  protocol: number;
  site: SiteInfo;
  type: "welcome";
}
