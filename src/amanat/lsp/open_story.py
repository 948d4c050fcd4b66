"""One story that is open in an editor: what it says now, and what is known of it."""

from dataclasses import dataclass, field, replace

from amanat import dignity
from amanat.core import Document, Finding, KeptReason, Review, Room, Scene
from amanat.lsp.edits import Edit
from amanat.publish.lines import Lines
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import keeping

_NOBODY = Scene((), (), (), ())


@dataclass(frozen=True, slots=True)
class Answered:
    """What an editor answered to a rule; no word of the story."""

    code: str
    accepted: bool
    reason: KeptReason = KeptReason.NONE


@dataclass(slots=True)
class OpenStory:
    """Held in memory while the editor has the story open, and nowhere else."""

    registers: Registers
    document: Document
    findings: tuple[Finding, ...] = ()
    review: Review | None = None
    """The last whole review; its spans speak of the text at that time."""
    _scene: Scene = field(default=_NOBODY)
    _kept: tuple[tuple[str, KeptReason], ...] = ()
    """Codes that comments keep, with the kind of reason."""
    _others: tuple[Finding, ...] = ()
    """What the other rooms said, moved along with the edits."""

    @classmethod
    def of(cls, text: str, name: str, registers: Registers) -> "OpenStory":
        """Open a story and read its words."""
        story = cls(registers, _document(text, name))
        story._words()
        return story

    @property
    def lines(self) -> Lines:
        """Where the lines of the text begin."""
        return Lines.of(self.document)

    def typed(self, text: str) -> tuple[Answered, ...]:
        """Take the text as it is after a keystroke; only the language desk reads it.

        Returns:
            What the edit answered to a rule: a fix was taken whole, or a comment came in that keeps words.
        """
        before, kept = self.document.text, self._kept
        taken = [Answered(f.code, accepted=True) for f in self.findings if _took(before, text, f)]
        edit = Edit.between(before, text)
        self.document = _document(text, self.document.name)
        self._scene = edit.scene(self._scene)
        self._others = tuple(edit.findings(self._others))
        self._words()
        came = list(self._kept)
        for old in kept:
            if old in came:
                came.remove(old)
        return (*taken, *(Answered(code, accepted=False, reason=reason) for code, reason in came))

    def reviewed(self, found: Review) -> None:
        """Take what a pass through all rooms found in the text as it stands."""
        self.review, self.findings = found, found.findings
        self._others = tuple(f for f in found.findings if f.room is not Room.DIGNITY or f.code in dignity.frame_codes())
        bodies = tuple(keep.span for keep in found.keeps if not keep.person)
        self._scene = Scene(found.jurisdictions, found.people, (), (), bodies)

    def _words(self) -> None:
        spoken = dignity.ask(self.document, self._scene, self.registers, frames=False).findings
        left, kept = keeping.keep(self.document, (*spoken, *self._others))
        self.findings = tuple(sorted(left, key=lambda finding: finding.order))
        self._kept = tuple((k.code, k.reason) for k in kept if k.reason is not KeptReason.NONE)


def _took(before: str, after: str, finding: Finding) -> bool:
    """Tell whether one of a remark's fixes is all that changed."""
    return any(
        len(after) == len(before) - len(fix.span) + len(fix.replacement)
        and after == before[: fix.span.start] + fix.replacement + before[fix.span.end :]
        for fix in finding.fixes
    )


def _document(text: str, name: str) -> Document:
    """Read what the editor holds; whatever the file is called, it is plain text here."""
    return replace(read_bytes(text.encode("utf-8", "replace"), "-", "utf-8"), name=name)
