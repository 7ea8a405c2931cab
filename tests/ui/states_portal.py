"""Every state the split of guide and live page can be in; the page itself is an empty ground."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.flow import ScreenName
from kiosk.domain.follow import Standing
from kiosk.domain.staff import Role, Staff
from ui.citizen.models import StepModel
from ui.portal.models import (
    AdmitModel,
    FollowLook,
    NewsKind,
    PageLook,
    PageNews,
    PageState,
    PortalModel,
)

_SITE = "thanhtoan.nganhang-vidu.com.vn"
_PORTAL = "Cổng Dịch vụ công quốc gia"
_WORDS = "Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại để tiếp tục kê khai hồ sơ này. " * 3


State = tuple[str, ScreenName, object]
"""A name for the picture, the screen, and its model."""


def portal_states(step: StepModel, long_step: StepModel) -> list[State]:
    """Return the states of the split and of the page where staff let a site in."""
    return [
        *((f"portal-{name}", ScreenName.PORTAL, model) for name, model in _models(step)),
        (
            "portal-longest",
            ScreenName.PORTAL,
            PortalModel(long_step, PageLook(PageState.SHOWN, _SITE, 100, can_go_back=True)),
        ),
        *_followed(step, long_step),
        *_admissions(),
    ]


def _models(step: StepModel) -> Iterator[tuple[str, PortalModel]]:
    shown = PageLook(PageState.SHOWN, _PORTAL, 100, can_go_back=True)
    yield "first", PortalModel(step, PageLook())
    yield "loading", PortalModel(step, PageLook(PageState.OPENING, _PORTAL, 40))
    yield "shown", PortalModel(step, shown)
    for state in PageState:
        if not state.shows_page:
            refused = _SITE if state is PageState.REFUSED else ""
            look = PageLook(state, _PORTAL, 100, refused=refused)
            yield state.name.lower().replace("_", "-"), PortalModel(step, look)
    yield "refused-scheme", PortalModel(step, PageLook(PageState.REFUSED, refused="tel:"))
    for kind in NewsKind:
        words = {
            NewsKind.FRAME_REFUSED: _SITE,
            NewsKind.NOT_PRINTED: "Máy in đang tắt. Bật máy in.",
        }
        news = PageNews(kind, words.get(kind, _WORDS))
        yield f"news-{kind.name.lower().replace('_', '-')}", PortalModel(step, shown, news)


def _followed(step: StepModel, long_step: StepModel) -> Iterator[State]:
    """Return what the guide says of the page, beside a short and a long step."""
    shown = PageLook(PageState.SHOWN, _PORTAL, 100, can_go_back=True)
    looks = {
        "ahead": FollowLook(Standing.AHEAD, "x", 4, is_next=True),
        "far-ahead": FollowLook(Standing.AHEAD, "x", 11),
        "behind": FollowLook(Standing.BEHIND, "x", 2),
        "missing": FollowLook(Standing.MISSING, step.step.id, 3),
    }
    for name, look in looks.items():
        model = PortalModel(step, shown, follow=look)
        yield f"portal-follow-{name}", ScreenName.PORTAL, model
    longest = PortalModel(long_step, shown, follow=looks["missing"])
    yield "portal-follow-longest", ScreenName.PORTAL, longest


def _admissions() -> Iterator[State]:
    names = (
        "Nguyễn Thị Lan",
        "Trần Văn Minh",
        "Hoàng Thị Thanh Huyền",
        "Lê Thu",
        "Vũ Nam",
        "Bùi An",
    )
    staff = tuple(Staff(f"s{n}", name, Role.SUPPORTER, "") for n, name in enumerate(names))
    plain = AdmitModel(_SITE, staff[:3])
    yield ("admit-site", ScreenName.ADMIT_SITE, plain)
    told = AdmitModel(_SITE, staff * 2, "s1", "Tạm dừng nhập mã PIN. Chờ 5 phút rồi nhập lại.")
    yield ("admit-site-refused", ScreenName.ADMIT_SITE, told)
