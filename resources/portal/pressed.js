// Runs in the page itself, in a world of its own. It remembers what was pressed last, so that after
// a paper was made the same spot can be pressed for the person once more. It tells nothing.
(() => {
  "use strict";
  const SOON_MS = 1500;
  let pressed = null;
  let at = -SOON_MS;
  let asking = null;

  addEventListener("pointerup", (event) => {
    if (!event.isTrusted) return;
    pressed = event.composedPath()[0];
    at = performance.now();
  }, true);

  globalThis.dongHanhSoPressed = {
    // A field in a frame was pressed there, and not here.
    keep() {
      const isFrame = document.activeElement && document.activeElement.tagName === "IFRAME";
      const isSoon = performance.now() - at < SOON_MS;
      asking = isSoon && !isFrame ? pressed : null;
      return asking !== null;
    },
    // "x,y" in the page's own dots; nothing when it is gone, or something else lies over it.
    spot() {
      if (!asking || !asking.isConnected) return "";
      asking.scrollIntoView({ block: "center" });
      const place = asking.getBoundingClientRect();
      const x = place.x + place.width / 2;
      const y = place.y + place.height / 2;
      const top = asking.getRootNode().elementFromPoint(x, y);
      return top && (top === asking || asking.contains(top)) ? `${x},${y}` : "";
    },
  };
})();
