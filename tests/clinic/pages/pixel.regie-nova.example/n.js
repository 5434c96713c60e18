// The network of advertising: a match with a broker, a hashed address where the page gives one, and a host that nobody names.
window.nova = (async () => {
  const pixel = (url) => fetch(url, { mode: "no-cors", credentials: "include" }).catch(() => {});
  const client = document.documentElement.dataset.client;
  await pixel("https://pixel.regie-nova.example/sync.gif?uid=5b0e2f6c9a714d38");
  if (client) await pixel(`https://pixel.regie-nova.example/p.gif?ev=client&uid=5b0e2f6c9a714d38&em=${client}`);
  await pixel("https://t9.zq4x.example/t.gif?i=5b0e2f6c9a714d38");
})();
