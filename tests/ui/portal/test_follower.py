"""How the guide follows, in every order of events, without a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

import ui.portal.follower
from kiosk.domain.follow import PagePlace, Press, Spot, Standing
from kiosk.domain.procedure import Step
from kiosk.domain.web_address import read_address
from ui.portal.follower import PageFollower
from ui.portal.models import FollowLook, HintLook, PageLook, PageState, Search, SoughtStep

HINT = HintLook("#084c91", "#ffffff", 4, 6, 48)
LARGER = HintLook("#084c91", "#ffffff", 5, 7, 60)
WHOLE = PageLook(PageState.SHOWN, "cong.vn", 100)


def step(name: str, *spots: Spot) -> Step:
    return Step(name, "Tên", ("Làm.",), "Thấy.", "ready", "Hình.", follow=spots)


STEPS = (
    step("ready"),
    step("log-in", Spot(("cong.vn/",), Press("Đăng nhập")), Spot(("cong.vn/dang-nhap*",))),
    step("find", Spot(("cong.vn/", "cong.vn/tim"), Press(selector="#tim"))),
    step("proof"),
    step("pay", Spot(("cong.vn/phi",), Press("Trả"))),
)


class Following:
    """A follower and all it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.follower = PageFollower()
        self.searches: list[Search | None] = []
        self.looks: list[FollowLook] = []
        self.missed: list[tuple[str, PagePlace]] = []
        self.follower.sought.connect(self.searches.append)
        self.follower.changed.connect(self.looks.append)
        self.follower.missed.connect(self._on_missed)

    def _on_missed(self, step_id: str, place: PagePlace) -> None:
        self.missed.append((step_id, place))

    @property
    def search(self) -> Search:
        """What is looked for now."""
        latest = self.searches[-1]
        assert latest is not None
        return latest

    @property
    def standing(self) -> Standing:
        """What is said now."""
        return self.follower.look.standing

    def aim(self, current: str, hint: HintLook = HINT) -> None:
        self.follower.aim(STEPS, current, hint)

    def come(self, page: str, found: str | None = None, *, whole: bool = True) -> None:
        """Bring the page somewhere; `found` is what the search there comes to."""
        self.follower.came(place(page))
        self.follower.watch(WHOLE if whole else PageLook(PageState.OPENING, "cong.vn", 40))
        if found is not None:
            self.answer(found)

    def answer(self, found: str) -> None:
        self.follower.found(self.search.number, found)

    def see(self, standing: Standing) -> None:
        self._qtbot.waitUntil(lambda: self.standing is standing)

    def patient(self) -> None:
        """Wait until nothing is waited for any more."""
        self._qtbot.waitUntil(lambda: not self.follower._patience.isActive())


def place(page: str) -> PagePlace:
    address = read_address(f"https://{page}")
    assert address is not None
    return PagePlace(address)


@pytest.fixture
def following(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Following]:
    monkeypatch.setattr(ui.portal.follower, "MISSING_MS", 60)
    monkeypatch.setattr(ui.portal.follower, "SETTLING_MS", 20)
    followed = Following(qtbot)
    yield followed
    followed.follower.forget()


def test_what_the_step_in_front_wants_is_looked_for_first_and_drawn(following: Following) -> None:
    following.aim("log-in")
    following.come("cong.vn/")

    wanted = following.search
    assert wanted.steps == (SoughtStep("log-in", "Đăng nhập"), SoughtStep("find", selector="#tim"))
    assert (wanted.draws, wanted.scrolls, wanted.look) == (True, True, HINT)
    following.answer("log-in")
    assert following.looks == []


