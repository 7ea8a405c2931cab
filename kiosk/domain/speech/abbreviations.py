"""What stands for more than its letters, and how letters are called one by one."""

from __future__ import annotations

LETTERS = {
    "A": "a",
    "B": "bê",
    "C": "xê",
    "D": "dê",
    "Đ": "đê",
    "E": "e",
    "F": "ép",
    "G": "giê",
    "H": "hát",
    "I": "i",
    "J": "gi",
    "K": "ca",
    "L": "e lờ",
    "M": "em mờ",
    "N": "en nờ",
    "O": "o",
    "P": "pê",
    "Q": "quy",
    "R": "e rờ",
    "S": "ét sờ",
    "T": "tê",
    "U": "u",
    "V": "vê",
    "W": "vê kép",
    "X": "ích xì",
    "Y": "i dài",
    "Z": "dét",
}

SPOKEN = {
    "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "BHTN": "bảo hiểm thất nghiệp",
    "CCCD": "căn cước công dân",
    "CMND": "chứng minh nhân dân",
    "GPLX": "giấy phép lái xe",
    "TTHC": "thủ tục hành chính",
    "DVC": "dịch vụ công",
    "CSDL": "cơ sở dữ liệu",
    "CNTT": "công nghệ thông tin",
    "MTTQ": "mặt trận tổ quốc",
    "GTGT": "giá trị gia tăng",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "SĐT": "số điện thoại",
    "TP.": "thành phố",
    "TP": "thành phố",
    "VNeID": "vi en i ai đi",
    "VssID": "vi ét ét ai đi",
    "OTP": "ô tê pê",
    "QR": "kiu a",
    "PIN": "pin",
    "SIM": "sim",
    "SMS": "tin nhắn",
    "PDF": "pê đê ép",
    "USB": "u ét bê",
    "ATM": "a tê em",
    "VNĐ": "đồng",
    "VND": "đồng",
    "Zalo": "da lô",
    "Internet": "in tơ nét",
    "internet": "in tơ nét",
    "Wi-Fi": "oai phai",
    "Wifi": "oai phai",
    "wifi": "oai phai",
    "email": "i meo",
    "Email": "i meo",
    "iPhone": "ai phôn",
    "Android": "an đờ roi",
    "eForm": "i phom",
    "App": "áp",
    "app": "áp",
}
"""Abbreviation or foreign name, exactly as written → what is said."""

LEGAL = {
    "NĐ": "nghị định",
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "TT": "thông tư",
    "QH": "quốc hội",
    "CP": "chính phủ",
    "TTg": "thủ tướng",
    "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
}
"""The parts of a legal text's number, which mean other things elsewhere."""

HOSTS = {
    "dichvucong": "dịch vụ công",
    "gov": "gốp",
    "vn": "vi en",
    "www": "vê kép vê kép vê kép",
}
"""The parts of a web address that are no word as they stand."""

UNITS = {
    "km": "ki lô mét",
    "m": "mét",
    "cm": "xen ti mét",
    "mm": "mi li mét",
    "m2": "mét vuông",
    "m²": "mét vuông",
    "kg": "ki lô gam",
    "ha": "héc ta",
    "MB": "mê ga bai",
    "KB": "ki lô bai",
    "GB": "ghi ga bai",
    "%": "phần trăm",
    "đ": "đồng",
    "₫": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
}
"""Unit after a figure → what is said."""


def spelled(letters: str) -> str:
    """Return capital letters by their names; anything else is left out."""
    return " ".join(LETTERS[letter] for letter in letters.upper() if letter in LETTERS)
