"""French."""

WORDS = {
    "whom": """
agent agents collaborateur collaborateurs collegue collegues conseiler conseille conseiller conseillere conseillers
employe employee employes expert humain humaine humains humin interlocuteur interlocutrice operateur operatrice
representant responsable salarie salaries specialiste superieur superviseur teleconseiller umain
""",
    "anyone": """
admin chef chefs dame directeur equipe femme gens gerant homme individu kelk1 kelkun kelqun manager mec membre
monsieur patron personne personnes qq1 qqn qqun quelqu quelqu1 quelqun quelquun technicien type vendeur
""",
    "real": """
competent competente comprend comprenne connaisse connait direct etre personnellement reel reelle veritable vivant
vivante voix vrai vraie vraies vrais
""",
    "talk": """
aboutir adresser aide aider appeler appelez appelle causer charge chatter communique communiquer connecter connectez
consulter contact contacte contacter contactez converser dialoguer discuter echange echanger ecoute ecouter ecrire
entretenir entretien envoyer expliquer intervenir joignable joignables joindre lire lise mettez mettre occupe occuper
orienter parle parler parlez passe passer passez prendre rappel rappeler rappelez rappelle recontacter rediriger
redirigez regarder regler relais relation renvoyer reponde repondez repondre reponse tchatter telephoner telephonique
traiter transferer transferez transmettre verifier voir
""",
    "wish": """
aimerai aimerais auriez avoir besoin cherche cherchons demande demander desire desirerais donne donner donnez envoie
envoyez est exige faire fait faites faudrait faut jaimerais jpeux jveux mieux obtenir permettez peu peus peut peux
plait plutot possible pourrai pourrais pourrait pourriez pouvez pouvoir pref prefere prefererais prie priere puis
reclame souhaite souhaiterai souhaiterais stp svp trouve trouver trouvez veu veuillez veux voudrai voudrais vouloir vx
""",
    "there": "avez disponible disponibles travaille y ya",
    "me": "j je m me moi mon nous on t te toi ton tu vos votre vous vs",
    "machine": "bot bots chatbot ia machine machines ordinateur robot robots",
    "against": "assez fini flemme marre non nul pas plus ras sans stop",
    "fact": "combien dois doit par parl quand quelle quels si",
    "matter": "afin avant car concernant et mais parce pour qui",
    "other": """
a age ai allo alors amabilite as au aucun aucune aux avec bah ben bien bon bonjour bonsoir bout bureau c ca ce cet
cette chez client clientele comment d dans de deja des deux directement dit donc dont du elle en encore enfin
entreprise euh fil fois franchement frere ici il ils immediatement instant juste l la le les lieu ligne ma madame
maintenant meme merci mes minute moment n nan ne oblige ont ou ouais oui putain qu que quelque s se sera serait
serieusement service simplement soit sont suis suite sur telephone toujours tout un une vite vraiment wesh
""",
}
