(function () {
  "use strict";
  var form = document.getElementById("filter");
  var found = Array.prototype.slice.call(document.querySelectorAll("[data-severity]"));
  var texts = new Map();
  function text(one) {
    if (!texts.has(one)) {
      var parts = one.tagName === "ARTICLE" ? Array.prototype.slice.call(one.querySelectorAll("h3,.said")) : [one];
      texts.set(one, parts.map(function (part) { return part.textContent; }).join(" ").toLowerCase());
    }
    return texts.get(one);
  }
  function apply() {
    var severity = form.elements.severity.value, words = form.elements.words.value.trim().toLowerCase(), shown = 0;
    found.forEach(function (one) {
      var fits = (!severity || one.dataset.severity === severity) && (!words || text(one).indexOf(words) >= 0);
      one.hidden = !fits;
      if (!fits) return;
      shown += 1;
      var card = one.parentElement && one.parentElement.closest("article");
      if (card) card.hidden = false;
    });
    form.querySelector("output").textContent = form.dataset.said.replace("{shown}", shown).replace("{all}", found.length);
  }
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var around = target; around; around = around.parentElement) {
      if (around !== form) around.hidden = false;
      if (around.tagName === "DETAILS") around.open = true;
    }
    target.scrollIntoView();
  }
  if (form && found.length) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }
  var show = document.getElementById("show");
  if (show) {
    show.hidden = false;
    show.addEventListener("submit", function (event) { event.preventDefault(); });
    show.addEventListener("input", function () {
      var group = show.elements.group.value;
      document.querySelectorAll(".index li").forEach(function (one) {
        one.hidden = Boolean(group) && one.dataset.groups.split(" ").indexOf(group) < 0;
      });
      document.querySelectorAll(".group").forEach(function (section) {
        section.hidden = !section.querySelector("li:not([hidden])");
      });
    });
  }
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (folded) { folded.open = true; });
  });
  reveal();
})();
