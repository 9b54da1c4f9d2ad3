// The start page of a signed-in person: their tasks, what is running, and the trend by week.

import {get, list, who, has, whole, signInFirst} from './api.js';
import {trend} from './chart.js';
import {h, fill, card, badge, many, sentence} from './dom.js';
import {standing, marks} from './list.js';
import {isWired, ownerOf} from './terms.js';
import {effect, healthBadge, heldOf, inWords} from './mailhealth.js';
import {now, day, when} from './time.js';

/** The owners of steps that each role acts for. */
const TURNS = {pr: ['pr-owner'], ops: ['ops', 'rule-1-owner', 'rule-2-owner', 'rule-3-owner']};
const SHOWN = 8;

export async function show(main, {here}) {
  const heading = h('h1', null, 'Home');
  if (!who()) {
    fill(main, h('div', {class: 'head'}, heading), signInFirst('Sign in to see what’s running and what needs you.'));
    return null;
  }
  const quarterly = get('audit/quarter');
  const [week, quarter, running, scheduled, sequences, sending, reps, [agreement]] = await Promise.all([
    quarterly.then((each) => get(`audit/weeks/${each.week}`)), quarterly, get('placements?state=pending&limit=50'),
    get('placements?state=scheduled&limit=50'), list('sequences').catch(() => []), has('ops') ? get('sending') : null,
    has('ops') ? whole('reps').catch(() => NOBODY) : NOBODY,
    list('agreement').catch(() => [])]);
  if (!here()) return null;
  const mine = sequences.filter((each) => each.ownerEmail?.toLowerCase() === who().email.toLowerCase());
  const open = stories([...running.items, ...scheduled.items]);
  fill(main,
      h('div', {class: 'head'}, heading, has('pr') && h('a', {class: 'button primary', href: '#/'}, 'New placement'),
          h('p', {class: 'lead'}, summary(week))),
      h('div', {class: 'split'},
          h('div', {class: 'sheet'},
              turns({week, quarter, mine, agreement}, [...noReps(reps), ...withFailingAddress(reps).map(unreached)]),
              weekOf(week),
              card('The last 12 weeks', trend(week.trend))),
          h('aside', {class: 'side', 'aria-label': 'Right now'}, clocks(open), sending && mail(sending))));
  return null;
}

const NOBODY = {rows: [], held: []};

/** For ops, the task of the first day: without active reps nobody gets a story. */
const noReps = ({rows, version}) => (version === undefined || rows.some((rep) => rep.active !== false) ? []
    : [h('li', null, h('div', null, h('a', {class: 'story', href: '#/directory/reps'}, 'Add your reps'),
        h('p', {class: 'hint'}, 'Until then, a placement reaches nobody.')))]);

/** The active reps with an address that gets no emails. */
const withFailingAddress = ({rows, held}) => rows.filter((rep) => rep.active !== false)
    .map((rep) => ({rep, held: heldOf(rep, held)})).filter((each) => each.held.length > 0);

const stories = (lines) => [...new Map(lines.map((each) => [each.id, each])).values()]
    .filter((each) => !each.backfill && !['withdrawn', 'retracted'].includes(each.status))
    .sort((one, other) => Date.parse(one.deadline) - Date.parse(other.deadline));

/** Whether its 24 hours are over; a week also includes placements with a deadline still ahead. */
const isOver = ({audit}) => audit.reachedIn24h !== 'pending';

/** “This week so far: 5 placements past the deadline, 2 still within 24 hours, 3 with three Yeses, 1 leaking.” */
function summary(week) {
  const all = [...week.judged, ...week.pending];
  const judged = all.filter(isOver);
  const pending = all.filter((each) => !isOver(each));
  if (all.length === 0) return 'No placements this week yet.';
  const wired = judged.filter(({audit}) => isWired(audit));
  const leaking = judged.filter(({audit}) => audit.leaking);
  const waiting = judged.length > 0 ? pending.length : many(pending.length, 'placement');
  return [judged.length > 0 && `${many(judged.length, 'placement')} past the deadline`, pending.length > 0 && `${waiting} still within 24 hours`,
    judged.length > 0 && `${wired.length} with three Yeses`, judged.length > 0 && (leaking.length ? `${leaking.length} leaking` : 'none leaking')]
      .filter(Boolean).join(', ').replace(/^/, 'This week so far: ') + '.';
}

