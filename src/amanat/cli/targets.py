"""Where the files of a call go: beside their story, or all into one folder, never over one another."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Targets:
    """Names files; remembers the names it gave in this call."""

    folder: Path | None
    """The folder asked for, None for beside the story."""
    _given: set[Path] = field(default_factory=set)

    def of(self, name: str, ending: str, *, beside: bool) -> Path | None:
        """Return where a file about a story goes.

        Args:
            name: the story's path, or `-`.
            ending: what follows the story's name, like `review.html`.
            beside: whether the file may lie beside the story when no folder was asked for.

        Returns:
            A path no other story of this call has, or None when there is no place for the file: standard input has
            no folder of its own.
        """
        if self.folder is None and (name == "-" or not beside):
            return None
        source = Path("standard-input" if name == "-" else name)
        folder = self.folder if self.folder is not None else source.parent
        target, number = folder / f"{source.stem}.{ending}", 1
        while target in self._given:
            number += 1
            target = folder / f"{source.stem}-{number}.{ending}"
        self._given.add(target)
        return target
