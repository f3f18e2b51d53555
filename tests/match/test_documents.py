"""Quotations of translated manuals, laws and guides: words of software and administration, close wording."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.counterparts import counterparts
from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from tests.match.alike_words import differences_of


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        (
            "de",
            "Cliquez sur l'icône dans la barre latérale.",
            "Klicken Sie auf das Symbol der Seitenleiste.",
        ),
        ("ru", "L'image peut être imprimée sans le logiciel.", "Изображение можно напечатать без программы."),
        ("pl", "Chacun a droit à la sécurité sociale.", "Każdy ma prawo do zabezpieczenia społecznego."),
        ("en", "Tout contributeur peut fermer le ticket.", "Any contributor can close the issue."),
        ("es", "Décochez la case pour masquer la fenêtre.", "Desmarque la casilla para ocultar la ventana."),
    ],
)
def test_close_translations_say_the_same(language: str, ours: str, theirs: str) -> None:
    assert differences_of(ours, theirs, language=language) == []


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        ("de", "Cliquez à droite sur l'icône.", "Klicken Sie links auf das Symbol."),
        ("en", "Masquez la barre latérale.", "Show the sidebar."),
        ("es", "Décochez la case du menu.", "Marque la casilla del menú."),
        ("en", "Un comportement nuisible est signalé.", "Useful behaviour is reported."),
        ("en", "L'application installe les paquets.", "The application uninstalls the packages."),
    ],
)
def test_the_opposite_instruction_is_a_difference(language: str, ours: str, theirs: str) -> None:
    assert differences_of(ours, theirs, language=language)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Les habitants ont oublié les victimes.", "The residents remember the victims."),
        ("La police cherche le voleur.", "Police found the thief."),
        ("Le directeur a reçu un avertissement.", "The director received a confirmation."),
        ("Le ministre a insulté le maire.", "The minister attacked the mayor."),
        ("Le maire est en exil.", "The mayor is in detention."),
        ("La réunion différente a surpris les ouvriers.", "The postponed meeting surprised the workers."),
        ("Le gouvernement a levé la taxe.", "The government sanctions the tax."),
        ("La frégate a quitté le port.", "The corvette left the port."),
        ("L'administration a fermé le port.", "The officer closed the port."),
    ],
)
def test_words_of_documents_bring_no_two_statements_together(ours: str, theirs: str) -> None:
    assert differences_of(ours, theirs, language="en")


def test_an_added_sense_hides_none_of_those_a_word_has_already() -> None:
    saved = senses_of("enregistrer", "fr")
    assert saved & senses_of("save", "en")
    assert saved & senses_of("record", "en")
    assert senses_of("contract", "en") & senses_of("treaty", "en")


def test_what_will_not_be_done_is_not_won() -> None:
    terms = wording_of("The update won't delete your files.", rules_for("en")).terms
    assert not any(term.weighs for term in terms if term.shown.startswith("won"))


def test_another_word_beside_what_meets_is_a_difference_of_whatever_kind() -> None:
    assert differences_of(
        "Construisez un projet libre et actif.", "Создайте свободный и пакетный проект.", 0.55, language="ru"
    )


def test_of_two_actions_that_have_one_counterpart_one_may_be_another() -> None:
    ours = "Le programme crée le dossier, puis construit la page."
    said = "The program creates the folder, then burns the page."
    assert differences_of(ours, said, 0.65, language="en")


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Нажмите кнопку мыши, чтобы закрыть окно.", 5),
        ("Нажмите кнопку мыши, чтобы закрыть окно редактора.", 0),
    ],
)
def test_words_that_all_meet_by_the_table_are_counted(said: str, count: int) -> None:
    ours = wording_of("Appuyez sur le bouton de la souris pour fermer la fenêtre.", rules_for("fr"))
    theirs = wording_of(said, rules_for("ru"))
    assert counterparts(ours.terms, theirs.terms, theirs.terms, Likeness()).plainly == count
