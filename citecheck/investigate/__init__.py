"""From the evidence so far to the next question, or to the answer: a pure planner, one link at a time.

It never touches the world: no clock, no socket, no chance. `next_step` is given what has been seen and says
what to ask next; played again with the same evidence it gives the same answer, which is what makes a resumed
run, a replay and a test with a dictionary one and the same thing.
"""

from citecheck.investigate.archives import ARCHIVES
from citecheck.investigate.planner import next_step

__all__ = ["ARCHIVES", "next_step"]
