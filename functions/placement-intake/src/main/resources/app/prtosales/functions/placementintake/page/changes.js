// The changes that can be made to a placement. Each is a dialog that says what happens, who is emailed, and asks for a
// reason.

import {get, post, list} from './api.js';
import {dialog, field, reason} from './dialog.js';
import {h, fill, inPlainWords, listed, many, say, sentence, words} from './dom.js';
import {valueOf} from './history.js';
import {withoutRep} from './kit.js';
import {mail} from './mail.js';
import {beside} from './newer.js';
import {hasExpired, isOut} from './story.js';
import {QUESTIONS} from './answers.js';
import {FORMATS, TONES} from './terms.js';
import {keepOnOneLine} from './tidy.js';
import {day, instantOf, known, localOf, myZone, now, when} from './time.js';
import {zoneField} from './zone.js';

const COLORS = [['green', 'Green: may be forwarded'], ['amber', 'Amber: internal only'], ['red', 'Red: do not use']];
const MAXIMUM_REPS = 500;

const choice = (name, label, options, chosen) => field({name, label,
  control: h('select', null, options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)))});

const input = (name, label, attributes = {}, more = {}) =>
    field({name, label, ...more, control: h('input', {value: '', ...attributes})});

/** Who also gets an email if the change gives an expired story a later end. */
const ifUsableAgain = (placement) => (!hasExpired(placement) ? ''
    : placement.backfill ? 'sequence owners who confirmed it, if it’s usable again.'
    : 'sequence owners, if it’s usable again, and if it’s Green, distributors whose email was stopped when it expired.');

/** Who an email about the change goes to. A retraction does not wait until the story is out. */
function toWhom(placement, waits = true) {
  const {backfill, reached: {count = 0}} = placement;
  if (placement.status === 'distributing') return `Everyone who has the first email by then, in the same thread (${count} so far).`;
  if (isOut(placement)) return `Everyone who got the first email, in the same thread (${count} so far).`;
  const goesOutNow = !backfill && Date.parse(placement.publishedAt) <= now();
  if (goesOutNow) return 'Everyone who has the first email by then. It’s going out now.';
  if (!placement.copyIsOut) return 'Nobody yet. No emails have gone out.';
  return waits && !backfill ? 'Nobody yet. Once the story is out, everyone who got only an email about a copy of it.'
      : 'Everyone who got an email about a copy of it.';
}

function owners({responses}, names) {
  const confirmed = responses.filter((each) => each.kind === 'sequence').map((each) => names.sequence(each.sequence));
  const sequences = [...new Set(confirmed)];
  return sequences.length ? ` Also the ${sequences.length === 1 ? 'owner' : 'owners'} of ${listed(sequences)}.` : '';
}

/** The champions that PR, and no rep, is asked to tell about a retraction. */
function withoutEmail(placement, names) {
  const count = withoutRep(placement, names).length;
  return count ? ` PR is asked to tell ${many(count, 'champion')} whose rep has left.` : '';
}

export function turn(story) {
  const {placement, change} = story;
  const from = placement.forwardability;
  dialog({
    title: 'Change forwarding', action: 'Change and notify reps', about: 'Whether reps may forward the link.',
    fields: [choice('forwardability', 'New status', COLORS.filter(([value]) => value !== from)),
      reason('For example: promotional review cleared it.')],
    whom: () => toWhom(story.placement) + (from !== 'green'
        ? ' Changing to Green also asks the owners of matching sequences, even if they confirmed it before, and emails '
            + 'your distributors.'
        : isOut(story.placement) || story.placement.backfill
            ? ' Sequence owners are asked to take it out, or not to add it.' : ''),
    send: (values) => change('forwardability', {...values, from}, 'Changed.'),
  });
}

