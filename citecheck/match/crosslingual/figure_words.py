"""Words and endings that say what kind of number stands beside them, as folded; for `figures.py`."""

from __future__ import annotations

import re

DECADES = re.compile(r"['’]?s\b|er\b|er-|-(?:е|х|ые|ых|ми|ти|ті|і|тих|их|ыя)\b")
"""What makes a decade of a number behind it: *1980s*, *80er*, *90-х*."""
DECADE_WORDS = re.compile(
    r"[a-z]+ties|[a-z]+(?:z|ss)iger|\w+(?:цат|десят|сорок|сарак|девяност|дев.?яност|дзевяност)(?:ые|ых|ым|ыми|і|их|им|ими|ыя|ымі)"
    r"|[a-z]+dziest(?:e|ych|ym|ymi)|[a-z]+dziesiat(?:e|ych|ym|ymi)"
)
"""Ordinals and round numbers as folded that are decades where they are many: *sixties*, *шестидесятых*."""
WITH_HALF = re.compile(r"(?:anderthalb|(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn)einhalb)\w{0,2}")
"""*Zweieinhalb*, *anderthalb*, as folded."""
OF_THOUSAND = frozenset(("тысячи", "тисячі", "тысячы"))
OVER = re.compile(
    "свыше|более|больше|менее|меньше|около|почти|до|понад|більше|менше|близько|маиже|звыш|больш|менш|каля|да"
)
"""*Тысячи* is one thousand behind these, many without."""
FIRST = re.compile(
    r"first|premi(?:er|ere)s?|erste[mnrs]?|primer[oa]?s?"
    r"|перв(?:ыи|ого|ому|ым|ом|ая|ои|ую|ое|ые|ых|ыми)|перш(?:ии|ого|ому|им|а|оі|іи|у|ою|е|і|их|ими)"
    r"|перш(?:ы|ага|аму|ым|ая|аи|аю|ую|ае|ыя|ых|ымі)|pierwsz(?:y|ego|emu|ym|a|ej|e|ych|ymi)|pierwsi"
)
"""*First* as folded: it confirms, and stands against another ordinal. Italian *prima* is mostly *before*."""
MINISTER = re.compile("m[iy]nistr|міністр|министр")
"""Behind a *first* that counts nothing."""
HALVES = re.compile(
    r"пол(?:года|века|столетия|месяца|недели|дня|часа|минуты|сотни|тысячи|миллиона|миллиарда|дюжины)"
    r"|п[иі]в(?:року|століття|віку|місяця|тижня|дня|години|хвилини|сотні|тисячі|мільйона|мільярда)"
    r"|пау(?:года|стагоддзя|месяца|тыдня|дня|гадзіны|хвіліны|сотні|тысячы|мільена|мільярда)"
    r"|polwiecz\w{0,4}|polrocz\w{0,4}|halbjahr\w{0,9}"
)
"""Halves that are one word with what they are of, as folded: *полвека*, *паўстагоддзя*, *Halbjahr*."""
