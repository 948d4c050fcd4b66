import io
import zipfile

from amanat.publish.packed import packed


def test_the_same_parts_are_the_same_bytes_in_the_order_given() -> None:
    parts = {"b": "one", "a": "لڑکی"}
    data = packed(parts)
    assert data == packed(dict(parts))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == ["b", "a"]
        assert {m.date_time for m in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {m.compress_type for m in file.infolist()} == {zipfile.ZIP_STORED}
        assert file.read("a").decode() == "لڑکی"
