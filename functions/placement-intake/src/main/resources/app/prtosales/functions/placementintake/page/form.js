// The form: a placement in under 90 seconds. A draft stays in this browser until it is sent.

import {who, has, get, post, list, goSignIn} from './api.js';
import {field, wrong, dialog, reason} from './dialog.js';
import {h, fill, card, button, notice, say, quiet, badge, words} from './dom.js';
import {mail} from './mail.js';
import {instantOf, inThreeZones, myZone, isZone, now, span, when, DAY} from './time.js';
import {zoneField} from './zone.js';

const DRAFT = 'draft';
const FORMATS = ['news-mention', 'feature', 'byline', 'interview', 'podcast', 'tv-radio', 'award', 'analyst-report', 'webinar', 'sponsored'];
const NOTE = 160;
const OPTIONAL = ['url', 'topic', 'spokesperson', 'quote', 'whyItMatters', 'holdingLine'];
const REQUIRED = {outlet: 'Outlet', headline: 'Headline', format: 'Format', publishedAt: 'Date', zone: 'Zone', segments: 'Segments', note: 'Note', holdingLine: 'What reps should say'};

// Of this tab first, for another one may hold another story; one that was closed leaves its draft to the next.
const save = (draft) => [sessionStorage, localStorage].forEach((store) => store.setItem(DRAFT, JSON.stringify(draft)));
const forget = () => {
  sessionStorage.setItem(DRAFT, '{}');
  localStorage.removeItem(DRAFT);
};
const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT) ?? localStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
};

const input = (attributes) => h('input', {type: 'text', autocomplete: 'off', ...attributes});

