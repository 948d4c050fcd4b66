"""Cases: taken in only with consent, shown as far as one needs to know, handed on sealed, followed to their end."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amanat.aid.referral.states import State
from amanat.store import Duty, audit
from amanat.store.handover.age import make_key, public, seal
from amanat.store.handover.parcel import answer as answer_file
from amanat.store.handover.parcel import unsealed

NAME = "Mehrunnisa"
DAY = 86_400
INTAKE = {
    "agreed": "yes", "given_by": "person", "told_in": "Sindhi", "days": "180", "purpose": "",
    "call_name": "River 4", "country": "PK", "asks": "legal advice for a woman, Tharparkar, Sindh",
    "prs_FirstName": NAME, "prs_MobilePhone": "+92 300 0000000", "prs_Gender": "Feminine", "own_Age": "30",
    "vic_DetailsOfVulnerabilities": "Owes the owner of a kiln.",
}  # fmt: skip
AGREED = {
    "given_by": "person", "told_in": "Sindhi", "days": "90", "purpose": "legal_advice",
    "field": ["prs_FirstName", "cas_OutgoingReferralDetails", "vic_DetailsOfVulnerabilities"],
}  # fmt: skip


def take_in(browser: Any, **other: str) -> str:
    answer = browser.post("/cases/new", {**INTAKE, "once": str(other), **other})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def version(page: str) -> str:
    return page.split('name="version" value="')[1].partition('"')[0]


def do(browser: Any, where: str, act: str, expected: int = 303, **given: Any) -> Any:
    page = browser.get(where).text
    answer = browser.post(f"{where}/{act}", {"version": version(page), **given})
    assert answer.status_code == expected, answer.text
    return answer


def offered(page: str) -> str:
    """The first body that is offered."""
    return page.split('name="recipient" value="pk-')[1].partition('"')[0].join(("pk-", ""))


def referred(browser: Any, where: str) -> tuple[str, str]:
    """Agree to one body; returns it and the reference of the hand-over."""
    body = offered(browser.get(where).text)
    do(browser, where, "agree", recipient=body, **AGREED)
    page = browser.get(where).text
    assert "consented" in page
    return body, page.split('name="reference" value="')[1].partition('"')[0]


@pytest.fixture
def worker(running: Any) -> Any:
    return running.user("Worker", Duty.CASE_WORKER)


def test_nothing_is_kept_without_consent(worker: Any) -> None:
    assert "W020" in worker.post("/cases/new", {**INTAKE, "agreed": ""}).text
    assert "River 4" not in worker.get("/cases").text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"own_Age": "13"}, "W021"),
        ({"giver_accused": "yes", "given_by": "guardian"}, "W021"),
        ({"call_name": " "}, "W024"),
        ({"own_Age": "old"}, "W025"),
        ({"days": "9999"}, "W010"),
        ({"given_by": "owner"}, "W010"),
        ({"country": "XX"}, "W010"),
        ({"prs_Gender": "<b>"}, "W010"),
        ({"prs_MobilePhone": "call the brother"}, "W029"),
    ],
)
def test_an_intake_that_is_not_right_is_told_and_nothing_is_kept(
    worker: Any, change: dict[str, str], code: str
) -> None:
    answer = worker.post("/cases/new", {**INTAKE, **change})
    assert code in answer.text
    assert NAME not in answer.text
    assert "River 4" not in worker.get("/cases").text


def test_a_child_is_taken_in_when_a_guardian_agrees(worker: Any) -> None:
    page = worker.get(take_in(worker, own_Age="13", given_by="guardian")).text
    assert "River 4" in page


def test_the_same_form_sent_twice_makes_one_case(worker: Any) -> None:
    assert take_in(worker) == take_in(worker)
    assert worker.get("/cases").text.count("River 4") == 1


def test_who_can_help_is_explained_and_the_accused_are_left_out(worker: Any) -> None:
    where = take_in(worker, asks="report trafficking, Karachi")
    free = worker.get(where).text
    assert "Answers the need for" in free
    assert "Its own officials are accused." not in free
    do(worker, where, "edit", **{**INTAKE, "asks": "report trafficking, Karachi", "accused": ["fia", "police"]})
    page = worker.get(where).text
    assert "Its own officials are accused." in page
    assert "Nobody asked about the police" not in page


def test_a_case_worker_sees_cases_and_no_stories_and_a_reporter_the_other_way_round(running: Any, worker: Any) -> None:
    where = take_in(worker)
    reporter, administrator = running.user("Rep", Duty.REPORTER), running.user("Adm", Duty.ADMINISTRATOR)
    for browser in (reporter, administrator):
        for path in ("/cases", "/cases/new", where, f"{where}/share"):
            answer = browser.get(path)
            assert answer.status_code == 404, path
            assert NAME not in answer.text
            assert "River 4" not in answer.text
        assert 'href="/cases"' not in browser.get("/account").text
    assert worker.get("/").headers["location"] == "/cases"
    assert worker.get("/stories").status_code == 404


def test_who_may_only_read_is_shown_what_happened_and_not_who_it_is(running: Any, worker: Any) -> None:
    where = take_in(worker)
    other = running.user("Other", Duty.CASE_WORKER)
    assert other.get(where).status_code == 404
    worker.post(f"{where}/share", {"who": running.id_of("Other"), "right": "read"})
    page = other.get(where).text
    assert "Owes the owner" in page
    for secret in (NAME, "+92 300 0000000"):
        assert secret not in page
    answer = other.post(f"{where}/edit", {**INTAKE, "version": "1"})
    assert answer.status_code == 404
    assert other.post(f"{where}/send", {"version": "1", "reference": "x", "key": "y"}).status_code == 404
    worker.post(f"{where}/share", {"who": running.id_of("Other"), "right": "write"})
    assert NAME in other.get(where).text


def test_a_hand_over_needs_two_people_holds_what_was_agreed_and_comes_back_as_an_answer(
    running: Any, worker: Any, tmp_path: Path
) -> None:
    where, theirs = take_in(worker), make_key()
    body, reference = referred(worker, where)
    send = {"reference": reference, "key": public(theirs)}
    assert "V019" in do(worker, where, "send", 422, **send).text
    worker.post(f"{where}/ask", {"what": "case file"})
    worker.post(f"{where}/share", {"who": running.id_of("Lead"), "right": "read"})
    release = running.lead.get(f"{where}/share").text.split('name="release" value="')[1].partition('"')[0]
    assert running.lead.post(f"{where}/approve", {"release": release}).status_code == 303
    assert "H027" in do(worker, where, "send", 422, **{**send, "key": "age1nonsense"}).text
    answer = do(worker, where, "send", 200, **send)
    assert NAME not in answer.headers["content-disposition"]
    packet = unsealed(answer.content, theirs, date(2027, 1, 16))
    assert packet["recipient"] == body
    assert packet["fields"] == {"prs_FirstName": NAME, "vic_DetailsOfVulnerabilities": "Owes the owner of a kiln."}
    assert "H015" in do(worker, where, "send", 422, **send).text, "once is once"

    page = worker.get(where).text
    upload = {"data": {"version": version(page)}}
    forged = answer_file(packet, make_key(), State.ACCEPTED, date(2027, 1, 16), tmp_path)
    refused = worker.ask("POST", f"{where}/answer", **upload, files={"file": ("a.age", forged.read_bytes())})
    assert "H039" in refused.text
    assert version(worker.get(where).text) == version(page)
    forged.unlink()
    reply = answer_file(packet, theirs, State.ACCEPTED, date(2027, 1, 16), tmp_path).read_bytes()
    sent = worker.ask("POST", f"{where}/answer", **upload, files={"file": ("a.age", reply)})
    assert sent.status_code == 303, sent.text
    assert "accepted" in worker.get(where).text
    log = [e.detail for e in audit.entries(running.state.open_vault())]
    assert {"hand-over", "referral answered"} <= set(log)
    assert not any(NAME in line for line in log)


@pytest.mark.parametrize("content", [b"", b"no file of ours", b"age-encryption.org/v1\n"])
def test_a_file_that_is_no_answer_is_told_and_changes_nothing(worker: Any, content: bytes) -> None:
    where = take_in(worker)
    referred(worker, where)
    page = worker.get(where).text
    answer = worker.ask("POST", f"{where}/answer", data={"version": version(page)}, files={"file": ("a.age", content)})
    assert "H028" in answer.text
    assert version(worker.get(where).text) == version(page)


def test_an_answer_for_another_case_is_not_taken(worker: Any) -> None:
    where = take_in(worker)
    referred(worker, where)
    page = worker.get(where).text
    key = page.split('class="secret" dir="ltr">')[1].partition("<")[0]
    told = {"form": "amanat-referral-1-answer", "reference": "f" * 16, "state": "accepted", "on": "2027-01-16"}
    reply = seal(json.dumps(told).encode(), [key])
    answer = worker.ask("POST", f"{where}/answer", data={"version": version(page)}, files={"file": ("a", reply)})
    assert "W023" in answer.text


def test_consent_taken_back_ends_the_hand_over(worker: Any) -> None:
    where = take_in(worker)
    _, reference = referred(worker, where)
    do(worker, where, "take-back", consent="1")
    page = worker.get(where).text
    assert "revoked" in page
    assert "taken back on" in page
    assert "H015" in do(worker, where, "send", 422, reference=reference, key=public(make_key())).text
    assert "W010" in do(worker, where, "take-back", 422, consent="9").text


def test_a_consent_to_nothing_or_to_nobody_is_none(worker: Any) -> None:
    where = take_in(worker)
    body = offered(worker.get(where).text)
    assert "W022" in do(worker, where, "agree", 422, recipient=body, **{**AGREED, "field": ["nonsense"]}).text
    assert "W010" in do(worker, where, "agree", 422, recipient="pk-none", **AGREED).text
    assert "W010" in do(worker, where, "agree", 422, recipient=body, **{**AGREED, "purpose": "x"}).text
    for state in ("sent", "nonsense"):
        assert "W010" in do(worker, where, "step", 422, reference="x", state=state).text


def test_nothing_ends_in_silence(running: Any, worker: Any) -> None:
    lone = running.lead
    where = take_in(worker)
    _, reference = referred(worker, where)
    worker.post(f"{where}/ask", {"what": "case file"})
    worker.post(f"{where}/share", {"who": running.id_of("Lead"), "right": "read"})
    release = lone.get(f"{where}/share").text.split('name="release" value="')[1].partition('"')[0]
    lone.post(f"{where}/approve", {"release": release})
    do(worker, where, "send", 200, reference=reference, key=public(make_key()))
    for days, words in ((0, ""), (3, "ask whether it arrived"), (10, "no answer: ask another body")):
        running.clock.time += days * DAY
        worker.sign_in("Worker", "seven quiet boats at dawn Worker")
        page = worker.get("/cases").text
        assert (words in page) if words else ('id="due"' not in page)
    do(worker, where, "step", reference=reference, state="no_answer")
    assert "no answer: ask another body" not in worker.get("/cases").text
    running.clock.time += 80 * DAY
    worker.sign_in("Worker", "seven quiet boats at dawn Worker")
    assert "the consent has ended" in worker.get("/cases").text


def test_two_case_workers_the_second_is_told(worker: Any) -> None:
    where = take_in(worker)
    page = version(worker.get(where).text)
    do(worker, where, "edit", **{**INTAKE, "asks": "shelter, Karachi"})
    answer = worker.post(f"{where}/edit", {**INTAKE, "version": page})
    assert answer.status_code == 409
    assert "shelter, Karachi" in worker.get(where).text


def test_a_story_is_no_case_and_a_case_no_story(running: Any) -> None:
    story, where = running.lead.hand_in(), take_in(running.lead)
    assert running.lead.get(f"/cases/{story}").status_code == 404
    assert running.lead.get(where.replace("cases", "stories")).status_code == 404


def test_a_shredded_case_is_gone(worker: Any) -> None:
    where = take_in(worker)
    assert "W016" in worker.post(f"{where}/shred").text
    assert worker.post(f"{where}/shred", {"sure": "yes"}).headers["location"] == "/cases"
    assert worker.get(where).status_code == 404
