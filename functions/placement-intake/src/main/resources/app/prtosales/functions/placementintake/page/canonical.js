// Converts the rows of a person's file to the form of the list, and to the CSV that the API accepts.

import {firstLast, isLastFirst, keyOf, plain} from './columns.js';
import {csv} from './csv.js';
import {earlierJobs, found, ids, unclear} from './identity.js';
import {joined} from './links.js';
import {FLAGS, MANY, cell, written} from './lists.js';
import {isOnLeave, value} from './values.js';

/** A cell of a current row, as CSV text. */
function kept(row, name) {
  if (MANY.includes(name)) return [row[name] ?? []].flat().join(';');
  return FLAGS.includes(name) ? String(row[name] ?? '') : cell(row[name]);
}

/** Converts each distinct text of a column only once. */
function once(context) {
  const columns = new Map();
  return (name, text) => {
    if (!columns.has(name)) columns.set(name, new Map());
    const texts = columns.get(name);
    if (!texts.has(text)) texts.set(text, value(name, text, context));
    return texts.get(text);
  };
}

/** The sequence's stage with this name, ignoring case. */
const stageOf = (stages, cells) => (stages.get(cells.sequence) ?? []).find((each) => plain(each) === plain(cells.stage)) ?? cells.stage;

const UNCLEAR = {
  accounts: 'Several accounts have this name, and we can’t tell which one this is. Add a column with the account IDs',
  sequences: 'Several sequences have this name, and we can’t tell which one this is. Add a column with the sequence IDs',
};

/**
 * @param mapping for each of our columns, either `{columns}`, indexes of the file's columns, or `{fixed}`, one value
 *     for all rows; `zones` is the zone chosen for each text of the column, and `onlyMissing` applies it only to people
 *     without a zone on the list
 * @param targets where cells lead
 * @param rows the current rows of the list
 * @return each row with `at`, its index in the file from 0; null for rows kept from the list; `isAway` if the file says
 *     that the person is on leave; and `problem` if only an id could tell which row of the list it is
 */
export function canonical({id, table, header, mapping, targets, context, rows, keepOthers}) {
  const columns = written(id);
  const [key] = columns;
  const all = converted({table, header, mapping, targets, context});
  const allCells = all.map(({cells}) => cells);
  const same = sameRows({id, key, mapping, rows, fileRows: allCells});
  const past = new Set(id === 'reps' && !mapping.id ? earlierJobs(allCells).filter((cells) => !same.has(cells)) : []);
  const fileRows = all.filter(({cells}) => !past.has(cells));
  const open = new Set(mapping.id ? [] : unclear(id, allCells, rows, same));
  for (const row of fileRows) if (open.has(row.cells)) row.problem = UNCLEAR[id];
  const newId = ids(id, rows);
  for (const {cells, isAway} of fileRows) {
    const row = same.get(cells);
    if (key === 'id' && !mapping.id) cells.id = row?.id ?? newId(cells);
    for (const name of columns) {
      const staysAway = name === 'active' && isAway && row?.active === false;
      const isKept = !mapping[name] || staysAway || (mapping[name].onlyMissing && kept(row ?? {}, name));
      if (row && name !== key && isKept) cells[name] = kept(row, name);
    }
  }
  if (keepOthers) {
    const there = new Set(same.values());
    for (const row of rows.filter((each) => !there.has(each))) {
      fileRows.push({at: null, cells: Object.fromEntries(columns.map((name) => [name, kept(row, name)]))});
    }
  }
  return fileRows;
}

/** The file's rows with their cells in the list's format, without empty rows. */
function converted({table, header, mapping, targets, context}) {
  const read = once(context);
  const fileRows = [];
  const turned = ({columns}) => columns?.length === 1 && isLastFirst(table[header]?.[columns[0]]);
  for (let at = header + 1; at < table.length; at++) {
    if (!table[at].some(Boolean)) continue;
    const cells = {};
    let isAway = false;
    for (const [name, from] of Object.entries(mapping)) {
      const text = from.columns ? joined(name, table[at], at, from.columns, targets) : from.fixed;
      isAway ||= name === 'active' && isOnLeave(text ?? '');
      cells[name] = from.zones?.get(keyOf(text)) ?? read(name, name === 'name' && turned(from) ? firstLast(text) : text);
    }
    if (cells.stage) cells.stage = stageOf(context.stages, cells);
    fileRows.push({at, cells, isAway});
  }
  return fileRows;
}

/** The list row of each file row: by id; if the file has none, or another one for a rep, by what else identifies it. */
function sameRows({id, key, mapping, rows, fileRows}) {
  const before = new Map(rows.map((row) => [String(row[key]), row]));
  const same = new Map(fileRows.filter((cells) => before.has(cells[key])).map((cells) => [cells, before.get(cells[key])]));
  if (key !== 'id' || (mapping.id && id !== 'reps')) return same;
  const staying = new Set([...same].filter(([cells]) => id !== 'reps' || cells.active !== 'false').map(([, row]) => row));
  const others = found(id, fileRows.filter((cells) => !same.has(cells)), rows.filter((row) => !staying.has(row)));
  return new Map([...same, ...others]);
}

/** @return the CSV, and for each of its lines the row that starts there */
export function asCsv(id, fileRows) {
  const columns = written(id).filter((name) => id !== 'import' || fileRows.some(({cells}) => cells[name]));
  const lines = new Map();
  let line = 2;
  for (const row of fileRows) {
    lines.set(line, row);
    line += 1 + columns.reduce((breaks, name) => breaks + ((row.cells[name] ?? '').match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  return {text: csv(columns.length ? columns : written(id), fileRows.map(({cells}) => columns.map((name) => cells[name] ?? ''))), lines};
}