export async function show(main, {refresh}) {
  const draft = {zone: myZone, forwardability: 'amber', tone: 'positive', segments: [], ...stored()};
  const person = who();
  const may = has('pr');
  const fields = {};
  const touched = new Set();
  const add = (made) => {
    fields[made.name] = made;
    return made.element;
  };
  const text = (name, label, more = {}) => add(field({name, label, hint: more.hint, optional: more.optional, className: more.className,
    control: h(more.rows ? 'textarea' : 'input', {
      ...(more.rows ? {rows: more.rows} : {type: more.type ?? 'text'}), autocomplete: 'off', value: draft[name] ?? '', ...more.attributes,
    })}));

  const choices = (name, legend, options, hint) => {
    const error = h('p', {class: 'error', id: `${name}-error`, hidden: true});
    const element = h('fieldset', {class: 'field', 'aria-describedby': `${name}-error`}, h('legend', null, legend),
        h('div', {class: 'choices'}, options.map(([value, title, about]) => h('label', {class: `choice ${value}`},
            h('input', {type: 'radio', name, value, checked: String(draft[name]) === value}),
            h('span', null, h('strong', null, title), about && h('small', null, about))))),
        hint && h('p', {class: 'hint'}, hint), error);
    fields[name] = {name, element, error, control: element};
    return element;
  };

  const segments = h('fieldset', {class: 'field', 'aria-describedby': 'segments-hint segments-error'},
      h('legend', null, 'Most relevant for'),
      h('div', {class: 'checks', id: 'segments'}),
      h('p', {class: 'hint', id: 'segments-hint'}, 'Every rep gets it. Segments tell each rep whether it fits their accounts.'));
  fields.segments = {name: 'segments', control: segments, error: h('p', {class: 'error', id: 'segments-error', hidden: true})};
  segments.append(fields.segments.error);

  const counter = h('span', {class: 'counter'});
  const clock = h('div', {class: 'clock'});
  const reach = h('div');
  const shown = mail();
  const mailBox = h('div', {hidden: true}, shown.element);
  const mailHint = h('p', {class: 'hint'});
  const test = button('Send a test to myself', testToMe, 'small');
  test.hidden = true;
  const reps = h('select', {'aria-label': 'As which rep sees it', hidden: true});
  const errors = h('div', {class: 'notice bad', role: 'alert', hidden: true, tabindex: '-1'});
  const send = h('button', {type: 'submit', class: 'primary big'}, 'Sign in to submit');
  const next = h('span', {class: 'hint'}, 'We keep your draft in this browser.');

  const form = h('form', {novalidate: true, class: 'sheet'},
      errors,
      card(null,
          text('url', 'Link', {type: 'url', optional: true, hint: 'Paste it, and we’ll fill in the rest from the page. Leave it blank for print and broadcast.',
            attributes: {inputmode: 'url', placeholder: 'https://', autofocus: true}}),
          h('div', {class: 'pair'}, text('outlet', 'Outlet', {attributes: {placeholder: 'Becker’s Hospital Review'}}),
              add(field({name: 'format', label: 'Format', control: h('select', null, h('option', {value: ''}, 'Choose …'),
                  FORMATS.map((each) => h('option', {value: each}, words(each))))}))),
          text('headline', 'Headline', {rows: '2'}),
          h('div', {class: 'triple'},
              add(field({name: 'date', label: 'Published on', control: input({type: 'date', value: draft.date ?? ''})})),
              add(field({name: 'time', label: 'At', optional: true, control: input({type: 'time', value: draft.time ?? ''})})),
              add(zoneField({label: 'Outlet’s time zone', value: draft.zone}))),
          h('p', {class: 'hint', id: 'moment', 'aria-live': 'polite'})),
      card(null, segments,
          add(field({name: 'note', label: 'Note to the reps', control: h('textarea', {rows: '2', value: draft.note ?? ''}),
            hint: 'One line, the first thing they read. For example: “Gives finance leaders a name for payer take-backs and a reason to review underpayments this quarter.”'})),
          h('p', {class: 'count'}, counter)),
      card(null,
          choices('forwardability', 'May reps forward it?', [
            ['amber', 'Amber', 'internal only: talk about it, don’t send it'], ['green', 'Green', 'reps may forward the link'], ['red', 'Red', 'do not use'],
          ], 'Choose Amber while promotional review or reuse rights are pending. Reps still hear about it within 24 hours.'),
          choices('tone', 'Tone', [['positive', 'Positive'], ['neutral', 'Neutral'], ['negative', 'Negative', 'sent as a heads-up, always Red']]),
          h('div', {id: 'holding', hidden: true}, text('holdingLine', 'If a customer asks, what should reps say?', {
            hint: 'One line, up to 300 characters. For example: “We’ve seen the report. The fix has been out since May.”'}))),
      h('div', {id: 'past', hidden: true}, card(null, choices('backfill', 'This is more than 30 days old', [
        ['true', 'Keep it as history', 'nobody gets an email'], ['false', 'Send it to every rep now'],
      ]))),
      h('details', {class: 'card', open: Boolean(draft.topic || draft.personas || draft.quote || draft.spokesperson || draft.whyItMatters)},
          h('summary', null, 'More details for sequences and the champion kit'),
          text('topic', 'Topic', {optional: true, attributes: {placeholder: 'care coordination'}}),
          text('personas', 'Buyers’ roles', {optional: true, hint: 'Who at the customer it’s for. Separate with commas: CFO, CIO.'}),
          text('spokesperson', 'Spokesperson', {optional: true}),
          text('quote', 'Quote', {optional: true, rows: '2'}),
          text('whyItMatters', 'Why it matters to a buyer', {optional: true, rows: '2'})),
      h('div', {class: 'submit'}, send, button('Clear the form', clear, 'quiet'), next));
  fields.publishedAt = fields.date;
  fields.format.control.value = draft.format ?? '';
  for (const name of ['outlet', 'headline', 'format', 'date', 'zone', 'note']) fields[name].control.setAttribute('required', '');
  fields.note.control.setAttribute('aria-describedby', `${fields.note.control.getAttribute('aria-describedby')} note-count`);
  counter.id = 'note-count';

  fill(main, h('div', {class: 'head'}, h('h1', null, 'New placement'),
      h('p', {class: 'lead'}, 'Get it to every rep within 24 hours of publication. It takes about a minute.')),
  person && !may && notice('warn', h('p', null, `You’re signed in as ${person.email}. You can look around, but only PR can submit.`)),
  h('div', {class: 'split'}, form, h('aside', {class: 'side', 'aria-label': 'What happens next'},
      card('Deadline', clock), card('Who gets it', reach), card('The email', h('div', {class: 'row'}, mailHint, reps, test), mailBox))));

  const value = (name) => fields[name].read?.() ?? fields[name].control.value.trim();
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`)?.value;

  function read() {
    const [date, time] = [value('date'), value('time')];
    const body = {
      outlet: value('outlet'), headline: value('headline'), format: value('format'), publishedAt: date && time ? `${date}T${time}` : date, zone: value('zone'),
      segments: draft.segments, note: fields.note.control.value.trim(), forwardability: chosen('forwardability') ?? 'amber', tone: chosen('tone') ?? 'positive',
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

  function keep() {
    for (const name of ['url', 'outlet', 'headline', 'format', 'date', 'time', 'zone', 'note', 'topic', 'personas', 'spokesperson', 'quote', 'whyItMatters', 'holdingLine']) {
      draft[name] = fields[name].read?.() ?? fields[name].control.value;
    }
    for (const name of ['forwardability', 'tone', 'backfill']) draft[name] = chosen(name) ?? draft[name];
    save(draft);
  }

  /** What the button does with what is typed, and what comes of it. */
  function foretell(at) {
    if (!person) return;
    const [does, comes] = isPast() && chosen('backfill') === 'true' ? ['Save as history', 'Nobody gets an email.']
        : at !== null && at > now() ? ['Submit for later', `Reps get it when it’s published: ${when(at, value('zone'))}.`]
        : ['Submit and email the team', ''];
    if (send.textContent !== does) fill(send, does);
    if (next.textContent !== comes) fill(next, comes);
  }

  function clear() {
    forget();
    refresh().then(() => say('The form is empty.'));
  }

  function tick() {
    const {at, missing, twice} = published();
    document.getElementById('moment').textContent = missing
        ? 'That time doesn’t exist there, because clocks went forward. Pick the hour before or after.'
        : twice ? 'That time happened twice there. We’ll use the earlier one.'
        : at !== null && !value('time') ? 'With only a date, the 24 hours start at midnight there.' : '';
    document.getElementById('past').hidden = !isPast();
    document.getElementById('holding').hidden = chosen('tone') !== 'negative';
    foretell(at);
    if (at === null) {
      fill(clock, h('p', {class: 'hint'}, '24 hours after publication, weekends included. Choose a date to see it.'));
      return;
    }
    const deadline = at + DAY;
    const left = deadline - now();
    fill(clock,
        h('p', {class: `left ${left < 0 ? 'late' : ''}`}, left < 0 ? `${span(left)} ago` : at > now() ? `${span(left)} from now` : `${span(left)} left`),
        left < 0 && h('p', {class: 'hint'}, isPast() ? 'It’s from the past.' : 'It goes out right away and counts as submitted late.'),
        at > now() && h('p', {class: 'hint'}, `It waits, and reps don’t see it before ${when(at, value('zone'))}.`),
        h('dl', {class: 'zones'}, inThreeZones(deadline, value('zone')).map(([whose, said], at) => [h('dt', null, at ? whose : 'Deadline'), h('dd', null, said)])));
  }

  function count() {
    const length = [...fields.note.control.value].length;
    fill(counter, `${length} of ${NOTE}`);
    counter.classList.toggle('over', length > NOTE);
  }

  function missing() {
    const body = read();
    return Object.keys(REQUIRED).filter((name) => !body[name]?.length && (name !== 'holdingLine' || body.tone === 'negative' && !body.backfill));
  }

  let asked = 0;

  async function foresee() {
    if (!who() || !has('pr', 'ops')) {
      fill(reach, h('p', {class: 'hint'}, 'Sign in to see who gets it, who doesn’t, and why.'));
      fill(mailHint, 'Sign in to see it the way a rep will.');
      return;
    }
    const lacking = missing();
    if (lacking.length || [...value('note')].length > NOTE || !isZone(value('zone'))) {
      const said = lacking.length ? `Still needed: ${lacking.map((name) => REQUIRED[name]).join(', ')}.` : 'Shorten the note to see it.';
      if (!mailBox.hidden) return;
      fill(reach, h('p', {class: 'hint'}, said));
      fill(mailHint, 'You’ll see the exact email here once the form is complete.');
      return;
    }
    if (isPast() && !chosen('backfill')) return;
    const mine = ++asked;
    try {
      const answer = await post('placements/preview', {...read(), ...(reps.value && {rep: reps.value})});
      if (mine !== asked) return;
      draw(answer.foreseen);
      fill(mailHint, isPast() && chosen('backfill') === 'true' ? 'Nobody gets an email. This is what it would look like.' : '');
      mailBox.hidden = false;
      test.hidden = false;
      shown.show(answer);
      settle(() => true);
    } catch (problem) {
      if (mine !== asked) return;
      if (problem.status === 422) {
        show422(problem, (name) => touched.has(name));
        const still = new Set(problem.errors.map((error) => error.field.replace(/\[.*/, '')));
        settle((name) => !still.has(name));
      } else fill(reach, h('p', {class: 'hint'}, problem.message));
    }
  }

  /** The mail that is shown, to whoever is signed in and to nobody else. */
  async function testToMe() {
    if (test.getAttribute('aria-disabled') === 'true') return;
    test.setAttribute('aria-disabled', 'true');
    try {
      const {to} = await post('placements/preview/mail', {...read(), ...(reps.value && {rep: reps.value})});
      say(`We sent a test to ${to}. Nobody else gets it.`);
    } catch (problem) {
      if (problem.status === 422) show422(problem, () => true);
      say(problem.message);
    } finally {
      test.removeAttribute('aria-disabled');
    }
  }

  function draw(foreseen) {
    const people = (rows) => h('ul', {class: 'people'}, rows.map((each) => h('li', null, h('strong', null, each.name), ` ${each.reason}`)));
    fill(reach,
        foreseen.known && notice('warn', h('p', null, 'This story was already submitted. ', h('a', {href: `#/placements/${foreseen.known}`}, 'Open the first one'))),
        foreseen.similar.map((each) => notice('warn', h('p', null, 'Is this the same story as ', h('a', {href: `#/placements/${each.id}`}, each.headline), ` in ${each.outlet}?`),
            read().url && button('Attach as a copy instead', () => copyOf(each), 'small'))),
        foreseen.sentAt === null
            ? h('p', {class: 'figure'}, badge('Nobody', 'quiet'), ' gets an email. It’s kept as history.')
            : h('p', {class: 'figure'}, h('strong', null, `${foreseen.reached} of ${foreseen.team}`), ' reps'),
        foreseen.sentAt !== null && h('p', {class: 'hint'}, Date.parse(foreseen.sentAt) > now() + 60_000 ? `Goes out ${when(foreseen.sentAt, value('zone'))}.` : 'Goes out right away, one email each.'),
        foreseen.warnings.map((each) => notice('warn', h('p', null, each.message))),
        foreseen.skipped.length > 0 && [h('h3', null, `Skipped: ${foreseen.skipped.length}`), people(foreseen.skipped)],
        foreseen.beside.length > 0 && [h('h3', null, 'Also'), people(foreseen.beside)]);
  }

  function copyOf(similar) {
    dialog({
      title: 'Attach as a copy', action: 'Attach', about: `${similar.headline}, ${similar.outlet}`,
      fields: [reason('For example: syndicated, same text.')],
      whom: 'Nobody. The deadline stays with the first publication.',
      async send({reason: why}) {
        await post(`placements/${similar.id}/copies`, {url: read().url, outlet: read().outlet, reason: why});
        forget();
        location.hash = `#/placements/${similar.id}`;
        say('Attached. The deadline stays with the first publication.');
      },
    });
  }

  /** Takes away what was said at these fields, and what was said of all once none is left. */
  function settle(isRight) {
    for (const [name, each] of Object.entries(fields)) {
      if (!each.error.hidden && isRight(name) && (each !== fields.publishedAt || isRight('publishedAt'))) wrong(each, null);
    }
    if (Object.values(fields).every((each) => each.error.hidden) && errors.querySelector('a') === null) errors.hidden = true;
  }

  /** Whether a field that was refused may be right now, as far as the form knows. */
  const mayBeRight = (name) => name === 'note' ? value('note') !== '' && [...value('note')].length <= NOTE : !(name in REQUIRED) || Boolean(read()[name]?.length);

  function show422(problem, wanted) {
    const others = [];
    for (const error of problem.errors) {
      const name = error.field.replace(/\[.*/, '');
      if (!fields[name]) others.push(error);
      else if (wanted(name)) wrong(fields[name], error.message);
    }
    return others;
  }

  async function submit(event) {
    event.preventDefault();
    keep();
    if (!who()) return goSignIn();
    if (send.getAttribute('aria-disabled') === 'true') return;
    send.setAttribute('aria-disabled', 'true');
    Object.values(fields).forEach((each) => wrong(each, null));
    errors.hidden = true;
    const body = read();
    const sent = JSON.stringify(body);
    if (draft.sent !== sent) Object.assign(draft, {sent, key: crypto.randomUUID()});
    save(draft);
    try {
      const placement = await post('placements', body, {'idempotency-key': draft.key});
      forget();
      sessionStorage.setItem('accepted', JSON.stringify({id: placement.id, warnings: placement.warnings}));
      location.hash = `#/placements/${placement.id}`;
      say(placement.backfill ? 'Saved as history. Nobody gets an email.'
          : placement.warnings.some((each) => each.field === 'sending') ? 'Submitted. It hasn’t gone out yet, because emails to reps are stopped.'
          : Date.parse(placement.publishedAt) > now() ? `Submitted. Reps get it when it’s published: ${when(placement.publishedAt, placement.zone)}.`
          : 'Submitted. Emails are on their way to your reps.');
    } catch (problem) {
      refused(problem);
    } finally {
      send.removeAttribute('aria-disabled');
    }
  }

  function refused(problem) {
    errors.hidden = false;
    if (problem.status === 409 && problem.body.id) {
      fill(errors, h('p', null, 'This story was already submitted. We added your name to it. ', h('a', {href: `#/placements/${problem.body.id}`}, 'Open the first one')));
      errors.focus();
      return;
    }
    const others = show422(problem, () => true);
    const at = [...new Set(Object.values(fields))].filter((each) => !each.error.hidden)
        .sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    fill(errors, problem.errors.length
        ? h('p', null, `Please fix ${at.length === 1 ? 'one field' : `${at.length} fields`}.`)
        : h('p', null, problem.message), others.map((each) => h('p', null, each.message)));
    if (at[0]) {
      const {control} = at[0];
      (control.matches('fieldset') ? control.querySelector('input, button') ?? errors : control).focus();
      say(at.map((each) => each.error.textContent).join('. '));
    } else {
      errors.focus();
    }
  }

  const soon = quiet(500, foresee);
  let unwatch = null;
  let left = false;
  if (may) {
    import('./lookup.js').then(({watch}) => {
      if (left) return;
      unwatch = watch({form, fields, draft, attach: copyOf, changed() {
        // An answer may come after the form was left.
        if (left) return;
        keep();
        count();
        tick();
        soon();
      }});
    });
  }
  form.addEventListener('submit', submit);
  form.addEventListener('input', (event) => {
    const name = event.target.name;
    if (fields[name]) touched.add(name === 'date' || name === 'time' ? 'publishedAt' : name);
    keep();
    const changed = {date: ['publishedAt', 'zone'], time: ['publishedAt', 'zone'], zone: ['publishedAt', 'zone'], tone: ['tone', 'holdingLine', 'forwardability']}[name] ?? [name];
    settle((each) => changed.includes(each) && mayBeRight(each));
    count();
    tick();
    soon();
  });
  // A box that is ticked counts only now.
  form.addEventListener('change', ({target}) => settle((each) => each === target.name && mayBeRight(each)));
  reps.addEventListener('change', foresee);
  count();
  tick();
  foresee();
  const ticking = setInterval(tick, 1000);

  function check(rows) {
    const known = new Set(rows.map((each) => each.id));
    draft.segments = draft.segments.filter((each) => known.has(each));
    fill(segments.querySelector('#segments'), rows.length === 0
        ? h('p', {class: 'hint'}, 'There are no segments yet. Sales ops adds them under Lists.')
        : rows.map((each) => h('label', {class: 'check'},
            h('input', {type: 'checkbox', name: 'segments', value: each.id, checked: draft.segments.includes(each.id), onchange(event) {
              draft.segments = event.target.checked ? [...draft.segments, each.id] : draft.segments.filter((other) => other !== each.id);
            }}), each.name)));
    foresee();
  }

  if (person) {
    fill(segments.querySelector('#segments'), h('p', {class: 'hint'}, 'Loading …'));
    get('sending').then(({stopped, why}) => {
      if (stopped) form.prepend(notice('warn', h('p', null, `Emails to reps are stopped: ${why}. What you submit waits until sales ops resumes them, and the 24 hours keep running.`)));
    }, () => {});
    list('segments').then(check, (problem) => fill(segments.querySelector('#segments'), h('p', {class: 'hint'}, problem.message)));
    list('reps').then((rows) => {
      fill(reps, h('option', {value: ''}, 'the first rep'), rows.filter((each) => each.active !== false && each.employment !== 'distributor').slice(0, 200)
          .map((each) => h('option', {value: each.id}, each.name)));
      reps.hidden = false;
    }, () => {});
  } else {
    fill(segments.querySelector('#segments'), h('p', {class: 'hint'}, 'Sign in to see your company’s segments. ', button('Sign in', goSignIn, 'small')));
  }
  return () => {
    left = true;
    clearInterval(ticking);
    unwatch?.();
  };
}
