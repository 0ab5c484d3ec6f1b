"""Reads the demo business and its FAQ from `content/*.json`, refusing anything unknown or missing."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

CONTENT = Path(__file__).parent / "content"

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class Seed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every record of the demo content has in common."""


class PersonSeed(Seed, frozen=True):
    name: Text
    email: Text
    role: Literal["owner", "agent"]
    job: Text


class SensitiveTopic(Seed, frozen=True):
    """A matter for a person; `phrases` are the visitor's own words for it, in lower case."""

    name: Text
    phrases: list[Text]


class Business(Seed, frozen=True):
    """`hours` are local to `time_zone` (IANA), as [opens, closes] pairs; a weekday that is missing is closed."""

    name: Text
    tagline: Text
    greeting: Text
    time_zone: Text
    hours: dict[Weekday, list[tuple[Clock, Clock]]]
    email: Text
    phone: Text
    address: list[Text]
    people: list[PersonSeed]
    sensitive_topics: list[SensitiveTopic]


class FaqSeed(Seed, frozen=True, kw_only=True):
    """`answer` is Markdown; its links are the demo site's own paths. One `key` in several languages is one answer."""

    key: str = ""
    language: str = "en"
    title: Text
    paraphrases: list[Text]
    answer: Text
    tags: list[Text]


def load_business() -> Business:
    """Raises msgspec.ValidationError if the file does not have the shape of `Business`."""
    return msgspec.json.decode((CONTENT / "business.json").read_bytes(), type=Business)


def load_faq() -> list[FaqSeed]:
    """Raises msgspec.ValidationError if an entry does not have the shape of `FaqSeed`."""
    return msgspec.json.decode((CONTENT / "faq.json").read_bytes(), type=list[FaqSeed])
