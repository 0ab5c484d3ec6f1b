"""German."""

_REAL = r"(?:echte[nmrs]?|richtige[nmrs]?|wirkliche[nmrs]?|menschliche[nmrs]?|lebende[nmrs]?|reale[nmrs]?|anderen?)"
_A = rf"(?:(?:einem|einer|einen|eine|ein|nem|ner|nen|dem|der|den|eure[mrn]|ihre[mrn]|irgend) )*(?:{_REAL} )*"
_ROLE = (
    r"(?:menschen?|mitarbeiter(?:in|innen|n)?|berater(?:in|n)?|kundenberater(?:in)?|kundendienst|kundenservice|kundenbetreuer(?:in)?"
    r"|ansprechpartner(?:in)?|agent(?:en|in)?|kolleg(?:e|en|in)|support(?:mitarbeiter(?:in)?)?|personal|sachbearbeiter(?:in)?|chef|vorgesetzten?)"
)
_ANYONE = r"(?:jemand(?:em|en)?(?: (?:echte[mn]|anderem?|von (?:euch|ihnen)))?|irgendjemand(?:em|en)?|personen?|leuten?|wem)"
_PERSON = rf"(?:{_ROLE}|{_ANYONE})"
_SPEAK = r"(?:sprechen|spreche|reden|rede|chatten|telefonieren|unterhalten|schreiben|verbinden|verbunden|verbinde|verbindest|kommunizieren|quatschen)"
_END = r"(?= ?(?:$|\.|#)| (?:bitte|sprechen|reden|haben|der|die|und|oder|jetzt|sofort|statt|nicht|da|dran|am|zum|chatten|erreichen|kontaktieren)(?!\w))"
_BOT = r"(?:(?:chat|ro)?bots?|roboter|maschine|computer|programm|ki|automat(?:isch)?|software)"
_BEING = rf"(?:{_BOT}|mensch(?:en|lich)?|person|echte?r?|{_REAL} (?:mensch(?:en)?|person|mitarbeiter(?:in)?))"
_MAYBE = r"(?:(?:du|sie|ihr|hier|gerade|jetzt|denn|eigentlich|etwa|wirklich|nur|auch|ein|eine|einem|einer|einen|nem|ner|n|so|echte[nrm]?|richtige[nrm]?) )*"

ASKS_IF_BOT = (
    rf"(?:bist du|sind sie|seid ihr|du bist|sie sind|bist|ist das|ist dies|ist das hier|das ist) {_MAYBE}{_BEING}(?= ?(?:$|\.|#)| (?:oder|und|hier|nicht|der))",
    rf"(?:rede|spreche|schreibe|chatte|kommuniziere|unterhalte) ich (?:mich )?{_MAYBE}mit {_MAYBE}{_BEING}",
    r"mit (?:wem|was) (?:rede|spreche|schreibe|chatte) ich",
    rf"(?:mensch|person) oder {_MAYBE}{_BOT}",
    rf"{_BOT} oder {_MAYBE}(?:mensch|person)",
)

ASKS_PERSON = (
    rf"mit {_A}{_PERSON}(?: \w+){{0,4}} {_SPEAK}",
    rf"{_SPEAK}(?: \w+){{0,3}} (?:mit|zu|an) {_A}{_PERSON}",
    rf"(?:will|mochte|moechte|brauche|wunsche|wuensche|verlange|hatte gern|hatte gerne|haette gern|gib mir|geben sie mir|bitte|suche|konnte ich|kann ich|zu|an|holen sie) {_A}(?:{_ROLE}|{_REAL} {_PERSON}){_END}",
    r"(?:leite|leiten|leitet|stell|stelle|stellen|verbinde|verbinden|verbindet|gib|geben)(?: sie)? mich(?: \w+){0,2} (?:zu|an|mit|durch|weiter)",
    rf"{_REAL} (?:menschen?|person|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?)",
    rf"{_A}{_ROLE} (?:kontaktieren|erreichen|anrufen)",
    rf"{_A}jemand(?:en)? (?:kontaktieren|erreichen|anrufen|sprechen|echte[ns])",
    r"(?:kein(?:en|em)?|nicht mit (?:dem|einem|nem|diesem)) (?:bot|chatbot|roboter|maschine|computer)",
    r"nicht (?:langer |weiter )?mit (?:einer|der) maschine",
    r"(?:ist|gibt es)(?: (?:da|hier|dort))* (?:jemand(?:en)?|irgendjemand)(?: (?:da|hier|erreichbar|dort))?(?= ?(?:$|\.)| der mir)",
    r"ist jemand (?:da|hier|erreichbar)",
    r"(?:konnte|kann|konnten|soll|bitte) (?:mich )?(?:jemand|ein mitarbeiter|ein mensch)(?: bitte)? (?:mich )?(?:zuruckrufen|anrufen|kontaktieren)",
    rf"(?:^|\. )(?:bitte |ein(?:en|e)? |{_REAL} )*(?:menschen?|mitarbeiter(?:in)?|berater(?:in)?|kundendienst|kundenservice|agent|ansprechpartner)(?: (?:bitte|jetzt|sofort))*(?= ?(?:$|\.))",
)

URGENT = (
    r"(?<!nicht )(?<!nicht so )(?:dringend(?:er|e|st)?|eilt sehr|notfall|lebensgefahr)",
    r"(?:es brennt|feuer|rauch|gasgeruch|stromschlag|verletzt|blutet|krankenwagen|notarzt|umbringen|selbstmord|suizid)(?= ?(?:$|\.)| )",
)

UPSET = (
    r"(?:zum (?:zweiten|dritten|vierten|funften|x ?ten) mal|schon wieder|frechheit|unverschamt(?:heit)?|lacherlich|unmoglich|sauerei|katastrophe)",
    r"(?:das ist |so ein )(?:doch )?(?:ein )?(?:witz|mist|scheiss|unsinn|quatsch)",
    r"(?:scheisse|verdammt|zum kotzen|ich hab(?:e)? (?:es )?satt|reicht(?: es)? mir|nutzlos|wutend|stinksauer)",
)

IMPATIENT = (r"(?:immer noch (?:nicht|kein\w*)|schon (?:zwei|drei|vier|mehrmals|\d+) ?mal)",)

GREETINGS = ("hallo hallochen moin servus gruss gott tag morgen abend guten gruezi grusse",)
THANKS = ("danke dankeschon dank vielen merci bedanke",)
GOODBYES = ("tschuss tschuess tschau ciao wiedersehen",)
CONTENT = ("super toll prima perfekt klar wunderbar",)
FILLERS = ("auf sehr schon schones gut fur die deine ihre hilfe dir ihnen euch alles ja tausend herzlichen bis bald mich ",)
