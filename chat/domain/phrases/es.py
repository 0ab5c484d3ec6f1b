"""Spanish."""

_REAL = r"(?:verdader[oa]s?|reale?s?|human[oa]s?|otr[oa]|viv[oa]|autentic[oa])"
_A = rf"(?:(?:a|al|con|un|una|el|la|los|las|de|del|algun|alguna|su|sus|tu|uno|cualquier) )*(?:{_REAL} )*"
_ROLE = (
    r"(?:human[oa]s?|ser humano|agentes?|asesor(?:a|es)?|operador(?:a|es)?|representantes?|ejecutiv[oa]s?|encargad[oa]s?|supervisor(?:a)?|gerente|emplead[oa]s?"
    r"|atencion al cliente|servicio (?:al|de atencion al|de) cliente|soporte(?: tecnico)?|responsable|miembro del equipo|tecnic[oa]|teleoperador(?:a)?|jefe|dependiente|asistente)"
)
_ANYONE = r"(?:alguien|personas?|gente)"
_PERSON = rf"(?:{_ROLE}|{_ANYONE})"
_SPEAK = (
    r"(?:hablar|hablo|hable|charlar|conversar|platicar|chatear|comunicar(?:me|se|nos)?|contactar(?:me)?|comunique(?:me|nme)?|comunica(?:me)?|conectar(?:me)?|conecta(?:me)?|conecte(?:me|nme)?"
    r"|pasa(?:me)?|pase(?:me|nme)?|pasar(?:me)?|pon(?:me|er|erme)|ponga(?:me|nme)|transfiere(?:me)?|transfiera(?:me)?|transferir(?:me)?|escribir|deriva(?:me)?|derive(?:me)?|derivar(?:me)?)"
)
_END = r"(?= ?(?:$|\.|#)| (?:por|porfa|real|reales|que|y|o|no|ahora|ya|para|human[oa]|de verdad|de carne|disponible|en|inmediatamente)(?!\w))"
_BOT = r"(?:(?:chat ?|ro)?bots?|robots?|maquina|computadora|ordenador|programa|ia|inteligencia artificial|automatic[oa]|automatizad[oa])"
_BEING = rf"(?:{_BOT}|(?:ser )?human[oa]|persona(?: (?:real|de verdad|humana))?|de verdad|real|alguien real)"
_MAYBE = r"(?:(?:realmente|de verdad|solo|un|una|usted|tu|acaso|con|en realidad|verdadera|verdadero|alguna|algun) )*"

ASKS_IF_BOT = (
    rf"(?:eres|sos|es usted|usted es|tu eres|es esto|esto es|es|son ustedes|sois) {_MAYBE}{_BEING}(?= ?(?:$|\.|#)| (?:o|y|verdad|no|aqui|de verdad|quien|el que|la que))",
    rf"(?:estoy hablando|estoy chateando|hablo|estoy escribiendo|converso|estoy conversando|chateo) con {_MAYBE}{_BEING}",
    r"con (?:quien|que) (?:hablo|estoy hablando|converso)",
    rf"(?:humano|persona) o {_MAYBE}{_BOT}",
    rf"{_BOT} o {_MAYBE}(?:humano|persona)",
)

ASKS_PERSON = (
    rf"{_SPEAK}(?: \w+){{0,2}} (?:con|a) {_A}{_PERSON}",
    rf"(?:contactar|localizar|llamar|ver|conseguir) {_A}(?:{_ROLE}|alguien|una persona){_END}",
    rf"(?:quiero|necesito|deseo|dame|deme|denme|quisiera|prefiero|busco|solicito|exijo|me gustaria|pido|ponme|pongame|ocupo) {_A}(?:{_ROLE}|persona|{_REAL} {_PERSON}){_END}",
    r"(?:personas?|agente|human[oa]|asesor|alguien|operador) (?:real(?:es)?|human[oa]|de verdad|de carne y hueso)",
    r"verdader[oa] (?:persona|humano|agente)",
    r"ser humano",
    r"(?:no|nada de|hart[oa] de|basta de|sin)(?: (?:quiero|hablar|mas|con|de|a|un|una|el|la|este|esta|deseo|seguir|hablando|tratar))* (?:robots?|chat ?bots?|bots?|maquinas?)",
    r"hay (?:alguien|alguna persona|algun (?:agente|humano|asesor|operador)|una persona|un humano)(?: (?:ahi|aqui|disponible|real|que|con quien|detras))?",
    r"(?:alguien|una persona|un agente) (?:puede|podria|que pueda|me puede|me podria|puede por favor)(?: por favor)? ?(?:llamar|contactar|atender|me llamar|ayudar)?(?:me)?(?= ?(?:$|\.)| (?:llamar|contactar|atender|por telefono))",
    r"(?:que alguien me |me puede(?:n)? |podrian |pueden )(?:llame|llamar|contacte|atienda|llamarme)",
    rf"(?:^|\. )(?:un|una|el|la|por favor|con| )*(?:{_REAL} )*(?:human[oa]|agente|asesor(?:a)?|operador(?:a)?|representante|persona real|persona|atencion al cliente|servicio al cliente)(?: (?:por favor|porfa|porfavor|ya|ahora|humano|real))*(?= ?(?:$|\.))",
)

URGENT = (
    r"(?<!no es )(?<!no )(?<!nada )(?:urgentes?|urgencia|urgentemente|emergencia)",
    r"(?:incendio|fuego|fuga de gas|huele a gas|ambulancia|sangrando|suicid\w+|matarme|electrocut\w+|herid[oa])",
)

UPSET = (
    r"(?:(?:segunda|tercera|cuarta|quinta|enesima) vez|inaceptable|ridiculo|verguenza|vergonzoso|indignante|una burla|una estafa|estafadores)",
    r"(?:estoy hart[oa]|hart[oa] de|hasta las narices|mierda|joder|carajo|que asco|inutiles?|furios[oa]|no sirve(?:s|n)? para nada|pesimo servicio|perdida de tiempo)",
)

IMPATIENT = (r"(?:todavia no|aun no|sigo esperando|otra vez|llevo \d+ (?:dias|horas|semanas))",)

GREETINGS = ("hola buenas buenos dias tardes noches ola holi saludos",)
THANKS = ("gracias agradezco agradecido agradecida",)
GOODBYES = ("adios chao luego hasta pronto",)
CONTENT = ("perfecto genial vale excelente",)
FILLERS = ("muchas muy muchisimas amable por su tu ayuda todo mil de nada bien si que tenga buen dia ",)
