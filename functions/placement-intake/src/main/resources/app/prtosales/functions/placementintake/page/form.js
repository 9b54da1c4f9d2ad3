// The form: a placement in under 90 seconds. A draft stays in this browser until it is submitted.

import {who, has, get, post, goSignIn} from './api.js';
import {dialog, reason} from './dialog.js';
import {h, fill, button, inPlainWords, notice, say, quiet, WRONG} from './dom.js';
import {begin, save, sent, holds, clear, cleared, isDraft, TYPED} from './draft.js';
import {formFields} from './fields.js';
import {beside, firstOf} from './foresee.js';
import {formErrors} from './formerrors.js';
import {formValues, NOTE} from './formvalues.js';
import {askToSignIn, loadSegments} from './segments.js';
import {addPickers} from './suggestions.js';
import {summary} from './summary.js';
import {blockEnter} from './tidy.js';
import {myZone, now, when} from './time.js';

/**
 * What happens to a story that was accepted, in words.
 * @param known the same story, if it was known before this one was sent
 */
function whatHappens(placement, known) {
  return placement.takenBack ? 'You submitted this story before. Its page shows its current status.'
      : known === placement.id ? 'You submitted this story before. Nobody gets a second email.'
      : placement.backfill ? 'Saved as history. Nobody gets an email.'
      : placement.warnings.some((each) => each.field === 'sending')
          ? 'Submitted. It hasn’t gone out yet, because emails to reps are stopped.'
      : Date.parse(placement.publishedAt) > now()
          ? `Submitted. Reps get it when it’s published: ${when(placement.publishedAt, placement.zone)}.`
      : 'Submitted. Emails are on their way to your reps.';
}

