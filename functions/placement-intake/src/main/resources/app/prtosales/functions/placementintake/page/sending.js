// The state of emails to reps. Sending stops when too many emails bounce, or when ops stops it.

import {post, has} from './api.js';
import {forgetSending} from './banner.js';
import {dialog, reason} from './dialog.js';
import {day, when} from './time.js';
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
        'Nothing is lost: emails wait until you resume. The 24 hours keep running, so a placement may count as late, '
          + 'with “emails were on hold” as the reason. Emails to sequence owners, ops, and leadership still go out.',
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
          stoppedBy ? `${stoppedBy} stopped them ${when(stoppedAt)}: ${why}` : `${why}.`,
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
