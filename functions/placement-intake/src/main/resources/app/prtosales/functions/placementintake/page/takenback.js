// The stories in an exported list that were withdrawn or retracted. The import would make ordinary stories of them.

import {plain} from './columns.js';
import {h, listed, notice} from './dom.js';

const TAKEN_BACK = ['withdrawn', 'retracted'];

/** The indexes of their rows, in the column that our export calls `status`. */
export function takenBackOf(id, rows, header) {
  const column = id === 'import' ? (rows[header] ?? []).findIndex((name) => plain(name) === 'status') : -1;
  if (column < 0) return [];
  return rows.flatMap((row, at) => (at > header && TAKEN_BACK.includes(plain(row[column] ?? '')) ? [at] : []));
}

export function takenBackNotice(indexes) {
  if (indexes.length === 0) return null;
  const rows = listed(indexes.slice(0, 20).map((at) => String(at + 1)), indexes.length);
  return notice('quiet', h('p', null, indexes.length === 1 ? `Row ${rows} was withdrawn or retracted, so it’s left out.`
      : `Rows ${rows} were withdrawn or retracted, so they’re left out.`));
}
