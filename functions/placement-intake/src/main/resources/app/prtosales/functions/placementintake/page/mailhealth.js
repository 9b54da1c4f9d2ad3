// Addresses of reps that get no emails: they bounced, or their owner marked an email as spam.

import {forget, post} from './api.js';
import {dialog, reason} from './dialog.js';
import {badge, column, say} from './dom.js';
import {when} from './time.js';

export const heldOf = (rep, held) => held.filter((each) => each.rep === rep.id);

/** Whether neither address works; a second one is not used for someone who marked an email as spam. */
export const getsNone = (rep, held) => held.some(({address, why}) => address === 'email' && why === 'marked-as-spam')
    || (held.length > 0 && ['email', 'secondEmail'].every((address) => !rep[address] || held.some((each) => each.address === address)));

/** What it means for the rep: “Sample Rep 05 gets no emails”. */
export const effect = (rep, held) => (getsNone(rep, held) ? `${rep.name} gets no emails`
    : held.some(({address}) => address === 'email') ? `${rep.name} gets emails at the second address only`
    : `${rep.name}’s second address doesn’t work`);

const isSpam = (held) => held.every(({why}) => why === 'marked-as-spam');

export const healthBadge = (held) => badge(isSpam(held) ? 'Marked as spam' : 'Bouncing', 'red');

/** `Email bounced Tue, Nov 24, 9:06 AM ET: mailbox does not exist` */
export const inWords = (held) => held.map(({address, why, at, detail}) => [column(address),
  why === 'marked-as-spam' ? `marked as spam ${when(at)}` : `bounced ${when(at)}: ${detail}`].join(' ')).join('; ');

/** Asks why a rep's address works again, for example after an outage. */
export const markAsWorking = (rep, held, refresh) => dialog({title: `Mark ${rep.name}’s email as working`, action: 'Mark as working',
  about: isSpam(held) ? `${inWords(held)}. Ask ${rep.name} first: another spam report hurts the delivery of all your emails.`
      : `${inWords(held)}. If it bounces again right away, ask IT to take the address off Amazon SES’s suppression list.`,
  fields: [reason('For example: “Their mail server was down on Tuesday.” Kept with your name.')],
  whom: `${rep.name}, from the next placement on. A correction, retraction or change of color that bounced is sent again. `
      + 'For a story’s first email, use “Send again” on the placement.',
  async send(given) {
    await post('people/working', {rep: rep.id, ...given});
    forget('reps');
    await refresh();
    say('Marked as working.');
  }});