/** The fields of a correction, filled with the current values. */
async function correctable(placement) {
  const segments = await list('segments').then((rows) => rows.map((each) => [each.id, each.name]), () => []);
  const text = (name, label, rows) => {
    const control = h(rows ? 'textarea' : 'input', {...(rows && {rows}), value: placement[name] ?? ''});
    keepOnOneLine(control);
    return field({name, label, control});
  };
  // In the order in which they are stored, so that what nobody changed stays the same.
  const rank = (id) => (placement.segments.indexOf(id) + 1) || placement.segments.length + 1;
  const boxes = (segments.length ? segments
      : placement.segments.map((each) => [each, words(each)])).map(([value, title]) =>
    ({value, title, box: h('input', {type: 'checkbox', checked: placement.segments.includes(value)})}));
  const several = {
    ...field({name: 'segments', label: 'Segments', className: 'several', control: h('fieldset',
        {class: 'checks', 'aria-label': 'Segments'},
            boxes.map(({title, box}) => h('label', {class: 'check'}, box, title)))}),
    read: () => boxes.filter(({box}) => box.checked).map(({value}) => value).sort((one, other) => rank(one) - rank(other)),
    put: (chosen) => boxes.forEach(({value, box}) => { box.checked = chosen.includes(value); }),
  };
  const personas = {
    ...text('personas', 'Buyers’ roles, separated by commas'),
    read() { return this.control.value.split(',').map((each) => each.trim()).filter(Boolean); },
  };
  return [
    text('headline', 'Headline', '2'), text('url', 'Link'), text('outlet', 'Outlet'),
    choice('format', 'Format', FORMATS.map((each) => [each, words(each)]), placement.format),
    choice('tone', 'Tone', TONES.map((each) => [each, words(each)]), placement.tone),
    several, personas, text('note', 'Note to the reps', '2'), text('topic', 'Topic'),
        text('spokesperson', 'Spokesperson'),
    text('quote', 'Quote', '2'), text('whyItMatters', 'Why it matters', '2'),
    text('holdingLine', 'If a customer asks, what should reps say? (required for negative coverage)')];
}

/** The order of several values means nothing. */
const sorted = (value) => (Array.isArray(value) ? [...value].sort() : value);

const inText = (value) => (Array.isArray(value) ? value.join(', ') : value ?? '');

function putInto(field, value) {
  if (field.put) field.put(value);
  else field.control.value = inText(value);
}

export async function correct(story) {
  const {placement, names, change} = story;
  // The values that the person has seen, by field.
  const seen = {...placement};
  const same = (name, value) => inText(sorted(value)) === inText(sorted(seen[name]));
  const also = ifUsableAgain(placement);
  dialog({
    title: 'Correct this story', action: 'Correct and notify reps', wide: true,
    about: 'Change what was wrong and leave the rest. To change when it was published, use “Change publication time”.'
        + ' To change whether reps may forward it, use “Change forwarding”.',
    fields: [reason('Reps will read this. What was wrong?'), ...await correctable(placement)],
    whom: () => toWhom(story.placement) + owners(story.placement, names) + (also && ` Also ${also}`),
    send({reason: why, ...values}) {
      const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(name, value)));
      if (values.tone === 'negative' && !values.holdingLine && !placement.backfill && 'tone' in changed) {
        throw toFix([{field: 'holdingLine', message: 'Enter what reps should say.'}]);
      }
      if (Object.keys(changed).length === 0) throw new Error('Change what was wrong first. Reps would get an email that corrects nothing.');
      const from = Object.fromEntries(Object.keys(changed).map((name) => [name, seen[name] ?? '']));
      return change('correction', {...changed, from, reason: why}, 'Corrected.');
    },
    beside(newer, fields) {
      for (const {field, now: theirs, ...each} of newer) {
        const use = () => { seen[field] = theirs; };
        beside(fields[field], each, {names, use, says: valueOf(field, inText(theirs), names) || 'Nothing', keep() {
          use();
          putInto(fields[field], theirs);
        }});
      }
    },
  });
}

/** The error of a field, found before anything is sent. */
const toFix = (errors) => Object.assign(new Error('Fix the marked fields.'), {errors});

