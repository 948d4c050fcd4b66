"""The server itself: which message is answered by what. Stories live in memory while they are open, nowhere else."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from amanat.core import AmanatError, RuleCard
from amanat.lsp import shown
from amanat.lsp.open_story import Answered, OpenStory
from amanat.registers import Registers
from amanat.review import review, rule_cards

Count = Callable[[Answered], None]
"""Counts an answer of an editor."""


@dataclass(slots=True)
class Desk:
    """The stories that are open."""

    registers: Registers
    count: Count
    stories: dict[str, OpenStory] = field(default_factory=dict)
    cards: dict[str, RuleCard] = field(default_factory=dict)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))

    def take(self, uri: str, text: str) -> OpenStory | None:
        """Take the text an editor holds; None when there is nothing to read in it."""
        story = self.stories.get(uri)
        try:
            if story is None:
                story = self.stories[uri] = OpenStory.of(text, uri, self.registers)
            else:
                for answered in story.typed(text):
                    self.count(answered)
        except AmanatError:  # an empty page is no story
            self.stories.pop(uri, None)
            return None
        return story

    def card(self, code: str) -> dict[str, RuleCard]:
        """Return the cards of all rules, read when somebody first hovers."""
        if not self.cards or code not in self.cards:
            self.cards = {card.code: card for card in rule_cards()}
        return self.cards


def server(registers: Registers, count: Count) -> LanguageServer:
    """Make a server.

    Args:
        registers: what is known, with the newsroom's house style if there is one.
        count: where answers of editors are counted.
    """
    made = LanguageServer("amanat", version("amanat"), text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
    desk = Desk(registers, count)
    _reading(made, desk)
    _showing(made, desk)
    return made


def _reading(made: LanguageServer, desk: Desk) -> None:
    def say(uri: str) -> None:
        story = desk.stories.get(uri)
        found = shown.diagnostics(story) if story else []
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    async def whole(uri: str) -> None:
        story = desk.stories.get(uri)
        if story is None:
            return
        document = story.document
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(desk.worker, review, document, desk.registers)
        story = desk.stories.get(uri)
        if story and story.document.digest == found.digest:  # else somebody typed on, and the next save will do it
            story.reviewed(found)
            say(uri)
            if _can_refresh(made.client_capabilities):
                made.workspace_code_lens_refresh(None)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        desk.take(uri, made.workspace.get_text_document(uri).source)
        say(uri)
        await whole(uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        desk.take(uri, made.workspace.get_text_document(uri).source)
        say(uri)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await whole(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.stories.pop(params.text_document.uri, None)
        say(params.text_document.uri)


def _can_refresh(client: types.ClientCapabilities) -> bool:
    lens = client.workspace.code_lens if client.workspace else None
    return bool(lens and lens.refresh_support)


def _showing(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        story = desk.stories.get(params.text_document.uri)
        return shown.hover(story, params.position, desk.card("")) if story else None

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        story = desk.stories.get(uri)
        return shown.actions(story, uri, params.range) if story else []

    @made.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        story = desk.stories.get(params.text_document.uri)
        return shown.lenses(story) if story else []
