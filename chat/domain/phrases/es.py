"""Spanish."""

NAMES = {
    "real": "verdader[oa]s?|reale?s?|human[oa]s?|otr[oa]|viv[oa]|autentic[oa]",
    "a": "a|al|con|un|una|el|la|los|las|de|del|algun|alguna|su|sus|tu|uno|cualquier|<real>",
    "role": """human[oa]s?|ser humano|agentes?|asesor(a|es)?|operador(a|es)?|representantes?|ejecutiv[oa]s?
        |encargad[oa]s?|supervisor(a)?|gerente|emplead[oa]s?|atencion al cliente|servicio (al|de atencion al
        |de) cliente|soporte( tecnico)?|responsable|miembro del equipo|tecnic[oa]|companer[oa]s?|director(a)?
        |duen[oa]|vendedor(a)?|comercial|recepcionista|jefa|direccion|gestor(a)?|administrador(a)?|consultor(a)?
        |superior|teleoperador(a)?|jefe|dependiente|asistente""",
    "anyone": "alguien|personas?|gente",
    "person": "<role>|<anyone>",
    "speak": """hablar|hablo|que hable|charlar|conversar|platicar|chatear|comunicar(me|se|nos)?|contactar(me)?
        |comunique(me|nme)?|comunica(me)?|conectar(me)?|conecta(me)?|contact[oa]?(me)?|comunicarnos|trato|tratar
        |pasa(s|n|rias|rian)?|ponerme|poneme|pasame|entrar en contacto|conecte(me|nme)?|pasa(me)?|pase(me|nme)?
        |pasar(me)?|pon(me|er|erme)|ponga(me|nme)|transfiere(me)?|transfiera(me)?|transferir(me)?|escribir
        |deriva(me)?|derive(me)?|derivar(me)?""",
    "end": """(?= ?($|\\.|#)| (por|porfa|real|reales|que|y|o|no|ahora|ya|para|human[oa]|de verdad|de carne
        |disponible|en|al|inmediatamente)(?!\\w))""",
    "bot": """(chat ?|ro)?bots?|robots?|maquina|computadora|ordenador|programa|ia|inteligencia artificial
        |automatizad[oa]""",
    "reply": "chat|respuestas?|mensajes?|sistema|contestador|conversacion|asistente|atencion",
    "being": "<bot>|(ser )?human[oa]|persona( (real|de verdad|humana))?|de verdad|real|alguien real",
    "maybe": """realmente|de verdad|solo|un|una|usted|tu|acaso|con|en realidad|verdadera|verdadero|alguna|algun""",
}

ASKS_IF_BOT = """
(eres|sos|es usted|usted es|tu eres|es esto|esto es|es|son ustedes|sois) <maybe>* <being>(?= ?($|\\.|#)| (o|y|verdad
    |no|aqui|de verdad|quien|el que|la que))
(estoy hablando|estoy chateando|(?<!no )hablo|estoy escribiendo|converso|estoy conversando|chateo) con <maybe>* <being>
con (quien|que) (hablo|estoy hablando|converso|chateo|estoy chateando|estoy)(?= ?($|\\.|#)| (aqui|ahora))
(quien|que|me|esto lo|lo|aqui) (me |esta )*(responde|contesta|escribe|atiende|respondiendo|contestando)( (aqui
    |esto))* (un|una|alguna)? ?(<being>|ordenador)
quien (me )?(responde|contesta|escribe|eres|esta (respondiendo|escribiendo|contestando|ahi|detras))
que eres
(no eres|no es usted|eres|no sos|no es|sos|de verdad eres|realmente eres) (una? |solo |un simple )*(bot|robot
    |maquina|human[oa]|persona|persona real|ser humano|real)(?= ?($|\\.|#)| (verdad|no|cierto|o|y))
(son|es|es esto|esto es|este es|este|estas son|estas|sus|tus|las)( (un|una|unas|estas|este|las))* (<reply>)( (son|es
    |esta))* (automatic[oa]s?|automatizad[oa]s?|generad[oa]s?|robotic[oa]s?)
es (automatic[oa]|automatizad[oa]) (este|esto|el|la) (<reply>)
hay (una|un|alguna?|alguien|de verdad| )*(persona|humano|ser humano|alguien|robot|bot)( (real|de verdad))? (detras
    |al otrolado|respondiendo|escribiendo|contestando|que (me )?(responde|contesta|escribe))
(humano|persona) o <maybe>* <bot>
<bot> o <maybe>* (humano|persona)
hay (alguien|una persona|un humano|gente)( (real|de verdad|humano))?( (ahi|aqui))? (detras|al otro lado|del otro lado)
es (una|un|alguna) (persona|humano|bot|robot|maquina|programa) (la |el )?(que|quien) (me )?(escribe|responde
    |contesta|habla|atiende|esta)
(me |aqui |quien )*(habla|escribe|responde|contesta|atiende)( (aqui|realmente))* (una|un)? ?<being>(?= ?($|\\.|#)
    | (o|y))
"""

