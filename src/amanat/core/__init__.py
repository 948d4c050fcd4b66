"""The values that travel: frozen, slotted, without I/O, and without any import of ours from outside this folder."""

from amanat.core.claim import Claim, ClaimKind, Figure, Help, Service, Stage, Verdict
from amanat.core.direction import Direction
from amanat.core.document import Document, Part, PartKind
from amanat.core.errors import (
    AmanatError,
    DataError,
    DeskError,
    ModelError,
    PackError,
    PublishError,
    ReadError,
    Refused,
    StoreError,
    UsageError,
    fault_of,
)
from amanat.core.facts import Confidence, Fact, Source
from amanat.core.finding import Finding, Fix, Room, Severity
from amanat.core.layout import Block, BlockKind, Cell, Emphasis, Gap, GapKind, Layer, Layout, Picture, Run
from amanat.core.person import Mention, MentionKind, Person, Protection, Role
from amanat.core.review import Answer, Edition, Kept, KeptReason, Review
from amanat.core.rule import Rule, RuleCard
from amanat.core.scene import Place, Scene
from amanat.core.span import Cover, Span, merged, on_grapheme_edges, pieces
from amanat.core.trace import Identifier, Keep, Mask, Trace, TraceKind

__all__ = [
    "AmanatError",
    "Answer",
    "Block",
    "BlockKind",
    "Cell",
    "Claim",
    "ClaimKind",
    "Confidence",
    "Cover",
    "DataError",
    "DeskError",
    "Direction",
    "Document",
    "Edition",
    "Emphasis",
    "Fact",
    "Figure",
    "Finding",
    "Fix",
    "Gap",
    "GapKind",
    "Help",
    "Identifier",
    "Keep",
    "Kept",
    "KeptReason",
    "Layer",
    "Layout",
    "Mask",
    "Mention",
    "MentionKind",
    "ModelError",
    "PackError",
    "Part",
    "PartKind",
    "Person",
    "Picture",
    "Place",
    "Protection",
    "PublishError",
    "ReadError",
    "Refused",
    "Review",
    "Role",
    "Room",
    "Rule",
    "RuleCard",
    "Run",
    "Scene",
    "Service",
    "Severity",
    "Source",
    "Span",
    "Stage",
    "StoreError",
    "Trace",
    "TraceKind",
    "UsageError",
    "Verdict",
    "fault_of",
    "merged",
    "on_grapheme_edges",
    "pieces",
]
