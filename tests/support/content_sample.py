"""A small valid procedure as TOML, to be broken in one place by a test."""

from __future__ import annotations

from pathlib import Path

from kiosk.services.content import Content, parse_blocks, read_content

BLOCKS = parse_blocks(
    """
[vneid-login]
title = "Đăng nhập"
instruction = ["Bấm “Đăng nhập”."]
expect = "Bây giờ màn hình phải có chữ “Đăng xuất”."
picture = "vneid-login"
picture_alt = "Điện thoại quét mã."
barriers = ["L3"]
"""
)

PICTURES = ("vneid-login", "fill-form")

SAMPLE = """\
code = "9.000001"
title = "Việc mẫu"
official_title = "Thủ tục mẫu"
summary = "Một câu ngắn."
life_events = ["birth", "marriage", "housing", "identity", "elderly", "copies", "business", "death"]
field = "Hộ tịch"
decided_by = "Ủy ban nhân dân xã"
channel = "portal"
review_by = 2027-01-01
next_steps = ["Giữ giấy hẹn."]
synonyms = ["việc mẫu"]
aliases = ["9.000009"]

[source]
name = "Cổng Dịch vụ công quốc gia"
url = "https://dichvucong.gov.vn/mau"
taken_on = 2026-07-18

[level]
text = "Nộp trực tuyến"

[fee]
text = "8.000 đồng"

[[questions]]
id = "who"
text = "Ai đi nộp?"
choices = [{ id = "self", text = "Tôi" }, { id = "other", text = "Người khác" }]

[[papers]]
id = "mandate"
title = "Văn bản ủy quyền"
when = { who = ["other"] }

[[papers]]
id = "identity"
title = "Căn cước"

[[steps]]
use = "vneid-login"
usual_seconds = 30

[[steps]]
id = "fill-form"
title = "Điền tờ khai"
instruction = ["Điền từ trên xuống."]
expect = "Bây giờ các ô đều có chữ."
picture = "fill-form"
picture_alt = "Tờ khai."
barriers = ["E1", "E2"]
first_aid = { E1 = "Chép theo giấy." }
when = { who = ["self"] }
"""


def changed(old: str, new: str) -> str:
    """Return the sample with its one `old` replaced; a test that changes nothing would lie."""
    assert SAMPLE.count(old) == 1, f"{old!r} is there {SAMPLE.count(old)} times"
    return SAMPLE.replace(old, new)


def written(folder: Path, text: str = SAMPLE, name: str = "9.000001.toml") -> Path:
    """Write `text` as a content file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def content_of(*files: Path) -> Content:
    """Read `files` with the sample's shared steps."""
    return read_content(files, BLOCKS)
