(() => {
  "use strict";
  const form = document.getElementById("form");
  const status = document.getElementById("status");
  const marks = form.dataset;
  const questions = [...form.querySelectorAll("[data-route]")];
  const papers = [...form.querySelectorAll("[data-paper]")];
  const field = (box, name) => box.querySelector(`[data-field="${name}"]`);
  const text = (box, name) => { const found = field(box, name); return found ? found.value.trim() : ""; };
  const cells = (box) => [...box.querySelectorAll('[data-field="value"]')];
  const said = (cell) => (cell.type === "checkbox" ? (cell.checked ? cell.value : "") : cell.value.trim());
  const names = ["other", "state", "paper", "page"];
  const writer = ["name", "function", "organisation", "on", "printed", "consent"];

  function answer(box) {
    const made = { route: box.dataset.route, number: Number(box.dataset.number), digest: box.dataset.digest };
    made.values = cells(box).map(said).filter(Boolean);
    for (const name of names) made[name] = text(box, name);
    if ("held" in box.dataset) made.held = true;
    return made;
  }
  const filled = (made) => made.values.length || names.some((name) => made[name]);
  function paper(box) {
    return { number: box.dataset.paper, title: text(box, "title"), date: text(box, "date"), pages: text(box, "pages") };
  }

  function save() {
    const answers = questions.map(answer).filter(filled);
    const made = {
      format: marks.format, form: marks.form, case: marks.case, sha256: marks.sha256, to: marks.to, questions: questions.filter((box) => !("held" in box.dataset)).length,
      by: Object.fromEntries(writer.map((name) => [name, text(form, name)])),
      answers, papers: papers.map(paper).filter((each) => each.title),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(made, null, 2)], { type: "application/json" }));
    link.download = `answers-${marks.form}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    status.textContent = marks.saved.replace("{name}", () => link.download).replace("{count}", () => String(answers.length));
  }

  function put(cell, values) {
    if (cell.type === "checkbox") cell.checked = values.includes(cell.value);
    else cell.value = values.shift() || "";
  }
  function take(made) {
    if (made.format !== marks.format || made.form !== marks.form) throw new Error("another form");
    for (const box of questions) {
      const found = made.answers.find((each) => each.route === box.dataset.route) || { values: [] };
      const values = [...found.values];
      cells(box).forEach((cell) => put(cell, values));
      for (const name of names) if (field(box, name)) field(box, name).value = found[name] || "";
    }
    for (const box of papers) {
      const found = made.papers.find((each) => each.number === box.dataset.paper) || {};
      for (const name of ["title", "date", "pages"]) field(box, name).value = found[name] || "";
    }
    for (const name of writer) field(form, name).value = made.by[name] || "";
  }
  async function load(event) {
    const file = event.target.files[0];
    if (!file) return;
    try {
      take(JSON.parse(await file.text()));
      status.textContent = marks.loaded;
    } catch {
      status.textContent = marks.notours;
    }
    event.target.value = "";
  }

  document.getElementById("save").addEventListener("click", save);
  document.getElementById("load").addEventListener("change", load);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("tools").hidden = false;
})();
