"""English turns of phrase of those whose patience ends; names as in `en`."""

UPSET = """
(second|third|fourth|fifth|sixth|tenth|2nd|3rd|4th|5th|\\d+th|hundredth|umpteenth|million) time
ridiculous|unacceptable|outrageous|disgusting|disgraceful|disgrace|appalling|pathetic|absurd|shambles|joke of a
shameful|atrocious|abysmal
(this is|what|its|youre|you are|such|complete|total|absolute) (a |an )?<utter>* <rotten>
<bad> <ours>
fed up|sick and tired|sick of|tired of|had enough|enough is enough|(lost|losing|running out of) (my )?patience
    |at my wits end
<very> <angry>
(im|i am|i m) (furious|angry|annoyed|livid|frustrated|fuming|pissed|disgusted|outraged)
waste of (my )?(time|money)|wasting my time|wasted (my|an hour|hours)|never again|never (buying|ordering|using
    |shopping|coming)
(no ?one|nobody|none of you|you people) (ever )?(is |are |s )?(answer|reply|replie|respond|help|care|listen
    |bother)(s|d|ed|ing)?
(you|youre|you are|u) (still )?(dont|do not|not|arent|didnt|cant) (understand(ing)?|listen(ing)?|get it|help(ing)?
    |helpful)
(you|youre|you are|u) (still )?(dont|do not|not|arent|didnt|cant) (answer(ing)?( my question)?|read(ing)?)
(that|this|it|which|thats|its|that s) (is not|isnt|is no|was not|wasnt|doesnt|does not|didnt|not) (help(ful|ing)?
    |what i (asked|said|meant|wrote)|an answer|good enough)
(that|this|it) (doesnt|does not|didnt|isnt|is not) answer(ing)? (my|the) question
(is|are|was|thats|s|gave me|give me|sending|send me|got) (\\w+ )?the (very |exact )?same (answer|reply|response|link
    |text|thing|message) (again|you|as|over|i)
read (what i|my (message|question)|it again)|(not|never) good enough|(i|we) give up
you (didnt|did not|havent|have not|never|dont|still havent) (even )?answer(ed|ing)? (my|the|me)
(are|r) (you|u) (even )?(kidding|serious|joking|deaf|blind|stupid|having a laugh)|you (must|gotta|have to) be (kidding
    |joking)
do (you|u) (even |actually )?(care|listen|read|understand)|do you have any idea
    |(is|does) (this|that|it) (thing )?even (work|working|help|read|on)
the worst (\\w+ ){0,2}(ever|i)|worst (\\w+ ){1,2}ever|you crooks|(fob|fobbing|fobbed) (me|us) off
(this|its|thats|that) (is |just |basically )?(theft|robbery|fraud|harassment|stealing)
(give me|i want|gimme|want) (all )?my money back
what the (hell|fuck|heck)|wtf|for (fucks|gods|christs|heavens|petes) sake|ffs|fuck(ing|ed|s)?|shit(ty)?|bullshit
piss(ed)? off|bloody hell|screw (you|this)|go to hell|shut up|idiots?|morons?|liars?|bastards?|ass?holes?|arseholes?
(you|they|company) (are |re )?(lied|lying|liars|crooks|thieves|scammers|incompetent|clueless|ignoring me)
(want|demand|need) (to )?(complain|(make|file|lodge) a complaint)
"""

IMPATIENT = """
(twice|three times|four times|\\d+ times|several times|many times|multiple times|a hundred times) (now|already|and)
how many times|(hundred|thousand|million) times|again and again|over and over|yet again|once again
    |keep (asking|telling|saying|getting|ignoring)
(copying|repeating|pasting|sending) (me )?(the same|yourself)
already (told|said|asked|explained)
(still|have been|been|ive been|i have been) (waiting|wait) (for )?(over |more than |almost |nearly )?<span>
still (not|no|havent|hasnt|waiting|nothing|isnt|doesnt|dont|didnt)
"""
