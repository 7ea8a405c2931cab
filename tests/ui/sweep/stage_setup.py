"""Puts every state of the set-up's window on the stage."""

from __future__ import annotations

from tests.ui.states_setup import setup_states
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.configurations import Configuration
from tests.ui.sweep.findings import Finding
from tests.ui.sweep.judge import Judge, LookAt, set_up
from ui.setup.wizard import SetupWizard
from ui.staff.screen import StaffKit
from ui.theme.tokens import Audience


class SetupStage:
    """A window of its own for every state, since pages keep what was typed."""

    def __init__(self, configuration: Configuration, look_at: LookAt) -> None:
        self._look_at = look_at
        self._name = configuration.name
        self._kit = StaffKit(configuration.theme(Audience.STAFF), configuration.translator())

    def sweep(self) -> list[Finding]:
        """Show and judge everything; the windows are gone afterwards."""
        set_up(self._kit.theme)
        findings: list[Finding] = []
        for state, name, model in setup_states(self._kit):
            if state.startswith(self._look_at.wanted):
                window = SetupWizard(self._kit)
                metrics = self._kit.theme.metrics
                window.resize(metrics.width_px, metrics.height_px)
                judge = Judge(window, self._kit.theme, self._name, self._look_at.pictures)
                with judge:
                    window.show_page(name, model)
                    window.show()
                    judge.look(state)
                former = Former(window)
                window.close()
                window.deleteLater()
                judge.note_leftovers(f"closed {state}", former)
                findings += judge.findings
        return findings
