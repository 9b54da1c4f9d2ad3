// Builds the page. Text from people becomes a text node or an attribute value, never markup.

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'indeterminate', 'open', 'srcdoc']);

/** An element; children are elements or texts, and null or false is skipped. */
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

/** Replaces an element's children. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(
      (child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

/** An external link; an address that is not http or https stays plain text. */
export function outside(address, text = address) {
  return /^https?:\/\//i.test(address ?? '')
    ? h(
        'a',
        {href: address, target: '_blank', rel: 'noopener noreferrer'},
        text,
        h('span', {class: 'out', 'aria-hidden': 'true'}, ' ↗'),
        hidden(' (opens in a new tab)')
      )
    : h('span', null, text);
}

export const hidden = (text) => h('span', {class: 'unseen'}, text);

let silence;

/** Brings the messages to where they are seen and announced: an open dialog makes the page outside it inert. */
export function placeMessages() {
  const region = document.getElementById('said');
  const place = document.querySelector('dialog[open]') ?? document.body;
  if (region.parentElement !== place) place.append(region);
  return region;
}

/**
 * Shows a message and announces it to screen readers.
 * @param stays whether it stays until the next message or page, because something would be lost without it
 */
export function say(text, {stays = false} = {}) {
  clearTimeout(silence);
  placeMessages().textContent = '';
  setTimeout(() => { placeMessages().textContent = text; }, 50);
  silence = stays ? undefined : setTimeout(() => { placeMessages().textContent = ''; }, 6000);
}

// A message about one page does not apply to the next; the next page's own messages come after this.
addEventListener('hashchange', () => fill(document.getElementById('said')));

/** A button; while its last press is still being answered, another press does nothing. */
export function button(text, onclick, kind = '') {
  const element = h('button', {type: 'button', class: kind, async onclick(event) {
    if (element.getAttribute('aria-disabled') === 'true') return;
    const answered = onclick(event);
    if (!(answered instanceof Promise)) return;
    element.setAttribute('aria-disabled', 'true');
    try {
      await answered;
    } finally {
      element.removeAttribute('aria-disabled');
    }
  }}, text);
  return element;
}

export const card = (title, ...children) => h('section', {class: 'card'}, title && h('h2', null, title), children);

export const badge = (text, kind) => h('span', {class: `badge ${kind}`}, text);

export const WRONG = 'Something went wrong. Try again in a minute. If it happens again, tell sales ops.';

/** The text of an error for people. The browser's own, such as a TypeError's, is for developers. */
export const inPlainWords = ({name, message}) => (/.Error$/.test(name ?? '') ? WRONG : message);

/** A notice inside the page. */
export const notice = (kind, ...children) => h('div', {class: `notice ${kind}`}, children);

const LABELS = {
  'news-mention': 'News mention',
  'tv-radio': 'TV or radio',
  'analyst-report': 'Analyst report',
  'pr-owner': 'PR owner',
  'mail-health': 'Email health',
  ops: 'Sales ops',
  zone: 'Time zone',
  'audit-day': 'Audit day',
  'audit-hour': 'Audit time',
  warnings: 'Warnings',
  'rule-owners': 'In charge of each rule',
  'published-at': 'Published',
  url: 'Link',
  how: 'How it was used',
  yes: 'Yes',
  no: 'No',
  pending: 'Pending',
  exempt: 'Exempt',
  met: 'On time',
  missed: 'Late',
  void: 'Not counted',
};

/** `1 rep`, `2 reps` */
export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** `a`, `a and b`, `a, b, and c`, `a, b, and 3 more` */
export function listed(names, all = names.length) {
  const parts = all > names.length ? [...names, `${all - names.length} more`] : names;
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

/** A value from the API, in readable form. */
export function words(word) {
  if (!word) return '';
  return LABELS[word] ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}

/** Capitalizes a sentence; the API's begin in lower case, because they may follow other words. */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the API warns of, with the period that its messages leave out. */
export const warned = ({message}) => message.replace(/[^.?!]$/, '$&.');

/** A column name such as `secondEmail`, in readable form. */
export const column = (name) => words(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).replace(/^Id$/, 'ID');

const FORWARD = {green: 'may be forwarded', amber: 'internal only', red: 'do not use'};

export const forwardability = (word) => badge(`${words(word)}: ${FORWARD[word]}`, word);

const spoken = (each) => [each.getAttribute('href'), each.getAttribute('aria-label') ?? each.textContent].join();

/**
 * Remembers the focused element of a part of the page, if any, by its link and its text. The function that it returns
 * focuses the element with the same link and text after a redraw or, if there is none, the page's heading or whatever
 * it is given.
 */
export function place(part) {
  const before = document.activeElement;
  if (!part.contains(before)) return () => {};
  const text = spoken(before);
  return (otherwise = document.querySelector('main h1')) => {
    if (before.isConnected) return before.focus({preventScroll: true});
    const same = [...document.querySelectorAll(`main ${before.localName}`)].find((each) => spoken(each) === text);
    return (same ?? otherwise)?.focus({preventScroll: true});
  };
}

let pressed = false;
for (const [event, down] of [['pointerdown', true], ['pointerup', false], ['pointercancel', false]]) {
  addEventListener(event, () => { pressed = down; }, true);
}

/** The longest wait for the end of a press, in milliseconds. Browsers don't always report it, for example when a menu opens. */
const PRESS = 1000;

/** Resolves once no button or finger is down: if the page moved during a press, the press would miss its target. */
export async function afterPress() {
  if (!pressed) return;
  await new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      done.abort();
      setTimeout(resolve);
    };
    for (const event of ['pointerup', 'pointercancel']) addEventListener(event, end, {capture: true, signal: done.signal});
    setTimeout(() => {
      pressed = false;
      end();
    }, PRESS);
  });
}

/** Debounces: calls once there has been no call for a while. */
export function quiet(milliseconds, call) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), milliseconds);
  };
}

/** Offers text or bytes as a file download. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = h('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
