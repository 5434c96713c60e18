(function () {
  "use strict";
  var form = document.getElementById("filter");
  var articles = Array.prototype.slice.call(document.querySelectorAll("[data-outcome] article, article[data-outcome]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  var texts = new Map();
  function text(article) {
    if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase());
    return texts.get(article);
  }
  function apply() {
    var severity = form.elements.severity.value, outcome = form.elements.outcome.value;
    var words = form.elements.words.value.trim().toLowerCase(), shown = 0;
    articles.forEach(function (article) {
      var fits = (!severity || article.dataset.severity === severity) && (!outcome || article.closest("[data-outcome]").dataset.outcome === outcome) &&
        (!words || text(article).indexOf(words) >= 0);
      article.hidden = !fits;
      if (fits) shown += 1;
      var around = fits && (severity || outcome || words) && article.closest("details");
      if (around) around.open = true;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("article:not([hidden])"); });
    form.querySelector("output").textContent = shown + " / " + articles.length;
  }
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var around = target; around; around = around.parentElement) {
      around.hidden = false;
      if (around.tagName === "DETAILS") around.open = true;
    }
    target.scrollIntoView();
  }
  if (form && articles.length) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (folded) { folded.open = true; });
  });
  reveal();
})();
