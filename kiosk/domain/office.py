"""The office itself: its name, hours and villages. Nothing here is invented by the program."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.words import N_


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """What slips and screens say about the office; `is_demo` marks a made-up one."""

    name: str
    desk: str
    address: str
    hotline: str
    hours: str
    is_demo: bool = False


EXAMPLE_OFFICE = OfficeProfile(
    name=N_("UBND xã Ứng Hòa"),
    desk=N_("Bộ phận Một cửa"),
    address=N_("Xã Ứng Hòa, thành phố Hà Nội"),
    hotline="",
    hours="",
)
"""Offered at first run as an example; everything is editable, no telephone number is invented."""


@dataclass(frozen=True, slots=True)
class Village:
    """A village (thôn) and whom to ask there; `km` is the distance from the office."""

    id: str
    name: str
    former_commune: str = ""
    head_name: str = ""
    head_phone: str = ""
    km: float | None = None
