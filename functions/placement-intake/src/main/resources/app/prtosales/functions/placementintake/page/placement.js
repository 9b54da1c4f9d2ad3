// One placement: what matters now, then its reach, the three answers, and the available actions.

import {get, post, list, names, who, signInFirst} from './api.js';
import {actions} from './actions.js';
import {answers, mayChoose, noSequence, sequences, similar, uses} from './answers.js';
import {attach, choose} from './changes.js';
import {h, fill, card, button, badge, words, outside, inPlainWords, notice, place, say, forwardability} from './dom.js';
import {details, history} from './history.js';
import {hasKit, kit, noKit, toTell} from './kit.js';
import {back} from './list.js';
import {reachOverTime} from './reach.js';
import {hasExpired, isRunning, isOver, standingOf, stuck} from './story.js';
import {ownerOf} from './terms.js';
import {day, inThreeZones, when} from './time.js';

const SOON = 5_000;
const LATER = 30_000;
/** The number of frequent refreshes before they become rare. */
const OFTEN = 24;

/** Names for the ids in a placement. */
function naming(reps, sequenceNames, segments, presentIds, active) {
  const rep = (each) => reps.get(each) ?? reps.get(presentIds?.[each]) ?? 'A former rep';
  return {
    rep,
    hasLeft: (each) => Boolean(active) && !active.has(presentIds?.[each] ?? each),
    sequence: (each) => sequenceNames.get(each) ?? 'A deleted sequence',
    isSequence: (each) => sequenceNames.has(each),
    segment: (each) => segments.get(each) ?? words(each),
    // An id instead of an address: the person was deleted.
    someone: (each) => (each.includes('@') ? each : each.startsWith('u-') ? 'a former colleague' : rep(each)),
  };
}

export async function show(main, {id, opens, here}) {
  if (!who()) {
    fill(main, h('h1', null, 'Placement'), signInFirst('Sign in to see how far this story got.'));
    return null;
  }
  const [first, agreed, ...lists] = await Promise.all([found(id), list('agreement').catch(() => []),
    ...['reps', 'sequences', 'segments'].map((each) => names(each).catch(() => new Map()))]);
  // The person has moved on to another page.
  if (!here()) return null;
  if (!first) {
    fill(main, h('p', {class: 'crumb'}, h('a', {href: back()}, '← Placements')), h('h1', null, 'Placement not found'),
        h('p', null, 'Check the link. If it came from an email, ask whoever sent it.'));
    return null;
  }
  const [reps, sequenceNames, segments] = lists;
  const active = await list('reps').then((rows) => new Set(rows.filter((each) => each.active !== false).map(({id}) => id)), () => null);
  const story = {placement: first, names: naming(reps, sequenceNames, segments, first.presentIds, active),
      agreement: agreed[0] ?? {}};
  const page = frame(main, story, accepted(id));
  const refresh = refreshing(story, page, here);
  story.refresh = refresh.now;
  story.change = async (what, body, done) => {
    story.placement = await post(`placements/${id}/${what}`, body);
    page.draw();
    say(done);
    refresh.soon();
  };
  page.draw();
  refresh.soon();
  if (opens === 'sequence' && mayChoose(story.placement)) choose(story).catch((problem) => say(inPlainWords(problem)));
  const ticking = setInterval(() => { if (isRunning(story.placement)) page.tick(); }, 1000);
  return () => {
    clearInterval(ticking);
    refresh.stop();
  };
}

/** The placement; null if there is none. */
const found = (id) => get(`placements/${id}`).catch((problem) => {
  if (problem.status === 404) return null;
  throw problem;
});

/** The form's message about a story that was just submitted. */
function accepted(id) {
  const kept = JSON.parse(sessionStorage.getItem('accepted') ?? 'null');
  if (kept?.id !== id) return null;
  sessionStorage.removeItem('accepted');
  return notice(kept.warnings.length ? 'warn' : 'good',
      h('div', {class: 'row'}, h('p', {class: 'grow'}, h('strong', null, 'Submitted.')),
          h('a', {class: 'button small', href: '#/'}, 'Submit another')),
      kept.warnings.map((each) => h('p', null, each.message)));
}

