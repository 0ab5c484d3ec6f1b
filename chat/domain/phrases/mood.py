"""English words and turns by which customers show their mood, grouped by how much they say.

Written for customer service, not for literature: "lost", "on hold" or "third time" tell more than "sad" does.
"""

STRONG_NEGATIVE = """
abysmal angry appalling atrocious awful crap crappy despicable disaster disgrace disgraceful disgusted disgusting
dreadful enraged fraud furious garbage hate hated hates hopeless horrendous horrible horribly horrid horrific
idiot idiots idiotic inexcusable insane insulting joke junk liar liars livid lousy ludicrous nightmare outrage
outraged outrageous pathetic pissed ridiculous rubbish scam scammed scammers shame shameful shambles sham shit shitty
shocking sucks suck sucked sux stupid terrible terribly thieves trash unacceptable unbelievable unprofessional useless
worst worthless wtf fuck fucking bullshit damn ffs smh fail failing failure fiasco farce harassment gross
"""
NEGATIVE = """
abandoned annoyed annoying bad badly broke broken complain complained complaint complaints confusing crashed crash
cracked damaged damage defective died disappoint disappointed disappointing disappointment disconnected
disconnects disrespectful dirty failed fails faulty frustrated frustrating frustration flimsy fragile fell forced
garbled hung ignored ignoring impossible incompetent incorrect inconvenience inconvenient inferior inaccurate lacking
lacks lame lost lose losing loses lied lies lying mad malfunction mess messed messy mediocre miserable misleading
missed neglect nasty nonsense overcharged overpriced pain painful poor poorly quit refuse refused regret rip
rude ruin ruined ruining screwed sick sloppy slow sorry stole stolen stranded stuck stopped stops struggle
struggling tired trouble ugly unable unclear uncomfortable unhappy unhelpful unreliable unusable unsatisfied
unsatisfactory upset useless waste wasted wasting weak weird worse wrong hurts scratched unfortunate unfortunately
wont refuses died dead negative avoid beware disgruntled unanswered unresolved misled
"""
TROUBLE = """
again already another apparently away cancel canceled cancelled cancelling canceling cancellation charged claim
dropped drop drops delay delayed delays delaying denied difficult difficulty dont doesnt didnt error errors
excuse excuses expensive expect extra fix fees forever hard hold however hour hours hassle issue issues late later
least lack luggage minutes miss missing money never no nobody none nor not nothing only problem problems queue
refund return returned returning replace replacement replaced rebook sat sitting seriously should supposed stand
still tried trying twice unless waited waiting wait why without yet instead supposedly cheap cheaply plastic loud
loose
"""
POSITIVE = """
appreciate appreciated beautiful beautifully best brilliant cool comfortable comfy congrats congratulations clear
crisp delicious easy easily enjoy enjoyed enjoying excited fast favorite favourite fine flawless flawlessly friendly
fun glad good happy happier handy impressed impressive kudos lovely nice nicely perfectly pleasant pleased
pleasure quick quickly recommend recommended reliable satisfied sharp simple sleek smooth solid sturdy super
sweet well wonderful works worked worth yay smile helpful helped resolved pretty stylish durable
"""
STRONG_POSITIVE = """
amazing awesome excellent exceptional fabulous fantastic gorgeous great incredible love loved loves loving perfect
outstanding superb terrific thank thanks thankful thx grateful ❤ 👍 😊 😍 🙏
"""
INTENSE = "absolutely completely totally utterly extremely so very really incredibly beyond such too ever entire"
NEGATIONS = """
not no never dont doesnt didnt isnt wasnt arent werent wont cant couldnt wouldnt cannot havent hasnt nothing without
hardly nor neither aint barely
"""

