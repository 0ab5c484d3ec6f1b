"""Somebody may die or be hurt: beside a person, an emergency number is named. Every language is tried, as everywhere.

Rather too much than too little: who is in no danger has read one sentence more.
"""

from chat.domain.phrases.notation import compile_all, expand

_LINES = """
(kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|shoot) myself
suicid\\w+|self harm\\w*|overdos\\w+|(end|take|taking|ending) my (own )?life|end it all|better off dead
(want|wanna|wish) (to |i could |i would |i was |i were )?(die|dead)|no reason to live
(dont|do not|didnt|not|no longer) want(ing)? to (live|be alive|wake up)
bleeding(?! (the |my |your )?brakes?)|bleeds|unconscious|passed out|heart attack|cardiac arrest|having a stroke
(not|stopped|isnt|cant|cannot|can not|couldnt|could not|trouble|difficulty) (breathing|breathe)
chok(es|ing)(?! hazard)|seizures?|anaphyla\\w+|poisoned|poisoning|ambulance|electrocuted|electric shock|carbon monoxide
(i|he|she|child|baby|toddler|son|daughter|kid) (has |have |just )*swallowed
(its|im|am|house|home|flat|building|kitchen|caught) on fire|gas leak|smells? (of |like )?(gas|smoke|burning)
life threatening|life or death
umbringen|selbstmord|suizid\\w*|nicht mehr leben|(will|moe?chte) sterben|leben (zu )?(beenden|nehmen)|ritze mich
blutet|blute|verblutet?|bewusstlos\\w*|ohnmae?chtig|atmet nicht( mehr)?|keine luft( mehr)?|herzinfarkt|schlaganfall
lebensgefahr|notarzt|krankenwagen|rettungswagen|vergift\\w+|ue?berdosis|erstick\\w+|stromschlag|es brennt
    |gasgeruch|(riecht|stinkt) nach gas
me tuer|me suicider|suicid\\w+|(veux|envie de|vais) mourir|en finir avec la vie|plus envie de vivre|veux plus vivre
saigne|saignement|inconsciente?|respire (plus|pas)|(peux|arrive) (plus|pas) a? ?respirer|crise cardiaque|danger de mort
etouffe|electrocut\\w+|empoisonne\\w*|surdose|au feu|incendie|(fuite|odeur) de gaz|sent le gaz
matarme|quiero morir(me)?|quitarme la vida|no quiero (seguir )?vi(vir|viendo)|hacerme dano
sangr(a|o|ando)|inconsciente|no (respira|puedo respirar|puede respirar)|infarto|ambulancia|sobredosis|envenen\\w+
incendio|fuga de gas|huele a gas|peligro de muerte|ahogando
(اقتل|قتل|انهي|ايذاء|اوذي) (نفسي|حياتي)|انتحار|الانتحار|سانتحر|انتحر|(اريد|اتمنى|بدي) (ان )?(اموت|الموت)|لا اريد ان اعيش
(ا|ي|ت)?نزف|نزيف|(لا|ما) (يتنفس|تتنفس)|(لا )?(استطيع|اقدر) (على )?التنفس|فاقد(ه|ة)? الوعي|اغمي عليه?ا?|نوب[هة] قلبي[هة]
(ال)?اسعاف|تسمم|اختنق|يختنق|حريق|تسرب غاز|رايح[هة] غاز|جرع[هة] زائد[هة]
"""

DANGER = compile_all(expand(_LINES, {}))
