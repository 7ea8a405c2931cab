"""The stand-in's pages: plain, in our own words, built like the real portal's in structure only."""

from __future__ import annotations

import json
from html import escape

from tests.portal.office import ACCOUNT, NAME, PAPERS, Dossier, Switches

PART_TITLES = {
    "nguoi-yeu-cau": "Phần 1. Người đi khai",
    "em-be": "Phần 2. Em bé",
    "nguoi-me": "Phần 3. Người mẹ",
    "nguoi-cha": "Phần 4. Người cha",
    "nhan-ket-qua": "Phần 5. Nhận kết quả",
}
FIELDS = {
    "nguoi-yeu-cau": (("ho-ten", "Họ và tên", NAME), ("dien-thoai", "Số điện thoại", "")),
    "em-be": (("ten-be", "Họ, chữ đệm, tên bé", ""), ("ngay-sinh", "Ngày sinh", "")),
    "nguoi-me": (("so-dinh-danh-me", "Số định danh của mẹ", ""),),
    "nguoi-cha": (("so-dinh-danh-cha", "Số định danh của cha", ""),),
    "nhan-ket-qua": (("so-ban-sao", "Số bản sao", "1"),),
}
_NUMBERS = frozenset(
    {"dien-thoai", "ngay-sinh", "so-dinh-danh-me", "so-dinh-danh-cha", "so-ban-sao"}
)
_STYLE = """body{font:18px sans-serif;margin:0;color:#222}header{background:#7d1f2d;color:#fff;
padding:12px 20px;display:flex;gap:20px}header a{color:#fff}main{padding:20px;max-width:900px}
input,select,button{font:18px sans-serif;padding:10px;margin:4px 0;min-width:260px}
button,.nut{background:#7d1f2d;color:#fff;border:0;padding:12px 24px;display:inline-block}
table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:8px}.loi{color:#a00}"""


