"""English."""

WORDS = {
    "whom": """
adviser advisers advisor advisors agent agents aget agnt callcenter callcentre consultant csr helpdesk homan hooman
hoomans human humanbeing humanoid humanperson humans humen managr mgr mngr operator operators oprator receptionist rep
represantative represenative representative representatives reps salesman salesperson saleswoman supervisor
supervisors supervisr supervizor
""",
    "anyone": """
admin administrator adult any1 anybody anyone anyones assistant assistants associate attendant beings bloke body boss
ceo chap chief clerk colleague colleagues counsellor coworker crew department director employee employees engineer
everyone exec execs executive executives expert experts fella folk folks founder gentleman gentlemen girl girls
grownup guy guys handler helper helpers humankind individual lad ladies lads lady lot man manager managers member
members mod moderator mods nobody noone officer owner peeps people peoples person persons ppl proprietor sb secretary
sm1 smb smn smne smone sombody some1 somebdy somebody someone someones somone specialist specialists staff sum1
sumbody sumone team tech technician woman worker workers
""",
    "real": """
actual alive blood brain breathing clue competent flesh genuine higher irl knowledgeable knows legit live living
nonautomated nonbot proper pulse qualified real responsible senior sense sentient trained understands
""",
    "talk": """
advise alert answer answering assign assisting attend attended bell bump buzz call callback callin calling chat
chating chatter chatting check come communicate connect connected connecting connection connects consult contact
contacted contacting conversation converse conversing correspond deal dealing dial discuss discussing dm email engage
escalate explain flag forward guide hand handed handle handoff handover hear hold inform interact interaction
intervene involve leave liaise look mail message messaging notify pass patch phone phonecall phoning ping put raise
reach reaching read redirect reply replying resolve respnd respond responding review ring ringing shout sms sort speak
speakin speaking spk summon switch takeover talk talkin talking telephone telephoning text texting through thru tlk
tlking touch transfer transferred transferring turn video whatsapp word write writing
""",
    "wish": """
able appreciate arrange ask asked asking better can could demand desire drop easier fetch find get gettin getting
gimme giv give gonna got gotta grateful have hook hope hoping impossible insist just kindly lemme let like lookin
looking make may might must need needed needing needs please pleease plox pls plx plz possibility possible prefer
prefers rather request requesting require rlly seeking send sooner trouble wait waiting wanna want wants will wish
wished wonder wondering would
""",
    "there": "any around available free there",
    "be": "am are is was were",
    "help": "assist assistance help helped helping",
    "me": "i id ill im ive me mine my myself u ur us we y yall you your yours",
    "machine": """
ai algorithm automated automatic automation bot bots chatbot chatbots computer computers machine machines program
robot robots
""",
    "against": """
cant dont enough hate instead nah never no non not off quit refuse refusing sick skip stop tired without wont
""",
    "fact": """
called each english french german hiring job jobs language languages many much name names per phoned polish rang
spanish spoke talked vacancy
""",
    "matter": "about and because before but cause concerning cos coz re regarding since so when which who whom whose",
    "other": """
a accounts actually afternoon again age already alright also an anyhow anyway as asap at back basically be been behind
being believe billing bit bloody bro buddy business by care case center centers centre cheers christ claims client
company convenience course customer damn day dear did directly do does dude dumb earliest eight else end er erm
establishment even evening ever excuse face fam feel feeling ffs finally fine first five for forgive four fr freaking
from fucking god goddamn gods good guess had has he hell hello her here hers hey hi him his honest honestly honour how
idk if immediately in issue it its kind later line literally lol long longer madam mate matter maybe min mind minute
minutes moment more morning ngl nine nor now oblige obliged of office ok okay omg on once one ones online only or
other out over own pal perhaps personally place pleasure politely possibly pray problem properly question quick
quickly quite really rest right rn said sake sales say sec second seems service seven she shop short should side
simply sir sis six smh some somehow somewhere soon sorry still store story straight stupid support suppose ta take tbh
technical tell ten than thank thanks that thats the them then these they thing things think this those three time
times to today told tomorrow tonight too truth twice two ugh uh um up urgently useless very voice w well what where
whether why with wtf yeah yep yes yo
""",
}
