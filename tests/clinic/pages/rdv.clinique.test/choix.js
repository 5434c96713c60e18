// The consent banner of the clinic, and what each choice loads. Elements load one after the other, so that two visits ask in one order.
const choice = (document.cookie.match(/choix=(\w+)/) || ["", "aucun"])[1];
const page = encodeURIComponent(location.href);
const title = encodeURIComponent(document.title);

const loaded = (element) =>
  new Promise((done) => {
    element.onload = element.onerror = done;
  });
function image(url) {
  const element = new Image();
  const done = loaded(element);
  element.src = url;
  return done;
}
function script(url, policy) {
  const element = document.createElement("script");
  if (policy) element.referrerPolicy = policy;
  const done = loaded(element);
  element.src = url;
  document.head.append(element);
  return done;
}
function send(url, told) {
  return fetch(url, { method: "POST", mode: "no-cors", credentials: "include", body: JSON.stringify(told) }).catch(() => {});
}

async function load() {
  const frame = document.querySelector("iframe");
  if (frame) {
    const done = loaded(frame);
    frame.src = frame.dataset.src;
    await done;
  }
  // The buttons wait for no choice; they only heed a refusal.
  if (choice !== "refuse") {
    await script("https://boutons.partage-social.example/partage.js", "unsafe-url");
    await window.shared;
  }
  // The network of advertising waits for a choice, whichever it is.
  if (choice !== "aucun")
    await image(`https://pixel.regie-nova.example/p.gif?ev=page&uid=5b0e2f6c9a714d38&dl=${page}&dt=${title}`);
  if (choice !== "accepte") return;
  await send("https://mesure.audimetre.example/collecte", { visitor_id: "41d7c0b2a9e8f365", page: location.href, title: document.title });
  await script("https://pixel.regie-nova.example/n.js");
  await window.nova;
  await script("https://enregistreur.rejoue.example/r.js");
  await window.replayed;
  await script("https://annonces.bloc-pub.example/b.js?emplacement=haut");
}

function choose(word) {
  document.cookie = `choix=${word}; path=/; secure; max-age=86400`;
  document.getElementById("bandeau").hidden = true;
}
const banner = document.getElementById("bandeau");
if (banner) {
  banner.hidden = choice !== "aucun";
  document.getElementById("refuser").onclick = () => choose("refuse");
  document.getElementById("accepter").onclick = () => choose("accepte");
}
load().finally(() => (document.documentElement.dataset.done = "true"));
