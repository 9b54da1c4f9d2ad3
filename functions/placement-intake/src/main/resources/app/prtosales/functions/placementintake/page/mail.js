// Shows an email as its recipient would see it. It is rebuilt element by element in a shadow tree, out of reach of the
// page's styles. The page's policy forbids inline styles in markup, so they are set as properties.

import {h, fill} from './dom.js';

const TAGS = new Set(('A B BLOCKQUOTE BR CENTER DIV EM H1 H2 H3 HR I LI OL P SPAN STRONG TABLE TBODY TD TH THEAD TR U UL SMALL')
    .split(' '));
const ATTRIBUTES = new Set([
  'align',
  'valign',
  'width',
  'height',
  'cellpadding',
  'cellspacing',
  'border',
  'role',
  'lang',
  'dir',
  'class',
  'colspan',
  'rowspan',
  'bgcolor',
]);

function copy(from, into) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      into.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE && TAGS.has(node.tagName)) {
      const element = document.createElement(node.tagName);
      attributes(node, element);
      copy(node, element);
      into.append(element);
    }
  }
}

function attributes(from, to) {
  for (const {name, value} of from.attributes) {
    if (ATTRIBUTES.has(name)) to.setAttribute(name, value);
    else if (name === 'data-style') to.style.cssText = value;
  }
}

function draw(root, html) {
  const inert = new DOMParser().parseFromString(
      html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, ' data-style='))
          .replace(/<(\/?)style\b/gi, '<$1template'), 'text/html');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...inert.querySelectorAll('template')].map((each) => each.content.textContent).join('\n'));
  const body = document.createElement('div');
  attributes(inert.body, body);
  copy(inert.body, body);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(body);
}

/** An email with its subject, as HTML and as text. */
export function mail() {
  const subject = h('p', {class: 'subject'});
  const frame = h('div', {role: 'group', 'aria-label': 'The email as a rep sees it', class: 'mail', tabindex: '0'});
  const root = frame.attachShadow({mode: 'open'});
  const text = h('pre', {class: 'mail-text', tabindex: '0', hidden: true});
  const toggle = h('button', {type: 'button', class: 'small', 'aria-pressed': 'false', onclick() {
    const plain = text.hidden;
    text.hidden = !plain;
    frame.hidden = plain;
    toggle.setAttribute('aria-pressed', String(plain));
  }}, 'Plain text');
  const element = h('div', {class: 'mail-box'}, h('div', {class: 'mail-head'}, subject, toggle), frame, text);
  return {element, show(sent) {
    fill(subject, sent.subject);
    fill(text, sent.text);
    draw(root, sent.html);
  }};
}
