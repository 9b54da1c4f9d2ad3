// A placement's three answers, its suggested and confirmed sequences, and the deals it was used in.

import {has} from './api.js';
import {h, button, badge, sentence, words} from './dom.js';
import {isNegative, isOver, hasExpired, reps} from './story.js';
import {ANSWERS, answerOf} from './terms.js';
import {when} from './time.js';

export const QUESTIONS = [
  ['reachedIn24h', 'Did it reach the sales team within 24 hours?'],
  ['inActiveSequence', 'Is it in an active sales sequence?'],
  ['referencedInDeal', 'Was it used in a deal at a target account?'],
];

/**
 * Why a question has its answer. The API's sentence for a pending answer gives the deadline in UTC; this one gives it in the
 * reader's zone.
 */
export const whyOf = ({audit, reached: {count, of}, deadline}, name) =>
    (name === 'reachedIn24h' && audit[name] === 'pending' && of > 0
      ? `${count} of ${reps(of)} reached; the deadline is ${when(deadline)}` : sentence(audit.evidence[name].why));

export const answers = (placement) => h('ul', {class: 'answers'}, QUESTIONS.map(([name, asks]) => {
  const {audit} = placement;
  const {at} = audit.evidence[name];
  return h('li', null, badge(words(answerOf(audit, name)), ANSWERS[answerOf(audit, name)]),
      h('div', null, h('strong', null, asks),
          h('p', null, whyOf(placement, name), at && h('span', {class: 'hint'}, ` · ${when(at)}`))));
}));

export const mayChoose = (placement) => has('pr', 'ops', 'sequence-owner') && !isOver(placement)
    && !hasExpired(placement)
    && !isNegative(placement) && placement.forwardability !== 'red' && placement.audit.inActiveSequence !== 'exempt';

/**
 * Each sequence and its state, including deleted sequences that were confirmed; null when there is none, and for
 * negative coverage.
 */
export function sequences(placement, names) {
  const gone = placement.responses.filter((each) => each.kind === 'sequence'
      && !placement.suggestions.some((other) => other.sequence === each.sequence));
  if (isNegative(placement) || gone.length + placement.suggestions.length === 0) return null;
  return h('ul', {class: 'rows'}, placement.suggestions.map((each) => task(placement, each, names)),
      gone.map((each) => row('Deleted', 'quiet', `${names.sequence(each.sequence)}, ${each.stage}`,
          `Confirmed ${when(each.at)}. The sequence has since been deleted.`)));
}

const row = (label, kind, what, hint) => h('li', null, badge(label, kind),
    h('div', null, h('strong', null, what), h('p', {class: 'hint'}, hint)));

function task(placement, each, names) {
  const {status, stage, confirmedStage, reason, why, answeredAt, answeredBy, chosenBy} = each;
  const sequence = names.sequence(each.sequence);
  const answered = `${when(answeredAt ?? placement.acceptedAt)}${answeredBy ? ` by ${names.someone(answeredBy)}` : ''}`;
  if (status === 'confirmed') return confirmed(placement, `${sequence}, ${confirmedStage}`, answered);
  if (status === 'declined') return row('Doesn’t fit', 'quiet', sequence, `“${reason}” · ${answered}`);
  if (status === 'removed') return row('Taken out', 'quiet', sequence, answered);
  return chosenBy
      ? row('Chosen', 'quiet', `${sequence}, ${stage}`,
          `${names.someone(chosenBy)} chose it: “${why}”${lastAsked(each) || ` · ${waits(placement)}`}`)
      : row('Suggested', 'quiet', `${sequence}, ${stage}`, `${sentence(why)}${lastAsked(each)}`);
}

const confirmed = (placement, what, answered) => (placement.forwardabilityNow === 'green'
    ? row('Confirmed', 'green', what, answered)
    : row('Take out', 'amber', what, `Confirmed ${answered}. It can’t be used there anymore.`));

function lastAsked({askedAt, askedAgainAt, handedOverAt}) {
  const last = [['escalated', handedOverAt], ['asked again', askedAgainAt], ['asked', askedAt]].find(([, at]) => at);
  return last ? ` · ${last[0]} ${when(last[1])}` : '';
}

const waits = ({forwardability, status}) => (forwardability !== 'green' ? 'we’ll ask its owner once it’s Green'
    : status === 'scheduled' ? 'we’ll ask its owner once the emails are out' : 'we’ll ask its owner within a minute');

/** What to show when no sequence is suggested or confirmed. */
export function noSequence(placement) {
  if (isNegative(placement)) return h('p', {class: 'hint'},
      'Negative coverage isn’t used in sequences or deals, so it’s exempt.');
  const step = placement.next?.owner === 'sequence-owner' ? placement.next : placement.inactiveSequence;
  if (step) return h('p', {class: 'hint'}, step.sequence && `${step.sequence}: `, step.step);
  const lists = h('a', {href: '#/directory/rules'}, 'Lists');
  return h('p', {class: 'hint'}, mayChoose(placement)
      ? ['No rule covers this story. Choose a sequence for it, or add a rule under ', lists,
          '. Either way, we’ll ask the sequence owner within minutes.']
      : ['No rule covers this story. Add one under ', lists, ', and we’ll ask the sequence owner within minutes.']);
}

/** The deals in which reps used it; false when there are none. */
export function uses({responses}, names) {
  const used = responses.filter((each) => each.kind === 'reference');
  return used.length > 0 && h('ul', {class: 'rows'},
      used.map((each) => h('li', null, h('div', null, h('strong', null, each.accountName),
      h('p', {class: 'hint'}, `${names.rep(each.rep)}, ${words(each.how).toLowerCase()}, ${when(each.at)}`)))));
}

/** Placements that may be the same story. */
export const similar = (placement, attach) => h('ul', {class: 'rows'}, placement.similar.map((each) => h('li', null,
    h('div', null, h('a', {href: `#/placements/${each.id}`}, each.headline),
        h('p', {class: 'hint'}, `${each.outlet}, ${when(each.publishedAt)}`)),
    has('pr') && button('Attach as a copy', () => attach(each), 'small'))));
