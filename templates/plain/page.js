// Shows the passage that a citation names, keeps the way back, and filters the brief. The page can be read without it.
(function () {
  "use strict";
  var root = document.documentElement, brief = document.getElementById("brief"), texts = document.getElementById("sources-beside");
  var strip = document.getElementById("strip"), uses = document.getElementById("strip-uses");
  var tags = Array.from(texts.querySelectorAll("a.tag"));
  var last = null, current = null;

  function every(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }
  function narrow() { return matchMedia("(max-width: 64rem)").matches; }
  function target() { return decodeURIComponent(location.hash.slice(1)); }

  // The passage, in all its pieces, and the lines that use it.
  function mark(id) {
    every(".on").forEach(function (e) { e.classList.remove("on"); });
    if (!id) { return; }
    every("mark[data-p~='" + CSS.escape(id) + "'], a.cite[href='#" + CSS.escape(id) + "'], a.tag[id='" + CSS.escape(id) + "']")
      .forEach(function (e) { e.classList.add("on"); });
  }
  function describe(tag) {
    var entry = document.getElementById("uses-" + tag.id);
    document.getElementById("strip-label").textContent = tag.textContent;
    document.getElementById("strip-where").textContent = entry ? entry.querySelector(".soft").textContent : "";
    uses.replaceChildren.apply(uses, entry ? every("a.use", entry).map(function (a) { return a.cloneNode(true); }) : []);
    document.getElementById("step-back").disabled = tags.indexOf(tag) === 0;
    document.getElementById("step-on").disabled = tags.indexOf(tag) === tags.length - 1;
    strip.hidden = false;
  }
  function show(tag, focus) {
    current = tag;
    root.classList.add("reading");
    mark(tag.id);
    describe(tag);
    var top = tag.getBoundingClientRect().top - texts.getBoundingClientRect().top + texts.scrollTop;
    texts.scrollTo(0, Math.max(0, top - texts.clientHeight / 3));
    if (focus) { tag.focus({ preventScroll: true }); }
    seen();
  }
  function leave() {
    root.classList.remove("reading");
    strip.hidden = true;
    current = null;
    mark(null);
    (last && !last.closest("[hidden]") ? last : brief).focus();
  }
  function step(by) {
    var next = tags[tags.indexOf(current) + by];
    if (next) { history.replaceState(null, "", "#" + next.id); show(next, true); }
  }
  function follow() {
    var tag = document.getElementById(target());
    if (tag && tag.classList.contains("tag")) { show(tag, true); return; }
    if (tag && (tag === texts || tag.classList.contains("text"))) { root.classList.add("reading"); tag.scrollIntoView(); return; }
    if (tag && brief.contains(tag) && narrow()) { root.classList.remove("reading"); tag.scrollIntoView(); }
  }
  addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link) { return; }
    if (link.classList.contains("cite")) { last = link; }
    if (link.classList.contains("shut")) { event.preventDefault(); leave(); return; }
    if (link.hash === location.hash) { follow(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === "Escape" && root.classList.contains("reading")) { event.preventDefault(); leave(); }
    else if (current && texts.contains(document.activeElement) && (event.key === "j" || event.key === "k")) { step(event.key === "j" ? 1 : -1); }
  });
  document.getElementById("step-back").addEventListener("click", function () { step(-1); });
  document.getElementById("step-on").addEventListener("click", function () { step(1); });
  document.getElementById("leave").addEventListener("click", leave);

  // Which section and which source are in view.
  function nearest(links, pane) {
    var edge = pane.getBoundingClientRect().top + 120, found = null;
    links.forEach(function (link) {
      var part = document.getElementById(link.hash.slice(1));
      if (part && part.getClientRects().length && part.getBoundingClientRect().top <= edge) { found = link; }
      link.removeAttribute("aria-current");
    });
    if (found) {
      found.setAttribute("aria-current", "true");
      var row = found.closest("ul");
      row.scrollLeft = found.offsetLeft - row.offsetLeft - row.clientWidth / 2 + found.offsetWidth / 2;
    }
  }
  var jumps = every(".jumps a"), tabs = every(".tabs a"), waiting = false;
  function seen() {
    if (waiting) { return; }
    waiting = true;
    requestAnimationFrame(function () { waiting = false; nearest(jumps, brief); nearest(tabs, texts); });
  }
  [brief, texts, window].forEach(function (pane) { pane.addEventListener("scroll", seen, { passive: true }); });

  // The filter: lines that do not have its words are put away.
  var filter = document.getElementById("filter"), lines = every("tr[data-id], li[data-id], blockquote[data-id], p[data-id], div[data-id], p.also", brief)
    .filter(function (line) { return !line.closest(".bottom-line"); });
  var words = lines.map(function (line) { return line.textContent.toLowerCase().replace(/\s+/g, " "); });
  function sift() {
    var wanted = filter.value.toLowerCase().trim().split(/\s+/).filter(Boolean), left = 0;
    lines.forEach(function (line, n) {
      line.hidden = !wanted.every(function (word) { return words[n].includes(word); });
      left += line.hidden ? 0 : 1;
    });
    function empty(part) { var within = lines.filter(function (line) { return part.contains(line); }); return within.length > 0 && within.every(function (line) { return line.hidden; }); }
    root.classList.toggle("sifted", wanted.length > 0);
    every("main table, main section", brief).forEach(function (part) { part.hidden = wanted.length > 0 && empty(part); });
    every("main h3", brief).forEach(function (head) {
      var next = head.nextElementSibling, any = false;
      for (; next && next.tagName !== "H3"; next = next.nextElementSibling) { any = any || next.getClientRects().length > 0; }
      head.hidden = wanted.length > 0 && !any;
    });
    document.getElementById("counted").textContent = wanted.length ? left + " / " + lines.length : "";
    seen();
  }
  filter.addEventListener("input", sift);
  document.querySelector(".tools").hidden = false;
  document.querySelector(".hint").hidden = false;

  // On a narrow screen rows are cards: each cell then says which column it belongs to, and stays a cell for a screen reader.
  every(".brief table").forEach(function (table) {
    var heads = every("thead th", table).map(function (th) { return th.textContent.trim(); });
    table.setAttribute("role", "table");
    every("thead, tbody", table).forEach(function (part) { part.setAttribute("role", "rowgroup"); });
    every("tr", table).forEach(function (row) {
      row.setAttribute("role", "row");
      Array.from(row.cells).forEach(function (cell, n) {
        cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader");
        cell.setAttribute("data-label", heads[n] || "");
        if (cell.textContent.trim() === "–") { cell.classList.add("blank"); }
      });
    });
  });

  root.classList.add("js");
  if (location.hash) { follow(); } else { brief.focus({ preventScroll: true }); }
  seen();
}());
