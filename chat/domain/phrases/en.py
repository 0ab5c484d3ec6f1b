"""English."""

_REAL = r"(?:real|really|live|actual|living|breathing|human|proper|physical|bloody|damn|fucking|freaking|other|different)"
_A = rf"(?:(?:a|an|the|your|some|any|one of your|one of the|another|to|with|of|from) )*(?:{_REAL} )*"
_BY_ROLE = (
    r"(?:humans?|human beings?|(?:human |chat |cust )?agents?|representatives?|(?:cust |customer )?reps?|operators?|advis[eo]rs?|supervisors?|managers?|specialists?"
    r"|(?:customer |support |service |sales |call )?(?:service |care |support |centre |center )?"
    r"(?:agents?|reps?|representatives?|executives?|assistants?|advisors?|specialists?|people|person|staff|team)"
    r"|members? of (?:the |your )?(?:staff|team)|staff(?: members?)?|team members?|employees?|colleagues?|boss)"
)
_ANYONE = r"(?:some ?one|some ?body|any ?one|any ?body|persons?|people|(?:real )?guy|assistants?|assistance|executives?|staff|team)"
_SERVICE = r"(?:customer|client|technical|tech|live|human)(?: (?:service|services|support|care|help|relations|chat))+"
_PERSON = rf"(?:{_SERVICE}|{_BY_ROLE}|{_ANYONE})"
# What may follow when the person is the whole wish; "human hair" and "agent licence" are something else.
_END = (
    r"(?= ?(?:$|\.|#)| (?:please|pls|plz|to|who|that|not|now|instead|here|there|for|on|and|or|asap|rather|because|cos|so|right"
    r"|immediately|today|again|i|but|then|available|online|about|regarding|helping|help|thanks|thank|directly|over)(?!\w))"
)
_STOP = r"(?= ?(?:$|\.|#)| (?:or|and|here|there|right|now|please|i m|im|talking|speaking|answering|behind|typing|responding)(?!\w))"
_SPEAK = r"(?:speak|talk|chat|spk|converse)(?:ing)?"
_BOT = (
    r"(?:(?:chat ?|ro|auto ?)?bots?|robots?|machines?|computers?|(?:an? )?ai|a i|artificial intelligence|automated|automatic"
    r"|algorithm|(?:computer )?programs?|chat ?gpt|gpt|siri|alexa|virtual(?: assistant)?)"
)
_BEING = rf"(?:{_BOT}|humans?|human beings?|(?:real |real life |actual |live |human )?(?:person|people|agent|man|woman|guy|one|someone)|real|alive)"
_MAYBE = r"(?:(?:actually|really|just|even|maybe|only|still|also|like|a|an|some|any|the|kind of|sort of|real|actual|live|genuine|one of those) )*"

ASKS_IF_BOT = (
    rf"(?:are|r|is|was|were) (?:you|u|this|it|that|ya|he|she) (?:chat |thing |person )?{_MAYBE}{_BEING}{_STOP}",
    rf"(?:you|u|youre|ur|you are|this is|thats|that is) {_MAYBE}{_BOT} ?(?:right|correct|arent you|isnt it|\.|$)",
    rf"(?:are|r) (?:you|u) {_MAYBE}{_BOT}(?: or {_MAYBE}{_BEING})?{_STOP}",
    rf"(?:am i|i am|im|who am i|was i) (?:actually |really |just |now |even )*(?:{_SPEAK}|texting|typing|writing|connected|messaging) "
    rf"(?:to |with )?{_MAYBE}{_BEING}{_STOP}",
    rf"(?:who|what) am i (?:{_SPEAK}|writing|typing|texting)(?: (?:to|with))?",
    rf"{_MAYBE}{_BOT} or (?:not )?{_MAYBE}(?:humans?|person|real|people|man){_STOP}",
    rf"(?:humans?|person|real|man) or (?:not )?{_MAYBE}{_BOT}{_STOP}",
    r"is there (?:a |an )?(?:real |actual )?(?:human|person|someone|anyone) (?:behind|writing|typing|answering|on the other)",
    rf"is (?:anyone|anybody|someone) real{_STOP}",
)

