"""The panel of keys: rows across the whole width, in millimetres, and what each key does.

It never takes the focus. Keys are as large as the audience needs them: 16 mm for citizens, 12 mm
for staff, larger where the panel has room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.syllable import Tone
from ui.accessibility import describe
from ui.keyboard.key import Key
from ui.keyboard.key_face import role_that_fits
from ui.keyboard.layouts import COLUMNS, Deed, KeySpec, Layer, Rows, rows_of
from ui.keyboard.typist import Typist
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.readable import keep_silent

_EDGE_MM = 5.0
_GAP_MM = 3.0
_ROOMY_CITIZEN_MM, _ROOMY_STAFF_MM = 19.0, 13.5
_LETTER_ROLES = (TextRole.TITLE, TextRole.HEADING, TextRole.BUTTON, TextRole.BODY, TextRole.SOURCE)
_WORD_ROLES = (TextRole.HEADING, TextRole.BUTTON, TextRole.BODY, TextRole.SOURCE)
_CAPITALISED = (Deed.TYPE, Deed.LETTER)
_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


class KeyboardPanel(QWidget):
    """Types into what `typist` aims at; `done_text` stands on the key that ends typing.

    Signals: `done` when that key is pressed. `with_shift` adds capitals, for names.
    """

    done = Signal()

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        done_text: str,
        with_shift: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.typist = Typist()
        self._theme = theme
        self._t = t
        self._done_text = done_text
        self._with_shift = with_shift
        self._is_shifted = False
        self._layer = Layer.LETTERS
        self._keys: dict[Layer, list[list[Key | None]]] = {}
        self._gap = theme.mm(_GAP_MM)
        self._side = max(theme.margin, theme.mm(_EDGE_MM))
        describe(self, t("Bàn phím"))
        keep_silent(self)
        self.setFixedHeight(self._height())
        self.show_layer(Layer.LETTERS)

    @property
    def layer(self) -> Layer:
        """The keys that are shown."""
        return self._layer

    def shown_keys(self) -> list[Key]:
        """Return the keys that are shown, row by row."""
        return [key for row in self._keys[self._layer] for key in row if key is not None]

    def show_layer(self, layer: Layer) -> None:
        """Show another set of keys."""
        if layer not in self._keys:
            self._keys[layer] = self._made(layer)
        self._layer = layer
        for name, rows in self._keys.items():
            for key in (key for row in rows for key in row if key is not None):
                key.setVisible(name is layer)
        self._arrange()

    # Size

    @property
    def _key_mm(self) -> float:
        theme = self._theme
        if theme.is_compact:
            return theme.button_mm
        return _ROOMY_STAFF_MM if theme.is_staff else _ROOMY_CITIZEN_MM

    def _rows(self, layer: Layer) -> Rows:
        upright = self._theme.metrics.is_portrait
        return rows_of(layer, upright=upright, with_shift=self._with_shift)

    def _height(self) -> int:
        rows = len(self._rows(Layer.LETTERS))
        key = self._theme.mm(self._key_mm)
        return rows * key + (rows - 1) * self._gap + self._above + self._below

    @property
    def _above(self) -> int:
        return self._gap

    @property
    def _below(self) -> int:
        """Room below the keys: only staff have them at the panel's edge."""
        return self._theme.mm(_EDGE_MM) if self._theme.is_staff else self._gap

    def _cell(self, columns: float) -> int:
        """Return the width of a key of so many columns."""
        width = self._theme.metrics.width_px - 2 * self._side
        return int((width + self._gap) * columns / COLUMNS) - self._gap

    # Keys

    def _made(self, layer: Layer) -> list[list[Key | None]]:
        rows = self._rows(layer)
        alike: dict[tuple[Deed, bool], list[KeySpec]] = {}
        for spec in (spec for row in rows for spec in row):
            alike.setdefault(spec.look, []).append(spec)
        roles = {look: self._role(specs) for look, specs in alike.items()}
        return [[self._key(spec, roles[spec.look]) for spec in row] for row in rows]

    def _role(self, specs: Sequence[KeySpec]) -> TextRole | None:
        """Return the role in which keys that look alike have room for their texts."""
        is_letter = specs[0].deed in _CAPITALISED and not specs[0].says
        return role_that_fits(
            self._theme,
            tuple(self._text(spec) for spec in specs),
            min(self._cell(spec.columns) for spec in specs),
            self._theme.mm(self._key_mm),
            _LETTER_ROLES if is_letter else _WORD_ROLES,
        )

    def _key(self, spec: KeySpec, role: TextRole | None) -> Key | None:
        if spec.deed is Deed.BLANK:
            return None
        text = self._text(spec)
        key = Key(
            self._theme,
            spec,
            # The bar for blanks is known without words, too.
            text=text if role is not None or not spec.says else "",
            name=text if spec.says else self._t(spec.name),
            role=role or _WORD_ROLES[-1],
            min_mm=self._theme.button_mm,
            parent=self,
        )
        key.setCheckable(spec.deed is Deed.SHIFT)
        key.activated_with.connect(self._on_key)
        return key

    def _text(self, spec: KeySpec) -> str:
        if spec.deed is Deed.DONE:
            return self._done_text
        if spec.says:
            return self._t(spec.text)
        return self._cased(spec.text, spec)

    def _cased(self, text: str, spec: KeySpec) -> str:
        return text.upper() if self._is_shifted and spec.deed in _CAPITALISED else text

    # What keys do

    @Slot(object)
    def _on_key(self, spec: KeySpec) -> None:
        value = self._cased(spec.value, spec)
        if spec.deed is Deed.TYPE:
            self.typist.type(value)
        elif spec.deed is Deed.LETTER:
            self.typist.add_letter(value)
        elif spec.deed is Deed.TONE:
            self.typist.set_tone(Tone(value))
        elif spec.deed is Deed.ERASE:
            self.typist.erase()
        elif spec.deed is Deed.LAYER:
            self.show_layer(Layer(value))
        elif spec.deed is Deed.DONE:
            self.typist.finish()
            self.done.emit()
        if spec.deed is Deed.SHIFT or spec.deed in _CAPITALISED:
            self._shift(spec.deed is Deed.SHIFT and not self._is_shifted)

    def _shift(self, is_shifted: bool) -> None:
        """Show capitals for one letter, or small letters again."""
        if is_shifted == self._is_shifted:
            return
        self._is_shifted = is_shifted
        for key in self.shown_keys():
            if key.spec.deed is Deed.SHIFT:
                key.setChecked(is_shifted)
            elif key.spec.deed in _CAPITALISED:
                key.set_text(self._text(key.spec))

    # Qt

    def _arrange(self) -> None:
        """Give every row its share of the height, and every key its columns."""
        rows = self._keys[self._layer]
        whole = self.height() - self._above - self._below + self._gap
        width = self.width() - 2 * self._side + self._gap
        for number, (row, specs) in enumerate(zip(rows, self._rows(self._layer), strict=True)):
            top = self._above + number * whole // len(rows)
            bottom = self._above + (number + 1) * whole // len(rows) - self._gap
            columns = 0.0
            for key, spec in zip(row, specs, strict=True):
                left = self._side + int(width * columns / COLUMNS)
                columns += spec.columns
                right = self._side + int(width * columns / COLUMNS) - self._gap
                if key is not None:
                    key.setGeometry(QRect(left, top, right - left, bottom - top))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.width_px, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Take presses between the keys, so that they reach nothing below."""
        if event.type() in _PRESSES:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sand"))
        painter.fillRect(0, 0, self.width(), self._theme.line_width, self._theme.colour("line"))
