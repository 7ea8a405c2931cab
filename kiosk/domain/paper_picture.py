"""Which drawing stands for a paper, so that a slip can be followed without reading.

A procedure file may name the drawing; otherwise the words of the title decide, first match first,
because a title names the paper before its purpose.
"""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.text import fold


class PaperPicture(StrEnum):
    """The drawings; each value is the name of a file in `resources/papers`."""

    IDENTITY_CARD = "identity-card"
    BIRTH_CERTIFICATE = "birth-certificate"
    BIRTH_NOTE = "birth-note"
    MARRIAGE = "marriage"
    DEATH = "death"
    LAND_BOOK = "land-book"
    PHOTO = "photo"
    PHONE = "phone"
    FORM = "form"
    HEALTH_CARD = "health-card"
    AGREEMENT = "agreement"
    HOME = "home"
    VEHICLE = "vehicle"
    CERTIFICATE = "certificate"
    BANK = "bank"
    MEDICAL = "medical"
    PEOPLE = "people"
    COPIES = "copies"
    RECEIPT = "receipt"
    PLAN = "plan"
    BOOK = "book"
    PAPER = "paper"


_P = PaperPicture
_BY_WORDS: tuple[tuple[str, PaperPicture], ...] = (
    ("to khai", _P.FORM),
    ("phieu de nghi", _P.FORM),
    ("giay de nghi", _P.FORM),
    ("don de nghi", _P.FORM),
    ("don xin", _P.FORM),
    ("don yeu cau", _P.FORM),
    ("don dang ky", _P.FORM),
    ("ban khai", _P.FORM),
    ("giay khai dang ky", _P.FORM),
    ("giay khai thu hoi", _P.FORM),
    ("dien thoai", _P.PHONE),
    ("vneid", _P.PHONE),
    ("giay chung sinh", _P.BIRTH_NOTE),
    ("giay khai sinh", _P.BIRTH_CERTIFICATE),
    ("ket hon", _P.MARRIAGE),
    ("tinh trang hon nhan", _P.MARRIAGE),
    ("bao tu", _P.DEATH),
    ("giay chung tu", _P.DEATH),
    ("khai tu", _P.DEATH),
    ("nguoi da mat", _P.DEATH),
    ("uy quyen", _P.AGREEMENT),
    ("so do nha", _P.PLAN),
    ("so do", _P.LAND_BOOK),
    ("quyen su dung dat", _P.LAND_BOOK),
    ("can cuoc", _P.IDENTITY_CARD),
    ("cccd", _P.IDENTITY_CARD),
    ("chung minh nhan dan", _P.IDENTITY_CARD),
    ("ho chieu", _P.IDENTITY_CARD),
    ("tuy than", _P.IDENTITY_CARD),
    ("dinh danh", _P.IDENTITY_CARD),
    ("giay phep lai xe", _P.IDENTITY_CARD),
    ("the bhyt", _P.HEALTH_CARD),
    ("bao hiem y te", _P.HEALTH_CARD),
    ("so bhxh", _P.BOOK),
    ("anh ", _P.PHOTO),
    ("kham suc khoe", _P.MEDICAL),
    ("benh an", _P.MEDICAL),
    ("y khoa", _P.MEDICAL),
    ("ra vien", _P.MEDICAL),
    ("co so y te", _P.MEDICAL),
    ("nguoi lam chung cung den", _P.PEOPLE),
    ("tai khoan", _P.BANK),
    ("chung tu", _P.RECEIPT),
    ("le phi", _P.RECEIPT),
    ("ban ve thiet ke", _P.PLAN),
    ("trich do", _P.PLAN),
    ("hop dong", _P.AGREEMENT),
    ("thoa thuan", _P.AGREEMENT),
    ("mua ban", _P.AGREEMENT),
    ("dong y", _P.AGREEMENT),
    ("cam doan", _P.AGREEMENT),
    ("di chuc", _P.AGREEMENT),
    ("xe ", _P.VEHICLE),
    ("noi cu tru", _P.HOME),
    ("cho o", _P.HOME),
    ("nha o", _P.HOME),
    ("giay xac nhan", _P.CERTIFICATE),
    ("giay chung nhan", _P.CERTIFICATE),
    ("quyet dinh", _P.CERTIFICATE),
    ("bang ", _P.CERTIFICATE),
    ("ban sao", _P.COPIES),
    ("ban chup", _P.COPIES),
    ("giay", _P.PAPER),
    ("van ban", _P.PAPER),
    ("to ", _P.PAPER),
    ("ho so", _P.PAPER),
    ("thong bao", _P.PAPER),
    ("bien ban", _P.PAPER),
    ("danh sach", _P.PAPER),
    ("ban ", _P.PAPER),
)
_NOTHING_TO_BRING = ("khong ", "chua phai")


def picture_of(title: str) -> PaperPicture | None:
    """Return the drawing for what a title says, None where no drawing would help."""
    words = f"{fold(title)} "
    if words.startswith(_NOTHING_TO_BRING):
        return None
    return next((picture for key, picture in _BY_WORDS if f" {key}" in f" {words}"), None)
