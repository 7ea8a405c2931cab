// Runs in every frame of the page, in a world of its own: the page's scripts cannot see it.
// It tells the kind of the field in focus and nothing of what is in it, keeps links in this window,
// and stops what leads out by finger or mouse: menus, dragging, selecting text.
(() => {
  "use strict";
  const SECRET = /mật khẩu|mat khau|passw|passcode|otp|one-time-code|mã pin|\bpin\b|cvv|cvc|cc-csc|mã xác (thực|nhận|minh)|ma xac (thuc|nhan|minh)|verification code/i;
  const NUMBERS = /^(number|tel|date|month|time|datetime-local|week)$/;
  const NO_TEXT = /^(button|submit|reset|checkbox|radio|file|image|color|range|hidden)$/;
  let tell = null;
  let last = "none";

  const label = (field) => {
    const labels = field.labels ? [...field.labels].map((one) => one.textContent) : [];
    return [field.autocomplete, field.name, field.id, field.placeholder,
      field.getAttribute("aria-label"), ...labels].join(" ");
  };
  const isWritten = (field) =>
    field.isContentEditable || field.tagName === "TEXTAREA" ||
    (field.tagName === "INPUT" && !NO_TEXT.test(field.type));
  const isSecret = (field) => {
    const hidden = getComputedStyle(field).webkitTextSecurity;
    return field.type === "password" || (hidden && hidden !== "none") ||
      field.maxLength === 1 || SECRET.test(label(field));
  };
  const isSearch = (field) => field.type === "search" || /^(search|go)$/.test(field.enterKeyHint) ||
    field.closest("[role=search], [role=searchbox]");
  const kindOf = (field) => {
    if (!field || !field.tagName || !isWritten(field)) return "none";
    if (field.isContentEditable || field.tagName === "TEXTAREA") return "text";
    const isNumber = NUMBERS.test(field.type) || /^(numeric|tel|decimal)$/.test(field.inputMode) ||
      field.autocomplete === "one-time-code" || field.maxLength === 1;
    if (isSecret(field)) return isNumber ? "code" : "secret";
    if (isSearch(field)) return "search";
    return isNumber ? "number" : "text";
  };
  const report = (kind) => {
    last = kind;
    if (window !== window.top) window.top.postMessage({ dongHanhSoField: kind }, "*");
    else if (tell) tell.field_focused(kind);
  };
  // Inside a shadow tree the event names its host, and the way of the event the field itself.
  const fieldOf = (event) => event.composedPath()[0] || event.target;

  addEventListener("focusin", (event) => report(kindOf(fieldOf(event))), true);
  addEventListener("focusout", () => report("none"), true);
  // A press in the same field may have moved its cursor: whoever types there begins anew.
  addEventListener("pointerup", (event) => {
    const field = fieldOf(event);
    if (field === document.activeElement && isWritten(field)) report(kindOf(field));
  }, true);
  // The keyboard takes room from the page: what is typed into stays in sight.
  const showField = () => {
    const field = document.activeElement;
    if (!field) return;
    if (field.tagName === "IFRAME") field.contentWindow.postMessage({ dongHanhSoShow: true }, "*");
    else if (isWritten(field)) field.scrollIntoView({ block: "center" });
  };
  addEventListener("resize", showField);
  addEventListener("message", (event) => {
    if (event.data && event.data.dongHanhSoShow) showField();
  }, true);
  const stop = (event) => event.preventDefault();
  addEventListener("contextmenu", stop, true);
  addEventListener("dragstart", stop, true);
  addEventListener("drop", stop, true);
  addEventListener("dragover", stop, true);
  addEventListener("selectstart", (event) => {
    const from = event.target;
    const element = from.nodeType === Node.TEXT_NODE ? from.parentElement : from;
    if (!element || !isWritten(element)) event.preventDefault();
  }, true);
  addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one.tagName === "A" || one.tagName === "AREA");
    if (link && link.protocol && !/^(https?|javascript|blob|data|about):$/.test(link.protocol)) {
      event.preventDefault();
      if (tell) tell.link_refused(link.protocol);
    }
    if (link && link.target && !/^_(self|top|parent)$/.test(link.target)) link.target = "_self";
  }, true);
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.target && !/^_(self|top|parent)$/.test(form.target)) form.target = "_self";
  }, true);

  if (window !== window.top) return;
  addEventListener("message", (event) => {
    const kind = event.data && event.data.dongHanhSoField;
    if (["none", "text", "search", "number", "secret", "code"].includes(kind)) report(kind);
  }, true);
  const readable = () => { if (tell) tell.page_readable(); };
  addEventListener("DOMContentLoaded", readable);
  new QWebChannel(qt.webChannelTransport, (channel) => {
    tell = channel.objects.portal;
    globalThis.dongHanhSo.meet(channel.objects.hints);
    if (last !== "none") tell.field_focused(last);
    if (document.readyState !== "loading") readable();
  });
})();
