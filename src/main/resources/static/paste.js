// What was copied from a spreadsheet, as rows of cells; figures in either spelling, 1.234,5 or 1,234.5, become Vietnamese ones.
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

const ENGLISH = /^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$|^\d+\.(\d{1,2}|\d{4,})$|^(0|\d{4,})\.\d+$/;
const VIETNAMESE = /^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$|^\d+,(\d{1,2}|\d{4,})$|^(0|\d{4,}),\d+$/;
const bare = text => text.replace(/[\s\u00a0\u202f]/g, '');
const isFigure = text => /^\d[\d.,]*$/.test(bare(text));

// The figures of a block are its last column of figures; what stands right of it is the notes. A block of one column is that column.
export function columns(rows) {
  const width = Math.max(...rows.map(row => row.length));
  for (let at = width - 1; at > 0; at--) {
    const filled = rows.map(row => row[at] ?? '').filter(cell => cell !== '');
    if (filled.length && filled.filter(isFigure).length * 2 >= filled.length) return at;
  }
  return 0;
}

// How a block spells: a spelling that only one language uses decides for the ambiguous ones (1.234 and 1,234).
export function spelling(cells) {
  const bares = cells.map(bare);
  const english = bares.some(cell => ENGLISH.test(cell)), vietnamese = bares.some(cell => VIETNAMESE.test(cell));
  return english === vietnamese ? '' : english ? 'en' : 'vi';
}

// kind: 'whole', 'decimal' or 'yes'. What is no figure stays as it is: the form then says what would be right.
export function figure(text, kind, spelt) {
  const cell = bare(text);
  if (kind === 'yes') return /^(1|x|có|co|yes)$/i.test(cell) ? '1' : /^(0|không|khong|no)$/i.test(cell) ? '0' : '';
  const own = ENGLISH.test(cell) ? 'en' : VIETNAMESE.test(cell) ? 'vi' : spelt || (kind === 'whole' && cell.includes(',') ? 'en' : 'vi');
  const plain = own === 'en' ? cell.replace(/[.,]/g, sign => sign === '.' ? ',' : '.') : cell;
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(plain)) return text;
  return plain.replaceAll('.', '').replace(/,0+$/, '');
}
