"""Frames that say nothing of their own (*destinés à*, *в виде*, *составил*), and members of a class that are
another thing all the same."""

from __future__ import annotations

import pytest

from tests.match.test_implied import Sentence, differences

LOW = 0.1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "des machines destinées à l'industrie"), ("ru", "Машины для промышленности.")),
        (("fr", "une église datée du siècle dernier"), ("de", "Eine Kirche aus dem letzten Jahrhundert.")),
        (("fr", "vendre du pain sous forme de farine"), ("ru", "Продавать хлеб мукой.")),
        (("pl", "w sposób uczciwy"), ("es", "honestamente")),
        (("en", "exports were 12 million dollars"), ("ru", "Экспорт составил 12 млн долларов.")),
        (("fr", "au lendemain de la guerre"), ("be", "адразу пасля вайны")),
        (("fr", "l'église de Saint-Pétersbourg"), ("ru", "Церковь в Санкт-Петербурге.")),
    ],
)
def test_frames_need_no_counterpart(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # something of its own stands in the frame's place
        (("fr", "des machines destinées à l'industrie"), ("ru", "Машины, украденные у промышленности.")),
        # members of a class
        (("fr", "des machines sous forme de leasing"), ("ru", "Машины на условиях аренды.")),
        (("fr", "quarante moissonneuses-batteuses"), ("ru", "Сорок картофелеуборочных комбайнов.")),
        (("it", "le scenografie del teatro bruciarono"), ("uk", "Рукописи театру згоріли.")),
    ],
)
def test_another_thing_is_seen(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)