ASKS_PERSON = (
    rf"{_SPEAK}(?: directly| now| live| online)?(?: (?:to|with|2|w|too|ti|wi\w\w?))? {_A}{_PERSON}(?! else s)",
    rf"(?:{_SPEAK}|call|phone|ring) (?:to |with )?(?:you|u) (?:on|by|over) (?:the )?(?:phone|telephone)",
    rf"(?:connect|transfer|redirect|forward|patch|switch|direct|refer|escalate|pass|put|hand|route)(?:ed|ing)? "
    rf"(?:me|us|this|it|the chat|my case)(?: \w+){{0,2}} (?:to|with|on to|onto|over to|through to|through|thru) {_A}{_PERSON}",
    rf"(?:connect|connecting|connected|transfer|escalate|redirect|switch)(?: (?:to|with|2))? {_A}(?:{_SERVICE}|{_BY_ROLE}){_END}",
    rf"connect(?:ed)? (?:to|with) {_A}{_ANYONE}{_END}",
    rf"(?:put|patch|hand|pass) me (?:through|over|on){_END}",
    rf"(?:contact|reach|call|phone|ring|message|email|get in touch with|get (?:a )?hold of|get through to|contacting|reaching|calling) "
    rf"(?:to |with )?{_A}(?:{_SERVICE}|{_BY_ROLE}|some ?one|some ?body|real person|person){_END}",
    rf"(?:discuss|resolve|sort|go through)(?: (?:this|it|that|things|out|my \w+))* with {_A}(?:{_BY_ROLE}|some ?one|some ?body|person)",
    rf"(?:can|could|will|would|may) {_A}{_BY_ROLE} (?:please )?(?:help|call|contact|assist|speak|talk|answer|join|look)",
    r"(?:agents?|representative|operator|human|person) to (?:chat|talk|speak)",
    rf"(?<!dont )(?<!not )(?:want|wanna|need|needs|like|prefer|get me|give me|gimme|bring me|find me|have|require|ask(?:ed|ing)? for|see|send me|request|requesting|demand|get) "
    rf"{_A}(?:humans?|human beings?|agents?|representatives?|operators?|person|supervisor|manager|(?:{_REAL} ){_PERSON}|customer (?:service|support|care)"
    rf"(?: (?:agent|rep|representative|person))?){_END}",
    rf"(?:real|live|actual|living|proper) (?:life )?(?:humans?|persons?|agents?|operator|representative|rep|advisor|someone){_END}",
    r"human (?:agents?|beings?|operators?|representatives?|support|assistance|assistant|help|advis[eo]rs?|interaction|contact|person)",
    rf"(?:some ?one|some ?body|person|any ?one|human) (?:real|human|{_SPEAK.replace('(?:ing)?', '')} (?:to|with)|to (?:speak|talk|chat)|i can (?:speak|talk|chat|ask))",
    rf"(?:dont|do not|not|wont|cant|no longer|stop|never|hate|tired of|sick of|enough of) (?:want |wanna |like |need |to |be |me |with )*"
    rf"(?:{_SPEAK} |deal(?:ing)? |use )?(?:to |with )*(?:a |an |this |the |your |another |some )*(?:stupid |dumb |useless |damn )?(?:(?:chat ?|ro)?bots?|robots?|machines?){_END}",
    r"no (?:more )?(?:bots?|robots?)(?= ?(?:$|\.)| please)",
    r"(?:is|are) (?:there )?(?:any ?one|any ?body|some ?one|some ?body|a (?:person|human|agent)|(?:an |any )?agents?|(?:any )?(?:real |actual |live )*(?:people|humans)) "
    r"(?:there(?= ?(?:$|\.)| to| who)|here(?= ?(?:$|\.))|available(?= ?(?:$|\.)| to| now| who)|online(?= ?(?:$|\.)| now)|i can|who can (?:talk|speak|help)|to (?:talk|speak|chat|help))",
    rf"(?:^|\. )(?:any ?one|any ?body|some ?one) (?:there|here|home){_END}",
    r"(?:have|get|can|could|let|ask|want|need) (?:some ?one|some ?body|a person|a human|an agent|a manager|any ?one) (?:from (?:the|your) (?:team|staff) )?(?:to )?(?:please )?"
    r"(?:call|phone|ring|contact|get back to|speak (?:to|with)|talk (?:to|with)|chat (?:to|with)|email) (?:me|us)",
    r"(?:please |can you |could you |pls )call me(?: back)?(?= ?(?:$|\.)| (?:please|now|asap|on|at|today|when|about)(?!\w))",
    rf"(?:^|\. )(?:(?:a|an|the|hi|hello|ok|just|please|pls|now|yes|no|get|me|my|your|to|chat|live) )*(?:{_REAL} )*"
    rf"(?:humans?|human beings?|agents?|representatives?|reps?|operators?|(?:{_SERVICE}|customer service)|person|real person|real people|manager|supervisor)"
    r"(?: (?:please|pls|plz|now|asap|thanks|here|agent|agents|human|representative|operator))*(?= ?(?:$|\.))",
    r"(?:help|assistance|support|answer|reply|response) (?:from|of|by) (?:a |an |some |your )?(?:real |live |actual |human )*(?:humans?|agents?|person|people|someone|representative|operator|staff|human being)",
)

