(function () {
  "use strict";
  var form = document.getElementById("filter");
  var articles = Array.prototype.slice.call(document.querySelectorAll("article[data-severity]"));
  var texts = new Map();
  function text(article) {
    if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase());
    return texts.get(article);
  }
  function apply() {
    var severity = form.elements.severity.value, words = form.elements.words.value.trim().toLowerCase(), shown = 0;
    articles.forEach(function (article) {
      var fits = (!severity || article.dataset.severity === severity) && (!words || text(article).indexOf(words) >= 0);
      article.hidden = !fits;
      if (fits) shown += 1;
    });
    form.querySelector("output").textContent = form.dataset.said.replace("{shown}", shown).replace("{all}", articles.length);
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