def test_a_page_of_another_step_is_looked_at_and_not_drawn_on(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/phi")

    assert not following.search.draws


def test_the_page_has_gone_to_the_next_step_but_one(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/", "find")
    following.come("cong.vn/phi", "pay")

    assert following.looks == [FollowLook(Standing.AHEAD, "pay", position=5)]
    assert not following.looks[-1].is_next


def test_the_same_page_counts_for_the_next_step_once_it_has_settled(following: Following) -> None:
    """Whoever has logged in is sent home, where the search waits and “Đăng nhập” is gone."""
    following.aim("log-in")
    following.come("cong.vn/dang-nhap", "log-in")
    following.come("cong.vn/", "find")
    assert following.looks == []
    following.see(Standing.AHEAD)

    assert following.looks == [FollowLook(Standing.AHEAD, "find", position=3, is_next=True)]


def test_a_page_that_builds_itself_up_is_not_spoken_of_too_soon(following: Following) -> None:
    following.aim("log-in")
    following.come("cong.vn/", "find")
    following.answer("log-in")
    following.patient()

    assert following.looks == []


def test_what_was_said_too_soon_is_taken_back(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "")
    following.see(Standing.MISSING)
    following.answer("find")

    assert following.looks[-1] == FollowLook()


def test_what_is_not_there_is_told_after_a_while_with_its_place(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "")
    assert following.looks == []
    following.see(Standing.MISSING)

    assert following.missed == [("find", place("cong.vn/tim"))]


def test_nothing_is_missing_while_the_page_still_loads(following: Following, qtbot: QtBot) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "", whole=False)
    with qtbot.waitSignal(following.follower._patience.timeout):
        pass
    assert following.missed == []
    following.follower.watch(WHOLE)
    following.see(Standing.MISSING)

    assert len(following.missed) == 1


def test_what_was_there_and_was_pressed_away_is_not_missing(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/", "find")
    following.answer("")
    following.patient()

    assert following.looks == []
    assert following.missed == []


def test_a_changing_page_does_not_put_the_answer_off_for_ever(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "")
    left = following.follower._patience.remainingTime()
    following.answer("")

    assert following.follower._patience.remainingTime() <= left


def test_a_page_nobody_named_says_nothing(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "")
    following.see(Standing.MISSING)
    following.come("ngan-hang.vn/tra")

    assert following.searches[-1] is None
    assert following.looks[-1] == FollowLook()


def test_the_first_page_is_not_ahead_of_a_step_done_beside_it(following: Following) -> None:
    following.aim("ready")
    following.come("cong.vn/", "log-in")
    assert following.looks == []
    following.come("cong.vn/dang-nhap", "log-in")

    assert following.looks == [FollowLook(Standing.AHEAD, "log-in", position=2, is_next=True)]


def test_a_first_page_that_sends_on_is_still_the_first(following: Following) -> None:
    following.aim("ready")
    following.come("cong.vn/", whole=False)
    following.come("cong.vn/dang-nhap", "log-in")

    assert following.looks == []


def test_whoever_goes_on_before_the_page_does_is_not_sent_back(following: Following) -> None:
    following.aim("log-in")
    following.come("cong.vn/", "log-in")
    following.aim("find")
    following.aim("pay")
    following.answer("log-in")
    following.patient()

    assert following.standing is Standing.UNKNOWN


def test_a_page_that_goes_back_says_where_it_is(following: Following) -> None:
    """A log-in that has expired."""
    following.aim("pay")
    following.come("cong.vn/phi", "pay")
    following.come("cong.vn/dang-nhap", "log-in")

    assert following.looks == [FollowLook(Standing.BEHIND, "log-in", position=2)]


def test_nothing_is_said_while_a_calm_screen_stands_in_the_page_s_place(
    following: Following,
) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "find")
    following.come("cong.vn/phi", "pay")
    refused = PageLook(PageState.REFUSED, "cong.vn", 100, refused="ngan-hang.vn")
    following.follower.watch(refused)
    assert following.looks[-1] == FollowLook()
    following.answer("pay")
    assert following.looks[-1] == FollowLook()
    following.follower.watch(WHOLE)

    assert following.standing is Standing.AHEAD


def test_answers_of_former_searches_do_not_count(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "find")
    number = following.search.number
    following.come("cong.vn/phi", "pay")
    following.follower.found(number, "find")

    assert following.standing is Standing.AHEAD


def test_another_size_is_drawn_anew_without_scrolling(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "find")
    following.aim("find")
    count = len(following.searches)
    following.aim("find", LARGER)

    assert len(following.searches) == count + 1
    assert following.search.look == LARGER
    assert not following.search.scrolls


def test_at_rest_nothing_is_looked_for_and_nothing_said(following: Following) -> None:
    following.aim("find")
    following.come("cong.vn/tim", "")
    following.follower.rest()
    following.follower.rest()
    following.patient()

    assert following.searches[-1] is None
    assert following.searches.count(None) == 1
    assert following.looks == []
    assert following.missed == []


def test_the_next_step_begins_with_nothing_said(following: Following) -> None:
    following.aim("log-in")
    following.come("cong.vn/dang-nhap", "log-in")
    following.come("cong.vn/phi", "pay")
    following.aim("pay")

    assert following.follower.look == FollowLook()
    assert following.search.draws
