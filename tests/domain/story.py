"""The cast, what they do, and one true story that leads to each status."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat.domain import commands as c
from chat.domain import events as e
from chat.domain.conversation import decide, record
from chat.domain.state import State, Status, evolve

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

ANA = e.AgentRef(id="membership-ana", name="Ana")
BEN = e.AgentRef(id="membership-ben", name="Ben")

HERE = c.Availability(agents_here=True)
NOBODY = c.Availability(agents_here=False, back_at=NOON + timedelta(hours=20))
DISCLOSED = c.Disclosed(text_version="2026-11", language="en", shown_at=NOON - MINUTE)

BOT_SAYS = e.Message(author_kind=e.AuthorKind.BOT, text="From nine to six.")

starts = c.Start(disclosed=DISCLOSED, text="When are you open?", page="/hours", availability=HERE)
writes = c.VisitorWrites(text="And on Sunday?", page="/visit", availability=HERE)
thanks = c.VisitorWrites(text="thanks", courtesy=True, availability=HERE)
bot_replies = c.BotReplies(in_reply_to=2, decision="answer", text="From nine to six.", availability=HERE)
bot_drafts = c.BotDrafts(reply=bot_replies)
asks = c.AskForPerson(availability=HERE)
cancels = c.CancelHandoff()
cancels_vainly = c.CancelHandoff(people_first=True)
leaves_address = c.LeaveMessage(email="vera@example.org", reference="K7-4F")
asks_bot = c.AskBotMeanwhile()
asks_bot_vainly = c.AskBotMeanwhile(people_first=True)
rates_badly = c.RateAnswer(message_seq=4, helped=False, rated=BOT_SAYS, availability=HERE)
ends = c.EndByVisitor()
ana_takes = c.TakeChat(agent=ANA)
ben_takes = c.TakeChat(agent=BEN)
ana_returns = c.AgentReturns(agent=ANA)
ana_writes = c.AgentWrites(agent=ANA, text="Hello, Ana here.")
ben_writes = c.AgentWrites(agent=BEN, text="Hello, Ben here.")
ana_puts_back = c.PutBack(agent=ANA)
ana_transfers = c.Transfer(agent=ANA, to=BEN)
ana_is_lost = c.LoseAgent(agent=ANA)
ana_signs_out = c.LoseAgent(agent=ANA, away=True)
ana_lets_bot = c.LetBotContinue(agent=ANA)
ana_resolves = c.Resolve(agent=ANA)
ana_judges = c.JudgeAnswer(agent=ANA, in_reply_to=2, right=True, judged=True)
judges_nothing = c.JudgeAnswer(agent=ANA, in_reply_to=9, right=True, judged=False)
ben_resolves = c.Resolve(agent=BEN)
alerts = c.AlertUnanswered()
gives_up_mail = c.GiveUpMail(to="vera@example.org", why=e.Undelivered.ADDRESS)
warns = c.WarnInactive(closes_at=NOON + 10 * MINUTE)
closes = c.CloseInactive()


def happens(*commands: c.Command, state: State | None = None, at: datetime = NOON) -> tuple[State, list[e.Recorded]]:
    """Play the commands one after the other: where that leads, and everything recorded on the way."""
    state, log = state or State(), list[e.Recorded]()
    for command in commands:
        state, recorded = record(state, decide(state, command, at), at)
        log += recorded
    return state, log


def after(*commands: c.Command, state: State | None = None, at: datetime = NOON) -> State:
    return happens(*commands, state=state, at=at)[0]


def events_of(state: State, command: c.Command, at: datetime = NOON) -> list[e.AnyEvent]:
    return decide(state, command, at)


def statuses(log: list[e.Recorded]) -> list[State]:
    """The state before the first event, and after each."""
    states = [State()]
    for recorded in log:
        states.append(evolve(states[-1], recorded))
    return states


STORIES: dict[Status, tuple[c.Command, ...]] = {
    Status.START: (),
    Status.BOT: (starts,),
    Status.WAITING: (starts, asks),
    Status.HUMAN: (starts, asks, ana_takes),
    Status.MESSAGE_LEFT: (starts, asks, leaves_address),
    Status.CLOSED: (starts, asks, ana_takes, ana_resolves),
}
SAMPLES: dict[Status, State] = {status: after(*story) for status, story in STORIES.items()}

OWED = (starts, asks, leaves_address)
