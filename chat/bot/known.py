"""What the bot knows at a site: its FAQ for each language that is read there, and what the owner decided beforehand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from django.db.models import Aggregate, OuterRef, Subquery, TextField

from chat.bot.index import SiteFaq, SiteIndexes
from chat.domain import learning
from chat.domain.decision import ANSWER_FROM
from chat.domain.languages import Chosen, Version, choose
from chat.domain.matching import Entry
from chat.models import FaqEntry, Membership, Site


def _load(site_id: int, language: str) -> Chosen:
    rows = FaqEntry.objects.filter(site_id=site_id, published=True).order_by("pk")
    own = Site.objects.values_list("language", flat=True).get(pk=site_id)
    return choose(map(_version, rows), language=language, own=own)


def _version(row: FaqEntry) -> Version:
    entry = Entry(id=str(row.public_id), title=row.title, paraphrases=tuple(row.paraphrases), answer=row.answer)
    return Version(entry, row.key, row.language)


def _version_of(site_id: int) -> int:
    return Site.objects.values_list("faq_version", flat=True).get(pk=site_id)


indexes = SiteIndexes(load=_load, version_of=_version_of)


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What an owner has decided beforehand, and who works here: ``team`` are names.

    ``answer_from`` is a confidence, ``values`` fill placeholders.
    """

    sensitive_topics: tuple[str, ...]
    page_rules: tuple[str, ...]
    answer_from: float
    values: Mapping[str, str]
    team: tuple[str, ...] = ()

    @classmethod
    def of(cls, site: Site, names: str | None) -> Rules:
        """``names`` are the team's, a line each."""
        return cls(
            sensitive_topics=tuple(site.sensitive_topics),
            page_rules=tuple(site.page_rules),
            answer_from=answer_from(site),
            values=site.placeholders,
            team=tuple((names or "").splitlines()),
        )


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the bot knows at a site, for who reads one language."""

    faq: SiteFaq
    rules: Rules
    rehearsal: bool


class _Lines(Aggregate):
    """Texts joined, a line each. Django has this for PostgreSQL only."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, CHR(10))"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(
            compiler, connection, function="GROUP_CONCAT", template="%(function)s(%(expressions)s, CHAR(10))", **extra
        )


#: A site's team, in the query that reads the site.
_NAMES = Subquery(
    Membership.objects.filter(site=OuterRef("pk"), user__is_active=True)
    .order_by()
    .values("site")
    .values(names=_Lines("user__name"))
)

#: A site, and a language that is read there.
Readers = tuple[int, str]


def known_at(readers: Collection[Readers]) -> Mapping[Readers, Known]:
    """As of now, whichever process changed it: one query for all, and more only where an entry was edited."""
    sites = Site.objects.annotate(names=_NAMES).in_bulk({site_pk for site_pk, _ in readers})
    rules = {pk: Rules.of(site, site.names) for pk, site in sites.items()}
    return {
        (pk, language): Known(faq=_faq(sites[pk], language), rules=rules[pk], rehearsal=sites[pk].rehearsal)
        for pk, language in readers
        if pk in sites
    }


def rules_at(site_pk: int) -> Rules:
    """The rules alone, as of now."""
    site = Site.objects.annotate(names=_NAMES).get(pk=site_pk)
    return Rules.of(site, site.names)


def _faq(site: Site, language: str) -> SiteFaq:
    return indexes.at(site.pk, site.faq_version, language)


def answer_from(site: Site) -> float:
    """The confidence at which the bot answers here: the slider, and what the site's verdicts say of its confidence."""
    return learning.corrected(learning.cut(ANSWER_FROM, site.eagerness), -site.correction)
