"""Words that carry grammar more than a topic: they count half when questions are compared."""

_EN = """
a an the is are was were be been am i me my mine we us our you your yours he she it its they them their this that
these those of to in on at for from by with about as into and or but if so than then too very just also do does did
doing done have has had having will would shall should can could may might must not no please pls plz hi hello hey
there here what which who whom whose how when where why im ive id want wanna need like know tell get got any some up
out more help
"""
_DE = """
der die das den dem des ein eine einen einem einer und oder aber ich du er sie es wir ihr mich mir mein meine ihre
ist sind war bin habe haben hat kann konnen mochte will wie was wo wann warum wer fur von mit zu zum zur auf im am
an in nicht kein keine bitte auch noch man
"""
_FR = """
le la les l un une des du de d et ou mais je j tu il elle on nous vous ils me moi mon ma mes votre vos est sont suis
ai as a avez ont peux peut pouvez veux voudrais comment que qu quoi quand pourquoi qui pour avec dans sur en au aux
ne pas s se ce cette c plait y
"""
_ES = """
el la los las un una unos unas de del y o pero yo tu usted nosotros me mi mis su sus es son soy estoy esta estan
tengo tiene tienen puedo puede pueden quiero quisiera como que cual cuando donde por para con en al a no se lo favor
hay
"""
_AR = "في من على الى إلى عن هل ما ماذا كيف متى اين أين هو هي هذا هذه انا أنا و لا أن ان مع"

FUNCTION_WORDS = frozenset(f"{_EN} {_DE} {_FR} {_ES} {_AR}".split())
