// More facts about a placement, and who changed what and when.

import {h, outside, sentence, words} from './dom.js';
import {QUESTIONS} from './answers.js';
import {reps} from './story.js';
import {day, now, when, zoneTitle} from './time.js';

const SHOWN = 5;

/** The number of characters of a corrected text that are shown. */
const QUOTED = 80;

/** API words that earlier versions stored in the history. */
const SAID = {'late-intake': 'submitted too late', 'in-active-sequence': 'being in a sequence',
  'referenced-in-deal': 'being used in a deal', 'reached-in-24h': 'reaching the team',
  inActiveSequence: 'being in a sequence', referencedInDeal: 'being used in a deal'};
const WORDS = new RegExp(Object.keys(SAID).join('|'), 'g');
const VERDICT = /^verdict( restated)?: (met|missed|void)(?:, (.+))?, (\d+) of (\d+) reached, (\d+) in time$/;

/** A verdict in today's wording: “Reached the whole team in time, 12 reps”. */
function inWords(_, again, verdict, cause, count, of, inTime) {
  const corrected = again ? 'result corrected: ' : '';
  if (verdict === 'met') return `${corrected}reached the whole team in time, ${reps(of)}`;
  if (verdict === 'void') return `${corrected}no active reps to reach`;
  return `${corrected}missed the 24 hours${cause ? ` (${cause})` : ''}: ${count} of ${of} reached, ${inTime} in time`;
}

function moved({from, to}) {
  const inWords = ({publishedAt, zone, dateOnly}) => (dateOnly ? day(publishedAt, zone) : when(publishedAt));
  return `Publication moved from ${inWords(from)} to ${inWords(to)}`;
}

/** The fields that people know by another name than the API. */
const FIELDS = {url: 'link', whyItMatters: 'why it matters', holdingLine: 'what to say if a customer asks',
  publishedAt: 'publication', zone: 'time zone', personas: 'buyers’ roles', forwardability: 'forwarding'};

/** How a field's value is shown, if it is not a text. */
const VALUES = {
  format: words, tone: words, forwardability: words, zone: zoneTitle,
  segments: (ids, names) => ids.split(', ').map(names.segment).join(', '),
  publishedAt: (value) => (value.includes('T') ? when(value) : day(`${value}T00:00Z`, 'UTC')),
};

/** A field's value as people read it. */
export const valueOf = (field, value, names) => VALUES[field]?.(value, names) ?? value;

function corrected({number, changes}, names) {
  const quoted = (text) => {
    const letters = [...text];
    return `“${letters.slice(0, QUOTED).join('')}${letters.length > QUOTED ? '…' : ''}”`;
  };
  const inWords = (field, value) => (value === null ? 'nothing' : quoted(valueOf(field, value, names)));
  const fields = changes.map(({field, before, after}) =>
    `${FIELDS[field] ?? field} from ${inWords(field, before)} to ${inWords(field, after)}`).join('; ');
  return `Correction ${number}${fields && ': '}${fields}`;
}

/** Changes that the API has as values; its sentence has the API's words, and times in UTC. */
function fromValues({what, at}, {moves, corrections, renewals, zone}, names) {
  const changeOf = (begins, changes) => what.startsWith(begins) && changes.find((each) => each.at === at);
  const move = changeOf('publication moved', moves);
  if (move) return moved(move);
  const correction = changeOf('correction', corrections);
  if (correction) return corrected(correction, names);
  const renewal = changeOf('may be used until', renewals);
  return renewal && `May be used until ${day(Date.parse(renewal.to) - 1, zone)}`;
}

const plain = (what, names) => sentence(what
    .replace(WORDS, (word) => SAID[word])
    .replace(/^imported: in-sequence#(.*)$/, (_, id) => `imported: in ${names.sequence(id)}`)
    .replace(/^imported: referenced#.*$/, 'imported: used in a deal')
    .replace(/^is a copy of [a-z0-9-]{8,40}$/, 'is a copy of another story')
    .replace(VERDICT, inWords));

function whose({by, role}, names) {
  if (by === 'system') return 'Automatic';
  if (role !== 'sequence-owner') return names.someone(by);
  return names.isSequence(by) ? `the owner of ${names.sequence(by)}` : `${names.someone(by)}, sequence owner`;
}

export function history(placement, names) {
  const entries = [...placement.history].reverse().map((each) => h('li', null, h('span', null, fromValues(each, placement, names) || plain(each.what, names)),
      each.reason && h('q', null, each.reason),
          h('span', {class: 'hint'}, `${whose(each, names)} · ${when(each.at)}`)));
  const earlier = entries.slice(SHOWN);
  return h('ol', {class: 'history'}, entries.slice(0, SHOWN),
      earlier.length > 0 && h('li', null,
          h('details', null, h('summary', null, `${earlier.length} earlier`), h('ol', null, earlier))));
}

export function details(placement) {
  const {topic, personas, quote, whyItMatters, holdingLine, expiresAt, copies, exemptions} = placement;
  const asks = (question) => QUESTIONS.find(([name]) => name === question)?.[1] ?? words(question);
  const rows = [['Topic', topic], ['Buyers’ roles', personas.join(', ')], ['Quote', quote],
    ['Why it matters', whyItMatters],
    ['If a customer asks', holdingLine], [Date.parse(expiresAt) > now() ? 'Expires' : 'Expired', when(expiresAt)],
    ...copies.map((each) => ['Copy', h('span', null, `${each.outlet}: `, outside(each.url))]),
    ...exemptions.map((each) => ['Exempt', `${asks(each.question)} ${each.reason} (${each.name})`])];
  return h('dl', {class: 'facts'},
      rows.filter(([, text]) => text).map(([name, text]) => [h('dt', null, name), h('dd', {dir: 'auto'}, text)]));
}
