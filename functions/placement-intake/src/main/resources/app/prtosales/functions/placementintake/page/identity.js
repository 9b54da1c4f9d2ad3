// Matches the rows of a person's file to the list's rows, and makes ids for rows that have none.

import {plain} from './columns.js';
import {byKey} from './values.js';

const address = ({email}) => (email ?? '').trim().toLowerCase();

const name = (row) => plain(row.name ?? '');

const isActive = ({active}) => String(active ?? '') !== 'false';

/** What identifies a person, the surest first. A former rep's name alone does not: somebody else may have it now. */
const OF_PEOPLE = [
  (row) => address(row) && name(row) && `${address(row)} ${name(row)}`,
  address,
  (row, isOnList) => (isOnList && !isActive(row) ? '' : name(row)),
];

/** All of these cells together; nothing if the first one is empty. */
const all = (first, ...others) => (row) => plain(row[first] ?? '')
    && [first, ...others].map((each) => plain(String(row[each] ?? ''))).join(' / ');

/** What identifies the rows of each list, the surest first. */
const MARKS = {
  reps: OF_PEOPLE,
  segments: [name],
  sequences: [all('name', 'ownerEmail'), name],
  accounts: [all('name', 'segment', 'rep'), all('name', 'segment'), all('name', 'rep'), name],
  rules: [all('sequence', 'stage', 'format', 'topic', 'segment', 'persona')],
};

/** Lists in which several rows may have the same name, so their order alone does not say which row is which. */
const SHARED = ['sequences', 'accounts'];

/** A person's active row before the inactive ones of earlier jobs. */
const activeFirst = (rows) => [...rows].sort((one, other) => isActive(other) - isActive(one));

/**
 * The list row of each file row. What several rows have in common matches none of them, unless they are equal in all that
 * identifies them: those are matched in order.
 * @param cells the file rows to be found, without those whose id is on the list
 * @param rows the list rows that they may be
 */
export function found(id, cells, rows) {
  const matches = new Map();
  const [open, left] = [new Set(cells), new Set(rows)];
  for (const [at, mark] of MARKS[id].entries()) {
    const known = byKey(activeFirst(left), (row) => [mark(row, true)].filter(Boolean));
    for (const [key, those] of byKey(activeFirst(open), (row) => [mark(row, false)].filter(Boolean))) {
      const there = known.get(key) ?? [];
      const isClear = at === 0 && (!SHARED.includes(id) || there.length === those.length);
      if (!isClear && (there.length > 1 || those.length > 1)) continue;
      those.slice(0, there.length).forEach((each, nth) => {
        matches.set(each, there[nth]);
        open.delete(each);
        left.delete(there[nth]);
      });
    }
  }
  return matches;
}

/**
 * The file rows that may be any of several list rows with their name.
 * @param matches the list rows that were found
 */
export function unclear(id, cells, rows, matches) {
  if (!SHARED.includes(id)) return [];
  const taken = new Set(matches.values());
  const left = new Set(rows.filter((row) => !taken.has(row)).map(name));
  return cells.filter((each) => !matches.has(each) && left.has(name(each)));
}

/** The inactive rows of people who have an active row too: an earlier job of theirs. */
export function earlierJobs(cells) {
  const active = new Set(cells.filter(isActive).map(OF_PEOPLE[0]).filter(Boolean));
  return cells.filter((each) => !isActive(each) && active.has(OF_PEOPLE[0](each)));
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

/**
 * The other row of the list that is the same as this one; undefined if there is none.
 * @param before the row before a change; what it had in common with another one already is not asked about
 */
export function sameAs(id, row, rows, before) {
  const {keyOf} = TWICE[id] ?? {};
  const key = keyOf?.(row);
  if (!key || (before && keyOf(before) === key)) return undefined;
  return rows.find((each) => each !== row && each.id !== row.id && keyOf(each) === key);
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
