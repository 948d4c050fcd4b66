"""Ways into a store: right ones open, wrong ones do not, and the file beside the store opens nothing by itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import StoreError
from amanat.store.keys import Cost, Keys, load, new_locks, save

CHEAP = Cost(1, 8 * 1024)
PHRASE = "seven quiet boats at dawn"


def test_a_passphrase_opens_and_its_letters_may_be_composed_either_way() -> None:
    locks, keys = new_locks()
    locks = locks.with_passphrase(keys, "Zoé", "r\u00e9sum\u00e9 under the old bridge", CHEAP)
    assert locks.open(" ZOÉ ", "re\u0301sume\u0301 under the old bridge") == keys


@pytest.mark.parametrize(("who", "phrase"), [("lead", "seven quiet boats at dusk"), ("nobody", PHRASE), ("", "")])
def test_wrong_ones_get_one_answer(who: str, phrase: str) -> None:
    locks, keys = new_locks()
    locks = locks.with_passphrase(keys, "lead", PHRASE, CHEAP)
    with pytest.raises(StoreError, match="V002: this name and passphrase do not open the store"):
        locks.open(who, phrase)


def test_a_new_passphrase_replaces_the_old_and_others_stay() -> None:
    locks, keys = new_locks()
    locks = locks.with_passphrase(keys, "a", PHRASE, CHEAP).with_passphrase(keys, "b", PHRASE + "!", CHEAP)
    locks = locks.with_passphrase(keys, "a", "another long passphrase", CHEAP)
    with pytest.raises(StoreError, match="V002"):
        locks.open("a", PHRASE)
    assert locks.open("a", "another long passphrase") == locks.open("b", PHRASE + "!") == keys
    with pytest.raises(StoreError, match="V002"):
        locks.without("b").open("b", PHRASE + "!")


def test_short_ones_are_refused() -> None:
    locks, keys = new_locks()
    with pytest.raises(StoreError, match="V005"):
        locks.with_passphrase(keys, "a", "short" + " " * 20, CHEAP)


def test_the_real_cost_is_that_of_the_note() -> None:
    assert Cost() == Cost(passes=3, memory=128 * 1024)


def test_the_file_holds_no_key_and_no_name(tmp_path: Path) -> None:
    locks, keys = new_locks()
    save(locks.with_passphrase(keys, "Nadia Example", PHRASE, CHEAP), tmp_path / "vault.json")
    content = (tmp_path / "vault.json").read_bytes()
    assert keys.master.hex().encode() not in content
    assert b"nadia" not in content.lower()
    assert (tmp_path / "vault.json").stat().st_mode & 0o777 == 0o600
    assert load(tmp_path / "vault.json").open("Nadia Example", PHRASE) == keys


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"store": "zz", "slots": []}', b'{"store": "00", "slots": [1]}']
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.json").write_bytes(content)
    with pytest.raises(StoreError, match="V004"):
        load(tmp_path / "vault.json")


def test_a_slot_moved_to_another_store_opens_nothing(tmp_path: Path) -> None:
    one, keys = new_locks()
    one = one.with_passphrase(keys, "a", PHRASE, CHEAP)
    two, other = new_locks()
    save(two.with_passphrase(other, "a", "a passphrase of its own", CHEAP), tmp_path / "v")
    content = json.loads((tmp_path / "v").read_text())
    content["slots"][0]["wrapped"] = one.slots[0].wrapped
    content["slots"][0]["salt"] = one.slots[0].salt
    (tmp_path / "v").write_text(json.dumps(content))
    with pytest.raises(StoreError, match="V002"):
        load(tmp_path / "v").open("a", PHRASE)


@given(st.text(), st.text())
def test_keys_of_purposes_and_indexes_differ(one: str, two: str) -> None:
    keys = Keys(b"k" * 32)
    assert keys.of("records") != keys.of("audit")
    assert keys.index("label", one) != keys.index("digest", one)
    assert keys.index("label", one) != Keys(b"l" * 32).index("label", one)
    assert repr(keys) == "Keys()"
    if one != two and one.isascii() and two.isascii():
        assert keys.index("label", one) != keys.index("label", two)


@pytest.fixture
def ring() -> Iterator[dict[tuple[str, str], str]]:
    """A keyring in memory, as a desktop has one."""
    import keyring  # noqa: PLC0415
    from keyring.backend import KeyringBackend  # noqa: PLC0415

    held: dict[tuple[str, str], str] = {}

    class InMemory(KeyringBackend):
        priority = 1  # type: ignore[assignment]

        def set_password(self, service: str, username: str, password: str) -> None:
            held[service, username] = password

        def get_password(self, service: str, username: str) -> str | None:
            return held.get((service, username))

    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    yield held
    keyring.set_keyring(before)


def test_a_keyring_opens_and_holds_no_master(ring: dict[tuple[str, str], str]) -> None:
    locks, keys = new_locks()
    locks = locks.with_keyring(keys)
    assert locks.open_by_keyring() == keys
    assert keys.master.hex() not in str(ring)
    ring.clear()
    with pytest.raises(StoreError, match="V006"):
        locks.open_by_keyring()


def test_a_machine_without_a_keyring_says_so_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring  # noqa: PLC0415
    from keyring.backends.fail import Keyring  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    try:
        locks, keys = new_locks()
        with pytest.raises(StoreError, match="V006"):
            locks.with_keyring(keys)
    finally:
        keyring.set_keyring(before)
    assert not list(tmp_path.iterdir())
