// One placement: its clock, how far it got, the three answers, and what may be done about it.

import {get, post, list, names, who, has, signInFirst} from './api.js';
import {dialog, field, reason} from './dialog.js';
import {h, fill, card, button, badge, words, outside, notice, place, say, forwardability} from './dom.js';
import {back, standing} from './list.js';
import {mail} from './mail.js';
import {day, inThreeZones, now, span, when, told, myZone, DAY} from './time.js';

const QUESTIONS = [
  ['reachedIn24h', 'Did it reach the sales team within 24 hours?'],
  ['inActiveSequence', 'Is it in an active sales sequence?'],
  ['referencedInDeal', 'Was it referenced in a deal at a target account?'],
];
const ANSWERS = {yes: 'green', no: 'red', pending: 'blue', exempt: 'quiet'};
const CAUSES = {
  'late-intake': 'it was submitted late', held: 'it was held', delivery: 'mails did not arrive', system: 'the product’s own fault',
};
const SAID = {'late-intake': 'submitted too late', 'in-active-sequence': 'being in a sequence', 'referenced-in-deal': 'being used in a deal', 'reached-in-24h': 'reaching the team'};
const FORMATS = ['news-mention', 'feature', 'byline', 'interview', 'podcast', 'tv-radio', 'award', 'analyst-report', 'webinar', 'sponsored'];
const TONES = ['positive', 'neutral', 'negative'];
const READERS = ['', 'CFO', 'clinical', 'IT', 'supply chain', 'operations'];
const SOON = 5_000;
const LATER = 30_000;