FAILED_CONTACT = """
(no ?one|nobody|nobody s|never) (\\w+ ){0,2}(answer|pick|picks|respond|repl|call|help|car|show|tell|know|email
    |contact)\\w*
(hung|hang|hangs|hanging) up( on (me|us))?|(on|put on|left on) hold
(no|not a|without|zero) (\\w+ )?(response|reply|answer|help|explanation|update|updates|communication|word|apology
    |info)
(cant|cannot|couldnt|unable to|impossible to) (\\w+ )?(reach|get (through|a hold|hold|anyone|any one|someone|help)
    |speak|talk|contact)
(called|phoned|emailed|written|tried|asked|contacted|messaged|dmed|dialed) (\\w+ )?(twice|again|several|many
    |multiple|\\d+|three|four|five) ?(times|agents|people)?
(disconnected|dropped|cut off|transferred)( me| us)?|busy signal|voicemail|automated (system|message)|run ?around
(call|calls|email|emails|tweet|tweets|message|messages|dm|phone|phones|request) (\\w+ ){0,2}(ignored|unanswered
    |dropped)
"""
NOT_WORKING = """
(doesnt|does not|dont|do not|didnt|did not|isnt|is not|not|wont|never|stopped|quit|quits|barely
    |hardly) (\\w+ )?(work|works|working|worked|function|functioning|charge|fit|load|open|connect|stay|hold|last
    |arrive|come|show|turn)\\w*
(cant|cannot|can not|couldnt|could not|wont let|unable to|not able to|wasnt able to|impossible to)
(is|was|are|were|its|website|site|app|system|link|page) (\\w+ )?(down|broken|crashing|useless|dead|out of order)
(not|isnt|wasnt|arent|werent|far from|nothing|hardly|less than) (\\w+ ){0,2}(good|great|happy|impressed|satisfied
    |helpful|right|acceptable|ok|okay|cool|pleased|fun|worth|clear|comfortable|recommend\\w*|ideal|friendly)
(dont|do not|wouldnt|would not|cant|cannot) (\\w+ )?(recommend|buy|bother|like|waste|want)
"""
WAITED = """
(for|over|than|after|another|been|in|waited|waiting|waste[ds]?|almost|nearly|about|last|past|now
    |with) (\\w+ ){0,2}(\\d+|two|three|four|five|six|an|a few|several|half an|couple of
    |couple) ?\\+? ?(plus )?(minutes|mins|min|hours|hour|hrs|hr|days|weeks|months)
(\\d+|two|three|four|five|six|several) ?\\+? ?(minutes|mins|min|hours|hour|hrs|hr|days|day|weeks
    |months) (\\w+ )?(late|later|delay|wait|waiting|on hold|hold|ago|now|and)
\\d+(hrs|hr|h|mins|min)|all day|hours and hours|for hours|for days|for weeks|for ages|since (january|february|march
    |april|may|june|july|august|september|october|november|december|yesterday|last|monday
    |tuesday|wednesday|thursday|friday|saturday|sunday)
still (\\w+ )?(have|has|stuck|here|sitting|cant|wont|missing)|how (much )?long(er)?
"""
LEAVING = """
never (\\w+ )?(again|fly|flying|buy|buying|use|using|order|ordering|shop|return|come|recommend|book)\\w*
last time|(dont|cant|do not|not) (believe|trust) you|(contact|call|tell|see|ask|use)\\w* (my |a )?(lawyer|solicitor|bank
    |trading standards)|(lost|losing) (\\w+ )?(customer|business|my)|(switch|switching|going|taking|take) (\\w+ )?(to|my
    |back) (\\w+ )?(competitor|business|elsewhere|another)
(want|need|demand|give|get|getting|like|deserve|expect) (\\w+ ){0,2}(refund|money back|compensation|apology
    |explanation|reimburse\\w*)
(file|make|lodge|filing|submit) (\\w+ ){0,2}(complaint|claim)|(stay|keep) away|do better|get it together
    |get your (act|shit) together
"""
REPROACH = """
how (hard|difficult|is it possible|is this|is that|can you|do you not|dare|come|many times|could you)
why (cant|dont|do|did|are|is|does|doesnt|wont|would|isnt|havent|has|not|am)
(so|too) much for|thanks for (nothing|the|not|ruining|losing|making)|no thanks to|way to (go)?|really\\b(?= \\.)
    |seriously
(you|u|your|you guys|you people|youre|ur) (\\w+ ){0,3}(lost|lose|cancel\\w*|ruin\\w*|delay\\w*|charged|wrong
    |need to|should|fail\\w*|screw\\w*|cant|dont|wont|didnt|never|not|refus\\w*|left|made|owe|broke|messed|told
    |promised|said)
your (\\w+ ){0,3}(is|are|was|were) (\\w+ )?(so|not|the|a|very|too|really|un\\w+|in\\w+)
(what|such) a (\\w+ )?(joke|mess|disaster|shame|waste|nightmare|disappointment|way|terrible|horrible|bad)
(supposed|were told|was told|told me|told us|promised|claims?|claimed) (\\w+ )?(to|that|would|it|by|i|we|they|he|she)
"""
NOTHING_HELPED = """
(^|\\. )(no |but |look |yes )?(i|we) (already |just |clearly |literally )*(did|said|tried|told|asked|sent|explained
    |typed|wrote|clicked|pressed|called|refreshed|cleared|restarted|checked|entered|filled|answered) (that|this|it
    |you|already|the|so|to you)?
(did|done|tried|sent|said|reset|told you|explained|asked) ((that|this|it|you|them|for) )?(already|(\\w+ )?times|twice
    |before|again|on two occasions)
(^|\\. )(and |so |yes )?(still|again) (not|no|nothing|wrong|the same|broken|doesnt|isnt|cant|missing|waiting)
(nothing|nobody|no one) (has |have |ever |even )?(arrived|happen\\w*|work\\w*|chang\\w*|came|helps?|showed|moves?
    |comes?)
(link|code|number|app|answer|page|instructions?|form|button) (\\w+ ){0,4}(doesnt|dont|didnt|is|are|was|makes?|isnt
    |not) (\\w+ )?(work|exist|help|load|open|broken|wrong|dead|invalid|no sense|useless)\\w*
(didnt|doesnt|does not|not|never) (\\w+ )?(help|work|answer|arrive|respond|reply|fix)\\w* (either|again|at all|still)
(^|\\. )no (i|we) (dont|do not|didnt|already|want|said|need|asked)
    |(so )?(now what|what now)(?= ?($|\\.))|no sense|elsewhere|(was|were) supposed to
    |for nothing|going to bother|shouldnt have to|every (single )?time|always the same|(dont|stop) (send|sending|give
    |tell|copy)\\w* me
(again|still) ?(\\. )*(?= ?$)
(while|and|but|so|now) (all )?(you|u|they) (just |only |even |dont |still |now )*(send|sent|give|offer|tell|want|expect
    |keep|charge|ask)\\w*
(you|they|your \\w+) (\\w+ ){0,2}(promise|promised|said|told me) (\\w+ )?(and|the same|that|\\d+|it|last)
"""
PATIENT = """
(^|\\. )(oh |im |i am |so )?sorry|sorry (to|for|about|i|but|my|wrong|if|\\.)
    |no (rush|worries|problem|hurry)|(i|we|my \\w+) (lost|forgot
    |missed|broke|dropped|made a mistake)|when you have|i was wondering|very kind|dont mind|it was my
(terrible|horrible|awful|nasty|ugly|bad) (\\w+ )?(noise|smell|pain|taste|weather|stain|stains|cough|headache
    |toothache|scratch)
(looks?|smells?|tastes?|sounds?) (so |a bit |really )?(awful|ugly|bad|terrible|horrible|weird)
(works|working|fixed|sorted|solved|fine|ok) now|now it (works|does|is)|found it|got it
"""
ASKING = """
(^|\\. )(hi |hello |hey |\\w+ )?(how (do|can|would|should|much|many|does) (i|you|we|the|it|is)?|can i|could i
    |may i|is there|do you (have|offer|know|ship)|are there|does|will (you|there)|what (is|are|time|s)|when (is
    |does|will|do)|where (is|can|do|are)|which|any)
(looking|wondering|curious|interested|would like|id like)|please|would love
"""
