from amanat.read.formats import readers


def test_every_ending_has_one_reader() -> None:
    known = readers()
    assert {".txt", ".docx", ".odt", ".html", ".eml"} <= set(known)
    assert all(
        hasattr(module, "text") or hasattr(module, "flow") or hasattr(module, "document") for module in known.values()
    )
