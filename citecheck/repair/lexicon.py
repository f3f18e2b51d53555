"""temp"""
from __future__ import annotations
def likelihood(word: str) -> float:
    return 0.0