const story = (each, under) =>
  h('div', null, h('a', {class: 'story', href: `#/placements/${each.id}`}, each.headline), under && h('p', {class: 'hint'}, under));

const unreached = ({rep, held}) =>
  h(
    'li',
    null,
    h(
      'div',
      null,
      h('a', {class: 'story', href: '#/directory/reps'}, effect(rep, held)),
      h('p', {class: 'hint'}, inWords(held))
    ),
    healthBadge(held)
  );

/**
 * The open tasks: PR's steps, ops' steps, an owner's sequences; leaders see everyone's.
 * @param first the rows that come before them: who gets no emails, for ops
 */
function turns({week, quarter, mine, agreement}, first) {
  const owners = Object.entries(TURNS).filter(([role]) => has(role)).flatMap(([, turn]) => turn);
  const names = new Set(mine.map((each) => each.name));
  const seesAll = owners.length + mine.length === 0;
  const steps = [...new Map([...week.late, ...week.judged, ...week.pending, ...quarter.judged].map((each) => [each.id, each])).values()]
      .filter(({next}) => next && (seesAll || owners.includes(next.owner) || (next.owner === 'sequence-owner' && names.has(next.sequence))));
  const all = steps.length + first.length;
  if (all === 0) {
    return card(seesAll ? 'Whose move' : 'What needs you', h('p', {class: 'hint'}, seesAll ? 'Nothing is waiting for anyone.' : 'Nothing right now.'));
  }
  const whose = ({owner, sequence}) => (seesAll ? sentence(ownerOf(owner, sequence, agreement)) : sequence);
  const row = (each) => h('li', null, story(each, [whose(each.next), sentence(each.next.step)].filter(Boolean).join(': ')),
      each.audit.leaking && badge('Leaking', 'red'));
  return card(seesAll ? 'Whose move' : `What needs you: ${all}`,
      h('ul', {class: 'rows'}, first.slice(0, SHOWN), steps.slice(0, SHOWN).map(row)),
      first.length > SHOWN && h('p', null, h('a', {href: '#/directory/reps'}, `${first.length - SHOWN} more with an address that doesn’t work`)),
      steps.length > SHOWN && h('details', null, h('summary', null, `${steps.length - SHOWN} more`), h('ul', {class: 'rows'}, steps.slice(SHOWN).map(row))));
}

function weekOf({judged, late, from, zone}) {
  const rows = [...judged, ...late];
  if (rows.length === 0) return null;
  return card(`This week, since ${day(from, zone)}`,
      h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'Placements whose 24 hours end this week'),
          h('thead', null, h('tr', null, ['Story', 'In 24 hours', 'Sequence', 'Deal'].map((each) => h('th', {scope: 'col'}, each)))),
          h('tbody', null, rows.map((each) => h('tr', null, h('td', null, h('a', {class: 'story', href: `#/placements/${each.id}`}, each.headline),
              h('span', {class: 'under'}, each.outlet)), marks(each.audit))))));
}

function clocks(open) {
  return card('Running', open.length === 0 ? h('p', {class: 'hint'}, 'No placement is within its 24 hours right now.')
      : h('ul', {class: 'rows'}, open.slice(0, SHOWN).map((each) => h('li', null,
          story(each, Date.parse(each.publishedAt) > now() ? `Goes out ${when(each.publishedAt)}` : each.outlet), standing(each)))),
  open.length > SHOWN && h('p', null, h('a', {href: '#/placements?state=pending'}, `All ${open.length}`)));
}

function mail({stopped, sent, bounced, complained}) {
  return card('Email health',
      h('p', null, stopped ? badge('Stopped', 'red') : badge('Sending', 'green'), ` ${sent} sent, ${bounced} bounced, ${complained} marked as spam`),
      h('p', null, h('a', {href: '#/directory/reps'}, 'Open the list of reps')));
}
