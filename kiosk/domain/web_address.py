"""Addresses of the web, read strictly: what is not plainly a host is no address.

A browser forgives much when it reads an address, and every kindness is a way round a list of hosts.
So whoever asks here passes the address as the browser itself spells it out (ASCII throughout), and
anything odd (a user name before the host, a backslash, a percent sign in the host) is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HTTPS_PORT = 443
"""Left out of addresses, because it goes without saying."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_ADDRESS = re.compile(r"(?P<scheme>https|wss)://(?P<place>[^/?#]*)(?P<path>/[^?#]*)?(?:[?#].*)?")
_PLACE = re.compile(rf"(?P<host>{_HOST.pattern})\.?(?::(?P<port>[0-9]{{1,5}}))?")
_LONGEST_HOST = 253


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Host, port and path of an encrypted page. It has no room for a query: that is personal."""

    scheme: str
    host: str
    port: int = HTTPS_PORT
    path: str = "/"

    @property
    def site(self) -> str:
        """Return the host as people read it, with its port where that is unusual."""
        return self.host if self.port == HTTPS_PORT else f"{self.host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.site}{self.path}"


def read_address(text: str) -> WebAddress | None:
    """Return the address of an encrypted page or socket, or None for everything else."""
    if not text.isascii() or "\\" in text or any(ord(letter) <= 0x20 for letter in text):
        return None
    whole = _ADDRESS.fullmatch(_with_small_scheme(text))
    place = _PLACE.fullmatch(whole["place"].lower()) if whole else None
    if whole is None or place is None or len(place["host"]) > _LONGEST_HOST:
        return None
    port = int(place["port"] or HTTPS_PORT)
    if not 0 < port < 0x10000:
        return None
    return WebAddress(whole["scheme"], place["host"], port, whole["path"] or "/")


def read_host(text: str) -> str:
    """Return a host in ASCII (`xn--…` where it has other letters), or "" when it is none."""
    try:
        host = text.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return host if _HOST.fullmatch(host) and len(host) <= _LONGEST_HOST else ""


def _with_small_scheme(text: str) -> str:
    scheme, colon, rest = text.partition(":")
    return f"{scheme.lower()}{colon}{rest}"
