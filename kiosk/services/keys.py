"""The office's key: one secret per database, kept on this machine outside of it.

From the 16-byte secret HKDF derives what is used: the key for persons, the key that signs slips,
the tag that tells this office's slips from another's, and a check value that the database may know.
The secret lies in a 0600 file, or on Windows in a blob that only this machine can open (DPAPI).
"""

from __future__ import annotations

import ctypes
import secrets
import sys
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from kiosk.services.paths import DataPaths
from kiosk.services.ports import KeyStore
from kiosk.services.recovery import SECRET_BYTES

_CRYPTPROTECT_UI_FORBIDDEN = 0x1
_CRYPTPROTECT_LOCAL_MACHINE = 0x4


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """What is derived from the office's secret; never shown, never logged."""

    secret: bytes = field(repr=False)
    person_key: bytes = field(repr=False)
    slip_key: bytes = field(repr=False)
    office_tag: int
    check: str

    @staticmethod
    def from_secret(secret: bytes) -> OfficeKey:
        """Return the keys of a 16-byte `secret`."""
        return OfficeKey(
            secret=secret,
            person_key=_derived(secret, "person", 32),
            slip_key=_derived(secret, "slip", 32),
            office_tag=int.from_bytes(_derived(secret, "office tag", 2), "big"),
            check=_derived(secret, "check", 8).hex(),
        )


def _derived(secret: bytes, use: str, length: int) -> bytes:
    info = f"dong-hanh-so/1/{use}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=None, info=info).derive(secret)


class KeyRing:
    """The office's key as the program uses it; read from the machine once."""

    def __init__(self, key_store: KeyStore) -> None:
        self._key_store = key_store
        self._key: OfficeKey | None = None

    def has_key(self) -> bool:
        """Return whether this machine holds a secret."""
        return self._loaded() is not None

    def key(self) -> OfficeKey:
        """Return the office's key; raises KnownError when this machine has none."""
        key = self._loaded()
        if key is None:
            raise KnownError(
                N_("Máy này chưa có khóa của xã."),
                N_("Mở phần cài đặt và nhập phiếu khôi phục."),
                "no office key on this machine",
            )
        return key

    def create(self) -> OfficeKey:
        """Make and keep a new secret; there must be none yet."""
        if self.has_key():
            raise BugError("a second key would make stored persons unreadable")
        return self.adopt(secrets.token_bytes(SECRET_BYTES))

    def adopt(self, secret: bytes) -> OfficeKey:
        """Keep `secret` on this machine and return its keys; raises KnownError on a full disk."""
        try:
            self._key_store.save(secret)
        except OSError as error:
            raise KnownError(
                N_("Chưa lưu được khóa của xã trên máy này."),
                N_("Kiểm tra ổ đĩa còn chỗ và quyền ghi, rồi thử lại."),
                f"office key: {error}",
            ) from error
        self._key = OfficeKey.from_secret(secret)
        return self._key

    def _loaded(self) -> OfficeKey | None:
        if self._key is None:
            secret = self._key_store.load()
            self._key = OfficeKey.from_secret(secret) if secret else None
        return self._key


def _whole(secret: bytes, path: Path) -> bytes:
    if len(secret) == SECRET_BYTES:
        return secret
    raise _unreadable(path, f"{len(secret)} bytes")


def _unreadable(path: Path, reason: object) -> KnownError:
    return KnownError(
        N_("Không đọc được khóa của xã trên máy này."),
        N_("Mở phần cài đặt và nhập phiếu khôi phục."),
        f"{path.name}: {reason}",
    )


class FileKeyStore:
    """Keeps the secret in a file that only its owner may read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> bytes | None:
        """Return the secret, or None when there is none; raises KnownError when it is damaged."""
        try:
            return _whole(self._path.read_bytes(), self._path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unreadable(self._path, error.strerror) from error

    def save(self, secret: bytes) -> None:
        """Write the secret; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(self._path, secret, mode=0o600)


class _Blob(ctypes.Structure):
    """DATA_BLOB of wincrypt.h."""

    _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))


class DpapiKeyStore:
    """Keeps the secret wrapped by Windows for this machine (DPAPI, machine scope)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> bytes | None:
        """Return the secret, or None when there is none; raises KnownError when Windows refuses."""
        try:
            wrapped = self._path.read_bytes()
            return _whole(_dpapi("CryptUnprotectData", wrapped), self._path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unreadable(self._path, error) from error

    def save(self, secret: bytes) -> None:
        """Wrap and write the secret; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(self._path, _dpapi("CryptProtectData", secret), mode=0o600)


def _dpapi(function: str, data: bytes) -> bytes:
    """Call CryptProtectData or CryptUnprotectData on `data`; raises OSError."""
    if sys.platform == "win32":
        buffer = ctypes.create_string_buffer(data, len(data))
        given = _Blob(len(data), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)))
        got = _Blob()
        flags = _CRYPTPROTECT_UI_FORBIDDEN | _CRYPTPROTECT_LOCAL_MACHINE
        call = getattr(ctypes.windll.crypt32, function)
        if not call(ctypes.byref(given), None, None, None, None, flags, ctypes.byref(got)):
            raise ctypes.WinError()
        try:
            return ctypes.string_at(got.data, got.size)
        finally:
            ctypes.windll.kernel32.LocalFree(got.data)
    raise OSError(f"{function} exists on Windows only")


def open_key_store(paths: DataPaths, *, demo: bool) -> KeyStore:
    """Return the key store of this machine; a demonstration keeps a plain key file."""
    if sys.platform == "win32" and not demo:
        return DpapiKeyStore(paths.key_file)
    return FileKeyStore(paths.key_file)
