"""Spanish."""

WORDS = {
    "whom": """
acesor agente agentes asesor asesora asesores colaborador colaboradores companera companero consultor ejecutiva
ejecutivo ejecutivos empleada empleado empleados encargada encargado especialista experto humana humano humanoo
humanos operador operadora recepcionista representante responsable superior supervisor supervisora teleoperador umano
""",
    "anyone": """
admin algien alguen alguien alguno chica chico duena dueno equipo gente gerente gestor hombre individuo jefa jefe
mujer nadie persona personal personas propietario senor senora senorita tecnico tipa tipo vendedor
""",
    "real": """
autentico carne competente entienda entiende hueso personalmente real reales sabe sepa ser verdad verdadera verdadero
viva vivo voz
""",
    "talk": """
asistencia atencion atender atendido atienda atiendan ayuda ayudar ayude charlar charlo chatear comunica comunicacion
comunicame comunicar comunicarme comuniqueme comuniquen comuniquenme conectar conecteme consultar contacta contactar
contacte contacten contacto contestar conteste conversacion conversar derivar deriveme dirigirme encargarse
entrevistarme escriba escribir escuchar explicar explique habla hablando hablar hablen hablo lea leer leyera llamada
llamame llamar llame llameme llamen llamenme marcar marquen mirar oir pasa pasame pasar pasarme pasas paseme pasenme
platicar poner pongame ponganme ponme resolver responda responder revisar telefonica telefonico transferir
transferirme transfiera transfieran transfieranme tratar trato ver
""",
    "wish": """
agradeceria buscame busco conseguir consigue consigueme consigues dame dar dejame dejen deme denme desearia deseo
donde exijo falta favor gustaria haria kiero mandame mande manden mejor nececito necesito nesesito ocupo permite pido
podras podria podrian podrias por porfa porfavor porfis posible preferiria prefiere prefiero puede pueden puedes puedo
qiero querer queria querria quiere quiero quisiera quisieramos requiero rogaria ruego solicito xfa
""",
    "there": "disponible disponibles hay teneis tenes tienen trabaja trabajan",
    "me": "le les me mi nos os su sus te tu usted ustedes vuestro yo",
    "machine": "bot bots chatbot computadora ia maquina maquinas ordenador robot robots",
    "against": "basta harta harto nada no nunca pereza sin",
    "fact": "antes cuando cuanta cuantas cuanto cuantos deberia debo hable si tengo",
    "matter": "acerca para pero porque que sobre y",
    "other": """
a ahi ahora al algun alguna algunos amable aqui bro buenas bueno buenos cliente comercial como con de del dias dije
dos edad eh el empresa en es esta estan este esto estoy gracias hago hola inmediatamente la las linea llegar lo local
los minuto mira mis mismo momento ningun ninguna nosotros o oficina oiga oye pa pos pues realmente se sea seria
seriamente servicio simplemente solo son soy tan tardes telefono tienda tiene tio un una unas uno unos vale veces
ventas verlo ya
""",
}
