"""English."""

from chat.domain.phrases.en_upset import IMPATIENT as IMPATIENT
from chat.domain.phrases.en_upset import UPSET as UPSET

NAMES = {
    "real": """real life|real|really|live|actual|living|breathing|human|proper|physical|other|different|bloody|damn
        |fucking|freaking|next|available|free|senior|qualified|trained|knowledgeable""",
    "the": "a|an|the|your|ur|some|any|one of your|one of the|another|to|with|of|from",
    "a": "<the>|<real>",
    "service": "(cust(omer)?|client|technical|tech|live|human)( (service|services|support|care|help|relations|chat))+",
    "staffer": """agents?|reps?|representatives?|executives?|assistants?|advis[eo]rs?|specialists?|people|person
        |staff|team""",
    "role": """humans?|human beings?|(human |chat |cust )?agents?|representatives?|(cust )?reps?|operators?
        |advis[eo]rs?|supervisors?|managers?|specialists?
        |(customer |support |service |sales |call )?(service |care |support |centre |center )?(<staffer>)
        |members? of (the |your )?(staff|team)|staff members?|team members?|employees?|colleagues?|boss""",
    "someone": "some ?one|some ?body|some1|sum1|smb|sb",
    "human": """(<real> )*(humans?|human beings?|agents?|representatives?|reps?|operators?|managers?|supervisors?
        |advis[eo]rs?|employees?|colleagues?|specialists?|(member of|one of) (your |the )?(staff|team|people|agents
        |colleagues)|staff( members?)?|team members?|boss)|<real> (persons?|people|one|someone|guy)""",
    "after": """(?= ?($|\\.|#)| (please|pls|plz|at|in|from|of|with|by|to|who|that|not|now|instead|here|there|for|on
        |and|or|asap|rather|because|cos|so|right|immediately|today|tomorrow|again|i|we|but|then|can|could|will|would
        |is|are|available|online|about|regarding|directly|over|if|when|as|soon|quick|quickly|first|real|thanks|thank
        |over|through|before)(?!\\w))""",
    "anyone": "<someone>|any ?one|any ?body|any1",
    "anybody": "<anyone>|persons?|people|guy|assistants?|assistance|executives?|staff|team",
    "person": "<service>|<role>|<anybody>",
    "talk": "(speak|talk|chatt?)(ing)?|spk|converse|conversing",
    "desk": """(customer |tech(nical)? |after ?sales )?(support|sales|billing|accounts|management|reception
        |help ?desk|service|the (owner|shop|store|office|company|boss))( team| department| desk| people)?""",
    "somehuman": "<a>* (<role>|<someone>|any ?one|any ?body|person|people|<real> one)",
    "meet": """contact|reach|call|phone|ring|message|email|contacting|reaching|calling|get in touch with
        |get (a )?hold of|get through to""",
    "want": """(?<!dont )(?<!not )(?<!do i )(?<!do we )(?<!do you )(?<!should i )(?<!does one )(want|wanna|need
        |needs|like|prefer|have|require|demand|request|requesting|see|get|give me|gimme|get me|bring me|find me
        |send me|ask(ed|ing)? for)""",
    "connect": """(connect|join|hook|transfer|redirect|forward|patch|switch|direct|refer|escalate|pass|put|hand
        |route)(ed|ing)?""",
    "refuse": "dont|do not|not|wont|cant|no longer|stop|never|hate|tired of|sick of|enough of",
    "wish": "want|wanna|like|need|to|be|me|with",
    # What may follow where the person is the whole wish: "human hair" and "agent licence" are something else.
    "end": """(?= ?($|\\.|#)| (please|rn|pls|plz|to|who|that|not|now|instead|here|there|for|on|and|or|asap|rather
        |because|cos|so|right|immediately|today|again|i|but|then|available|online|about|regarding|helping|help
        |thanks|thank|directly|over)(?!\\w))""",
    "stop": """(?= ?($|\\.|#)| (or|and|here|there|right|now|please|i m|im|talking|speaking|answering|behind|typing
        |responding)(?!\\w))""",
    "machine": "(chat ?|ro)?bots?|machines?",
    "bot": """<machine>|autobot|computers?|(an? )?ai|a i|artificial intelligence|automated|automatic|algorithm
        |software|(a )?script|for real|auto ?respond(er|ing)|auto ?reply|simulation|(computer )?programs?|chat ?gpt
        |gpt|siri|alexa|virtual( assistant)?""",
    "being": """living being|<bot>( (chat|system|service|assistant|thing|program))?|humans?|human beings?
        |(real |real life |actual |live|human )?(person|people|agent|man|woman|guy|one|someone|employee|staff)|real
        |alive""",
    "reply_s": "replies|reply|answers?|responses?|messages?|chat|conversation|texts?|system",
    "made": """(an? )?(<maybe> )?(automated|automatic|auto ?generated|generated( by \\w+)?|a?i|bot
        |computer generated|scripted|pre ?written|robotic|from a (bot|robot|machine|computer))""",
    "maybe": """actually|really|just|even|maybe|only|still|also|like|a|an|some|any|the|kind of|sort of|real|actual
        |live|genuine""",
    "very": "so|most|very|really|extremely|beyond|getting|pretty|incredibly|getting very",
    "angry": """angry|unhappy|dissatisfied|displeased|annoyed|annoying|frustrated|frustrating|upset|disappointed
        |disappointing|mad|furious|irritated""",
    "rotten": """joke|nightmare|disaster|farce|scam|rip ?off|mess|useless|hopeless|terrible|horrible|awful|rubbish
        |garbage|crap|bullshit|insane|crazy|stupid|bad service""",
    "utter": "complete|total|absolute|such a|big|bad",
    "bad": """useless|worthless|stupid|dumb|idiotic|hopeless|terrible|awful|rubbish|crappy|lousy|horrible|garbage
        |worst""",
    "ours": """bot|robot|chat ?bot|thing|service|customer service|company|shop|support|experience|app|website|system
        |people|staff""",
    "span": "(a|an|\\d+|two|three|four|five|six)? ?(hours?|days?|weeks?|months?|ages|forever)",
}

