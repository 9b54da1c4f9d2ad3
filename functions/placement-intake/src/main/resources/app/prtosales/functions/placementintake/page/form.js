// The form: a placement in under 90 seconds. A draft stays in this browser until it is submitted.

import {who, has, get, post, goSignIn} from './api.js';
import {wrong, dialog, reason} from './dialog.js';
import {h, fill, button, inPlainWords, notice, say, quiet, WRONG} from './dom.js';
import {begin, save, sent, holds, clear, cleared, isDraft, TYPED} from './draft.js';
import {formFields, EMPTY} from './fields.js';
import {beside, firstOf} from './foresee.js';
import {askToSignIn, loadSegments} from './segments.js';
import {addPickers} from './suggestions.js';
import {summary} from './summary.js';
import {blockEnter} from './tidy.js';
import {instantOf, isFar, isOdd, myZone, isZone, now, when, DAY} from './time.js';

const NOTE = 160;
const OPTIONAL = ['url', 'topic', 'spokesperson', 'quote', 'whyItMatters', 'holdingLine'];
const REQUIRED = {outlet: 'Outlet', format: 'Format', headline: 'Headline', publishedAt: 'Date', zone: 'Time zone', segments: 'Segments',
  note: 'Note', holdingLine: 'What reps should say'};
/** The fields whose errors a change of one field may fix. */
const MENDS = {date: ['publishedAt', 'zone'], time: ['publishedAt', 'zone'], zone: ['publishedAt', 'zone'],
  tone: ['tone', 'holdingLine', 'forwardability']};

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
  const side = beside({read, copy: copyOf, refused: (problem) => show422(problem, () => true)});
  const errors = h('div', {class: 'notice bad', role: 'alert', hidden: true, tabindex: '-1'});
  const bar = summary({signedIn: Boolean(person), may, preview: () => side.preview(),
    focus: (name) => focusOn(fields[name].control)});
  const {send} = bar;
  const before = h('div');
  const form = h('form', {novalidate: true, class: 'sheet'},
      before, errors, parts.story, parts.sure, parts.past, parts.audience, parts.use, parts.sequence, parts.more,
      bar.element, h('div', null, button('Clear the form', empty, 'quiet')));
  let foreseen = null;
  let stopped = false;
  let showSequences = () => {};

  fill(main, h('div', {class: 'head'}, h('h1', null, 'New placement'),
      h('p', {class: 'lead'}, 'Get it to every rep within 24 hours of publication. It takes about a minute.')),
  person && !may && notice('warn', h('p', null, `You’re signed in as ${person.email}. You can look around, but only PR can submit.`)),
  h('div', {class: 'split'}, form, side.element));
  offerUndo();

  const value = (name) => fields[name].read?.() ?? fields[name].control.value.trim();
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`)?.value;

  function read() {
    const [date, time] = [value('date'), value('time')];
    const body = {
      outlet: value('outlet'), headline: value('headline'), format: value('format'), publishedAt: date && time ? `${date}T${time}` : date,
      zone: value('zone'), segments: draft.segments, note: value('note'), forwardability: chosen('forwardability') ?? 'amber',
      tone: chosen('tone') ?? 'positive',
    };
    for (const name of OPTIONAL) if (value(name) && (name !== 'holdingLine' || body.tone === 'negative')) body[name] = value(name);
    const personas = value('personas').split(',').map((each) => each.trim()).filter(Boolean);
    if (personas.length) body.personas = personas;
    if (isPast() && chosen('backfill')) body.backfill = chosen('backfill') === 'true';
    return body;
  }

  const published = () => instantOf(value('time') ? `${value('date')}T${value('time')}` : value('date'), value('zone'));

  const isPast = () => {
    const {at} = published();
    return at !== null && now() - at > 30 * DAY;
  };

  const isYearOdd = () => isOdd(value('date'));

  const isHistory = () => isPast() && chosen('backfill') === 'true';

  /** Whether people would get an email about a date far from today, which must be confirmed. */
  const isInDoubt = (at) => !isYearOdd() && isFar(at) && (at > now() || chosen('backfill') === 'false');

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

  /** Identifies the story. */
  const identity = () => JSON.stringify(['url', 'outlet', 'headline'].map(value));

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

  /** A group of checkboxes is focused at its first one. */
  function focusOn(control) {
    (control.matches('fieldset') ? control.querySelector('input, button') ?? errors : control).focus();
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

  /** What is still needed before submitting, as far as the form knows: field names and what to do. */
  function missing() {
    const body = read();
    const names = Object.keys(REQUIRED).filter((name) => !body[name]?.length
        && (name !== 'holdingLine' || body.tone === 'negative' && !body.backfill));
    const lacking = names.map((name) => ({name, label: REQUIRED[name]}));
    if (body.zone && !isZone(body.zone)) lacking.push({name: 'zone', label: REQUIRED.zone});
    if ([...body.note].length > NOTE) lacking.push({name: 'note', label: 'a shorter note'});
    if (isYearOdd()) lacking.push({name: 'date', label: 'the right year'});
    else if (isPast() && !chosen('backfill')) lacking.push({name: 'backfill', label: 'keep this older story or send it'});
    if (isInDoubt(published().at) && !fields.sure.control.checked) lacking.push({name: 'sure', label: 'whether the date is right'});
    return lacking;
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
      settle(() => true);
      tick();
    } catch (problem) {
      if (mine !== latest) return;
      if (problem.status === 422) {
        show422(problem, (name) => touched.has(name));
        const still = new Set(problem.errors.map((error) => error.field.replace(/\[.*/, '')));
        settle((name) => !still.has(name));
      } else side.tell(inPlainWords(problem));
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

  /** Clears the errors of these fields, and the summary once no error is left. */
  function settle(isRight) {
    for (const [name, each] of Object.entries(fields)) {
      if (!each.error.hidden && isRight(name) && (each !== fields.publishedAt || isRight('publishedAt'))) wrong(each, null);
    }
    if (Object.values(fields).every((each) => each.error.hidden) && errors.querySelector('a') === null) errors.hidden = true;
  }

  /** Whether a rejected field may be valid now, as far as the form knows. */
  const mayBeRight = (name) => (name === 'note' ? value('note') !== '' && [...value('note')].length <= NOTE
      : !(name in REQUIRED) || filledIn(name));

  const filledIn = (name) => Boolean(read()[name]?.length);

  /** The error in the form's own words, where it has any. */
  const inForm = (name, error) => ((name === 'segments' || !filledIn(name)) && EMPTY[name])
      || (name === 'publishedAt' && published().missing || error.message);

  function show422(problem, wanted) {
    const others = [];
    for (const error of problem.errors ?? []) {
      const name = error.field.replace(/\[.*/, '');
      if (!fields[name]) others.push(error);
      else if (wanted(name)) wrong(fields[name], inForm(name, error));
    }
    return others;
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
      wrong(fields.publishedAt, 'Check the year. It can be from 2000 to a year from now.');
      focusOn(fields.publishedAt.control);
      return;
    }
    if (!parts.sure.hidden && !fields.sure.control.checked) {
      wrong(fields.sure, 'Check the date, and confirm it if it’s right.');
      focusOn(fields.sure.control);
      return;
    }
    if (current()?.known && foreseen.first.named) {
      location.hash = `#/placements/${foreseen.known}`;
      return;
    }
    send.setAttribute('aria-disabled', 'true');
    tick();
    Object.values(fields).forEach((each) => wrong(each, null));
    errors.hidden = true;
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
    errors.hidden = false;
    errors.className = 'notice bad';
    if (problem.status === 409 && problem.body.id) {
      errors.className = 'notice good';
      if (foreseen?.first) foreseen.first.named = true;
      fill(errors, h('p', null, 'This story was already submitted. We added your name to it, and nobody gets a second email. ',
          'Your note wasn’t sent; it’s still in the form. ',
          h('a', {href: `#/placements/${problem.body.id}`}, 'Open the first one')));
      errors.focus();
      return;
    }
    const others = show422(problem, () => true);
    const at = [...new Set(Object.values(fields))].filter((each) => !each.error.hidden)
        .sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const fix = `Please fix ${at.length === 1 ? 'one field' : `${at.length} fields`}.`;
    fill(errors, (at.length > 0 || others.length === 0) && h('p', null, at.length ? fix : inPlainWords(problem)),
        others.map((each) => h('p', null, each.message)));
    if (at[0]) {
      focusOn(at[0].control);
    } else errors.focus();
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
    const mended = MENDS[name] ?? [name];
    settle((each) => mended.includes(each) && mayBeRight(each));
    changed();
  });
  // A checkbox counts once its change event fires. A field that is removed with the form fires one too.
  form.addEventListener('change', ({target}) => {
    if (left) return;
    settle((each) => each === target.name && mayBeRight(each));
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
