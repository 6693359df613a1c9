// Shows the passage that a citation names in all its pieces, and keeps the way back. The page works without it.
(function () {
  "use strict";
  var last = null;
  function show() {
    var id = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll(".on").forEach(function (e) { e.classList.remove("on"); });
    if (id.slice(0, 2) !== "p-") { return; }
    document.querySelectorAll("mark[data-p~='" + CSS.escape(id) + "']").forEach(function (e) { e.classList.add("on"); });
    document.querySelectorAll("a.cite[href='#" + CSS.escape(id) + "']").forEach(function (e) { e.classList.add("on"); });
    var tag = document.getElementById(id);
    if (tag) { tag.scrollIntoView({ block: "center" }); tag.focus({ preventScroll: true }); }
  }
  document.addEventListener("click", function (event) {
    var cite = event.target.closest && event.target.closest("a.cite");
    if (cite) { last = cite; if (cite.hash === location.hash) { show(); } }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && last) { last.focus(); }
  });
  addEventListener("hashchange", show);
  show();
}());
