// Matches the rows of a person's file to the list's rows, and makes ids for rows that have none.

import {plain} from './columns.js';
import {byKey} from './values.js';

const RULE = ['format', 'topic', 'segment', 'persona', 'sequence', 'stage'];

const address = ({email}) => (email ?? '').trim().toLowerCase();

const name = (row) => plain(row.name ?? '');

const isActive = ({active}) => String(active ?? '') !== 'false';

/** What identifies a person, the surest first. A former rep's name alone does not: somebody else may have it now. */
const OF_PEOPLE = [
  (row) => address(row) && name(row) && `${address(row)} ${name(row)}`,
  address,
  (row, isOnList) => (isOnList && !isActive(row) ? '' : name(row)),
];

/** What identifies any other row: its name, or for a rule all of its cells. */
const OF_OTHERS = [(row) => name(row) || (row.sequence ? RULE.map((each) => plain(row[each] ?? '')).join(' / ') : '')];

/**
 * The list row of each file row. An address or a name that several people have matches none of them; other rows with the
 * same name are matched in order.
 * @param cells the file rows to be found, without those whose id is on the list
 * @param rows the list rows that they may be
 */
export function found(id, cells, rows) {
  const matches = new Map();
  const [open, left] = [new Set(cells), new Set(rows)];
  const marks = id === 'reps' ? OF_PEOPLE : OF_OTHERS;
  for (const [at, mark] of marks.entries()) {
    const isUnique = id === 'reps' && at > 0;
    const known = byKey([...left], (row) => [mark(row, true)].filter(Boolean));
    for (const [key, those] of byKey([...open], (row) => [mark(row, false)].filter(Boolean))) {
      const there = known.get(key) ?? [];
      if (isUnique && (there.length > 1 || those.length > 1)) continue;
      those.slice(0, there.length).forEach((each, nth) => {
        matches.set(each, there[nth]);
        open.delete(each);
        left.delete(there[nth]);
      });
    }
  }
  return matches;
}

const TWICE = {
  reps: {keyOf: (cells) => isActive(cells) && OF_PEOPLE[0](cells), same: 'person', by: 'name and address'},
  segments: {keyOf: name, same: 'segment', by: 'name'},
};

/**
 * The rows of a file that are in an earlier row too: an active rep with the same name and address would get every story
 * twice.
 * @param fileRows rows with `cells`, and `at`, the index in the file
 */
export function twice(id, fileRows) {
  if (!TWICE[id]) return [];
  const {keyOf, same, by} = TWICE[id];
  const groups = byKey(fileRows.filter(({at}) => at !== null), ({cells}) => [keyOf(cells)].filter(Boolean));
  return [...groups.values()].flatMap(([first, ...others]) => others.map((row) => ({row,
    message: `This is the same ${same} as in row ${first.at + 1}: same ${by}. Keep only one of the rows`})));
}

/** A text's 64-bit FNV-1a hash, in digits and letters. */
function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const each of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(each)) * 0x100000001b3n);
  return hash.toString(36);
}

const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);

/**
 * A rep's id stays in the records when the rep is deleted, so it shows neither name nor address (R5.10). It depends on
 * both, so somebody else of the same name gets another id.
 */
const base = (id, row) => (id === 'reps' ? `rep-${digest(`${address(row)} ${name(row)}`)}`
    : slug(row.name ?? [row.sequence, row.stage, row.format, row.topic].filter(Boolean).join(' ')) || 'row');

/** Makes ids for new rows of a list. */
export function ids(id, rows) {
  const taken = new Set(rows.map((row) => row.id));
  return (row) => {
    const first = base(id, row);
    let unique = first;
    for (let next = 2; taken.has(unique); next++) unique = `${first}-${next}`;
    taken.add(unique);
    return unique;
  };
}
