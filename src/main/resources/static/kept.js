// Forms kept on this device: what was typed and is not yet on the server, by account. One record a form:
// { account, path, title, version, known, cells: { name: { base, text, theirs?, bad? } }, flight, at, said, opened }
// base: what the server had; theirs: what somebody else put there meanwhile; flight: what was sent and not yet answered.
export const LIST = '/collection/forms/kept';
const memory = new Map();
const database = new Promise(resolve => {
  if (!window.indexedDB) { resolve(null); return; }
  const request = indexedDB.open('toam', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('forms', { keyPath: ['account', 'path'] });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => resolve(null);
});
export const durable = database.then(db => db !== null);

// Reads a record, lets edit change it or answer another, and writes it back, all in one transaction; null deletes.
export async function change(account, path, edit) {
  const db = await database;
  if (!db) { const record = edit(memory.get(path)); memory.set(path, record); return record; }
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('forms', 'readwrite', { durability: 'strict' }), forms = transaction.objectStore('forms');
    let record;
    forms.get([account, path]).onsuccess = event => {
      record = edit(event.target.result);
      if (record) forms.put(record); else forms.delete([account, path]);
    };
    transaction.oncomplete = () => { if (record) localStorage.setItem('kept', '1'); resolve(record); };
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
export async function all(account) {
  const db = await database;
  if (!db) return [...memory.values()].filter(record => record);
  return new Promise((resolve, reject) => {
    const request = db.transaction('forms').objectStore('forms').getAll();
    request.onsuccess = () => resolve(request.result.filter(record => record.account === account));
    request.onerror = () => reject(request.error);
  });
}

export const waiting = record => Object.keys(record?.cells ?? {}).length;
export const clashes = record => Object.values(record?.cells ?? {}).filter(cell => cell.theirs !== undefined).length;
const ready = record => Object.entries(record.cells).filter(([, cell]) => cell.theirs === undefined && !cell.bad);

// Sends what one form has waiting, as often as there is something to send. Answers 'sent' (nothing is ready to send any more), 'offline',
// 'out' (sign in again), 'other' (another account is signed in) or 'refused' (the account may no longer).
export async function send(account, path, token) {
  for (let fresh = false; ;) {
    const record = await change(account, path, take);
    if (!record?.flight) return 'sent';
    let answer;
    try { answer = await post(record, token.value); } catch (gone) { return 'offline'; }
    if (answer.type === 'opaqueredirect' || answer.status === 403) {
      const state = fresh ? 'refused' : await renew(account, path, token);
      if (state !== 'renewed') return state;
      fresh = true;
    } else if ([200, 409, 422].includes(answer.status)) {
      const said = await answer.json();
      await change(account, path, now => now && settle(now, record.flight, said));
    } else return 'offline';
  }
}
function take(record) {
  if (!record || record.said || record.flight) return record;
  const cells = ready(record).map(([name, cell]) => [name, { base: cell.base, text: cell.text }]);
  if (cells.length) record.flight = { key: Math.random().toString(36).slice(2, 14), version: record.version, cells: Object.fromEntries(cells) };
  return record;
}
function post({ path, flight }, csrf) {
  const body = new URLSearchParams({ _csrf: csrf, version: flight.version });
  for (const [name, cell] of Object.entries(flight.cells)) { body.set(name, cell.text); body.set('was.' + name, cell.base); }
  return fetch(path + '/cells', { method: 'POST', body, redirect: 'manual', headers: { 'Idempotency-Key': flight.key }, signal: AbortSignal.timeout(30000) });
}
function settle(record, flight, answer) {
  if (record.flight?.key !== flight.key) return record;
  record.flight = null;
  if (answer.version === undefined) { record.said = answer.said[0]?.text ?? '!'; return record; }
  for (const [name, sent] of Object.entries(flight.cells)) {
    const cell = record.cells[name], bad = answer.said.find(each => each.name === name);
    if (answer.theirs[name] !== undefined) { if (cell) Object.assign(cell, { theirs: answer.theirs[name], by: answer.by }); }
    else if (bad) { if (cell?.text === sent.text) cell.bad = bad.text; }
    else {
      record.known[name] = sent.text;
      if (cell?.text === sent.text) delete record.cells[name]; else if (cell) cell.base = sent.text;
    }
  }
  Object.assign(record.known, answer.cells);
  record.version = answer.version;
  record.at = answer.at;
  return record;
}
// A page that waited long for the line holds a token of an old session: another is taken, if the same account is signed in.
async function renew(account, path, token) {
  let answer;
  try { answer = await fetch(LIST, { redirect: 'manual', cache: 'no-store' }); } catch (gone) { return 'offline'; }
  if (answer.type === 'opaqueredirect') return 'out';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (page.body.dataset.account !== account) return 'other';
  token.value = page.querySelector('input[name=_csrf]').value;
  return 'renewed';
}

// On every page: whose device this is now, what waits is sent, and the way to it is shown.
export async function greet(account, csrf, link) {
  if (window.caches) await (await caches.open('now')).put('/account', new Response(account));
  for (const record of await all(account)) {
    if (waiting(record) && record.path !== location.pathname) await send(account, record.path, { value: csrf });
  }
  const left = (await all(account)).filter(waiting).length;
  if (!link) return;
  link.hidden = left === 0;
  link.querySelector('.count').textContent = left;
}
export async function drop(account, path) {
  await change(account, path, () => null);
  if (window.caches) await (await caches.open('forms ' + account)).delete(path);
}
// Removes everything of the account from this device; asks first when something is not on the server yet. False: not wanted.
export async function forget(account, question) {
  const records = await all(account), cells = records.reduce((sum, record) => sum + waiting(record), 0);
  if (cells && !confirm(question.replace('{0}', cells))) return false;
  for (const record of records) await drop(account, record.path);
  if (window.caches) { await caches.delete('forms ' + account); await caches.delete('now'); }
  return true;
}
