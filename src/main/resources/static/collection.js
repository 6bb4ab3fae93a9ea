// The return as a spreadsheet that also works without a line. The page works without all of this.
// What is typed is kept on this device first, then saved on the server cell by cell; what waits survives a restart of the browser.
import { grid } from './grid.js';
import { LIST, change, clashes, durable, send, waiting } from './kept.js';

const form = document.getElementById('return'), says = form.dataset, path = says.path, account = document.body.dataset.account;
const bar = document.getElementById('saved'), blanks = document.getElementById('blanks'), look = document.getElementById('look'), before = bar.textContent;
const inputs = [...form.querySelectorAll('[name^=f_], [name^=n_]')], byName = new Map(inputs.map(cell => [cell.name, cell]));
const rows = [...form.querySelectorAll('tr[data-field]')].map(row => [...row.querySelectorAll('.cell input, .cell select, .remark input')]).filter(row => row.length);
const server = new Map(inputs.map(cell => [cell.name, cell.tagName === 'SELECT' ? [...cell.options].find(each => each.defaultSelected)?.value ?? '' : cell.defaultValue]));
const early = inputs.filter(cell => cell.value !== server.get(cell.name));                                       // typed before this script arrived
const token = { value: form.elements._csrf.value };
const marked = new Set(inputs.filter(cell => cell.hasAttribute('aria-invalid')).map(cell => cell.name));   // said by the server about the whole form
const busy = new Map();                                                                                   // typed, not yet kept
let record = null, timer = 0, asking = 0, flying = null, state = 'sent', again = false, leaving = false, refused = false;