export function move(story) {
  const {placement: {publishedAt: at, zone: of, dateOnly}, names, change} = story;
  let seen = {publishedAt: at, zone: of};
  const [date, time] = localOf(Date.parse(at), known(of)).split('T');
  dialog({
    title: 'Change publication time', action: 'Change it',
    about: 'The deadline, warnings, and result move with it. We keep both versions.',
    fields: [input('publishedAt', 'Published on', {type: 'date', value: date}),
      input('time', 'At', {type: 'time', value: dateOnly ? '' : time}, {optional: true}),
      zoneField({label: 'Outlet’s time zone', value: known(of ?? myZone)}),
          reason('Required once the deadline has passed.')],
    whom: () => story.placement.status === 'scheduled' ? 'Every active rep, at the new time. If it has passed, right away.'
        : sentence(ifUsableAgain(story.placement)) || 'Nobody.',
    send({publishedAt, time: hour, zone, reason: why}) {
      const local = hour ? `${publishedAt}T${hour}` : publishedAt;
      const {missing} = instantOf(local, zone);
      if (missing) throw toFix([{field: 'publishedAt', message: missing}]);
      return change('publication', {publishedAt: local, zone, from: seen, ...(why && {reason: why})}, 'Changed.');
    },
    beside(newer, fields) {
      const theirs = {...seen, ...Object.fromEntries(newer.map(({field, now: value}) => [field, value]))};
      const use = () => { seen = theirs; };
      beside(fields.publishedAt, newer[0], {names, use, says: when(theirs.publishedAt, theirs.zone), keep() {
        use();
        const [on, hour] = localOf(Date.parse(theirs.publishedAt), known(theirs.zone)).split('T');
        fields.publishedAt.control.value = on;
        fields.time.control.value = hour.startsWith('00:00') ? '' : hour.slice(0, 5);
        fields.zone.put(known(theirs.zone));
      }});
    },
  });
}

/** @param copy a placement that looks like a copy of this one */
export function attach({change}, copy) {
  const element = dialog({
    title: 'Attach a copy', action: 'Attach',
        about: 'The same story elsewhere. The deadline stays with the first publication.',
    fields: [input('url', 'Its link'), input('outlet', 'Its outlet', {value: copy?.outlet ?? ''}),
        reason('For example: syndicated, same text.')],
    whom: 'Nobody. If the copy was submitted separately, its remaining emails are canceled.',
    send: (values) => change('copies', values, 'Attached.'),
  });
  if (!copy) return;
  get(`placements/${copy.id}`).then(({url}) => { element.querySelector('[name=url]').value ||= url ?? ''; }, () => {});
}

export function exempt({placement, change}) {
  dialog({
    title: 'Mark as exempt', action: 'Mark as exempt', about: 'It shows as Exempt, never as Yes.',
    fields: [choice('question', 'Question', [['', 'Choose one'], ...QUESTIONS.slice(1)], ''),
        reason('For example: an award, which sequences don’t use.'),
      input('name', 'Who decided', {}, {optional: true})],
    whom: 'Nobody.',
    send({name, ...values}) {
      if (!values.question) throw toFix([{field: 'question', message: 'Choose a question'}]);
      const done = placement.audit[values.question] === 'exempt' ? 'It was exempt already. This is its reason now.' : 'Marked as exempt.';
      return change('exemption', name ? {...values, name} : values, done);
    },
  });
}

/** Who is asked to act, by the question that applies again. */
const ACTS_AGAIN = {
  inActiveSequence: 'Owners of matching sequences who haven’t answered, if it’s Green.',
  referencedInDeal: 'Reps with an open deal whose champion doesn’t have the kit, if it’s Green.',
};

export function undoExemption({placement: {exemptions}, change}) {
  const questions = new Map(QUESTIONS);
  const exempt = exemptions.map(({question}) => [question, questions.get(question)]);
  const question = choice('question', 'Question', exempt, exempt[0][0]);
  question.control.addEventListener('change', () => dispatchEvent(new Event('fresh')));
  dialog({
    title: 'Undo the exemption', action: 'Undo exemption',
    about: 'The question is answered again. If a weekly email called it exempt, the next one shows what changed.',
    fields: [question, reason('For example: marked by mistake.'), input('name', 'Who decided', {}, {optional: true})],
    whom: () => ACTS_AGAIN[question.control.value],
    send: ({name, ...values}) => change('exemption', {...values, ...(name && {name}), undo: true}, 'Not exempt anymore.'),
  });
}

const whenAsked = ({status, forwardability}) => (status === 'scheduled' ? 'once it is published and Green'
    : forwardability === 'green' ? 'now' : 'once it is Green');

