"""What authors, editors and typesetters do to quotations, and what must not happen to one.

A second set of edits, written without a look at the rules of `citecheck.match`: the signs and habits of print
(ellipses in any dress, editor's brackets, note numbers, verse slashes, number formats) and alterations of
sense in nine languages. Used by `benchmarks/quotation_prose.py`.
"""

from __future__ import annotations

import random
import re

WORD = re.compile(r"\S+")
BARE = re.compile(r"^[^\W\d_]{2,}$")
GAPS = (
    "[...]",
    "[…]",
    "(...)",
    "(…)",
    "...",
    "…",
    ". . .",
    "[. . .]",
    "<...>",
    "<…>",
    "[ … ]",
    "....",
    "{...}",
    "/.../",
    "–…–",
    "‹…›",
    "[---]",
    "(. . .)",
)
SIC = {
    "en": ("[sic]", "(sic)", "[sic!]"),
    "fr": ("[sic]", "(sic)", "[sic !]"),
    "de": ("[sic]", "(sic!)", "[!]"),
    "ru": ("[sic!]", "[так!]", "(sic!)"),
    "uk": ("[sic!]", "[так!]", "(sic)"),
    "be": ("[sic!]", "(sic)"),
    "pl": ("[sic!]", "[tak!]", "(sic!)"),
    "es": ("[sic]", "(sic)"),
    "it": ("[sic]", "(sic)", "[sic!]"),
}
REMARKS = {
    "en": ("[emphasis added]", "[italics mine]", "[my translation]"),
    "fr": ("[souligné par nous]", "[c’est nous qui soulignons]", "[nous soulignons]"),
    "de": ("[Hervorhebung d. Verf.]", "[Herv. im Original]"),
    "ru": ("[курсив мой. — А. Б.]", "[выделено автором]"),
    "uk": ("[курсив мій. — А. Б.]", "[виділено мною]"),
    "be": ("[вылучана намі]",),
    "pl": ("[podkr. moje]", "[wyróżnienie autora]"),
    "es": ("[énfasis añadido]", "[la cursiva es nuestra]"),
    "it": ("[corsivo mio]", "[corsivo nell’originale]"),
}
ARTICLES = {
    "en": ("the", "a", "an"),
    "fr": ("le", "la", "les", "un", "une", "des"),
    "de": ("der", "die", "das", "den", "dem", "ein", "eine"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "it": ("il", "la", "i", "le", "lo", "gli", "un", "una"),
}
MISREAD = {
    "e": "c",
    "c": "e",
    "o": "c",
    "h": "b",
    "b": "h",
    "n": "u",
    "u": "n",
    "t": "l",
    "l": "1",
    "i": "1",
    "a": "o",
    "s": "5",
    "m": "rn",
    "v": "y",
    "f": "t",
    "é": "e",
    "è": "é",
    "à": "a",
    "ä": "a",
    "ö": "o",
    "ü": "u",
    "ó": "o",
    "ą": "a",
    "ę": "e",
    "ł": "l",
    "ż": "z",
    "ś": "s",
    "ß": "B",
    "ñ": "n",
    "í": "i",
    "е": "с",
    "с": "е",
    "о": "с",
    "и": "п",
    "п": "и",
    "н": "и",
    "й": "и",
    "ш": "т",
    "т": "г",
    "г": "т",
    "л": "д",
    "в": "н",
    "а": "о",
    "ь": "ъ",
    "ы": "ьт",
    "і": "1",
    "ї": "і",
    "ў": "у",
    "я": "л",
    "м": "и",
    "ж": "х",
}
"""What a reader of scanned print takes for what, from the shapes of the letters."""
SPELLINGS = (
    (r"(\w\w)our\b", r"\1or"),
    (r"(\w{3})ise\b", r"\1ize"),
    (r"(\w{3})ising\b", r"\1izing"),
    (r"(\w{3})isation\b", r"\1ization"),
    (r"(\w)tre\b", r"\1ter"),
    (r"(\w{2})lled\b", r"\1led"),
    (r"\btowards\b", "toward"),
    (r"\bamongst\b", "among"),
    (r"\bgrey\b", "gray"),
    (r"\bwhilst\b", "while"),
)
CONTRACTIONS = (
    ("do not", "don’t"),
    ("does not", "doesn't"),
    ("did not", "didn’t"),
    ("is not", "isn't"),
    ("was not", "wasn’t"),
    ("cannot", "can’t"),
    ("could not", "couldn't"),
    ("it is", "it’s"),
    ("I am", "I'm"),
    ("will not", "won’t"),
    ("would not", "wouldn’t"),
    ("had not", "hadn't"),
    ("have not", "haven’t"),
    ("were not", "weren't"),
    ("are not", "aren’t"),
    ("has not", "hasn’t"),
    ("I will", "I'll"),
    ("they are", "they’re"),
)
NUMBER_WORDS = {
    "en": (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "thirty",
    ),
    "fr": (
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "douze",
        "vingt",
        "trente",
    ),
    "de": (
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "zwölf",
        "zwanzig",
        "dreißig",
    ),
    "ru": (
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "двенадцать",
        "двадцать",
        "тридцать",
    ),
    "uk": (
        "два",
        "три",
        "чотири",
        "п'ять",
        "шість",
        "сім",
        "вісім",
        "дев'ять",
        "десять",
        "дванадцять",
        "двадцять",
        "тридцять",
    ),
    "be": (
        "два",
        "тры",
        "чатыры",
        "пяць",
        "шэсць",
        "сем",
        "восем",
        "дзевяць",
        "дзесяць",
        "дванаццаць",
        "дваццаць",
        "трыццаць",
    ),
    "pl": (
        "dwa",
        "trzy",
        "cztery",
        "pięć",
        "sześć",
        "siedem",
        "osiem",
        "dziewięć",
        "dziesięć",
        "dwanaście",
        "dwadzieścia",
        "trzydzieści",
    ),
    "es": (
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "doce",
        "veinte",
        "treinta",
    ),
    "it": (
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "dodici",
        "venti",
        "trenta",
    ),
}
WORD_VALUES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 30)
MORE_NUMBERS = {
    "en": (
        "first/second/third/fourth/fifth/sixth/seventh/eighth/tenth",
        "half/quarter",
        "once/twice/thrice",
        "hundred/thousand/million",
        "hundreds/thousands/millions",
        "eleven/thirteen/fourteen/fifteen/sixteen/eighteen",
        "forty/fifty/sixty/seventy/eighty/ninety",
    ),
    "fr": (
        "premier/deuxième/troisième/quatrième/cinquième",
        "première/deuxième/troisième",
        "cent/mille",
        "onze/treize/quatorze/quinze/seize",
        "quarante/cinquante/soixante",
        "millions/milliards",
    ),
    "de": (
        "erste/zweite/dritte/vierte/fünfte",
        "ersten/zweiten/dritten/vierten/fünften",
        "hundert/tausend",
        "elf/dreizehn/vierzehn/fünfzehn",
        "vierzig/fünfzig/sechzig/siebzig",
        "Millionen/Milliarden",
    ),
    "ru": (
        "первый/второй/третий/четвертый/пятый",
        "первого/второго/третьего/пятого",
        "первой/второй/третьей/пятой",
        "двух/трех/четырех/пяти",
        "сорок/пятьдесят/шестьдесят",
        "сто/двести/триста",
        "тысяч/миллионов/миллиардов",
    ),
    "uk": (
        "перший/другий/третій/четвертий",
        "першого/другого/третього",
        "двох/трьох/чотирьох",
        "сто/двісті/триста",
        "тисяч/мільйонів/мільярдів",
        "першої/другої/третьої",
    ),
    "be": (
        "першы/другі/трэці/чацвёрты",
        "першага/другога/трэцяга",
        "двух/трох/чатырох",
        "сто/дзвесце/трыста",
        "тысяч/мільёнаў/мільярдаў",
    ),
    "pl": (
        "pierwszy/drugi/trzeci/czwarty",
        "pierwsza/druga/trzecia",
        "pierwszego/drugiego/trzeciego",
        "dwóch/trzech/czterech",
        "sto/dwieście/trzysta",
        "tysięcy/milionów/miliardów",
        "pierwszej/drugiej/trzeciej",
    ),
    "es": (
        "primero/segundo/tercero/cuarto",
        "primera/segunda/tercera/cuarta",
        "primer/segundo/tercer",
        "cien/mil",
        "doscientos/trescientos/quinientos",
        "once/trece/quince",
        "cuarenta/cincuenta/sesenta",
    ),
    "it": (
        "primo/secondo/terzo/quarto",
        "prima/seconda/terza/quarta",
        "cento/mille",
        "duecento/trecento/cinquecento",
        "undici/tredici/quindici",
        "quaranta/cinquanta/sessanta",
        "milioni/miliardi",
    ),
}
MONTHS = {
    "en": "January/February/March/April/June/July/August/September/October/November/December",
    "fr": "janvier/février/mars/avril/mai/juin/juillet/août/septembre/octobre/novembre/décembre",
    "de": "Januar/Februar/März/April/Mai/Juni/Juli/August/September/Oktober/November/Dezember",
    "ru": "января/февраля/марта/апреля/мая/июня/июля/августа/сентября/октября/ноября/декабря",
    "uk": "січня/лютого/березня/квітня/травня/червня/липня/серпня/вересня/жовтня/листопада/грудня",
    "be": "студзеня/лютага/сакавіка/красавіка/мая/чэрвеня/ліпеня/жніўня/верасня/кастрычніка/лістапада/снежня",
    "pl": "stycznia/lutego/marca/kwietnia/maja/czerwca/lipca/sierpnia/września/października/listopada",
    "es": "enero/febrero/marzo/abril/mayo/junio/julio/agosto/septiembre/octubre/noviembre/diciembre",
    "it": "gennaio/febbraio/marzo/aprile/maggio/giugno/luglio/agosto/settembre/ottobre/novembre/dicembre",
}
NEGATION = {
    "en": (
        "not > ",
        "never > always",
        "no > a",
        "without > with",
        "nothing > everything",
        "cannot > can",
        "don’t > do",
        "don't > do",
        "didn’t > did",
        "didn't > did",
        "wasn't > was",
        "isn't > is",
        "nobody > everybody",
        "none > all",
        "neither > either",
        "was > was not",
        "is > is not",
        "can > cannot",
        "will > will never",
        "are > are not",
        "with > without",
        "would > would not",
        "had > had never",
        "could > couldn’t",
        "did > didn't",
    ),
    "fr": (
        "ne pas > ",
        "pas > ",
        "jamais > toujours",
        "sans > avec",
        "aucun > un",
        "aucune > une",
        "rien > tout",
        "n'est pas > est",
        "est > n’est pas",
        "sont > ne sont pas",
        "avec > sans",
        "a > n’a pas",
        "peut > ne peut",
        "était > n'était pas",
        "ni > et",
        "fut > ne fut pas",
    ),
    "de": (
        "nicht > ",
        "kein > ein",
        "keine > eine",
        "keinen > einen",
        "nie > immer",
        "ohne > mit",
        "niemand > jeder",
        "nichts > alles",
        "ist > ist nicht",
        "war > war nicht",
        "ein > kein",
        "eine > keine",
        "mit > ohne",
        "werden > nicht werden",
        "hat > hat nicht",
        "kann > kann nicht",
        "weder > sowohl",
    ),
    "ru": (
        "не > ",
        "нет > есть",
        "без > с",
        "никогда > всегда",
        "нельзя > можно",
        "ничего > всё",
        "никто > каждый",
        "был > не был",
        "было > не было",
        "может > не может",
        "с > без",
        "есть > нет",
        "можно > нельзя",
        "и > и не",
        "что > что не",
        "ни > и",
    ),
    "uk": (
        "не > ",
        "немає > є",
        "без > з",
        "ніколи > завжди",
        "нічого > все",
        "ніхто > кожен",
        "був > не був",
        "є > немає",
        "може > не може",
        "з > без",
        "що > що не",
        "було > не було",
        "і > і не",
        "ні > і",
    ),
    "be": (
        "не > ",
        "няма > ёсць",
        "без > з",
        "ніколі > заўсёды",
        "нічога > усё",
        "ніхто > кожны",
        "быў > не быў",
        "можа > не можа",
        "з > без",
        "што > што не",
        "было > не было",
        "і > і не",
    ),
    "pl": (
        "nie > ",
        "bez > z",
        "nigdy > zawsze",
        "nic > wszystko",
        "nikt > każdy",
        "żaden > każdy",
        "jest > nie jest",
        "był > nie był",
        "może > nie może",
        "z > bez",
        "że > że nie",
        "było > nie było",
        "są > nie są",
    ),
    "es": (
        "no > ",
        "sin > con",
        "nunca > siempre",
        "nada > todo",
        "nadie > alguien",
        "ningún > un",
        "ninguna > una",
        "es > no es",
        "era > no era",
        "con > sin",
        "se > no se",
        "ha > no ha",
        "puede > no puede",
        "tampoco > también",
        "jamás > siempre",
    ),
    "it": (
        "non > ",
        "senza > con",
        "mai > sempre",
        "nessun > un",
        "nessuna > una",
        "niente > tutto",
        "nulla > tutto",
        "è > non è",
        "era > non era",
        "con > senza",
        "ha > non ha",
        "può > non può",
        "si > non si",
        "né > e",
    ),
}
LIMITING = {
    "en": (
        "only > ",
        "almost > ",
        "all > some",
        "some > all",
        "always > often",
        "many > few",
        "most > all",
        "hardly > ",
        "every > some",
        "rarely > often",
        "few > many",
    ),
    "fr": (
        "seulement > ",
        "presque > ",
        "tous > certains",
        "toujours > souvent",
        "seule > ",
        "seul > ",
        "uniquement > ",
        "toutes > certaines",
        "quelques > tous",
    ),
    "de": (
        "nur > ",
        "fast > ",
        "alle > einige",
        "immer > oft",
        "kaum > ",
        "allein > ",
        "einige > alle",
        "lediglich > ",
        "viele > wenige",
    ),
    "ru": (
        "только > ",
        "лишь > ",
        "почти > ",
        "всегда > часто",
        "все > некоторые",
        "всех > некоторых",
        "едва > ",
        "каждый > иной",
    ),
    "uk": (
        "тільки > ",
        "лише > ",
        "майже > ",
        "завжди > часто",
        "всі > деякі",
        "усі > деякі",
        "кожен > дехто",
        "ледве > ",
    ),
    "be": ("толькі > ", "амаль > ", "заўсёды > часта", "усе > некаторыя", "кожны > хто", "ледзь > "),
    "pl": (
        "tylko > ",
        "prawie > ",
        "zawsze > często",
        "wszystkie > niektóre",
        "każdy > ktoś",
        "wszyscy > niektórzy",
        "niemal > ",
        "jedynie > ",
    ),
    "es": (
        "sólo > ",
        "solo > ",
        "casi > ",
        "todos > algunos",
        "siempre > muchas veces",
        "todas > algunas",
        "solamente > ",
        "apenas > ",
    ),
    "it": (
        "solo > ",
        "soltanto > ",
        "quasi > ",
        "tutti > alcuni",
        "sempre > spesso",
        "tutte > alcune",
        "appena > ",
        "ogni > qualche",
    ),
}


