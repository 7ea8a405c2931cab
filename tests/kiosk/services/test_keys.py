"""The office's key, its recovery sheet and the vault for personal texts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.slip_code import ALPHABET
from kiosk.services.keys import DpapiKeyStore, FileKeyStore, KeyRing, OfficeKey, open_key_store
from kiosk.services.paths import DataPaths
from kiosk.services.recovery import GROUPS, recovery_groups, secret_from_recovery
from kiosk.services.vault import AesGcmCipher
from tests.fakes import FakeKeyStore

SECRET = bytes(range(16))
GROUPS_OF_SECRET = recovery_groups(SECRET)


def test_the_derived_keys_differ_and_stay_the_same() -> None:
    key, again = OfficeKey.from_secret(SECRET), OfficeKey.from_secret(SECRET)
    assert key == again
    assert len({key.secret, key.person_key, key.slip_key}) == 3
    assert 0 <= key.office_tag < 2**16
    assert OfficeKey.from_secret(bytes(16)).check != key.check


def test_a_key_is_not_shown_by_accident() -> None:
    key = OfficeKey.from_secret(SECRET)
    assert str(key.person_key) not in repr(key)
    assert str(SECRET) not in repr(key)


def test_the_key_ring_makes_one_key_and_keeps_it() -> None:
    store = FakeKeyStore()
    ring = KeyRing(store)
    assert not ring.has_key()
    made = ring.create()
    assert KeyRing(store).key() == made
    with pytest.raises(BugError):
        ring.create()


def test_a_machine_without_key_says_what_to_do() -> None:
    with pytest.raises(KnownError) as refused:
        KeyRing(FakeKeyStore()).key()
    assert "phiếu khôi phục" in refused.value.cure


def test_the_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path / "data" / "office.key")
    assert store.load() is None
    store.save(SECRET)
    assert store.load() == SECRET
    assert (tmp_path / "data" / "office.key").stat().st_mode & 0o777 == 0o600


def test_a_damaged_key_file_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "office.key").write_bytes(b"short")
    with pytest.raises(KnownError, match=r"office\.key: 5 bytes"):
        FileKeyStore(tmp_path / "office.key").load()
    with pytest.raises(KnownError):
        FileKeyStore(tmp_path).load()


def test_a_key_that_cannot_be_saved_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "office.key").mkdir()
    with pytest.raises(KnownError, match="office key"):
        KeyRing(FileKeyStore(tmp_path / "office.key")).adopt(SECRET)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has DPAPI")
def test_dpapi_refuses_elsewhere(tmp_path: Path) -> None:
    store = DpapiKeyStore(tmp_path / "office.key")
    assert store.load() is None
    with pytest.raises(OSError, match="Windows only"):
        store.save(SECRET)
    (tmp_path / "office.key").write_bytes(b"wrapped")
    with pytest.raises(KnownError):
        store.load()


@pytest.mark.parametrize(
    ("platform", "demo", "kind"),
    [
        ("win32", False, DpapiKeyStore),
        ("win32", True, FileKeyStore),
        ("linux", False, FileKeyStore),
    ],
)
def test_the_key_store_fits_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, demo: bool, kind: type
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert type(open_key_store(DataPaths(tmp_path), demo=demo)) is kind


def test_the_recovery_sheet_brings_the_secret_back() -> None:
    for secret in (SECRET, bytes(16), b"\xff" * 16):
        groups = recovery_groups(secret)
        assert [len(group) for group in groups] == [5] * GROUPS
        assert secret_from_recovery("-".join(groups)) == secret
        assert secret_from_recovery(" ".join(groups).lower()) == secret


def test_letters_misread_for_digits_are_understood() -> None:
    typed = " ".join(recovery_groups(bytes(16))).replace("0", "O").replace("1", "I")
    assert "O" in typed
    assert secret_from_recovery(typed) == bytes(16)


@pytest.mark.parametrize("place", range(GROUPS))
def test_every_wrong_character_is_named_by_its_group(place: int) -> None:
    for at in range(5):
        for other in ALPHABET:
            groups = list(GROUPS_OF_SECRET)
            if other == groups[place][at]:
                continue
            groups[place] = groups[place][:at] + other + groups[place][at + 1 :]
            with pytest.raises(KnownError) as refused:
                secret_from_recovery("".join(groups))
            assert refused.value.fields == {"number": place + 1}


def test_swapped_groups_are_named() -> None:
    first, second, *rest = GROUPS_OF_SECRET
    with pytest.raises(KnownError) as refused:
        secret_from_recovery("".join((second, first, *rest)))
    assert refused.value.fields == {"number": 1}


@pytest.mark.parametrize(
    "typed", ["", "".join(GROUPS_OF_SECRET)[:-1], "".join(GROUPS_OF_SECRET) + "0"]
)
def test_a_wrong_count_is_told_as_such(typed: str) -> None:
    with pytest.raises(KnownError) as refused:
        secret_from_recovery(typed)
    assert refused.value.fields == {"wanted": 40, "count": len(typed)}


def test_an_unknown_letter_is_named_by_its_group() -> None:
    with pytest.raises(KnownError) as refused:
        secret_from_recovery("Đ" + "".join(GROUPS_OF_SECRET)[1:])
    assert refused.value.fields == {"number": 1}


def cipher(secret: bytes = SECRET) -> AesGcmCipher:
    return AesGcmCipher(lambda: OfficeKey.from_secret(secret).person_key)


def test_a_text_comes_back_and_never_looks_the_same_twice() -> None:
    vault = cipher()
    one, two = (vault.encrypt("Nguyễn Thị Hòa", "person/1/name") for _ in range(2))
    assert one != two
    assert "Hòa".encode() not in one
    assert vault.decrypt(one, "person/1/name") == "Nguyễn Thị Hòa"


@pytest.mark.parametrize("damage", ["context", "key", "bit", "short"])
def test_what_does_not_fit_is_not_opened(damage: str) -> None:
    data = cipher().encrypt("0912345678", "person/1/phone")
    context = "person/2/phone" if damage == "context" else "person/1/phone"
    vault = cipher(bytes(16)) if damage == "key" else cipher()
    if damage == "bit":
        data = data[:-1] + bytes([data[-1] ^ 1])
    if damage == "short":
        data = data[:5]
    with pytest.raises(KnownError) as refused:
        vault.decrypt(data, context)
    assert "0912345678" not in str(refused.value)
