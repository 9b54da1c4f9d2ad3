// The column beside the form: when the 24 hours end, who gets the story and who does not, and the email as a rep will
// see it.

import {get, list, post} from './api.js';
import {dialog} from './dialog.js';
import {h, fill, badge, button, card, inPlainWords, notice, say} from './dom.js';
import {mail} from './mail.js';
import {inThreeZones, isOdd, now, span, when, DAY} from './time.js';

const MAXIMUM_REPS = 200;

/** The column beside the form. `read` returns the submission, `copy` attaches it to a story, `refused` shows errors. */
export function beside({read, copy, refused}) {
  const clock = h('div', {class: 'clock'});
  const reach = h('div');
  const shown = mail();
  const mailBox = h('div', {hidden: true}, shown.element);
  const mailHint = h('p', {class: 'hint'});
  const test = button('Send a test to myself', testToMe, 'small');
  const larger = button('Larger preview', () => preview(), 'small');
  test.hidden = larger.hidden = true;
  const reps = h('select', {'aria-label': 'As seen by', hidden: true});
  const element = h('aside', {class: 'side', 'aria-label': 'What happens next'},
      card('Deadline', clock), card('Who gets it', reach),
      card('The email', h('div', {class: 'row'}, mailHint, reps, larger, test), mailBox));
  let last = null;

  const request = () => ({...read(), ...(reps.value && {rep: reps.value})});

  /** Sends the email to the signed-in person and to nobody else. */
  async function testToMe() {
    try {
      const {to} = await post('placements/preview/mail', request());
      say(`We sent a test to ${to}. Nobody else gets it.`);
    } catch (problem) {
      if (problem.status === 422) refused(problem);
      say(inPlainWords(problem));
    }
  }

  /** Shows the email at the width of a computer screen or a phone. */
  function preview() {
    if (!last) return;
    const wide = mail();
    const frame = h('div', {class: 'widths'}, wide.element);
    const widths = [['Computer', ''], ['Phone', 'phone']].map(([title, kind]) => {
      const choose = button(title, () => {
        frame.className = `widths ${kind}`;
        for (const each of widths) each.setAttribute('aria-pressed', String(each === choose));
      }, 'small');
      choose.setAttribute('aria-pressed', String(kind === ''));
      return choose;
    });
    wide.show(last);
    dialog({title: 'The email', wide: 'wide full', content: h('div', null,
        h('div', {class: 'row', role: 'group', 'aria-label': 'Width'}, h('span', {class: 'hint'}, 'Width'), widths), frame)});
  }

  async function offerReps() {
    const rows = await list('reps');
    fill(reps, h('option', {value: ''}, 'the first rep'), rows.filter((each) => each.active !== false && each.employment !== 'distributor')
        .slice(0, MAXIMUM_REPS).map((each) => h('option', {value: each.id}, each.name)));
    reps.hidden = false;
  }

  return {
    element, reps, request, preview, offerReps,

    /** Shows the deadline of a story published at this instant, in the outlet's zone. */
    tick(at, zone, isPast, known) {
      if (known) {
        fill(clock, h('p', {class: 'hint'}, 'The deadline of the first one counts.'));
        return;
      }
      const {publishedAt, zone: chosen} = read();
      if (isOdd(publishedAt.split('T')[0])) {
        fill(clock, h('p', {class: 'hint'}, 'Check the year of the date.'));
        return;
      }
      if (at === null) {
        fill(clock, h('p', {class: 'hint'}, '24 hours after publication, weekends included. '
            + `Choose ${publishedAt && !chosen ? 'the time zone' : 'a date'} to see it.`));
        return;
      }
      const left = at + DAY - now();
      const later = at > now();
      fill(clock,
          later ? h('p', {class: 'left'}, `In ${span(at - now())}`)
              : h('p', {class: `left ${left < 0 ? 'late' : ''}`}, `${span(left)} ${left < 0 ? 'ago' : 'left'}`),
          left < 0 && h('p', {class: 'hint'}, isPast ? 'It’s from the past.' : 'It goes out right away and counts as submitted late.'),
          later && h('p', null, `Embargoed: goes out ${when(at, zone)}. Reps don’t see it before then.`),
          h('dl', {class: 'zones'}, inThreeZones(at + DAY, zone).map(([whose, time], nth) => [
            h('dt', null, nth ? whose : 'Deadline'), h('dd', null, time)])));
    },

    /** Shows a placeholder, unless a preview is already shown. */
    wait(text, hint) {
      if (!mailBox.hidden) return;
      this.tell(text);
      fill(mailHint, hint);
    },

    tell: (text) => fill(reach, h('p', {class: 'hint'}, text)),

    show(answer, isHistory) {
      last = answer;
      drawReach(reach, answer.foreseen, read, copy);
      fill(mailHint, answer.foreseen.known ? 'Nobody gets this email.'
          : isHistory ? 'Nobody gets an email. This is what it would look like.' : '');
      mailBox.hidden = test.hidden = larger.hidden = false;
      shown.show(answer);
    },
  };
}

/** The first submission of a story; `mine` if this address sent it, `named` if it is among all addresses that did. */
export async function firstOf(id, email) {
  const {headline, acceptedAt, history} = await get(`placements/${id}`);
  const submissions = history.filter(({what}) => what === 'accepted' || what === 'submitted as well');
  const by = submissions.find(({what}) => what === 'accepted')?.by;
  return {headline, at: acceptedAt, by, mine: by === email,
    named: submissions.some((each) => each.by === email)};
}

const people = (rows) => h('ul', {class: 'people'}, rows.map((each) => h('li', null, h('strong', null, each.name), ` ${each.reason}`)));

function drawReach(reach, foreseen, read, copy) {
  const {known, first, similar, sentAt, reached, team, warnings, skipped, beside: also} = foreseen;
  if (known) {
    fill(reach, notice('warn',
        h('p', null, `This story was already submitted${first.mine ? ' by you' : first.by ? ` by ${first.by}` : ''} on ${when(first.at)}: `,
            h('a', {href: `#/placements/${known}`}, first.headline)),
        h('p', null, first.named ? 'Nobody gets a second email.'
            : 'Nobody gets a second email. You can add your name to it. Your note isn’t sent.')));
    return;
  }
  fill(reach,
      similar.map((each) => notice('warn',
          h('p', null, 'Is this the same story as ', h('a', {href: `#/placements/${each.id}`}, each.headline), ` in ${each.outlet}?`),
          read().url && button('Attach as a copy instead', () => copy(each), 'small'))),
      sentAt === null
          ? h('p', {class: 'figure'}, badge('Nobody', 'quiet'), ' gets an email. It’s kept as history.')
          : h('p', {class: 'figure'}, h('strong', null, `${reached} of ${team}`), team === 1 ? ' rep' : ' reps'),
      sentAt !== null && h('p', {class: 'hint'}, Date.parse(sentAt) > now() + 60_000
          ? `Goes out ${when(sentAt, read().zone)}.` : 'Goes out right away, one email each.'),
      warnings.map((each) => notice('warn', h('p', null, each.message))),
      skipped.length > 0 && [h('h3', null, `Skipped: ${skipped.length}`), people(skipped)],
      also.length > 0 && [h('h3', null, 'Also'), people(also)]);
}
