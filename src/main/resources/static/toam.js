// Small helpers for every page; each page works without them.
const problems = document.getElementById('problems');
if (problems) problems.focus();

document.addEventListener('submit', event => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || button.dataset.busy === 'no') return;
  setTimeout(() => { button.disabled = true; button.dataset.was = 'sent'; }, 0);
});
window.addEventListener('pageshow', () => document.querySelectorAll('button:disabled[data-was]').forEach(b => { b.disabled = false; }));
