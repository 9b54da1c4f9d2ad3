// Which row of the list each row of a person's file is, and the ids of rows that have none.

import {plain} from './columns.js';
import {byKey} from './values.js';

const RULE = ['format', 'topic', 'segment', 'persona', 'sequence', 'stage'];

const address = ({email}) => (email ?? '').trim().toLowerCase();

const name = (row) => plain(row.name ?? '');

const isActive = ({active}) => String(active ?? '') !== 'false';

/** What a person is known by, the surest first. A former rep is not known by the name alone: another may have it. */
const OF_PEOPLE = [
  (row) => address(row) && name(row) && `${address(row)} ${name(row)}`,
  address,
  (row, isOnList) => (isOnList && !isActive(row) ? '' : name(row)),
];

/** What any other row is known by: its name, or all of a rule. */
const OF_OTHERS = [(row) => name(row) || (row.sequence ? RULE.map((each) => plain(row[each] ?? '')).join(' / ') : '')];

/**
 * The list row of each file row. An address or a name that several people have stands for none of them; other rows of
 * one name are told apart by their order.
 * @param cells the file rows to be found, without those whose id is on the list
 * @param rows the list rows that they may be
 */
export function found(id, cells, rows) {
  const made = new Map();
  const [open, left] = [new Set(cells), new Set(rows)];
  const marks = id === 'reps' ? OF_PEOPLE : OF_OTHERS;
  for (const [at, mark] of marks.entries()) {
    const isUnique = id === 'reps' && at > 0;
    const known = byKey([...left], (row) => [mark(row, true)].filter(Boolean));
    for (const [key, those] of byKey([...open], (row) => [mark(row, false)].filter(Boolean))) {
      const there = known.get(key) ?? [];
      if (isUnique && (there.length > 1 || those.length > 1)) continue;
      those.slice(0, there.length).forEach((each, nth) => {
        made.set(each, there[nth]);
        open.delete(each);
        left.delete(there[nth]);
      });
    }
  }
  return made;
}

/** A text's 64-bit FNV-1a hash, in digits and letters. */
function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const each of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(each)) * 0x100000001b3n);
  return hash.toString(36);
}

const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);

/**
 * A rep's id stays in the records when the rep is deleted, so it shows neither name nor address (R5.10). It is the same
 * for the same person only, also if somebody of that name left.
 */
const base = (id, row) => (id === 'reps' ? `rep-${digest(`${address(row)} ${name(row)}`)}`
    : slug(row.name ?? [row.sequence, row.stage, row.format, row.topic].filter(Boolean).join(' ')) || 'row');

/** Makes ids for new rows of a list. */
export function ids(id, rows) {
  const taken = new Set(rows.map((row) => row.id));
  return (row) => {
    const first = base(id, row);
    let made = first;
    for (let next = 2; taken.has(made); next++) made = `${first}-${next}`;
    taken.add(made);
    return made;
  };
}
