// One placement: its clock, how far it got, the three answers, and what may be done about it.

import {get, post, list, names, who, has, signInFirst} from './api.js';
import {dialog, field, reason} from './dialog.js';
import {h, fill, card, button, badge, words, outside, notice, place, say, forwardability} from './dom.js';
import {back, standing} from './list.js';
import {mail} from './mail.js';
import {ANSWERS, CAUSES, FORMATS, TONES} from './terms.js';
import {day, inThreeZones, known, now, span, when, told, myZone, DAY} from './time.js';
import {zoneField} from './zone.js';

const QUESTIONS = [
  ['reachedIn24h', 'Did it reach the sales team within 24 hours?'],
  ['inActiveSequence', 'Is it in an active sales sequence?'],
  ['referencedInDeal', 'Was it used in a deal at a target account?'],
];
const SAID = {'late-intake': 'submitted too late', 'in-active-sequence': 'being in a sequence', 'referenced-in-deal': 'being used in a deal', 'reached-in-24h': 'reaching the team'};
const FIRST = {met: 'on time', missed: 'late', void: 'no active reps'};
const READERS = ['', 'general', 'CFO', 'clinical', 'IT', 'supply chain', 'operations'];
const SOON = 5_000;
const LATER = 30_000;

export async function show(main, {id, then, here}) {
  if (!who()) {
    fill(main, h('h1', null, 'Placement'), signInFirst('Sign in to see how far this story got.'));
    return;
  }
  const none = new Map();
  const [first, reps, sequences, segmentNames] = await Promise.all([get(`placements/${id}`), ...['reps', 'sequences', 'segments'].map((each) => names(each).catch(() => none))]);
  // Somebody who has gone on meanwhile sees another page.
  if (!here()) return null;
  let placement = first;
  let open = 0;
  const rep = (each) => reps.get(each) ?? reps.get(placement.presentIds?.[each]) ?? 'A former rep';
  const sequence = (each) => sequences.get(each) ?? 'A deleted sequence';
  // An id instead of an address: the person was deleted.
  const someone = (each) => (each.includes('@') ? each : each.startsWith('u-') ? 'a former colleague' : rep(each));

  const head = h('div', {class: 'head story-head'});
  const clock = h('div', {class: 'clock'});
  const reached = h('div');
  const rest = h('div', {class: 'sheet'});
  const acts = h('div', {class: 'acts'});
  fill(main, h('p', {class: 'crumb'}, h('a', {href: back()}, '← Placements')), head, accepted(),
      h('div', {class: 'split'}, h('div', {class: 'sheet'}, h('section', {class: 'card', 'aria-label': 'Deadline'}, clock, reached), rest),
          h('aside', {class: 'side', 'aria-label': 'Actions'}, card('Actions', acts))));

  function accepted() {
    const kept = JSON.parse(sessionStorage.getItem('accepted') ?? 'null');
    if (kept?.id !== id) return null;
    sessionStorage.removeItem('accepted');
    return notice(kept.warnings.length ? 'warn' : 'good', h('p', null, h('strong', null, 'Submitted. ')),
        kept.warnings.map((each) => h('p', null, each.message)));
  }

  function draw() {
    const {headline, outlet, format, url, note, segments, tone, spokesperson} = placement;
    fill(head, h('p', {class: 'kicker'}, `${outlet} · ${words(format)}`, spokesperson && ` · ${spokesperson}`), h('h1', {dir: 'auto'}, headline),
        h('p', {class: 'badges'}, standing(placement), forwardability(placement.forwardabilityNow), ended() && badge('Expired', 'quiet'), tone !== 'positive' && badge(words(tone), tone === 'negative' ? 'red' : 'quiet'),
            placement.audit.leaking && badge('Leaking', 'red'), segments.map((each) => badge(segmentNames.get(each) ?? words(each), 'quiet'))),
        h('blockquote', {class: 'note', dir: 'auto'}, note), url && h('p', {class: 'address'}, outside(url)));
    drawClock();
    drawReached();
    fill(rest, answers(), inSequences(), kit(), references(), similar(), details(), history());
    fill(acts, actions());
  }

  const ended = () => !over() && Date.parse(placement.expiresAt) <= now();

  const running = () => placement.reached.verdict === 'pending' && !placement.backfill && !['withdrawn', 'retracted'].includes(placement.status);

  function drawClock() {
    const {deadline, zone, publishedAt, dateOnly} = placement;
    const left = Date.parse(deadline) - now();
    const waits = Date.parse(publishedAt) > now();
    fill(clock,
        running()
            ? h('p', {class: `left ${left < 0 ? 'late' : ''}`, role: 'timer'}, waits ? `Goes out in ${span(Date.parse(publishedAt) - now(), true)}` : left > 0 ? `${span(left, true)} left` : 'Final count due')
            : h('p', {class: 'left'}, verdict()),
        h('div', {class: 'bar', 'aria-hidden': 'true'}, h('div', {class: `fill w${Math.max(0, Math.min(20, Math.round((1 - left / DAY) * 20)))}`})),
        h('dl', {class: 'zones'},
            h('dt', null, 'Published'), h('dd', null, dateOnly ? day(publishedAt, zone) : when(publishedAt)),
            inThreeZones(deadline, zone).map(([whose, said], at) => [h('dt', null, at ? whose : 'Deadline'), h('dd', null, said)])));
  }

  function verdict() {
    const {verdict: said, cause, count, of, restatedAt, firstVerdict} = placement.reached;
    if (placement.takenBack) return `${words(placement.status)}${placement.takenBack.copyOf ? ', a copy of another' : ''}`;
    if (placement.backfill) return 'Kept as history. Nobody got an email.';
    const text = said === 'met' ? `On time: ${count} of ${of} reps` : said === 'missed' ? `Late: ${CAUSES[cause] ?? cause ?? ''}` : 'No active reps to reach';
    return restatedAt && firstVerdict !== said ? `${text} (corrected; first counted as ${FIRST[firstVerdict] ?? firstVerdict})` : text;
  }

  function drawReached() {
    const {count, of, missing = [], notCounted = [], inTime} = placement.reached;
    if (placement.backfill || of === undefined) return fill(reached);
    const people = (rows) => h('ul', {class: 'people'}, rows.map((each) => h('li', null, h('strong', null, rep(each.rep)), ` ${each.reason}`)));
    return fill(reached,
        h('p', {class: 'figure'}, h('strong', null, `${count} of ${of}`), ' reps reached', count !== inTime && `, ${inTime} of them in time`,
            placement.acknowledged > 0 && h('span', {class: 'hint'}, ` · ${placement.acknowledged} said “Got it”`)),
        h('progress', {max: String(Math.max(of, 1)), value: count, 'aria-label': 'Reps reached'}),
        missing.length > 0 && [h('h3', null, `Not reached: ${missing.length}`), people(missing)],
        notCounted.length > 0 && h('details', null, h('summary', null, `Not counted: ${notCounted.length}`), people(notCounted)),
        placement.possibleDuplicates.length > 0 && h('p', {class: 'hint'}, `May have received it twice: ${placement.possibleDuplicates.map(rep).join(', ')}`));
  }

  const answers = () => card('The three answers', h('ul', {class: 'answers'}, QUESTIONS.map(([name, asks]) => {
    const {why, at} = placement.audit.evidence[name];
    return h('li', null, badge(words(placement.audit[name]), ANSWERS[placement.audit[name]]),
        h('div', null, h('strong', null, asks), h('p', null, told(why), at && h('span', {class: 'hint'}, ` · ${when(at)}`))));
  })));

  // Each sequence with what became of it, and those that are off the list and still hold it.
  function inSequences() {
    if (negative()) return card('Sequences', h('p', {class: 'hint'}, 'Negative coverage isn’t used in sequences or deals, so it’s exempt.'));
    const gone = placement.responses.filter((each) => each.kind === 'sequence' && !placement.suggestions.some((other) => other.sequence === each.sequence));
    const row = (said, kind, what, hint) => h('li', null, badge(said, kind), h('div', null, h('strong', null, what), h('p', {class: 'hint'}, hint)));
    const by = (person) => (person ? ` by ${someone(person)}` : '');
    const confirmed = (id, stage, at, person) => placement.forwardabilityNow === 'green'
        ? row('Confirmed', 'green', `${sequence(id)}, ${stage}`, `${when(at)}${by(person)}`)
        : row('To take out', 'amber', `${sequence(id)}, ${stage}`, `Confirmed ${when(at)}${by(person)}. It can’t be used there anymore.`);
    const asked = ({askedAt, askedAgainAt, handedOverAt}) => {
      const last = [['escalated', handedOverAt], ['asked again', askedAgainAt], ['asked', askedAt]].find(([, at]) => at);
      return last ? ` · ${last[0]} ${when(last[1])}` : '';
    };
    const task = (each) => {
      const {status, sequence: id, stage, confirmedStage, reason, why, answeredAt, answeredBy} = each;
      if (status === 'confirmed') return confirmed(id, confirmedStage, answeredAt, answeredBy);
      if (status === 'declined') return row('Doesn’t fit', 'quiet', sequence(id), `“${reason}” · ${when(answeredAt)}${by(answeredBy)}`);
      if (status === 'removed') return row('Taken out', 'quiet', sequence(id), `${when(answeredAt)}${by(answeredBy)}`);
      return row(each.chosenBy ? 'Chosen' : 'Suggested', 'quiet', `${sequence(id)}, ${stage}`, each.chosenBy ? `${someone(each.chosenBy)} chose it: “${why}”${asked(each) || ` · ${waits()}`}` : `${told(why)}${asked(each)}`);
    };
    return card('Sequences',
        gone.length + placement.suggestions.length === 0 && h('p', {class: 'hint'}, mayChoose()
            ? ['No rule covers this story. Choose a sequence for it, or add a rule under ', h('a', {href: '#/directory/rules'}, 'Lists'), '. Either way, we’ll ask the sequence owner within minutes.']
            : ['No rule covers this story. Add one under ', h('a', {href: '#/directory/rules'}, 'Lists'), ', and we’ll ask the sequence owner within minutes.']),
        h('ul', {class: 'rows'}, placement.suggestions.map(task), gone.map((each) => row('Deleted', 'quiet', `${sequence(each.sequence)}, ${each.stage}`, `Confirmed ${when(each.at)}. The sequence has since been deleted.`))),
        mayChoose() && h('div', {class: 'actions'}, button(placement.suggestions.length === 0 ? 'Choose a sequence' : 'Choose another sequence', choose, 'small')));
  }

  const mayChoose = () => has('pr', 'ops', 'sequence-owner') && !over() && !ended() && !negative() && placement.forwardability !== 'red' && placement.audit.inActiveSequence !== 'exempt';

  const waits = () => (placement.forwardability !== 'green' ? 'we’ll ask its owner once it’s Green' : placement.status === 'scheduled' ? 'we’ll ask its owner once the emails are out' : 'we’ll ask its owner within a minute');

  let persona = '';

  function kit() {
    const {kit: state} = placement;
    if (!state) return null;
    const shown = h('div', {'aria-live': 'polite'});
    const as = h('select', {'aria-label': 'For which reader'}, READERS.map((each) => h('option', {value: each, selected: each === persona}, words(each) || 'Default reader')));
    async function look() {
      persona = as.value;
      try {
        const {headline, whatWasSaid, byWhom, evidence, whyItMatters, paragraph} = await get(`placements/${id}/kit${persona && `?persona=${encodeURIComponent(persona)}`}`);
        fill(shown, h('blockquote', {dir: 'auto', class: 'paragraph'}, paragraph),
            h('dl', {class: 'facts'}, [['Story', headline], ['What was said', whatWasSaid], ['By', byWhom], ['Evidence', evidence], ['Why it matters', whyItMatters]].filter(([, text]) => text).map(([name, text]) => [h('dt', null, name), h('dd', {dir: 'auto'}, text)])),
            h('p', null, button('Copy the paragraph', () => navigator.clipboard.writeText(paragraph).then(() => say('Copied.'), () => say('Your browser didn’t allow that.')), 'small')));
      } catch (problem) {
        fill(shown, h('p', {class: 'hint'}, problem.message));
      }
    }
    as.addEventListener('change', look);
    return card('Champion kit',
        h('div', {class: 'row'}, badge(state.ready ? 'Ready' : 'Not ready', state.ready ? 'green' : 'quiet'), badge(`Sent to ${state.armed} ${state.armed === 1 ? 'champion' : 'champions'}`, state.armed ? 'green' : 'quiet'),
            h('span', {class: 'grow'}), state.ready && as, state.ready && button('Show', look, 'small')),
        state.whyNot && h('p', {class: 'hint'}, told(state.whyNot)), shown,
        state.champions.length > 0 && h('ul', {class: 'people'}, state.champions.map((each) => h('li', null, h('strong', null, each.name), ` at ${each.accountName}, by ${rep(each.rep)}`))));
  }

  function references() {
    const used = placement.responses.filter((each) => each.kind === 'reference');
    return card('Used in deals', used.length === 0
        ? h('p', {class: 'hint'}, 'No rep has recorded using it yet. They do that from their email.')
        : h('ul', {class: 'rows'}, used.map((each) => h('li', null, h('div', null, h('strong', null, each.accountName), h('p', {class: 'hint'}, `${rep(each.rep)}, ${words(each.how).toLowerCase()}, ${when(each.at)}`))))));
  }

  function similar() {
    return placement.similar.length > 0 && card('The same story elsewhere?', h('ul', {class: 'rows'}, placement.similar.map((each) => h('li', null,
        h('div', null, h('a', {href: `#/placements/${each.id}`}, each.headline), h('p', {class: 'hint'}, `${each.outlet}, ${when(each.publishedAt)}`)),
        has('pr') && button('Attach as a copy', () => attach(each), 'small')))));
  }

  function details() {
    const rows = [['Topic', placement.topic], ['Personas', placement.personas.join(', ')], ['Quote', placement.quote], ['Why it matters', placement.whyItMatters], ['If a customer asks', placement.holdingLine],
      [Date.parse(placement.expiresAt) > now() ? 'Expires' : 'Expired', when(placement.expiresAt)],
      ...placement.copies.map((each) => ['Copy', h('span', null, `${each.outlet}: `, outside(each.url))]),
      ...placement.exemptions.map((each) => ['Exempt', `${QUESTIONS.find(([name]) => name === each.question)?.[1] ?? each.question} ${each.reason} (${each.name})`])].filter(([, said]) => said);
    return rows.length > 0 && card('More about it', h('dl', {class: 'facts'}, rows.map(([name, said]) => [h('dt', null, name), h('dd', {dir: 'auto'}, said)])));
  }

  const whose = ({by, role}) => (by === 'system' ? 'Automatic' : role === 'sequence-owner' ? (sequences.has(by) ? `the owner of ${sequence(by)}` : `${someone(by)}, sequence owner`) : by.includes('@') ? by : someone(by));

  // Words and ids that earlier versions kept in the history.
  const plain = (what) => told(what.replace(/late-intake|in-active-sequence|referenced-in-deal|reached-in-24h/gi, (word) => SAID[word.toLowerCase()])
      .replace(/^imported: in-sequence#(.*)$/, (_, id) => `imported: in ${sequence(id)}`).replace(/^imported: referenced#.*$/, 'imported: used in a deal')
      .replace(/^is a copy of [a-z0-9-]{8,40}$/, 'is a copy of another story')
      .replace(/^verdict( restated)?: (met|missed|void|pending)/, (_, again, said) => `${again ? 'result corrected' : 'result'}: ${words(said).toLowerCase()}`));

  const history = () => card('History', h('ol', {class: 'history'}, [...placement.history].reverse().map((each) => h('li', null,
      h('span', null, plain(each.what)), each.reason && h('q', null, each.reason), h('span', {class: 'hint'}, `${whose(each)} · ${when(each.at)}`)))));

  const negative = () => placement.tone === 'negative';

  const over = () => ['withdrawn', 'retracted'].includes(placement.status);

  function actions() {
    const isOut = placement.status !== 'scheduled' && !placement.backfill;
    const made = [button('See the email', preview)];
    if (has('pr') && !over()) {
      made.push(!negative() && button('Change forwarding', turn), button('Correct', correct), button('Change publication time', move), button('Attach a copy', () => attach()), !negative() && button('Mark as exempt', exempt), button('Expiration', renew));
    }
    if (has('pr', 'ops') && !over() && isOut) made.push(button('Send again to reps who missed it', resend));
    if (has('pr') && !over()) made.push(isOut ? button('Retract', retract, 'danger') : button('Withdraw', withdraw, 'danger'));
    return [made, !has('pr', 'ops') && h('p', {class: 'hint'}, 'Only PR can make changes.')];
  }

  async function change(what, body, done) {
    placement = await post(`placements/${id}/${what}`, body);
    open = 0;
    draw();
    say(done);
    schedule();
  }

  const toWhom = () => {
    const {count = 0} = placement.reached;
    return placement.status === 'scheduled' || placement.backfill ? 'Nobody yet. No emails have gone out.'
      : `Everyone who got the first email, in the same thread (${count} so far).`;
  };

  const owners = () => {
    const confirmed = placement.responses.filter((each) => each.kind === 'sequence').map((each) => sequence(each.sequence));
    return confirmed.length ? ` Also the owner of ${[...new Set(confirmed)].join(', ')}.` : '';
  };

  const choice = (name, label, options, chosen) => field({name, label, control: h('select', null, options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)))});

  function turn() {
    const from = placement.forwardability;
    dialog({title: 'Change forwarding', action: 'Change and notify reps', about: 'Whether reps may forward the link.',
      fields: [choice('forwardability', 'New status', [['green', 'Green: may be forwarded'], ['amber', 'Amber: internal only'], ['red', 'Red: do not use']].filter(([value]) => value !== placement.forwardability)), reason('For example: promotional review cleared it.')],
      whom: `${toWhom()} Changing to Green also asks the owners of matching sequences and emails your distributors.${owners()}`,
      send: (values) => change('forwardability', {...values, from}, 'Changed.')});
  }

  async function correct() {
    const segments = await list('segments').then((rows) => rows.map((each) => [each.id, each.name]), () => []);
    const text = (name, label, rows) => field({name, label, control: h(rows ? 'textarea' : 'input', {...(rows && {rows}), value: placement[name] ?? ''})});
    const several = (name, label, options) => {
      const boxes = options.map(([value, said]) => ({value, said, box: h('input', {type: 'checkbox', checked: placement[name].includes(value)})}));
      const made = field({name, label, className: 'several', control: h('fieldset', {class: 'checks', 'aria-label': label}, boxes.map(({said, box}) => h('label', {class: 'check'}, box, said)))});
      return {...made, read: () => boxes.filter(({box}) => box.checked).map(({value}) => value)};
    };
    const lines = {...text('personas', 'Buyers’ roles, separated by commas'), read() { return this.control.value.split(',').map((each) => each.trim()).filter(Boolean); }};
    const fields = [text('headline', 'Headline', '2'), text('url', 'Link'), text('outlet', 'Outlet'), choice('format', 'Format', FORMATS.map((each) => [each, words(each)]), placement.format),
      choice('tone', 'Tone', TONES.map((each) => [each, words(each)]), placement.tone), several('segments', 'Segments', segments.length ? segments : placement.segments.map((each) => [each, words(each)])), lines, text('note', 'Note to the reps', '2'), text('topic', 'Topic'), text('spokesperson', 'Spokesperson'), text('quote', 'Quote', '2'), text('whyItMatters', 'Why it matters', '2'),
      text('holdingLine', 'If a customer asks, what should reps say? (required for negative coverage)')];
    dialog({title: 'Correct this story', action: 'Correct and notify reps', wide: true, about: 'Change what was wrong and leave the rest. To change when it was published, use “Change publication time”. To change whether reps may forward it, use “Change forwarding”.',
      fields: [...fields, reason('Reps will read this. What was wrong?')], whom: toWhom() + owners(),
      send({reason: why, ...values}) {
        const same = (name, value) => (Array.isArray(value) ? value.join() === placement[name].join() : value === (placement[name] ?? ''));
        const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(name, value)));
        return change('correction', {...changed, reason: why}, 'Corrected.');
      }});
  }

  function move() {
    const local = Intl.DateTimeFormat('sv-SE', {timeZone: known(placement.zone), dateStyle: 'short', timeStyle: 'short'}).format(Date.parse(placement.publishedAt)).split(' ');
    dialog({title: 'Change publication time', action: 'Change it', about: 'The deadline, warnings, and result move with it. We keep both versions.',
      fields: [field({name: 'publishedAt', label: 'Published on', control: h('input', {type: 'date', value: local[0]})}), field({name: 'time', label: 'At', optional: true, control: h('input', {type: 'time', value: placement.dateOnly ? '' : local[1]})}),
        zoneField({label: 'Outlet’s time zone', value: known(placement.zone ?? myZone)}), reason('Required once the deadline has passed.')],
      whom: 'Nobody.',
      send: ({publishedAt, time, zone, reason: why}) => change('publication', {publishedAt: time ? `${publishedAt}T${time}` : publishedAt, zone, ...(why && {reason: why})}, 'Changed.')});
  }

  function attach(copy) {
    const control = (value) => h('input', {value: value ?? ''});
    const other = copy && {url: '', outlet: copy.outlet};
    const made = dialog({title: 'Attach a copy', action: 'Attach', about: 'The same story in another outlet. The deadline stays with the first publication.',
      fields: [field({name: 'url', label: 'Its link', control: control(other?.url)}), field({name: 'outlet', label: 'Its outlet', control: control(other?.outlet)}), reason('For example: syndicated, same text.')],
      whom: 'Nobody. If the copy was submitted separately, its remaining emails are canceled.',
      send: (values) => change('copies', values, 'Attached.')});
    if (copy) get(`placements/${copy.id}`).then((found) => { made.querySelector('[name=url]').value ||= found.url ?? ''; }, () => {});
  }

  function exempt() {
    dialog({title: 'Mark as exempt', action: 'Mark as exempt', about: 'It shows as Exempt, never as Yes.',
      fields: [choice('question', 'Question', QUESTIONS.slice(1)), reason('For example: an award, which sequences don’t use.'), field({name: 'name', label: 'Who decided', optional: true, control: h('input', {value: ''})})],
      whom: 'Nobody.',
      send: ({name, ...values}) => change('exemption', name ? {...values, name} : values, 'Marked as exempt.')});
  }

  async function choose() {
    const rows = (await list('sequences')).filter((each) => each.status === 'active' && each.stages.length > 0);
    if (rows.length === 0) {
      say('There are no active sequences. Add one under Lists.');
      return;
    }
    const pick = choice('sequence', 'Sequence', [['', 'Choose one'], ...rows.map((each) => [each.id, each.name])], '');
    const stage = choice('stage', 'Stage', [['', 'Choose the sequence first']], '');
    const owner = h('p', {class: 'hint'});
    pick.control.addEventListener('change', () => {
      const chosen = rows.find((each) => each.id === pick.control.value);
      fill(stage.control, chosen ? chosen.stages.map((each) => h('option', {value: each}, each)) : h('option', {value: ''}, 'Choose the sequence first'));
      fill(owner, chosen && `Its owner is ${chosen.owner}.`);
    });
    pick.element.append(owner);
    dialog({title: 'Choose a sequence', action: 'Ask its owner', about: 'For a story that no rule covers. It counts once the sequence’s owner confirms it.',
      fields: [pick, stage, reason('The owner will read this. Why does it fit there?')],
      whom: placement.status === 'scheduled' ? 'The owner of the sequence, once it is published and Green.' : placement.forwardability === 'green' ? 'The owner of the sequence, now.' : 'The owner of the sequence, once it is Green.',
      send(values) {
        const missing = [!values.sequence && {field: 'sequence', message: 'Choose a sequence'}, !values.reason && {field: 'reason', message: 'Enter a reason'}].filter(Boolean);
        if (missing.length > 0) throw Object.assign(new Error('Fill in what is missing.'), {errors: missing});
        return change('sequence', values, 'Chosen.');
      }});
  }

  function renew() {
    const last = new Date(Date.parse(placement.expiresAt) - 1);
    const until = Intl.DateTimeFormat('sv-SE', {timeZone: known(placement.zone), dateStyle: 'short'}).format(last);
    dialog({title: 'Expiration', action: 'Set date', about: 'The last day this story may be used. Two weeks before, we ask the PR owner whether it’s still true. After that, it comes out of sequences and its kit closes.',
      fields: [field({name: 'until', label: 'Last day', control: h('input', {type: 'date', value: until})}), reason('For example: still true, uses this year’s figures.')],
      whom: 'Nobody right now.',
      send: (values) => change('shelf-life', values, 'Date set.')});
  }

  function resend() {
    const missing = placement.reached.missing ?? [];
    dialog({title: 'Send again', action: 'Send again', about: 'Only to reps who don’t have it and have no email on the way.', fields: [reason('For example: we fixed the addresses.')],
      whom: missing.length ? missing.map((each) => rep(each.rep)).join(', ') : 'Nobody. Every rep has it.',
      send: (values) => change('resend', values, 'Sent again to reps who missed it.')});
  }

  function retract() {
    dialog({title: 'Retract this story', action: 'Retract and notify reps', danger: true, about: 'It turns Red, and reps are told to stop using it. You can’t undo this. What was recorded stays.',
      fields: [reason('Reps will read this. Why should they stop?')], whom: toWhom() + owners(), send: (values) => change('retraction', values, 'Retracted.')});
  }

  function withdraw() {
    dialog({title: 'Withdraw this story', action: 'Withdraw', danger: true, about: 'Nobody has heard about it yet. Everything is canceled, and a record stays.',
      fields: [reason('For example: the outlet dropped the story.')], whom: 'Nobody.', send: (values) => change('withdrawal', values, 'Withdrawn.')});
  }

  async function preview() {
    const shown = mail();
    const problem = h('p', {class: 'hint'});
    const rows = await list('reps').catch(() => []);
    const as = h('select', {'aria-label': 'As which rep sees it'}, rows.filter((each) => each.active !== false).slice(0, 500).map((each) => h('option', {value: each.id}, each.name)));
    const look = () => post(`placements/${id}/preview`, as.value ? {rep: as.value} : {}).then((answer) => { fill(problem); shown.show(answer); }, (failure) => fill(problem, failure.message));
    as.addEventListener('change', look);
    dialog({title: 'The email', wide: true, content: h('div', null, h('div', {class: 'row'}, h('span', {class: 'hint'}, 'As seen by'), as), problem, shown.element)});
    look();
  }

  let timer;

  function schedule() {
    clearTimeout(timer);
    if (!here()) return;
    const fast = running() && open++ < 24;
    timer = setTimeout(async () => {
      if (!document.hidden && who()) {
        const fresh = await get(`placements/${id}`).catch(() => null);
        if (fresh && here() && !document.querySelector('dialog')) {
          const before = JSON.stringify(placement);
          placement = fresh;
          if (JSON.stringify(fresh) !== before) {
            const back = main.contains(document.activeElement) ? place() : () => {};
            draw();
            back();
          }
        }
      }
      schedule();
    }, fast ? SOON : LATER);
  }

  draw();
  schedule();
  if (then === 'sequence' && mayChoose()) choose().catch((problem) => say(problem.message));
  const ticking = setInterval(() => { if (running()) drawClock(); }, 1000);
  return () => {
    clearInterval(ticking);
    clearTimeout(timer);
  };
}
