"""French."""

NAMES = {
    "real": "vraie?s?|reel(le)?s?|veritable|humaine?|autre|etre",
    "a": "a|au|aux|avec|un|une|d|de|du|des|l|le|la|les|votre|vos|qu|<real>",
    "role": """collegues?|(assistance|aide|intervention) humaine|direct(eur|rice)|direction|patronn?e?|chef(fe)?
        |commercial(e)?|vendeu(r|se)s?|standard|hotline|service (apres vente|commercial|technique)|sav|gestionnaire
        |humaine?s?|etres? humains?|agents?|conseill(er|ere)s?|operat(eur|rice)s?|representante?s?|responsables?
        |employee?s?|interlocut(eur|rice)s?|collaborat(eur|rice)s?|service client(ele)?s?|support( client)?
        |technicienn?e?s?|membres? de (l|votre|la) ?equipe|equipe|superviseure?|manager|gerante?|assistante?""",
    "anyone": "quelqu ?un|une? personne|personnes?|gens",
    "person": "<role>|<anyone>",
    "speak": """parler|parle|discuter|echanger|communiquer|chatter|dialoguer|tchatter|converser|m adresser
        |entretenir""",
    "end": """(?= ?($|\\.|#)| (s il|svp|stp|reel|reelle|pour|qui|et|ou|pas|maintenant|en|tout|au|humaine?|au lieu
        |de suite|disponible)(?!\\w))""",
    "bot": """(chat ?|ro)?bots?|robots?|machine|ordinateur|programme|ia|intelligence artificielle|automate
        |automatique|logiciel|repondeur""",
    "reply": "reponses?|messages?|chat|tchat|conversation|systeme|discussion",
    "being": """<bot>|(etre )?humaine?|vraie? (humain|personne|conseill(er|ere))|personne( reelle)?|reel(le)?""",
    "maybe": "vraiment|bien|juste|seulement|encore|un|une|des|l|a|avec|en fait|toujours",
}

ASKS_IF_BOT = """
(etes vous|vous etes|es tu|tu es|t es|est ce|c est|ce sont|suis je|est ce que c est) <maybe>* <being>(?= ?($|\\.|#)
    | (ou|et|ici|n est|non|qui))
(suis je en train de (parler|discuter|chatter)|est ce que je (parle|discute)|je (parle|discute)|parle je
    |ai je affaire|je suis en train de parler) <maybe>* <being>
(a|avec) qui (est ce que )?(je parle|parle je|ai je affaire|je discute|je suis)
(vous n etes|tu n es|ce n est|vous etes|tu es|t es
    |c est) (pas |bien |juste |qu |seulement |donc |surement )*<maybe>* (<bot>|un humain|humain
    |une vraie personne)(?= ?($|\\.|#)| (n|non|hein|ou|si|quand))
(ce sont|c est|est ce|est ce que c est|sont ce|est ce que ce sont|vos|les|ces|est ce que (les|vos))( (des|une|un|vos
    |les))*( (<reply>))( (sont|est|elles|ils|elle|il))* (automatiques?|automatisee?s?|generees?)
(c est|est ce|est ce que c est) (un |une )?(automatiques?|automatisee?) (ce|le|ici|comme) ?(<reply>)?
(il y a|y a t il|y a|est ce qu il y a)( (vraiment|bien|un|une|vraie?|des|vrais))* (humains?|personne|quelqu ?un
    |robot|etre humain|conseiller)( (reel(le)?|humain))? (derriere|qui (me |nous )?(repond|ecrit|parle)
    |de l autre cote)
qui (est ce qui |c est qui )?(me |nous |m )?(repond|parle|ecrit)
(est ce )?(un|une|c est un|c est une|est ce un|est ce une)( vraie?)? (humain|personne|robot|bot|machine|ordinateur
    |programme) qui (me |nous )?(repond|ecrit|parle)
(parle t on|parlons nous|on parle|discute t on|parle je|je discute|discute je)( (ici|la|vraiment
    |bien))* <maybe>* <being>
(humain|personne) ou <maybe>* <bot>
<bot> ou <maybe>* (humain|personne|vraie personne)
(suis je|je suis|on est|est on)( (bien|au telephone|en ligne|en contact|en communication|connectee?|la|ici
    |vraiment))* avec <maybe>* <being>
(ce|le|ces|les|vos|votre|mon) (chat|tchat|service|messages?|reponses?|systeme|conversation) (est|sont|sont ils
    |est il|sont elles|est elle)( \\w+)? (automatiques?|automatisee?s?|geree?s? par|un (ro)?bot|une (machine|ia))
(il y a|y a t il|y a|est ce qu il y a|c est)( (bien|vraiment))* (quelqu ?un|une? (vraie? )?(humain
    |personne))( de)?( (reel(le)?|vrai|humain|vivant))? (derriere|de l autre cote|au bout|qui (me |nous )?(repond
    |ecrit|parle))
"""

