"""Puts every set-up page on the stage, and the window that shows when nothing else can.

A set-up page keeps what was typed, so each state gets a wizard of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.ui.states_setup import setup_states
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.configurations import Configuration
from tests.ui.sweep.findings import Finding
from tests.ui.sweep.judge import Judge, LookAt, set_up
from ui.notice_window import NoticeWindow
from ui.setup.wizard import SetupWizard
from ui.staff.screen import StaffKit
from ui.theme.tokens import Audience

_NOTICES = {
    "notice-newer": (
        "Dữ liệu này do bản phần mềm mới hơn ghi.",
        ("Cài bản phần mềm mới hơn trên máy này, hoặc khôi phục bản sao lưu cũ hơn.",),
        "Đóng chương trình",
    ),
    "notice-pins": (
        "Bản dùng thử. Ghi lại các mã PIN này.",
        ("Mai: 482915", "Lan: 730264", "Tuấn: 915038", "Các mã chỉ hiện một lần."),
        "Đã ghi lại",
    ),
}


class SetupStage:
    """The set-up in one configuration, as the office's lead sees it."""

    def __init__(self, configuration: Configuration, look_at: LookAt) -> None:
        self._look_at = look_at
        self._name = configuration.name
        self._kit = StaffKit(configuration.theme(Audience.STAFF), configuration.translator())
        self._findings: list[Finding] = []

    def sweep(self) -> list[Finding]:
        """Show and judge everything; no window is left afterwards."""
        set_up(self._kit.theme)
        for state, window in self._windows():
            self._look(state, window)
        return self._findings

    def _windows(self) -> Iterator[tuple[str, QWidget]]:
        for state, name, model in setup_states(self._kit):
            if state.startswith(self._look_at.wanted):
                wizard = SetupWizard(self._kit)
                wizard.show_page(name, model)
                yield state, wizard
        t = self._kit.t
        for state, (title, lines, button) in _NOTICES.items():
            if state.startswith(self._look_at.wanted):
                texts = [t(line) for line in lines]
                yield state, NoticeWindow(self._kit, t(title), texts, t(button))

    def _look(self, state: str, window: QWidget) -> None:
        metrics = self._kit.theme.metrics
        window.resize(metrics.width_px, metrics.height_px)
        window.show()
        judge = Judge(window, self._kit.theme, self._name, self._look_at.pictures)
        with judge:
            judge.look(state)
        former = Former(window)
        window.close()
        window.deleteLater()
        judge.note_leftovers(state, former)
        self._findings += judge.findings
