"""German."""

NAMES = {
    "real": """echte[nmrs]?|richtige[nmrs]?|wirkliche[nmrs]?|menschliche[nmrs]?|lebende[nmrs]?|reale[nmrs]?
        |personliche[nmrs]?|kompetente[nmrs]?|zustandige[nmrs]?""",
    "a": "einem|einer|einen|eine|ein|nem|ner|nen|dem|der|den|eure[mrn]|ihre[mrn]|irgend|anderen?|<real>",
    "role": """mensch(en)?|mitarbeiter(in|innen|n)?|berater(in|n)?|kundenberater(in)?|kundendienst|kundenservice
        |kundenbetreuer(in)?|ansprechpartner(in)?|agent(en|in)?|kolleg(e|en|in)|(support|service|kunden(dienst
        |service)?)? ?(mitarbeiter|berater|betreuer)(in|n|innen)?|support( ?team)?|personal|sachbearbeiter(in)?
        |chef(in)?|vorgesetzten?|manager(in)?|angestellten?|geschafts(leitung|fuhrer(in)?|fuhrung)
        |filialleit(er(in)?|ung)|leitung|verkaufer(in)?|techniker(in)?|inhaber(in)?|verantwortlichen?|team|hotline
        |zentrale|servicekraft|fachmann|experten?""",
    "anyone": """jemand(em|en)?( (echte[mn]|anderem?|von (euch|ihnen)))?|irgendjemand(em|en)?|irgend ?we[mnr]
        |personen?|leuten?|wem""",
    "callme": "anrufen|zuruckrufen|kontaktieren|anschreiben|sich (bei mir )?melden|mich melden",
    "help": "helfen|weiterhelfen|antworten|ubernehmen|beraten|unterstutzen|bedienen|<callme>",
    "auto": "automatisch(e[nrs]?)?|automatisiert(e[nrs]?)?|automatik",
    "far": "am anderen ende|auf der anderen seite|hinter (dem|diesem) \\w+|dahinter|da|dort|hier",
    "person": "<role>|<anyone>",
    "speak": """sprechen|spreche|reden|rede|chatten|telefonieren|unterhalten|schreiben|verbinden|verbunden|verbinde
        |verbindest|kommunizieren|quatschen""",
    "end": """(?= ?($|\\.|#)| (bitte|sprechen|reden|haben|der|die|und|oder|jetzt|sofort|statt|nicht|da|dran|am|zum
        |chatten|erreichen|kontaktieren)(?!\\w))""",
    "bot": "(chat|ro)?bots?|roboter|maschine|computer|programm|ki|automat(isch)?|software",
    "being": """<bot>|mensch(en|lich)?|(echte )?(person|leute|menschen)|echte?r?|real|programmiert|lebendig
        |kunstlich(e intelligenz)?|<real> (mensch(en)?|person|mitarbeiter(in)?)""",
    "maybe": """du|sie|ihr|hier|gerade|jetzt|denn|eigentlich|etwa|wirklich|nur|auch|ein|eine|einem|einer|einen|nem
        |ner|n|so|echte[nrm]?|richtige[nrm]?""",
}

ASKS_IF_BOT = """
(bist du|sind sie|seid ihr|du bist|sie sind|bist|ist das|ist dies|ist das hier|das ist) <maybe>* <being>(?= ?($|\\.
    |#)| (oder|und|hier|nicht|der))
(rede|spreche|schreibe|chatte|kommuniziere|unterhalte) ich (mich )?<maybe>* mit <maybe>* <being>
(mit )?(wem|was) (rede|spreche|schreibe|chatte) ich
(du bist|sie sind|ihr seid|das ist|bist du|sind sie) (doch|ja|nur|wohl|bestimmt|sicher|nicht|kein|keine|<maybe>
    | )*(<bot>|mensch|echte person)(?= ?($|\\.|#)| (oder|und|hier|nicht|ne|gell|stimmts))
(bist du|sind sie|seid ihr|ist das|ist dies|ist hier|sind das|sind dies|kommen|lauft)( (hier|denn|jetzt|alles|die
    |das|ein|eine|nur|bloss))* (<auto>|ki|bot|computer|roboter|maschinen?)( |generierten? )?(chat|antwort(en)?
    |nachricht(en)?|system|service|dienst|text(e)?|gesprach|bot|generiert)
(sind|ist) (das|diese|dies|dieser|die|deine|ihre) (antwort(en)?|chat|nachricht(en)?)( (hier|denn|alle))* (<auto>
    |von<maybe>* <being>)
(antwortet|schreibt|redet|spricht|chattet|sitzt|steckt|reagiert|kommuniziert) ((mir|hier|da|dort|dahinter|jetzt
    |gerade|denn|eigentlich|mit mir|ein|eine|etwa|nur|wirklich|auch|echte[rs]?|richtige[rs]?) )*(<bot>|mensch|person
    |jemand echtes)
bin ich (<maybe> )*mit <maybe>* <being> (verbunden|am (reden|chatten|schreiben))
(was|wer) (bist du|sind sie|seid ihr|schreibt|antwortet)( (hier|mir|da|eigentlich|denn|jetzt))*(?= ?($|\\.|#))
(mensch|person) oder <maybe>* <bot>
<bot> oder <maybe>* (mensch|person)
(wird|werden) (das|dies|die|der|hier|alles|meine)( (chat|hier|fragen|nachrichten|antworten|von|alles))* (<auto>
    |von <maybe>* <being>)
(ist|sitzt|sind|steht|wartet) (<far>)( (etwa|wirklich|denn|uberhaupt|auch|ein|eine|echte[rs]?
    |richtige[rs]?))* (mensch|person|menschen|bot|roboter|maschine|computer)( (dran|dahinter))?(?= ?($|\\.|#)| (oder
    |der))
"""

