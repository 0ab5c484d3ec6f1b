"""What stands around a team member's name, which is `@` here; all languages together, for names are said in any."""

from chat.domain.phrases.notation import compile_all, expand

_NAMES = {
    "end": "(?= ?($|\\.))",
    "start": "(^|\\. )((hi|hello|hey|hallo|bonjour|salut|hola|مرحبا|and|also|so) )*",
    "self": """(my|her|his|our) name is|my names|i am|im|this is|its me|it is me|call me|called|named|name
        |ich bin|ich heisse|mein name ist|hier ist|hier spricht|je suis|je m appelle|mon nom est|mon prenom est
        |c est moi|ici|soy|me llamo|mi nombre es|aqui|انا|اسمي|معك""",
    "kin": """my|her|his|our|their|mein|meine|meinen|meiner|unser|unsere|mon|ma|mes|notre|mi|mis|nuestra|nuestro|wife
        |husband|son|daughter|friend|sister|brother|mum|mother|dad|father|cat|dog|mann|sohn|tochter|freund|freundin
        |schwester|bruder|femme|mari|fils|fille|ami|amie|soeur|frere|esposa|marido|hijo|hija|amigo|amiga|hermana
        |hermano""",
    "did": """\\w\\w+ed|told|said|says|wrote|sent|made|gave|went|spoke|knew|took|sold|taught|threw|thought|never|wants
        |needs|likes|loves""",
    "been": "<did>|was|were|did|has|had|have|and|who|whose|which|but|when|is (my|our|a|coming)",
    "also": "(already |just |also |once |kindly )*",
    "bodily": """make|made|sell|teach|throw|know|like|work|live|come|comes|offer|run|do|join|attend|go|speak (english
        |spanish|french|german|arabic)""",
    "gave": "give|gave|send|sent|bring|brought|ship|post|deliver|show|pay|paid",
    "now": """today|now|right now|please|tomorrow|at the moment|later|this (morning|afternoon|evening)|or not|to (talk
        |speak|chat)""",
    "here": "there|here|in|around|about|online|on|available|free|back|working|at work|on duty|up",
    "spoken_to": """(are you|r u|you) (<here>)|(can|could|may) (i|we) (talk|speak|chat)
        |i (need|want) to (talk|speak|chat)""",
    "la": "la|ici|disponible|libre|presente?|joignable|en ligne|au travail",
    "ahi": "ahi|aqui|disponible|libre|conectad[oa]|en linea|por ahi",
    "frau": "(frau|herrn?|die|der) ",
}

