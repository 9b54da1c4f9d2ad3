// All placements, newest publication first. Search, filters and order are in the URL, so that Back restores them.

import {get, names, who, has, signInFirst, failed} from './api.js';
import {h, fill, button, badge, inPlainWords, words, quiet, say, download, place} from './dom.js';
import {placementsFile} from './exporting.js';
import {ANSWERS, answerOf, FORMATS, QUESTIONS, isWired} from './terms.js';
import {day, known, localOf, now, span, when} from './time.js';

const STATES = ['pending', 'met', 'missed', 'void', 'scheduled', 'withdrawn', 'retracted'];
const SIGNS = {yes: '✓', no: '✕', pending: '…', exempt: '–', 'not-yet': '…'};
const PAGE = 50;
const MAXIMUM = 200;

/** Filters by answers, applied here to what the API returns. */
const LOOKS = {
  leaking: ['Leaking', ({audit}) => audit.leaking],
  missed: ['Late or no reps', ({audit}) => audit.reachedIn24h === 'no'],
  unplaced: ['Not in a sequence', ({audit}) => audit.inActiveSequence === 'no'],
  unused: ['Not used in a deal', ({audit}) => audit.referencedInDeal === 'no'],
  wired: ['All three Yes', ({audit}) => isWired(audit)],
};

/** The sort orders; the default is newest publication first. */
const ORDERS = {
  headline: (one, other) => one.headline.localeCompare(other.headline, 'en', {sensitivity: 'base'}),
  reached: (one, other) => (one.reached.inTime ?? Infinity) - (other.reached.inTime ?? Infinity),
};

const BY_PUBLICATION = (one, other) => Date.parse(other.publishedAt) - Date.parse(one.publishedAt);

/**
 * Whether the newest publications among the loaded rows are the newest of all. The API returns the latest submission
 * first, and every row not yet loaded was published before it was submitted, so before the last loaded submission. The
 * exception, a scheduled story, is published on a future day.
 */
const areFirst = (lines, last, shown) =>
    lines.filter(({publishedAt}) => Date.parse(publishedAt) >= Date.parse(last.acceptedAt)).length >= shown;

export function standing(placement) {
  const {status, reached, deadline} = placement;
  if (status === 'withdrawn' || status === 'retracted') return badge(words(status), 'red');
  if (placement.backfill) return badge('History, not emailed', 'quiet');
  if (reached.verdict === 'met') return badge(`On time, ${reached.count} of ${reached.of}`, 'green');
  if (reached.verdict === 'missed') return badge(`Late, ${reached.inTime} of ${reached.of} in time`, 'red');
  if (reached.verdict === 'void') return badge('No active reps', 'red');
  if (status === 'scheduled') return badge('Scheduled', 'quiet');
  const left = Date.parse(deadline) - now();
  return badge(left > 0 ? `${span(left)} left` : 'Final count due', left > 0 ? 'blue' : 'amber');
}

/** Whether the placement's shelf life is over, so that it may not be used anymore. */
const isExpired = ({status, forwardability, forwardabilityNow}) => forwardabilityNow === 'red' && forwardability !== 'red'
    && status !== 'withdrawn' && status !== 'retracted';

/** Expired past coverage is not an alarm. */
const forwarding = (each) => (isExpired(each) ? badge('Red: expired', each.backfill ? 'quiet' : 'red')
    : badge(words(each.forwardabilityNow), each.forwardabilityNow));

const mark = (answer, isHistory) => badge(`${SIGNS[answer]} ${words(answer)}`, isHistory && answer === 'no' ? 'quiet' : ANSWERS[answer]);

/** The three answers as table cells. */
export const marks = (audit, isHistory = false) => QUESTIONS.map(([name, label]) =>
    h('td', {'data-label': label}, mark(answerOf(audit, name), isHistory)));

/** The list as last viewed. */
export const back = () => sessionStorage.getItem('list') ?? '#/placements';

const select = (label, first, options) => h('select', {'aria-label': label}, h('option', {value: ''}, first),
    options.map(([value, title]) => h('option', {value}, title)));

const plain = (options) => options.map((each) => [each, words(each)]);

const choice = async (name) => [...(await names(name).catch(() => new Map()))];

/** The controls by their name in the URL. The API applies those in `asked`, this page those in `found`. */
async function controls() {
  const [segments, sequences] = await Promise.all([choice('segments'), choice('sequences')]);
  const date = (label) => h('input', {type: 'date', 'aria-label': label});
  return {
    asked: {
      search: h('input', {type: 'search', placeholder: 'Headline, outlet, spokesperson, topic', 'aria-label': 'Search'}),
      state: select('Status', 'Any status', plain(STATES)),
      forwardability: select('Forwarding', 'Any forwarding', plain(['green', 'amber', 'red'])),
      format: select('Format', 'Any format', plain(FORMATS)),
    },
    found: {
      answers: select('Answers', 'Any answers', Object.entries(LOOKS).map(([name, [title]]) => [name, title])),
      segment: select('Segment', 'Any segment', segments),
      sequence: select('Sequence', 'Any sequence', sequences),
      from: date('Published from'), until: date('Published until'),
    },
  };
}

