"""Which pages of the web may be seen at the kiosk, and for which procedures there is one.

The list of hosts is the office's; what stands here is how it is read and what it starts from. A
plain entry means that host alone; `*.` before it takes in everything below it too. The list holds
for pages, for the frames in them, and for what they load.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.procedure import Channel, Procedure
from kiosk.domain.web_address import HTTPS_PORT, WebAddress, read_address, read_host
from kiosk.domain.words import N_

PORTAL_HOME = "https://dichvucong.gov.vn/"
"""Where every guide begins: log in, then look the procedure up."""

WEB_CHANNELS = frozenset(
    {
        Channel.PORTAL,
        Channel.LINKED,
        Channel.HOUSEHOLD_BUSINESS,
        Channel.SOCIAL_INSURANCE,
        Channel.ID_CARD,
    }
)
"""Flows that go through a page of the web; the others are a telephone's or the counter's."""

_VIETNAM = frozenset({"vn"})
_SHARED = frozenset(
    {
        "ac",
        "ai",
        "biz",
        "com",
        "edu",
        "gov",
        "health",
        "id",
        "info",
        "int",
        "io",
        "name",
        "net",
        "org",
    }
)
"""Second levels below .vn that belong to many owners: `*.gov.vn` would be half the state."""


class HostProblem(StrEnum):
    """Why an entry of the list is not taken."""

    UNREADABLE = "unreadable"
    TOO_WIDE = "too_wide"


HOST_PROBLEM_LABELS = {
    HostProblem.UNREADABLE: N_("“{entry}” chưa phải tên một trang. Ví dụ: dichvucong.gov.vn"),
    HostProblem.TOO_WIDE: N_("“{entry}” gồm quá nhiều trang. Ghi rõ tên trang hơn."),
}


@dataclass(frozen=True, slots=True)
class HostRule:
    """One entry: a host, and whether everything below it is meant as well."""

    host: str
    with_below: bool = False
    port: int = HTTPS_PORT

    def holds(self, address: WebAddress) -> bool:
        """Return whether `address` lies at this host."""
        if address.port != self.port:
            return False
        below = self.with_below and address.host.endswith(f".{self.host}")
        return address.host == self.host or below

    def __str__(self) -> str:
        star = "*." if self.with_below else ""
        port = "" if self.port == HTTPS_PORT else f":{self.port}"
        return f"{star}{self.host}{port}"


def read_rule(entry: str) -> HostRule | HostProblem:
    """Read one entry; a whole address is taken for the host in it."""
    text = entry.strip()
    if "://" in text:
        address = read_address(text)
        return HostRule(address.host, port=address.port) if address else HostProblem.UNREADABLE
    with_below = text.startswith("*.")
    name, _colon, port = text.removeprefix("*.").partition(":")
    host = read_host(name)
    if not host or "." not in host or not (port or str(HTTPS_PORT)).isdecimal():
        return HostProblem.UNREADABLE
    if with_below and _is_shared(host):
        return HostProblem.TOO_WIDE
    return HostRule(host, with_below, int(port or HTTPS_PORT))


def _is_shared(host: str) -> bool:
    *_rest, second, top = host.split(".")
    return host.count(".") == 1 and top in _VIETNAM and second in _SHARED


@dataclass(frozen=True, slots=True)
class AllowList:
    """The hosts a citizen's page may come from, and what its pages may load."""

    rules: tuple[HostRule, ...]

    def may_open(self, url: str) -> bool:
        """Return whether a page or a frame may be at `url`, spelt out in ASCII."""
        address = read_address(url)
        return address is not None and address.scheme == "https" and self._holds(address)

    def may_load(self, url: str) -> bool:
        """Return whether a page may load something from `url`: files, scripts, sockets.

        What a page makes itself (`data:`, and `blob:` of an origin on the list) comes from nowhere.
        """
        scheme, _colon, rest = url.partition(":")
        if scheme.lower() == "data":
            return True
        address = read_address(rest if scheme.lower() == "blob" else url)
        return address is not None and self._holds(address)

    def with_host(self, site: str) -> AllowList:
        """Return the list with one host more, given as `WebAddress.site` tells it."""
        rule = read_rule(site)
        return replace(self, rules=(*self.rules, rule)) if isinstance(rule, HostRule) else self

    def _holds(self, address: WebAddress) -> bool:
        return any(rule.holds(address) for rule in self.rules)


def allow_list(entries: Iterable[str]) -> AllowList:
    """Return the list of these entries; what cannot be read allows nothing."""
    rules = (read_rule(entry) for entry in entries)
    return AllowList(tuple(rule for rule in rules if isinstance(rule, HostRule)))


DEFAULT_HOSTS = (
    "*.dichvucong.gov.vn",
    "*.vneid.gov.vn",
    "sso.dancuquocgia.gov.vn",
    "tokhaidientu.moj.gov.vn",
    "dichvucongnganhtuphap.moj.gov.vn",
)
"""The portal with its log-in, payment and linked sites; VNeID and the log-in of the population
database; the ministry of justice's forms, which the portal shows in a frame. Gateways of banks are
not among them: none could be found out from what is public, and each office knows its own."""

_SITE_NAMES = {
    HostRule("dichvucong.gov.vn", with_below=True): N_("Cổng Dịch vụ công quốc gia"),
    HostRule("vneid.gov.vn", with_below=True): N_("Trang của VNeID"),
    HostRule("sso.dancuquocgia.gov.vn"): N_("Đăng nhập bằng VNeID"),
    HostRule("tokhaidientu.moj.gov.vn"): N_("Tờ khai của Bộ Tư pháp"),
    HostRule("dichvucongnganhtuphap.moj.gov.vn"): N_("Trang của Bộ Tư pháp"),
}


def site_name(address: WebAddress) -> str:
    """Return what people call a site that the program knows, else its host."""
    known = (name for rule, name in _SITE_NAMES.items() if rule.holds(address))
    return next(known, address.site)


def goes_through_web(procedure: Procedure) -> bool:
    """Return whether the guide of this procedure walks through pages of the web."""
    return procedure.channel in WEB_CHANNELS and procedure.is_guided
