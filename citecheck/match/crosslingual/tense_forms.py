"""What forms of verbs say of when it was: done, to come, or neither for sure. The irregular forms are in
`data/tenses.jsonl`, written for this project, as the endings here were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from citecheck.match.crosslingual.perfective import perfective
from citecheck.match.rows import rows

COMES, WAS, WOULD = "to come", "was", "would"
FUTURE: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"\w*(?:ront|[^é]era|erai|erons|erez|(?<!st)aura|saura|fera|sera|cl[ou]ra)$|\w+(?<!ca)(?<!gen)(?<!fon)(?<!pou)d(?:ra|rai|rons)$|"
        r"\w*ira$|\w*(?:mettra|battra|na[iî]tra|para[iî]tra|conna[iî]tra)$|"
        r"(?:de|rece|perce|aperce|conce|déce|sui|poursui|sur?vi|vi)vra$|\w*(?:romp|vainc)ra$|"
        r"(?:pou|ve|reve|mou|cou|acque|enve|par?cou|secou|renve)rra$"
    ),
    "es": re.compile(r"\w+r(?:á|án|emos)$"),
    "it": re.compile(r"\w+r(?:à|anno|emo)$"),
    "uk": re.compile(r"\w+ти(?:ме|муть|мемо)(?:ться)?$"),
}
"""Forms of what is to come, small letters with their accents. French *tira* is a past, as *livra* is."""
PAST: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\w{2,}ed$"),
    "fr": re.compile(
        r"\w*(?:(?:(?<!r)|(?<=[éuo]r)|(?<=[tvb]r))ai(?:t|ent)|èrent|(?<!er)(?<!ir)a|[vt]in(?:t|rent)|"
        r"(?:[dnlghf]|(?<!dé)s|fr|vr|rt|nt|rm|rv|iv)irent|"
        r"(?:end|pond|perd|mord|tord|(?<!ro)fond|ui[sv]|[aeo]ign|vr|ffr)it)$"
    ),
    "es": re.compile(r"\w+(?:ó|aron|ieron|jeron|(?<!r)ían?|aban?)$"),
    "it": re.compile(r"\w+(?:ò|ì|[aie]rono|[aei]van?o?|ettero)$"),
    "ru": re.compile(r"\w+(?:л[аои]?(?:с[ья])?|[еая]н[аоы]?|[ия]т[аоы])$"),
    "uk": re.compile(r"\w+(?:[ауиіїоея]в(?:ся)?|л[аои](?:с[ья])?|[аеи]но|[ия]то)$"),
    "be": re.compile(r"\w+(?:ў(?:ся)?|л[аоі](?:ся)?|[аеі]н[аоы]|[ыя]т[аы])$"),
    "pl": re.compile(r"\w+(?:ł[aoy]?|li|(?:li|ły)śmy|ł[ea][mś]|[aio]no|[iy]to|rto)$"),
}
"""Forms of what was done."""
SHALL: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"\w*(?:[^é]er|(?:n|v|r|u|b|[aei]ss|l|g|d|[rn]t)ir|[nior]dr|mettr|battr|[ou]rr|[vm]err|[ct]evr|devr|(?:su|v)ivr)"
        r"ai(?:t|ent)$"
    ),
    "es": re.compile(r"\w+(?:[aei]r|[nl]dr)ían?$"),
    "it": re.compile(r"\w+rebbe(?:ro)?$"),
    "pl": re.compile(r"\w+(?:ł[aoy]?|li)by$"),
}
"""Forms of what would be."""
SHOULD_NOT: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:tir|retir|attir|étir|admir|inspir|respir|désir|vir|err|serr|déchir)ai(?:t|ent)"),
    "es": re.compile(
        r"(?:qu|pref|requ|ref|sug|h|dig|inf|transf|conf|dif|adh|ing)ería\w?|(?:ad|in)quiría\w?|\w*(?:mor|ocurr|sufr|abr|corr|cubr)ía\w?"
    ),
}
"""Pasts that look like forms of what would be."""


def form_says(form: str, code: str) -> str:
    """`COMES`, `WAS`, `WOULD`, or nothing for a form in small letters with its accents, of no German verb."""
    form = form.replace("ё", "е") if code == "ru" else form
    if form in listed("past", code):
        return WAS
    if form in listed("never", code):
        return ""
    unlike, would, future = SHOULD_NOT.get(code), SHALL.get(code), FUTURE.get(code)
    if unlike is not None and unlike.fullmatch(form):
        return WAS
    if would is not None and would.match(form):
        return WOULD
    if future is not None and future.match(form):
        return COMES
    if PAST[code].match(form):
        return WAS
    return COMES if perfective(form, code) else ""


@cache
def listed(kind: str, code: str) -> frozenset[str]:
    """Words of a kind in the row of a language; none where it has none."""
    return frozenset(str(rows("tenses.jsonl").get(code, {}).get(kind, "")).split())
