// The bar with Submit, always visible: what will happen, or what is still missing.

import {h, fill, button} from './dom.js';
import {when} from './time.js';

const reps = (count) => (count === undefined ? 'Reps' : count === 1 ? '1 rep' : `${count} reps`);
const gets = (count) => (count === 1 ? 'gets' : 'get');

/** What submitting will do, in a sentence. */
function comes({history, later, at, zone, stopped, foreseen}) {
  if (foreseen?.known) return 'Already submitted. Nobody gets a second email.';
  if (history) return 'Nobody gets an email.';
  const whom = `${reps(foreseen?.reached)} ${gets(foreseen?.reached)} it`;
  if (later) return `${whom} when it’s published: ${when(at, zone)}`;
  return stopped ? `${whom} once sales ops resumes emails` : foreseen ? `${whom} now` : '';
}

/**
 * @param focus focuses the field with this name
 * @return the bar, and `show`, which takes the current state of the form
 */
export function summary({signedIn, may, focus, preview}) {
  const send = h('button', {type: 'submit', class: 'primary big'}, 'Sign in to submit');
  const text = h('span', {class: 'comes'}, signedIn ? '' : 'We keep your draft in this browser.');
  const lacks = button('', () => focus(lacks.dataset.first), 'lacks');
  const look = button('Preview', preview, 'small');
  const element = h('div', {class: 'submit', role: 'group', 'aria-label': 'Submit'},
      h('div', {class: 'outcome', 'aria-live': 'polite'}, lacks, text), look, send);
  lacks.hidden = true;
  look.hidden = true;
  const put = (into, text) => {
    if (into.textContent !== text) fill(into, text);
  };
  return {element, send, show(known) {
    look.hidden = !known.foreseen;
    if (!signedIn) return;
    put(
      send,
      known.sending ? 'Submitting …'
        : known.foreseen?.known
        ? known.foreseen.first.named
          ? 'Open the story'
          : 'Add my name to it'
        : known.history
          ? 'Save as history'
          : known.later
            ? 'Submit for later'
            : 'Submit and email the team'
    );
    const {missing} = known;
    lacks.hidden = missing.length === 0 || !may;
    text.hidden = !lacks.hidden;
    if (!may) put(text, 'Only PR can submit.');
    else if (missing.length === 0) put(text, comes(known));
    else {
      lacks.dataset.first = missing[0].name;
      const names = missing.slice(0, 3).map((each) => each.label).join(', ');
      const heading = `${missing.length === 1 ? '1 thing' : `${missing.length} things`} still missing`;
      if (lacks.title !== `${heading}: ${names}`) {
        lacks.title = `${heading}: ${names}`;
        fill(lacks, heading, h('span', {class: 'which'}, `: ${names}${missing.length > 3 ? ' …' : ''}`));
      }
    }
  }};
}
