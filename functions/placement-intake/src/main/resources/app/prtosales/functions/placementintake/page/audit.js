// The self-test: the three answers for the newest placement, at any time; and the rows of a week.

import {whyOf} from './answers.js';
import {get, call, who, signInFirst} from './api.js';
import {h, fill, card, button, badge, words, notice, say, download, inPlainWords} from './dom.js';
import {coverage, timeToReach} from './quarter.js';
import {ANSWERS, answerOf} from './terms.js';
import {DAY, day as dayOf, localOf, myZone, now, when} from './time.js';

const ASKS = {reachedIn24h: 'Reached the sales team within 24 hours', inActiveSequence: 'In an active sales sequence',
    referencedInDeal: 'Used in a deal at a target account'};

/** The ISO week: `2026-W48` */
function weekOf(at) {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 4);
  const week = 1 + Math.round(((date - first) / 86_400_000 - 3 + ((new Date(first).getUTCDay() + 6) % 7)) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** `Monday, Nov 23, to Sunday, Nov 29`, of a day such as `2026-11-26` */
function daysOf(day) {
  const at = Date.parse(day);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
  const inWords = (each) => `${Intl.DateTimeFormat('en-US', {timeZone: 'UTC', weekday: 'long'}).format(each)}, ${dayOf(each, 'UTC')}`;
  return `${inWords(monday)}, to ${inWords(monday + 6 * DAY)}`;
}

export async function show(main, {here}) {
  const head = h('div', {class: 'head'}, h('h1', null, 'Audit'),
      h('p', {class: 'lead'}, 'Three questions about every placement. Leadership gets each week by email, with a link to its page.'));
  if (!who()) {
    fill(main, head, signInFirst('Sign in to see the answers.'));
    return;
  }
  const day = h('input', {id: 'week', type: 'date', required: true, value: localOf(now(), myZone).slice(0, 10)});
  const days = h('p', {class: 'hint', 'aria-live': 'polite'});
  const tell = () => fill(days, day.value ? daysOf(day.value) : '');
  day.addEventListener('input', tell);
  tell();
  let last = null;
  let any = false;
  try {
    any = (await get('placements?limit=1')).items.length > 0;
    last = any ? await get('audit/last') : null;
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
  const [link, quarter] = await Promise.all([get('audit/link'), get('audit/quarter')]);
  if (!here()) return;
  const reached = timeToReach(quarter);
  const covered = coverage(quarter);
  fill(main, head, h('div', {class: 'sheet'},
  card('Weekly audits', h('p', {class: 'hint'},
      'Every number opens its placements, and every Yes opens its evidence. Anyone with one of these links can open it for twelve hours.'),
      h('ul', {class: 'rows'}, [['This week so far', ''], ['Last week', `?week=${link.previousWeek}`],
          ['The last 13 weeks', `?quarter=${link.week}`]]
          .map(([text, query]) => h('li', null, h('a', {href: link.path + query}, text))))),
  last === null ? noLatest(any)
      : card('Latest placement',
      h('p', null, h('a', {class: 'story', href: `#/placements/${last.id}`}, last.headline),
          h('span', {class: 'under'}, `${last.outlet} · ${when(last.publishedAt)}`)),
      h('ul', {class: 'answers'}, Object.entries(ASKS).map(([name, asks]) =>
          h('li', null, badge(words(answerOf(last.audit, name)), ANSWERS[answerOf(last.audit, name)]),
          h('div', null, h('strong', null, asks), h('p', null, whyOf(last, name))))))),
  reached && card('Time to reach the whole team, last 13 weeks', reached),
  covered && card('Coverage by segment, last 13 weeks', covered),
  card('Download a week’s data',
      h('p', {class: 'hint'}, 'Everything behind a week’s numbers, as a ZIP of CSV files that open in Excel.'),
      h('div', {class: 'row'}, h('label', {for: 'week'}, 'Any day of the week'), day, button('Download', () => rowsOf(day))), days)));
}

/** @param any whether there are placements at all */
export const noLatest = (any) => notice('quiet', h('p', null, any
  ? 'Every placement was withdrawn, retracted, or imported; those don’t count here. '
    + 'Imported coverage is under “The last 13 weeks”.'
  : 'No placements yet.'));

/** Downloads the rows of the week with the chosen day. */
async function rowsOf(day) {
  if (!day.value) {
    say('Choose a day of the week you want.');
    day.focus();
    return;
  }
  const week = weekOf(Date.parse(day.value));
  try {
    download(`audit-${week}.zip`, 'application/zip', await call('GET', `audit/export?week=${week}`, {headers: {accept: 'application/zip'}}));
  } catch (problem) {
    say(inPlainWords(problem));
  }
}
