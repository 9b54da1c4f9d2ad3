// Shows a mail as its reader would see it. It is rebuilt, element by element, in a frame that runs nothing: the page's policy
// lets no text bring a style of its own, so styles are set by their properties.

import {h, fill} from './dom.js';

const TAGS = new Set(('A B BLOCKQUOTE BR CENTER DIV EM H1 H2 H3 HR I LI OL P SPAN STRONG TABLE TBODY TD TH THEAD TR U UL SMALL')
    .split(' '));
const ATTRIBUTES = new Set(['align', 'valign', 'width', 'height', 'cellpadding', 'cellspacing', 'border', 'role', 'lang', 'dir', 'class', 'colspan', 'rowspan', 'bgcolor']);

function copy(from, into, document) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      into.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE && TAGS.has(node.tagName)) {
      const made = document.createElement(node.tagName);
      attributes(node, made);
      copy(node, made, document);
      into.append(made);
    }
  }
}

function attributes(from, to) {
  for (const {name, value} of from.attributes) {
    if (ATTRIBUTES.has(name)) to.setAttribute(name, value);
    else if (name === 'data-style') to.style.cssText = value;
  }
}

function draw(frame, html) {
  const inert = new DOMParser().parseFromString(
      html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, ' data-style='))
          .replace(/<(\/?)style\b/gi, '<$1template'), 'text/html');
  const page = frame.contentDocument;
  page.documentElement.lang = inert.documentElement.lang || 'en';
  page.title = 'Mail';
  const sheet = new frame.contentWindow.CSSStyleSheet();
  sheet.replaceSync([...inert.querySelectorAll('template')].map((each) => each.content.textContent).join('\n'));
  page.adoptedStyleSheets = [sheet];
  page.body.replaceChildren();
  attributes(inert.body, page.body);
  copy(inert.body, page.body, page);
  requestAnimationFrame(() => { frame.style.height = `${page.documentElement.scrollHeight + 2}px`; });
}

/** A mail with its subject; as HTML, and as text for those who look. */
export function mail() {
  const subject = h('p', {class: 'subject'});
  const frame = h('iframe', {title: 'The mail as a rep sees it', sandbox: 'allow-same-origin', class: 'mail', tabindex: '0'});
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
    if (frame.contentDocument) draw(frame, sent.html);
    else frame.addEventListener('load', () => draw(frame, sent.html), {once: true});
  }};
}
