"""Whether a text says that something can't be done or has failed. "I can't pay" is not "How do I pay?".

English only: elsewhere nothing is told apart by it. Of "problem" and "issue" it takes no notice: many a visitor has "a
problem with" what they want to know.
"""

from chat.domain.words import plain

_WORDS = """
not never cant cannot unable couldnt wont wouldnt doesnt didnt isnt arent wasnt havent hasnt
fail fails failed failing failure wrong wrongly incorrect incorrectly broken missing stuck
rejected declined refused denied blocked invalid lost disappeared
"""
_TROUBLE = frozenset(_WORDS.split())


def in_trouble(text: str) -> bool:
    return not _TROUBLE.isdisjoint(plain(text).split())
