"""The words of the calm screens that stand where the page would, one for each trouble."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.words import N_
from ui.portal.models import NewsKind, PageState


@dataclass(frozen=True, slots=True)
class Trouble:
    """An icon, what is the matter, and what to do; `{site}` stands for the host."""

    icon: str
    title: str
    text: str


OPENING = Trouble(
    "hourglass",
    N_("Đang mở Cổng dịch vụ công"),
    N_("Chờ một chút, trang sẽ hiện ở đây."),
)
TROUBLES = {
    PageState.SLOW: Trouble(
        "hourglass",
        N_("Trang mở hơi lâu"),
        N_("Cứ chờ thêm, trang sẽ tự hiện. Hoặc chọn cách khác ở dưới."),
    ),
    PageState.OFFLINE: Trouble(
        "wifi-slash",
        N_("Máy chưa nối được với Cổng"),
        N_("Đợi một phút rồi bấm “Thử lại”. Vẫn xem được hình hướng dẫn."),
    ),
    PageState.NOT_FOUND: Trouble(
        "wifi-slash",
        N_("Máy chưa tìm được Cổng"),
        N_("Có thể mạng đang mất. Đợi một phút rồi bấm “Thử lại”."),
    ),
    PageState.NOT_SECURE: Trouble(
        "shield-warning",
        N_("Máy không mở trang này"),
        N_("Máy chưa chắc đây là trang thật. Gọi cán bộ xem giúp."),
    ),
    PageState.BUSY: Trouble(
        "cloud-slash",
        N_("Cổng đang bận"),
        N_("Đợi 2 phút rồi bấm “Thử lại”."),
    ),
    PageState.CRASHED: Trouble(
        "arrows-clockwise",
        N_("Trang vừa dừng lại"),
        N_("Bấm “Thử lại” để mở lại trang."),
    ),
    PageState.REFUSED: Trouble(
        "shield-check",
        N_("Trang này ở ngoài Cổng"),
        N_("Máy không mở {site}. Bấm “Về trang trước”."),
    ),
}

NEWS = {
    NewsKind.SAID: N_("Trang báo: “{text}”"),
    NewsKind.ASKED: N_("Trang hỏi: “{text}”"),
    NewsKind.AGREED: N_("Bấm lại nút vừa rồi trên trang."),
    NewsKind.FRAME_REFUSED: N_("Một phần của trang chưa hiện: {text}"),
    NewsKind.PAPER: N_("Trang đưa ra một tờ giấy."),
    NewsKind.PAPER_NOT_HERE: N_("Tờ này khổ lớn. Gọi cán bộ in giúp."),
    NewsKind.NOT_A_PAPER: N_("Máy chỉ nhận tờ PDF. Gọi cán bộ xem giúp."),
    NewsKind.PRINTING: N_("Giấy sắp ra ở máy in."),
    NewsKind.NOT_PRINTED: "{text}",
    NewsKind.FILE_READY: N_("Giấy đã sẵn. Bấm lại nút chọn tệp trên trang."),
    NewsKind.FILE_GIVEN: N_("Trang đã nhận tệp. Xem tên tệp trên trang."),
}
"""What the strip says; `{text}` are the page's own words, a host, or why nothing was printed."""
NEWS_ICONS = {
    NewsKind.SAID: "chat-dots",
    NewsKind.ASKED: "question",
    NewsKind.AGREED: "hand-pointing",
    NewsKind.FRAME_REFUSED: "shield-check",
    NewsKind.PAPER: "file-pdf",
    NewsKind.PAPER_NOT_HERE: "printer",
    NewsKind.NOT_A_PAPER: "file-pdf",
    NewsKind.PRINTING: "printer",
    NewsKind.NOT_PRINTED: "printer",
    NewsKind.FILE_READY: "hand-pointing",
    NewsKind.FILE_GIVEN: "paperclip",
}
YES = {
    NewsKind.ASKED: N_("Đồng ý"),
    NewsKind.FRAME_REFUSED: N_("Cán bộ cho phép"),
    NewsKind.PAPER: N_("In ra giấy"),
}
NO = {
    NewsKind.ASKED: N_("Không"),
    NewsKind.FRAME_REFUSED: N_("Bỏ qua"),
    NewsKind.PAPER: N_("Không in"),
}
READ = N_("Đã xem")
LONGEST_WORDS = 160
"""Letters of a page's own words that are shown; pages may say anything at any length."""
