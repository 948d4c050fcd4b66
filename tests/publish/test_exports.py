import sys
from pathlib import Path

import pytest

from amanat.core import Edition, UsageError
from amanat.publish.exports import export, exports


def test_ours_are_found() -> None:
    assert {"txt", "html"} <= set(exports())


def test_text_is_the_text(safe: Edition) -> None:
    assert export(safe, "txt") == safe.text.encode()


def test_an_unknown_form_is_refused(safe: Edition) -> None:
    with pytest.raises(UsageError) as caught:
        export(safe, "docm")
    assert caught.value.code == "U004"


def test_a_new_export_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safe: Edition) -> None:
    folder = tmp_path / "forms_of_ours"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "shout.py").write_text(
        "SUFFIX = 'loud'\ndef write(edition):\n    return edition.text.upper().encode()\n", "utf-8"
    )
    (folder / "no_export.py").write_text("SUFFIX = 'none'\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found = exports("forms_of_ours", (str(folder),))
    assert {suffix: form.write(safe) for suffix, form in found.items()} == {"loud": b"[GIRL 1], 13, WAS FREED."}
    for name in [n for n in sys.modules if n.startswith("forms_of_ours")]:
        del sys.modules[name]


def test_a_new_file_in_our_own_folder_is_found(house: Path) -> None:
    files = {p.stem for p in (house / "publish").glob("*.py") if "\nSUFFIX = " in p.read_text("utf-8")}
    assert len(exports()) == len(files)