export async function choose(story) {
  const {change} = story;
  const rows = (await list('sequences')).filter((each) => (each.status ?? 'active') === 'active' && each.stages.length > 0);
  if (rows.length === 0) {
    say('There are no active sequences. Add one under Lists.');
    return;
  }
  const pick = choice('sequence', 'Sequence', [['', 'Choose one'], ...rows.map((each) => [each.id, each.name])], '');
  const stage = choice('stage', 'Stage', [['', 'Choose the sequence first']], '');
  const owner = h('p', {class: 'hint'});
  pick.control.addEventListener('change', () => {
    const chosen = rows.find((each) => each.id === pick.control.value);
    fill(stage.control, chosen ? chosen.stages.map((each) => h('option', {value: each}, each))
        : h('option', {value: ''}, 'Choose the sequence first'));
    fill(owner, chosen && `Its owner is ${chosen.owner}.`);
  });
  pick.element.append(owner);
  dialog({
    title: 'Choose a sequence', action: 'Ask its owner',
    about: 'For a story that no rule covers. It counts once the sequence’s owner confirms it.',
    fields: [pick, stage, reason('The owner will read this. Why does it fit there?')],
    whom: () => `The owner of the sequence, ${whenAsked(story.placement)}.`,
    send(values) {
      const missing = [!values.sequence && {field: 'sequence', message: 'Choose a sequence'},
        !values.reason && {field: 'reason', message: 'Enter a reason'}].filter(Boolean);
      if (missing.length > 0) throw toFix(missing);
      return change('sequence', values, 'Chosen.');
    },
  });
}

export function renew({placement, names, change}) {
  const lastDay = (end) => localOf(Date.parse(end) - 1, known(placement.zone)).slice(0, 10);
  let {expiresAt} = placement;
  dialog({
    title: 'Expiration', action: 'Set date',
    about: 'The last day this story may be used. Two weeks before, we ask the PR owner whether it’s still true.'
        + ' After that, it comes out of sequences and its kit closes.',
    fields: [input('until', 'Last day', {type: 'date', value: lastDay(expiresAt)}),
        reason('For example: still true, uses this year’s figures.')],
    whom: sentence(ifUsableAgain(placement)) || 'Nobody right now.',
    send: (values) => change('shelf-life', {...values, from: {expiresAt}}, 'Date set.'),
    beside([{now: theirs, ...each}], {until}) {
      const use = () => { expiresAt = theirs; };
      beside(until, each, {names, use, says: day(Date.parse(theirs) - 1, placement.zone), keep() {
        use();
        until.control.value = lastDay(theirs);
      }});
    },
  });
}

export function resend(story) {
  const {names, change} = story;
  const whom = ({reached: {missing = []}}) =>
    (missing.length ? missing.map(({rep, reason}) => `${names.rep(rep)}${reason ? ` (${reason})` : ''}`).join(', ')
        : 'Nobody. Every rep has it.');
  dialog({
    title: 'Send again', action: 'Send again',
    about: 'Only to reps who don’t have it and have no email on the way. An address on hold gets nothing: fix it, or mark it '
        + 'as working, first.',
    fields: [reason('For example: we fixed the addresses.')],
    whom: () => whom(story.placement),
    send: (values) => change('resend', values, 'Sending it again to everyone who can be emailed.'),
  });
}

export function retract(story) {
  const {names, change} = story;
  dialog({
    title: 'Retract this story', action: 'Retract and notify reps', danger: true,
    about: 'It turns Red, and reps are told to stop using it. You can’t undo this. Everything recorded so far stays.',
    fields: [reason('Reps will read this. Why should they stop?')],
    whom: () => toWhom(story.placement, false) + owners(story.placement, names) + withoutEmail(story.placement, names),
    send: (values) => change('retraction', values, 'Retracted.'),
  });
}

export function withdraw({change}) {
  dialog({
    title: 'Withdraw this story', action: 'Withdraw', danger: true,
    about: 'Nobody has heard about it yet. Everything is canceled, and a record stays.',
    fields: [reason('For example: the outlet dropped the story.')], whom: 'Nobody.',
    send: (values) => change('withdrawal', values, 'Withdrawn.'),
  });
}

export async function preview({placement: {id}}) {
  const shown = mail();
  const problem = h('p', {class: 'hint'});
  const rows = await list('reps').catch(() => []);
  const as = h('select', {'aria-label': 'As seen by'},
      rows.filter((each) => each.active !== false).slice(0, MAXIMUM_REPS)
      .map((each) => h('option', {value: each.id}, each.name)));
  const look = () => post(`placements/${id}/preview`, as.value ? {rep: as.value} : {}).then((answer) => {
    fill(problem);
    shown.show(answer);
  }, (failure) => fill(problem, inPlainWords(failure)));
  as.addEventListener('change', look);
  dialog({title: 'The email', wide: true,
    content: h('div', null, h('div', {class: 'row'}, h('span', {class: 'hint'}, 'As seen by'), as), problem,
        shown.element)});
  look();
}