def page(title: str, body: str, *, is_known: bool = False, room_px: int = 0) -> str:
    """Return a whole page; `is_known` is a person who has logged in, `room_px` lies above it."""
    who = (
        f"<span>Xin chào, {NAME}</span> <a href='/dang-xuat'>Đăng xuất</a>"
        if is_known
        else "<a id='dang-nhap' href='/dang-nhap'>Đăng nhập</a>"
    )
    return (
        f"<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>{escape(title)}"
        f"</title><style>{_STYLE}</style></head><body style='padding-top:{room_px}px'>"
        f"<header><b>Cổng đóng thế</b>"
        f"<a href='/'>Trang chủ</a>"
        f"{who}</header><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )


def home(switches: Switches) -> str:
    """The home page: a search field; with `changed`, it has moved and is called otherwise."""
    if switches.changed:
        return "<p>Giao diện mới.</p><a class='nut' href='/tra-cuu-moi'>Dịch vụ theo nhóm</a>"
    return (
        "<form action='/tim'><label>Tìm thủ tục <input id='tim' type='search' name='q'></label>"
        "<button id='tim-kiem'>Tìm kiếm</button></form>"
    )


def log_in(number: str) -> str:
    """The log-in of VNeID: a square code that the telephone scans, or account and password."""
    squares = "".join(
        f"<rect x='{x}' y='{y}' width='1' height='1'/>"
        for x in range(21)
        for y in range(21)
        if (x * 7 + y * 13 + x * y) % 3 == 0
    )
    return (
        f"<svg id='ma-vuong' viewBox='0 0 21 21' width='210' height='210'>{squares}</svg>"
        "<p>Mở VNeID, quét mã vuông.</p>"
        "<form method='post' action='/sso/mat-khau'>"
        f"<input type='hidden' name='cho' value='{number}'>"
        "<p><label>Số định danh <input id='so' name='so' inputmode='numeric'></label></p>"
        "<p><label>Mật khẩu <input id='mat-khau' name='mat-khau' type='password'></label></p>"
        "<button id='vao'>Đăng nhập</button></form>"
        f"<script>(function hoi(){{fetch('/sso/da-quet?cho={number}').then(r=>r.json())"
        ".then(r=>{if(r.xong)location.href='/sso/vao?cho=" + number + "';"
        "else setTimeout(hoi,100)})})()</script>"
    )


def otp(number: str, problem: str = "") -> str:
    """The code of one use."""
    return (
        f"<p class='loi'>{escape(problem)}</p><form method='post' action='/sso/otp'>"
        f"<input type='hidden' name='cho' value='{number}'>"
        "<label>Mã OTP <input id='otp' name='otp' autocomplete='one-time-code' inputmode='numeric'>"
        "</label><button id='xac-nhan'>Xác nhận</button></form>"
    )


def results(query: str) -> str:
    """What a search finds."""
    return (
        f"<p>Kết quả cho “{escape(query)}”</p>"
        "<a id='khai-sinh' href='/thu-tuc/khai-sinh'>Thủ tục đăng ký khai sinh</a>"
    )


def procedure() -> str:
    """The procedure with the choice of the agency."""
    return (
        "<form method='post' action='/nop'><p><label>Tỉnh/Thành phố <select id='tinh' name='tinh'>"
        "<option value=''>Chọn</option><option>Hà Nội</option></select></label></p>"
        "<p><label>Phường/Xã <select id='xa' name='xa'><option value=''>Chọn</option>"
        "<option>Ứng Hòa</option></select></label></p><button id='nop'>Nộp hồ sơ</button></form>"
    )


def form_part(part: str, dossier: Dossier, problem: str = "") -> str:
    """One of the five parts."""
    kept = dossier.parts.get(part, {})
    rows = "".join(
        f"<p><label>{label} <input id='{name}' name='{name}'"
        f" value='{escape(kept.get(name, usual))}'"
        f"{' inputmode=numeric' if name in _NUMBERS else ''}></label></p>"
        for name, label, usual in FIELDS[part]
    )
    return (
        f"<h2>{PART_TITLES[part]}</h2><p class='loi'>{escape(problem)}</p>"
        f"<form method='post' action='/nop/{part}'>{rows}<button id='tiep'>Tiếp tục</button></form>"
    )


def framed(site: str, part: str) -> str:
    """The form in a frame of another site, as the real portal does it."""
    return f"<iframe id='bieu-mau' src='{site}/e-form/{part}' width='860' height='600'></iframe>"


def papers(dossier: Dossier, problem: str = "") -> str:
    """The table of papers: a file for each row."""
    rows = "".join(
        f"<tr><td>{n}</td><td>{title}</td><td>{dossier.papers.get(paper, 0)} byte</td>"
        f"<td><form method='post' action='/nop/giay-to/{paper}' enctype='multipart/form-data'>"
        f"<input id='tep-{paper}' name='tep' type='file' accept='.pdf,.jpg,.png'>"
        f"<button id='gui-{paper}'>Đính kèm</button></form></td></tr>"
        for n, (paper, title) in enumerate(PAPERS.items(), 1)
    )
    return (
        f"<p class='loi'>{escape(problem)}</p><p>Mỗi tệp không quá 2 MB.</p>"
        f"<table><tr><th>STT</th><th>Giấy tờ</th><th>Đã có</th><th></th></tr>{rows}</table>"
        "<p><a class='nut' id='tiep' href='/nop/le-phi'>Tiếp tục</a></p>"
    )


def fee(pay_at: str) -> str:
    """The fee, and the way to the gateway that takes it."""
    return (
        f"<p>Lệ phí: 8.000 đồng.</p><form method='post' action='{pay_at}'>"
        "<button id='thanh-toan'>Thanh toán</button></form>"
    )


def gateway(back: str) -> str:
    """A gateway; it sends the payer back."""
    return (
        f"<p>Cổng thanh toán đóng thế</p><a class='nut' id='tra' href='{back}'>Trả 8.000 đồng</a>"
    )


def promise(problem: str = "") -> str:
    """The last page before handing in."""
    return (
        f"<p class='loi'>{escape(problem)}</p><form method='post' action='/nop/gui'>"
        "<p><label><input id='cam-doan' name='cam-doan' type='checkbox' value='1'"
        " style='min-width:0'> Tôi cam đoan khai đúng</label></p>"
        "<button id='gui'>Gửi hồ sơ</button></form>"
    )


def handed_in(code: str) -> str:
    """The code, and the receipt to print."""
    return (
        f"<p>Mã hồ sơ: <b id='ma'>{code}</b></p>"
        f"<a class='nut' id='tai' href='/ho-so/{code}.pdf'>Tải giấy tiếp nhận</a>"
        "<p><button id='in' onclick='print()'>In trang này</button></p>"
    )


def memory(canary: str) -> str:
    """A page that writes `canary` into every memory it can reach."""
    word = json.dumps(canary)
    return f"""<p id='xong'>chờ</p><script>(async () => {{ const c = {word};
    document.cookie = 'canary=' + c + '; max-age=99999; path=/';
    localStorage.setItem('canary', c); sessionStorage.setItem('canary', c);
    const box = await caches.open('canary'); await box.put('/canary', new Response(c));
    await new Promise(done => {{ const o = indexedDB.open('canary', 1);
      o.onupgradeneeded = () => o.result.createObjectStore('s');
      o.onsuccess = () => {{ const t = o.result.transaction('s', 'readwrite');
        t.objectStore('s').put(c, 'k'); t.oncomplete = done; }}; }});
    await fetch('/kho/' + c, {{cache: 'force-cache'}});
    document.title = 'nhớ xong'; document.getElementById('xong').textContent = 'xong'; }})()
    </script>"""


def recollection() -> str:
    """A page that tells in its title everything it still remembers."""
    return """<script>(async () => { const told = [document.cookie, localStorage.getItem('canary'),
    sessionStorage.getItem('canary'), (await caches.keys()).join()];
    const names = indexedDB.databases ? (await indexedDB.databases()).map(d => d.name) : [];
    told.push(names.join()); const kept = await fetch('/kho-da-hoi', {cache: 'no-store'});
    told.push(await kept.text());
    document.title = 'nhớ: ' + told.filter(x => x).join('|'); })()</script>"""


def ways_out(away: str) -> str:
    """Every way out of the page that a page can try; each carries somebody's number along."""
    query = f"?so={ACCOUNT}"
    outside = f"{away}/{query}#phan"
    return f"""<p><a id='ngoai' href='{outside}'>Trang ngoài</a></p>
    <p><a id='cua-so' target='_blank' href='/trong'>Cửa sổ mới, trang trong</a></p>
    <p><a id='cua-so-ngoai' target='_blank' href='{outside}'>Cửa sổ mới, trang ngoài</a></p>
    <p><button id='bat' onclick="window.open('/trong')">window.open</button></p>
    <p><a id='goi' href='tel:19001000'>Gọi</a> <a id='zalo' href='zalo://chat'>Zalo</a>
    <a id='thu' href='mailto:a@b.vn'>Thư</a> <a id='tep' href='file:///etc/hostname'>Tệp</a>
    <a id='nguon' href='view-source:https://dichvucong.gov.vn/'>Mã nguồn</a></p>
    <p><a id='chuyen' href='/chuyen-ra-ngoai'>Chuyển hướng</a></p>
    <p><a id='zip' href='/tai/anh.zip{query}'>Tải zip</a>
    <a id='pdf' href='/tai/to.pdf'>Tải PDF</a>
    <a id='pdf-gia' href='/tai/gia.pdf'>PDF giả</a></p>
    <p><button id='bao' onclick="alert('Đã lưu')">alert</button>
    <button id='hoi' onclick="document.title = confirm('Xóa tờ khai?') ? 'có' : 'không'">hỏi
    </button>
    <button id='nhap' onclick="document.title = String(prompt('Tên?'))">prompt</button>
    <button id='in' onclick='print()'>In</button></p>
    <form id='mau' method='post' target='_blank' action='/nhan'><input type='hidden' name='a'
    value='1'><button id='gui-moi'>Gửi ở cửa sổ mới</button></form>
    <p id='chu'>Chữ để bôi đen <input id='o' value='ô chữ'></p>
    <img id='hinh' src='{away}/hinh.png{query}' onload="this.alt='hiện'"
    onerror="this.alt='không hiện'">
    <iframe id='khung' src='{outside}'></iframe>"""
