"""What leaves is proven, logged, and needs two people where names are in it."""

import io
import json
import re
import time
import zipfile
from typing import Any

import pytest

from amanat.store import Duty, audit
from amanat.store.audit import Action

PHRASE = "seven quiet boats at dawn"


def test_what_leaves_is_proven_and_logged(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}/export").text
    assert 'class="good" id="proof"' in page
    for form in ("txt", "html"):
        answer = running.lead.post(f"/stories/{story}/export/safe", {"form": form})
        assert "Mehrunnisa" not in answer.text
        assert answer.headers["content-disposition"].startswith('attachment; filename="story-')
    assert "[girl 1]" in answer.text
    assert running.lead.post(f"/stories/{story}/export/safe", {"form": "exe"}).status_code == 422
    record = json.loads(running.lead.post(f"/stories/{story}/export/json").text)
    assert record["edition"]["proven"]
    assert "Mehrunnisa" not in json.dumps(record)
    box = running.lead.post(f"/stories/{story}/export/help").text
    assert "Works in" in box
    exported = [e.detail for e in audit.entries(running.state.open_vault()) if e.action == Action.EXPORTED]
    assert sorted(exported) == ["help.txt", "review.json", "safe.html", "safe.txt"]


def test_a_decision_of_the_editor_holds_in_the_proof_pass(anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    at = anchor_of(page, "Dilawar Khatoon")
    running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="official", protection="name")
    safe = running.lead.post(f"/stories/{story}/export/safe", {"form": "txt"}).text
    assert "Dilawar Khatoon" in safe
    assert "Mehrunnisa" not in safe


def test_a_blocked_export_says_why(running: Any, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from amanat.core import PublishError  # noqa: PLC0415
    from amanat.desk import opened  # noqa: PLC0415

    def refuse(*_: object) -> None:
        raise PublishError("P001", "somebody is still named")

    monkeypatch.setattr(opened, "publish", refuse)
    page = running.lead.get(f"/stories/{story}/export").text
    assert 'class="wrong" id="proof"' in page
    assert "P001" in page
    assert "/export/safe" not in page
    assert running.lead.post(f"/stories/{story}/export/safe", {"form": "txt"}).status_code == 422


def test_names_leave_only_with_two_people(running: Any, story: str) -> None:
    assert "Mehrunnisa" in running.lead.post(f"/stories/{story}/export/names").text  # a desk of one
    editor = running.user("Editor", Duty.EDITOR)
    refused = running.lead.post(f"/stories/{story}/export/names")
    assert refused.status_code == 422
    assert "V019" in refused.text
    assert "Mehrunnisa" not in refused.text
    running.lead.post(f"/stories/{story}/share", {"who": running.id_of("Editor"), "right": "read"})
    assert "W010" in running.lead.post(f"/stories/{story}/ask", {"what": "everything"}).text
    running.lead.post(f"/stories/{story}/ask", {"what": "original"})
    asked = re.search(r'name="release" value="(\w+)"', editor.get(f"/stories/{story}/share").text)[1]  # type: ignore[index]
    running.lead.post(f"/stories/{story}/approve", {"release": asked})
    assert "V019" in running.lead.post(f"/stories/{story}/export/names").text
    editor.post(f"/stories/{story}/approve", {"release": asked})
    assert "Mehrunnisa" in running.lead.post(f"/stories/{story}/export/names").text
    assert "V019" in running.lead.post(f"/stories/{story}/export/names").text


def test_of_a_word_file_there_is_a_copy_with_comments_and_safe_copies_are_scanned(
    running: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    pytest.importorskip("lxml", reason="the extra for documents is not installed")
    document = docx.Document()
    document.add_paragraph("Police freed Mehrunnisa Khatoon, 13, from a brick kiln in Swat, her father said.")
    out = io.BytesIO()
    document.save(out)
    sent = running.lead.ask("POST", "/stories/new", data={"once": "w"}, files={"file": ("a.docx", out.getvalue())})
    where = "/stories/" + sent.headers["location"].split("/")[2]
    for _ in range(200):
        if running.lead.get(where).status_code == 200:
            break
        time.sleep(0.05)
    assert "tracked changes" in running.lead.get(f"{where}/export").text
    copy = running.lead.post(f"{where}/export/names", {"form": "docx"})
    with zipfile.ZipFile(io.BytesIO(copy.content)) as parts:
        assert "word/comments.xml" in parts.namelist()
    safe_ = running.lead.post(f"{where}/export/safe", {"form": "docx"})
    text = "".join(p.text for p in docx.Document(io.BytesIO(safe_.content)).paragraphs)
    assert "[girl 1]" in text
    assert "Mehrunnisa" not in text

    from amanat.publish import safe  # noqa: PLC0415

    def leaking_form(edition: Any, _: str) -> bytes:
        return f"{edition.text}{'' if edition is safe.NOTHING else ' Mehrunnisa Khatoon'}".encode()

    monkeypatch.setattr(safe, "export", leaking_form)
    for form in ("txt", "html", "docx"):
        leaking = running.lead.post(f"{where}/export/safe", {"form": form})
        assert leaking.status_code == 422, "what the form itself lets slip leaves neither"
        assert "P01" in leaking.text


def test_a_story_that_is_no_word_file_has_no_such_copy(running: Any, story: str) -> None:
    assert "W010" in running.lead.post(f"/stories/{story}/export/names", {"form": "docx"}).text
