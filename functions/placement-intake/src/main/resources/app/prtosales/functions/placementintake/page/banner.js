// Says on every page where it matters that emails to reps are stopped, since when and why, with the way to Resume for whoever may.

import {get, has, who} from './api.js';
import {h, notice} from './dom.js';
import {told} from './time.js';

const FRESH = 30_000;

let last = {at: 0, sending: null};

/** How emails fare, asked for at most every half minute. */
async function sending() {
  if (performance.now() - last.at > FRESH || !last.sending) last = {at: performance.now(), sending: await get('sending')};
  return last.sending;
}

/** Whoever stops or resumes sees it at once. */
export function forgetSending() {
  last = {at: 0, sending: null};
}

/** The notice; null while emails go out, and for whoever is not signed in. */
export async function banner() {
  if (!who()) return null;
  const {stopped, stoppedAt, stoppedBy, why} = await sending();
  if (!stopped) return null;
  const said = stoppedBy ? `${stoppedBy} stopped them on ${told(stoppedAt)}: ${why.replace(/[.!]?$/, '.')} ` : `${why.replace(/[.!]?$/, '.')} `;
  return notice('bad', h('p', null, h('strong', null, 'Emails to reps are stopped. '), said, 'Placements can be submitted and their 24 hours keep running. Emails wait until sales ops resumes them. ',
      has('ops') && h('a', {href: '#/directory/reps'}, 'Resume emails')));
}