export async function show(main, {id, then, here}) {
  if (!who()) {
    fill(main, h('h1', null, 'Placement'), signInFirst('Sign in to see how far this placement got.'));
    return;
  }
  const none = new Map();
  const [first, reps, sequences, segmentNames] = await Promise.all([get(`placements/${id}`), ...['reps', 'sequences', 'segments'].map((each) => names(each).catch(() => none))]);
  // Somebody who has gone on meanwhile sees another page.
  if (!here()) return null;
  let placement = first;
  let open = 0;
  const rep = (each) => reps.get(each) ?? reps.get(placement.presentIds?.[each]) ?? 'A former rep';
  const sequence = (each) => sequences.get(each) ?? 'A sequence that is off the list';
  // An id instead of an address: the person was deleted.
  const someone = (each) => (each.includes('@') ? each : each.startsWith('u-') ? 'a former colleague' : rep(each));

  const head = h('div', {class: 'head story-head'});
  const clock = h('div', {class: 'clock'});
  const reached = h('div');
  const rest = h('div', {class: 'sheet'});
  const acts = h('div', {class: 'acts'});
  fill(main, h('p', {class: 'crumb'}, h('a', {href: back()}, '← Placements')), head, accepted(),
      h('div', {class: 'split'}, h('div', {class: 'sheet'}, h('section', {class: 'card', 'aria-label': 'The clock'}, clock, reached), rest),
          h('aside', {class: 'side', 'aria-label': 'What may be done'}, card('Change it', acts))));

  function accepted() {
    const kept = JSON.parse(sessionStorage.getItem('accepted') ?? 'null');
    if (kept?.id !== id) return null;
    sessionStorage.removeItem('accepted');
    return notice(kept.warnings.length ? 'warn' : 'good', h('p', null, h('strong', null, 'Accepted. ')),
        kept.warnings.map((each) => h('p', null, `${words(each.field)} ${each.message}`)));
  }

  function draw() {
    const {headline, outlet, format, url, note, segments, tone, spokesperson} = placement;
    fill(head, h('p', {class: 'kicker'}, `${outlet} · ${words(format)}`, spokesperson && ` · ${spokesperson}`), h('h1', {dir: 'auto'}, headline),
        h('p', {class: 'badges'}, standing(placement), forwardability(placement.forwardabilityNow), ended() && badge('Shelf life ended', 'quiet'), tone !== 'positive' && badge(words(tone), tone === 'negative' ? 'red' : 'quiet'),
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
            ? h('p', {class: `left ${left < 0 ? 'late' : ''}`, role: 'timer'}, waits ? `Goes out in ${span(Date.parse(publishedAt) - now(), true)}` : left > 0 ? `${span(left, true)} left` : 'The verdict is due')
            : h('p', {class: 'left'}, verdict()),
        h('div', {class: 'bar', 'aria-hidden': 'true'}, h('div', {class: `fill w${Math.max(0, Math.min(20, Math.round((1 - left / DAY) * 20)))}`})),
        h('dl', {class: 'zones'},
            h('dt', null, 'Published'), h('dd', null, dateOnly ? day(publishedAt, zone) : when(publishedAt)),
            inThreeZones(deadline, zone).map(([whose, said], at) => [h('dt', null, at ? whose : 'Deadline'), h('dd', null, said)])));
  }

  function verdict() {
    const {verdict: said, cause, count, of, restatedAt, firstVerdict} = placement.reached;
    if (placement.takenBack) return `${words(placement.status)}${placement.takenBack.copyOf ? ', a copy of another' : ''}`;
    if (placement.backfill) return 'Kept as history, sent to nobody';
    const text = said === 'met' ? `Met: ${count} of ${of}` : said === 'missed' ? `Missed: ${CAUSES[cause] ?? cause ?? ''}` : 'Void: there was nobody to reach';
    return restatedAt && firstVerdict !== said ? `${text} (restated; first ${firstVerdict})` : text;
  }

  function drawReached() {
    const {count, of, missing = [], notCounted = [], inTime} = placement.reached;
    if (placement.backfill || of === undefined) return fill(reached);
    const people = (rows) => h('ul', {class: 'people'}, rows.map((each) => h('li', null, h('strong', null, rep(each.rep)), ` ${each.reason}`)));
    return fill(reached,
        h('p', {class: 'figure'}, h('strong', null, `${count} of ${of}`), ' reps reached', count !== inTime && `, ${inTime} of them in time`,
            placement.acknowledged > 0 && h('span', {class: 'hint'}, ` · ${placement.acknowledged} said “got it”`)),
        h('progress', {max: String(Math.max(of, 1)), value: count, 'aria-label': 'Reps reached'}),
        missing.length > 0 && [h('h3', null, `Not reached: ${missing.length}`), people(missing)],
        notCounted.length > 0 && h('details', null, h('summary', null, `Not counted: ${notCounted.length}`), people(notCounted)),
        placement.possibleDuplicates.length > 0 && h('p', {class: 'hint'}, `May have got it twice: ${placement.possibleDuplicates.map(rep).join(', ')}`));
  }

  const answers = () => card('The three answers', h('ul', {class: 'answers'}, QUESTIONS.map(([name, asks]) => {
    const {why, at} = placement.audit.evidence[name];
    return h('li', null, badge(words(placement.audit[name]), ANSWERS[placement.audit[name]]),
        h('div', null, h('strong', null, asks), h('p', null, told(why), at && h('span', {class: 'hint'}, ` · ${when(at)}`))));
  })));

  // Each sequence with what became of it, and those that are off the list and still hold it.
  function inSequences() {
    if (negative()) return card('Sequences', h('p', {class: 'hint'}, 'Negative coverage is for no sequence and no deal: exempt.'));
    const gone = placement.responses.filter((each) => each.kind === 'sequence' && !placement.suggestions.some((other) => other.sequence === each.sequence));
    const row = (said, kind, what, hint) => h('li', null, badge(said, kind), h('div', null, h('strong', null, what), h('p', {class: 'hint'}, hint)));
    const by = (person) => (person ? ` by ${someone(person)}` : '');
    const confirmed = (id, stage, at, person) => placement.forwardabilityNow === 'green'
        ? row('Confirmed', 'green', `${sequence(id)}, ${stage}`, `${when(at)}${by(person)}`)
        : row('To be taken out', 'amber', `${sequence(id)}, ${stage}`, `Confirmed ${when(at)}${by(person)}. It may not be used there any more.`);
    const asked = ({askedAt, askedAgainAt, handedOverAt}) => {
      const last = [['handed over', handedOverAt], ['asked again', askedAgainAt], ['asked', askedAt]].find(([, at]) => at);
      return last ? ` · ${last[0]} ${when(last[1])}` : '';
    };
    const task = (each) => {
      const {status, sequence: id, stage, confirmedStage, reason, why, answeredAt, answeredBy} = each;
      if (status === 'confirmed') return confirmed(id, confirmedStage, answeredAt, answeredBy);
      if (status === 'declined') return row('Declined', 'quiet', sequence(id), `“${reason}” · ${when(answeredAt)}${by(answeredBy)}`);
      if (status === 'removed') return row('Taken out', 'quiet', sequence(id), `${when(answeredAt)}${by(answeredBy)}`);
      return row(each.chosenBy ? 'Chosen' : 'Suggested', 'quiet', `${sequence(id)}, ${stage}`, each.chosenBy ? `${someone(each.chosenBy)} chose it: “${why}”${asked(each) || ` · ${waits()}`}` : `${told(why)}${asked(each)}`);
    };
    return card('Sequences',
        gone.length + placement.suggestions.length === 0 && h('p', {class: 'hint'}, mayChoose()
            ? ['No rule fits. Choose a sequence for it, or add a rule under ', h('a', {href: '#/directory/rules'}, 'Lists'), ': either way, the owner of the sequence is asked within minutes.']
            : ['No rule fits. Add one under ', h('a', {href: '#/directory/rules'}, 'Lists'), ', and the owner of its sequence is asked within minutes.']),
        h('ul', {class: 'rows'}, placement.suggestions.map(task), gone.map((each) => row('Off the list', 'quiet', `${sequence(each.sequence)}, ${each.stage}`, `Confirmed ${when(each.at)}, and the sequence is in the directory no more.`))),
        mayChoose() && h('p', null, button(placement.suggestions.length === 0 ? 'Choose a sequence' : 'Choose another sequence', choose, 'small')));
  }

  const mayChoose = () => has('pr', 'ops', 'sequence-owner') && !over() && !ended() && !negative() && placement.forwardability !== 'red' && placement.audit.inActiveSequence !== 'exempt';

  const waits = () => (placement.forwardability === 'green' ? 'its owner is asked once the pings are out' : 'its owner is asked once it is Green');

  let persona = '';

  function kit() {
    const {kit: state} = placement;
    if (!state) return null;
    const shown = h('div', {'aria-live': 'polite'});
    const as = h('select', {'aria-label': 'For which reader'}, READERS.map((each) => h('option', {value: each, selected: each === persona}, each || 'The first reader named')));
    async function look() {
      persona = as.value;
      try {
        const {headline, whatWasSaid, byWhom, evidence, whyItMatters, paragraph} = await get(`placements/${id}/kit${persona && `?persona=${encodeURIComponent(persona)}`}`);
        fill(shown, h('blockquote', {dir: 'auto', class: 'paragraph'}, paragraph),
            h('dl', {class: 'facts'}, [['Story', headline], ['Said', whatWasSaid], ['By', byWhom], ['Evidence', evidence], ['Why it matters', whyItMatters]].filter(([, text]) => text).map(([name, text]) => [h('dt', null, name), h('dd', {dir: 'auto'}, text)])),
            h('p', null, button('Copy the paragraph', () => navigator.clipboard.writeText(paragraph).then(() => say('Copied.'), () => say('The browser did not allow that.')), 'small')));
      } catch (problem) {
        fill(shown, h('p', {class: 'hint'}, problem.message));
      }
    }
    as.addEventListener('change', look);
    return card('Champion kit',
        h('div', {class: 'row'}, badge(state.ready ? 'Ready' : 'Not ready', state.ready ? 'green' : 'quiet'), badge(`Armed: ${state.armed}`, state.armed ? 'green' : 'quiet'),
            h('span', {class: 'grow'}), state.ready && as, state.ready && button('Show', look, 'small')),
        state.whyNot && h('p', {class: 'hint'}, told(state.whyNot)), shown,
        state.champions.length > 0 && h('ul', {class: 'people'}, state.champions.map((each) => h('li', null, h('strong', null, each.name), ` at ${each.accountName}, by ${rep(each.rep)}`))));
  }

  function references() {
    const used = placement.responses.filter((each) => each.kind === 'reference');
    return card('Used in deals', used.length === 0
        ? h('p', {class: 'hint'}, 'Nobody has recorded a use yet. Reps do that from the mail.')
        : h('ul', {class: 'rows'}, used.map((each) => h('li', null, h('div', null, h('strong', null, each.accountName), h('p', {class: 'hint'}, `${rep(each.rep)}, ${words(each.how).toLowerCase()}, ${when(each.at)}`))))));
  }

  function similar() {
    return placement.similar.length > 0 && card('The same story elsewhere?', h('ul', {class: 'rows'}, placement.similar.map((each) => h('li', null,
        h('div', null, h('a', {href: `#/placements/${each.id}`}, each.headline), h('p', {class: 'hint'}, `${each.outlet}, ${when(each.publishedAt)}`)),
        has('pr') && button('Attach as a copy', () => attach(each), 'small')))));
  }

  function details() {
    const rows = [['Topic', placement.topic], ['Personas', placement.personas.join(', ')], ['Quote', placement.quote], ['Why it matters', placement.whyItMatters], ['If a customer asks', placement.holdingLine],
      [Date.parse(placement.expiresAt) > now() ? 'Shelf life ends' : 'Shelf life ended', when(placement.expiresAt)],
      ...placement.copies.map((each) => ['Copy', h('span', null, `${each.outlet}: `, outside(each.url))]),
      ...placement.exemptions.map((each) => ['Exempt', `${QUESTIONS.find(([name]) => name === each.question)?.[1] ?? each.question} ${each.reason} (${each.name})`])].filter(([, said]) => said);
    return rows.length > 0 && card('More about it', h('dl', {class: 'facts'}, rows.map(([name, said]) => [h('dt', null, name), h('dd', {dir: 'auto'}, said)])));
  }

  const whose = ({by, role}) => (by === 'system' ? 'Done by itself' : role === 'sequence-owner' ? (sequences.has(by) ? `the owner of ${sequence(by)}` : `${someone(by)}, sequence owner`) : by.includes('@') ? by : someone(by));

  // Words and ids that earlier versions kept in the history.
  const plain = (what) => told(what.replace(/late-intake|in-active-sequence|referenced-in-deal|reached-in-24h/gi, (word) => SAID[word.toLowerCase()])
      .replace(/^imported: in-sequence#(.*)$/, (_, id) => `imported: in ${sequence(id)}`).replace(/^imported: referenced#.*$/, 'imported: used in a deal')
      .replace(/^is a copy of [a-z0-9-]{8,40}$/, 'is a copy of another placement'));

  const history = () => card('History', h('ol', {class: 'history'}, [...placement.history].reverse().map((each) => h('li', null,
      h('span', null, plain(each.what)), each.reason && h('q', null, each.reason), h('span', {class: 'hint'}, `${whose(each)} · ${when(each.at)}`)))));

  const negative = () => placement.tone === 'negative';

  const over = () => ['withdrawn', 'retracted'].includes(placement.status);

  function actions() {
    const isOut = placement.status !== 'scheduled' && !placement.backfill;
    const made = [button('See the mail', preview)];
    if (has('pr') && !over()) {
      made.push(!negative() && button('Turn Green, Amber or Red', turn), button('Correct', correct), button('Move publication', move), button('Attach a copy', () => attach()), !negative() && button('Exempt from a question', exempt), button('Shelf life', renew));
    }
    if (has('pr', 'ops') && !over() && isOut) made.push(button('Send again to those not reached', resend));
    if (has('pr') && !over()) made.push(isOut ? button('Retract', retract, 'danger') : button('Withdraw', withdraw, 'danger'));
    return [made, !has('pr', 'ops') && h('p', {class: 'hint'}, 'Changes need the role pr.')];
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
    return placement.status === 'scheduled' || placement.backfill ? 'Nobody yet: no ping has gone out.'
      : `Exactly those who got the ping, in the same thread (${count} reached so far).`;
  };

  const owners = () => {
    const confirmed = placement.responses.filter((each) => each.kind === 'sequence').map((each) => sequence(each.sequence));
    return confirmed.length ? ` And the owner of: ${[...new Set(confirmed)].join(', ')}.` : '';
  };

  const choice = (name, label, options, chosen) => field({name, label, control: h('select', null, options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)))});

  function turn() {
    const from = placement.forwardability;
    dialog({title: 'Turn it', action: 'Turn and tell them', about: 'Whether reps may forward the link.',
      fields: [choice('forwardability', 'To', [['green', 'Green: may be forwarded'], ['amber', 'Amber: internal only'], ['red', 'Red: do not use']].filter(([value]) => value !== placement.forwardability)), reason('Such as: promotional review cleared it.')],
      whom: `${toWhom()} Turning Green also asks the owners of the suggested sequences, and sends the distributors on the roster their ping.${owners()}`,
      send: (values) => change('forwardability', {...values, from}, 'Turned.')});
  }

  async function correct() {
    const segments = await list('segments').then((rows) => rows.map((each) => [each.id, each.name]), () => []);
    const text = (name, label, rows) => field({name, label, control: h(rows ? 'textarea' : 'input', {...(rows && {rows}), value: placement[name] ?? ''})});
    const several = (name, label, options) => {
      const boxes = options.map(([value, said]) => ({value, said, box: h('input', {type: 'checkbox', checked: placement[name].includes(value)})}));
      const made = field({name, label, className: 'several', control: h('fieldset', {class: 'checks', 'aria-label': label}, boxes.map(({said, box}) => h('label', {class: 'check'}, box, said)))});
      return {...made, read: () => boxes.filter(({box}) => box.checked).map(({value}) => value)};
    };
    const lines = {...text('personas', 'Personas, with commas between them'), read() { return this.control.value.split(',').map((each) => each.trim()).filter(Boolean); }};
    const fields = [text('headline', 'Headline', '2'), text('url', 'Link'), text('outlet', 'Outlet'), choice('format', 'Format', FORMATS.map((each) => [each, words(each)]), placement.format),
      choice('tone', 'Tone', TONES.map((each) => [each, words(each)]), placement.tone), several('segments', 'Segments', segments.length ? segments : placement.segments.map((each) => [each, words(each)])), lines, text('note', 'Note to the reps', '2'), text('topic', 'Topic'), text('spokesperson', 'Who speaks'), text('quote', 'Quote', '2'), text('whyItMatters', 'Why it matters', '2'),
      text('holdingLine', 'If a customer asks, reps say only this (needed for negative coverage)')];
    dialog({title: 'Correct it', action: 'Correct and tell them', wide: true, about: 'Change what was wrong. What you leave as it is stays. When it was published: “Move publication”; whether it may be forwarded: “Turn Green, Amber or Red”.',
      fields: [...fields, reason('The reps read it: what was wrong?')], whom: toWhom() + owners(),
      send({reason: why, ...values}) {
        const same = (name, value) => (Array.isArray(value) ? value.join() === placement[name].join() : value === (placement[name] ?? ''));
        const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(name, value)));
        return change('correction', {...changed, reason: why}, 'Corrected.');
      }});
  }

  function move() {
    const local = Intl.DateTimeFormat('sv-SE', {timeZone: placement.zone, dateStyle: 'short', timeStyle: 'short'}).format(Date.parse(placement.publishedAt)).split(' ');
    dialog({title: 'Move publication', action: 'Move it', about: 'The deadline, the warnings and the verdict move with it; both versions are kept.',
      fields: [field({name: 'publishedAt', label: 'Published on', control: h('input', {type: 'date', value: local[0]})}), field({name: 'time', label: 'At', optional: true, control: h('input', {type: 'time', value: placement.dateOnly ? '' : local[1]})}),
        field({name: 'zone', label: 'Outlet’s zone', control: h('input', {value: placement.zone ?? myZone})}), reason('Needed once the deadline has passed.')],
      whom: 'Nobody about the move itself.',
      send: ({publishedAt, time, zone, reason: why}) => change('publication', {publishedAt: time ? `${publishedAt}T${time}` : publishedAt, zone, ...(why && {reason: why})}, 'Moved.')});
  }

  function attach(copy) {
    const control = (value) => h('input', {value: value ?? ''});
    const other = copy && {url: '', outlet: copy.outlet};
    const made = dialog({title: 'Attach a copy', action: 'Attach', about: 'The same story in another outlet. The clock stays with the first publication.',
      fields: [field({name: 'url', label: 'Its link', control: control(other?.url)}), field({name: 'outlet', label: 'Its outlet', control: control(other?.outlet)}), reason('Such as: syndicated, the same text.')],
      whom: 'Nobody. Where the copy was submitted as a placement of its own, its remaining pings are cancelled.',
      send: (values) => change('copies', values, 'Attached.')});
    if (copy) get(`placements/${copy.id}`).then((found) => { made.querySelector('[name=url]').value ||= found.url ?? ''; }, () => {});
  }

  function exempt() {
    dialog({title: 'Exempt from a question', action: 'Exempt', about: 'It is shown as Exempt, never as Yes.',
      fields: [choice('question', 'Question', QUESTIONS.slice(1)), reason('Such as: an award, which no sequence carries.'), field({name: 'name', label: 'On whose word', optional: true, control: h('input', {value: ''})})],
      whom: 'Nobody.',
      send: ({name, ...values}) => change('exemption', name ? {...values, name} : values, 'Exempt.')});
  }

  async function choose() {
    const rows = (await list('sequences')).filter((each) => each.status === 'active' && each.stages.length > 0);
    if (rows.length === 0) {
      say('There is no active sequence. Add one under Lists.');
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
    dialog({title: 'Choose a sequence', action: 'Ask its owner', about: 'For a placement that no rule fits. It counts as being in the sequence once its owner confirms it.',
      fields: [pick, stage, reason('Its owner reads it: why does it belong there?')],
      whom: placement.status === 'scheduled' ? 'The owner of the sequence, once it is published and Green.' : placement.forwardability === 'green' ? 'The owner of the sequence, now.' : 'The owner of the sequence, once it is Green.',
      send: (values) => change('sequence', values, 'Chosen.')});
  }

  function renew() {
    const last = new Date(Date.parse(placement.expiresAt) - 1);
    const until = Intl.DateTimeFormat('sv-SE', {timeZone: placement.zone, dateStyle: 'short'}).format(last);
    dialog({title: 'Shelf life', action: 'Set it', about: 'Until when it may be used. Two weeks before the end, the PR owner is asked once more; then it leaves its sequences and the kit.',
      fields: [field({name: 'until', label: 'Its last day', control: h('input', {type: 'date', value: until})}), reason('Such as: still true, the figures are of this year.')],
      whom: 'Nobody now.',
      send: (values) => change('shelf-life', values, 'Set.')});
  }

  function resend() {
    const missing = placement.reached.missing ?? [];
    dialog({title: 'Send again', action: 'Send again', about: 'Never to somebody reached, nor to whom a ping is still on its way.', fields: [reason('Such as: the addresses are mended.')],
      whom: missing.length ? missing.map((each) => rep(each.rep)).join(', ') : 'Nobody: everybody was reached.',
      send: (values) => change('resend', values, 'Sent again to those not reached.')});
  }

  function retract() {
    dialog({title: 'Retract it', action: 'Retract and tell them', danger: true, about: 'It turns Red and says “stop using”. It cannot be undone, and what was recorded stays.',
      fields: [reason('The reps read it: why must they stop?')], whom: toWhom() + owners(), send: (values) => change('retraction', values, 'Retracted.')});
  }

  function withdraw() {
    dialog({title: 'Withdraw it', action: 'Withdraw', danger: true, about: 'Before anybody heard of it. Everything is cancelled and a record stays.',
      fields: [reason('Such as: the outlet dropped the story.')], whom: 'Nobody.', send: (values) => change('withdrawal', values, 'Withdrawn.')});
  }

  async function preview() {
    const shown = mail();
    const problem = h('p', {class: 'hint'});
    const rows = await list('reps').catch(() => []);
    const as = h('select', {'aria-label': 'As which rep sees it'}, rows.filter((each) => each.active !== false).slice(0, 500).map((each) => h('option', {value: each.id}, each.name)));
    const look = () => post(`placements/${id}/preview`, as.value ? {rep: as.value} : {}).then((answer) => { fill(problem); shown.show(answer); }, (failure) => fill(problem, failure.message));
    as.addEventListener('change', look);
    dialog({title: 'The mail', wide: true, content: h('div', null, h('div', {class: 'row'}, h('span', {class: 'hint'}, 'As seen by'), as), problem, shown.element)});
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
