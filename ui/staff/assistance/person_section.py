"""The person, but only once they have agreed on their own screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import AssistanceDraft, PersonDraft
from kiosk.domain.follow_up import FollowUpKind
from kiosk.domain.person import Purpose
from ui.staff.assistance.person_fields import PersonFields
from ui.staff.models import AssistanceModel
from ui.staff.screen import StaffKit
from ui.staff.wishes import LookWithCamera, PrintConsent
from ui.theme.tokens import TextRole, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

PURPOSES = {
    FollowUpKind.HOME_VISIT: (Purpose.HOME_VISIT, Purpose.CALL_BACK),
    FollowUpKind.PHONE_CALL: (Purpose.CALL_BACK,),
}
"""What is asked for each kind that needs a person; the first one is the one it cannot do without.

Whoever is visited is called beforehand, so that is asked too; refusing it alone hinders nothing.
"""


class ConsentState(Enum):
    """Whether the person block may be filled in."""

    NOT_NEEDED = auto()
    NO_VISIT = auto()
    NO_RECOVERY_SHEET = auto()
    NOT_ASKED = auto()
    ASKING = auto()
    REFUSED = auto()
    GRANTED = auto()


def consent_state(model: AssistanceModel, kind: FollowUpKind | None) -> ConsentState:
    """Return where consent stands for a kind of follow-up; the newest answer counts."""
    if kind is None or kind not in PURPOSES:
        return ConsentState.NOT_NEEDED
    if model.call is None:
        return ConsentState.NO_VISIT
    if not model.recovery_confirmed:
        return ConsentState.NO_RECOVERY_SHEET
    needed = PURPOSES[kind][0]
    answers = [consent for consent in model.consents if consent.purpose is needed]
    if answers and max(answers, key=lambda consent: consent.at).granted:
        return ConsentState.GRANTED
    if model.is_asking_consent:
        return ConsentState.ASKING
    return ConsentState.REFUSED if answers else ConsentState.NOT_ASKED


class PersonSection(QWidget):
    """Signals: `changed`, `wants_village`, `asked(purposes)` for the citizen's screen, `wished`."""

    changed = Signal()
    wants_village = Signal()
    asked = Signal(object)
    wished = Signal(object)

    def __init__(
        self, kit: StaffKit, model: AssistanceModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._names = model.names
        self._draft = model.draft.person
        self._has_camera = model.has_camera
        self._kind: FollowUpKind | None = None
        self._state: ConsentState | None = None
        self._fields: PersonFields | None = None
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.gap)
        self._problem = Notice(kit.theme, "", "warning-circle", Tone.RED)
        self._column.addWidget(self._problem)
        self._problem.hide()

    @property
    def state(self) -> ConsentState | None:
        """Where consent stands as shown."""
        return self._state

    @property
    def village_id(self) -> str:
        """The village chosen, "" for none."""
        return self._fields.village_id if self._fields else self._draft.village_id

    def set_village(self, village_id: str) -> None:
        """Take over a village chosen in the picker."""
        if self._fields is not None:
            self._fields.set_village(village_id)

    def fill(self, person: PersonDraft) -> None:
        """Take over what a card or a stored person says, where consent allows any of it."""
        if self._fields is not None:
            self._fields.fill(person)
        elif self._state is not ConsentState.REFUSED:
            self._draft = person

    def forget_card(self) -> None:
        """Let go of the card; what was typed stays."""
        if self._fields is not None:
            self._fields.forget_card()
        else:
            self._draft = replace(self._draft, card_mark="", person_id="")

    def show_consent(self, model: AssistanceModel, kind: FollowUpKind | None) -> None:
        """Show what consent allows now; what was typed stays while it is granted."""
        state = consent_state(model, kind)
        if state is self._state and kind is self._kind:
            return
        self._draft = self._person()
        self._state, self._kind, self._fields = state, kind, None
        self._replace(self._content(state))

    def apply(self, draft: AssistanceDraft) -> AssistanceDraft:
        """Return the draft with the person, as far as consent allows."""
        granted = self._state is ConsentState.GRANTED
        return replace(draft, person=self._person() if granted else PersonDraft())

    def show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each sentence at its field; return whether one of them is here."""
        consent = problems.get("consent", "")
        self._problem.set_text(consent)
        self._problem.setVisible(bool(consent))
        typed = self._fields.show_problems(problems) if self._fields else False
        return bool(consent) or typed

    def _person(self) -> PersonDraft:
        return self._fields.value() if self._fields else self._draft

    def _replace(self, content: QWidget) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._column.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = content
        self._column.addWidget(content, 1)

    def _content(self, state: ConsentState) -> QWidget:
        if state is ConsentState.GRANTED:
            return self._make_fields()
        if state is ConsentState.ASKING:
            return self._waiting()
        t = self._kit.t
        texts = {
            ConsentState.NOT_NEEDED: (
                "info",
                t("Việc hẹn này không cần ghi tên."),
                t("Phiếu hẹn vẫn có mã để mở lại."),
            ),
            ConsentState.NO_VISIT: (
                "hand-palm",
                t("Người dân cần đồng ý trên màn hình của máy."),
                t("Mời người dân bấm “Tôi cần giúp đỡ” ở máy, rồi nhận lời gọi."),
            ),
            ConsentState.NO_RECOVERY_SHEET: (
                "shield-warning",
                t("Chưa ghi được tên người dân."),
                t("Lãnh đạo văn phòng cần xác nhận phiếu khôi phục trước."),
            ),
            ConsentState.NOT_ASKED: (
                "hand-palm",
                t("Người dân cần đồng ý trước khi ghi tên."),
                t("Câu hỏi hiện trên màn hình người dân, hai nút bằng nhau."),
            ),
            ConsentState.REFUSED: (
                "hand-palm",
                t("Người dân không đồng ý ghi tên."),
                t("Chọn cách hẹn khác. Người dân vẫn được giúp như thường."),
            ),
        }
        icon, title, text = texts[state]
        return MessagePanel(self._kit.theme, icon, title, text, self._actions(state))

    def _actions(self, state: ConsentState) -> list[QWidget]:
        if state not in (ConsentState.NOT_ASKED, ConsentState.REFUSED):
            return []
        first = state is ConsentState.NOT_ASKED
        ask = TouchButton(
            self._kit.theme,
            self._kit.t("Hỏi ý kiến trên màn hình người dân")
            if first
            else self._kit.t("Người dân muốn trả lời lại"),
            icon="monitor-arrow-up",
            kind=ButtonKind.PRIMARY if first else ButtonKind.QUIET,
        )
        ask.activated.connect(self._on_ask)
        return [ask]

    def _waiting(self) -> QWidget:
        busy = BusyNotice(self._kit.theme, self._kit.t("Đang chờ người dân trả lời trên màn hình."))
        busy.show()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(busy)
        column.addStretch(1)
        return holder

    def _make_fields(self) -> QWidget:
        self._fields = PersonFields(self._kit, self._names, self._draft, self._card_actions())
        self._fields.changed.connect(self.changed)
        self._fields.wants_village.connect(self.wants_village)
        return self._fields

    def _card_actions(self) -> list[QWidget]:
        theme, t = self._kit.theme, self._kit.t
        offered: list[tuple[str, str, object]] = [(t("In tờ đồng ý"), "printer", PrintConsent())]
        if self._has_camera:
            offered.insert(0, (t("Quét thẻ bằng camera"), "camera", LookWithCamera()))
        buttons = [TouchButton(theme, text, icon=icon, payload=w) for text, icon, w in offered]
        for button in buttons:
            button.activated_with.connect(self.wished)
        return [TextBlock(theme, t("Quét căn cước là điền sẵn."), TextRole.CAPTION), *buttons]

    @Slot()
    def _on_ask(self) -> None:
        if self._kind in PURPOSES:
            self.asked.emit(PURPOSES[self._kind])
