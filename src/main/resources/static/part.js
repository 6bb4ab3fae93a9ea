// The one way of asking the server for a part of a page: a form with data-part="id" is sent, the whole page comes back, and the element
// of that id takes the place of the old one. Where this file is missing the same form answers with the whole page.
const queues = new WeakMap();
const WAIT = 1200; // ms without a key before a form with data-autosave is sent

async function ask(form, button) {
  const data = new URLSearchParams(new FormData(form));
  if (button?.name) data.append(button.name, button.value);
  const answer = await fetch(button?.getAttribute('formaction') || form.action, { method: 'POST', body: data });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(form.dataset.part), old = document.getElementById(form.dataset.part);
  if (fresh && old) {
    const detail = { form, old, fresh: document.adoptNode(fresh) };
    if (old.dispatchEvent(new CustomEvent('part', { bubbles: true, cancelable: true, detail }))) old.replaceWith(detail.fresh);
  } else if (button) document.documentElement.replaceChild(document.adoptNode(page.body), document.body);
}

/** One request of a form after the other: the second carries the version that the first brought back. */
function send(form, button) {
  const next = (queues.get(form) ?? Promise.resolve()).then(() => ask(form, button));
  queues.set(form, next.catch(() => {}));
  return next;
}

document.addEventListener('submit', event => {
  if (!event.target.matches('form[data-part]')) return;
  event.preventDefault();
  send(event.target, event.submitter).catch(() => event.target.submit());
}, true);

const waiting = new WeakMap();
document.addEventListener('input', event => {
  const form = event.target.closest('form[data-autosave]');
  if (!form) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => send(form).catch(() => {}), WAIT));
});