APART = compile_all(
    expand(
        """
(<self>) (\\w+ )?@
(<kin>) @
(who|whos|qui|quien|wer)( (is|are|est|es|ist))? @
<start>@ (here|speaking|hier|am apparat|al habla|al telefono|a l appareil)
<start>@ <also>(<been>)(?!\\w)
@ <also>((has|had|have) )?<also>(<did>)(?!\\w)
((did|does|has|had|have|do|would|will) )@ (\\w+ )?(<bodily>)(?!\\w)
@ (come|comes|join|attend|and (i|me|my))(?!\\w)(?! (to |in |on )?(the |this )?(chat|phone))
(<gave>) (\\w+ ){1,4}to @
(tell|told|write|engrave|paint|emailed|asked|called|phoned|messaged|texted|thanked|met|saw|love|bring|invite) @
(?<!id )(?<!would )(like|than|about|of) @
(say|said) (\\w+ ){1,2}to @
(?<!ask )(?<!asking )(?<!asked )(?<!look )(?<!looking )(?<!wait )(?<!waiting )(?<!message )(?<!question )for @
(?<!call )(?<!back )(?<!reply )(?<!hear )(?<!answer )from @
(?<!at )by @
@ (und|et|y) (ich|moi|je|yo|mi|mein|meine|ma|mon)
<start>@ (hat|hatte|war|ist|sagte|meinte|schrieb|und|die|der|mochte|will)(?!\\w)(?! (<frau>)?@)
@ (hat|hatte) (\\w+ ){0,8}(ge\\w+|ver\\w+|be\\w+)<end>
(wie lange|seit wann) (arbeitet|ist) @
mit @ (war|bin|habe|hatte|haben)
(?<!frage )(?<!nachricht )fur @
(?<!anruf )(?<!ruckruf )(?<!antwort )von @
<start>@ (et|qui|a|m a|avait|m avait|etait|disait|est(?! (elle |il )?(<la>))|veut)(?!\\w)
@ (m |nous )?(a|avait) (\\w+ )?\\w+(e|it|is|u)(?!\\w)
(?<!question )(?<!message )pour @
(?<!appel )(?<!reponse )(?<!besoin )(?<!llamada )(?<!respuesta )(de|d|par|por) @
<start>@ (y|que|es|era|fue|me|nos|dijo|hizo|ha|tiene|quiere)(?!\\w)
@ (me |nos )?(dijo|hizo|ha \\w+do|escribio|mando|vendio|conto|quiere)
(?<!pregunta )(?<!mensaje )para @
(قال|قالت|اخبرني|اخبرتني|ارسل|ارسلت|صنع|صنعت|كتب|كتبت|اعطتني|اعطاني)( لي| لنا)? @
@ (قال|قالت|اخبرني|اخبرتني|ارسل|ارسلت|صنع|صنعت|كتب|كتبت)
(من|عن|هدية|كوب|طرد) (الى |ل )?@
""",
        _NAMES,
    )
)
"""Somebody of that name is told of, or gets something, or writes."""
WANTED = compile_all(
    expand(
        """
wheres? (is |s |are )?@( at| now| today| please)*<end>
(?<!how )(is|s|are|isnt|will|when is|when will|would) @ (be )?(back |still |perhaps )*(<here>)( (<now>))*<end>
(has|does|have) @ (got |have )?(a |any )?(minute|moment|time|second|sec)
<start>@ (\\. )?(<spoken_to>)
(can|could|may|might) (i|we) (please |just )?(have|get|see|reach|meet|ask|call|phone|ring|message|text
    |write to) @( please| now| directly| today)*<end>
wo (ist|steckt|bleibt|sind) (denn )?(<frau>)?@( denn| heute| gerade| jetzt)*<end>
(?<!lange )(?<!wann )(ist|ware|arbeitet) (denn )?(<frau>)?@ (heute |jetzt |gerade |noch |schon |wieder |denn )*(da|hier
    |erreichbar|verfugbar|online|frei|im haus|zu sprechen|dran|heute|jetzt)<end>
(hat|hatte) (<frau>)?@ (\\w+ ){0,3}zeit( fur mich)?<end>
wann ist @ (wieder )?(da|erreichbar)<end>
(ou|c est ou) (est|se trouve|es) (donc )?@<end>
@ (est|serait)( elle| il)? (<la>)( aujourd hui| maintenant| ce matin)*<end>
je peux avoir @
(donde|adonde) (esta|anda|se encuentra|estas) @<end>
(esta|estara|anda|se encuentra) @ (hoy |ahora )*(<ahi>|hoy|ahora)?<end>
@ (esta|estara)( hoy| ahora| <ahi>)*<end>
(puedo|podria|quiero|quisiera|necesito) (ver|hablarle|llamar|escribirle|contactar)( a)? @
(وين|اين|فين) @<end>
(هل )?@ (موجود|متاح|متوفر|هنا|متصل)[هة]?<end>
(هل )?(يوجد|هناك) @<end>
(اريد|ابغى|ابي|عايز|عاوز|بدي|احتاج|نريد|اعطني|ممكن|محتاج) @( من فضلك| لو سمحت)*<end>
""",
        _NAMES,
    )
)
"""Said of a person who is asked for, and of nobody whose name isn't known."""
CALLED = compile_all(
    expand(
        """
(talk|speak|chat|speaking|talking|chatting|word|through|thru|connected|transferred|transfer me|connect me|put me|hand me
    |pass me)( (directly|over|through|on|now|please))* (to|with) (mr |mrs |ms )?@(?! (i|you|we|be|that|the)(?!\\w))
mit (<frau>)?@( \\w+){0,2} (sprechen|reden|chatten|telefonieren|verbinden)
(sprechen|reden|spreche|verbinden sie mich|verbinde mich) (\\w+ )?mit (<frau>)?@
(parler|discuter|echanger|mettre en relation|passer)( \\w+)? (a|avec) (madame |monsieur |mme |m )?@
(hablar|comunicarme|conversar|chatear|comuniqueme|pongame|pasame) (con|a) (la |el )?(senora |senor )?@
(اتحدث|التحدث|اتكلم|التكلم|اتواصل|التواصل|احكي|الكلام)( الى)? (مع )?@
(اكلم|كلم) @
""",
        _NAMES,
    )
)
"""Here even a name that is an ordinary word can be nothing else."""
SPOKEN_TO = expand("<spoken_to>", _NAMES)[0]

NICELY = """
please pls plz plox bitte svp stp s il vous te plait por favor porfa porfavor من فضلك فضلكم لو سمحت سمحتم رجاء
"""
DEAR = "dear good day there lieber liebe guten gute cher chere querida querido estimada estimado عزيزي عزيزتي"
SIGNING = """
yes yeah no ok regards kind best love wishes from yours sincerely cheers schonen viele grusse mfg freundlichen mit ja
nein cordialement oui non saludos si atentamente نعم
"""
"""Beside a name and without more these make it an address or a signature."""

ORDINARY = """
alma amber angel april art ash august autumn avril bay beau bill blanca blue bond book brown buck bud cat chance charity
chase chip claire clara clay cliff consuelo cook coral cruz crystal daisy dale dawn dean dear destiny dick dolores don
drew earl ernst esperanza eve faith fawn fern flora florence forest frank gale ginger glen gold grace grant guy happy
harmony hazel heath heather heaven herb holly honey hope hunter iris ivy jack jade jasmine jay jean jesus joy june
juniper king kit lane laurel lily linden long lotus luck luna luz mai major marine mark mars mason may melody mercedes
mercy merry miles misty moss nova olive opal page paris pascal pat patience paz pearl penny pepper perle pierre pilar
piper prince queen rain ray reed rein remedios rich ridge rob robin rocio rock rod rosa rose rosemary ruby rusty sage
salt sandy savannah sean sky sol soledad star stein sterling stone storm sue summer sunny teal temple terra trinity trip
van violet wade ward warren west will willow winter wolf woody young
امل امين ايمان جميل جميلة حبيب حياة رضا زهرة سعيد سعيدة سلام صالح فرح كريم منى نور هبة هدى وردة وفاء ياسمين
"""
"""Names that are words, too, beside all that the bot knows as words."""
RATHER_NAMES = "ben lea lou mira"
"""Words of one language that elsewhere are names."""
TITLES = "dr prof mr mrs ms miss mx sir frau herr mme monsieur madame senor senora don dona the team"