ASKS_IF_BOT = """
(you|u|this) (arent|isnt|are not|is not|aint) <maybe>* <being><stop>
(are|r|is|was|were) (you|u|this|it|that|ya|he|she) (chat |thing |person )?<maybe>* <being>( right now
    | here)?( or <maybe>* <being>)?<stop>
(you|u|youre|ur|you are|this is|thats|that is) <maybe>* <bot> ?(right|correct|arent you|isnt it|\\.|$)
(am i|i am|im|who am i|was i) <maybe>* (<talk>|texting|typing|writing|connected
    |messaging) (to |with )?<maybe>* <being><stop>
(who|what) am i (<talk>|writing|typing|texting)( (to|with))?
<bot> or (not )?<maybe>* (humans?|person|people|man)<stop>
(humans?|person|man) or (not )?<maybe>* <bot><stop>
is there (a |an )?(real |actual )?(human|person|someone|anyone) (behind|writing|typing|answering|on the other)
is (anyone|anybody|someone) (real|really|actually)( typing| writing| answering| reading| responding| there)*<stop>
(are|is|r) (these|this|those|the|your|it|all) (just |only )*(<reply_s>)( (just|only|all|really))* <made><stop>
(is|are) (this|these|it|that|those) <maybe>* (automated|automatic|auto|bot|robot|ai|scripted) (<reply_s>)<stop>
(is|are) (this|it|that|everything) (here )?(fully |all |completely )?(automated|ai|scripted)<stop>
(do|did|does) (i|we) (really |actually )*<talk> (to |with )<maybe>* <being><stop>
(is|are) (it|there|this
    |that)? ?<maybe>* <being> (that s |who s |who is |that is |who |that )?(really |actually)?(<within_chat>)
(you|u|youre|ur|you are|this is|this|thats|its|it is) (re )?(not|isnt|arent|just|only|a|an|actually|really|even
    |clearly|obviously)( <maybe>)* (<bot>|human|person|real|human being|real (person|human|one))<stop>
what are (you|u)(?= ?($|\\.))
(is|are) (you|this|it|that) one of (those|these|the|your) (\\w+ )?<bot>
(who|whos) (is |are |s )?(this|there|answering|replying|typing|writing|behind this)( (me|to me|here|chat))*<stop>
(do|does|will|did|can) (a |an |any |the |real |actual |live |human |your )*(people|humans?|persons?|any ?one
    |any ?body|some ?one|bots?|robots?|agents?|computer|machine) (ever |really |actually |even )*(answer|reply
    |respond|write|read|type|sit|work)s?( (here|this|these|me|to me|messages|chats?|my messages|questions))*<stop>
(is|are|was) (this|that|it|you|these|there) (\\w+ ){0,2}(written|answered|read|run|handled|operated|managed|sent
    |typed|controlled) by <maybe>* <being>
(is|are) (this|it|that|these) (a |an |the )?(live )?(chat|conversation|talk) with <maybe>* <being><stop>
(you|u|this|it|that) (sounds?|seems?|looks?|feels?|talks?|replys?|reply|replies|behaves?|acts?
    |answers?) (a lot |more |very |just |to be )*(like )?<maybe>* (<bot>|robotic|human|real person|person)<stop>
(tell|say|admit|confirm|reveal)( (me|us|it|to me))* (if|whether|that) (you|this|it) (are|re|is|r) <maybe>* <being>
"""

