"""German."""

WORDS = {
    "whom": """
agent agenten angestellten angestellter ansprechpartner ansprechpartnerin ansprechpartnern berater beraterin betreuer
betreuerin experte experten expertin fachkraft kollege kollegen kollegin kundenberater kundenberaterin kundenbetreuer
kundenservicemitarbeiter mensch menschen menschn mensh mitabeiter mitarbeita mitarbeiter mitarbeiterin mitarbeitern
mitarbeitr mitarbeter sachbearbeiter sachbearbeiterin sachbearbeitern servicemitarbeiter supportmitarbeiter
verantwortlichen verantwortlicher vorgesetzten vorgesetzter zustandige zustandigen
""",
    "anyone": """
admin chef chefin chefs dame damen einer fachmann filialleiter frau geschaftsfuhrer herr herren herrn inhaber
irgendjemand irgendjemanden irgendwen irgendwer jemad jemand jemandem jemanden jemandn jemant jmd jmdm jmdn jmnd kerl
kundendienst kundenservice leute leuten mann person personal personen support team techniker typen verkaufer wem wen
wer
""",
    "real": """
ahnung auskennt bescheid echte echtem echten echter echtes kennt kompetenten lebende lebenden lebendigen menschliche
menschlichen menschlicher personlich personliche personliches reale realen richtige richtigem richtigen richtiger
weiss
""",
    "talk": """
angerufen anrufen anruft anschauen anschaut anschreiben ansehen antworten antwortet auskunft beantworten beantwortet
beraten beratung bespreche besprechen chat chatten drangehen drankommen durchgestellt durchstellen durchstellt
erklaren erklart erledigen erreiche erreichen gesprach helfen helft hilfe hilft klar klaren kommunizieren kontakt
kontaktieren kontaktiert kummern kummert leiten lesen liest melden meldet plaudern prufen pruft quatschen ran
ranlassen rede reden redn ruckruf rufen ruft schreiben spreche sprechen sprich stellen telefonieren telefonisch
ubergeben ubergibt ubernehmen unterhalten verbinde verbinden verbindet verbindung verbunden vermitteln vermittelt
weitergeleitet weiterleiten weiterleitet weiterleitung weiterverbinden wenden zuhoren zuruckgerufen zuruckmelden
zuruckrufen zuruckruft
""",
    "wish": """
bekommen benotige benotigen besorg besorgen bevorzuge bitte brauch brauche brauchen brauchte darf durfte finden
fordere geben gebt geht gern gerne gestatten gib hab haben hatt hatte hol holen holt kann konnen konnt konnte konnten
konntest krieg kriege kriegen lass lassen lasst lieber mochte moglich schick schicken schickt such suche veranlassen
verlange ware waren will willst wo wollte wunsche wurd wurde wurden wurdest
""",
    "there": "arbeitet da erreichbar gibt gibts habt verfugbar",
    "be": "ist sind",
    "me": "euch eurem euren ich ihnen ihr ihre ihrem ihren ihrer mich mir sie uns wir",
    "machine": "automat automaten bot bots chatbot computer ki maschine maschinen roboter robotern",
    "against": "bock genug kein keine keinem keinen keinr nicht nie nix schluss statt weg",
    "fact": "jobs muss niemand ob pro sagte soll sollte stelle stellenangebote telefoniert viele wann wenn",
    "matter": "aber bevor damit uber und wegen weil zu",
    "other": """
abend ah ahm als also alter am an anderen auch auf aus bei bekomme bin bitten buro danke das dass dem den denn der des
die diesem diesen dieses digga doch dran du eigentlich ein eine einem einen einfach ende endlich er es ey firma
freundlich freundlicherweise fur geehrte gesagt gruss guten habe hallo hat haus hause hier ihn im in ja jetzt leitung
lieb mal man mein meine meinem meiner mit morgen n nein nem nen ner nett noch nun oder pls plz schon sehr sich so
sofort stimme tag telefon uberhaupt vom von vor war wie wirklich zum zur zweimal
""",
}
