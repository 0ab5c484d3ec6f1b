"""Spanish."""

NAMES = {
    "real": "verdader[oa]s?|reale?s?|human[oa]s?|otr[oa]|viv[oa]|autentic[oa]",
    "a": "a|al|con|un|una|el|la|los|las|de|del|algun|alguna|su|sus|tu|uno|cualquier|<real>",
    "role": """human[oa]s?|ser humano|agentes?|asesor(a|es)?|operador(a|es)?|representantes?|ejecutiv[oa]s?
        |encargad[oa]s?|supervisor(a)?|gerente|emplead[oa]s?|atencion al cliente|servicio (al
        |de atencion al|de) cliente|soporte( tecnico)?|responsable|miembro del equipo|tecnic[oa]
        |teleoperador(a)?|jefe|dependiente|asistente""",
    "anyone": "alguien|personas?|gente",
    "person": "<role>|<anyone>",
    "speak": """hablar|hablo|hable|charlar|conversar|platicar|chatear|comunicar(me|se|nos)?|contactar(me)?
        |comunique(me|nme)?|comunica(me)?|conectar(me)?|conecta(me)?|conecte(me|nme)?|pasa(me)?
        |pase(me|nme)?|pasar(me)?|pon(me|er|erme)|ponga(me|nme)|transfiere(me)?|transfiera(me)?
        |transferir(me)?|escribir|deriva(me)?|derive(me)?|derivar(me)?""",
    "end": """(?= ?($|\\.|#)| (por|porfa|real|reales|que|y|o|no|ahora|ya|para|human[oa]|de verdad|de carne
        |disponible|en|inmediatamente)(?!\\w))""",
    "bot": """(chat ?|ro)?bots?|robots?|maquina|computadora|ordenador|programa|ia|inteligencia artificial
        |automatic[oa]|automatizad[oa]""",
    "being": "<bot>|(ser )?human[oa]|persona( (real|de verdad|humana))?|de verdad|real|alguien real",
    "maybe": """realmente|de verdad|solo|un|una|usted|tu|acaso|con|en realidad|verdadera|verdadero|alguna
        |algun""",
}

ASKS_IF_BOT = """
(eres|sos|es usted|usted es|tu eres|es esto|esto es|es|son ustedes|sois) <maybe>* <being>(?= ?($|\\.|#)| (o
    |y|verdad|no|aqui|de verdad|quien|el que|la que))
(estoy hablando|estoy chateando|hablo|estoy escribiendo|converso|estoy conversando
    |chateo) con <maybe>* <being>
con (quien|que) (hablo|estoy hablando|converso)
(humano|persona) o <maybe>* <bot>
<bot> o <maybe>* (humano|persona)
"""

ASKS_PERSON = """
<speak>( \\w+){0,2} (con|a) <a>* <person>
(contactar|localizar|llamar|ver|conseguir) <a>* (<role>|alguien|una persona)<end>
(quiero|necesito|deseo|dame|deme|denme|quisiera|prefiero|busco|solicito|exijo|me gustaria|pido|ponme|pongame
    |ocupo) <a>* (<role>|persona|<real> <person>)<end>
(personas?|agente|human[oa]|asesor|alguien|operador) (real(es)?|human[oa]|de verdad|de carne y hueso)
verdader[oa] (persona|humano|agente)
ser humano
(no|nada de|hart[oa] de|basta de|sin)( (quiero|hablar|mas|con|de|a|un|una|el|la|este|esta|deseo|seguir
    |hablando|tratar))* (robots?|chat ?bots?|bots?|maquinas?)
hay (alguien|alguna persona|algun (agente|humano|asesor|operador)|una persona|un humano)( (ahi|aqui
    |disponible|real|que|con quien|detras))?
(alguien|una persona|un agente) (puede|podria|que pueda|me puede|me podria
    |puede por favor)( por favor)? ?(llamar|contactar|atender|me llamar|ayudar)?(me)?(?= ?($|\\.)| (llamar
    |contactar|atender|por telefono))
(que alguien me |me puede(n)? |podrian |pueden )(llame|llamar|contacte|atienda|llamarme)
(^|\\. )(un|una|el|la|por favor|con| )*(<real> )*(human[oa]|agente|asesor(a)?|operador(a)?|representante
    |persona real|persona|atencion al cliente|servicio al cliente)( (por favor|porfa|porfavor|ya|ahora|humano
    |real))*(?= ?($|\\.))
"""

URGENT = """
(?<!no es )(?<!no )(?<!nada )(urgentes?|urgencia|urgentemente|emergencia)
incendio|fuego|fuga de gas|huele a gas|ambulancia|sangrando|suicid\\w+|matarme|electrocut\\w+|herid[oa]
"""

UPSET = """
(segunda|tercera|cuarta|quinta|enesima) vez|inaceptable|ridiculo|verguenza|vergonzoso|indignante|una burla
    |una estafa|estafadores
estoy hart[oa]|hart[oa] de|hasta las narices|mierda|joder|carajo|que asco|inutiles?|furios[oa]|no sirve(s
    |n)? para nada|pesimo servicio|perdida de tiempo
"""

IMPATIENT = """
todavia no|aun no|sigo esperando|otra vez|llevo \\d+ (dias|horas|semanas)
"""

GREETINGS = "hola buenas buenos dias tardes noches ola holi saludos"
THANKS = "gracias agradezco agradecido agradecida"
GOODBYES = "adios chao luego hasta pronto"
CONTENT = "perfecto genial vale excelente"
FILLERS = "muchas muy muchisimas amable por su tu ayuda todo mil de nada bien si que tenga buen dia "
