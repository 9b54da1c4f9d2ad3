// A placement's state: checks, and one sentence on who was reached, what was missed and why, and how much time is left.

import {many} from './dom.js';
import {CAUSES} from './terms.js';
import {now, span, DAY} from './time.js';

/** Reasons for emails that are still on their way; any other reason needs a person to act. */
const ON_ITS_WAY = /^(sent[,;]|waiting to be sent|being sent|not sent yet)/;
const HOUR = DAY / 24;

export const isOver = (placement) => ['withdrawn', 'retracted'].includes(placement.status);

export const isNegative = (placement) => placement.tone === 'negative';

export const hasExpired = (placement) => !isOver(placement) && Date.parse(placement.expiresAt) <= now();

export const isRunning = (placement) => placement.reached.verdict === 'pending' && !placement.backfill
    && !isOver(placement);

/** Whether emails were sent, so that a change has readers. */
export const isOut = (placement) => placement.status !== 'scheduled' && !placement.backfill;

/**
 * Whether someone may use it: reps who got its own emails or those about a copy that was merged into it, or the owner of
 * a sequence who confirmed an imported story.
 */
export const isKnown = (placement) => isOut(placement) || placement.copyIsOut
    || (placement.backfill && placement.responses.some(({kind}) => kind === 'sequence'));

/** Unreached reps whose email will not arrive without help. */
export const stuck = ({reached: {missing = []}}) => missing.filter(({reason}) => !ON_ITS_WAY.test(reason));

export const reps = (count) => many(count, 'rep');

const all = (count) => (count === 1 ? 'The only rep' : `All ${count} reps`);

/** Rounded to minutes; in the last hour, to seconds. */
const left = (until) => span(until, until < HOUR);

/** How long after publication the last rep was reached. */
function lastAfter({publishedAt, reached: {reachedAt = []}}) {
  const last = Date.parse(reachedAt.at(-1)) - Date.parse(publishedAt);
  return last > 60_000 ? span(last) : 'a minute';
}

/** @return `text`, the sentence, and `kind`, its style */
export function standingOf(placement) {
  if (placement.takenBack) return {text: takenBack(placement), kind: 'late'};
  if (placement.backfill) return {text: placement.copyIsOut ? 'Kept as history. Only emails about a copy of it went out.'
    : 'Kept as history. No rep got an email.', kind: ''};
  return isRunning(placement) ? running(placement) : judged(placement);
}

function takenBack(placement) {
  const {status, takenBack: {copyOf}, reached: {count = 0}} = placement;
  if (copyOf) return `${status === 'retracted' ? 'Retracted' : 'Withdrawn'}: it’s a copy of another story.`;
  if (status === 'withdrawn') return 'Withdrawn before anyone heard about it.';
  if (count > 0) return `Retracted: ${reps(count)} had it and were told to stop using it.`;
  return placement.copyIsOut ? 'Retracted: everyone who got an email about a copy of it was told to stop using it.'
      : 'Retracted before any rep got it.';
}

function running({publishedAt, deadline, reached: {count, of}}) {
  const waits = Date.parse(publishedAt) - now();
  const until = Date.parse(deadline) - now();
  if (waits > 0) return {text: `Goes out in ${left(waits)}, to ${reps(of)}.`, kind: ''};
  if (until <= 0) return {text: `${count} of ${reps(of)} reached; we’re counting the final result.`,
      kind: count < of ? 'late' : ''};
  if (of > 0 && count === of) return {text: `${all(of)} reached, with ${left(until)} left.`, kind: 'good'};
  return {text: `${count} of ${reps(of)} reached, ${left(until)} left.`, kind: ''};
}

function judged(placement) {
  const {verdict, cause, count, inTime, of, restatedAt, firstVerdict} = placement.reached;
  if (verdict === 'void') return {text: 'There were no active reps to reach.', kind: 'late'};
  const corrected = restatedAt && firstVerdict !== verdict
      ? ` (corrected; first counted as ${FIRST[firstVerdict]})` : '';
  if (verdict === 'met') {
    return {text: `${all(of)} reached in time, the last one after ${lastAfter(placement)}${corrected}.`, kind: 'good'};
  }
  const since = count === inTime ? '' : `, ${count - inTime} after that`;
  const details = `${inTime} of ${reps(of)} reached in time${since}. Why: ${CAUSES[cause] ?? 'unknown'}${corrected}.`;
  return {text: `Missed the 24 hours: ${details}`, kind: 'late'};
}

const FIRST = {met: 'on time', missed: 'late', void: 'no active reps'};
