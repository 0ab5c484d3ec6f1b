"""In each language of the widget: who asks for a person is heard, who asks what we are is told, nobody else is meant.

`wishes/*.txt` were written before the phrases were tried on them: one message a line behind `person`, `bot` or `-`.
"""

from pathlib import Path

import pytest

from chat.domain.escalation import Signals, read_signals

WISHES = Path(__file__).parent / "wishes"
LANGUAGES = sorted(file.stem for file in WISHES.glob("*.txt"))
ENOUGH = 0.95


def wishes(language: str) -> list[tuple[str, Signals]]:
    lines = (WISHES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [(kind, read_signals(text, language=language)) for kind, _, text in (line.partition(" ") for line in lines)]


def f1(wanted: list[bool], heard: list[bool]) -> float:
    right = sum(want and hear for want, hear in zip(wanted, heard, strict=True))
    return 2 * right / (sum(wanted) + sum(heard))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_asked_for_in_any_wording(language: str) -> None:
    said = wishes(language)
    assert (
        f1([kind == "person" for kind, _ in said], [signals.asks_person is not None for _, signals in said]) >= ENOUGH
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_are_is_asked_in_any_wording(language: str) -> None:
    said = wishes(language)
    assert f1([kind == "bot" for kind, _ in said], [signals.asks_if_bot is not None for _, signals in said]) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to talk to a person",
        "no human please, just the price of a mug",
        "i dont need an agent, when are you open?",
        "No need to speak to anyone, I only want the price.",
        "please don't connect me to an agent",
        "I'd prefer not to talk to anybody",
        "do I talk to a person at the workshop or is it self guided",
        "Ich möchte nicht mit einem Mitarbeiter sprechen, nur den Preis wissen.",
        "Ich brauche keinen Berater.",
        "Je ne veux pas parler à une personne, juste le prix.",
        "pas besoin de parler à quelqu'un",
        "No quiero hablar con una persona, solo el precio.",
        "no necesito un agente",
        "لا أريد التحدث مع موظف",
    ],
)
def test_who_wants_no_person_gets_none(text: str) -> None:
    assert read_signals(text).asks_person is None


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to talk to a bot, I want a person",
        "i dont want an agent that reads a script, let me talk to a manager",
        "why can't I talk to a person?",
        "isn't there anybody there??",
        "Ich will nicht mit einem Bot sprechen, sondern mit einem Menschen",
        "Je ne peux pas parler à une personne ?",
        "No quiero un bot, quiero hablar con una persona",
    ],
)
def test_a_no_to_something_else_is_none_to_people(text: str) -> None:
    assert read_signals(text).asks_person is not None
