"""English as it is typed with two thumbs, spelt out before it is compared: "where r u" has no word of any FAQ.

Nothing that is a word of its own in another of our languages, as "yo", "wo" and "y" are.
"""

import re

_PAIRS = """
u you, ur your, urs yours, r are, wat what, wht what, wats whats, wheres where is, hows how is, whens when is,
pls please, plz please, thx thanks, abt about, bc because, cuz because, cos because, b4 before, gr8 great,
tmrw tomorrow, tmr tomorrow, tomoz tomorrow, 2moro tomorrow, 2day today, 2nite tonight, wkend weekend, wk week,
wks weeks, hr hour, hrs hours, min minute, mins minutes, yr year, yrs years, mth month, mths months, ppl people,
msg message, pic picture, pics pictures, addy address, appt appointment, acct account, pkg package, pymt payment,
qty quantity, sth something, smth something, sb somebody, dnt dont, didnt did not, wanna want to, gonna going to,
gotta have to, lemme let me, gimme give me, dunno do not know, idk i do not know, ive i have, cn can, cud could,
shud should, wud would
"""
_FULL = {short: full for short, _, full in (pair.strip().partition(" ") for pair in _PAIRS.split(","))}
_SHORT = re.compile(rf"(?<![\w'’])(?:{'|'.join(_FULL)})(?![\w'’])", re.IGNORECASE)


def spelt_out(text: str) -> str:
    return _SHORT.sub(lambda found: _FULL[found[0].lower()], text)
