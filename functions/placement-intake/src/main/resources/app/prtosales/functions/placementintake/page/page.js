// Where the bookmarklet opens: asks the tab it came from for the page, and passes it to the signed-in person's form in
// another tab or, after signing in, in this one.

import {who} from './api.js';
import {h, fill, say} from './dom.js';
import {LONGEST} from './sentpage.js';

export function show(main) {
  const status = h('p', {class: 'lead', role: 'status'}, 'Waiting for the page …');
  fill(main, h('div', {class: 'head'}, h('h1', null, 'Send a page to the form')), status);
  const from = opener;
  if (!from) {
    fill(status, 'Open this page with the bookmark. ', h('a', {href: '#/'}, 'Go to the form'));
    return null;
  }
  const channel = new BroadcastChannel('page');
  const late = setTimeout(
    () =>
      fill(
        status,
        'The page didn’t come through, because its site blocks that. Save it (File, Save page as, “Webpage, HTML only”) and drop it on ',
        h('a', {href: '#/'}, 'the form'),
        '.'
      ),
    4000
  );

  async function arrived({source, origin, data}) {
    // Only from the tab that opened this one, and only a page of that tab's site.
    if (source !== from || typeof data?.url !== 'string' || typeof data?.html !== 'string' || data.html.length > LONGEST) return;
    if (!URL.canParse(data.url) || new URL(data.url).origin !== origin) return;
    removeEventListener('message', arrived);
    clearTimeout(late);
    const page = {url: data.url, html: data.html};
    if (await handedOver(channel, page)) {
      fill(status, 'The page is in your form. You can close this tab.');
      close();
      return;
    }
    try {
      sessionStorage.setItem('page', JSON.stringify(page));
    } catch {
      fill(status, 'The page is too long to send. Save it and drop it on ', h('a', {href: '#/'}, 'the form'), '.');
      return;
    }
    location.hash = '#/';
    if (!who()) say('Sign in, and we’ll read the page.');
  }

  addEventListener('message', arrived);
  from.postMessage('send-page', '*');
  return () => {
    clearTimeout(late);
    removeEventListener('message', arrived);
    channel.close();
  };
}

/** Whether a form in another tab accepted the page: the one with this link, otherwise an empty one. */
function handedOver(channel, page) {
  const offer = crypto.randomUUID();
  const forms = [];
  return new Promise((resolve) => {
    const over = setTimeout(() => resolve(false), 1500);
    channel.onmessage = ({data}) => {
      if (data.here && data.offer === offer) forms.push(data);
      if (data.taken === offer) {
        clearTimeout(over);
        resolve(true);
      }
    };
    channel.postMessage({offer, url: page.url});
    setTimeout(() => {
      const [best] = forms.filter((each) => each.wants > 0).sort((one, other) => other.wants - one.wants);
      if (best) channel.postMessage({to: best.here, offerId: offer, page});
    }, 250);
  });
}