/** Whether a row passes the filters that the API does not have. */
function fits(line, {answers, segment, sequence, from, until}) {
  const published = localOf(Date.parse(line.publishedAt), known(line.zone)).slice(0, 10);
  return (!answers.value || LOOKS[answers.value][1](line))
      && (!segment.value || line.segments.includes(segment.value))
      && (!sequence.value || line.inSequences.includes(sequence.value))
      && (!from.value || published >= from.value)
      && (!until.value || published <= until.value);
}

/** After coming back from a story, the person is at its row again, with as many rows shown as before. */
export async function show(main, {here, before}) {
  const heading = h('h1', null, 'Placements');
  if (!who()) {
    fill(main, h('div', {class: 'head'}, heading), signInFirst('Sign in to see your placements and how far each one got.'));
    return null;
  }
  const {asked, found} = await controls();
  if (!here()) return null;
  const all = {...asked, ...found};
  const address = new URLSearchParams(location.hash.split('?')[1]);
  for (const [name, control] of Object.entries(all)) control.value = address.get(name) ?? '';
  let order = ORDERS[address.get('order')] ? address.get('order') : '';

  const {search, state, forwardability, format} = asked;
  const {answers, segment, sequence, from, until} = found;
  const less = [format, forwardability, segment, sequence, h('label', {class: 'date'}, 'Published from', from),
    h('label', {class: 'date'}, 'until', until)];
  const isUsed = [format, forwardability, segment, sequence, from, until].some((each) => each.value);
  const more = h('details', {class: 'more', open: isUsed},
      h('summary', null, 'More filters'), h('div', {class: 'tools'}, less));
  const exporting = button('Export CSV', exported);
  const tools = h('div', {role: 'search'}, h('div', {class: 'tools'}, search, state, answers, exporting), more);
  const rows = h('tbody');
  const heads = h('tr');
  const chosen = new Set();
  const everything = h('input', {type: 'checkbox', 'aria-label': 'Select all shown'});
  const table = h('table', {class: 'list dense'}, h('caption', null), h('thead', null, heads), rows);
  const foot = h('div', {class: 'foot'});
  const body = h('div');
  fill(main, h('div', {class: 'head'}, heading, has('pr') && h('a', {class: 'button primary', href: '#/'}, 'New placement')), tools, body);

  let lines = [];
  let cursor;
  let last = null;
  let shown = PAGE;
  let looking = 0;

  const set = (controls) => Object.entries(controls).map(([name, {value}]) => [name, value.trim()]).filter(([, value]) => value);

  const filtered = () => set(all).length > 0;

  const query = (pairs) => pairs.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');

  async function next(limit) {
    const mine = looking;
    const page = await get(`placements?limit=${limit}${query(set(asked))}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    if (mine !== looking) return;
    lines = lines.concat(page.items.filter((each) => fits(each, found)));
    last = page.items.at(-1) ?? last;
    cursor = page.nextCursor;
  }

  const isEnough = () => !order && last !== null && areFirst(lines, last, shown);

  /** Loads more until the shown rows are the newest publications or nothing is left; other sort orders load all. */
  async function look() {
    const mine = ++looking;
    try {
      while (cursor !== null && !isEnough() && here() && mine === looking) {
        draw(true);
        await next(lines.length > 0 || filtered() || order ? MAXIMUM : PAGE);
      }
    } catch (problem) {
      drawRows();
      fill(foot, failed(problem, look));
      return;
    }
    if (mine === looking && here()) draw(false);
  }

  const sorted = () => [...lines].sort(ORDERS[order] ?? BY_PUBLICATION);

  const published = () => h('th', {scope: 'col', 'aria-sort': order === '' ? 'descending' : null}, sorter('Published', ''));

  const head = (label, name) => h('th', {scope: 'col', 'aria-sort': name && order === name ? 'ascending' : null},
      name ? sorter(label, name) : label);

  const sorter = (label, name) => h('button', {type: 'button', class: 'sort', 'data-order': name || 'publishedAt',
    onclick: () => sort(name)}, `${label}${order === name ? ' ▾' : ''}`);

  function sort(name) {
    order = order === name ? '' : name;
    remember(true);
    look().then(() => heads.querySelector(`[data-order=${name || 'publishedAt'}]`)?.focus());
  }

  function row(each) {
    const box = h('input', {type: 'checkbox', checked: chosen.has(each.id), 'aria-label': `Select “${each.headline}”`});
    box.addEventListener('change', () => {
      // A row of the last search, which is about to go.
      if (!lines.includes(each)) return;
      chosen[box.checked ? 'add' : 'delete'](each.id);
      counted();
    });
    return h('tr', null,
        h('td', {class: 'pick'}, box),
        h('td', null, h('a', {class: 'story', href: `#/placements/${each.id}`, title: each.headline}, each.headline),
            h('span', {class: 'under'}, `${each.outlet} · ${words(each.format)}`)),
        h('td', {class: 'nowrap', 'data-label': 'Published', title: `Submitted ${when(each.acceptedAt)}`}, day(each.publishedAt, each.zone)),
        h('td', {'data-label': 'Sales team', title: `Deadline ${when(each.deadline, each.zone)}`}, standing(each)),
        marks(each.audit, each.backfill).slice(1),
        h('td', {'data-label': 'Forwarding'}, forwarding(each)));
  }

  const drawRows = () => fill(rows, visible().map(row));

  function draw(busy) {
    if (!busy && lines.length === 0 && !filtered()) {
      tools.hidden = true;
      fill(body, h('div', {class: 'empty card'}, h('h2', null, 'No placements yet'),
          h('p', null, 'Your first one takes about a minute. Every rep gets it by email right away.'),
          h('p', null, has('pr') && h('a', {class: 'button primary', href: '#/'}, 'Submit the first one'), ' ',
              has('pr', 'ops') && h('a', {class: 'button', href: '#/directory/import'}, 'Import past coverage'))));
      return;
    }
    const focusAgain = place(body);
    fill(table.caption, order === 'headline' ? 'By headline'
        : order === 'reached' ? 'Fewest reps reached in time first' : 'Most recently published first');
    fill(heads, h('th', {scope: 'col', class: 'pick'}, everything), head('Story', 'headline'), published(), head('Sales team', 'reached'),
        head('Sequence'), head('Deal'), head('Forwarding'));
    // The rows of the last search stay until there are new ones.
    if (!busy || lines.length > 0) drawRows();
    fill(foot,
        h('p', {class: 'hint', role: 'status'}, busy ? 'Looking …' : filtered()
            ? `${lines.length}${cursor ? ' or more' : ''} found` : `${Math.min(shown, lines.length)} shown`),
        !busy && (cursor || lines.length > shown) && button('Show more', showMore));
    fill(body, table, !busy && lines.length === 0 && h('p', {class: 'none'}, 'No placements match. Try other words, or remove a filter.'), foot);
    counted();
    focusAgain(busy ? null : undefined);
  }

  async function showMore() {
    const before = shown;
    shown += PAGE;
    await look();
    if (here()) rows.children[before]?.querySelector('a.story').focus();
  }

  const visible = () => sorted().slice(0, shown);

  function counted() {
    const here = visible();
    const picked = here.filter((each) => chosen.has(each.id)).length;
    everything.checked = picked > 0 && picked === here.length;
    everything.indeterminate = picked > 0 && picked < here.length;
    const label = chosen.size > 0 ? `Export ${chosen.size} selected` : 'Export CSV';
    if (exporting.textContent !== label) fill(exporting, label);
  }

  everything.addEventListener('change', () => {
    visible().forEach((each) => chosen[everything.checked ? 'add' : 'delete'](each.id));
    drawRows();
    counted();
  });

  /** Exports the selected rows; with no selection, everything that matches, including rows not shown yet. */
  async function exported() {
    // Ends a search that is still loading, whose pages would count twice.
    const mine = ++looking;
    try {
      say('Collecting …');
      while (chosen.size === 0 && cursor !== null && here() && mine === looking) await next(MAXIMUM);
    } catch (problem) {
      say(inPlainWords(problem));
      return;
    }
    if (!here() || mine !== looking) return;
    const taken = sorted().filter((each) => chosen.size === 0 || chosen.has(each.id));
    const segments = await names('segments').catch(() => new Map());
    const sequences = await names('sequences').catch(() => new Map());
    download('placements.csv', 'text/csv', placementsFile(taken, segments, sequences));
    say(`${taken.length} ${taken.length === 1 ? 'placement' : 'placements'} exported.`);
    draw(false);
  }

  function remember(changed) {
    const list = `#/placements${query([...set(all), ...(order ? [['order', order]] : [])]).replace('&', '?')}`;
    sessionStorage.setItem('list', list);
    if (changed) history.replaceState(history.state, '', list);
  }

  const changed = quiet(200, () => {
    if (!here()) return;
    lines = [];
    last = null;
    cursor = undefined;
    shown = PAGE;
    chosen.clear();
    remember(true);
    look();
  });
  for (const each of Object.values(all)) each.addEventListener('input', changed);
  remember(false);
  const opened = /^#\/placements\/([^/]+)/.exec(before)?.[1];
  const seen = JSON.parse(sessionStorage.getItem('seen') ?? '{}');
  if (opened && seen.list === back()) shown = seen.shown;
  await look();
  if (opened && here()) body.querySelector(`a[href="#/placements/${CSS.escape(opened)}"]`)?.focus();
  return () => sessionStorage.setItem('seen', JSON.stringify({list: back(), shown}));
}
