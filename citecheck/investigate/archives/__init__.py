"""Archives that may be asked for copies, by the name that `--archive` takes."""

from types import ModuleType

from citecheck.investigate.archives import wayback

ARCHIVES: dict[str, ModuleType] = {"wayback": wayback}
