"""What is said of a decision: the owner's words with the placeholders filled, in a language that is read."""

from __future__ import annotations

import re

import pytest

from chat.actions import knowledge
from chat.bot.known import known_at
from chat.bot.responder import Question, think_about
from chat.domain.commands import BotReplies
from chat.domain.phrases import NONE_OF_THESE
from chat.domain.state import State, Status
from chat.domain.words import plain
from chat.models import FaqEntry, Site, User
from tests import cast
from tests.cast import ANSWER, QUESTION
from tests.services.candid import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


def says(site: Site, text: str, language: str = "en") -> BotReplies:
    state = State(status=Status.BOT, questions=(text,), turns_owed=(2,))
    question = Question(site_pk=site.pk, seq=2, text=text, language=language, state=state)
    return think_about(question, known_at([question.readers])[question.readers])


def test_placeholders_are_filled(site: Site) -> None:
    cast.write_faq(site, "How do I reach you by phone?", "Call {{site}}, {{name|dear visitor}}: {{phone|ask here}}.")
    assert says(site, "How do I reach you by phone?").text == f"Call {site.name}, dear visitor: ask here."


def test_a_version_in_the_pages_language_comes_first(site: Site) -> None:
    english = site.faq.get(title=QUESTION)
    german = FaqEntry(key=english.key, language="de", title="Wann habt ihr auf?", paraphrases=[], answer="Um zehn.")
    knowledge.save_entries(site, [german])
    assert says(site, "Wann habt ihr auf?", "de").text == "Um zehn."
    assert says(site, QUESTION).text == ANSWER


def test_what_is_there_in_another_language_only_is_said_to_be(site: Site) -> None:
    reply = says(site, QUESTION, "de")
    assert (reply.text, reply.code, reply.failed) == ("", "bot_other_language", True)


def test_none_of_these_goes_to_a_person_in_every_language(site: Site) -> None:
    catalogues = [path.read_text("utf-8") for path in (ROOT / "chat/client/strings").glob("??.ts")]
    taps = [found[1] for text in catalogues if (found := re.search('none_of_these: "(.+)"', text))]
    assert len(taps) == 5 and {plain(tap) for tap in taps} == NONE_OF_THESE
    assert {says(site, tap).hand_over for tap in taps} == {"no_answer"}


def test_who_works_here_is_asked_for_by_name(site: Site, ben: cast.Agent) -> None:
    assert says(site, "Ben please").hand_over == "asked"
    assert says(site, "Can I talk to Olga?").quote == "talk to Olga"
    assert says(site, "Charlie please").hand_over is None
    User.objects.filter(pk=ben.membership.user.pk).update(is_active=False)
    assert says(site, "Ben please").hand_over is None


def test_the_slider_and_the_verdicts_move_the_cut(site: Site) -> None:
    asked = "opening"
    Site.objects.filter(pk=site.pk).update(eagerness=2, correction=1.5)
    bold = says(site, asked).confidence, known_at([(site.pk, "en")])[site.pk, "en"].rules.answer_from
    Site.objects.filter(pk=site.pk).update(eagerness=-2, correction=-1.5)
    careful = says(site, asked).confidence, known_at([(site.pk, "en")])[site.pk, "en"].rules.answer_from
    assert bold[0] == careful[0] and bold[1] < 0.5 < 0.95 < careful[1] < 1
