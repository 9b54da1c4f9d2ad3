// Converts the rows of a person's file to the form of the list, and to the CSV that the API accepts.

import {keyOf, plain} from './columns.js';
import {csv} from './csv.js';
import {FLAGS, MANY, cell, written} from './lists.js';
import {byKey, value} from './values.js';

const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);

/** A cell of a current row, as CSV text. */
function kept(row, name) {
  if (MANY.includes(name)) return [row[name] ?? []].flat().join(';');
  return FLAGS.includes(name) ? String(row[name] ?? '') : cell(row[name]);
}

const RULE = ['format', 'topic', 'segment', 'persona', 'sequence', 'stage'];

/** What a row without an id is known by: its address, its name, or all of a rule. */
const keysOf = (row) => [row.email, row.name, !row.name && row.sequence && RULE.map((each) => row[each] ?? '').join(' / ')]
    .filter(Boolean).map(plain);

/**
 * Ids for rows without one: if allowed, the id of the list row with the same address or name, which is given once;
 * otherwise made from the name.
 */
function identities(rows, mayBeKnown = true) {
  const known = byKey(mayBeKnown ? rows : [], keysOf);
  const taken = new Set(rows.map((row) => row.id));
  const given = new Set();
  return (cells) => {
    for (const key of keysOf(cells)) {
      const [same, other] = (known.get(key) ?? []).filter((row) => !given.has(row.id));
      // Two people may share a name. Two accounts that do are told apart by the order of the rows.
      if (same && (!other || !cells.email)) {
        given.add(same.id);
        return same.id;
      }
    }
    const base = slug(cells.name ?? [cells.sequence, cells.stage, cells.format, cells.topic].filter(Boolean).join(' ')) || 'row';
    let id = base;
    for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
    taken.add(id);
    return id;
  };
}

/** Converts each distinct text of a column only once, because long files repeat most of them. */
function once(context) {
  const columns = new Map();
  return (name, text) => {
    if (!columns.has(name)) columns.set(name, new Map());
    const texts = columns.get(name);
    if (!texts.has(text)) texts.set(text, value(name, text, context));
    return texts.get(text);
  };
}

/**
 * Finds the list row of a person with a different id in the file: by address, or by a name that is unique on the list.
 */
function people(rows) {
  const addresses = new Map(rows.filter((row) => row.email).map((row) => [row.email.toLowerCase(), row]));
  const names = new Map();
  for (const row of rows) names.set(plain(row.name ?? ''), names.has(plain(row.name ?? '')) ? null : row);
  return (cells) => addresses.get((cells.email ?? '').toLowerCase()) ?? names.get(plain(cells.name ?? '')) ?? undefined;
}

/** A new id for a row that has none. */
export const newId = (rows, row) => identities(rows, false)(row);

/** The sequence's stage with this name, ignoring case. */
const stageOf = (stages, cells) => (stages.get(cells.sequence) ?? []).find((each) => plain(each) === plain(cells.stage)) ?? cells.stage;

/**
 * @param mapping for each of our columns, either `{columns}`, indexes of the file's columns, or `{fixed}`, one value
 *     for all rows; `zones` is the zone chosen for each text of the column, and `onlyMissing` applies it only to people
 *     without a zone on the list
 * @param rows the current rows of the list
 * @return each row with `at`, its index in the file from 0; null for rows kept from the list
 */
export function canonical({id, table, header, mapping, context, rows, keepOthers}) {
  const columns = written(id);
  const [key] = columns;
  const before = new Map(rows.map((row) => [String(row[key]), row]));
  const identity = identities(rows);
  const person = id === 'reps' ? people(rows) : () => undefined;
  const made = [];
  const known = new Set();
  const read = once(context);
  for (let at = header + 1; at < table.length; at++) {
    if (!table[at].some(Boolean)) continue;
    const cells = {};
    for (const [name, from] of Object.entries(mapping)) {
      const text = from.columns ? from.columns.map((each) => table[at][each] ?? '').filter(Boolean).join(' ') : from.fixed;
      cells[name] = from.zones?.get(keyOf(text)) ?? read(name, text);
    }
    if (cells.stage) cells.stage = stageOf(context.stages, cells);
    if (key === 'id' && !mapping.id) cells.id = identity(cells);
    const same = before.get(cells[key]) ?? person(cells);
    for (const name of columns) {
      const isKept = !mapping[name] || (mapping[name].onlyMissing && kept(same ?? {}, name));
      if (same && name !== key && isKept) cells[name] = kept(same, name);
    }
    known.add(same);
    made.push({at, cells});
  }
  if (keepOthers) {
    const there = new Set(made.map(({cells}) => cells[key]));
    for (const row of rows.filter((each) => !there.has(String(each[key])) && !known.has(each))) {
      made.push({at: null, cells: Object.fromEntries(columns.map((name) => [name, kept(row, name)]))});
    }
  }
  return made;
}

/** @return the CSV, and for each of its lines the row that starts there */
export function asCsv(id, made) {
  const columns = written(id).filter((name) => id !== 'import' || made.some(({cells}) => cells[name]));
  const lines = new Map();
  let line = 2;
  for (const row of made) {
    lines.set(line, row);
    line += 1 + columns.reduce((breaks, name) => breaks + ((row.cells[name] ?? '').match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  return {text: csv(columns.length ? columns : written(id), made.map(({cells}) => columns.map((name) => cells[name] ?? ''))), lines};
}
