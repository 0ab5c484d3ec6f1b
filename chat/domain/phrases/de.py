"""German."""

NAMES = {
    "real": """echte[nmrs]?|richtige[nmrs]?|wirkliche[nmrs]?|menschliche[nmrs]?|lebende[nmrs]?|reale[nmrs]?
        |anderen?""",
    "a": "einem|einer|einen|eine|ein|nem|ner|nen|dem|der|den|eure[mrn]|ihre[mrn]|irgend|<real>",
    "role": """mensch(en)?|mitarbeiter(in|innen|n)?|berater(in|n)?|kundenberater(in)?|kundendienst
        |kundenservice|kundenbetreuer(in)?|ansprechpartner(in)?|agent(en|in)?|kolleg(e|en|in)
        |support(mitarbeiter(in)?)?|personal|sachbearbeiter(in)?|chef|vorgesetzten?""",
    "anyone": """jemand(em|en)?( (echte[mn]|anderem?|von (euch|ihnen)))?|irgendjemand(em|en)?|personen?
        |leuten?|wem""",
    "person": "<role>|<anyone>",
    "speak": """sprechen|spreche|reden|rede|chatten|telefonieren|unterhalten|schreiben|verbinden|verbunden
        |verbinde|verbindest|kommunizieren|quatschen""",
    "end": """(?= ?($|\\.|#)| (bitte|sprechen|reden|haben|der|die|und|oder|jetzt|sofort|statt|nicht|da
        |dran|am|zum|chatten|erreichen|kontaktieren)(?!\\w))""",
    "bot": "(chat|ro)?bots?|roboter|maschine|computer|programm|ki|automat(isch)?|software",
    "being": "<bot>|mensch(en|lich)?|person|echte?r?|<real> (mensch(en)?|person|mitarbeiter(in)?)",
    "maybe": """du|sie|ihr|hier|gerade|jetzt|denn|eigentlich|etwa|wirklich|nur|auch|ein|eine|einem|einer
        |einen|nem|ner|n|so|echte[nrm]?|richtige[nrm]?""",
}

ASKS_IF_BOT = """
(bist du|sind sie|seid ihr|du bist|sie sind|bist|ist das|ist dies|ist das hier
    |das ist) <maybe>* <being>(?= ?($|\\.|#)| (oder|und|hier|nicht|der))
(rede|spreche|schreibe|chatte|kommuniziere|unterhalte) ich (mich )?<maybe>* mit <maybe>* <being>
mit (wem|was) (rede|spreche|schreibe|chatte) ich
(mensch|person) oder <maybe>* <bot>
<bot> oder <maybe>* (mensch|person)
"""

ASKS_PERSON = """
mit <a>* <person>( \\w+){0,4} <speak>
<speak>( \\w+){0,3} (mit|zu|an) <a>* <person>
(will|mochte|moechte|brauche|wunsche|wuensche|verlange|hatte gern|hatte gerne|haette gern|gib mir
    |geben sie mir|bitte|suche|konnte ich|kann ich|zu|an|holen sie) <a>* (<role>|<real> <person>)<end>
(leite|leiten|leitet|stell|stelle|stellen|verbinde|verbinden|verbindet|gib
    |geben)( sie)? mich( \\w+){0,2} (zu|an|mit|durch|weiter)
<real> (mensch(en)?|person|mitarbeiter(in)?|berater(in)?|ansprechpartner(in)?)
<a>* <role> (kontaktieren|erreichen|anrufen)
<a>* jemand(en)? (kontaktieren|erreichen|anrufen|sprechen|echte[ns])
(kein(en|em)?|nicht mit (dem|einem|nem|diesem)) (bot|chatbot|roboter|maschine|computer)
nicht (langer |weiter )?mit (einer|der) maschine
(ist|gibt es)( (da|hier|dort))* (jemand(en)?|irgendjemand)( (da|hier|erreichbar|dort))?(?= ?($|\\.)
    | der mir)
ist jemand (da|hier|erreichbar)
(konnte|kann|konnten|soll|bitte) (mich )?(jemand|ein mitarbeiter|ein mensch)( bitte)? (mich )?(zuruckrufen
    |anrufen|kontaktieren)
(^|\\. )(bitte |ein(en|e)? |<real> )*(mensch(en)?|mitarbeiter(in)?|berater(in)?|kundendienst|kundenservice
    |agent|ansprechpartner)( (bitte|jetzt|sofort))*(?= ?($|\\.))
"""

URGENT = """
(?<!nicht )(?<!nicht so )(dringend(er|e|st)?|eilt sehr|notfall|lebensgefahr)
(es brennt|feuer|rauch|gasgeruch|stromschlag|verletzt|blutet|krankenwagen|notarzt|umbringen|selbstmord
    |suizid)(?= ?($|\\.)| )
"""

UPSET = """
zum (zweiten|dritten|vierten|funften|x ?ten) mal|schon wieder|frechheit|unverschamt(heit)?|lacherlich
    |unmoglich|sauerei|katastrophe
(das ist |so ein )(doch )?(ein )?(witz|mist|scheiss|unsinn|quatsch)
scheisse|verdammt|zum kotzen|ich hab(e)? (es )?satt|reicht( es)? mir|nutzlos|wutend|stinksauer
"""

IMPATIENT = """
immer noch (nicht|kein\\w*)|schon (zwei|drei|vier|mehrmals|\\d+) ?mal
"""

GREETINGS = "hallo hallochen moin servus gruss gott tag morgen abend guten gruezi grusse"
THANKS = "danke dankeschon dank vielen merci bedanke"
GOODBYES = "tschuss tschuess tschau ciao wiedersehen"
CONTENT = "super toll prima perfekt klar wunderbar"
FILLERS = """
auf sehr schon schones gut fur die deine ihre hilfe dir ihnen euch alles ja tausend herzlichen bis bald mich
"""
