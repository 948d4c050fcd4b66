"""The editor's copy: comments and changes on the right words, and not a byte of anything else touched."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import with_parts
from invented import names
from layered_docx import LAYERS, docx, simple

from amanat.core import Document, Edition, Finding, Fix, PublishError, Review, Room, Severity, Source, Span
from amanat.publish import publish
from amanat.publish.review_copy import review_copy
from amanat.publish.safe import safe_copy
from amanat.read import read_bytes
from amanat.review import review

SPLIT = (
    '<w:p w:rsidR="00AA11BB"><w:r><w:t xml:space="preserve">They were called </w:t></w:r><w:r w:rsidRPr=\'00CC\'>'
    "<w:rPr><w:b/></w:rPr><w:t>child pro</w:t></w:r><w:proofErr w:type='x'/><w:r><w:rPr><w:i/></w:rPr>"
    "<w:t xml:space='preserve'>stitutes by all &#8217;</w:t><w:tab/><w:t >of them.</w:t></w:r></w:p>"
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def reviewed(document: Document, *marks: tuple[str, str | None], severity: Severity = Severity.ERROR) -> Review:
    """Return a review with a finding on each of some words, with a fix where one is given; None stands for no fix."""
    findings = []
    for words, instead in marks:
        start = document.text.index(words)
        span = Span(start, start + len(words))
        fixes = (Fix(span, instead),) if instead is not None else ()
        source = (Source("A <guide> & more", "https://guide.example/1"),)
        findings.append(
            Finding("D999", Room.DIGNITY, span, severity, "x", "It harms.", "Say it softer.", source, fixes)
        )
    return replace(review(document), findings=tuple(findings), masks=())


def accepted(data: bytes) -> bytes:
    """Accept every tracked change in the text of a file, as Word does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts(data).items():
            xml = content.decode() if name.endswith(".xml") else ""
            if xml:
                xml = re.sub(r"<w:del\b(?![^>]*/>)[^>]*>.*?</w:del>", "", xml, flags=re.DOTALL)
                xml = re.sub(r"</?w:ins\b[^>]*>", "", xml)
            file.writestr(name, xml.encode() if xml else content)
    return out.getvalue()


def rejected_text(data: bytes) -> str:
    """Reject our changes and drop our marks; return the main part."""
    xml = parts(data)["word/document.xml"].decode()
    xml = re.sub(r'<w:ins\b[^>]*w:author="Amanat"[^>]*>.*?</w:ins>', "", xml, flags=re.DOTALL)
    xml = re.sub(r'<w:del\b[^>]*w:author="Amanat"[^>]*>(.*?)</w:del>', r"\1", xml, flags=re.DOTALL)
    return re.sub(
        r"<w:r><w:commentReference[^>]*></w:commentReference></w:r>|<w:comment(?:RangeStart|RangeEnd)[^>]*></w:comment\w+>",
        "",
        xml,
    )


def texts(xml: str) -> str:
    return "".join(re.findall(r"<w:(?:t|delText)\b[^>]*>([^<]*)</w:", xml))


def test_a_fix_across_two_runs_keeps_both_looks() -> None:
    data = simple(["Before."], SPLIT)
    document = read_bytes(data, "a.docx")
    marked = review_copy(document, reviewed(document, ("child prostitutes", "children who were sold")), data)
    xml = parts(marked)["word/document.xml"].decode()
    assert (
        '<w:commentRangeStart w:id="0"></w:commentRangeStart><w:del w:id="900001" w:author="Amanat">'
        "<w:r w:rsidRPr='00CC'>"
        '<w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">child pro</w:delText></w:r></w:del>'
    ) in xml
    assert (
        '<w:r><w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">stitutes</w:delText></w:r></w:del><w:ins w:id="'
    ) in xml
    assert '<w:t xml:space="preserve">children who were sold</w:t></w:r></w:ins><w:commentRangeEnd w:id="0">' in xml
    assert '<w:t xml:space="preserve"> by all ’</w:t><w:tab/><w:t >of them.</w:t></w:r></w:p>' in xml
    again = read_bytes(marked, "a.docx")
    assert "They were called children who were sold by all ’\tof them." in again.text[: again.shown]
    assert "They were called child prostitutes by all" in again.text[again.shown :]


