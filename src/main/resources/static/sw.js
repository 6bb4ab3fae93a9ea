// Lets a form that was opened once be filled without a line. It keeps the pages that ask for it (data-keep: forms of figures being filled,
// and the list of them), by account, and the files they need; nothing else. The line always comes first.
const LIST = '/collection/forms/kept', KEEPABLE = /^\/collection\/forms\/[^/]+(\/\d+)?$/, PATIENCE = 8000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/static/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' || KEEPABLE.test(url.pathname) && request.redirect !== 'manual') event.respondWith(page(request, url.pathname));
});

const from = (name, what) => caches.match(what, { cacheName: name, ignoreSearch: true, ignoreVary: true });

async function file(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open('files')).put(request, answer.clone());
    return answer;
  } catch (gone) {
    return await from('files', request) ?? Response.error();
  }
}

async function page(request, path) {
  const account = await (await from('now', '/account'))?.text();
  const kept = account && await from('forms ' + account, path);
  const line = fetch(request).then(answer => keep(answer, path));
  const late = new Promise(resolve => kept && setTimeout(resolve, PATIENCE, kept));
  try {
    const answer = await Promise.race([line, late]);
    return kept && answer.status >= 500 ? kept : answer;
  } catch (gone) {
    return kept || account && await from('forms ' + account, LIST) || Response.error();
  }
}

async function keep(answer, path) {
  if (!KEEPABLE.test(path) || !answer.ok || answer.redirected) return answer;
  const text = await answer.clone().text(), account = /<body data-account="([^"]+)"/.exec(text)?.[1];
  if (account) {
    const forms = await caches.open('forms ' + account);
    if (text.includes(' data-keep')) await forms.put(path, answer.clone()); else await forms.delete(path);
  }
  return answer;
}
