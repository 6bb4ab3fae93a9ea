// The page of the forms kept on this device: where each stands, sending what waits, removing.
import { all, clashes, drop, forget, send, waiting } from './kept.js';

const list = document.getElementById('forms'), says = list.dataset, account = document.body.dataset.account, one = document.getElementById('one');
const token = { value: document.querySelector('input[name=_csrf]').value };
const fill = (text, value) => text.replace('{0}', value);

function standing(record, state) {
  const left = waiting(record), both = clashes(record);
  if (record.said) return ['behind', record.said];
  if (both) return ['behind', fill(says.conflict, both)];
  if (left) return ['', ['out', 'other', 'refused'].includes(state) ? says[state] : fill(says.device, left)];
  return ['met', says.server];
}
async function show(states = {}) {
  const kept = window.caches ? await (await caches.open('forms ' + account)).keys() : [], paths = kept.map(request => new URL(request.url).pathname);
  const records = [];
  for (const record of await all(account)) {
    if (waiting(record) || paths.includes(record.path)) records.push(record); else await drop(account, record.path);
  }
  list.replaceChildren(...records.map(record => {
    const item = one.content.cloneNode(true).firstElementChild, link = item.querySelector('a'), badge = item.querySelector('.badge');
    const [colour, words] = standing(record, states[record.path]);
    link.href = record.path;
    link.textContent = record.title;
    badge.textContent = words;
    if (colour) badge.classList.add(colour);
    item.querySelector('button').addEventListener('click', async () => {
      if (waiting(record) && !confirm(fill(says.ask, waiting(record)))) return;
      await drop(account, record.path);
      show();
    });
    return item;
  }));
  document.getElementById('none').hidden = records.length > 0;
  document.getElementById('all').hidden = records.length === 0;
  document.getElementById('send').hidden = !records.some(record => waiting(record) > clashes(record) && !record.said);
}
async function sendAll() {
  const states = {};
  for (const record of await all(account)) if (waiting(record)) states[record.path] = await send(account, record.path, token);
  await show(states);
}
document.getElementById('all').addEventListener('click', async () => { if (await forget(account, says.ask)) show(); });
document.getElementById('send').addEventListener('click', sendAll);
addEventListener('online', sendAll);
await show();
await sendAll();