def test_untouched_runs_styles_and_human_comments_stay_to_the_byte() -> None:
    data = docx(dict(zip(LAYERS, names(len(LAYERS)), strict=True)))
    document = read_bytes(data, "a.docx")
    words = document.text[document.text.index("Police freed Zunaira") :][:30]
    before, after = (
        parts(data),
        parts(review_copy(document, reviewed(document, (words, "Police found somebody")), data)),
    )
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert set(after) == set(before)
    old, new = before["word/document.xml"].decode(), after["word/document.xml"].decode()
    runs = re.compile(r"<w:r(?:>| [^>]*>).*?</w:r>", re.DOTALL)
    gone = [run for run in runs.findall(old) if run not in new]
    assert len(gone) == 1
    assert "Zunaira" in gone[0]
    human = before["word/comments.xml"][before["word/comments.xml"].index(b"<w:comment ") : -len(b"</w:comments>")]
    assert human in after["word/comments.xml"]


def test_rejecting_all_gives_the_original_back() -> None:
    data = docx(dict(zip(LAYERS, names(len(LAYERS)), strict=True)))
    document = read_bytes(data, "a.docx")
    marked = review_copy(document, review(document), data)
    assert texts(rejected_text(marked)) == texts(parts(data)["word/document.xml"].decode())


def test_the_author_is_the_program_and_no_day_is_told() -> None:
    data = simple(["Police freed Zunaira Tarkhan, 13, from a kiln."])
    document = read_bytes(data, "a.docx")
    for name, content in parts(review_copy(document, review(document), data)).items():
        authors = re.findall(r'w:author="([^"]*)"', content.decode())
        assert set(authors) <= {"Amanat"}, name
        assert b"w:date" not in content
    assert "word/comments.xml" in parts(review_copy(document, review(document), data))


def test_accepting_all_and_running_again_shows_fewer_findings() -> None:
    story = [
        "Girl freed from kiln",
        "Police freed Zunaira Tarkhan, 13, from a brick kiln near Lahore on Monday, her father Dilawar Tarkhan said.",
        "The child prostitutes were taken to a shelter.",
    ]
    data = simple(story)
    document = read_bytes(data, "a.docx")
    found = review(document)
    done = read_bytes(accepted(review_copy(document, found, data)), "a.docx")
    again = review(done)
    assert "Zunaira" not in done.text[: done.shown]
    assert len(again.findings) < len(found.findings)
    before, after = (sum(f.severity is Severity.ERROR for f in r.findings) for r in (found, again))
    assert after < before


def test_a_hidden_name_is_replaced_wherever_it_stands() -> None:
    data = simple(["Police freed Zunaira Tarkhan, 13, from a kiln.", "A file was opened.", "Zunaira Tarkhan is safe."])
    document = read_bytes(data, "a.docx")
    marked = review_copy(document, review(document), data)
    again = read_bytes(marked, "a.docx")
    assert "Zunaira" not in again.text[: again.shown]
    assert again.text[: again.shown].count("[") == 3


def test_what_is_said_in_a_comment() -> None:
    data = simple(["A bus stopped."])
    document = read_bytes(data, "a.docx")
    found = reviewed(document, ("bus", "coach"))
    comments = parts(review_copy(document, found, data))["word/comments.xml"].decode()
    said = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", comments)
    assert said == [
        "D999 ●●● error",
        "It harms.",
        "Say it softer.",
        "Instead: “coach”",
        "Source: A &lt;guide&gt; &amp; more https://guide.example/1",
    ]


def test_what_lies_elsewhere_is_told_at_the_beginning_with_its_place() -> None:
    given = {"comment_author": "Zunaira Tarkhan", "footnote": "Kiran Awan"}
    data = docx(given)
    document = read_bytes(data, "a.docx")
    marked = parts(
        review_copy(document, reviewed(document, ("Zunaira Tarkhan", None), ("Kiran Awan", "[girl 1]")), data)
    )
    comments = marked["word/comments.xml"].decode()
    assert "in the properties of the file" in comments
    assert "in a footnote" in comments
    assert '<w:t xml:space="preserve">[girl 1]</w:t></w:r></w:ins>' in marked["word/footnotes.xml"].decode()
    opening = marked["word/document.xml"].decode().partition("commentRangeEnd")[0]
    assert opening.count("commentRangeStart") // 2 == 2
    assert "Police freed a girl from a brick kiln." in opening