URGENT = (
    r"(?<!not )(?<!isnt )(?<!nothing )(?<!non )(?:very |really |super |so )?urgent(?:ly)?(?! (?:care|e ?mails?|mails?|messages?))",
    r"(?<!no )(?<!not an )(?<!not )emergency(?! (?:exit|contact|number|light|kit|vehicle|fund|exits|lighting))",
    r"(?:is|are|was|am|its|caught|caught on|on) (?:on )?fire(?= ?(?:$|\.)| (?:in|at|and|help|now))",
    r"there (?:is|s|was) (?:a |an )?(?:fire|smoke|gas leak|flood|leak|burning)",
    r"theres (?:a |an )?(?:fire|smoke|gas leak|flood|leak|burning)",
    r"(?:smell|smells|smelling) (?:of |like )?(?:gas|smoke|burning)",
    r"(?:burning smell|gas leak|started smoking|is smoking|sparks|electric shock|got electrocuted|carbon monoxide|overheating)",
    r"(?:kill|hurt|harm|cut|cutting|hurting|killing) myself",
    r"(?:suicide|suicidal|self harm|end my life|want to die|overdose|overdosed)",
    r"(?:ambulance|bleeding|unconscious|not breathing|cant breathe|cannot breathe|choking|heart attack|seizure|anaphyla\w+|poisoned)",
    r"(?:i|he|she|child|baby|toddler|son|daughter|kid|dog|cat) (?:has |have |just )*swallowed",
    r"(?:allergic|severe) reaction",
    r"(?:been|was|got|being) (?:hacked|robbed|assaulted|attacked|threatened|scammed|injured|burned|burnt|trapped|locked in)",
    r"(?:stole|stolen) my (?:card|identity|account|wallet|purse|money)",
    r"(?:my )?(?:card|wallet|account|identity|purse) (?:was|got|has been|is|were) (?:stolen|hacked)",
    r"(?:danger|dangerous situation|life threatening|life or death|matter of life)",
)

