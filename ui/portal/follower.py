"""Keeps count of how the page stands to the step in front, from what is told of both.

It knows no browser, so every order of events can be tried without one. The rule is the domain's;
here is its patience: a page may take a while until what is to be pressed stands there, and a guide
that speaks too soon is worse than one that is silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.follow import Candidate, Judgement, PagePlace, Standing, candidates, judge
from kiosk.domain.procedure import Step
from ui.portal.models import FollowLook, HintLook, PageLook, PageState, Search, SoughtStep

MISSING_MS = 3000
"""How long a page that is wholly there may go without what is to be pressed."""
SETTLING_MS = 800
"""How long it may show what belongs to another step first, before it counts for that step."""
_WHOLE = 100


class PageFollower(QObject):
    """Follows one page beside one guide.

    Signals: `sought` carries a Search, or None when nothing is to be looked for; `changed` a
    FollowLook; `missed` comes when something is told to be missing, with the step's id and the
    PagePlace.
    """

    sought = Signal(object)
    changed = Signal(object)
    missed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_patience_over)
        self._number = 0
        self._place: PagePlace | None = None
        self._is_shown = True
        self._is_whole = self._was_found = False
        self._begun_for = ""
        self._begun_at: PagePlace | None = None
        self._steps: tuple[Step, ...] = ()
        self._current = self._found = ""
        self._hint: HintLook | None = None
        self._named: tuple[Candidate, ...] = ()
        self.look = FollowLook()

    @property
    def current_id(self) -> str:
        """The step in front, "" while there is none."""
        return self._current

    def aim(self, steps: Sequence[Step], current_id: str, look: HintLook) -> None:
        """Follow the page for the step `current_id` of `steps` from now on."""
        is_same = (tuple(steps), current_id) == (self._steps, self._current)
        if is_same and look == self._hint:
            return
        self._steps, self._current, self._hint = tuple(steps), current_id, look
        if not is_same:
            self.look = FollowLook()
        if self._begun_for != current_id:
            self._begun_for, self._begun_at = current_id, self._place
        self._search(scrolls=not is_same)

    def rest(self) -> None:
        """Follow nothing: no step is in front."""
        if not self._current:
            return
        self._patience.stop()
        self._steps, self._current, self._hint = (), "", None
        self._named, self._found = (), ""
        self.look = FollowLook()
        self.sought.emit(None)

    def forget(self) -> None:
        """Let go of the page as well."""
        self.rest()
        self._begun_for = ""
        self._place = self._begun_at = None
        self._is_whole = False

    # What the page tells

    def came(self, place: PagePlace) -> None:
        """The page is at `place`, or can be read there now."""
        if place != self._place and self.look.standing is Standing.MISSING:
            self._show(FollowLook())
        self._place, self._was_found = place, False
        self._search(scrolls=True)

    def watch(self, look: PageLook) -> None:
        """Take into account whether the page is there, and wholly.

        While a calm screen stands in its place there is nothing to say of it.
        """
        was_shown, self._is_shown = self._is_shown, look.state.shows_page
        self._is_whole = look.state is PageState.SHOWN and look.progress == _WHOLE
        if self._is_whole and self._begun_at is None:
            self._begun_at = self._place
        if was_shown and not self._is_shown:
            self._patience.stop()
            self._show(FollowLook())
        elif self._is_shown and not was_shown and self._named:
            self._judge()

    @Slot(int, str)
    def found(self, number: int, step_id: str) -> None:
        """Take what the search `number` has come to; former ones do not count any more."""
        if number != self._number or not self._steps:
            return
        self._found = step_id
        self._was_found = self._was_found or step_id == self._current
        if self._is_shown:
            self._judge()

    # What follows from it

    def _search(self, *, scrolls: bool) -> None:
        self._number += 1
        self._found = ""
        self._patience.stop()
        if self._place is None or self._hint is None:
            return
        self._named = candidates(self._steps, self._current, self._place)
        if not self._named:
            self.sought.emit(None)
            self._show(FollowLook())
            return
        steps = tuple(_sought(one) for one in self._named)
        self.sought.emit(Search(self._number, steps, self._hint, self._names_current, scrolls))

    @property
    def _names_current(self) -> bool:
        return bool(self._named) and self._named[0].step_id == self._current

    def _judge(self) -> None:
        judged = self._judged()
        if judged.standing is Standing.MISSING:
            self._wait(MISSING_MS)
        elif judged.standing in (Standing.AHEAD, Standing.BEHIND) and self._names_current:
            self._wait(SETTLING_MS)
        else:
            self._patience.stop()
            self._show(self._look_of(judged))

    def _judged(self) -> Judgement:
        """Judge; what was there and has gone is no riddle: the person has pressed it."""
        judged = judge(self._steps, self._current, self._named, self._found)
        if judged.standing is Standing.MISSING and self._was_found:
            return Judgement(Standing.HERE, self._current)
        return judged

    def _wait(self, milliseconds: int) -> None:
        # What is told already stays told; what is waited for is not put off by every change.
        if self._patience.isActive() and self._patience.interval() == milliseconds:
            return
        self._patience.start(milliseconds)

    @Slot()
    def _on_patience_over(self) -> None:
        judged = self._judged()
        is_missing = judged.standing is Standing.MISSING
        if is_missing and not self._is_whole:
            self._patience.start(MISSING_MS)
            return
        self._show(self._look_of(judged))
        if is_missing and self._place is not None:
            self.missed.emit(self._current, self._place)

    def _look_of(self, judged: Judgement) -> FollowLook:
        if self._says_nothing(judged.standing):
            return FollowLook()
        ids = [step.id for step in self._steps]
        at = ids.index(judged.step_id)
        return FollowLook(
            judged.standing,
            judged.step_id,
            position=at + 1,
            is_next=at == ids.index(self._current) + 1,
        )

    def _says_nothing(self, standing: Standing) -> bool:
        """Return whether the page stays where it was when the step came, and may well do so.

        A step that is done beside the page has no page of its own, and whoever goes on before the
        page does has not lost their way.
        """
        if standing in (Standing.HERE, Standing.UNKNOWN):
            return True
        has_moved = self._begun_at is not None and self._place != self._begun_at
        if standing is Standing.MISSING or has_moved:
            return False
        step = next(one for one in self._steps if one.id == self._current)
        return standing is Standing.BEHIND or not step.follow

    def _show(self, look: FollowLook) -> None:
        if look != self.look:
            self.look = look
            self.changed.emit(look)


def _sought(candidate: Candidate) -> SoughtStep:
    press = candidate.press
    if press is None:
        return SoughtStep(candidate.step_id)
    return SoughtStep(candidate.step_id, press.text, press.selector)
