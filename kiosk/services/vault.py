"""Encrypts the few personal texts before they reach the database: AES-256-GCM.

The context (row and column) is authenticated with the text, so that a value copied into another row
cannot be read there. What must be found again without being read gets a mark beside it: an
HMAC-SHA256 with a key of its own, derived from the office's.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

_NONCE_BYTES = 12
_MARK_KEY = b"dong-hanh-so/1/mark"


class AesGcmCipher:
    """A Cipher with the key asked for at each use: before set-up there is none yet."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def encrypt(self, text: str, context: str) -> bytes:
        """Return `text` encrypted, with its random nonce in front."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self._key()).encrypt(nonce, text.encode(), context.encode())

    def decrypt(self, data: bytes, context: str) -> str:
        """Return the text; raises KnownError when the key, the data or the context is another."""
        nonce, body = data[:_NONCE_BYTES], data[_NONCE_BYTES:]
        try:
            return AESGCM(self._key()).decrypt(nonce, body, context.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise KnownError(
                N_("Không mở được tên và số điện thoại đã lưu."),
                N_("Mở phần cài đặt và nhập phiếu khôi phục của xã."),
                f"cannot decrypt {context}",
            ) from error

    def mark(self, text: str, context: str) -> str:
        """Return the keyed hash of `text` as 64 hexadecimal characters, "" for no text."""
        if not text:
            return ""
        key = hmac.digest(self._key(), _MARK_KEY, "sha256")
        return hmac.digest(key, f"{context}\0{text}".encode(), "sha256").hex()
