"""A person in front of a live page, who looks at it, touches it and types into it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.citizen.window import CitizenWindow
from ui.portal.models import PageState
from ui.portal.web.live_page import LivePage

Until = Callable[[Callable[[], bool]], None]
"""Waits for a condition."""

_PRESSES = 3
_HEARD_WITHIN_S = 10.0
_HEAR_PRESSES = """(() => { const listens = window.pressed !== undefined;
    window.pressed = ''; window.wanted = SELECTOR;
    if (!listens) addEventListener('click', (event) => {
        window.pressed = event.target.closest(window.wanted) ? 'heard' : 'elsewhere'; }, true);
    })()"""


class Person:
    """Eyes and hands at one page; scripts here run in the page's own world, as the page's do."""

    def __init__(self, live: LivePage, until: Until) -> None:
        self.live = live
        self.until = until
        self._finger = QTest.createTouchDevice()

    # Eyes

    @property
    def path(self) -> str:
        """The path of the page's address."""
        address = self.live.address
        return address.path if address else ""

    def see(self, state: PageState) -> None:
        """Wait until the page stands at `state`, and wholly."""
        watch = self.live.watch
        self.until(lambda: watch.look.state is state and watch.look.progress == 100)

    def see_path(self, path: str) -> None:
        """Wait until the page at `path` is wholly there."""
        self.until(lambda: self.path == path and self.live.watch.look.progress == 100)

    def see_title(self, title: str) -> None:
        """Wait until the page's title is `title`."""
        self.until(lambda: self.live.page.title() == title)

    def ask(self, script: str) -> object:
        """Return what a script in the page's own world returns."""
        answers: list[str] = []
        # As text: Qt hands over no lists.
        call = f"JSON.stringify(eval({json.dumps(script)})) ?? 'null'"
        self.live.page.runJavaScript(call, 0, answers.append)
        self.until(lambda: bool(answers))
        # Nothing comes of a script that failed: between two pages there may be nothing to ask.
        answer: object = json.loads(answers[0]) if answers[0] else None
        return answer

    # Hands

    def spot(self, selector: str) -> QPoint:
        """Return the middle of an element in the view."""
        script = f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();
            return [r.x + r.width / 2, r.y + r.height / 2]; }})()"""
        self.until(lambda: self.ask(f"!!document.querySelector({json.dumps(selector)})") is True)
        where = self.ask(script)
        assert isinstance(where, list)
        return QPoint(round(where[0]), round(where[1]))

    def ask_frame(self, script: str) -> object:
        """Return what a script in the page's only frame returns."""
        answers: list[str] = []
        call = f"JSON.stringify(eval({json.dumps(script)})) ?? 'null'"
        self.until(lambda: len(self.live.page.mainFrame().children()) == 1)
        self.live.page.mainFrame().children()[0].runJavaScript(call, 0, answers.append)
        self.until(lambda: bool(answers))
        answer: object = json.loads(answers[0]) if answers[0] else None
        return answer

    def press_in_frame(self, frame: str, selector: str) -> None:
        """Press an element of the page's only frame, which the page knows as `frame`."""
        middle = self.spot(frame)
        name = json.dumps(selector)
        self.until(lambda: self.ask_frame(f"!!document.querySelector({name})") is True)
        inside = self.ask_frame(
            f"""(() => {{ const r = document.querySelector({name}).getBoundingClientRect();
            return [r.x + r.width / 2 - innerWidth / 2, r.y + r.height / 2 - innerHeight / 2];
            }})()"""
        )
        assert isinstance(inside, list)
        self.press_at(middle + QPoint(round(inside[0]), round(inside[1])))

    def press(self, selector: str) -> None:
        """Press an element as people do, again where the page moved away under the finger."""
        for _ in range(_PRESSES):
            spot = self.spot(selector)
            self.ask(_HEAR_PRESSES.replace("SELECTOR", json.dumps(selector)))
            self.press_at(spot)
            if self._is_heard():
                return

    def _is_heard(self) -> bool:
        """Return whether the press came to its element, or the page is gone by now.

        A keyboard that goes moves the page, and amid scrolling a browser takes a touch for a halt.
        """
        answers: list[object] = []
        deadline = time.monotonic() + _HEARD_WITHIN_S

        def is_known() -> bool:
            self.live.page.runJavaScript("window.pressed ?? 'gone'", 0, answers.append)
            return answers[-1:] not in ([], [""]) or time.monotonic() > deadline

        self.until(is_known)
        return answers[-1:] not in ([""], ["elsewhere"])

    def press_at(self, spot: QPoint) -> None:
        """Touch a spot of the view and lift the finger."""
        at = self._target().mapTo(self._window(), spot)
        self._touch().press(0, at, self._window()).commit()
        self._touch().release(0, at, self._window()).commit()

    def spread(self, middle: QPoint, to: int) -> None:
        """Put two fingers down at `middle` and draw them apart, each by `to` pixels."""
        window, at, apart = self._window(), self._target().mapTo(self._window(), middle), 20
        left, right = at - QPoint(apart, 0), at + QPoint(apart, 0)
        self._touch().press(0, left, window).press(1, right, window).commit()
        while apart < to:
            apart += 10
            left, right = at - QPoint(apart, 0), at + QPoint(apart, 0)
            self._touch().move(0, left, window).move(1, right, window).commit()
            self.ask("0")  # the page has seen it
        self._touch().release(0, left, window).release(1, right, window).commit()

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window(), self._finger)

    def _window(self) -> QWidget:
        """Return what the system gives touches to.

        Its pause after a change, which is for double taps, is passed over as `Finger` does it.
        """
        window = self._target().window()
        if isinstance(window, CitizenWindow) and window._clock is time.monotonic:
            window._clock = count(time.monotonic() + 1.0).__next__
        return window

    def click_right(self, spot: QPoint) -> None:
        """Press the right button of a mouse."""
        QTest.mouseClick(self._target(), Qt.MouseButton.RightButton, pos=spot)

    def _target(self) -> QWidget:
        target = self.live.view.focusProxy()
        assert target is not None
        return target

    def write(self, selector: str, text: str) -> None:
        """Press a field and type into it with the on-screen keyboard's way."""
        self.press(selector)
        name = json.dumps(selector)
        self.until(lambda: self.ask(f"document.activeElement?.matches({name}) ?? false") is True)
        before = self.ask(f"document.querySelector({name}).value")
        self.live.typing.write(text)
        wanted = f"{before}{text}"
        self.until(lambda: self.ask(f"document.querySelector({name}).value") == wanted)

    def choose(self, selector: str, value: str) -> None:
        """Choose from a list; its own window would be the browser's, so the page is told."""
        name, chosen = json.dumps(selector), json.dumps(value)
        self.ask(
            f"""(() => {{ const list = document.querySelector({name}); list.value = {chosen};
            list.dispatchEvent(new Event("change", {{bubbles: true}})); return 0; }})()"""
        )

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key of a real keyboard."""
        QTest.keyClick(self._target(), key, modifiers)