TOLD_OF = """
(habe?|hatte) (ich )?(\\w+ ){0,3}mit (\\w+ ){1,3}(gesprochen|telefoniert|geredet|geschrieben)
(nicht|niemals|ungern)( (unbedingt|extra|erst))? mit <a>* <person> (<speak>)
(brauche?|will|mochte?|wunsche?)( (ich|wir))? keine?n? <a>* <person>
(^|\\. )(bitte )?(kein(e|en)?|ohne) <a>* <person>( (bitte|notig|sprechen|danke))*(?= ?($|\\.))
nicht mit niemandem (<speak>)
"""
ASKS_PERSON = """
melden sie sich( bitte)?( telefonisch| personlich)?( (bei|mit) (mir|uns))
(^|\\. )(bitte )?live ?chat( bitte)?(?= ?($|\\.))
(menschliche\\w*|echte|richtige) (stimme|support|hilfe|unterstutzung|beratung)
personlich(e|es|er|en)? (gesprach|beratung|kontakt|betreuung|hilfe|unterstutzung)
(^|\\. )(hallo |hey |ist |noch )*(jemand|irgendjemand|irgendwer|wer|niemand|keiner)( (da|hier|online|wach
    |echtes))*(?= ?($|\\. ?$))
(^|\\. )(ein(en)? )?ruckruf( bitte| erbeten| gewunscht| moglich)*(?= ?($|\\.))
mit <a>* <person>( \\w+){0,4} <speak>
<speak>( \\w+){0,3} (mit|zu|an) <a>* <person>
(will|mochte|moechte|brauche|wunsche|wuensche|verlange|hatte gern|hatte gerne|haette gern|gib mir|geben sie mir
    |bitte|suche|konnte ich|kann ich|zu|an|holen sie) <a>* (<role>|<real> <person>)<end>
(leite|leiten|leitet|stell|stelle|stellen|verbinde|verbinden|verbindet|gib|geben)( sie)? mich( \\w+){0,2} (zu|an|mit
    |durch|weiter)
<real> (mensch(en)?|person|mitarbeiter(in)?|berater(in)?|ansprechpartner(in)?)
<a>* <role> (kontaktieren|erreichen|anrufen)
<a>* jemand(en)? (kontaktieren|erreichen|anrufen|sprechen|echte[ns])
(kein(en|em)?|nicht mit (dem|einem|nem|diesem)) (bot|chatbot|roboter|maschine|computer)
nicht (langer |weiter )?mit (einer|der) maschine
(ist|gibt es)( (da|hier|dort))* (jemand(en)?|irgendjemand)( (da|hier|erreichbar|dort))?(?= ?($|\\.)| der mir)
ist jemand (da|hier|erreichbar)
(ist|sind|sitzt|gibt es)( (da|hier|dort|bei euch|bei ihnen|denn|auch|uberhaupt|noch|irgendwo
    |keine?))* (<real>)*(jemand(en)?|irgendjemand(en)?|menschen|leute|mitarbeiter|berater
    |ein(en)? (<real> )*(mensch(en)?|mitarbeiter|berater|ansprechpartner))( (echtes|echter|menschliches|da|hier
    |erreichbar|verfugbar|dort|den|die|der|mit dem|mitder|mit denen))*(?= ?($|\\.)| (ich|man|wir|mir|sprechen|reden
    |schreiben))
(kann|konnte|konnten|soll|sollte|darf|muss|mag|moge|wurde|mochte|lassen sie|lass)( (mir|mich|uns|bitte|mal|da
    |hier))* (ein(e|en)? (<real> )*(<role>)|jemand (von|aus|vom) \\w+( \\w+)?|jemand (echtes|anderes
    |menschliches))( (bitte|mir|mich|uns|da|hier|mal|kurz))* (<help>)
(kann|konnte|konnten|soll|sollte|mochte|bitte|wurde)( (mir|mich|uns|bitte))* (jemand|irgendjemand|einer)( (bitte|mir
    |mich|uns|mal|kurz))* (<callme>)
(jemand|ein (<role>)) (soll|moge|mochte|kann|konnte|muss)( (bitte|mich|mir|uns|mal))* (<help>)
(ruf|ruft|rufen sie|melden sie|meldet)( (mich|uns|sich|euch|bitte|bei mir|doch))* (an|zuruck)(?= ?($|\\.)| (bitte
    |pls|jetzt|mal|sofort|gleich))
(bitte|wunsche|erbitte|hatte gern|um)( (um|einen|den))* ruckruf
(holen|hol|holt|rufen|ruf|schicken|schick|schickt|bringen|suchen|geben|gib|gebt)( (sie|mir|uns|bitte|mal
    |doch))* <a>* (<role>|<real> (person|jemand)|jemanden)(?= |$|\\.)
(erreiche|kontaktiere|bekomme|finde|spreche|sprech) (ich|man)( (hier|denn|bitte|bei euch|am besten))* <a>* (<role>
    |jemand(en)?|<real> (person|menschen))<end>
mit wem( \\w+)? (kann|konnte|darf|muss|soll) (ich|man)( \\w+){0,5} (sprechen|reden|telefonieren|chatten|schreiben)
mit wem (kann|konnte|darf|muss|soll) (ich|man)
<a>* (<role>|jemand(en)?) (sprechen|an(s| das) telefon|ans telefon)
(schluss|genug|keine lust|weg|kein bock)( (mit|von|auf|dem|den|der|diesem|die|mehr))* (bots?|chatbots?|roboter[n]?
    |maschinen?|ki)
(mensch(en)?|mitarbeiter|person) (statt|und (nicht|kein(en)?)|anstatt|anstelle)( (mit|einem|einen|eines|einer|ein
    |dem))* (bots?|chatbots?|roboters?|maschine|ki|computers?)
(konnte|kann|konnten|soll|bitte) (mich )?(jemand|ein mitarbeiter|ein mensch)( bitte)? (mich )?(zuruckrufen|anrufen
    |kontaktieren)
(^|\\. )(bitte |ein(en|e)? |<real> )*(<role>|mensch(en)?|mitarbeiter(in)?|berater(in)?|kundendienst|kundenservice
    |agent|ansprechpartner)( (bitte|jetzt|sofort))*(?= ?($|\\.))
(an|zu|mit) <a>* (<role>|jemand(en|em)?|<real> person) (weiter\\w*|verbind\\w*|vermittel\\w*|ubergeb\\w*
    |durchstell\\w*|ubertrag\\w*|schick\\w*|wechsel\\w*|zu sprechen|zu reden)
(^|\\. )((lieber|bitte|nur|jetzt|gern|gerne|ich|will|mochte|am liebsten|direkt|sofort|nein) )+(mit|zu
    |an) <a>* (<role>|<real> person|jemand(em|en)?)
(kontakt|verbindung|gesprach|termin|rucksprache|chat|telefonat) (zu|mit) <a>* (<role>|<real> person|jemand(em|en)?
    |ihnen personlich)
(personlich|direkt|am telefon) mit (ihnen|euch|dir|jemandem|einem) ?(sprechen|reden|telefonieren|menschen)?
(bitte|mit) (um|einem|einen) menschen|mit einem menschen
(will|mochte|muss|kann|konnte|darf|wurde)( (ich|gern|gerne|bitte|lieber|mal|jetzt|doch|nur|dringend|hier
    |direkt))* (jemand(en)?|<a>* <role>) (sprechen|erreichen|kontaktieren|anrufen|haben|an(s| das) telefon)
(wann|ist|sind|waren|ware|wird)( (denn|da|hier|wieder|jetzt|heute
    |morgen))* (ein(e)? |<real> |irgendein(e)? )*(<role>|jemand)( \\w+){0,2} (verfugbar|erreichbar|da|online|frei
    |zu sprechen|ansprechbar)
"""

URGENT = """
(?<!nicht )(?<!nicht so )(dringend(er|e|st)?|eilt sehr|notfall|lebensgefahr)
(es brennt|feuer|rauch|gasgeruch|stromschlag|verletzt|blutet|krankenwagen|notarzt|umbringen|selbstmord
    |suizid)(?= ?($|\\.)| )
"""

UPSET = """
zum (zweiten|dritten|vierten|funften|x ?ten) mal|schon wieder|frechheit|unverschamt(heit)?|lacherlich|unmoglich
    |sauerei|katastrophe
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
YES_OR_NO = "ja jo jep doch nein ne nee ok okay bitte"
FILLERS = """
auf sehr schon schones gut fur die deine ihre hilfe dir ihnen euch alles ja tausend herzlichen bis bald mich
"""
