"""How the stand-in answers: which page for which path, and what each form does."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from tests.portal import pages
from tests.portal.office import (
    ACCOUNT,
    KINDS,
    LARGEST_BYTES,
    PAPERS,
    PARTS,
    PASSWORD,
    Dossier,
    PortalOffice,
)
from tests.portal.receipt import receipt_pdf
from tests.portal.upload import uploaded_file

_HTML = "text/html; charset=utf-8"


class Handler(BaseHTTPRequestHandler):
    """Answers one request after another of one connection."""

    office: ClassVar[PortalOffice]
    protocol_version = "HTTP/1.1"
    timeout = 30

    def log_message(self, _format: str, *_args: object) -> None:
        """Keep quiet: tests look at `office.asked`."""

    # Requests

    def do_GET(self) -> None:
        self._serve(self._gets())

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self._body = self.rfile.read(length)
        self.office.posted.append(self._body)
        self._serve(self._posts())

    def _serve(self, answers: dict[str, Callable[[str], None]]) -> None:
        self._url = urlsplit(self.path)
        self._query = {key: values[0] for key, values in parse_qs(self._url.query).items()}
        self.office.note(self.path)
        switches = self.office.switches
        self.office.hold_back(switches.slow_seconds)
        if switches.down:
            self._send("<h1>503</h1>", status=503)
            return
        path = self._url.path
        for prefix, answer in answers.items():
            if path == prefix or (
                prefix.endswith("/") and prefix != "/" and path.startswith(prefix)
            ):
                answer(path.removeprefix(prefix))
                return
        self._send(pages.page("Không có trang này", ""), status=404)

    def _gets(self) -> dict[str, Callable[[str], None]]:
        return {
            "/": self._home,
            "/dang-nhap": self._log_in,
            "/sso/da-quet": self._was_scanned,
            "/sso/vao": self._enter,
            "/sso/otp": self._show_otp,
            "/dang-xuat": self._log_out,
            "/tim": self._search,
            "/thu-tuc/khai-sinh": self._procedure,
            "/nop/giay-to": self._papers,
            "/nop/le-phi": self._fee,
            "/nop/da-tra": self._paid,
            "/nop/cam-doan": self._promise,
            "/nop/": self._part,
            "/e-form/": self._part,
            "/ho-so/": self._dossier,
            "/nho": self._memory,
            "/con-nho": self._recollection,
            "/kho/": self._cached,
            "/kho-da-hoi": self._cache_asked,
            "/loi-ra": self._ways_out,
            "/trong": self._inside,
            "/chuyen-ra-ngoai": self._redirect_away,
            "/tai/": self._download,
            "/rieng": self._private,
            "/chuyen-vao": self._inside,
        }

    def _posts(self) -> dict[str, Callable[[str], None]]:
        return {
            "/sso/mat-khau": self._take_password,
            "/sso/otp": self._take_otp,
            "/nop": self._begin,
            "/nop/gui": self._hand_in,
            "/nop/giay-to/": self._take_paper,
            "/nop/": self._take_part,
            "/e-form/": self._take_part,
            "/thanh-toan": self._gateway,
            "/nhan": self._inside,
        }

    # Home and log-in

    def _home(self, _rest: str) -> None:
        self._page("Trang chủ", pages.home(self.office.switches))

    def _log_in(self, _rest: str) -> None:
        self._page("Đăng nhập bằng VNeID", pages.log_in(self.office.begin_log_in()))

    def _was_scanned(self, _rest: str) -> None:
        done = bool(self.office.waiting.get(self._query.get("cho", "")))
        self._send(json.dumps({"xong": done}), kind="application/json")

    def _enter(self, _rest: str) -> None:
        session = self.office.waiting.get(self._query.get("cho", ""), "")
        self._go("/", f"phien={session}; Path=/; Secure; HttpOnly; Max-Age=3600")

    def _take_password(self, _rest: str) -> None:
        form = self._form()
        if (form.get("so"), form.get("mat-khau")) != (ACCOUNT, PASSWORD):
            self._page("Đăng nhập bằng VNeID", pages.log_in(form.get("cho", "")))
            return
        self.office.hold_back(self.office.switches.otp_seconds)
        self._go(f"/sso/otp?cho={form['cho']}")

    def _show_otp(self, _rest: str) -> None:
        self._page("Nhập mã", pages.otp(self._query.get("cho", "")))

    def _take_otp(self, _rest: str) -> None:
        form = self._form()
        if form.get("otp") != self.office.otp():
            self._page("Nhập mã", pages.otp(form.get("cho", ""), "Mã chưa đúng, nhập lại."))
            return
        self.office.waiting[form["cho"]] = self.office.open_session()
        self._go(f"/sso/vao?cho={form['cho']}")

    def _log_out(self, _rest: str) -> None:
        self.office.close_session(self._session)
        self._go("/", "phien=; Path=/; Max-Age=0")

    # The dossier

    def _search(self, _rest: str) -> None:
        self._page("Tìm thủ tục", pages.results(self._query.get("q", "")))

    def _procedure(self, _rest: str) -> None:
        self._page("Thủ tục đăng ký khai sinh", pages.procedure())

    def _begin(self, _rest: str) -> None:
        dossier = self._known()
        if dossier is None:
            return
        dossier.commune = self._form().get("xa", "")
        if not dossier.commune:
            self._page("Thủ tục đăng ký khai sinh", pages.procedure())
            return
        self._go(f"/nop/{PARTS[0]}")

    def _part(self, part: str) -> None:
        dossier = self._known()
        if dossier is None or part not in PARTS:
            return
        site = self.office.switches.form_site
        if site and not self._url.path.startswith("/e-form/"):
            self._page("Kê khai", pages.framed(site, part))
        else:
            self._page("Kê khai", pages.form_part(part, dossier))

    def _take_part(self, part: str) -> None:
        dossier = self._known()
        if dossier is None or part not in PARTS:
            return
        filled = {name: self._form().get(name, "") for name, *_rest in pages.FIELDS[part]}
        dossier.parts[part] = filled
        if not all(filled.values()):
            self._page("Kê khai", pages.form_part(part, dossier, "Điền các ô còn trống."))
            return
        following = PARTS[PARTS.index(part) + 1 :]
        self._go(f"/nop/{following[0]}" if following else "/nop/giay-to")

    def _papers(self, _rest: str) -> None:
        dossier = self._known()
        if dossier is not None:
            self._page("Thành phần hồ sơ", pages.papers(dossier))

    def _take_paper(self, paper: str) -> None:
        dossier = self._known()
        if dossier is None or paper not in PAPERS:
            return
        name, content = uploaded_file(self.headers["Content-Type"], self._body)
        problem = _problem_of(name, content)
        if not problem:
            dossier.papers[paper] = len(content)
        self._page("Thành phần hồ sơ", pages.papers(dossier, problem))

    def _fee(self, _rest: str) -> None:
        switches = self.office.switches
        site = switches.away if switches.pay_away else ""
        self._page("Lệ phí", pages.fee(f"{site}/thanh-toan?ve={self._own_url}"))

    def _gateway(self, _rest: str) -> None:
        self._page("Thanh toán", pages.gateway(f"{self._query.get('ve', '')}/nop/da-tra"))

    def _paid(self, _rest: str) -> None:
        dossier = self._known()
        if dossier is not None:
            dossier.is_paid = True
            self._go("/nop/cam-doan")

    def _promise(self, _rest: str) -> None:
        self._page("Cam đoan", pages.promise())

    def _hand_in(self, _rest: str) -> None:
        dossier = self._known()
        if dossier is None:
            return
        missing = [PAPERS[paper] for paper in PAPERS if paper not in dossier.papers]
        if "cam-doan" not in self._form():
            self._page("Cam đoan", pages.promise("Đánh dấu vào ô cam đoan."))
        elif missing or not dossier.is_paid:
            self._page("Cam đoan", pages.promise(f"Còn thiếu: {', '.join(missing) or 'lệ phí'}."))
        else:
            self._go(f"/ho-so/{self.office.hand_in(dossier)}")

    def _dossier(self, code: str) -> None:
        if code.endswith(".pdf"):
            self._send_pdf(receipt_pdf(code.removesuffix(".pdf")))
        else:
            self._page("Đã nhận hồ sơ", pages.handed_in(code))

    # What a page can do besides

    def _memory(self, _rest: str) -> None:
        canary = self.office.switches.canary
        cookie = f"nho={canary}; Path=/; Max-Age=99999; Secure; HttpOnly"
        self._send(pages.page("Nhớ", pages.memory(canary)), cookie=cookie)

    def _recollection(self, _rest: str) -> None:
        self._page("Còn nhớ gì", pages.recollection())

    def _cached(self, rest: str) -> None:
        self._send(rest, kind="text/plain", headers={"Cache-Control": "max-age=99999"})

    def _cache_asked(self, _rest: str) -> None:
        """Tell which cookies came along, the hidden ones too."""
        self._send(self.headers.get("Cookie", ""), kind="text/plain")

    def _ways_out(self, _rest: str) -> None:
        self._page("Lối ra", pages.ways_out(self.office.switches.away))

    def _inside(self, _rest: str) -> None:
        self._page("Trang trong", "<p>Vẫn ở trong Cổng.</p>")

    def _redirect_away(self, _rest: str) -> None:
        self._go(f"{self.office.switches.away}/?so={ACCOUNT}")

    def _download(self, name: str) -> None:
        if name == "to.pdf":
            self._send_pdf(receipt_pdf("G99.99.99-261125-0001"))
        elif name == "gia.pdf":
            self._send_pdf(b"<html>no PDF at all</html>")
        else:
            attachment = {"Content-Disposition": f'attachment; filename="{name}"'}
            self._send(b"PK\x03\x04", kind="application/zip", headers=attachment)

    def _private(self, _rest: str) -> None:
        """Ask for name and password in the browser's own way."""
        wanted = base64.b64encode(f"{ACCOUNT}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") == f"Basic {wanted}":
            self._inside("")
        else:
            ask = {"WWW-Authenticate": 'Basic realm="rieng"'}
            self._send("<h1>401</h1>", status=401, headers=ask)

    # Answers

    @property
    def _session(self) -> str:
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("phien")
        return cookie.value if cookie else ""

    @property
    def _own_url(self) -> str:
        return f"https://{self.headers['Host']}"

    def _known(self) -> Dossier | None:
        """Return the dossier of who is logged in; anyone else is sent to the log-in."""
        dossier = self.office.sessions.get(self._session)
        if dossier is None:
            self._go("/dang-nhap")
        return dossier

    def _form(self) -> dict[str, str]:
        fields = parse_qs(self._body.decode("utf-8"), keep_blank_values=True)
        return {name: values[0].strip() for name, values in fields.items()}

    def _page(self, title: str, body: str) -> None:
        is_known = self._session in self.office.sessions
        room_px = self.office.switches.room_px
        self._send(pages.page(title, body, is_known=is_known, room_px=room_px))

    def _go(self, where: str, cookie: str = "") -> None:
        self._send("", status=303, cookie=cookie, headers={"Location": where})

    def _send_pdf(self, content: bytes) -> None:
        self._send(content, kind="application/pdf")

    def _send(
        self,
        content: str | bytes,
        *,
        status: int = 200,
        kind: str = _HTML,
        cookie: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **({"Set-Cookie": cookie} if cookie else {}),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _problem_of(name: str, content: bytes) -> str:
    """Return why a file is not taken, or nothing."""
    mark = KINDS.get(name[name.rfind(".") :].lower())
    if not content:
        return "Chưa chọn tệp."
    if mark is None or not content.startswith(mark):
        return "Chỉ nhận tệp PDF, JPG, PNG."
    return "Tệp quá 2 MB." if len(content) > LARGEST_BYTES else ""