UPSET = (
    r"(?:second|third|fourth|fifth|sixth|tenth|2nd|3rd|4th|5th|\d+th|hundredth|umpteenth|million) time",
    r"(?:ridiculous|unacceptable|outrageous|disgusting|disgraceful|disgrace|appalling|pathetic|absurd|shambles|joke of a|shameful|atrocious|abysmal)",
    r"(?:this is|what|its|youre|you are|such|complete|total|absolute) (?:a |an )?(?:complete |total |absolute |such a |big |bad )*"
    r"(?:joke|nightmare|disaster|farce|scam|rip ?off|mess|useless|hopeless|terrible|horrible|awful|rubbish|garbage|crap|bullshit|insane|crazy|stupid|bad service)",
    r"(?:useless|worthless|stupid|dumb|idiotic|hopeless|terrible|awful|rubbish|crappy|lousy|horrible|garbage|worst) "
    r"(?:bot|robot|chat ?bot|thing|service|customer service|company|shop|support|experience|app|website|system|people|staff)",
    r"(?:fed up|sick and tired|sick of|tired of|had enough|enough is enough|lost (?:my )?patience|losing (?:my )?patience|running out of patience|at my wits end)",
    r"(?:so|very|really|extremely|beyond|getting|pretty|incredibly|getting very) (?:angry|annoyed|annoying|frustrated|frustrating|upset|disappointed|disappointing|mad|furious|irritated)",
    r"(?:im|i am|i m) (?:furious|angry|annoyed|livid|frustrated|fuming|pissed|disgusted|outraged)",
    r"(?:waste of (?:my )?(?:time|money)|wasting my time|wasted (?:my|an hour|hours)|never again|never (?:buying|ordering|using|shopping|coming) )",
    r"(?:no ?one|nobody|none of you|you people) (?:ever )?(?:is |are |s )?(?:answers?|answering|replies|replied|responds?|responded|helps?|helping|cares?|listens?|listening|bothers?)",
    r"(?:you(?:re| are)? |u )(?:still )?(?:dont|do not|not|arent|didnt|cant) (?:understand(?:ing)?|listen(?:ing)?|get it|help(?:ing)?|helpful|answer(?:ing)?(?: my question)?|read(?:ing)?)",
    r"(?:that|this|it) (?:is not|isnt|is no|was not|wasnt|doesnt|does not|didnt) (?:help(?:ful|ing)?|what i (?:asked|said|meant)|an answer|answer(?:ing)? (?:my|the) question)",
    r"(?:what the (?:hell|fuck|heck)|wtf|for (?:fucks|gods|christs|heavens|petes) sake|ffs|fuck(?:ing|ed|s)?|shit(?:ty)?|bullshit|piss(?:ed)? off|bloody hell|screw (?:you|this)|go to hell|shut up|idiots?|morons?|liars?|bastards?|assholes?|arseholes?)",
    r"(?:you|they|company) (?:are |re )?(?:lied|lying|liars|crooks|thieves|scammers|incompetent|clueless|ignoring me)",
    r"(?:want|demand|need) (?:to )?(?:complain|make a complaint|file a complaint|lodge a complaint)",
)

IMPATIENT = (
    r"(?:twice|three times|3 times|four times|4 times|\d+ times|several times|many times|multiple times|a hundred times) (?:now|already|and)",
    r"(?:how many times|again and again|over and over|yet again|once again|keep (?:asking|telling|saying|getting|ignoring))",
    r"already (?:told|said|asked|explained)",
    r"(?:still|have been|been|ive been|i have been) (?:waiting|wait) (?:for )?(?:over |more than |almost |nearly )?(?:a |an |\d+ |two |three |four |five |six )?(?:hours?|days?|weeks?|months?|ages|forever)",
    r"still (?:not|no|havent|hasnt|waiting|nothing|isnt|doesnt|dont|didnt)",
)

GREETINGS = ("hi hii hello hey heya hiya hullo yo morning afternoon evening howdy greetings",)
THANKS = ("thanks thank thankyou thx tx ty cheers ta thnx thanx appreciated",)
GOODBYES = ("bye goodbye byebye cya farewell goodnight night",)
CONTENT = ("ok okay great perfect lovely brilliant super cool awesome excellent wonderful fantastic amazing",)
FILLERS = (
    "good day there you u all so very much a lot again nice fine that s thats is was helps helped it for your the help "
    "and everyone team bot robot oh ah yes no see later soon of kind im useful helpful alright right have now to",
)
