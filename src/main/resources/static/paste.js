// What was copied from a spreadsheet, as rows of cells.
export function block(text) {
  const rows = [['']];
  let quoted = false;
  for (const sign of text.replace(/\r\n?/g, '\n').replace(/\n$/, '')) {
    const row = rows.at(-1);
    if (sign === '"' && (quoted || row.at(-1) === '')) quoted = !quoted;
    else if (sign === '\t' && !quoted) row.push('');
    else if (sign === '\n' && !quoted) rows.push(['']);
    else row[row.length - 1] += sign;
  }
  return rows.map(row => row.map(cell => cell.trim()));
}

const ENGLISH = /^[1-9]\d{0,2}(,\d{3})+\.\d+$|^[1-9]\d{0,2}(,\d{3}){2,}$|^\d+\.(\d{1,2}|\d{4,})$|^0\.\d+$/, THOUSANDS = /^[1-9]\d{0,2}(\.\d{3})+$/;
// Without the blanks between groups of three digits: "12 13.5" is two figures and not 1213.5.
const bare = text => text.trim().replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1');
const isFigure = text => /^\d[\d.,]*$/.test(bare(text));

// The columns of figures of a block, right of the labels that stand before them. What stands right of a figure is its note.
export function columns(rows) {
  const kinds = [];
  for (let at = 0; at < Math.max(...rows.map(row => row.length)); at++) {
    const filled = rows.map(row => row[at] ?? '').filter(cell => cell !== '');
    kinds.push(filled.length ? filled.filter(isFigure).length * 2 >= filled.length : null);
  }
  const label = kinds.findLastIndex((figures, at) => figures === false && kinds.includes(true, at));
  return kinds.flatMap((figures, at) => figures && at > label ? [at] : []);
}

// Whether a block has figures that only English spells so: then 7.000 may be seven.
export const english = cells => cells.some(cell => ENGLISH.test(bare(cell)));
export const unclear = text => THOUSANDS.test(bare(text));

// How a copied figure is written into its cell; null: a list has no such answer. What could be two values, or is no figure, stays as it is.
export function figure(text, kind) {
  if (kind === 'yes') return /^(1|x|có|co|yes|đúng)$/i.test(bare(text)) ? '1' : /^(0|không|khong|no)$/i.test(bare(text)) ? '0' : null;
  return ENGLISH.test(bare(text)) ? bare(text).replace(/[.,]/g, sign => sign === '.' ? ',' : '.').replace(/,0+$/, '') : text;
}
