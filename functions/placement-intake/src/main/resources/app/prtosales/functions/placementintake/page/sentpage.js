// A page that a person sends because it could not be read from its link: as a saved file or with a bookmark.

import {base} from './api.js';
import {h, button, say} from './dom.js';

/** The most characters of a page that are sent; real pages are shorter. */
export const LONGEST = 1_500_000;

const SAVED_FROM = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/;

/** The text of a saved page, in the character set it declares, otherwise UTF-8. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.slice(0, LONGEST).arrayBuffer());
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.slice(0, 2048)))?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The page in a file, with the address it was saved from if the file names it; null if the file is not a page. */
export async function savedPage(file) {
  const html = await textOf(file);
  if (!/<[a-z!]/i.test(html.slice(0, 10_000)) || /^(MIME-Version|From:)/im.test(html.slice(0, 400))) return null;
  return {url: SAVED_FROM.exec(html.slice(0, 2000))?.[1], html};
}

/** Whether two links lead to the same page: their scheme, www, last slash, tracking and place in the page don’t matter. */
export function isSamePage(one, other) {
  const plain = (written) => {
    const {host, pathname, searchParams, hash} = new URL(written.trim());
    const rest = [...searchParams].filter(([name]) => !/^(utm_|mc_[ce]id$|(fb|g|msclk|ms)?clid$|[gw]braid$|msclkid$)/i.test(name));
    return JSON.stringify([host.replace(/^www\./, ''), pathname.replace(/\/$/, ''), rest, /^#[/!]/.test(hash) && hash]);
  };
  return URL.canParse(one) && URL.canParse(other) && plain(one) === plain(other);
}

/** The bookmarklet: it opens this product and, when asked, passes the page on. */
const bookmark = (home) =>
  `javascript:(()=>{const f=${JSON.stringify(home)},o=new URL(f).origin,w=open(f+'#/page');if(!w)return alert('Allow pop-ups for this page, then press the bookmark again.');addEventListener('message',e=>{if(e.origin===o&&e.data==='send-page')w.postMessage({url:location.href,html:document.documentElement.outerHTML.slice(0,${LONGEST})},o)})})()`;

/**
 * The two ways to send a page, as elements.
 * @param chosen gets the saved page's file
 */
export function waysToSend(chosen) {
  const address = bookmark(base.href);
  const file = h('input', {type: 'file', accept: '.html,.htm,.xhtml,text/html', id: 'saved-page', onchange: () => chosen(file.files[0])});
  const link = h('a', {class: 'button small', href: address, draggable: 'true', onclick(event) {
    event.preventDefault();
    say('Drag it to your bookmarks bar. It works on the page that you want to send.');
  }}, 'Send to PR to Sales');
  const copy = () => navigator.clipboard.writeText(address).then(() => say('Copied. Paste it as the address of a new bookmark.'));
  return [
    h('div', {class: 'drop'},
        h('label', {for: 'saved-page'}, 'Drop a saved page here, or choose it'),
        h('p', {class: 'hint'}, 'In your browser: File, Save page as, “Webpage, HTML only”.'),
        file),
    h('details', null,
        h('summary', null, 'Send it from your browser with a bookmark'),
        h('p', {class: 'hint'}, 'Once: drag this to your bookmarks bar, or copy it and paste it as the address of a new bookmark. '
            + 'Then open the page and press the bookmark: the page comes here, and this form is filled.'),
        h('div', {class: 'row'}, link, button('Copy it', copy, 'small'))),
  ];
}
