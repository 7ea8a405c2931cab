"""Where a page stands, told from what the browser tells, in every order; no browser needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimerEvent
from PySide6.QtWidgets import QApplication

from ui.portal.models import PageLook, PageState
from ui.portal.page_watch import SLOW_MS, PageWatch


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[PageWatch]:
    watch = PageWatch()
    yield watch
    watch.stop()


def pass_eight_seconds(watch: PageWatch) -> None:
    """Let the timer fire, if it runs."""
    timer = watch._slow
    assert timer.interval() == SLOW_MS == 8000
    if timer.isActive():
        QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))


def test_a_page_is_shown_once_it_can_be_read(watch: PageWatch) -> None:
    looks: list[PageLook] = []
    watch.changed.connect(looks.append)
    watch.started()
    watch.came_to("Cổng", can_go_back=False)
    watch.readable()
    watch.progressed(60)
    watch.progressed(100)
    watch.finished()

    assert looks[-1] == PageLook(PageState.SHOWN, "Cổng", 100)
    assert [look.progress for look in looks] == [0, 0, 60, 99, 100]


def test_after_eight_seconds_a_page_is_slow_and_shows_itself_all_the_same(
    watch: PageWatch,
) -> None:
    watch.started()
    pass_eight_seconds(watch)
    slow = watch.look
    watch.readable()
    readable = watch.look
    watch.finished()

    assert slow.state is PageState.SLOW
    assert (readable.state, watch.look.state) == (PageState.SHOWN, PageState.SHOWN)


def test_a_page_that_can_be_read_is_never_slow(watch: PageWatch) -> None:
    watch.started()
    watch.readable()
    pass_eight_seconds(watch)

    assert watch.look.state is PageState.SHOWN


def test_a_slow_page_that_ends_without_a_word_is_shown(watch: PageWatch) -> None:
    watch.started()
    pass_eight_seconds(watch)
    watch.finished()

    assert watch.look.state is PageState.SHOWN


@pytest.mark.parametrize(
    "state",
    [
        PageState.OFFLINE,
        PageState.NOT_FOUND,
        PageState.NOT_SECURE,
        PageState.BUSY,
        PageState.CRASHED,
    ],
)
def test_a_failure_stays_until_something_new_begins(watch: PageWatch, state: PageState) -> None:
    watch.started()
    watch.failed(state)
    watch.finished()
    watch.readable()
    watch.progressed(50)
    pass_eight_seconds(watch)
    assert watch.look.state is state
    watch.started()

    assert watch.look.state is PageState.OPENING


def test_a_refusal_names_the_site_and_is_taken_back(watch: PageWatch) -> None:
    watch.started()
    watch.came_to("Cổng", can_go_back=True)
    watch.finished()
    watch.refused("khac.test")
    assert watch.look == PageLook(PageState.REFUSED, "Cổng", 100, True, refused="khac.test")
    watch.returned()

    assert watch.look == PageLook(PageState.SHOWN, "Cổng", 100, True)


def test_only_what_differs_is_told(watch: PageWatch) -> None:
    looks: list[PageLook] = []
    watch.changed.connect(looks.append)
    watch.finished()
    watch.finished()

    assert len(looks) == 1


def test_larger_and_smaller_go_as_far_as_they_go(watch: PageWatch) -> None:
    assert watch.zoomed(1) == 1.25
    assert [watch.zoomed(1) for _ in range(9)][-1] == 2.0
    assert [watch.zoomed(-1) for _ in range(9)][-1] == 0.75
