// Suggestions under a search box, as a combobox of the WAI-ARIA patterns: arrow keys choose, Enter goes there, Escape closes and
// keeps the text. Without it the box just searches.
const WAIT_MS = 120;
const GROUPS = ['queries', 'offers', 'suppliers', 'fields'];

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// Text and <mark>, whatever else the string may hold.
const marked = (html) =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent) : node.textContent,
  );

const withQuery = (address, name, value) => `${address}?${new URLSearchParams({ [name]: value })}`;

const attach = (field) => {
  const input = field.querySelector('input');
  const { suggest: source, offers: offersAt, suppliers: suppliersAt } = field.dataset;
  const texts = JSON.parse(field.dataset.texts);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const list = element('div', { id: `${input.id}-list`, role: 'listbox', class: 'suggestions', 'aria-label': texts.label });
  const status = element('span', { role: 'status', class: 'unseen' });
  list.hidden = true;
  field.append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);

  let options = [];
  let active = -1;
  let timer;
  let asking;

  const choose = (index) => {
    options[active]?.removeAttribute('aria-selected');
    active = index;
    const option = options[active];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const open = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) choose(-1);
  };

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    open(false);
  };

  const ROWS = {
    queries: ({ q, qHighlighted }) => [withQuery(offersAt, 'q', q), qHighlighted],
    offers: ({ slug, titleHighlighted }) => [`${offersAt}/${slug}`, titleHighlighted],
    suppliers: ({ slug, nameHighlighted, offers }) => [`${suppliersAt}/${slug}`, nameHighlighted, offers],
    fields: ({ code, labelHighlighted, offers }) => [withQuery(offersAt, 'field', code), labelHighlighted, offers],
  };

  const optionOf = ([href, html, count]) => {
    const option = element('a', { id: `${list.id}-${options.length}`, role: 'option', tabindex: '-1', href }, element('span', {}, ...marked(html)));
    if (count !== undefined) option.append(' ', element('span', { class: 'count' }, numbers.format(count)));
    options.push(option);
    return option;
  };

  const groupOf = (name, items) => {
    const heading = element('span', { id: `${list.id}-${name}`, role: 'presentation' }, texts[name]);
    return element('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...items.map((item) => optionOf(ROWS[name](item))));
  };

  const show = (found) => {
    options = [];
    active = -1;
    input.removeAttribute('aria-activedescendant');
    const groups = GROUPS.filter((name) => found[name]?.length).map((name) => groupOf(name, found[name]));
    list.replaceChildren(...groups);
    list.scrollTop = 0;
    status.textContent = options.length ? texts.some.replace('{n}', numbers.format(options.length)) : texts.none;
    open(options.length > 0);
  };

  const ask = async () => {
    asking?.abort();
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(`${source}&${new URLSearchParams({ q: input.value })}`, { signal });
      const found = answer.ok ? await answer.json() : {};
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      // Aborted, or no answer: the box still searches.
    }
  };

  const askSoon = () => {
    clearTimeout(timer);
    if (input.value.trim() === '') return close();
    timer = setTimeout(ask, WAIT_MS);
  };

  const move = (step) => {
    if (list.hidden) return options.length && input.value.trim() ? open(true) : askSoon();
    // The place before the first is the text itself.
    choose(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
  };

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => (list.hidden ? false : close()),
    Enter: () => (options[active] && !list.hidden ? location.assign(options[active].href) : false),
  };

  input.addEventListener('input', askSoon);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !Object.hasOwn(KEYS, event.key)) return;
    if (KEYS[event.key]() !== false) event.preventDefault();
  });
  input.addEventListener('blur', close);
  // A press on the list must not take the focus from the box, which would close the list before the press ends.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  input.form?.addEventListener('submit', close);
  addEventListener('pagehide', close);
};

for (const field of document.querySelectorAll('[data-suggest]')) attach(field);
