"""What the bot would do if a draft were saved: by the same index and the same decision, with nothing stored."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from chat.bot.index import SiteFaq, site_faq
from chat.bot.known import Rules, indexes, rules_at
from chat.bot.responder import decide
from chat.domain.decision import Answer, Decision
from chat.domain.knowledge import Draft
from chat.domain.matching import Entry
from chat.domain.words import plain
from chat.models import Event, Site

T = TypeVar("T")

#: Stands for an entry that was never saved.
NEW = "draft"
#: Of other entries, the phrases nearest to the draft; and visitors' latest questions. What they cost is bounded by it.
PHRASES = 300
QUESTIONS = 200
TOLD = 20
#: Seconds for each list: enough for all of it at 500 entries, for some fifty questions at 5,000.
PATIENCE = 2.0


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """One question that goes elsewhere. ``was`` and ``now`` are decisions' kinds, the titles those of their answers."""

    text: str
    was: str
    was_title: str
    now: str
    now_title: str


class Effects(msgspec.Struct, frozen=True, kw_only=True):
    """At most TOLD each, of how many ``phrases`` of other entries and visitors' ``questions`` were looked at.

    ``taken``: the draft's own wordings that another entry answers today, and wouldn't; ``moved``: wordings of other
    entries that lose their answer; ``missed``: the draft's own that don't find it; ``asked``: questions that end
    otherwise.
    """

    taken: tuple[Effect, ...]
    moved: tuple[Effect, ...]
    missed: tuple[Effect, ...]
    asked: tuple[Effect, ...]
    phrases: int
    questions: int


#: A draft is tried several times: its index is kept as long as what it was made from is the one in use.
_tried: deque[tuple[SiteFaq, Draft, str, SiteFaq]] = deque(maxlen=4)


def entry_of(draft: Draft, entry_id: str) -> Entry:
    return Entry(id=entry_id, title=draft.title, paraphrases=draft.paraphrases, answer=draft.answer)


def with_draft(site: Site, draft: Draft | None, entry_id: str = NEW, *, language: str) -> SiteFaq:
    """The site's FAQ as it is, or with the draft in the place of the entry with that id."""
    live = indexes.get(site.pk, language)
    if draft is None:
        return live
    for before, tried, tried_id, faq in tuple(_tried):
        if before is live and (tried, tried_id) == (draft, entry_id):
            return faq
    faq = _with(live, draft, entry_id)
    _tried.append((live, draft, entry_id, faq))
    return faq


def _with(live: SiteFaq, draft: Draft, entry_id: str) -> SiteFaq:
    entries = {key: entry for key, entry in live.entries.items() if key != entry_id}
    if draft.published:
        before = live.entries.get(entry_id)
        entries[entry_id] = replace(entry_of(draft, entry_id), also=before.also if before else ())
    return replace(site_faq(entries.values()), foreign=live.foreign - {entry_id})


def effects(site: Site, draft: Draft, entry_id: str = NEW) -> Effects:
    """What would be answered differently. Takes up to seconds where there are thousands of entries."""
    language = draft.language or site.language
    before, after = (with_draft(site, tried, entry_id, language=language) for tried in (None, draft))
    compare = _Comparison(rules_at(site.pk), language, before, after)
    own = entry_of(draft, entry_id).phrases
    others, questions = _near(before, own, entry_id), _asked(site)
    looked, heard = _Looked(others), _Looked(questions)
    return Effects(
        moved=_few(effect for owner, text in looked for effect in compare.moved(text, owner)),
        asked=_few(effect for text in heard for effect in compare.changed(text)),
        taken=_few(effect for text in _Looked(own) for effect in compare.taken(text, entry_id)),
        missed=_few(effect for text in _Looked(own) if draft.published for effect in compare.missed(text, entry_id)),
        phrases=looked.count,
        questions=heard.count,
    )


class _Looked(Generic[T]):
    """As many of them as there is time for, from the first time that one is asked for."""

    def __init__(self, each: Iterable[T]) -> None:
        self._each = each
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        until = time.monotonic() + PATIENCE
        for one in self._each:
            if time.monotonic() > until:
                return
            self.count += 1
            yield one


def _few(found: Iterable[Effect]) -> tuple[Effect, ...]:
    return tuple(effect for _, effect in zip(range(TOLD), found, strict=False))


class _Comparison:
    def __init__(self, rules: Rules, language: str, before: SiteFaq, after: SiteFaq) -> None:
        self._rules, self._language, self._before, self._after = rules, language, before, after
        self._decided: dict[str, tuple[Decision, Decision]] = {}

    def taken(self, text: str, mine: str) -> Iterable[Effect]:
        was, now = self._both(text)
        if _answer(was) not in ("", mine) and _differ(was, now):
            yield _effect(text, was, now)

    def moved(self, text: str, owner: str) -> Iterable[Effect]:
        was, now = self._both(text)
        if _answer(was) == owner != _answer(now):
            yield _effect(text, was, now)

    def missed(self, text: str, mine: str) -> Iterable[Effect]:
        was, now = self._both(text)
        if _answer(now) != mine and (_answer(was) in ("", mine) or not _differ(was, now)):
            yield _effect(text, was, now)

    def changed(self, text: str) -> Iterable[Effect]:
        was, now = self._both(text)
        if _differ(was, now):
            yield _effect(text, was, now)

    def _both(self, text: str) -> tuple[Decision, Decision]:
        if text not in self._decided:
            was, now = (decide(self._rules, text, faq, language=self._language) for faq in (self._before, self._after))
            self._decided[text] = was, now
        return self._decided[text]


def _differ(was: Decision, now: Decision) -> bool:
    return (was.kind, _answer(was)) != (now.kind, _answer(now))


def _effect(text: str, was: Decision, now: Decision) -> Effect:
    return Effect(text=text, was=was.kind, was_title=_title(was), now=now.kind, now_title=_title(now))


def _answer(decision: Decision) -> str:
    return decision.entry_id if isinstance(decision, Answer) else ""


def _title(decision: Decision) -> str:
    return decision.title if isinstance(decision, Answer) else ""


def _near(faq: SiteFaq, phrases: Sequence[str], mine: str) -> list[tuple[str, str]]:
    """(entry id, phrase) of the entries that the draft's phrases come near to."""
    ids = dict.fromkeys(found.entry_id for phrase in phrases[:20] for found in faq.index.rank(phrase))
    found = [(key, text) for key in ids if key != mine and key in faq.entries for text in faq.entries[key].phrases]
    return list({(key, plain(text)): (key, text) for key, text in found}.values())[:PHRASES]


def _asked(site: Site) -> list[str]:
    """What visitors wrote last, each wording once."""
    rows = Event.objects.filter(conversation__site=site, kind="message", author__startswith="visitor:")
    texts = [str(body.get("text") or "") for body in rows.order_by("-pk").values_list("body", flat=True)[:QUESTIONS]]
    return list({plain(text): text for text in texts if plain(text)}.values())
