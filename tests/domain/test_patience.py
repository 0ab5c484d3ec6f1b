"""Who loses patience is heard before the third angry message; who only has a mishap to tell is not.

`moods/en.txt` holds talks as a visitor's half of them, under `upset` or `calm`: a line each, behind `!` where a good
supervisor hears anger.
"""

from pathlib import Path
from time import process_time

import pytest

from chat.bot.language import read_tone
from chat.domain.escalation import read_signals

MOODS = Path(__file__).parent / "moods" / "en.txt"
HEARD, ALARMED = 0.9, 0.05
Talk = list[str]


def talks(kind: str) -> list[Talk]:
    blocks = MOODS.read_text(encoding="utf-8").strip().split("\n\n")
    return [block.split("\n")[1:] for block in blocks if block.startswith(kind)]


def heard_at(talk: Talk) -> int:
    """Which message is the first that frustration is heard in; behind the last one where it isn't."""
    said = [line[2:] for line in talk]
    signs = (read_signals(text, tone=read_tone(text), earlier=said[:at]).frustration for at, text in enumerate(said))
    return next((at for at, sign in enumerate(signs) if sign), len(said))


def angry_before(talk: Talk, at: int) -> int:
    return sum(line.startswith("!") for line in talk[:at])


def test_the_upset_are_heard_before_their_third_angry_message() -> None:
    upset = talks("upset")
    in_time = [talk for talk in upset if heard_at(talk) < len(talk) and angry_before(talk, heard_at(talk)) < 2]
    assert len(in_time) >= HEARD * len(upset)


def test_the_calm_are_left_alone() -> None:
    calm = talks("calm")
    alarms = [talk for talk in calm if heard_at(talk) < len(talk)]
    assert len(alarms) <= ALARMED * len(calm)


@pytest.mark.parametrize("prod", ["hello??", "HELLO???", "...", "no, wrong!", "it is STILL the old one"])
def test_a_retort_says_nothing_at_first_and_much_by_the_third(prod: str) -> None:
    assert read_signals(prod).frustration is None
    assert read_signals(prod, earlier=["Where is it?", prod, prod]).frustration


@pytest.mark.parametrize("calmer", ["thanks!", "No problem", "ok, on Monday", "USB or VAT?"])
def test_who_calms_down_is_not_held_to_what_was_said(calmer: str) -> None:
    assert read_signals(calmer, earlier=["It still doesn't work", "Why is it still not here?"]).frustration is None


def test_long_talks_take_bounded_time() -> None:
    started = process_time()
    read_signals("?!" * 5_000 + "x", earlier=["?!" * 5_000 + "x"] * 3)
    assert process_time() - started < 0.5