def test_words_in_somebody_elses_change_get_a_comment_and_no_change() -> None:
    data = docx({"insertion": "Zunaira Tarkhan"})
    document = read_bytes(data, "a.docx")
    xml = parts(review_copy(document, reviewed(document, ("Zunaira Tarkhan", "[girl 1]")), data))[
        "word/document.xml"
    ].decode()
    assert "commentRangeStart" in xml
    assert "[girl 1]" not in xml


def test_the_graver_fix_wins_where_two_meet() -> None:
    data = simple(["A bus stopped at the border."])
    document = read_bytes(data, "a.docx")
    first = reviewed(document, ("bus stopped", "x"), severity=Severity.WARNING)
    second = reviewed(document, ("stopped at", "y"))
    both = replace(first, findings=(*first.findings, *second.findings))
    text = read_bytes(review_copy(document, both, data), "a.docx")
    assert text.text[: text.shown] == "A bus y the border."


def test_only_word_files_and_only_their_own_review(story: Document, found: Review) -> None:
    with pytest.raises(PublishError, match="P012"):
        review_copy(story, found, b"")
    with pytest.raises(PublishError, match="P002"):
        review_copy(story, replace(found, digest="0"), b"")


def test_a_file_without_running_text_has_no_place_for_comments() -> None:
    data = simple([], "<w:p/>")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        kept = {name: file.read(name) for name in file.namelist()}
    named = with_parts({"docProps/core.xml": b"<core><creator>Zunaira Tarkhan</creator></core>"}, data)
    document = read_bytes(named, "a.docx")
    assert document.shown == 0
    found = reviewed(document, ("Zunaira", None))
    assert kept.items() <= parts(review_copy(document, found, named)).items()


def test_urdu_and_other_prefixes() -> None:
    text = "پولیس نے لڑکی کو بازیاب کرایا۔"
    plain = simple([text])
    own = io.BytesIO()
    with zipfile.ZipFile(own, "w") as file:
        for name, content in parts(plain).items():
            for old, new in ((b"<w:", b"<x:"), (b"</w:", b"</x:"), (b" w:", b" x:"), (b"xmlns:w=", b"xmlns:x=")):
                content = content.replace(old, new) if name == "word/document.xml" else content  # noqa: PLW2901
            file.writestr(name, content)
    for data in (plain, own.getvalue()):
        document = read_bytes(data, "a.docx")
        marked = read_bytes(review_copy(document, reviewed(document, ("لڑکی", "بچی")), data), "a.docx")
        assert marked.text[: marked.shown] == text.replace("لڑکی", "بچی")


@pytest.fixture(scope="module")
def office() -> str:
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice is not on this machine")
    return found


def test_libreoffice_opens_the_review_copy_and_the_safe_copy(
    office: str, tmp_path: Path, converted: Callable[[str, Path], str]
) -> None:
    data = docx({"body": "Zunaira Tarkhan", "footnote": "Kiran Awan"})
    document = read_bytes(data, "a.docx")
    found = review(document)
    edition: Edition = publish(document, found)
    (tmp_path / "story.review.docx").write_bytes(review_copy(document, found, data))
    (tmp_path / "story.safe.docx").write_bytes(safe_copy(document, found, edition, "docx"))
    (tmp_path / "story.safe.odt").write_bytes(safe_copy(document, found, edition, "odt"))
    seen = converted(office, tmp_path)
    assert seen.count("Police freed a girl from a brick kiln.") == 3
    assert seen.count("Zunaira Tarkhan") == 1
    assert seen.count("[girl 1]") + seen.count("[child 1]") >= 3


@pytest.fixture
def converted() -> Callable[[str, Path], str]:
    """Convert every file of a folder to text by LibreOffice and return all of it."""

    def convert(office: str, folder: Path) -> str:
        for file in sorted(folder.glob("story.*")):
            subprocess.run(
                [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                 "txt:Text (encoded):UTF8", "--outdir", str(folder / file.name.replace(".", "-")), str(file)],
                check=True, capture_output=True, timeout=180,
            )  # fmt: skip
        return "".join(path.read_text("utf-8-sig") for path in sorted(folder.glob("story-*/*.txt")))

    return convert