TOLD_OF = """
se llaman? ((el|la|su|los) )*\\w+
(^|\\. )(ya |ayer |yo )*(hable|he hablado|hablamos|llame) con \\w+( \\w+)?
no (quiero|necesito|deseo|prefiero|quisiera|hace falta|me hace falta)( (que|tener que))? (<speak>) <a>* <person>
no (quiero|necesito|deseo|hace falta) <a>* <person>
(^|\\. )sin <a>* <person>( (por favor|porfa|gracias))*(?= ?($|\\.))
"""
ASKS_PERSON = """
(soporte|servicio|ayuda|contacto|asistencia|voz) human[oa]
(devuelv\\w+|regres\\w+) (la |mi )?llamada
(^|\\. )(live chat|chat en vivo|chat en directo)( por favor| porfa)*(?= ?($|\\.))
(^|\\. )nadie (por )?(ahi|aqui)(?= ?($|\\.))
(trato|conversacion|contacto|entrevista) (personal|telefonic[oa]|human[oa])
(^|\\. )(hola |hay )*alguien( (ahi|aqui))*(?= ?($|\\. ?$))
que (me|nos) (llam\\w+|contact\\w+|atiend\\w+|marquen|escriban)(?= ?($|\\.)| por| ya| a| al)
<speak>( \\w+){0,2} (con|a) <a>* <person>
(contactar|localizar|llamar|ver|conseguir) <a>* (<role>|alguien|una persona)<end>
(quiero|necesito|deseo|dame|deme|denme|quisiera|prefiero|busco|solicito|exijo|me gustaria|pido|ponme|pongame
    |ocupo) <a>* (<role>|persona|<real> <person>)<end>
(personas?|agente|human[oa]|asesor|alguien|operador) (real(es)?|human[oa]|de verdad|de carne y hueso)
verdader[oa] (persona|humano|agente)
ser humano
(no|nada de|hart[oa] de|basta de|sin)( (quiero|hablar|mas|con|de|a|un|una|el|la|este|esta|deseo|seguir|hablando
    |tratar))* (robots?|chat ?bots?|bots?|maquinas?)
hay (alguien|alguna persona|algun (agente|humano|asesor|operador)|una persona|un humano)(?= ?($|\\.)
    | (ahi|aqui|disponible|real|que|con quien|detras)(?!\\w))
(alguien|una persona|un agente) (puede|podria|que pueda|me puede|me podria|puede por favor)( por favor)? ?(llamar
    |contactar|atender|me llamar|ayudar)?(me)?(?= ?($|\\.)| (llamar|contactar|atender|por telefono))
(me )?(puede|podria|pueden|podrian|quiero que|necesito que|quisiera que|prefiero que|que|exijo que)( (me|por favor
    |aqui|ya))* (atend\\w+|atiend\\w+|ayud\\w+|llam\\w+|contact\\w+|respond\\w+|contest\\w+|habl\\w+)( (me|por favor
    |aqui))* <a>* (<role>|persona|<real> <person>)<end>
(alguien|una persona|un (humano|agente|asesor)) (de|del) (su|el|tu|vuestro|la|soporte|equipo|ventas|empresa
    |tienda) ?(equipo|empresa|tienda|personal)?
con quien (puedo|podria|debo|tengo que|se puede|podemos) (hablar|comunicarme|contactar|tratar|chatear|platicar)
(como|donde|puedo|puede uno) (\\w+ )?(contact[oa]?|contactar|hablo|hablar|localizo|encuentro|llego)( (con
    |a))* <a>* (<role>|persona|alguien)<end>
(necesito|quiero|busco|pido|prefiero|dame|deme) (\\w+ )?(ayuda|atencion|asistencia|soporte|trato|servicio) (de|con
    |por) <a>* (<role>|persona)|(ayuda|atencion|asistencia|soporte|trato) (human[oa]|personal|personalizad[oa])<end>
(llamenme|llameme|llamame|contactenme|contacteme)
(humano|persona|agente|alguien|human[oa]) ?\\.? ?(no|y no|en vez de|en lugar de) (de )?(un|una|con)* ?(una? )?(robot
    |bot|maquina)
(que alguien me |me puede(n)? |podrian |pueden )(llame|llamar|contacte|atienda|llamarme)
(^|\\. )(un|una|el|la|por favor|con| )*(<real> )*(human[oa]|agente|asesor(a)?|operador(a)?|representante
    |persona real|persona|atencion al cliente|servicio al cliente)( (por favor|porfa|porfavor|ya|ahora|humano
    |real))*(?= ?($|\\.))
(que )?(me |nos )?(llame|contacte|atienda|ayude|responda|escriba|llamen|atiendan|contacten)( (por favor|ya
    |directamente))* (alguien|una persona|un humano|<a>* <role>)<end>
(alguien|una persona|un humano|<a>* <role>) (que )?(me |nos )(llame|contacte|atienda|ayude|responda|escriba|llamen
    |hable)
(me )?(puede|pueden|podria|podrian|puedes)( (por favor|me))* (ayudar|atender|llamar|responder|contestar|pasar|poner
    |comunicar)(me)?( (con|por favor))* <a>* (<role>|persona( real)?|alguien)<end>
(cuando|esta|estara|estan|habra|hay) (<a> )*(agentes?|asesor(es)?|personas?|human[oa]s?|alguien|operador(es)?)( (que
    |estara|esta))? (disponible|conectad[oa]|en linea|libre)s?
(tener|conseguir|encontrar|contar con|obtener|necesitar|localizar) (a |con )?<a>* (<role>|alguien|persona)<end>
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
YES_OR_NO = "si no vale ok"
FILLERS = "muchas muy muchisimas amable por su tu ayuda todo mil de nada bien si que tenga buen dia "
