// The return as a spreadsheet: arrows and Enter, paste a column, live sums, autosave. The page works without all of this.
const form = document.getElementById('return');
const says = form.dataset;
const saved = document.getElementById('saved');
const blanks = document.getElementById('blanks');
const shelf = 'return:' + location.pathname;
const cells = [...form.querySelectorAll('.cell input, .cell select')];
const dirty = new Map(JSON.parse(localStorage.getItem(shelf) || '[]'));
let key = null, timer = 0, flying = null, stopped = false;

const fill = (text, value) => text.replace('{0}', value);
const figure = text => {
  const plain = text.replace(/[. \u00a0]/g, '').replace(',', '.');
  return plain === '' || isNaN(plain) ? null : Number(plain);
};
const written = number => number.toLocaleString('de-DE', { maximumFractionDigits: 2 });
const input = field => document.getElementById('f_' + field);

function sums() {
  for (const line of form.querySelectorAll('[data-parts]')) {
    const parts = line.dataset.parts.split(' ').map(part => figure(input(part).value));
    const whole = figure(input(line.closest('tr').dataset.field).value);
    const known = parts.every(part => part !== null);
    const sum = parts.reduce((a, b) => a + (b ?? 0), 0);
    line.textContent = known ? fill(says.sum, written(sum)) + (whole !== null && whole !== sum ? ' (' + (sum > whole ? '+' : '−') + written(Math.abs(sum - whole)) + ')' : '') : '';
    line.classList.toggle('off', known && whole !== null && whole !== sum);
  }
  blanks.textContent = fill(says.blank, cells.filter(cell => cell.value.trim() === '').length);
}

// ---- keyboard and paste
function move(from, step) {
  const to = cells[cells.indexOf(from) + step];
  if (to) { to.focus(); if (to.select) to.select(); }
}
form.addEventListener('keydown', event => {
  if (!cells.includes(event.target)) return;
  const list = event.target.tagName === 'SELECT';
  if (event.key === 'Enter' || (event.key === 'ArrowDown' && !list)) { event.preventDefault(); move(event.target, event.shiftKey ? -1 : 1); }
  else if (event.key === 'ArrowUp' && !list) { event.preventDefault(); move(event.target, -1); }
});
form.addEventListener('paste', event => {
  const at = cells.indexOf(event.target);
  const lines = event.clipboardData.getData('text').replace(/\r/g, '').replace(/\n$/, '').split('\n');
  if (at < 0 || lines.length < 2) return;
  event.preventDefault();
  lines.forEach((line, i) => {
    const cell = cells[at + i];
    if (!cell) return;
    cell.value = line.split('\t').at(-1).trim();
    touch(cell);
  });
  sums();
});

// ---- autosave: cells changed since the last time, kept on this computer until the server has them
const keep = () => dirty.size ? localStorage.setItem(shelf, JSON.stringify([...dirty])) : localStorage.removeItem(shelf);
function touch(cell) {
  dirty.set(cell.name, cell.value);
  keep();
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}
form.addEventListener('input', event => {
  if (/^[fn]_/.test(event.target.name)) { touch(event.target); sums(); }
});
form.addEventListener('change', event => {
  if (/^[fn]_/.test(event.target.name)) { clearTimeout(timer); save(); }
});

function save() {
  if (stopped || flying || !dirty.size) return flying;
  const sent = new Map(dirty);
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value, version: form.elements.version.value });
  sent.forEach((value, name) => body.set(name, value));
  key ??= crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);
  saved.textContent = says.saving;
  flying = fetch(says.cells, { method: 'POST', body, headers: { 'Idempotency-Key': key } })
    .then(async answer => {
      if (answer.status === 200) accepted(await answer.json(), sent);
      else if (answer.status === 422) { key = null; refused(await answer.json(), sent); }
      else if (answer.status === 409) { stopped = true; tell(says.conflict, true); }
      else throw answer.status;
    })
    .catch(() => { tell(says.kept, true); timer = setTimeout(save, 10000); })
    .finally(() => { flying = null; if ([...dirty].some(([name, value]) => sent.get(name) !== value)) timer = setTimeout(save, 200); });
  return flying;
}
function accepted(answer, sent) {
  key = null;
  form.elements.version.value = answer.version;
  sent.forEach((value, name) => { if (dirty.get(name) === value) dirty.delete(name); });
  keep();
  sent.forEach((value, name) => { const row = form.elements[name]?.closest('tr.wrong'); if (row && name.startsWith('f_')) clear(row); });
  const wrong = form.querySelector('tr.wrong') !== null;
  tell(wrong ? says.unread : fill(says.saved, answer.at), wrong);
  show(answer.said);
}
// One cell that cannot be read must not hold back the others: it stays in its field, marked, and is left out.
function refused(answer, sent) {
  tell(says.unread, true);
  for (const said of answer.said) {
    dirty.delete('f_' + said.field);
    sent.delete('f_' + said.field);
    const cell = input(said.field);
    if (!cell) continue;
    clear(cell.closest('tr'));
    cell.setAttribute('aria-invalid', 'true');
    cell.closest('tr').classList.add('wrong');
    say(cell.closest('tr'), 'error', said.text);
  }
  keep();
  if (dirty.size) timer = setTimeout(save, 100);
}
function clear(row) {
  row.classList.remove('wrong');
  row.querySelectorAll('.said.error').forEach(each => each.remove());
  row.querySelectorAll('[aria-invalid]').forEach(each => each.removeAttribute('aria-invalid'));
}
function show(all) {
  form.querySelectorAll('.said.hard, .said.ask, .said.explained').forEach(each => each.remove());
  for (const said of all) {
    const row = form.querySelector('tr[data-field="' + said.field + '"]');
    if (!row) continue;
    say(row, said.kind, said.text);
    if (said.kind === 'ask') row.querySelector('.why').open = true;
  }
}
function say(row, kind, text) {
  const line = document.createElement('p');
  line.className = 'said ' + kind;
  line.textContent = text;
  row.querySelector('label').after(line);
}
function tell(text, bad) {
  saved.textContent = text;
  saved.classList.toggle('bad', bad);
}

form.addEventListener('submit', event => {
  clearTimeout(timer);
  if (flying) {
    event.preventDefault();
    const by = event.submitter;
    flying.finally(() => setTimeout(() => { if (by) by.disabled = false; form.requestSubmit(by); }, 0));
    return;
  }
  stopped = true;
  localStorage.removeItem(shelf);
});
addEventListener('online', save);
addEventListener('beforeunload', event => { if (dirty.size && !stopped) event.preventDefault(); });

// What an earlier visit typed without connection comes back into its fields.
if (dirty.size && !document.getElementById('problems')) {
  dirty.forEach((value, name) => { const cell = form.elements[name]; if (cell) cell.value = value; });
  tell(says.restored, false);
  save();
}
sums();
