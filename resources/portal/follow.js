// Finds what the guide wants pressed, in every frame, in a world of its own that the page cannot see.
// It scrolls there once, draws a calm frame with an arrow over the page, and tells which step was
// found, by the number it was asked under. It looks at words and places, never at what a field holds.
(() => {
  "use strict";
  const LOOK_AFTER_MS = 30;   // after the first change; a page that costs more to look at is looked at less
  const COST = 10, RARELY_MS = 500;
  const PRESSABLE = "a, button, summary, label, select, input, textarea, [role=button], [role=link], " +
    "[role=tab], [role=menuitem], [role=option], [role=radio], [role=checkbox], [onclick]";
  const HELD = "textarea, select, script, style, noscript, [contenteditable]:not([contenteditable=false])";
  const LABELLED = /^(submit|button|reset)$/;
  const isTop = window === window.top;
  let sought = null;   // {number, steps: [{id, text, selector}], draws, scrolls, look} as in ui/portal/models.py
  let told = null;     // what was told last for this number
  let hints = null;    // the line to the program, in the top frame alone
  let target = null;
  let due = 0;
  let cost = 0;
  const foundBy = new Map();  // window of a frame below → place of its candidate

  // Looking

  const plain = (text) => (text || "").normalize("NFC").toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const isShown = (one) => one.getClientRects().length > 0 &&
    (!one.checkVisibility || one.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  const wordsOf = (one) => {
    if (one.tagName === "INPUT") return LABELLED.test(one.type) ? one.value : "";
    if (one.matches(HELD)) return "";
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(HELD)
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let words = "";
    while (walk.nextNode()) {
      if (walk.currentNode.nodeType === Node.TEXT_NODE) words += walk.currentNode.data + " ";
    }
    return words;
  };
  const namesOf = (one) => [wordsOf(one), one.getAttribute("aria-label"), one.getAttribute("title"),
    one.getAttribute("placeholder")];
  const byText = (text) => {
    const wanted = plain(text);
    const fits = (one) => namesOf(one).some((name) => plain(name) === wanted) && isShown(one);
    const one = [...document.querySelectorAll(PRESSABLE)].find(fits);
    return one && one.tagName === "LABEL" && one.control && isShown(one.control) ? one.control : one;
  };
  const bySelector = (selector) => {
    try {
      return [...document.querySelectorAll(selector)].find(isShown);
    } catch (_notASelector) {
      return undefined;
    }
  };
  const find = (step) => step.selector ? bySelector(step.selector) : byText(step.text);

  const look = () => {
    due = 0;
    if (!sought) return;
    const start = performance.now();
    let at = -1;
    let one = null;
    for (const [place, step] of sought.steps.entries()) {
      // A step without anything to press is found by its address, which is the top frame's.
      one = step.text || step.selector ? find(step) : null;
      if (one || (isTop && !step.text && !step.selector)) { at = place; break; }
    }
    cost = performance.now() - start;
    aim(at === 0 && sought.draws ? one : null);
    tell(at);
  };
  const lookSoon = () => {
    if (!due && sought) due = setTimeout(look, Math.min(RARELY_MS, Math.max(LOOK_AFTER_MS, COST * cost)));
  };

  // Telling

  const tell = (at) => {
    if (!isTop) {
      const mine = `${sought.number} ${at}`;
      if (mine === told) return;
      told = mine;
      window.top.postMessage({ dongHanhSoFound: at, number: sought.number }, "*");
      return;
    }
    for (const below of foundBy.keys()) if (below.closed) foundBy.delete(below);
    const all = [at, ...foundBy.values()].filter((place) => place >= 0);
    const best = all.length ? Math.min(...all) : -1;
    const words = `${sought.number} ${best}`;
    if (!hints || words === told) return;
    told = words;
    hints.spotted(sought.number, best < 0 ? "" : sought.steps[best].id);
  };
  const pass = (to) => to.postMessage({ dongHanhSoSeek: sought }, "*");
  const passDown = () => { for (let n = 0; n < window.frames.length; n += 1) pass(window.frames[n]); };
  const isBelow = (source) => {
    for (let one = source; one && one !== window.top; one = one.parent) {
      if (one.parent === window) return true;
    }
    return false;
  };
  addEventListener("message", (event) => {
    const data = event.data;
    if (!data || typeof data !== "object" || !event.source) return;
    if ("dongHanhSoSeek" in data && event.source === window.parent && !isTop) seek(data.dongHanhSoSeek);
    if (data.dongHanhSoAsk === true && sought && isBelow(event.source)) pass(event.source);
    if (isTop && sought && data.number === sought.number && Number.isInteger(data.dongHanhSoFound) &&
        data.dongHanhSoFound < sought.steps.length && isBelow(event.source)) {
      foundBy.set(event.source, data.dongHanhSoFound);
      look();
    }
  }, true);

  // Drawing: fixed over the page, out of its flow, and no press ever meets it

  const SVG = "http://www.w3.org/2000/svg";
  let host = null;
  let frame = null;
  let arrow = null;
  let away = "0 0";
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const shape = (name, values) => {
    const one = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) one.setAttribute(key, value);
    return one;
  };
  const style = (one, values) => {
    for (const [key, value] of Object.entries(values)) one.style.setProperty(key, value, "important");
  };
  const build = () => {
    const { colour, halo, line, arrow: size } = sought.look;
    host = document.createElement("dong-hanh-so");
    host.setAttribute("aria-hidden", "true");
    style(host, { all: "initial", position: "fixed", inset: "0", overflow: "hidden", "pointer-events": "none",
      "z-index": "2147483647", display: "block", contain: "strict" });
    const root = host.attachShadow({ mode: "closed" });
    frame = document.createElement("div");
    style(frame, { position: "absolute", "box-sizing": "border-box", border: `${line}px solid ${colour}`,
      "border-radius": `${line * 3}px`, "box-shadow": `0 0 0 ${line}px ${halo}, inset 0 0 0 ${line}px ${halo}` });
    arrow = shape("svg", { viewBox: "0 0 24 24", width: size, height: size });
    style(arrow, { position: "absolute" });
    arrow.append(shape("path", { d: "M2 12 12 2.5V8h10v8H12v5.5z", fill: colour, stroke: halo,
      "stroke-width": 1.6, "stroke-linejoin": "round" }));
    root.append(frame, arrow);
    const onPaper = new CSSStyleSheet();
    onPaper.replaceSync("@media print { :host { display: none !important; } }");
    root.adoptedStyleSheets = [onPaper];
  };
  const clear = () => {
    if (host) host.remove();
    host = frame = arrow = target = null;
  };
  const place = () => {
    if (!target || !host) return;
    const { line, gap, arrow: size } = sought.look;
    const r = target.getBoundingClientRect();
    const zero = host.getBoundingClientRect();  // not the window's corner inside a dialog that moves
    const [x, y, out] = [r.x - zero.x - gap - line, r.y - zero.y - gap - line, 2 * (gap + line)];
    const [w, h] = [r.width + out, r.height + out];
    style(frame, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
    const [cx, cy] = [x + (w - size) / 2, y + (h - size) / 2];
    const sides = [
      { left: x + w + gap, top: cy, turn: 0, away: `${gap}px 0`, fits: zero.width - x - w > size + gap },
      { left: x - gap - size, top: cy, turn: 180, away: `${-gap}px 0`, fits: x > size + gap },
      { left: cx, top: y + h + gap, turn: 90, away: `0 ${gap}px`, fits: zero.height - y - h > size + gap },
      { left: cx, top: y - gap - size, turn: 270, away: `0 ${-gap}px`, fits: y > size + gap },
    ].filter((side) => side.fits);
    // Beside it where nothing else that can be pressed would be covered, else where there is room.
    const isFree = (side) => {
      const below = document.elementFromPoint(zero.x + side.left + size / 2, zero.y + side.top + size / 2);
      return !below || !below.closest(PRESSABLE);
    };
    const side = sides.find(isFree) || sides[0];
    style(arrow, { display: side ? "block" : "none" });
    if (!side) return;
    away = side.away;
    style(arrow, { left: `${side.left}px`, top: `${side.top}px`, rotate: `${side.turn}deg` });
  };
  const isTyping = () => {
    const one = document.activeElement;
    return Boolean(one && (one.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(one.tagName)));
  };
  const scrollThere = () => {
    const r = target.getBoundingClientRect();
    const isSeen = r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth;
    // Whoever is typing must not lose the field from sight.
    if (sought.scrolls && !isSeen && !isTyping()) {
      target.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    }
    sought.scrolls = false;
  };
  const nod = () => {
    if (still()) return;
    frame.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 200 });
    arrow.animate([{ translate: "0 0" }, { translate: away }, { translate: "0 0" }],
      { duration: 900, iterations: 2, easing: "ease-in-out" });
  };
  const aim = (one) => {
    if (!one) { clear(); return; }
    if (one !== target || !host || !host.isConnected) {
      clear();
      target = one;
      scrollThere();
      build();
      // Inside a dialog of the page's, which lies over everything else.
      (target.closest("dialog[open]") || document.documentElement).append(host);
      place();
      nod();
    } else {
      place();
    }
  };

  const isLike = (one, other) => one && other &&
    JSON.stringify([one.steps, one.draws, one.look]) === JSON.stringify([other.steps, other.draws, other.look]);
  const seek = (wanted) => {
    if (sought && wanted && sought.number === wanted.number) return;
    // Asked for the same once more, as when a page goes on loading: nothing flickers or scrolls again.
    if (isLike(sought, wanted)) wanted.scrolls = sought.scrolls;
    else clear();
    sought = wanted;
    foundBy.clear();
    passDown();
    if (sought && document.documentElement) look();
  };

  const follow = () => { if (target) requestAnimationFrame(place); };
  addEventListener("scroll", follow, { capture: true, passive: true });
  addEventListener("resize", follow);
  for (const end of ["transitionend", "animationend", "load", "toggle"]) addEventListener(end, lookSoon, true);
  new MutationObserver(lookSoon).observe(document, { childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: ["class", "style", "hidden", "disabled", "open", "aria-label", "aria-hidden"] });

  if (isTop) {
    globalThis.dongHanhSo = { seek, meet(line) { hints = line; lookSoon(); } };
  } else {
    window.parent.postMessage({ dongHanhSoAsk: true }, "*");
  }
})();
