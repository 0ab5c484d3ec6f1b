from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from chat.domain import hours, pages
from chat.domain.learning import STEPS
from chat.models.ids import new_id, new_site_key


def check_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(_("“%(name)s” is not an IANA time zone, such as Europe/Berlin."), params={"name": name})


def check_hours(value: object) -> None:
    try:
        hours.check(value)  # type: ignore[arg-type]
    except (ValueError, TypeError, AttributeError) as error:
        raise ValidationError(_("Business hours: %(why)s"), params={"why": str(error)}) from error


def check_page_rules(value: object) -> None:
    try:
        pages.check(value)
    except ValueError as error:
        raise ValidationError(_("Page rules: %(why)s"), params={"why": str(error)}) from error


class Dial(models.TextChoices):
    """Who speaks first. Where the bot helps agents, people reply and see what it would have said."""

    BOT_FIRST = "bot_first", _("bot first")
    BOT_HELPS = "bot_helps", _("bot helps agents")
    PEOPLE_FIRST = "people_first", _("people first")


class Site(models.Model):
    """A website with a chat. Every other row belongs to one, and every query starts from it.

    ``key`` stands in the snippet and is no secret; ``origins`` are the pages that may embed the chat
    (``https://shop.example``); ``rev`` numbers the inbox's changes without gaps;
    ``pressing`` counts the urgent and sensitive chats that ever joined the queue.
    ``dial`` holds within business hours, ``dial_closed`` outside of them. In ``rehearsal`` the bot says nothing to
    visitors, whatever the dial says: agents see what it would have said.
    ``eagerness`` is the owner's slider, from -2 (asks people sooner) to 2 (answers more itself);
    ``correction`` is what this site's verdicts add to the bot's confidence, in log-odds.
    """

    #: Fields that decide whether people are there, and whether they speak first.
    OPENING = ("hours", "time_zone", "dial", "dial_closed", "rehearsal")

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    key = models.CharField(max_length=40, unique=True, default=new_site_key, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    origins = models.JSONField(default=list)
    language = models.CharField(max_length=12, default="en")
    time_zone = models.CharField(max_length=64, default="UTC", validators=[check_time_zone])
    hours = models.JSONField(default=dict, blank=True, validators=[check_hours])
    dial = models.CharField(max_length=16, choices=Dial.choices, default=Dial.BOT_FIRST)
    dial_closed = models.CharField(max_length=16, choices=Dial.choices, default=Dial.BOT_FIRST)
    rehearsal = models.BooleanField(default=False)
    eagerness = models.SmallIntegerField(default=0, validators=[MinValueValidator(-STEPS), MaxValueValidator(STEPS)])
    disclosure_line = models.CharField(max_length=160, blank=True)
    sensitive_topics = models.JSONField(default=list, blank=True)
    page_rules = models.JSONField(default=list, blank=True, validators=[check_page_rules])
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    answer_within_hours = models.PositiveSmallIntegerField(default=24)
    correction = models.FloatField(default=0.0, editable=False)
    rev = models.BigIntegerField(default=0)
    pressing = models.BigIntegerField(default=0)
    faq_version = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name

    @property
    def placeholders(self) -> dict[str, str]:
        """What fills them in answers."""
        return {"site": self.name, "email": self.email, "phone": self.phone}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def dial_at(self, now: datetime) -> Dial:
        if self.rehearsal:
            return Dial.BOT_HELPS
        return Dial(self.dial if self.is_open(now) else self.dial_closed)

    def people_first(self, now: datetime) -> bool:
        """Whether every chat that begins now goes to people, and the bot answers no visitor in it."""
        return self.dial_at(now) is not Dial.BOT_FIRST

    def is_open(self, now: datetime) -> bool:
        return hours.is_open(self.hours, self.zone, now)

    def next_opening(self, now: datetime) -> datetime | None:
        return hours.next_opening(self.hours, self.zone, now)


class Role(models.TextChoices):
    OWNER = "owner", _("owner")
    LEAD = "lead", _("lead")
    AGENT = "agent", _("agent")


class Membership(models.Model):
    """A person's place at a site; ``public_id`` is the agent's id in the protocol."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey("chat.User", on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.AGENT)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "user"], name="one_membership_per_site_and_user")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.site_id}"


class InboxChange(models.Model):
    """One number of a site's inbox: ``rev`` without gaps; ``public_id`` tells a restored backup from the original."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="inbox_changes")
    rev = models.BigIntegerField()
    public_id = models.UUIDField(default=new_id, editable=False)
    conversation = models.ForeignKey("chat.Conversation", on_delete=models.CASCADE, related_name="inbox_changes")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "rev"], name="inbox_rev_is_unique_per_site")]

    def __str__(self) -> str:
        return f"{self.site_id}:{self.rev}"
