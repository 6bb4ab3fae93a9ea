// Small helpers for every page; each page works without them.
const problems = document.getElementById('problems');
if (problems) problems.focus();
if (document.querySelector('[data-copy]')) import('/static/copy.js');
if (document.querySelector('form[data-part]')) import('/static/part.js');

// Forms kept on this device (collection) are known by this mark; where there are none, nothing more is loaded.
const { account, forget } = document.body.dataset;
const kept = () => localStorage.getItem('kept') && account ? import('/static/kept.js') : null;
kept()?.then(forms => forms.greet(account, document.querySelector('input[name=_csrf]').value, document.getElementById('kept')));

document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') === '/sign-out' && localStorage.getItem('kept')) {
    event.preventDefault();
    kept().then(forms => forms.forget(account, forget)).then(yes => yes && event.target.submit());
    return;
  }
  const button = event.submitter;
  if (event.defaultPrevented || !button || button.dataset.busy === 'no') return;
  if (event.target.dataset.reading) button.textContent = event.target.dataset.reading;
  setTimeout(() => { button.disabled = true; button.dataset.was = 'sent'; }, 0);
});
window.addEventListener('pageshow', () => document.querySelectorAll('button:disabled[data-was]').forEach(b => { b.disabled = false; }));
