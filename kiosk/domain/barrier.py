"""The 31 coded barriers: where people get stuck, in words for citizens and for staff.

The vocabulary is research/domain 2.2. A citizen's label has at most six syllables and blames
nobody; `first_aid` is what a person can try while waiting, one sentence to a line.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.words import N_


@dataclass(frozen=True, slots=True)
class Barrier:
    """One reason for being stuck."""

    code: str
    citizen_label: str
    staff_label: str
    icon: str
    first_aid: tuple[str, ...]


OTHER = "X9"


def _barrier(code: str, citizen: str, staff: str, icon: str, *first_aid: str) -> Barrier:
    return Barrier(code, citizen, staff, icon, first_aid)


BARRIERS: tuple[Barrier, ...] = (
    _barrier(
        "L1",
        N_("Không có điện thoại"),
        N_("Không có điện thoại thông minh"),
        "device-mobile-slash",
        N_("Người nhà có điện thoại thì mời đến cùng."),
        N_("Chưa có cũng không sao, cán bộ sẽ giúp."),
    ),
    _barrier(
        "L2",
        N_("Không có mã OTP"),
        N_("SIM không chính chủ, không nhận OTP"),
        "chat-dots",
        N_("Đợi 2 phút, rồi bấm “Gửi lại mã”."),
        N_("Xem sim có đúng số đã đăng ký không."),
    ),
    _barrier(
        "L3",
        N_("Chưa có VNeID mức 2"),
        N_("Chưa có VNeID mức 2"),
        "identification-card",
        N_("Mức 2 làm trực tiếp ở Công an xã."),
        N_("Hôm nay vẫn có thể làm cùng cán bộ."),
    ),
    _barrier(
        "L4",
        N_("Quên mật khẩu VNeID"),
        N_("Quên mật khẩu, mã khóa VNeID"),
        "lock-key",
        N_("Mở VNeID, bấm “Quên mật khẩu”."),
        N_("Làm theo từng dòng trên điện thoại."),
    ),
    _barrier(
        "L5",
        N_("Đổi máy, tài khoản khóa"),
        N_("Tài khoản khóa hoặc đổi máy"),
        "device-mobile",
        N_("Mở VNeID trên máy mới và đăng nhập."),
        N_("Máy hỏi khuôn mặt thì nhìn thẳng."),
    ),
    _barrier(
        "L6",
        N_("Quét mã không được"),
        N_("Quét QR hoặc khuôn mặt không được"),
        "qr-code",
        N_("Lau camera, giơ máy cách một gang tay."),
        N_("Tăng độ sáng màn hình rồi quét lại."),
    ),
    _barrier(
        "L7",
        N_("VNeID chạy mãi không xong"),
        N_("VNeID hoặc cổng quá tải"),
        "hourglass",
        N_("Đợi 2 phút rồi thử lại một lần."),
        N_("Vẫn chậm thì gọi cán bộ."),
    ),
    _barrier(
        "N1",
        N_("Không biết chọn thủ tục"),
        N_("Chọn nhầm thủ tục"),
        "list-checks",
        N_("Xem lại tên việc ở đầu màn hình."),
        N_("Chưa chắc thì gọi cán bộ hỏi."),
    ),
    _barrier(
        "N2",
        N_("Không biết chọn cơ quan"),
        N_("Chọn nhầm cơ quan (tên xã mới, cũ)"),
        "bank",
        N_("Chọn thành phố, rồi chọn tên xã mới."),
        N_("Tên xã mới có ở đầu màn hình này."),
    ),
    _barrier(
        "N3",
        N_("Không biết chọn trường hợp"),
        N_("Chọn nhầm trường hợp"),
        "flag",
        N_("Đọc từng dòng, chọn dòng giống mình nhất."),
    ),
    _barrier(
        "E1",
        N_("Không biết điền gì"),
        N_("Không biết thông tin phải khai"),
        "pencil-simple",
        N_("Để giấy tờ ra bàn, chép theo giấy."),
        N_("Ô nào có dấu sao thì phải điền."),
    ),
    _barrier(
        "E2",
        N_("Khó gõ chữ"),
        N_("Khó gõ chữ có dấu, bàn phím nhỏ"),
        "keyboard",
        N_("Gõ không dấu trước, sửa dấu sau."),
        N_("Có thể đọc cho người nhà gõ giúp."),
    ),
    _barrier(
        "E3",
        N_("Ngày, số bị báo đỏ"),
        N_("Sai định dạng ngày, số"),
        "calendar",
        N_("Gõ ngày kiểu 05/02/1954."),
        N_("Số điện thoại gõ liền, không dấu cách."),
    ),
    _barrier(
        "E4",
        N_("Chữ điền sẵn không đúng"),
        N_("Dữ liệu tự điền sai"),
        "user-circle",
        N_("Đừng sửa vội, để nguyên màn hình."),
        N_("Để căn cước ra bàn cho cán bộ xem."),
    ),
    _barrier(
        "E5",
        N_("Trang bắt làm lại"),
        N_("Hết phiên, phải làm lại"),
        "arrows-clockwise",
        N_("Đăng nhập lại bằng VNeID."),
        N_("Máy này vẫn nhớ bước đang làm."),
    ),
    _barrier(
        "F1",
        N_("Thiếu giấy tờ"),
        N_("Thiếu giấy tờ"),
        "files",
        N_("Xem giấy nào có thể gửi sau."),
        N_("Có thể in danh sách mang về."),
    ),
    _barrier(
        "F2",
        N_("Ảnh chụp bị mờ"),
        N_("Chụp, quét mờ"),
        "camera",
        N_("Để giấy chỗ sáng, chụp đủ bốn góc."),
        N_("Chụp xong phóng to xem rõ chữ chưa."),
    ),
    _barrier(
        "F3",
        N_("Ảnh không tải lên được"),
        N_("Tệp sai loại hoặc quá lớn"),
        "image",
        N_("Chụp lại bằng ảnh thường, không quay phim."),
        N_("Gửi từng ảnh một."),
    ),
    _barrier(
        "F4",
        N_("Không biết đính vào đâu"),
        N_("Đính nhầm dòng"),
        "paperclip",
        N_("Mỗi giấy một dòng, đúng tên giấy."),
        N_("Xem tên giấy ở đầu dòng rồi bấm."),
    ),
    _barrier(
        "S1",
        N_("Máy đòi ký số"),
        N_("Ký số"),
        "signature",
        N_("Đừng bấm tiếp, để nguyên màn hình."),
        N_("Cán bộ chỉ cách ký trên VNeID."),
    ),
    _barrier(
        "S2",
        N_("Cần người nhà xác nhận"),
        N_("Cần người khác xác nhận (chủ hộ, vợ chồng)"),
        "users",
        N_("Gọi người nhà mở VNeID."),
        N_("Người nhà bấm “Xác nhận” trong máy họ."),
    ),
    _barrier(
        "P1",
        N_("Không trả tiền được"),
        N_("Không có tài khoản, không thanh toán được"),
        "credit-card",
        N_("Người nhà có thể trả giúp."),
        N_("Hoặc trả tiền mặt tại quầy."),
    ),
    _barrier(
        "P2",
        N_("Trả rồi chưa thấy ghi"),
        N_("Đã trả tiền, chưa ghi nhận"),
        "hand-coins",
        N_("Đừng trả lần nữa."),
        N_("Giữ tin nhắn ngân hàng cho cán bộ xem."),
    ),
    _barrier(
        "T1",
        N_("Không hiểu trả lời"),
        N_("Không hiểu trạng thái, yêu cầu bổ sung"),
        "chat-dots",
        N_("Để nguyên màn hình có câu trả lời."),
        N_("Cán bộ đọc và giải thích."),
    ),
    _barrier(
        "T2",
        N_("Mất mã hồ sơ"),
        N_("Mất mã hồ sơ"),
        "magnifying-glass",
        N_("Tìm tin nhắn hoặc giấy hẹn cũ."),
        N_("Đăng nhập VNeID cũng thấy hồ sơ."),
    ),
    _barrier(
        "T3",
        N_("Không mở được kết quả"),
        N_("Không mở được kết quả điện tử"),
        "files",
        N_("Mở bằng điện thoại trong VNeID."),
        N_("Cần bản giấy thì hỏi cán bộ."),
    ),
    _barrier(
        "H1",
        N_("Khó nhìn, nghe, đọc"),
        N_("Mắt, tai, không biết chữ"),
        "eye",
        N_("Bấm chữ A lớn ở đầu màn hình."),
        N_("Cán bộ có thể đọc cùng."),
    ),
    _barrier(
        "H2",
        N_("Sợ bị lừa"),
        N_("Sợ lừa đảo"),
        "shield-check",
        N_("Đừng đọc mã OTP cho bất kỳ ai."),
        N_("Cán bộ không hỏi mật khẩu."),
    ),
    _barrier(
        "H3",
        N_("Phải đến tận nơi"),
        N_("Bắt buộc có mặt"),
        "map-pin",
        N_("Khó đi lại thì nói với cán bộ."),
        N_("Xã có thể hẹn đến nhà."),
    ),
    _barrier(
        "X1",
        N_("Mạng hoặc máy chậm"),
        N_("Mạng, thiết bị hỏng"),
        "wifi-slash",
        N_("Đợi một phút rồi thử lại."),
        N_("Vẫn chậm thì gọi cán bộ."),
    ),
    _barrier(
        OTHER,
        N_("Điều khác"),
        N_("Khác"),
        "question",
        N_("Không rõ cũng không sao."),
        N_("Bấm “Gọi cán bộ”, có người đến ngay."),
    ),
)

BARRIER_BY_CODE = {barrier.code: barrier for barrier in BARRIERS}

LIKELY_ANYWHERE = ("E1", "L2", "F1", "H1", "X1", "N1")
"""Offered after a step's own codes, so that five are always shown."""

OFFERED = 5


def likely_barriers(step_codes: tuple[str, ...]) -> tuple[Barrier, ...]:
    """Return the five barriers likeliest for a step and "Khác", the step's own first."""
    codes = list(dict.fromkeys((*step_codes, *LIKELY_ANYWHERE)))[:OFFERED]
    return tuple(BARRIER_BY_CODE[code] for code in (*codes, OTHER))
