"""The sentence encoder, reading real sentences."""

import json
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from django.conf import LazySettings
from django.core.management import call_command

from chat.bot import profiles, vectors
from chat.bot.vectors import Encoder
from chat.domain.matching import Entry
from tests.bot.test_kit import write

FAQ = [Entry("parking", "Is there parking?", (), ""), Entry("refund", "Can I get my money back?", (), "")]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    encoder = vectors.semantic()
    assert encoder, "make test installs it (requirements/dev.txt)"
    return encoder


def test_sentences_of_one_meaning_are_near_whatever_their_words(encoder: Encoder) -> None:
    asked = ["Where can I leave my car?", "Is there parking?", "Where can I leave my feedback?"]
    car, parking, feedback = encoder.encode(asked)
    assert car @ parking > 1.5 * (car @ feedback)


def test_the_order_of_words_counts(encoder: Encoder) -> None:
    bites, bitten = encoder.encode(["the dog bit the man", "the man bit the dog"])
    assert 0.5 < bites @ bitten < 0.99


@pytest.mark.parametrize("text", ["", "?", "😀", "営業時間", "<b>", "\x00"])
def test_whatever_is_written_has_a_vector_of_length_one(encoder: Encoder, text: str) -> None:
    assert np.linalg.norm(encoder.encode([text])) == pytest.approx(1, abs=1e-4)


def test_reading_stops_at_its_limit(encoder: Encoder) -> None:
    started = process_time()
    long, longer = encoder.encode(["when " * 200, "when " * 20_000])
    assert process_time() - started < 2 and long == pytest.approx(longer)


def test_owners_phrases_are_kept_and_visitors_messages_never(encoder: Encoder) -> None:
    encoder.encode(["my card is 1234"])
    encoder.encode(["Do you take cards?"], keep=True)
    assert encoder.unread(["my card is 1234", "Do you take cards?"]) == ["my card is 1234"]


def test_the_light_index_answers_meanwhile(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.BOT_PROFILE = "semantic"
    monkeypatch.setattr(profiles, "READ_AT_ONCE", 0)
    meanwhile = profiles.build(FAQ)
    assert meanwhile.scale("parking") == profiles.LIGHT and meanwhile.rank("parking")[0].entry_id == "parking"
    assert meanwhile._meanwhile
    meanwhile._meanwhile.result(60)
    assert meanwhile.outgrown() and profiles.build(FAQ).scale("parking") == profiles.SEMANTIC


def test_auto_takes_what_is_installed_and_best() -> None:
    assert profiles.profile("auto") == profiles.profile("semantic") != profiles.profile("light")


def test_an_evaluation_reads_sentences(tmp_path: Path) -> None:
    write(tmp_path / "sets.json", {"faq": {"shop": [0]}})
    write(tmp_path / "faq/shop.faq.jsonl", *({"id": one.id, "title": one.title, "paraphrases": []} for one in FAQ))
    write(tmp_path / "faq/shop.queries.jsonl", {"qid": "q1", "text": "somewhere for my car"})
    for profile, first in (("words", "refund"), ("semantic", "parking")):
        call_command("evaluate_bot", kit=tmp_path, out=tmp_path / profile, profile=profile)
        assert json.loads((tmp_path / profile).read_text())["ranked"][0][0] == first
