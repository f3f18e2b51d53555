"""First parts of Slavic words that the table need not hold with each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

DONE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:про|от|за|с|вы|по|на|из|при|у)(?=\w{3,}ир(?:ова|у[еюи]))"),
    "uk": re.compile(r"(?:про|від|за|с|ви|по|з|при|у)(?=\w{3,}(?:ува|ован|ую|ує))"),
    "be": re.compile(r"(?:пра|ад|за|с|вы|па|на|з|пры|у)(?=\w{3,}[іы]р(?:ава|ова|у[еюи]))"),
    "pl": re.compile(r"(?:s|z|za|prze|wy|po|od|na|u)(?=\w{3,}ow(?:a[lnwct]|uj))"),
}
"""Prefixes that say of a verb of foreign origin that it is done and nothing more: *профинансировать*."""
COMBINED = re.compile(
    r"(?:[эе]лектр[оа]|авто|аўта|аута|г[аі]др[оа]|газ[оа]|агр[оа]|т[еэ]рм[оа]|elektro|auto|hydro|gazo|agro)(?=\w{5})"
)
"""First parts of Slavic compounds, whose last part says what it is: *электросчётчик*."""
