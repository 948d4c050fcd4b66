from amanat.read.formats import reader_of, readers


def test_every_ending_has_one_reader() -> None:
    known = readers()
    assert {".txt", ".docx", ".odt", ".html", ".eml"} <= set(known)
    assert all(
        hasattr(module, "text") or hasattr(module, "flow") or hasattr(module, "document") for module in known.values()
    )


def test_an_ending_is_read_by_the_module_that_names_it() -> None:
    assert {ending: reader_of(ending) for ending in readers()} == readers()
    assert reader_of(".no-such-ending") is None
