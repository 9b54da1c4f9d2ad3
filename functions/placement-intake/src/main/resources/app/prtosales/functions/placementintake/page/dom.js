// Builds the page. What a person wrote becomes a text node or an attribute's value, never markup.

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'indeterminate', 'open', 'srcdoc']);

/** An element; children are elements or texts, and what is null or false is left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  fill(element, children);
  return element;
}

/** Puts these, and nothing else, into an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(
      (child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

/** A link out of the product; an address that is not http or https stays text. */
export function outside(address, text = address) {
  return /^https?:\/\//i.test(address ?? '')
      ? h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, text, h('span', {class: 'out', 'aria-hidden': 'true'}, ' ↗'), hidden(' (opens in a new tab)'))
      : h('span', null, text);
}

export const hidden = (text) => h('span', {class: 'unseen'}, text);

let silence;

/** Says it to whoever looks and to whoever listens. */
export function say(text) {
  const said = document.getElementById('said');
  clearTimeout(silence);
  said.textContent = '';
  setTimeout(() => { said.textContent = text; }, 50);
  silence = setTimeout(() => { said.textContent = ''; }, 6000);
}

// What was said of one page doesn't cover the next; what is said of the next comes after this.
addEventListener('hashchange', () => fill(document.getElementById('said')));

export const button = (text, onclick, kind = '') => h('button', {type: 'button', class: kind, onclick}, text);

export const card = (title, ...children) => h('section', {class: 'card'}, title && h('h2', null, title), children);

export const badge = (text, kind) => h('span', {class: `badge ${kind}`}, text);

/** A notice inside the page. */
export const notice = (kind, ...children) => h('div', {class: `notice ${kind}`}, children);

const LABELS = {
  'news-mention': 'News mention', 'tv-radio': 'TV or radio', 'analyst-report': 'Analyst report', 'pr-owner': 'PR owner', 'mail-health': 'Email health', ops: 'Sales ops', zone: 'Time zone', 'audit-day': 'Audit day', 'audit-hour': 'Audit time', warnings: 'Warnings', 'rule-owners': 'In charge of each rule', 'published-at': 'Published', url: 'Link', how: 'How it was used',
  yes: 'Yes', no: 'No', pending: 'Pending', exempt: 'Exempt', met: 'On time', missed: 'Late', void: 'No active reps',
};

/** `1 rep`, `2 reps` */
export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** A word of the API, as people read it. */
export function words(word) {
  if (!word) return '';
  return LABELS[word] ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}

/** `secondEmail`, as people read it. */
export const column = (name) => words(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).replace(/^Id$/, 'ID');

const FORWARD = {green: 'may be forwarded', amber: 'internal only', red: 'do not use'};

export const forwardability = (word) => badge(`${words(word)}: ${FORWARD[word]}`, word);

/** Where the focus is, by what it says: after a redraw it is put on what says the same, or on the page's heading. */
export function place() {
  const before = document.activeElement;
  const said = before?.textContent;
  return () => {
    if (!before || before.isConnected) return before?.focus({preventScroll: true});
    const same = [...document.querySelectorAll(`main ${before.localName}`)].find((each) => each.textContent === said);
    return (same ?? document.querySelector('main h1'))?.focus({preventScroll: true});
  };
}

let pressed = false;
for (const [event, down] of [['pointerdown', true], ['pointerup', false], ['pointercancel', false]]) {
  addEventListener(event, () => { pressed = down; }, true);
}

/** Calls once no button or finger is down: where the page moves under a press, the press misses what it was meant for. */
export function afterPress(call) {
  if (!pressed) {
    call();
    return;
  }
  const done = new AbortController();
  for (const event of ['pointerup', 'pointercancel']) {
    addEventListener(event, () => {
      done.abort();
      setTimeout(call);
    }, {capture: true, signal: done.signal});
  }
}

/** Calls once it has been quiet for a while. */
export function quiet(milliseconds, call) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), milliseconds);
  };
}

/** Hands a text or bytes over as a file. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = h('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