function frame(main, story, savedNotice) {
  const parts = {
    head: h('div', {class: 'head story-head'}),
    state: h('p', {class: 'left'}),
    move: h('div'),
    about: h('div', {class: 'about-story'}),
    reached: h('section', {class: 'card', 'aria-label': 'How far it got'}),
    rest: h('div', {class: 'sheet'}),
    acts: h('div', {class: 'acts'}),
  };
  fill(main, h('p', {class: 'crumb'}, h('a', {href: back()}, '← Placements')), parts.head, savedNotice,
      h('section', {class: 'card state', 'aria-label': 'Where it stands'}, parts.state, parts.move), parts.about,
      h('div', {class: 'split acting'},
          h('aside', {class: 'side', 'aria-label': 'Actions'}, card('Actions', parts.acts)),
          h('div', {class: 'sheet'}, parts.reached, parts.rest)));
  function tick() {
    const {text: sentence, kind} = standingOf(story.placement);
    if (parts.state.textContent === sentence) return;
    parts.state.className = `left ${kind}`;
    if (isRunning(story.placement)) parts.state.setAttribute('role', 'timer');
    else parts.state.removeAttribute('role');
    fill(parts.state, sentence);
  }
  function draw() {
    story.drawn = story.placement;
    if (isOver(story.placement)) savedNotice?.remove();
    const open = opened(main);
    fill(parts.head, heading(story));
    tick();
    fill(parts.move, original(story), toTell(story.placement, story.names), whoseMove(story), notReached(story));
    fill(parts.about, about(story));
    fill(parts.reached, figures(story), reachOverTime(story.placement), clock(story.placement));
    fill(parts.rest, sections(story));
    fill(parts.acts, actions(story));
    open();
  }
  return {draw, tick, main};
}

/** Remembers the open sections by their text, to reopen them after a redraw. */
function opened(main) {
  const openTitles = new Set([...main.querySelectorAll('details[open] > summary')].map((each) => each.textContent));
  return () => {
    for (const each of main.querySelectorAll('summary')) each.parentElement.open = openTitles.has(each.textContent);
  };
}

function heading({placement, names: called}) {
  const {headline, outlet, format, tone, spokesperson, audit} = placement;
  return [h('p', {class: 'kicker'}, `${outlet} · ${words(format)}`, spokesperson && ` · ${spokesperson}`),
    h('h1', {dir: 'auto'}, headline),
    h('p', {class: 'badges'}, isOver(placement) && badge(words(placement.status), 'red'),
        forwardability(placement.forwardabilityNow),
        hasExpired(placement) && badge('Expired', 'quiet'),
        tone !== 'positive' && badge(words(tone), tone === 'negative' ? 'red' : 'quiet'),
        audit.leaking && badge('Leaking', 'red'),
        placement.segments.map((each) => badge(called.segment(each), 'quiet')))];
}

const about = ({placement: {note, url}}) => [h('blockquote', {class: 'note', dir: 'auto'}, note),
  url && h('p', {class: 'address'}, outside(url))];

const original = ({placement: {takenBack}}) => takenBack?.copyOf
    && h('p', null, h('a', {href: `#/placements/${takenBack.copyOf}`}, 'Open the original'));

/** “Next, PR (pr@…): Decide whether it can be forwarded.” */
function whoseMove({placement, agreement}) {
  const {next} = placement;
  if (stuck(placement).length > 0 && isRunning(placement)) {
    return h('p', null, h('strong', null, 'Next, sales ops: '),
        'Fix what kept the email from the reps below, then send it again.');
  }
  if (!next) return null;
  return h('p', null, h('strong', null, `Next, ${ownerOf(next.owner, next.sequence, agreement)}: `), next.step);
}

const people = (rows, {rep}) =>
    h('ul', {class: 'people'}, rows.map((each) => h('li', null, h('strong', null, rep(each.rep)), ` ${each.reason}`)));

const SHOWN = 5;

const named = (title, rows, called) => [h('h2', {class: 'missing'}, `${title}: ${rows.length}`),
  people(rows.slice(0, SHOWN), called),
  rows.length > SHOWN && h('details', null, h('summary', null, `${rows.length - SHOWN} more`),
      people(rows.slice(SHOWN), called))];

