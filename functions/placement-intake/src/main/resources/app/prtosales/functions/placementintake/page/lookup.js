// Fills the form from a pasted link with what its page says (R5.11). Typed values stay, doubtful ones stay empty, and
// each filled field shows its source.

import {post} from './api.js';
import {wrong} from './dialog.js';
import {h, fill, button, inPlainWords, notice, say, afterPress} from './dom.js';
import {foundOf} from './found.js';
import {isSamePage, savedPage, waysToSend} from './sentpage.js';
import {behind, isZone, localOf, myZone} from './time.js';

const LINK = /^\s*https?:\/\/[^\s/]+\.[^\s/]+\/?\S*\s*$/i;
const LABELS = {outlet: 'outlet', format: 'format', headline: 'headline', date: 'date', time: 'time', zone: 'zone', spokesperson: 'spokesperson'};

/** Watches the form's link, and accepts pages dropped on it or sent from the browser. */
export function watch({form, fields, draft, changed, attach}) {
  const filled = draft.filled ??= {};
  const where = draft.where ??= {};
  const marks = {};
  const report = h('div', {class: 'looked', 'aria-live': 'polite'});
  const instead = h('div', {class: 'instead', hidden: true});
  let latest = 0;
  let last = null;

  fields.url.element.append(report);
  fields.url.element.after(instead);

  const link = () => fields.url.control.value.trim();
  const isOurs = (name) => {
    const {value} = fields[name].control;
    return value === '' || value === filled[name] || (name === 'zone' && !draft.zoneTyped && filled.zone === undefined);
  };

  function mark(name, text, kind = '') {
    const {element, control} = fields[name];
    if (!marks[name]) {
      marks[name] = h('p', {class: 'from', id: `${control.id}-from`});
      control.after(marks[name]);
      control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${control.id}-from`.trim());
    }
    marks[name].className = `from ${kind}`;
    fill(marks[name], text ?? '');
    marks[name].hidden = !text;
    element.classList.toggle('filled', Boolean(text) && !kind);
  }

  function unmark(name) {
    delete filled[name];
    delete where[name];
    if (marks[name]) mark(name, null);
  }

  function put(name, value, from) {
    if (!value || !isOurs(name)) return false;
    const {control} = fields[name];
    if (fields[name].put) fields[name].put(value);
    else control.value = value;
    if (control.value !== value) return false;
    wrong(fields[name], null);
    filled[name] = value;
    where[name] = from;
    mark(name, from);
    return true;
  }

  /** Clears fields that an earlier link filled and nobody changed. */
  function takeBack() {
    delete draft.exact;
    for (const name of Object.keys(filled)) {
      if (fields[name].control.value === filled[name]) fields[name].control.value = name === 'zone' ? myZone : '';
      unmark(name);
    }
    if (!draft.zoneTyped && !fields.zone.control.value) fields.zone.control.value = myZone;
    if (marks.zone) mark('zone', null);
  }

  function propose(answer) {
    const from = (field) => foundOf(answer, field);
    const done = [];
    const take = (name, value, source) => {
      if (put(name, value, source)) done.push(LABELS[name]);
    };
    take('outlet', answer.outlet, from('outlet'));
    take('headline', answer.headline, from('headline'));
    take('format', answer.format, from('format'));
    if (answer.publishedAt) published(answer, from, take);
    return done;
  }

  /** Shows an instant in the outlet's zone if known, otherwise in the form's zone; the instant is the same. */
  function published(answer, from, take) {
    const text = answer.publishedAt;
    const [source, precise] = [from('publishedAt'), /T.*(Z|[+-]\d\d:\d\d)$/.test(text)];
    if (isOurs('zone') && isZone(answer.zone)) take('zone', answer.zone, from('zone'));
    if (!isOurs('date') || !isOurs('time')) return;
    const known = filled.zone !== undefined || draft.zoneTyped;
    if (precise) {
      const zone = isZone(fields.zone.control.value.trim()) ? fields.zone.control.value.trim() : myZone;
      const [date, time] = localOf(Date.parse(text), zone).split('T');
      take('date', date, source);
      take('time', time, `In ${behind(Date.parse(text), zone)}, the time zone of this form`);
      draft.exact = Date.parse(text);
      if (!known) mark('zone', 'Date and time are shown in your own time zone. Pick the outlet’s, and they change with it.', 'ask');
      return;
    }
    take('date', text.slice(0, 10), source);
    if (!answer.dateOnly) take('time', text.slice(11, 16), 'The time shown with the date');
    if (!known) {
      fields.zone.control.value = '';
      mark('zone', 'The page doesn’t give the time zone. Where is the outlet?', 'ask');
    }
  }

  /** The name above an article may be a reporter's, so the person is asked whether it is one of theirs. */
  function whose(author, source) {
    const asks = h('div', {class: 'row'});
    const answered = (text) => {
      fill(asks, h('p', {tabindex: '-1'}, text));
      asks.firstChild.focus();
    };
    const yes = () => {
      put('spokesperson', author, source);
      fields.spokesperson.element.closest('details').open = true;
      answered(`${author} is named as your spokesperson.`);
      changed();
    };
    fill(asks, h('p', null, h('strong', null, `Is ${author} one of your people?`)),
        button('Yes, our spokesperson', yes, 'small'),
        button('No', () => answered('We left the spokesperson blank.'), 'small'));
    return asks;
  }

  /** The page gave an instant, so changing the zone changes the time of day. */
  function inZone() {
    const zone = fields.zone.read();
    const untouched = ['date', 'time'].every((name) => filled[name] && fields[name].control.value === filled[name]);
    if (!draft.exact || !untouched || !isZone(zone)) return;
    const [date, time] = localOf(draft.exact, zone).split('T');
    put('date', date, where.date);
    put('time', time, `In ${behind(draft.exact, zone)}, the time zone of this form`);
  }

  const story = ({id, headline, outlet}) => [h('a', {href: `#/placements/${id}`}, headline), ` in ${outlet}`];

  function show(answer) {
    takeBack();
    instead.hidden = true;
    if (answer.existing) {
      fill(report, notice('warn', h('p', null, 'This story was submitted before: ', story(answer.story), '.')));
      changed();
      return;
    }
    const done = propose(answer);
    const rest = [
      answer.author && answer.format !== 'byline' && `By ${answer.author}.`,
      !answer.publishedAt && 'The page doesn’t say for sure when it was published.',
    ].filter(Boolean).join(' ');
    const sum = done.length ? `Filled in from the page: ${done.join(', ')}. Please check.` : 'The page has nothing to add to this form.';
    const asks = answer.author && answer.format === 'byline' && isOurs('spokesperson');
    fill(report, h('p', {class: 'hint'}, `${sum} ${rest}`), asks && whose(answer.author, foundOf(answer, 'author')), answer.copyOf && copy(answer));
    changed();
  }

  function copy({original, copyOf}) {
    return notice('warn', original
        ? [h('p', null, 'This page says that it is a copy of ', story(original),
              ', which was submitted before. The deadline stays with the first publication.'),
            h('div', {class: 'row'}, button('Attach as a copy', () => attach(original), 'small'))]
        : [h('p', null, 'This page says that it is a copy of ', h('span', {class: 'address'}, copyOf),
              '. The 24 hours count from the first publication.'),
            h('div', {class: 'row'}, button('Use the first one’s link', () => use(copyOf), 'small'))]);
  }

  function use(url) {
    fields.url.control.value = url;
    changed();
    look();
  }

  /** Without a link, nothing said about the last one stays. */
  function nothingToRead(url) {
    ++latest;
    last = null;
    takeBack();
    changed();
    instead.hidden = true;
    fill(report, url && h('p', {class: 'error'}, 'Enter a link that begins with https:// or http://'));
  }

  async function look(html) {
    const url = link();
    if (!LINK.test(url)) nothingToRead(url);
    if (!LINK.test(url) || (html === undefined && url === last)) return;
    last = url;
    const mine = ++latest;
    instead.hidden = true;
    fill(report, h('p', {class: 'hint'}, html === undefined ? 'Reading the page …' : 'Reading what you sent …'));
    try {
      const answer = await post('placements/lookup', html === undefined ? {url} : {url, html});
      if (mine === latest) show(answer);
    } catch (problem) {
      if (mine === latest) refused(problem);
    }
  }

  function refused(problem) {
    takeBack();
    changed();
    const why = problem.body?.why;
    fill(report, why || problem.status !== 422
        ? notice('warn', h('p', null, inPlainWords(problem)))
        : h('p', {class: 'error'}, problem.errors?.[0]?.message ?? 'Enter a link that begins with https://'));
    if (!['unknown-site', 'not-there', 'not-html'].includes(why ?? 'unknown-site')) offer();
  }

  /** Offers two ways to send the page; the third is to type. */
  function offer() {
    fill(instead, waysToSend(drop));
    instead.hidden = false;
  }

  async function drop(file) {
    if (!file) return;
    const page = await savedPage(file);
    if (page) take(page);
    else fill(report, notice('warn', h('p', null, 'That file isn’t an HTML page. Save the page as “Webpage, HTML only” and drop that file.')));
  }

  /** Asks which link a provided page belongs to, since it names another one than the form. */
  function whichLink({url, html}) {
    ++latest;
    instead.hidden = true;
    const read = (chosen) => {
      fields.url.control.value = chosen;
      changed();
      last = null;
      look(html);
    };
    fill(report, notice('warn',
        h('p', null, 'The page you sent comes from ', h('span', {class: 'address'}, url), ', not from the link in the form.'),
        h('div', {class: 'row'},
            button('Use the page’s link', () => read(url), 'small'),
            button('Keep my link', () => read(link()), 'small'))));
  }

  /** Reads a page that a person provided. It belongs to the link in the form. */
  function take({url, html}) {
    if (!LINK.test(link()) && url) {
      fields.url.control.value = url;
      changed();
    }
    if (!LINK.test(link())) {
      fill(report, notice('warn', h('p', null, 'Paste the link of the page first, then drop it.')));
      fields.url.control.focus();
      return;
    }
    if (url && !isSamePage(url, link())) {
      whichLink({url, html});
      return;
    }
    last = null;
    look(html);
  }

  form.addEventListener('input', ({target}) => {
    const {name} = target;
    if (name === 'zone') {
      draft.zoneTyped = target.value !== '';
      inZone();
    }
    if (name === 'url' && !link()) nothingToRead('');
    if (marks[name] && target.value !== filled[name]) unmark(name);
  });
  // Pasting again reads the page again; leaving the field without a change does not.
  fields.url.control.addEventListener('paste', () => setTimeout(() => {
    last = null;
    look();
  }));
  fields.url.control.addEventListener('change', () => afterPress().then(() => look()));
  form.addEventListener('dragover', (event) => {
    if ([...event.dataTransfer.types].includes('Files')) event.preventDefault();
  });
  form.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    drop(file);
  });

  const channel = new BroadcastChannel('page');
  const id = crypto.randomUUID();
  channel.onmessage = ({data}) => {
    if (data.offer) channel.postMessage({here: id, offer: data.offer, wants: link() === data.url ? 2 : link() === '' ? 1 : 0});
    if (data.to === id) {
      channel.postMessage({taken: data.offerId});
      take(data.page);
      say('The page has arrived.');
    }
  };

  for (const [name, text] of Object.entries(where)) {
    if (fields[name]?.control.value === filled[name]) mark(name, text);
    else unmark(name);
  }
  const handed = JSON.parse(sessionStorage.getItem('page') ?? 'null');
  sessionStorage.removeItem('page');
  if (handed) take(handed);
  else if (link() && Object.keys(filled).length === 0 && !fields.headline.control.value) look();
  else last = link() || null;
  return () => channel.close();
}
