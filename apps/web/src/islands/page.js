// On every page: open menus close on Escape or a press elsewhere, and a form that is
// being sent cannot be sent again. Everything works without it.
const menus = () => document.querySelectorAll('details[data-menu][open]');

document.addEventListener('click', (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

const setSending = (form, sending) => {
  for (const button of form.querySelectorAll('button[type=submit]')) button.setAttribute('aria-disabled', String(sending));
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sending) return event.preventDefault();
  form.dataset.sending = 'yes';
  setSending(form, true);
});

// The browser's back button may show the page as it was left.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) {
    delete form.dataset.sending;
    setSending(form, false);
  }
});

// What is sent while somebody still types, or again with the same words, is not a search of its own.
let asked = new URLSearchParams(location.search).get('q') ?? '';
document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
  const words = document.getElementById('q')?.value.trim() ?? '';
  if (ctx.sourceEvent?.type === 'input' || words === asked) ctx.request.headers['X-Typing'] = 'yes';
  else asked = words;
});