TOLD_OF = """
(as|im|i am|was|am|become|becoming|being|hire|hiring|recruit|recruiting) (a|an) (\\w+ ){0,3}(agents?|reps?
    |representatives?|operators?|advis[eo]rs?|assistants?|managers?|specialists?)
(spoke|talked|chatted|spoken|(?<!have )(?<!ive )got to speak|been speaking|been talking|was talking
    |was speaking) (to|with) <a>* \\w+
(?<!who )(?<!whom )(should|must|shall|do (i|we) (need|have) to)( (i|we))? (talk|speak|call
    |consult) (to |with )?<a>* \\w+
(the|a|my|our|your|new|change|which|what|another) contact persons?
(match|be|become|(is|are|was) (the|this|that|your|his|her|my) \\w+) (a|the) (real|actual|live) (person|human)
(dont|do not|didnt|no need|rather not|prefer not|not) ((i|we|really|actually|even) )*(want to|wanna|need to|wish to
    |like to|care to|have to|to) (<talk>|be <connect>|be put|be called)( (to|with|through to|by))? <a>* <person>
(dont|do not|no need) ((i|we|really|actually|even) )*(want|wanna|need|require|for) <a>* <person>
(dont|do not|no need to) <connect> (me|us|this) (through |over )?(to|with) <a>* <person>
(^|\\. )((hi|hello|but) )*(no|without) <a>* (<role>|person|people) (please|pls|needed|necessary|required|thanks)
(do|does|did) (i|we|one) <talk> (to|with) <a>* <person> (at|in|during|when|while)
"""
ASKS_PERSON = """
(request|want|need|like|appreciate|arrange|schedule|book|have) (a |an )?(call ?back|ring ?back|(tele)?(phone )?call
    |return call)( from (you|your \\w+)|<end>)
^ ?((hi|hello|hey|please|pls|so|ok|um) )*(can|could|will|would|is there)? ?<anyone>( please| pls| kindly
    | who)* (can )?help( me
    | us| out| here| please| pls| now)*(?= ?\\.? ?$)
(humans?|person|people|<someone>) (rather|instead|not|and not|over|than)( (than|of|from|to|with|by|a|an|the
    |your))* (<machine>|computer|program(me)?|ai)
(^|\\. )(hi|hello|hey|so|um|uh|ok|please|is|isnt|aint|there| )*<anyone>( (there|here|home|around|online|available
    |free|awake|real|at all|please|pls))*(?= ?($|\\.))
(^|\\. )(please )?(call ?back|ring ?back)( please| pls| request)*(?= ?($|\\.))
<talk>( directly| now| live| online)?( (to|with|2|w|too|ti|wi\\w\\w?))? <a>* <person>(?! else s)
(<talk>|call|phone|ring) (to |with )?(you|u) (on|by|over) (the )?(phone|telephone)
<connect> (me|us|this|it|the chat|my case)( \\w+){0,2} (to|with|on to|onto|over to|through to|through
    |thru) <a>* (<person>|support)
(connect|connecting|connected|transfer|escalate|redirect|switch)( (to|with|2))? <a>* (<service>|<role>)<end>
connect(ed)? (to|with) <a>* <anybody><end>
(put|patch|hand|pass) me (through|over|on)<end>
<meet> (to |with )?<a>* (<service>|<role>|<someone>)<end>
<meet> (to |with )?(<a> )+person<end>
(discuss|resolve|sort|go through)( (this|it|that|things|out|my \\w+))* with <a>* (<role>|<someone>|person)
(can|could|will|would|may) <a>* <role> (please )?(help|call|contact|assist|speak|talk|answer|join|look)
(agents?|representative|operator|human|person) to (chat|talk|speak)
<want> <a>* (humans?|human beings?|agents?|representatives?|operators?|person|supervisor|manager)<end>
<want> <the>* <real> <a>* <person><end>
<want> <the>* customer (service|support|care)( (agent|rep|representative|person))?<end>
(?<!of a )(?<!like a )(?<!of )(real|live|actual|living|proper) (life )?(humans?|persons?|agents?|operator
    |representative|rep|advisor|someone)<end>
(?<!of a )(?<!like a )(living|breathing|human|real) (soul|voice|being)s?
where( is|s| are) (the|a|an|your) (real )?(human|person|agent|operator|staff|manager)s?( at)?<end>
(is|are) (there )?(no ?one|nobody|no (humans?|person|people)) ((that|who|whom) )?(i|we|here|there|who|to (talk|speak
    |help|answer|ask)|around|available|at (the|your)|in your)
(i|im|am|we) (search|searching)( for)? (<a> )*(person|human|someone|somebody|operator|agent)
human (agents?|beings?|operators?|representatives?|support|assistance|assistant|help|advis[eo]rs?|interaction|contact)
human person
(<anyone>|person|human) (real|human|(speak|talk|chat) (to|with)|to (speak|talk|chat)|i can (speak|talk|chat|ask))
<refuse> <wish>* (<talk>|deal(ing)?|use)?( ?(to|with))* ?<a>* (this )?<bad>? <machine><end>
no (more )?(bots?|robots?)(?= ?($|\\.)| please)
(is|are) (there )?(<anyone>|a (person|human|agent)|(an |any )?agents?|(any )?(real |actual |live )*(people
    |humans)) <within>
(^|\\. )<anyone> (there|here|home)<end>
(have|get|can|could|let|ask|want|need) (<anyone>|a (person|human|manager)|an agent)( from (the|your) (team
    |staff))?( to)?( please)? <reply> (me|us)
(please|can you|could you|would you|will you|pls|(^|\\. )(hi|hello|ok|just|so|then|no)?) ?(call|phone|ring
    |telephone) (me|us)( back)?(?= ?($|\\.)| (please|pls|plz|now|asap|on|at|today|tomorrow|when|about|later|instead
    |if)(?!\\w))
(^|\\. )<lead>* (<real> )*(humans?|human beings?|agents?|representatives?|reps?|operators?|<service>|person|people
    |manager|supervisor|staff|advis[eo]r|employee|colleague|receptionist|live chat
    |(customer |client )?(care |service |support )?(exec|executive|rep|agent|person))<trail>*(?= ?($|\\.))
(deal|dealing|interact|interacting|communicate|correspond|engage|liaise) (directly )?with <somehuman><end>
(have|having|get|arrange|set up|book) (a |an )?(\\w+ )?(word|chat|conversation|talk|call|discussion) with <somehuman>
(get|getting|be|put me|put us|come) (in (touch|contact)|hold) (with|of) (<somehuman>|<a>* <desk><end>)
<talk> (to |with )<a>* <desk><end>
<talk> (to|with) (whoever|who ?ever|anyone else|anybody else|someone else|somebody else)
(who|whom) (can|could|do|should|may|must|might) (i|we) (please )?(talk|speak|chat|complain) (to|with)
<connect> (me|us|this|it|my chat|the chat) (up |over |through )?(to|with|w|2)? ?<a>* (<person>|<desk>)<end>
(^|\\. )(please |pls |can you |could you |just |now )*(transfer|connect|redirect|forward) (me|us|my (call|chat
    |case))( please| now| pls| through| over)*(?= ?($|\\.))
<connect> (me|us|this|it)? ?(to )?<a>* (manager|supervisor|colleague|human|person|superior)
(can|could|will|would|may|please let|let|have|is it possible (that|for)|i want|i need|id like
    |would like) <somehuman> (from|of|in|on|at|with) (your|the) (\\w+ )?(team|staff|company|side|office|shop
    |department)
(can|could|will|would|may|let|have) <a>* (<role>|<real> (person|one|someone)) (please |just |to )*(help|assist|call
    |ring|phone|contact|answer|reply|respond|give|take over|join|text|email|get back|talk|speak|chat|handle|look)
(can|could|will|would|may) (<someone>|any ?one|any ?body) (please )?(ring|phone|call|contact|text|email|get back
    |reach out|speak|talk|chat)
(get|bring|find|give|send|fetch|need|want) (me |us )?(<someone>|any ?one|any ?body|a person|people) (real|human|else
    |competent|on the (phone|line)|who (can|knows|understands|is))
(get|bring|find|give|send|fetch) (me|us) <a>* (<role>|<someone>|person|<desk>)<end>
(is|are) (there )?(any|some|a|an|no|even|<real>| )*(humans?|people|persons?|agents?|staff|employees?|reps?
    |operators?|advis[eo]rs?|<someone>|any ?one|any ?body) ((that|who|whom) )?(i|we|me|you) (can|could|may|might)
(is|are) <somehuman> (available|around|free|there|online|on duty)<end>
(?<!im )(?<!am )(?<!re )(?<!you )(?<!is )(?<!its )(not|instead of|rather than|without|no|stop|quit|end|enough of
    |skip|leave|exit|kill
    |disable) (a |an |the |this |that |your |with |to |talking |chatting )*(stupid |useless )?(bots?|robots?
    |chat ?bots?|ai|computer|machine)(?= ?($|\\.)| (please|pls|i|now|and|give|get|thanks))
<refuse> <wish>* (<talk>|deal(ing)?|use|using)?( ?(to|with))* ?<a>* (this )?<bad>? (computers?|ai|a i|automated \\w+
    |algorithms?)<end>
(real|live|actual|personal|human|in person) (support|help|assistance|contact|service|conversation|touch)<end>
(real|actual|personal|human) chat<end>
(start|open|want|need|like|prefer|switch to|go to|access|use|get) (a |an |the |your |to )*live chat<end>
(be|get) (put|patched|passed|transferred|connected|handed|referred) (through|over)
(help|assistance|support|answer|reply|response) (from|of|by) <a>* (humans?|agents?|person|people|someone
    |representative|operator|staff)
(talk|speak|chat|deal|discuss|complain|escalate|report|explain|turn|refer|appeal)(ing)? ((this|it|that|directly|now
    |up|my \\w+|live|only) )*(to|with|2|w) <a>* (<human>|<someone>|manager|person)<after>
<talk> (to|with) (a|an|the) <real> one
(reach|contact|find|see|involve|summon|fetch|request|meet|ask for|looking for|look for|waiting for
    |wait for) <a>* (<human>|live chat)<after>
(reach|contact|find|see|involve|summon|fetch|request|meet|ask for|looking for|look for|waiting for
    |wait for) (<a> )+person<after>
(?<!do i )(?<!do we )(?<!do you )(?<!should i )(get|put|bring|send|want|need|give|have|take|require|demand
    |prefer)( (me|us|on|in|to))* <a>* <human><end>
(get|put|bring|send|give)( (me|us|on|in|to))* <a>* <human><after>
(want|need|give me|get me|prefer|just) (human|person|agent|operator|representative)<end>
(do|does|have) you (guys )?(got |have )?(any )?<somehuman> ((who|that|to|for) )*(i|we|available|here|there|around
    |can|could|real)
(please |pls |can you |could you |want to |need to |like to |must |^|\\. )escalate( (this|it|that|my \\w+|the \\w+
    |now|please))*(?= ?($|\\.)| to )
(have|get|like|love|wish|want|need|ask|prefer|hope) <somehuman> (to )?<reply>( (me|us|my))?
(get|let|take) me (out|away|off) ((of|from) )?(this|the|your) (bot|chat ?bot|robot|machine|automated)
(will|would|is|are|when will|when is|could) (there )?(be )?<somehuman> (be )?(available|online|here|around|on duty
    |free)
(can|could|will|may|should) (this|it|that|my \\w+) be (\\w+ )?(looked at|handled|checked|reviewed|answered|read|seen
    |dealt with|resolved|taken over) by <somehuman>
(take|bring|lead|direct|guide|steer|point|send|switch|move) (me
    |us) (over |through |straight |back )?to <a>* (<human>|<someone>|person|people|<service>|<desk>)<after>
(bring|add|invite|include|involve|loop in|get) <a>* (<human>|<someone>|person) (to|into|in|on) ((this|the|our
    |my) (chat|call
    |conversation|discussion|thread)|here)
(call|call ?back|phone call|contact|message|e ?mail|reply|visit|chat) (from|with|by) <a>* (<human>|<someone>
    |person)<after>
"""
NAMES |= {
    "within": """(there(?= ?($|\\.)| to| who)|here(?= ?($|\\.))|available(?= ?($|\\.)| to| now| who)|online(?= ?($
        |\\.)| now)|i can|who can (talk|speak|help)|to (talk|speak|chat|help))""",
    "within_chat": """(behind|on the other|answering|replying|typing|writing|responding|reading|talking to me
        |chatting|at the other)""",
    "reply": "call|phone|ring|contact|get back to|speak (to|with)|talk (to|with)|chat (to|with)|email",
    "lead": "a|an|the|hi|hello|ok|just|please|pls|now|yes|no|get|me|my|your|to|chat",
    "trail": " (please|pls|plz|now|asap|thanks|here|agent|agents|human|representative|operator)",
}

