"""Sentences of our own in which a number is written in two ways, and others with another value."""

from __future__ import annotations

TAIL = {
    "en": "\nNothing more was said of it that evening, and the lamp went out by itself.",
    "de": "\nDavon wurde an diesem Abend nicht mehr gesprochen, und die Lampe ging von selbst aus.",
    "fr": "\nOn n'en parla plus de la soirée, et la lampe s'éteignit d'elle-même dans le salon.",
    "es": "\nNo se habló más de ello aquella noche, y la lámpara se apagó sola en el salón de la casa.",
    "it": "\nQuella sera non se ne parlò più, e la lampada si spense da sola nel salotto della casa.",
    "pt": "\nNão se falou mais disso naquela noite, e a lâmpada apagou-se sozinha na sala da casa.",
    "nl": "\nDaar werd die avond niet meer over gesproken, en de lamp ging vanzelf uit in het huis.",
    "pl": "\nTego wieczora już o tym nie mówiono, a lampa zgasła sama z siebie, jak to bywa w domu.",
    "cs": "\nToho večera se o tom už nemluvilo a lampa zhasla sama od sebe, jak se to v domě stává.",
    "sv": "\nDet talades inte mer om saken den kvällen, och lampan slocknade av sig själv i huset.",
    "ru": "\nБольше об этом в тот вечер не говорили, и лампа погасла сама собой, как это бывает.",
    "uk": "\nБільше про це того вечора не говорили, і лампа згасла сама собою, як це буває вдома.",
    "be": "\nБольш пра гэта ў той вечар не гаварылі, і лямпа згасла сама сабой, як гэта бывае ў хаце.",
    "bg": "\nПовече не се говореше за това онази вечер и лампата угасна сама, както става вкъщи.",
}
"""The rest of the page, by language."""
FRACTIONS = [
    (
        "en",
        "The new bridge is {} miles long from end to end.",
        [("two and two thirds", "2⅔", "two and a third", "2¾")],
    ),
    (
        "de",
        "Die neue Brücke ist {} Meilen lang.",
        [("drei und drei Viertel", "3¾", "drei und ein Viertel", "3¼")],
    ),
    (
        "ru",
        "Новый мост тянется на {} версты от старой мельницы.",
        [("две и три четверти", "2¾", "две и одна треть", "2⅔")],
    ),
    (
        "en",
        "In the end {} of the members voted for the new bridge.",
        [
            ("two thirds", "2/3", "three quarters", "2/5"),
            ("three quarters", "¾", "two thirds", "¼"),
            ("three-quarters", "3/4", "one quarter", "2/3"),
            ("one third", "1/3", "one fifth", "2/3"),
            ("a third", "⅓", "a fifth", "⅔"),
            ("three sevenths", "3/7", "two sevenths", "3/8"),
            ("half", "1/2", "a third", "1/4"),
        ],
    ),
    (
        "fr",
        "À la fin, {} des membres votèrent pour le nouveau pont.",
        [
            ("deux tiers", "2/3", "trois quarts", "2/5"),
            ("trois quarts", "¾", "deux tiers", "¼"),
            ("un tiers", "1/3", "un quart", "2/3"),
        ],
    ),
    ("fr", "Il marcha pendant une heure et {} vers le vieux pont.", [("demie", "½", "quart", "¼")]),
    ("fr", "La farine se vend {} livre à chacun au vieux moulin.", [("une demie", "½", "un quart", "¼")]),
    (
        "de",
        "Am Ende stimmten {} der Mitglieder für die neue Brücke.",
        [
            ("zwei Drittel", "2/3", "drei Viertel", "2/5"),
            ("drei Viertel", "¾", "zwei Drittel", "¼"),
            ("drei Fünftel", "3/5", "drei Achtel", "4/5"),
        ],
    ),
    (
        "es",
        "Al final {} de los miembros votaron por el nuevo puente.",
        [("dos tercios", "2/3", "tres cuartos", "2/5"), ("tres cuartos", "3/4", "dos tercios", "1/4")],
    ),
    (
        "it",
        "Alla fine {} dei membri votarono per il nuovo ponte.",
        [("due terzi", "2/3", "tre quarti", "2/5"), ("tre quarti", "¾", "due terzi", "¼")],
    ),
    (
        "pt",
        "No fim {} dos membros votaram pela nova ponte da vila.",
        [("dois terços", "2/3", "três quartos", "2/5")],
    ),
    (
        "nl",
        "Ten slotte stemde {} van de leden voor de nieuwe brug.",
        [("twee derde", "2/3", "drie kwart", "2/5")],
    ),
    (
        "pl",
        "W końcu {} członków głosowało za nowym mostem w mieście.",
        [("dwie trzecie", "2/3", "trzy czwarte", "2/5"), ("trzy czwarte", "¾", "dwie trzecie", "¼")],
    ),
    (
        "cs",
        "Nakonec {} členů hlasovaly pro nový most ve městě.",
        [("dvě třetiny", "2/3", "tři čtvrtiny", "2/5")],
    ),
    (
        "sv",
        "Till slut röstade {} av medlemmarna för den nya bron.",
        [("två tredjedelar", "2/3", "tre fjärdedelar", "2/5")],
    ),
    (
        "ru",
        "В конце концов {} членов голосовали за новый мост.",
        [
            ("две трети", "2/3", "три четверти", "2/5"),
            ("три четверти", "¾", "две трети", "¼"),
            ("две пятых", "2/5", "три пятых", "2/3"),
        ],
    ),
    (
        "uk",
        "Зрештою {} членів голосували за новий міст у місті.",
        [("дві третини", "2/3", "три чверті", "2/5")],
    ),
    ("be", "У рэшце рэшт {} членаў галасавалі за новы мост.", [("дзве трэці", "2/3", "тры чвэрці", "2/5")]),
    ("bg", "Накрая {} от членовете гласуваха за новия мост.", [("две трети", "2/3", "три четвърти", "2/5")]),
    ("ru", "В конце концов {} членов голосовала за новый мост.", [("треть", "1/3", "четверть", "1/4")]),
]
"""Language, sentence; each time a part in words, in figures, another in words, another in figures."""
DATES = [
    ("en", "It was on {} that the old mill by the river burned down.", "14 March 2019"),
    ("en", "It was on {} that the old mill by the river burned down.", "March 14, 2019"),
    ("en", "It was on {} that the old mill by the river burned down.", "14th of March 2019"),
    ("en", "It was on {} that the old mill by the river burned down.", "Mar 14, 2019"),
    ("fr", "Ce fut le {} que le vieux moulin de la rivière brûla.", "14 mars 2019"),
    ("de", "Es war am {}, dass die alte Mühle am Fluss abbrannte.", "14. März 2019"),
    ("es", "Fue el {} cuando ardió el viejo molino junto al río.", "14 de marzo de 2019"),
    ("it", "Fu il {} che il vecchio mulino sul fiume bruciò.", "14 marzo 2019"),
    ("pt", "Foi em {} que o velho moinho junto ao rio ardeu.", "14 de março de 2019"),
    ("nl", "Het was op {} dat de oude molen aan de rivier afbrandde.", "14 maart 2019"),
    ("pl", "To właśnie {} spłonął stary młyn nad rzeką w mieście.", "14 marca 2019"),
    ("pl", "To właśnie {} spłonął stary młyn nad rzeką w mieście.", "14 marca 2019 roku"),
    ("cs", "Bylo to {}, kdy vyhořel starý mlýn u řeky ve městě.", "14. března 2019"),
    ("sv", "Det var den {} som den gamla kvarnen vid ån brann ned.", "14 mars 2019"),
    ("ru", "Это случилось {}, когда сгорела старая мельница у реки.", "14 марта 2019 года"),
    ("ru", "Это случилось {}, когда сгорела старая мельница у реки.", "14 марта 2019 г."),
    ("uk", "Це сталося {}, коли згорів старий млин біля річки.", "14 березня 2019 року"),
    ("be", "Гэта здарылася {}, калі згарэў стары млын каля ракі.", "14 сакавіка 2019 года"),
    ("bg", "Това стана на {}, когато изгоря старата мелница до реката.", "14 март 2019"),
    ("de", "Es war am {}, dass die alte Mühle am Fluss abbrannte.", "14.03.2019"),
    ("fr", "Ce fut le {} que le vieux moulin de la rivière brûla.", "14/03/2019"),
]
"""Language, sentence, the 14 March 2019 in words or figures."""
MONEY = [
    (
        "en",
        "They paid {} for the old mill by the river.",
        [
            ("€1.5m", "1.5 million euros", "€1.5bn", "1.5 billion euros"),
            ("$2bn", "2 billion dollars", "$2m", "2 million dollars"),
            ("$2bn", "$2 billion", "$3bn", "$2 million"),
            ("£400k", "£400,000", "£400m", "£40,000"),
            ("£400k", "400 thousand pounds", "£400m", "400 million pounds"),
            ("€1.5m", "€1,500,000", "€1.6m", "€15,000,000"),
            ("€1.5m", "€1.5 million", "€2.5m", "€1.5 billion"),
            ("EUR 1.5m", "EUR 1.5 million", "EUR 1.5bn", "EUR 15 million"),
            ("€2m", "two million euros", "€2bn", "two billion euros"),
        ],
    ),
    (
        "fr",
        "Ils payèrent {} pour le vieux moulin de la rivière.",
        [
            ("1,5 M€", "1,5 million d'euros", "1,5 Md€", "1,5 milliard d'euros"),
            ("2 Md€", "2 milliards d'euros", "2 M€", "2 millions d'euros"),
            ("2 M€", "deux millions d'euros", "3 M€", "deux milliards d'euros"),
        ],
    ),
    (
        "de",
        "Sie zahlten {} für die alte Mühle am Fluss.",
        [
            ("1,5 Mio. €", "1,5 Millionen Euro", "1,5 Mrd. €", "1,5 Milliarden Euro"),
            ("2 Mrd. Euro", "zwei Milliarden Euro", "2 Mio. Euro", "drei Milliarden Euro"),
        ],
    ),
    (
        "es",
        "Pagaron {} por el viejo molino junto al río.",
        [
            ("1,5 M€", "1,5 millones de euros", "2,5 M€", "1,5 billones de euros"),
            ("2 mill. €", "2 millones de euros", "3 mill. €", "3 millones de euros"),
        ],
    ),
    (
        "it",
        "Pagarono {} per il vecchio mulino sul fiume.",
        [("1,5 mln €", "1,5 milioni di euro", "1,5 mld €", "1,5 miliardi di euro")],
    ),
    (
        "pt",
        "Pagaram {} pelo velho moinho junto ao rio.",
        [("2 mi de euros", "2 milhões de euros", "2 bi de euros", "2 bilhões de euros")],
    ),
    (
        "nl",
        "Ze betaalden {} voor de oude molen aan de rivier.",
        [("€ 1,5 mln", "1,5 miljoen euro", "€ 1,5 mld", "1,5 miljard euro")],
    ),
    (
        "pl",
        "Zapłacili {} za stary młyn nad rzeką w mieście.",
        [("2 mln zł", "2 miliony złotych", "2 mld zł", "2 miliardy złotych")],
    ),
    (
        "cs",
        "Zaplatili {} za starý mlýn u řeky ve městě.",
        [("2 mil. Kč", "2 miliony korun", "2 mld. Kč", "2 miliardy korun")],
    ),
    (
        "sv",
        "De betalade {} för den gamla kvarnen vid ån.",
        [("2 mnkr", "2 miljoner kronor", "2 mdr kronor", "2 miljarder kronor")],
    ),
    (
        "ru",
        "Они заплатили {} за старую мельницу у реки.",
        [
            ("2 млрд руб.", "2 миллиарда рублей", "2 млн руб.", "2 миллиона рублей"),
            ("1,5 млн руб.", "полтора миллиона рублей", "2,5 млн руб.", "1,5 миллиарда рублей"),
        ],
    ),
    (
        "uk",
        "Вони заплатили {} за старий млин біля річки.",
        [("2 млрд грн", "2 мільярди гривень", "2 млн грн", "2 мільйони гривень")],
    ),
    (
        "be",
        "Яны заплацілі {} за стары млын каля ракі.",
        [("2 млрд руб.", "2 мільярды рублёў", "2 млн руб.", "2 мільёны рублёў")],
    ),
    (
        "en",
        "Some {} people live in the valley below the old mill.",
        [("1.5m", "1.5 million", "2.5m", "1.5 billion")],
    ),
]
"""Language, sentence; each time an amount in short and in full, another in short and in full."""
