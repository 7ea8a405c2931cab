"""Every screen in the full product of panels, sizes, contrasts, scalings and strings.

Too long for every run: `make sweep` runs it.
"""

from __future__ import annotations

import pytest

from tests.ui.sweep.configurations import CITIZEN_ALL, STAFF_ALL
from tests.ui.sweep.findings import report
from tests.ui.sweep.run import sweep_apart

pytestmark = pytest.mark.sweep


@pytest.mark.parametrize("configuration", CITIZEN_ALL)
def test_the_citizens_screens_keep_every_rule(configuration: str) -> None:
    findings = sweep_apart("citizen", configuration)

    assert not findings, report(findings)


@pytest.mark.parametrize("configuration", STAFF_ALL)
def test_the_staff_console_keeps_every_rule(configuration: str) -> None:
    findings = sweep_apart("staff", configuration)

    assert not findings, report(findings)


@pytest.mark.parametrize("configuration", STAFF_ALL)
def test_the_set_up_keeps_every_rule(configuration: str) -> None:
    findings = sweep_apart("setup", configuration)

    assert not findings, report(findings)
