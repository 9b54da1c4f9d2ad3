// More facts about a placement, and who changed what and when.

import {h, outside, sentence, words} from './dom.js';
import {QUESTIONS} from './answers.js';
import {day, now, when} from './time.js';

const SHOWN = 5;

/** API words that earlier versions stored in the history. */
const SAID = {'late-intake': 'submitted too late', 'in-active-sequence': 'being in a sequence',
  'referenced-in-deal': 'being used in a deal', 'reached-in-24h': 'reaching the team'};
const VERDICT = /^verdict( restated)?: (met|missed|void)(?:, (.+))?, (\d+) of (\d+) reached, (\d+) in time$/;

/** A verdict in today's wording: “Reached the whole team in time, 12 reps”. */
function inWords(_, again, verdict, cause, count, of, inTime) {
  const corrected = again ? 'result corrected: ' : '';
  if (verdict === 'met') return `${corrected}reached the whole team in time, ${of} reps`;
  if (verdict === 'void') return `${corrected}no active reps to reach`;
  return `${corrected}missed the 24 hours${cause ? ` (${cause})` : ''}: ${count} of ${of} reached, ${inTime} in time`;
}

/** Says a move in the reader's zone; the stored sentence has its times in UTC. */
function moved({what, at}, moves) {
  const move = what.startsWith('publication moved') && moves.find((each) => each.at === at);
  const said = ({publishedAt, zone, dateOnly}) => (dateOnly ? day(publishedAt, zone) : when(publishedAt));
  return move && `Publication moved from ${said(move.from)} to ${said(move.to)}`;
}

const plain = (what, names) => sentence(what
    .replace(/late-intake|in-active-sequence|referenced-in-deal|reached-in-24h/gi, (word) => SAID[word.toLowerCase()])
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
  const entries = [...placement.history].reverse().map((each) => h('li', null, h('span', null, moved(each, placement.moves) || plain(each.what, names)),
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
      rows.filter(([, said]) => said).map(([name, said]) => [h('dt', null, name), h('dd', {dir: 'auto'}, said)]));
}