function notReached({placement, names: called}) {
  const {missing = [], late = [], of} = placement.reached;
  if (['scheduled', 'withdrawn'].includes(placement.status)) return null;
  return [missing.length > 0 && named('Not reached', missing, called),
    late.length > 0 && late.length < of
        && named('Reached after the 24 hours', late.map((rep) => ({rep, reason: ''})), called)];
}

function figures({placement, names: called}) {
  const {count, of, notCounted = [], inTime} = placement.reached;
  if (placement.backfill || of === undefined) return null;
  return [h('p', {class: 'figure'}, h('strong', null, `${count} of ${of}`), of === 1 ? ' rep reached' : ' reps reached',
      count !== inTime && `, ${inTime} in time`,
      placement.acknowledged > 0 && h('span', {class: 'hint'}, ` · ${placement.acknowledged} said “Got it”`)),
  notCounted.length > 0 && h('details', null, h('summary', null, `Not counted: ${notCounted.length}`),
      people(notCounted, called)),
  placement.possibleDuplicates.length > 0
      && h('p', {class: 'hint'}, 'May have received it twice: ',
          placement.possibleDuplicates.map(called.rep).join(', '))];
}

const clock = ({publishedAt, deadline, zone, dateOnly}) => h('dl', {class: 'zones'},
    h('dt', null, 'Published'), h('dd', null, dateOnly ? day(publishedAt, zone) : when(publishedAt)),
    inThreeZones(deadline, zone).map(([whose, time], at) =>
        [h('dt', null, at ? whose : 'Deadline'), h('dd', null, time)]));

/** The sections with content, then the empty ones, collapsed. */
function sections(story) {
  const {placement, names: called} = story;
  const placed = sequences(placement, called);
  const choosing = mayChoose(placement)
      && h('div', {class: 'actions'},
          button(placed ? 'Choose another sequence' : 'Choose a sequence', () => choose(story), 'small'));
  const used = uses(placement, called);
  const empty = [
    !placed && ['Sequences', 'none yet', noSequence(placement), choosing],
    !hasKit(placement) && ['Champion kit', 'not ready', noKit(placement)],
    !used && ['Used in deals', 'not yet',
        h('p', {class: 'hint'}, 'No rep has recorded using it yet. They do that from their email.')],
  ].filter(Boolean);
  return [
    card('The three answers', answers(placement)),
    placed && card('Sequences', placed, choosing),
    hasKit(placement) && card('Champion kit', kit(placement, called)),
    used && card('Used in deals', used),
    placement.similar.length > 0 && card('The same story?',
        similar(placement, (copy) => attach(story, copy))),
    empty.length > 0 && h('section', {class: 'card empties', 'aria-label': 'Nothing yet'}, empty.map(closed)),
    card('More about it', details(placement)),
    card('History', history(placement, called)),
  ];
}

const closed = ([title, hint, ...content]) => h('details', null,
    h('summary', null, title, h('span', {class: 'hint'}, ` ${hint}`)), content);

/** Refreshes: often while it runs, rarely afterward, and redraws only on changes. */
function refreshing(story, page, here) {
  let timer;
  let asked = 0;
  async function ask() {
    const fresh = document.hidden || !who() ? null : await get(`placements/${story.placement.id}`).catch(() => null);
    if (fresh && here()) update(fresh);
    schedule();
  }
  /** While a dialog is open, only what it says about the emails changes. */
  function update(fresh) {
    story.placement = fresh;
    dispatchEvent(new Event('fresh'));
    if (document.querySelector('dialog') || JSON.stringify(fresh) === JSON.stringify(story.drawn)) return;
    const focusAgain = place(page.main);
    page.draw();
    focusAgain();
  }
  function schedule() {
    clearTimeout(timer);
    if (here()) timer = setTimeout(ask, isRunning(story.placement) && asked++ < OFTEN ? SOON : LATER);
  }
  return {
    soon() {
      asked = 0;
      schedule();
    },
    now() {
      clearTimeout(timer);
      ask();
    },
    stop: () => clearTimeout(timer),
  };
}