class Habits:
    """Edits of passages of one language, with capitalised names taken from its text."""

    def __init__(self, seed: int, language: str, names: list[str]) -> None:
        self.random = random.Random(seed)
        self.language = language
        self.names = names

    # Habits of print: the quotation stays true.

    def gap(self, passage: str) -> str | None:
        """Words left out, with a sign for it."""
        words = WORD.findall(passage)
        if len(words) < 14:
            return None
        size = self.random.randrange(2, max(3, len(words) // 3))
        first = self.random.randrange(5, len(words) - size - 4)
        return " ".join([*words[:first], self.random.choice(GAPS), *words[first + size :]])

    def glued_gap(self, passage: str) -> str | None:
        """The same with no space before the sign, or none at all."""
        words = WORD.findall(passage)
        if len(words) < 14:
            return None
        first = self.random.randrange(5, len(words) - 8)
        size = self.random.randrange(2, 4)
        mark = self.random.choice(["...", "…", "[…]", "… "])
        return " ".join(words[:first]) + mark + " ".join(words[first + size :])

    def two_gaps(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 30:
            return None
        third = len(words) // 3
        mark = self.random.choice(GAPS)
        return " ".join([*words[: third - 2], mark, *words[third : 2 * third - 2], mark, *words[2 * third :]])

    def open_ends(self, passage: str) -> str | None:
        start = self.random.choice(["...", "…", "[…] ", "(...) ", ""])
        return start + passage + self.random.choice(["...", " …", " [...]", "…"])

    def bracketed_word(self, passage: str) -> str | None:
        """A pronoun or another small word explained: `[the minister]` in its place."""
        words = WORD.findall(passage)
        places = [i for i in range(2, len(words) - 2) if BARE.match(words[i]) and words[i].islower()]
        if len(words) < 8 or not places or not self.names:
            return None
        words[self.random.choice(places)] = f"[{self.random.choice(self.names)}]"
        return " ".join(words)

    def bracketed_start(self, passage: str) -> str | None:
        if not passage[:1].isalpha() or not passage[1:2].isalpha():
            return None
        return f"[{passage[0].swapcase()}]{passage[1:]}"

    def bracketed_ending(self, passage: str) -> str | None:
        found = self._word(passage, 6)
        if not found:
            return None
        word = found[0]
        ending = self.random.choice(["en", "ed", "s", "é", "ing", "а"])
        return f"{passage[: found.start()]}{word[:-2]}[{ending}]{passage[found.end() :]}"

    def explained(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 6 or not self.names:
            return None
        at = self.random.randrange(2, len(words) - 1)
        mark = self.random.choice(["[{}]", "[= {}]", "[{}, 1861–1930]", "[i.e. {}]", "[{}.]"])
        return " ".join([*words[:at], mark.format(self.random.choice(self.names)), *words[at:]])

    def sic(self, passage: str) -> str | None:
        return self._inserted(passage, SIC[self.language])

    def remark(self, passage: str) -> str | None:
        return self._inserted(passage, REMARKS[self.language])

    def page_break(self, passage: str) -> str | None:
        at = self.random.randrange(12, 480)
        marks = ("[{}]", "[p. {}]", "|{}|", "[*{}]", "[S. {}]", "[с. {}]")
        return self._inserted(passage, [mark.format(at) for mark in marks])

    def note_number(self, passage: str) -> str | None:
        """A note's number glued to a word or to its punctuation, plain or raised."""
        words = WORD.findall(passage)
        if len(words) < 5:
            return None
        at = self.random.randrange(1, len(words) - 1)
        number = str(self.random.randrange(1, 300))
        if not any(sign.isalnum() for sign in words[at]):
            return None
        if words[at][-1].isdigit() or self.random.random() < 0.4:
            number = number.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
        words[at] += number
        return " ".join(words)

    def emphasis(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        at = self.random.randrange(len(words))
        mark = self.random.choice(["*", "_", "**", "//"])
        words[at] = f"{mark}{words[at]}{mark}"
        return " ".join(words)

    def verse(self, passage: str) -> str | None:
        """Line ends as slashes."""
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        at = self.random.randrange(3, len(words) - 3)
        return " ".join([*words[:at], self.random.choice(["/", "//", "|"]), *words[at:]])

    def line_end(self, passage: str) -> str | None:
        """A word cut at a line's end, as text extraction leaves it."""
        found = self._word(passage, 6)
        if not found:
            return None
        at = found.start() + self.random.randrange(2, len(found[0]) - 2)
        return (
            passage[:at] + self.random.choice(["-\n", "- ", "\u00ad", "¬\n", "‐\n", "-\n   "]) + passage[at:]
        )

    def run_on(self, passage: str) -> str | None:
        """A space lost between two words."""
        places = [m.start() for m in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", passage)]
        if not places:
            return None
        at = self.random.choice(places)
        return passage[:at] + passage[at + 1 :]

    def split_word(self, passage: str) -> str | None:
        found = self._word(passage, 6)
        if not found:
            return None
        at = found.start() + self.random.randrange(2, len(found[0]) - 2)
        return passage[:at] + " " + passage[at:]

    def marks(self, passage: str) -> str | None:
        """Other quotation marks, apostrophes, dashes, spaces, and French spaces before marks."""
        swaps = [
            ("'", "ʼ"), ("’", "'"), ("'", "′"), ("«", "“"), ("»", "”"), ('"', "„"), ("—", "–"), ("–", "--"),
            (" ", "\u202f"), ("-", "\u2010"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("œ", "oe"), ("æ", "ae"), ("ß", "ss"),
            (";", " ;"), ("?", " ?"), ("!", " !"), ("ё", "е"), ("…", "..."), (" :", ":"),
        ]  # fmt: skip
        for old, new in swaps:
            if self.random.random() < 0.5:
                passage = passage.replace(old, new)
        return passage

    def accents_lost(self, passage: str) -> str | None:
        plain = passage.translate(
            str.maketrans(
                "àâäáãåçéèêëíìîïñóòôöõúùûüýąćęłńśźżÀÉÈÊÓŁŚŻŹ", "aaaaaaceeeeiiiinooooouuuuyacelnszzAEEEOLSZZ"
            )
        )
        return plain if plain != passage else None

    def first_letter(self, passage: str) -> str | None:
        return passage[:1].swapcase() + passage[1:] if passage[:1].isalpha() else None

    def last_mark(self, passage: str) -> str | None:
        return passage.rstrip(".,;:") + self.random.choice([".", ",", "?", "!", ";", ""])

    def article(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        own = ARTICLES.get(self.language, ())
        places = [i for i, word in enumerate(words) if word in own and 0 < i < len(words) - 1]
        if len(words) < 8 or not places:
            return None
        del words[self.random.choice(places)]
        return " ".join(words)

    def spelling(self, passage: str) -> str | None:
        """American for British spelling."""
        changed = passage
        for pattern, other in SPELLINGS if self.language == "en" else ():
            changed = re.sub(pattern, other, changed)
        return changed if changed != passage else None

    def contraction(self, passage: str) -> str | None:
        changed = passage
        for full, short in CONTRACTIONS if self.language == "en" else ():
            pair = (full, short) if full in changed else (short, full)
            changed = changed.replace(*pair)
        return changed if changed != passage else None

    def ocr1(self, passage: str) -> str | None:
        return self._misread(passage, 0.01)

    def ocr3(self, passage: str) -> str | None:
        return self._misread(passage, 0.03)

    def number_format(self, passage: str) -> str | None:
        """Thousands grouped otherwise, decimal mark exchanged, `%` spaced."""

        def regroup(found: re.Match[str]) -> str:
            mark = self.random.choice([" ", "\u202f", ",", ".", "’", "\u00a0"])
            digits = found[0]
            return f"{int(digits):,}".replace(",", mark)

        changed = re.sub(r"(?<![\w.,])(?:[3-9]\d{3}|\d{5,7})(?![\w.,]?\d|\w)", regroup, passage)
        changed = re.sub(r"(?<=\d) ?%", self.random.choice(["%", " %", "\u00a0%"]), changed)
        changed = re.sub(r"(?<=\b\d)[.,](?=\d\b)", lambda m: "." if m[0] == "," else ",", changed)
        changed = re.sub(r"(?<=\b\d)[ .,](?=\d{3}\b(?![.,]\d))", self.random.choice(["", "\u202f"]), changed)
        return changed if changed != passage else None

    def number_word(self, passage: str) -> str | None:
        """A small number in figures for one in words, or the other way."""
        own = NUMBER_WORDS[self.language]
        found = [m for m in re.finditer(r"[^\W\d_]+(?:'[^\W\d_]+)?", passage) if m[0] in own]
        if found:
            one = self.random.choice(found)
            return f"{passage[: one.start()]}{WORD_VALUES[own.index(one[0])]}{passage[one.end() :]}"
        figures = [m for m in re.finditer(r"(?<= )\d{1,2}(?= [^\W\d_])", passage) if int(m[0]) in WORD_VALUES]
        if not figures:
            return None
        one = self.random.choice(figures)
        return passage[: one.start()] + own[WORD_VALUES.index(int(one[0]))] + passage[one.end() :]

    # Alterations: the quotation is false.

    def digit(self, passage: str) -> str | None:
        """One figure exchanged, put in or taken out."""
        found = [m for m in re.finditer(r"\d+(?:[.,]\d+)?", passage) if not self._is_call(passage, m)]
        if not found:
            return None
        one = self.random.choice(found)
        shown, at = one[0], self.random.randrange(len(one[0]))
        while not shown[at].isdigit():
            at = self.random.randrange(len(shown))
        lead = at == 0
        other = self.random.choice([d for d in "123456789" if d != shown[at]])
        way = self.random.random()
        if way < 0.7 or lead:
            shown = shown[:at] + other + shown[at + 1 :]
        elif way < 0.85:
            shown = shown[:at] + other + shown[at:]
        else:
            shown = shown[:at] + shown[at + 1 :] if shown[at + 1 : at + 2] not in ".," else other + shown
        return passage[: one.start()] + shown + passage[one.end() :]

    def swapped_digits(self, passage: str) -> str | None:
        found = [
            m for m in re.finditer(r"\d{2,}", passage) if len(set(m[0])) > 1 and not self._is_call(passage, m)
        ]
        if not found:
            return None
        one = self.random.choice(found)
        shown = one[0]
        places = [i for i in range(len(shown) - 1) if shown[i] != shown[i + 1] and (i or shown[1] != "0")]
        if not places:
            return None
        at = self.random.choice(places)
        return f"{passage[: one.start() + at]}{shown[at + 1]}{shown[at]}{passage[one.start() + at + 2 :]}"

    def worded_number(self, passage: str) -> str | None:
        """A number word exchanged for another of its kind, ordinals and scales included."""
        lists = [NUMBER_WORDS[self.language], *(row.split("/") for row in MORE_NUMBERS[self.language])]
        return self._exchanged(passage, lists)

    def month(self, passage: str) -> str | None:
        return self._exchanged(passage, [MONTHS[self.language].split("/")])

    def roman(self, passage: str) -> str | None:
        found = list(re.finditer(r"\b[IVXL]{2,6}\b", passage))
        if not found:
            return None
        one = self.random.choice(found)
        others = [
            n
            for n in ("II", "III", "IV", "VI", "IX", "XI", "XIV", "XVI", "XVIII", "XIX", "XX", "XXI")
            if n != one[0]
        ]
        return passage[: one.start()] + self.random.choice(others) + passage[one.end() :]

    def number_dropped(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        places = [i for i, word in enumerate(words) if word.strip(",.").isdigit() and 1 < i < len(words) - 2]
        if len(words) < 8 or not places:
            return None
        del words[self.random.choice(places)]
        return " ".join(words)

    def negation(self, passage: str) -> str | None:
        return self._reversed(passage, NEGATION[self.language])

    def limiting(self, passage: str) -> str | None:
        return self._reversed(passage, LIMITING[self.language])

    def other_name(self, passage: str) -> str | None:
        found = [m for m in re.finditer(r"[^\W\d_]{3,}", passage) if m[0] in self.names]
        if not found:
            return None
        one = self.random.choice(found)
        stem = one[0][:4].lower()
        others = [name for name in self.names if name[:4].lower() != stem]
        return passage[: one.start()] + self.random.choice(others) + passage[one.end() :] if others else None

    def _is_call(self, passage: str, found: re.Match[str]) -> bool:
        """Figures that may be a note's number, or part of a code."""
        before, after = passage[: found.start()][-1:], passage[found.end() :][:1]
        return bool(before and before not in " (–-$€£") or after.isalpha() or after in ("]", "/", "_")

    def _exchanged(self, passage: str, lists: list[list[str]] | list[tuple[str, ...]]) -> str | None:
        places = [
            (found, row)
            for found in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", passage)
            for row in lists
            if found[0] in row
        ]
        if not places:
            return None
        found, row = self.random.choice(places)
        other = self.random.choice([word for word in row if word != found[0]])
        return passage[: found.start()] + other + passage[found.end() :]

    def _reversed(self, passage: str, rows: tuple[str, ...]) -> str | None:
        """The first row that applies, taken by chance; never at the passage's very ends."""
        for row in self.random.sample(rows, len(rows)):
            old, _, new = (part.strip() for part in row.partition(">"))
            pattern = r"(?<=\s)" + r"\s((?:\S+\s){1,2})".join(map(re.escape, old.split())) + r"(?=\s)"
            found = [m for m in re.finditer(pattern, passage) if m.start() > 8]
            if old == "ne pas" and found:
                one = self.random.choice(found)
                return passage[: one.start()] + one[1].strip() + passage[one.end() :]
            if found and " " not in old:
                one = self.random.choice(found)
                return " ".join((passage[: one.start()] + new + passage[one.end() :]).split())
        return None

    def _inserted(self, passage: str, choices: tuple[str, ...] | list[str]) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 6:
            return None
        at = self.random.randrange(2, len(words) - 1)
        return " ".join([*words[:at], self.random.choice(choices), *words[at:]])

    def _word(self, passage: str, least: int) -> re.Match[str] | None:
        found = [m for m in re.finditer(r"[^\W\d_]+", passage) if len(m[0]) >= least]
        return self.random.choice(found) if found else None

    def _misread(self, passage: str, rate: float) -> str:
        return "".join(MISREAD.get(sign, sign) if self.random.random() < rate else sign for sign in passage)


TRUE = (
    "gap",
    "glued_gap",
    "two_gaps",
    "open_ends",
    "bracketed_word",
    "bracketed_start",
    "bracketed_ending",
    "explained",
    "sic",
    "remark",
    "page_break",
    "note_number",
    "emphasis",
    "verse",
    "line_end",
    "run_on",
    "split_word",
    "marks",
    "accents_lost",
    "first_letter",
    "last_mark",
    "article",
    "spelling",
    "contraction",
    "ocr1",
    "ocr3",
    "number_format",
    "number_word",
)
FALSE = {
    "digit": "number",
    "swapped_digits": "number",
    "worded_number": "number",
    "month": "number",
    "roman": "number",
    "number_dropped": "number",
    "negation": "negation",
    "limiting": "negation",
    "other_name": "name",
}
