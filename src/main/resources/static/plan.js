// Checking a draft against its paper: what is linked is shown together, actions keep the place, a selection becomes an item.
// The page works without this file: links lead from passage to item and back, forms answer with the whole page.
const root = () => document.getElementById('review');

function show(id, from) {
  document.querySelectorAll('.now').forEach(e => e.classList.remove('now'));
  document.querySelectorAll(`[data-e="${id}"]`).forEach(e => e.classList.add('now'));
  const other = document.getElementById((from === 'paper' ? 'i-' : 's-') + id);
  if (other) other.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  return other;
}

function tab(name) {
  root()?.setAttribute('data-tab', name);
  document.querySelectorAll('.review-tabs a').forEach(a => a.toggleAttribute('aria-current', a.hash === '#' + name));
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !root()) return;
  if (link.closest('.review-tabs')) { event.preventDefault(); tab(link.hash.slice(1)); return; }
  const match = link.hash.match(/^#([is])-(.+)$/);
  if (!match) return;
  event.preventDefault();
  if (getSelection().toString()) return;
  tab(match[1] === 'i' ? 'items' : 'paper');
  const other = show(match[2], match[1] === 'i' ? 'paper' : 'items');
  if (match[1] === 'i') other?.focus({ preventScroll: true });
});

// Keyboard on an item: a accept, e edit, d drop, j and k to the next and the one before.
document.addEventListener('keydown', event => {
  const item = event.target.closest?.('.item');
  if (!item || event.target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) return;
  const press = { a: '[formaction$="/accept"]', d: '[formaction$="/drop"]', e: 'a[href*="?edit="]' }[event.key];
  if (press) { const button = item.querySelector(press); if (button) { event.preventDefault(); button.click(); } return; }
  if (event.key === 'j' || event.key === 'k') {
    const all = [...document.querySelectorAll('.item')];
    const next = all[all.indexOf(item) + (event.key === 'j' ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus({ preventScroll: true }); next.scrollIntoView({ block: 'nearest' }); show(next.dataset.e, 'items'); }
  }
});

// An action on one item brings a new list (part.js): it takes the place of the old one and nothing jumps.
document.addEventListener('part', event => {
  const { form, old, fresh } = event.detail;
  if (old.id !== 'review') return;
  event.preventDefault();
  const id = form.closest('.item')?.dataset.e;
  const places = ['paper', 'items'].map(name => document.getElementById(name)?.scrollTop ?? 0);
  const y = scrollY, shown = old.dataset.tab;
  old.replaceWith(fresh);
  if (shown) tab(shown);
  ['paper', 'items'].forEach((name, i) => { const part = document.getElementById(name); if (part) part.scrollTop = places[i]; });
  scrollTo(0, y);
  history.replaceState(null, '', location.pathname);
  nextOpen(id)?.focus({ preventScroll: true });
});

function nextOpen(id) {
  const all = [...document.querySelectorAll('.item')];
  const here = all.findIndex(e => e.dataset.e === id);
  return all[here]?.classList.contains('suggested') ? all[here] : all.slice(here + 1).find(e => e.classList.contains('suggested')) ?? all[here];
}

// A selection in the paper fills the form for a new item, with its place in the text.
document.addEventListener('mouseup', () => {
  const paper = document.querySelector('#paper .paper');
  const chosen = getSelection();
  const words = chosen?.toString().trim();
  if (!paper || !words || words.length < 3 || !paper.contains(chosen.anchorNode) || !paper.contains(chosen.focusNode)) return;
  const form = document.querySelector('#add form');
  const range = chosen.getRangeAt(0);
  form.elements.text.value = words.replace(/\s+/g, ' ');
  const start = offset(range.startContainer, range.startOffset);
  form.elements.start.value = start ?? '';
  form.elements.end.value = start === null ? '' : offset(range.endContainer, range.endOffset) ?? '';
  document.getElementById('add').open = true;
});

function offset(node, at) {
  const piece = node.nodeType === 3 ? node.parentElement.closest('[data-from]') : node.closest?.('[data-from]');
  if (!piece) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, at);
  return Number(piece.dataset.from) + before.toString().length;
}

const wanted = location.hash.match(/^#([is])-(.+)$/);
if (wanted && root()) { tab(wanted[1] === 'i' ? 'items' : 'paper'); show(wanted[2], wanted[1] === 'i' ? 'items' : 'paper'); document.getElementById(wanted[1] + '-' + wanted[2])?.scrollIntoView({ block: 'center' }); }
else if (root()) tab('items');