TOLD_OF = """
(s appelle(nt)?|se nomme(nt)?) ((le|la|les|votre|l) )*\\w+
(j ai|nous avons|on a|il a|elle a) (deja )?(parle|discute|echange) (a|avec) \\w+( \\w+)?
(veux|voudrais|souhaite|desire|prefere|tiens|besoin) (pas|ne pas)( besoin| envie)?( (a|de))? (<speak>) <a>* <person>
pas (besoin|envie) (de |d )(<speak>) <a>* <person>
(veux|voudrais|souhaite|desire) pas <a>* <person>
pas (besoin )?(d|de) <a>* <person>( (svp|s il (vous|te) plait|merci))*(?= ?($|\\.))
"""
ASKS_PERSON = """
(merci de|pouvez vous|pourriez vous|veuillez|priere de) (me |nous )(contacter|appeler|rappeler|joindre|telephoner)
(support|service|aide|contact|assistance|accueil|voix) humaine?|vraie voix
(^|\\. )personne pour (me |nous )?(repondre|aider|parler)
(^|\\. )(un )?rappel( svp| stp| s il (vous|te) plait)*(?= ?($|\\.))
(^|\\. )(live chat|chat en direct|tchat en direct)( svp| stp| s il (vous|te) plait)*(?= ?($|\\.))
(entretien|contact|echange|conversation|rendez vous) (personnel(le)?|telephonique|humaine?)
(^|\\. )(bonjour |allo |ya |y a )*quelqu ?un( (la|ici))*(?= ?($|\\. ?$))
<speak>( \\w+){0,2} (a|avec|au|aux) <a>* <person>
(mettre|mettez|mets|met|passer|passez|passe|transferer|transferez|transfere|joindre|contacter|connecter|connectez
    |orienter|rediriger|redirigez|appeler|avoir)( (moi|me|nous|en|contact|relation|directement|vers
    |ligne))* <a>* (<role>|quelqu ?un|une personne)<end>
(veux|voudrais|souhaite|souhaiterais|aimerais|besoin|donnez moi|donne moi|exige|demande|prefere|cherche
    |faut) <a>* (<role>|<real> <person>|quelqu ?un de reel)<end>
(vraie?|veritable) (personne|humain|conseill(er|ere)|agent)
etre humain|personne reelle|personne humaine|agent humain|conseiller humain|interlocuteur humain|contact humain
(pas|plus|marre)( (de|d|a|avec|parler|discuter|au|un|une|le|ce|cette|veux))* (robots?|chat ?bots?|bots?|machines?)
(il y a|y a t il|y a|est ce qu il y a) (quelqu ?un|une personne|un humain|un agent|un conseiller)(?= ?($|\\.)
    | (la|ici|de disponible|disponible|qui|a qui|au bout|derriere)(?!\\w))
quelqu ?un (peut|pourrait|peux)( (il|elle))?( (me|m|nous))* (appeler|rappeler|contacter|joindre)
(me|m) (rappeler|rappelle)
(rappelez|rappelle|appelez|appelle|telephonez) (moi|nous)(?= ?($|\\.)| (svp|s il|au|des|le|demain|maintenant|vite
    |votre|un|une|quelqu))
(faites|faire|fais) (venir|intervenir) <a>* (<role>|quelqu ?un|une personne)
(appelez|trouvez|envoyez|amenez|passez|donnez|cherchez) (moi|nous) <a>* (<role>|quelqu ?un|<real> <person>)
(avoir affaire|traiter|echanger|etre en (contact|relation)|entrer en (contact|relation))( (a|avec))* <a>* <person>
(etre|mettre|mettez|mis|mise|mettez moi) (mise? |moi |me )?en (relation|contact|communication|ligne) (avec
    |a) <a>* <person>
(desire|desirerais|prefere|prefererais|aimerais mieux|voudrais|veux) <a>*( parler (a|au|avec))? ?<a>* (<role>
    |<real> <person>)<end>
(comment|ou) (puis je |peut on |faire pour |est ce que je peux |je peux )?(joindre|contacter|parler a|avoir
    |trouver) <a>* (<role>|quelqu ?un|une vraie personne)<end>
(a|avec) qui (puis je|est ce que je peux|je peux|dois je|peut on) (parler|discuter|m adresser|echanger)
quelqu ?un de (votre|l|la|chez vous|reel|vrai|competent|humain)( \\w+)?
(une?|vraie?|ce)( \\w+)? (humain|personne|conseiller|agent) (plutot qu|et pas|au lieu d|et non|pas) ?(un
    |une)? ?(robot|bot|machine)
(stop|assez|fini|arretez|arrete|basta)( (de|d|du|le|les|avec|au|aux|un|ce|cette|ces))* (robots?|bots?|chatbots?
    |machines?)
(^|\\. )(un|une|le|l|vraie?|s il vous plait| )*(humain|conseill(er|ere)|agent|operateur|etre humain|service client
    |vraie personne|agent humain|conseiller humain)( (s il (vous|te) plait|svp|stp|maintenant))*(?= ?($|\\.))
que (quelqu ?un|une? (vraie? )?(personne|humain|conseiller|agent|responsable))( \\w+){0,3} (m |me |nous )?(appelle
    |rappelle|contacte|reponde|aide|ecrive|parle|telephone|prenne)
(souhaite|souhaiterais|voudrais|veux|demande|aimerais|prefere|puis je|peux je|pourrais je)( (a|bien
    |etre))+ (rappelee?|contactee?|appelee?|recontactee?|mise? en relation|transferee?)
(transferez|transfere|redirigez|orientez|escaladez|rappelez|connectez) (moi|nous|la conversation|le chat)(?= ?($
    |\\.)| (svp|s il|a|vers|au|maintenant))
(quelqu ?un|un (humain|agent|conseiller|employe|responsable)) (de|du|dans|chez) (votre|vos|l|la|le
    |vous)( \\w+)?( (peut|pourrait|peux|pourra))?
(obtenir|recevoir|trouver|rencontrer|voir) (une? |l |de l )*(<role>|vraie? personne|(aide|assistance
    |reponse) (humaine|d une? (humain|personne|vraie personne)))
(parler|discuter|echanger)( (a|avec|directement|de vive voix|en direct))* (<a> )*(quelqu ?un|une personne|<role>)
(est ce qu |y a t il |il y a )?(un|une|des) (agents?|conseillers?|humains?|personnes?
    |operateurs?) (est |sont |de )?(disponibles?|en ligne|joignables?)
quelqu ?un( \\w+)? (de|pour|qui (peut|puisse|pourrait)) (m |me |nous )*(appeler|rappeler|contacter|aider|repondre
    |parler|telephoner)
(demander|demandez|dites|dire) (a|au) <a>* (<role>|quelqu ?un|une personne) (de|d)
"""

URGENT = """
(?<!pas )(?<!pas si )(urgente|urgents|urgentes|urgence|urgemment|danger de mort)
au feu|incendie|fuite de gaz|odeur de gaz|ambulance|saigne|suicide|me tuer|electrocutee?|blessee?
"""

UPSET = """
(deuxieme|troisieme|quatrieme|cinquieme|enieme|2e|3e|4e) fois|inadmissible|inacceptable|scandaleux|honteux
    |lamentable|ridicule
j en ai (marre|assez|ras)|ras le bol|n importe quoi|foutez|merde|putain|bordel|furieu(x|se)|c est nul
    |vous etes nuls?|arnaque|inutile
"""

IMPATIENT = """
toujours (pas|rien)|encore une fois|depuis \\d+ (jours|heures|semaines)
"""

GREETINGS = "bonjour bonsoir salut coucou allo"
THANKS = "merci remercie remercier mercii"
GOODBYES = "revoir bientot adieu"
CONTENT = "parfait super genial"
YES_OR_NO = "oui ouais si non nan ok"
FILLERS = """
beaucoup bien bonne journee soiree au a je vous te pour votre ton aide l c est d accord oui tres gentil mille de
tout
"""
