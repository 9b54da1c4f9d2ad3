// Summarizes in sentences what a whole list changes, above the tables that list the rows.

import {column} from './dom.js';
import {groupsOf} from './groups.js';
import {zoneName} from './time.js';

const NOUNS = {
  reps: ['person', 'people'],
  segments: ['segment', 'segments'],
  sequences: ['sequence', 'sequences'],
  accounts: ['account', 'accounts'],
  rules: ['rule', 'rules'],
};

/** Special wording for a changed cell: `[one, many]`. */
const SAID = {
  reps: {
    active: ({after}) => (after === 'false' ? ['becomes inactive', 'become inactive'] : ['becomes active', 'become active']),
    zone: () => ['changes time zone', 'change time zone'],
    email: () => ['gets another email address', 'get another email address'],
    manager: () => ['changes manager', 'change manager'],
    segments: ({after}) => (after ? ['changes segments', 'change segments'] : ['loses all segments', 'lose all segments']),
  },
  sequences: {
    status: ({after}) =>
      after === 'paused'
        ? ['is paused', 'are paused']
        : after === 'archived'
          ? ['is archived', 'are archived']
          : ['becomes active', 'become active'],
    ownerEmail: () => ['changes owner', 'change owner'],
  },
  accounts: {
    target: ({after}) =>
      after === 'true'
        ? ['becomes a target account', 'become target accounts']
        : ['is no longer a target account', 'are no longer target accounts'],
    rep: () => ['changes rep', 'change rep'],
  },
};

/** Whether a changed cell changes nothing: a rep with an empty `active` is active. */
const isNothing = (id, {column: name, before, after}) => id === 'reps' && name === 'active' && before !== 'false' && after !== 'false';

/**
 * @param difference the result of the dry run
 * @param rows the rows of the stored list
 * @param cellsOf the file's cells for a new rep's id; absent when the file is not about people
 * @return sentences; empty for the agreement, which has few settings
 */
export function summaryOf(id, difference, rows, cellsOf) {
  if (id === 'agreement') return [];
  const count = new Map();
  const otherIds = new Set(difference.samePeople.map((same) => same.before));
  for (const cell of difference.cells.filter((each) => !isNothing(id, each) && !(each.column === 'active' && otherIds.has(each.row)))) {
    const [one, more] = SAID[id]?.[cell.column]?.(cell) ?? [
      `has another ${column(cell.column).toLowerCase()}`,
      `have another ${column(cell.column).toLowerCase()}`,
    ];
    count.set(one, [(count.get(one)?.[0] ?? 0) + 1, more]);
  }
  const [noun, nouns] = NOUNS[id];
  const many = (number, one, more) => `${number} ${number === 1 ? `${noun} ${one}` : `${nouns} ${more}`}`;
  const sorted = [...count].sort(([, [first]], [, [second]]) => second - first);
  return [
    ...(sorted.length
      ? [`${difference.moreCells > 0 ? 'At least ' : ''}${sorted.map(([one, [number, more]]) => many(number, one, more)).join(', ')}.`]
      : []),
    ...(id === 'reps' && cellsOf ? [...segments(difference, rows, cellsOf), ...zones(difference, cellsOf)] : []),
  ];
}

/** What happens to the segments of new people and of people under a new id. */
function segments(difference, rows, cellsOf) {
  const {samePeople} = difference;
  const segmentsOf = (key) => (cellsOf(key).segments ?? '').split(';').filter(Boolean);
  const sentences = [];
  const before = new Map(rows.map((row) => [row.id, row.segments ?? []]));
  const same = new Map(samePeople.map((each) => [each.after, each.before]));
  const fresh = groupsOf(difference).fresh.filter((key) => segmentsOf(key).length === 0).length;
  const lost = [...same].filter(([after, old]) => before.get(old)?.length > 0 && segmentsOf(after).length === 0).length;
  const kept = [...same].filter(([after]) => segmentsOf(after).length > 0).length;
  if (kept > 0) sentences.push(`${kept === 1 ? 'The person' : `The ${kept} people`} under ${kept === 1 ? 'a new ID keeps' : 'new IDs keep'} their segments.`);
  if (lost > 0) sentences.push(`${lost} ${lost === 1 ? 'person' : 'people'} under ${lost === 1 ? 'a new ID has' : 'new IDs have'} no segments in this file.`);
  if (fresh > 0)
    sentences.push(
      `${fresh} ${fresh === 1 ? 'person is new and has' : 'people are new and have'} no segments yet. They get every story, and none is marked as theirs.`
    );
  return sentences;
}

/** “Time zones of the 3 new people: 2 Eastern, 1 Pacific.” */
function zones(difference, cellsOf) {
  const {fresh} = groupsOf(difference);
  const count = new Map();
  for (const key of fresh) count.set(cellsOf(key).zone, (count.get(cellsOf(key).zone) ?? 0) + 1);
  if (fresh.length === 0) return [];
  if (fresh.length === 1) return [`Time zone of the new person: ${zoneName(cellsOf(fresh[0]).zone)}.`];
  const parts = [...count].sort(([, one], [, other]) => other - one).map(([zone, number]) => `${number} ${zoneName(zone)}`);
  return [`Time zones of the ${fresh.length} new people: ${parts.join(', ')}.`];
}
