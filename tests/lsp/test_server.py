"""The server, spoken to by a real client over a real pipe."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from amanat.store.tallies import Tallies

STORY = """\
Nine women freed from a house

Police held “the illegal migrants” near the camp. The illegal migrants 😀 had paid a smuggler.
Zarmeena Achakzai, 13, was raped and kept in a house in Gulbahar, police said. Officers said two men were arrested.
"""
URI = "file:///desk/story.txt"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "amanat", "lsp"]))
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture(scope="module", autouse=True)
def away(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Path]:
    """The counts of these tests are no counts of this desk."""
    folder = tmp_path_factory.mktemp("data")
    before = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["XDG_DATA_HOME"]
    else:
        os.environ["XDG_DATA_HOME"] = before


async def heard(client: LanguageClient, code: str = "", *, gone: str = "", wait: float = 60) -> list[types.Diagnostic]:
    """Wait until the remarks hold a code, or hold another one no more."""
    end = time.monotonic() + wait
    while time.monotonic() < end:
        found = list(client.diagnostics.get(URI, ()))
        codes = {d.code for d in found}
        if (not code or code in codes) and (not gone or gone not in codes) and URI in client.diagnostics:
            return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"no {code or 'silence of ' + gone} in time")


def opened(client: LanguageClient, text: str = STORY, version: int = 1) -> None:
    document = types.TextDocumentItem(URI, "plaintext", version, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))


def typed(client: LanguageClient, version: int, at: types.Range, text: str) -> None:
    change = types.TextDocumentContentChangePartial(range=at, text=text)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, URI), [change])
    )


def words(diagnostic: types.Diagnostic) -> str:
    row = STORY.split("\n")[diagnostic.range.start.line].encode("utf-16-le")
    return row[2 * diagnostic.range.start.character : 2 * diagnostic.range.end.character].decode("utf-16-le")


@pytest.mark.asyncio
async def test_a_story_from_opening_to_closing(client: LanguageClient, away: Path) -> None:
    opened(client)
    found = await heard(client, "D301")
    places = [d for d in found if d.code == "D301"]
    assert [words(d) for d in places] == ["illegal migrants", "illegal migrants"]
    assert all(d.source == "amanat" and d.code_description for d in places)

    whole = await heard(client, "I001")
    assert {d.severity for d in whole} >= {types.DiagnosticSeverity.Error}
    document = types.TextDocumentIdentifier(URI)

    shown = await client.text_document_hover_async(
        types.HoverParams(document, types.Position(places[1].range.start.line, places[1].range.start.character + 2))
    )
    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert "D301" in shown.contents.value
    assert "Instead" in shown.contents.value
    assert "](http" in shown.contents.value
    assert not await client.text_document_hover_async(types.HoverParams(document, types.Position(1, 0)))

    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    titles = [lens.command.title for lens in lenses or () if lens.command]
    assert "to protect" in titles[0]
    assert any("protected: minor victim" in title for title in titles)

    offered = await client.text_document_code_action_async(
        types.CodeActionParams(document, places[1].range, types.CodeActionContext(diagnostics=[places[1]]))
    )
    actions = [a for a in offered or () if isinstance(a, types.CodeAction)]
    write = next(a for a in actions if a.title.startswith("Write"))
    assert write.is_preferred
    assert write.edit
    assert write.edit.changes
    (edit,) = write.edit.changes[URI]
    typed(client, 2, edit.range, edit.new_text)
    found = await heard(client, "I001")
    await asyncio.sleep(0.2)
    assert len([d for d in client.diagnostics[URI] if d.code == "D301"]) == 1

    keep = next(a for a in actions if a.title.startswith("Keep: quote"))
    assert keep.edit
    assert keep.edit.changes
    assert 'amanat: keep D301 reason="quote"' in keep.edit.changes[URI][0].new_text
    typed(client, 3, keep.edit.changes[URI][0].range, keep.edit.changes[URI][0].new_text)
    await heard(client, gone="D301")
    assert not await client.text_document_code_lens_async(types.CodeLensParams(document))

    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    await heard(client, gone="I001")
    (tally,) = Tallies(away / "amanat" / "rules.json").all()
    assert (tally.code, tally.accepted, tally.rejected, tally.reasons) == ("D301", 1, 1, (("quote", 1),))


@pytest.mark.asyncio
async def test_an_empty_page_and_a_torn_character_are_no_trouble(client: LanguageClient) -> None:
    opened(client, " ")
    assert await heard(client) == []
    typed(
        client,
        2,
        types.Range(types.Position(0, 0), types.Position(0, 1)),
        "The illegal migrants were trafficked. \ud83d",
    )
    assert "D301" in {d.code for d in await heard(client, "D301")}
    typed(client, 3, types.Range(types.Position(0, 0), types.Position(9, 0)), "")
    await heard(client, gone="D301")
