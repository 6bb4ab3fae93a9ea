// Copies a table as tab-separated text with its figures as they are shown. Without scripts the button stays hidden.
const words = node => node.textContent.replace(/\s+/g, ' ').trim();

// What says how a figure was reckoned goes to the end of the row, so that the figure alone stays in its cell.
function line(row) {
  const aside = [];
  const cells = [...row.cells].map(shown => {
    const cell = shown.cloneNode(true), measure = cell.querySelector('.measure');
    cell.querySelectorAll('svg, .visually-hidden, [data-aside]').forEach(each => each.remove());
    cell.querySelectorAll(cell.querySelector('.from') ? '.mark, .of' : '.mark').forEach(each => {
      aside.push({ text: words(each.querySelector('summary') ?? each) });
      each.remove();
    });
    measure?.remove();
    return { text: words(cell).replace(/^[=+@-]/, "'$&"), measure: measure && words(measure) };
  });
  return [...cells, ...aside];
}

// A measure that a whole column shares goes to its head: what is left are numbers.
function tabbed(table) {
  const lines = [...table.rows].map(line);
  lines[0].forEach((head, i) => {
    const measures = new Set(lines.map(cells => cells[i]?.measure).filter(measure => measure));
    if (measures.size !== 1) return;
    head.text += ` (${[...measures][0]})`;
    lines.forEach(cells => { if (cells[i]) cells[i].measure = null; });
  });
  return lines.map(cells => cells.map(({ text, measure }) => measure ? `${text} ${measure}` : text).join('\t')).join('\n');
}

// A page that came over plain http has no clipboard of its own: there a field nobody sees is copied, and the button keeps the focus.
async function put(text, button) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.style.whiteSpace = 'pre';
  field.readOnly = true;
  field.value = text;
  button.after(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  button.focus();
  if (!copied) throw new Error('copying was refused');
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const said = button.nextElementSibling, { copy, done, refused } = button.dataset;
  button.hidden = false;
  button.addEventListener('click', async () => {
    said.textContent = '';
    said.textContent = await put(tabbed(document.querySelector(`#${copy} table`)), button).then(() => done, () => refused);
  });
}
