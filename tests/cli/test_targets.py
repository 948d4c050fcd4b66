from pathlib import Path

from amanat.cli.targets import Targets


def test_beside_the_story() -> None:
    assert Targets(None).of("a/b.txt", "review.html", beside=True) == Path("a/b.review.html")


def test_in_the_folder_asked_for() -> None:
    assert Targets(Path("out")).of("a/b.txt", "review.html", beside=False) == Path("out/b.review.html")


def test_no_place_for_standard_input_or_what_may_not_lie_beside() -> None:
    assert Targets(None).of("-", "review.html", beside=True) is None
    assert Targets(None).of("a.txt", "review.json", beside=False) is None


def test_no_two_files_of_a_call_get_the_same_name() -> None:
    targets = Targets(Path("out"))
    given = [targets.of(name, "review.html", beside=True) for name in ("a/s.txt", "b/s.txt", "c/s.md", "a/s-2.txt")]
    assert [str(path) for path in given] == [
        "out/s.review.html",
        "out/s-2.review.html",
        "out/s-3.review.html",
        "out/s-2-2.review.html",
    ]
