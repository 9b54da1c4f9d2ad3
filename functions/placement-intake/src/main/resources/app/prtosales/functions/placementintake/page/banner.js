// A banner on the pages where it matters: emails to reps are stopped, since when and why, with a link to Resume for
// sales ops.

import {get, has, who} from './api.js';
import {h, notice} from './dom.js';
import {when} from './time.js';

const FRESH = 30_000;

let last = {at: 0, sending: null};

/** The state of sending, fetched at most every 30 seconds. */
async function sending() {
  if (performance.now() - last.at > FRESH || !last.sending) last = {at: performance.now(), sending: await get('sending')};
  return last.sending;
}

/** Clears the cached state, so that a stop or resume shows immediately. */
export function forgetSending() {
  last = {at: 0, sending: null};
}

/** The notice; null while emails are sent, and for people who are not signed in. */
export async function banner() {
  if (!who()) return null;
  const {stopped, stoppedAt, stoppedBy, why} = await sending();
  if (!stopped) return null;
  const explanation = stoppedBy ? `${stoppedBy} stopped them on ${when(stoppedAt)}: ${why.replace(/[.!]?$/, '.')} ` : `${why.replace(/[.!]?$/, '.')} `;
  return notice(
    'bad',
    h(
      'p',
      null,
      h('strong', null, 'Emails to reps are stopped. '),
      explanation,
      'Placements can be submitted and their 24 hours keep running. Emails wait until sales ops resumes them. ',
      has('ops') && h('a', {href: '#/directory/reps'}, 'Resume emails')
    )
  );
}
