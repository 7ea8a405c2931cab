// Presses the page's own way out, where it shows one, and says whether it did.
(() => {
  "use strict";
  const words = (one) => (one.innerText || one.value || one.textContent || "").trim().toLowerCase();
  const is = (one) => ["đăng xuất", "thoát", "đăng xuất tài khoản", "log out", "logout"].includes(words(one));
  const ways = document.querySelectorAll("a, button, [role=button], [role=menuitem], input[type=submit]");
  const way = [...ways].find(is);
  if (!way) return false;
  way.click();
  return true;
})();
