"""The demonstration office: clearly marked, in a data folder of its own, with random PINs.

Its office and villages are made up and say so in their names, and every screen carries the mark.
The PINs are random like any issued ones and are shown once; whoever lost them deletes the folder.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.app import Office
from kiosk.domain.office import OfficeProfile
from kiosk.services.pins import issue_pin
from kiosk.services.villages import check_village

DEMO_PROFILE = OfficeProfile(
    name="UBND xã Ví Dụ (dùng thử)",
    desk="Bộ phận Một cửa",
    address="Xã Ví Dụ, thành phố Hà Nội",
    hotline="",
    hours="Thứ Hai đến thứ Sáu: 8:00 – 11:30, 13:30 – 17:00",
    is_demo=True,
)
DEMO_VILLAGES = ("Thôn Ví Dụ 1", "Thôn Ví Dụ 2", "Thôn Ví Dụ 3")
DEMO_LEAD = "Mai"
DEMO_SUPPORTERS = ("Lan", "Tuấn")


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A demonstration account and its PIN, to be shown once."""

    name: str
    pin: str


def set_up_demo(office: Office) -> tuple[DemoAccount, ...]:
    """Set the demonstration office up; return its accounts, or nothing when it already was."""
    if office.setup.is_set_up():
        return ()
    office.setup.save_profile(DEMO_PROFILE)
    office.setup.save_villages(check_village(name) for name in DEMO_VILLAGES)
    groups = office.setup.make_key()
    office.setup.confirm_recovery(" ".join(groups))
    lead_pin = issue_pin()
    lead = office.accounts.add_lead(DEMO_LEAD, lead_pin, lead_pin)
    issued = [office.accounts.add_supporter(name, lead) for name in DEMO_SUPPORTERS]
    office.setup.finish(lead)
    supporters = (DemoAccount(one.staff.name, one.pin) for one in issued)
    return (DemoAccount(lead.name, lead_pin), *supporters)
