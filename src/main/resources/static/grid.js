import { block, columns, english, figure, unclear } from './paste.js';

// A table of inputs as a spreadsheet: arrows, Enter, blocks pasted from elsewhere, undo. rows: [[figure, note], …].
// changed(inputs, unclear ones) is called after each change made here, pasted(cells, left over, columns of figures, taken) after a paste,
// steps(undo, redo) with what can be undone.
export function grid(rows, { changed, pasted, steps: counted }) {
  const place = new Map(rows.flatMap((row, i) => row.map((cell, j) => [cell, [i, j]])));
  const done = [], undone = [];
  let held = null;                                   // [cell, its text when it was entered]

  function go(i, j) {
    const to = rows[i]?.[j];
    if (!to) return;
    const shown = to.offsetParent ? to : rows[i][0];
    shown.focus();
    if (shown.select) shown.select();
  }
  function remember(steps) {
    if (!steps.length) return;
    done.push(steps);
    undone.length = 0;
    counted(done.length, 0);
  }
  function settle() {
    if (held && held[0].value !== held[1]) remember([{ cell: held[0], from: held[1], to: held[0].value }]);
    if (held) held = [held[0], held[0].value];
  }
  // Puts texts into cells as one step that can be undone.
  function put(texts, unclear) {
    settle();
    const steps = texts.filter(([cell, text]) => cell.value !== text).map(([cell, text]) => ({ cell, from: cell.value, to: text }));
    write(steps, 'to', unclear);
    remember(steps.filter(step => step.cell.value !== step.from));
  }
  function write(steps, side, unclear) {
    for (const step of steps) step.cell.value = step[side];
    if (held) held = [held[0], held[0].value];
    changed(steps.map(step => step.cell), unclear);
  }
  function turn(from, to, side) {
    settle();
    const steps = from.pop();
    if (!steps) return;
    to.push(steps);
    write(steps, side);
    counted(done.length, undone.length);
    const at = place.get(steps[0].cell);
    if (at) go(...at); else steps[0].cell.focus();
  }
  const undo = () => turn(done, undone, 'from'), redo = () => turn(undone, done, 'to');

  function key(event) {
    const cell = event.target, at = place.get(cell);
    if (at && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      return /y/i.test(event.key) || event.shiftKey ? redo() : undo();
    }
    if (!at || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const [i, j] = at, list = cell.tagName === 'SELECT';
    const whole = !list && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const start = !list && cell.selectionEnd === 0, end = !list && cell.selectionStart === cell.value.length;
    const to = {
      Enter: [i + (event.shiftKey ? -1 : 1), j],
      ArrowDown: list ? null : [i + 1, j], ArrowUp: list ? null : [i - 1, j],
      ArrowRight: list || whole || end ? [i, j + 1] : null, ArrowLeft: list || whole || start ? [i, j - 1] : null,
    }[event.key];
    if (to && !event.shiftKey || event.key === 'Enter') { event.preventDefault(); go(...to); }
    else if (event.key === 'Escape' && held && cell.value !== held[1]) { cell.value = held[1]; changed([cell]); }
  }

  function paste(event) {
    const at = place.get(event.target);
    if (!at) return;
    const copied = block(event.clipboardData.getData('text')), figures = at[1] === 0 ? columns(copied) : [];
    if (figures.length > 1 && figures[0] > 0) { event.preventDefault(); return pasted(0, 0, figures.length, 0); }
    const first = figures[0] ?? 0, foreign = english(copied.map(row => row[first] ?? '')), texts = [], doubt = new Set();
    let over = Math.max(0, at[0] + copied.length - rows.length);
    copied.forEach((row, r) => row.slice(first).forEach((text, c) => {
      const cell = rows[at[0] + r]?.[at[1] + c];
      if (!cell || text === '' || figures.includes(first + c, 1)) return;
      const value = cell.dataset.kind ? figure(text, cell.dataset.kind) : text;
      if (value === null) over++; else texts.push([cell, value]);
      if (foreign && cell.dataset.kind && unclear(text)) doubt.add(cell);
    }));
    if (copied.length === 1 && copied[0].length === 1 && (texts.length === 0 || texts[0][1] === copied[0][0])) return;
    event.preventDefault();
    put(texts, doubt);
    pasted(texts.length, over, figures.length, 1);
  }

  return {
    put, undo, redo,
    listen(form) {
      form.addEventListener('keydown', key);
      form.addEventListener('paste', paste);
      form.addEventListener('focusin', event => { settle(); held = place.has(event.target) || event.target.tagName === 'TEXTAREA' ? [event.target, event.target.value] : null; });
      form.addEventListener('focusout', settle);
    },
  };
}
