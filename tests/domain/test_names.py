"""Who asks for one of the team by name asks for a person; who only has, tells of or writes such a name doesn't."""

from time import process_time

import pytest

from chat.domain.escalation import read_signals

TEAM = ("Olga Lindqvist", "Ana Moreno", "Ben Okafor", "ليلى حداد")
WORDS = ("Will Potter", "May", "Bill Harris", "Mark", "Grace", "Art", "Rose", "Sue", "Jack", "Frank", "Hope", "سلام")


@pytest.mark.parametrize(
    "text",
    [
        "Can I talk to Ben please",
        "can I speak to Ana",
        "Ana please",
        "Ana",
        "ana?",
        "hello Ben",
        "Ben Okafor",
        "Is Ben available?",
        "is ana in today?",
        "where is ana",
        "Where's Ben?",
        "I'd rather speak to Olga Lindqvist",
        "put me through to ana",
        "get me Ben",
        "I need Ana",
        "Has Ana got a minute?",
        "I have a question about glazes. Ben please.",
        "Could Ana call me back?",
        "I'd like to have a word with Olga",
        "are you a bot? I want Ana",
        "can I have Ana or Ben",
        "Kann ich mit Ben sprechen?",
        "Ben bitte",
        "Wo ist Ana?",
        "Ist Ben da?",
        "Ich möchte Ana sprechen",
        "Verbinden Sie mich bitte mit Olga Lindqvist",
        "Je voudrais parler à Ana",
        "Ana s'il vous plaît",
        "Où est Ben ?",
        "Est-ce que Ben est là ?",
        "Passez-moi Ana",
        "Quiero hablar con Ana",
        "Ana, por favor",
        "¿Está Ben?",
        "¿Dónde está Ana?",
        "pásame con Ben",
        "أريد التحدث مع ليلى",
        "ليلى من فضلك",
        "أين ليلى؟",
        "هل ليلى موجودة؟",
        "أريد Ben",
        "I have a message for Ana",
        "when will Ana be back?",
        "Ben, are you there?",
        "Ana, can I talk to you?",
        "Ana est là ?",
        "j'ai besoin de Ben",
        "I'd like Ben to ring me",
        "can you get Ben for me",
    ],
)
def test_who_asks_for_one_of_the_team_asks_for_a_person(text: str) -> None:
    quote = read_signals(text, team=TEAM).asks_person
    assert quote and quote in text
    assert read_signals(text, team=("Zoe",)).asks_person == read_signals(text).asks_person


@pytest.mark.parametrize(
    "text",
    [
        "my name is Ben",
        "I'm Ana",
        "I'm Ben and I want to know when you open",
        "Hi, Ben here",
        "a mug for Ana",
        "Can I get it for Ana?",
        "the parcel is for Ben",
        "can you send it to Ben",
        "Ana told me that it would be ready",
        "Ana told me that",
        "Ben said you could help",
        "Ana's workshop",
        "how much is Ana’s teapot",
        "who is Ana?",
        "Did Ana make this bowl?",
        "Ana and I want to come",
        "I got it from Ben",
        "I don't want to talk to Ben",
        "I spoke to Ben yesterday",
        "Hi Ana, when are you open?",
        "Dear Ben. Do you ship to France?",
        "Do you ship to France? Thanks, Ben",
        "When are you open?\nAna Moreno",
        "Thanks Ana!",
        "Bye Ben",
        "I want to book the course with Ana",
        "Is Ben's course on Sunday?",
        "do you sell bananas",
        "my wife Ana wants a mug",
        "made by Ben",
        "Ich bin Ben",
        "Ich heiße Ana",
        "Eine Tasse für Ana",
        "Ana hat gesagt, dass es fertig ist",
        "Viele Grüße, Ben",
        "Ana und ich wollen kommen",
        "Je suis Ana",
        "Je m'appelle Ben",
        "un bol pour Ana",
        "Ana m'a dit que c'était prêt",
        "Soy Ana",
        "me llamo Ben",
        "una taza para Ana",
        "Ana me dijo que estaba listo",
        "Gracias, Ana",
        "engrave Ana on the mug",
        "Please tell Ana thanks",
        "can I bring Ana",
        "Ben wants to come to the workshop",
        "Can Ana and I share a wheel",
        "Wie lange arbeitet Ana schon da?",
        "Liebe Grüße Ana",
        "qui est Ana ?",
        "mon fils Ben veut venir",
        "mi hija Ana quiere venir",
        "I emailed Ben about it",
        "اسمي ليلى",
        "أنا ليلى",
        "كوب لليلى",
        "ليلى قالت إنه جاهز",
        "شكرا ليلى",
    ],
)
def test_a_name_alone_is_no_request(text: str) -> None:
    assert read_signals(text, team=TEAM).asks_person is None


@pytest.mark.parametrize(
    "text",
    [
        "can I talk to Will",
        "Can I speak with Rose please?",
        "I'd like to speak to bill",
        "put me through to Mark",
        "Bill Harris please",
        "Where is Will Potter?",
        "Kann ich mit Mark sprechen?",
        "je voudrais parler à Rose",
        "quiero hablar con Grace",
        "أريد التحدث مع سلام",
    ],
)
def test_a_name_that_is_a_word_counts_where_it_can_be_nothing_else(text: str) -> None:
    quote = read_signals(text, team=WORDS).asks_person
    assert quote and quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Will you deliver?",
        "will it be ready today",
        "I will take it",
        "may",
        "May I pay by card?",
        "Is it open in May?",
        "bill please",
        "I need the bill",
        "send me the bill",
        "email the bill",
        "where is my bill",
        "Mark",
        "a mark on my mug",
        "is there a grace period",
        "do you have art",
        "rose",
        "is rose available?",
        "a rose please",
        "I want to sue",
        "jack",
        "to be frank",
        "I hope so",
        "hope",
        "where is will",
        "Welche Art von Ton?",
        "eine rose bitte",
        "سلام",
        "What will I be able to talk about?",
    ],
)
def test_an_ordinary_word_is_no_name(text: str) -> None:
    assert read_signals(text, team=WORDS).asks_person == read_signals(text).asks_person is None


@pytest.mark.parametrize("text", ["are you Ana?", "Am I talking to Ben?"])
def test_whether_it_is_one_of_the_team_is_asked_of_the_bot(text: str) -> None:
    signals = read_signals(text, team=TEAM)
    assert signals.asks_if_bot and signals.asks_person is None


def test_a_full_name_is_quoted_as_it_was_written() -> None:
    assert read_signals("Hello, can I TALK to  ANA MORENO, now", team=TEAM).asks_person == "TALK to  ANA MORENO"


@pytest.mark.parametrize("word", ["ben ", "will ", "talk to ben ", "for ana. ", "hello ben. "])
def test_ten_thousand_characters_of_names_take_bounded_time(word: str) -> None:
    started = process_time()
    read_signals((word * 10_000)[:10_000], team=TEAM + WORDS)
    assert process_time() - started < 0.5