export async function show(main, {refresh}) {
  const draft = {zone: myZone, forwardability: 'amber', tone: 'positive', segments: [], ...begin()};
  const person = who();
  const may = has('pr');
  const maySee = Boolean(person) && has('pr', 'ops');
  const touched = new Set();
  const {fields, parts} = formFields(draft);
  const form = h('form', {novalidate: true, class: 'sheet'});
  const values = formValues({form, fields, draft});
  const {value, chosen, read, published, isPast, isYearOdd, isHistory, isInDoubt, identity, missing} = values;
  const errors = formErrors({fields, values});
  const side = beside({read, copy: copyOf, refused: (problem) => errors.mark(problem, () => true)});
  const bar = summary({signedIn: Boolean(person), may, preview: () => side.preview(),
    focus: (name) => errors.focusOn(fields[name].control)});
  const {send} = bar;
  const before = h('div');
  fill(form, before, errors.element, parts.story, parts.sure, parts.past, parts.audience, parts.use, parts.sequence, parts.more,
      bar.element, h('div', null, button('Clear the form', empty, 'quiet')));
  let foreseen = null;
  let stopped = false;
  let showSequences = () => {};

  fill(main, h('div', {class: 'head'}, h('h1', null, 'New placement'),
      h('p', {class: 'lead'}, 'Get it to every rep within 24 hours of publication. It takes about a minute.')),
  person && !may && notice('warn', h('p', null, `You’re signed in as ${person.email}. You can look around, but only PR can submit.`)),
  h('div', {class: 'split'}, form, side.element));
  offerUndo();

  /** Clears the confirmation when the date changes. */
  function askIfSure(at, zone) {
    parts.sure.hidden = !isInDoubt(at);
    if (parts.sure.hidden) return;
    const text = at > now() ? `Yes, send it ${when(at, zone)}.` : `Yes, it was published ${when(at, zone)}. Send it now.`;
    const {question, control} = fields.sure;
    if (question.textContent === text) return;
    question.textContent = text;
    control.checked = false;
  }

  /** The preview; a duplicate that it found is ignored once a different story is typed. */
  const current = () => (foreseen?.known && foreseen.of !== identity() ? {...foreseen, known: null} : foreseen);

  function keep() {
    for (const name of TYPED) draft[name] = fields[name].read?.() ?? fields[name].control.value;
    for (const name of ['forwardability', 'tone', 'backfill']) draft[name] = chosen(name) ?? draft[name];
    save(draft);
  }

  function empty() {
    keep();
    clear();
    return refresh();
  }

  function offerUndo() {
    const was = cleared();
    if (draft.duplicated) {
      delete draft.duplicated;
      save(draft);
      offerBack(was, 'This is a duplicate. Add its link and its date, and change what differs.');
    } else if (isDraft(was)) offerBack(was, 'The form is empty.');
  }

  function offerBack(was, what) {
    const undo = button('Undo', () => {
      save(was);
      refresh().then(() => say('Your draft is back.'));
    }, 'small');
    undo.addEventListener('focus', () => before.scrollIntoView({block: 'center'}), {once: true});
    fill(before, notice('quiet', h('div', {class: 'row'}, h('p', {class: 'grow'}, what), isDraft(was) && undo)));
    if (isDraft(was)) setTimeout(() => undo.focus());
    say(what);
    form.addEventListener('input', () => fill(before), {once: true});
  }

  function tick() {
    const {at, missing: gap, twice} = published();
    const story = read();
    document.getElementById('moment').textContent = gap
        ? gap
        : twice ? 'That time happened twice there. We’ll use the earlier one.'
        : at !== null && !value('time') ? 'With only a date, the 24 hours start at midnight there.' : '';
    parts.past.hidden = !isPast() || isYearOdd();
    askIfSure(at, story.zone);
    document.getElementById('holding').hidden = story.tone !== 'negative';
    bar.show({sending: send.getAttribute('aria-disabled') === 'true', missing: missing(), history: isHistory(),
      later: at !== null && at > now(), at, zone: story.zone, stopped, foreseen: current()});
    side.tick(at, story.zone, isPast(), current()?.known);
    showSequences(story);
  }

  function count() {
    const length = [...fields.note.control.value].length;
    fill(fields.note.counter, `${length} of ${NOTE}`);
    fields.note.counter.classList.toggle('over', length > NOTE);
  }

  let latest = 0;

  async function foresee() {
    if (!maySee) {
      side.wait('Sign in to see who gets it, who doesn’t, and why.', 'Sign in to see it the way a rep will.');
      return;
    }
    const lacking = missing();
    if (lacking.length) {
      side.wait(`Still needed: ${lacking.map((each) => each.label).join(', ')}.`,
          'You’ll see the exact email here once the form is complete.');
      return;
    }
    const mine = ++latest;
    try {
      const of = identity();
      const answer = await post('placements/preview', side.request());
      const {known} = answer.foreseen;
      if (known) answer.foreseen.first = await firstOf(known, person.email);
      if (mine !== latest) return;
      foreseen = Object.assign(answer.foreseen, {of});
      side.show(answer, isHistory());
      errors.settle(() => true);
      tick();
    } catch (problem) {
      if (mine !== latest) return;
      if (problem.status === 422) errors.update(problem, touched);
      else side.tell(inPlainWords(problem));
    }
  }

  function copyOf(similar) {
    dialog({
      title: 'Attach as a copy', action: 'Attach', about: `${similar.headline}, ${similar.outlet}`,
      fields: [reason('For example: syndicated, same text.')],
      whom: 'Nobody. The deadline stays with the first publication.',
      async send({reason: why}) {
        await post(`placements/${similar.id}/copies`, {url: read().url, outlet: read().outlet, reason: why});
        sent(draft);
        location.hash = `#/placements/${similar.id}`;
        say('Attached. The deadline stays with the first publication.');
      },
    });
  }

  async function submit(event) {
    event.preventDefault();
    keep();
    if (!who()) {
      goSignIn();
      return;
    }
    if (send.getAttribute('aria-disabled') === 'true') return;
    if (isYearOdd()) {
      errors.stopAt(fields.publishedAt, 'Check the year. It can be from 2000 to a year from now.');
      return;
    }
    if (!parts.sure.hidden && !fields.sure.control.checked) {
      errors.stopAt(fields.sure, 'Check the date, and confirm it if it’s right.');
      return;
    }
    if (current()?.known && foreseen.first.named) {
      location.hash = `#/placements/${foreseen.known}`;
      return;
    }
    send.setAttribute('aria-disabled', 'true');
    tick();
    errors.clear();
    const body = read();
    const text = JSON.stringify(body);
    if (draft.sent !== text) Object.assign(draft, {sent: text, key: crypto.randomUUID()});
    save(draft);
    const submitted = {...draft};
    const known = foreseen?.known;
    try {
      accepted(await post('placements', body, {'idempotency-key': draft.key}), submitted, known);
    } catch (problem) {
      const kept = holds(submitted) ? ' It’s still in the form.' : '';
      if (left) say(`“${body.headline}” wasn’t submitted. ${inPlainWords(problem)}${kept}`, {stays: true});
      else refused(problem);
    } finally {
      send.removeAttribute('aria-disabled');
      if (!left) tick();
    }
  }

  /**
   * A person who has left the form in the meantime stays where they are.
   * @param known the same story, if it was known before this one was sent
   */
  function accepted(placement, submitted, known) {
    const {id, warnings} = placement;
    if (!id || !warnings) throw new Error(WRONG);
    const changed = sent(submitted);
    sessionStorage.setItem('accepted', JSON.stringify({id, warnings}));
    if (!left) location.hash = `#/placements/${id}`;
    if (changed) {
      say('Submitted, without what you changed after that. Your changes are still in the form. To make them, use “Correct”.', {stays: true});
      return;
    }
    say(whatHappens(placement, known));
  }

  function refused(problem) {
    if (problem.status !== 409 || !problem.body.id) {
      errors.show(problem);
      return;
    }
    if (foreseen?.first) foreseen.first.named = true;
    errors.tellInstead(h('p', null, 'This story was already submitted. We added your name to it, and nobody gets a second email. ',
        'Your note wasn’t sent; it’s still in the form. ',
        h('a', {href: `#/placements/${problem.body.id}`}, 'Open the first one')));
  }

  const soon = quiet(500, foresee);
  let unwatch = null;
  let left = false;

  function changed() {
    // The response may arrive after the person has left the form.
    if (left) return;
    keep();
    count();
    tick();
    soon();
  }

  /** Loads what the form needs from the lists; each part appears when it arrives. */
  function load() {
    const segments = document.getElementById('segments');
    if (!person) {
      askToSignIn(segments);
      return;
    }
    loadSegments(segments, draft, {isGone: () => left, shown() {
      tick();
      foresee();
    }});
    get('sending').then(({stopped: isStopped}) => {
      stopped = isStopped;
    }, () => {});
    side.offerReps().catch(() => {});
    addPickers(fields, parts.sequence).then((showing) => {
      showSequences = showing;
      if (!left) tick();
    }, () => {});
    if (may) {
      import('./lookup.js').then(({watch}) => {
        if (!left) unwatch = watch({form, fields, draft, attach: copyOf, changed});
      });
    }
  }

  form.addEventListener('submit', submit);
  blockEnter(form);
  form.addEventListener('input', ({target: {name}}) => {
    if (fields[name]) touched.add(name === 'date' || name === 'time' ? 'publishedAt' : name);
    errors.changed(name);
    changed();
  });
  // A checkbox counts once its change event fires. A field that is removed with the form fires one too.
  form.addEventListener('change', ({target}) => {
    if (left) return;
    errors.chosen(target.name);
    keep();
    tick();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  side.reps.addEventListener('change', foresee);
  count();
  load();
  tick();
  foresee();
  const ticking = setInterval(tick, 1000);
  return () => {
    left = true;
    clearInterval(ticking);
    unwatch?.();
  };
}
