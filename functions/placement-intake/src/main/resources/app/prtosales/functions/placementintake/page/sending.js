// The state of emails to reps. Sending stops by itself when too many bounce, or when ops stops it.

import {forget, post, has} from './api.js';
import {forgetSending} from './banner.js';
import {dialog, reason} from './dialog.js';
import {told, day} from './time.js';
import {h, card, button, badge, notice, say} from './dom.js';

export function health(sending, refresh) {
  const {stopped, stoppedAt, stoppedBy, why, since, sent, bounced, complained} = sending;
  const resume = () => dialog({title: 'Resume emails', action: 'Resume emails',
    about: stoppedBy ? 'Emails that were waiting go out.' : 'Earlier bounces no longer count. If as many emails bounce again, sending stops again.',
    fields: [reason(stoppedBy ? 'Why emails can resume.' : 'What you fixed.')], whom: 'Every rep with an email waiting, within ten minutes.',
    async send(given) {
      await post('sending/resume', given);
      forgetSending();
      await refresh();
      say('Emails resumed.');
    }});
  const stop = () =>
    dialog({
      title: 'Stop all emails to reps',
      action: 'Stop emails to reps',
      about:
        'Nothing is lost: emails wait until you resume. The 24 hours keep running, so a placement may count as late, with “emails were on hold” as the reason. Emails to sequence owners, ops, and leadership still go out.',
      fields: [reason('Why emails need to wait.')],
      whom: 'Nobody. PR sees it on the form and on each story.',
      async send(given) {
        await post('sending/stop', given);
        forgetSending();
        await refresh();
        say('Emails to reps are stopped.');
      },
    });
  return card(
    'Email health',
    stopped &&
      notice(
        'bad',
        h(
          'p',
          {role: 'alert'},
          h('strong', null, 'Emails to reps are stopped. '),
          stoppedBy ? `${stoppedBy} stopped them ${told(stoppedAt)}: ${why}` : `${why}.`,
          ' Nothing is lost: emails wait until you resume.'
        ),
        !stoppedBy && h('p', null, 'Fix the bouncing addresses or remove those people, then resume emails.'),
        has('ops') && button('Resume emails', resume, 'primary')
      ),
    h(
      'p',
      {class: 'figure'},
      badge(stopped ? 'Stopped' : 'Sending', stopped ? 'red' : 'green'),
      ` ${sent} sent, ${bounced} bounced, ${complained} marked as spam`,
      h('span', {class: 'hint'}, ` since ${day(since)}`)
    ),
    !stopped && has('ops') && h('p', null, button('Stop emails to reps', stop, 'small'))
  );
}

/** Why an address gets no emails: it bounced, or its owner marked an email as spam. */
export const isSpam = (mailHealth) => /marked as spam/.test(mailHealth) && !/bounced/.test(mailHealth);

/** Asks why a rep's address works again, for example after an outage. */
export const markAsWorking = (rep, refresh) => dialog({title: `Mark ${rep.name}’s email as working`, action: 'Mark as working',
  about: isSpam(rep.mailHealth) ? `${told(rep.mailHealth)}. Ask ${rep.name} first: another spam report hurts the delivery of all your emails.`
      : `${told(rep.mailHealth)}. If it bounces again right away, ask IT to take the address off Amazon SES’s suppression list.`,
  fields: [reason('For example: “Their mail server was down on Tuesday.” Kept with your name.')],
  whom: `${rep.name}, from the next placement on. What bounced isn’t sent again by this; use “Send again” on the placement.`,
  async send(given) {
    await post('people/working', {rep: rep.id, ...given});
    forget('reps');
    await refresh();
    say('Marked as working.');
  }});
