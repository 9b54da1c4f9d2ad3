// All placements, the last submitted first. Search and filters stand in the address, so that Back finds them again.

import {get, names, who, signInFirst, failed} from './api.js';
import {csv} from './csv.js';
import {h, fill, button, badge, words, quiet, say, download, forwardability} from './dom.js';
import {day, now, span, when} from './time.js';

const CAUSES = {'late-intake': 'submitted too late', held: 'emails were on hold', delivery: 'some emails weren’t delivered', system: 'a problem in our system'};
const PAGE = 50;
const MOST = 200;

export function standing(placement) {
  const {status, reached, deadline} = placement;
  if (status === 'withdrawn' || status === 'retracted') return badge(words(status), 'red');
  if (placement.backfill) return badge('History', 'quiet');
  if (reached.verdict === 'met') return badge(`On time, ${reached.count} of ${reached.of}`, 'green');
  if (reached.verdict === 'missed') return badge(`Late, ${reached.inTime} of ${reached.of} in time`, 'red');
  if (reached.verdict === 'void') return badge('No active reps', 'red');
  if (status === 'scheduled') return badge('Scheduled', 'quiet');
  const left = Date.parse(deadline) - now();
  return badge(left > 0 ? `${span(left)} left` : 'Final count due', left > 0 ? 'blue' : 'amber');
}

/** The list as it was last looked at. */
export const back = () => sessionStorage.getItem('list') ?? '#/placements';

export async function show(main, {here}) {
  const heading = h('h1', null, 'Placements');
  if (!who()) {
    fill(main, h('div', {class: 'head'}, heading), signInFirst('Sign in to see your placements and how far each one got.'));
    return;
  }
  const search = h('input', {type: 'search', placeholder: 'Headline, outlet, spokesperson, topic', 'aria-label': 'Search'});
  const select = (label, first, options) => h('select', {'aria-label': label}, h('option', {value: ''}, first), options.map((each) => h('option', {value: each}, words(each))));
  const state = select('Status', 'Any status', ['pending', 'met', 'missed', 'void', 'scheduled', 'withdrawn', 'retracted']);
  const forward = select('Forwarding', 'Any forwarding', ['green', 'amber', 'red']);
  const format = select('Format', 'Any format', ['news-mention', 'feature', 'byline', 'interview', 'podcast', 'tv-radio', 'award', 'analyst-report', 'webinar', 'sponsored']);
  const rows = h('tbody');
  const table = h('table', {class: 'list'}, h('caption', null, 'Newest first'),
      h('thead', null, h('tr', null, ['Story', 'Submitted', 'Published', 'Forwarding', 'Sales team'].map((each) => h('th', {scope: 'col'}, each)))), rows);
  const foot = h('div', {class: 'foot'});
  const body = h('div');
  const tools = h('div', {class: 'tools', role: 'search'}, search, state, forward, format, button('Export CSV', exported));
  fill(main, h('div', {class: 'head'}, heading, h('a', {class: 'button primary', href: '#/'}, 'New placement')), tools, body);

  const asked = {search, state, forwardability: forward, format};
  const address = new URLSearchParams(location.hash.split('?')[1]);
  for (const [name, control] of Object.entries(asked)) control.value = address.get(name) ?? '';

  let all = [];
  let cursor;
  let shown = PAGE;

  const filtered = () => Boolean(search.value.trim() || state.value || forward.value || format.value);

  const query = () => Object.entries(asked).map(([name, {value}]) => [name, value.trim()])
      .filter(([, value]) => value).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');

  async function more(limit) {
    const mine = looking;
    const page = await get(`placements?limit=${limit}${query()}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    if (mine !== looking) return;
    all = all.concat(page.items);
    cursor = page.nextCursor;
  }

  let looking = 0;

  /** Reads on until enough are found or there are no more. */
  async function look() {
    const mine = ++looking;
    try {
      while (cursor !== null && all.length < shown && here() && mine === looking) {
        draw(true);
        await more(filtered() ? MOST : PAGE);
      }
    } catch (problem) {
      fill(foot, failed(problem, look));
      return;
    }
    if (mine === looking && here()) draw(false);
  }

  function draw(busy) {
    if (!busy && all.length === 0 && !filtered()) {
      tools.hidden = true;
      fill(body, h('div', {class: 'empty card'}, h('h2', null, 'No placements yet'),
          h('p', null, 'Your first one takes about a minute. Every rep gets it by email right away.'),
          h('p', null, h('a', {class: 'button primary', href: '#/'}, 'Submit the first one'), ' ', h('a', {class: 'button', href: '#/directory/import'}, 'Import past coverage'))));
      return;
    }
    fill(rows, all.slice(0, shown).map((each) => h('tr', null,
        h('td', null, h('a', {class: 'story', href: `#/placements/${each.id}`}, each.headline), h('span', {class: 'under'}, `${each.outlet} · ${words(each.format)}`)),
        h('td', {class: 'nowrap', 'data-label': 'Submitted'}, day(each.acceptedAt)),
        h('td', {class: 'nowrap', 'data-label': 'Published'}, day(each.publishedAt, each.zone)),
        h('td', {'data-label': 'Forwarding'}, forwardability(each.forwardabilityNow)),
        h('td', {'data-label': 'Sales team', title: `Deadline ${when(each.deadline, each.zone)}`}, standing(each)))));
    fill(foot,
        h('p', {class: 'hint', role: 'status'}, busy ? 'Looking …' : filtered()
            ? `${all.length}${cursor ? ' or more' : ''} found` : `${Math.min(shown, all.length)} shown`),
        !busy && (cursor || all.length > shown) && button('Show more', () => { shown += PAGE; look(); }));
    fill(body, table, !busy && all.length === 0 && h('p', {class: 'none'}, 'No placements match. Try removing a filter.'), foot);
  }

  async function exported() {
    try {
      say('Collecting …');
      while (cursor !== null && here()) await more(MOST);
    } catch (problem) {
      say(problem.message);
      return;
    }
    const segments = await names('segments').catch(() => new Map());
    const columns = ['id', 'status', 'outlet', 'headline', 'url', 'format', 'publishedAt', 'zone', 'deadline', 'segments', 'note', 'forwardability', 'forwardabilityNow', 'verdict', 'cause', 'reached', 'inTime', 'of'];
    download('placements.csv', 'text/csv', '\ufeff' + csv(columns, all.map((each) => columns.map((column) => ({
      segments: each.segments.map((id) => segments.get(id) ?? words(id)).join('; '), format: words(each.format), verdict: each.reached.verdict, cause: CAUSES[each.reached.cause], reached: each.reached.count, inTime: each.reached.inTime, of: each.reached.of,
    }[column] ?? each[column] ?? '')))));
    say(`${all.length} placements exported.`);
    draw(false);
  }

  function remember(changed) {
    const list = `#/placements${query().replace('&', '?')}`;
    sessionStorage.setItem('list', list);
    if (changed) history.replaceState(history.state, '', list);
  }

  const changed = quiet(200, () => {
    if (!here()) return;
    all = [];
    cursor = undefined;
    shown = PAGE;
    remember(true);
    look();
  });
  for (const each of [search, state, forward, format]) each.addEventListener('input', changed);
  remember(false);
  await look();
}