const fill = (text, ...values) => values.reduce((all, value, i) => all.replace('{' + i + '}', value), text);
const number = said => {                                                                                  // as the server reads it: 1.234,5 and 1,234.5
  const text = said.replace(/[ \u00a0]/g, ''), english = /^[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$|^[1-9]\d{0,2},\d{3}\.\d+$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^0\.\d+$/.test(text);
  const plain = english ? text.replace(/,/g, '') : text.replace(/\./g, '').replace(',', '.');
  return plain === '' || isNaN(plain) ? null : Number(plain);
};
const written = value => value.toLocaleString(document.documentElement.lang === 'en' ? 'en' : 'de', { maximumFractionDigits: 2 });
const valueOf = field => number(byName.get('f_' + field)?.value ?? '');
const shown = (cell, text) => text === '' ? says.empty : cell.tagName === 'SELECT' ? [...cell.options].find(each => each.value === text)?.text ?? text : text;

const gathered = cell => [cell.closest('tr').dataset.field, number(cell.dataset.below)];

// ---- what the figures say at once: sums of parts, sums of the units below, the change on last year, blanks
function judge() {
  for (const line of form.querySelectorAll('[data-parts]')) {
    const field = line.closest('tr').dataset.field, parts = line.dataset.parts.split(' ').map(valueOf), whole = valueOf(field);
    const known = parts.every(part => part !== null), sum = parts.reduce((a, b) => a + (b ?? 0), 0);
    line.firstElementChild.textContent = known ? fill(says.sum, written(sum)) + (whole !== null && whole !== sum ? ' (' + (sum > whole ? '+' : '−') + written(Math.abs(sum - whole)) + ')' : '') : '';
    line.classList.toggle('off', known && whole !== null && whole !== sum);
    line.lastElementChild.hidden = !known || whole === sum;
    line.lastElementChild.value = String(sum).replace('.', ',');
  }
  for (const cell of form.querySelectorAll('[data-below]')) {
    const [field, sum] = gathered(cell), apart = (valueOf(field) ?? sum) - sum;
    cell.querySelector('.apart').textContent = apart ? (apart > 0 ? '+' : '−') + written(Math.abs(apart)) : '';
    cell.lastElementChild.hidden = apart === 0;
  }
  for (const cell of form.querySelectorAll('[data-before]')) {
    const before = Number(cell.dataset.before), now = valueOf(cell.closest('tr').dataset.field), percent = Math.round((now - before) * 100 / before);
    cell.textContent = now === null || before < 20 ? '' : (percent > 0 ? '+' : percent < 0 ? '−' : '') + Math.abs(percent) + ' %';
    cell.classList.toggle('jump', now !== null && before >= 20 && Math.abs(percent) >= 50);
  }
  blanks.textContent = fill(says.blank, rows.filter(([cell]) => cell.value.trim() === '' && !cell.closest('tr').dataset.optional).length);
}

// ---- typing
const undoing = (undo, redo) => { form.querySelector('[data-do=undo]').disabled = !undo; form.querySelector('[data-do=redo]').disabled = !redo; };
const sheet = grid(rows, { changed: type, steps: undoing, pasted: (cells, over, columns, taken) => {
  const words = columns > 1 ? taken ? fill(says.pasted, cells) + '. ' + fill(says.first, columns - 1) : fill(says.several, columns) : fill(over ? says.over : says.pasted, cells, over);
  document.getElementById('pasted').textContent = words;
} });
sheet.listen(form);

// What this page knows of the form is laid under what the device has kept of it.
const edit = how => change(account, path, kept => how({ version: 0, cells: {}, known: {}, flight: null, at: '', said: '', ...kept, account, path, title: says.title }));
// What a figure's cell holds and no line reads stays here, with its reason, and is never sent.
const kinds = { whole: new RegExp('^(?:' + says.whole + ')$'), decimal: new RegExp('^(?:' + says.decimal + ')$') };
function unread(cell, text, doubt) {
  const kind = kinds[cell.dataset.kind], plain = text.trim();
  if (!kind || plain === '' || plain === server.get(cell.name)) return '';
  return doubt?.has(cell) ? fill(says.doubt, plain) : kind.test(plain) ? '' : fill(cell.dataset.kind === 'whole' ? says.badWhole : says.badDecimal, plain.slice(0, 40));
}
async function type(cells, doubt) {
  const texts = cells.filter(cell => byName.has(cell.name)).map(cell => [cell.name, cell.value]);
  if (!texts.length) return;
  refused = false;
  judge();
  texts.forEach(([name]) => { busy.set(name, (busy.get(name) ?? 0) + 1); marked.delete(name); });
  bar.ariaBusy = 'true';
  record = await edit(kept => {
    for (const [name, text] of texts) {
      const cell = kept.cells[name], base = cell?.base ?? server.get(name), bad = unread(byName.get(name), text, doubt);
      if (text === base && !kept.flight?.cells[name] && cell?.theirs === undefined) delete kept.cells[name];
      else kept.cells[name] = { base, text, ...(bad ? { bad } : {}), ...(cell?.theirs === undefined ? {} : { theirs: cell.theirs, by: cell.by }) };
    }
    return kept;
  });
  texts.forEach(([name]) => busy.set(name, busy.get(name) - 1));
  paint();
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}
form.addEventListener('input', event => type([event.target]));
form.addEventListener('change', () => { clearTimeout(timer); timer = setTimeout(save, 50); });

// ---- saving
function save() {
  clearTimeout(timer);
  again = flying !== null;                                                                               // typed while the last answer is being kept: not in it
  flying ??= send(account, path, token).then(async done => {
    state = done;
    record = await change(account, path, kept => kept ?? null) ?? record;                                 // what was removed meanwhile (signing out) stays removed
    Object.entries(record.known).forEach(([name, text]) => arrive(name, text));
    paint();
    if (state === 'offline') timer = setTimeout(save, 10000);
    else if (waiting(record) === 0) { clearTimeout(asking); asking = setTimeout(ask, 900); }
  }).catch(() => { timer = setTimeout(save, 10000); }).finally(() => { flying = null; if (again) save(); });
  return flying;
}
// What the server holds now: stands in the cell unless something else was typed there.
function arrive(name, text) {
  const cell = byName.get(name);
  if (!cell || record.cells[name] || busy.get(name)) return;
  if (cell.value !== text && (number(text) === null || number(cell.value) !== number(text))) cell.value = text;
  server.set(name, text);
}
async function ask() {
  const answer = await fetch(path + '/findings.json', { redirect: 'manual' }).catch(() => null);
  if (!answer?.ok) return;
  form.querySelectorAll('.said.hard, .said.ask, .said.query, .said.explained').forEach(each => each.remove());
  for (const said of await answer.json()) say(said.name, said.kind, said.text);
}

// ---- what the page says about it
function say(name, kind, text) {
  const row = byName.get(name)?.closest('tr');
  if (!row) return null;
  const line = document.createElement('p');
  line.className = 'said ' + kind;
  line.textContent = text;
  row.querySelector('label').after(line);
  return line;
}
function paint() {
  judge();
  form.elements.version.value = Math.max(record.version, form.elements.version.value);
  form.querySelectorAll('.said.live').forEach(each => each.remove());
  for (const cell of inputs) {
    if (marked.has(cell.name)) continue;
    const kept = record.cells[cell.name], wrong = kept && (kept.bad || kept.theirs !== undefined);
    cell.toggleAttribute('data-waiting', kept !== undefined && !wrong);
    if (wrong) cell.setAttribute('aria-invalid', 'true'); else cell.removeAttribute('aria-invalid');
    const row = cell.closest('tr'), still = row.querySelector('[aria-invalid]') !== null;
    row.classList.toggle('wrong', still);
    if (!still) row.querySelectorAll('.error').forEach(each => each.remove());
    if (kept?.bad) say(cell.name, 'live error', kept.bad);
    if (kept?.theirs !== undefined) clash(cell, kept);
  }
  const left = waiting(record), both = clashes(record), bad = Object.values(record.cells).some(cell => cell.bad);
  look.hidden = !both && !bad;
  blanks.hidden = !look.hidden;
  document.getElementById('offline').hidden = state !== 'offline' && navigator.onLine;
  if (record.said) tell('stopped', record.said);
  else if (both) tell('conflict', fill(says.conflict, both));
  else if (bad) tell('unread', refused ? fill(says.unsent, Object.values(record.cells).filter(cell => cell.bad).length) : says.unread);
  else if (left && ['out', 'other', 'refused'].includes(state)) tell('out', says[state]);
  else if (left) durable.then(yes => tell('device', yes ? fill(says.device, left) : says.saving));
  else if (record.at) tell('server', fill(says.server, record.at));
  else tell('ready', before);
}
function tell(kind, text) {
  bar.ariaBusy = String([...busy.values()].some(left => left > 0));
  if (bar.textContent === text && bar.dataset.state === kind) return;
  bar.dataset.state = kind;
  bar.textContent = text;
}
// Both figures of a cell that somebody else changed meanwhile; nothing is overwritten before a choice.
function clash(cell, kept) {
  const box = say(cell.name, 'live clash', fill(says.clash, shown(cell, kept.theirs), shown(cell, kept.text), kept.by || says.somebody));
  for (const [words, choose] of [[says.mine, mine], [says.theirs, theirs]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'slim';
    button.textContent = words;
    button.addEventListener('click', () => choose(cell, kept.theirs));
    box.append(button);
  }
  box.insertBefore(document.createElement('br'), box.children[0]);
}
async function mine(cell, text) {
  const bad = unread(cell, cell.value);
  record = await edit(kept => { if (kept.cells[cell.name]) kept.cells[cell.name] = { base: text, text: cell.value, ...(bad ? { bad } : {}) }; return kept; });
  server.set(cell.name, text);
  paint();
  save();
}
async function theirs(cell, text) {
  record = await edit(kept => { delete kept.cells[cell.name]; kept.known[cell.name] = text; return kept; });
  server.set(cell.name, text);
  sheet.put([[cell, text]]);
  paint();
}

form.addEventListener('click', event => {
  const takes = event.target.closest('[data-gather]') ? [...form.querySelectorAll('[data-below]')] : event.target.closest('[data-take]') ? [event.target.closest('td')] : [];
  if (takes.length) {
    event.preventDefault();
    sheet.put(takes.map(cell => [byName.get('f_' + gathered(cell)[0]), cell.dataset.below]).filter(([cell]) => takes.length === 1 || cell.value.trim() === ''));
    return;
  }
  const button = event.target.closest('button[type=button]');
  if (button?.dataset.do) sheet[button.dataset.do]();
  else if (button?.dataset.sum !== undefined) sheet.put([[byName.get('f_' + button.closest('tr').dataset.field), button.value]]);
  else if (button === look) form.querySelector('[aria-invalid]').focus();
});

// Cells that cannot be read are named before the form is sent: what stands in them is not what would go.
function unsent() {
  const bad = Object.values(record.cells).filter(cell => cell.bad).length;
  refused = bad > 0;
  if (bad) { paint(); form.querySelector('[aria-invalid]')?.focus(); }
  return bad > 0;
}
// Sending the whole form: first every cell must be on the server.
form.addEventListener('submit', async event => {
  if (leaving) return;
  event.preventDefault();
  const by = event.submitter;
  await flying;
  await save();
  if (!await fetch('/health').then(answer => answer.ok, () => false)) { state = 'offline'; paint(); }
  if (unsent()) return;
  if (waiting(record) || state === 'offline') { (look.hidden ? bar : form.querySelector('[aria-invalid]') ?? bar).focus(); return; }
  leaving = true;
  if (by) by.disabled = false;
  form.requestSubmit(by);
});
addEventListener('pageshow', event => { if (event.persisted) leaving = false; });
addEventListener('online', save);
addEventListener('offline', () => paint());
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') save(); });

// ---- beginning: this page may be older than what the device knows, when it was opened without a line
async function begin() {
  const version = Number(form.elements.version.value);
  record = await edit(kept => ({ ...kept, said: '', ...(kept.version > version ? {} : { version, known: Object.fromEntries(server), at: '' }) }));
  record = await edit(kept => {                                                      // nobody ever got what could not be read; meanwhile somebody else may have typed
    for (const [name, cell] of Object.entries(kept.cells)) if (cell.bad && cell.theirs === undefined && kept.known[name] !== undefined && kept.known[name] !== cell.base) cell.theirs = kept.known[name];
    return kept;
  });
  await type(early.filter(cell => !record.cells[cell.name]));
  Object.entries(record.known).forEach(([name, text]) => arrive(name, text));
  for (const [name, cell] of Object.entries(record.cells)) if (byName.has(name) && !busy.get(name)) byName.get(name).value = cell.text;
  paint();
  if (waiting(record)) save();
}
async function keepPage() {
  if (!navigator.serviceWorker) return;
  const first = !navigator.serviceWorker.controller, taken = new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  await (await caches.open('now')).put('/account', new Response(account));
  await navigator.serviceWorker.register('/sw.js');
  if (first) {
    await taken;
    const files = performance.getEntriesByType('resource').map(each => each.name).filter(name => new URL(name).pathname.startsWith('/static/'));
    await Promise.all([path, ...files].map(name => fetch(name)));
  }
  if (!await (await caches.open('forms ' + account)).match(LIST)) await Promise.all([LIST, '/static/kept-list.js'].map(name => fetch(name)));
  form.dataset.kept = 'yes';
}
for (const button of form.querySelectorAll('.savebar [value=save]')) button.hidden = true;
await begin();
keepPage().catch(() => {});