URGENT = """
(?<!not )(?<!isnt )(?<!pas )(?<!pas si )(?<!nothing )(?<!non )urgent(ly)?(?! (care|e ?mails?|mails?|messages?))
(?<!no )(?<!not an )(?<!not )emergency(?! (exit|exits|contact|number|light|lighting|kit|vehicle|fund))
(is|are|was|am|its|caught|caught \\w+ \\w+|on) (on )?fire(?= ?($|\\.)| (in|at|and|help|now))
(there is|there was|there s|theres) (a |an )?(fire|smoke|gas leak|flood|leak|burning)
(smell|smells|smelling) (of |like )?(gas|smoke|burning)
burning smell|gas leak|started smoking|is smoking|sparks|electric shock|electrocuted|carbon monoxide|overheating
(kill|hurt|harm|cut|cutting|hurting|killing) myself
suicide|suicidal|self harm|end my life|want to die|overdose|overdosed
ambulance|bleeding|unconscious|not breathing|cant breathe|cannot breathe|choking|heart attack|seizure|anaphyla\\w+
    |poisoned
(i|he|she|child|baby|toddler|son|daughter|kid|dog|cat) (has |have |just )*swallowed
(allergic|severe) reaction
(been|was|got|being) (hacked|robbed|assaulted|attacked|threatened|scammed|injured|burned|burnt|trapped|locked in)
(stole|stolen) my (card|identity|account|wallet|purse|money)
(card|wallet|account|identity|purse) (was|got|has been|is|were) (stolen|hacked)
danger|dangerous situation|life threatening|life or death|matter of life
"""

GREETINGS = "hi hii hello hey heya hiya hullo yo morning afternoon evening howdy greetings"
THANKS = "thanks thank thankyou thx tx ty cheers ta thnx thanx appreciated"
GOODBYES = "bye goodbye byebye cya farewell goodnight night"
CONTENT = "ok okay great perfect lovely brilliant super cool awesome excellent wonderful fantastic amazing"
YES_OR_NO = "yes yeah yep yup y no nope nah n ok okay k sure right please"
FILLERS = """
good day there you u all so very much a lot again nice fine that s thats is was helps helped it for your the help and
everyone team bot robot oh ah yes no see later soon of kind im useful helpful alright right have now to
"""
