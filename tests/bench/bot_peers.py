"""Ways to match a question with an entry: each learns a business and then gives the likeliest entry's id."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable

import msgspec

from chat.bot.hybrid import HybridIndex
from chat.bot.profiles import profile
from chat.domain.matching import Entry

Matcher = Callable[[str], str]


class Business(msgspec.Struct, frozen=True):
    faq: tuple[Entry, ...]
    #: (question, id of the right entry)
    asked: tuple[tuple[str, str], ...]

    @property
    def phrases(self) -> list[tuple[str, str]]:
        return [(phrase, one.id) for one in self.faq for phrase in one.phrases]


Peer = Callable[[Business], Matcher]


def chatterbot(shop: Business) -> Matcher:
    """With its tagger that needs no downloaded model; it compares by edit distance either way."""
    from chatterbot import ChatBot
    from chatterbot.tagging import LowercaseTagger
    from chatterbot.trainers import ListTrainer

    file = tempfile.NamedTemporaryFile(suffix=".sqlite3")  # noqa: SIM115 -- kept as long as the matcher
    bot = ChatBot("peer", tagger=LowercaseTagger, database_uri=f"sqlite:///{file.name}", read_only=True)
    trainer = ListTrainer(bot, show_training_progress=False)
    for phrase, key in shop.phrases:
        trainer.train([phrase, key])

    def match(text: str, file: object = file) -> str:
        return str(bot.get_response(text).text)

    return match


def rapidfuzz(shop: Business) -> Matcher:
    from rapidfuzz import fuzz, process, utils

    phrases, keys = zip(*shop.phrases, strict=True)

    def match(text: str) -> str:
        best = process.extractOne(text, phrases, scorer=fuzz.token_set_ratio, processor=utils.default_process)
        return str(keys[best[2]]) if best else ""

    return match


def fts5(shop: Business) -> Matcher:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE phrase USING fts5(text, key UNINDEXED, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO phrase VALUES (?, ?)", shop.phrases)

    def match(text: str) -> str:
        wanted = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        found = (
            wanted
            and database.execute(
                "SELECT key FROM phrase WHERE phrase MATCH ? ORDER BY rank LIMIT 1", [wanted]
            ).fetchone()
        )
        return str(found[0]) if found else ""

    return match


def tfidf(shop: Business) -> Matcher:
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts, keys = zip(*shop.phrases, strict=True)
    vectorizer = TfidfVectorizer(sublinear_tf=True)
    learnt = vectorizer.fit_transform(texts)
    return lambda text: str(keys[(learnt @ vectorizer.transform([text]).T).toarray().argmax()])


def candid(name: str) -> Peer:
    def learn(shop: Business) -> Matcher:
        index = HybridIndex(shop.faq, profile(name))
        return lambda text: next((found.entry_id for found in index.rank(text)), "")

    return learn


PEERS: dict[str, Peer] = {
    "ChatterBot": chatterbot,
    "RapidFuzz (its best scorer here)": rapidfuzz,
    "SQLite FTS5 (BM25)": fts5,
    "TF-IDF cosine (scikit-learn)": tfidf,
    "Candid, words": candid("words"),
    "Candid, light": candid("light"),
    "Candid, semantic": candid("semantic"),
}
