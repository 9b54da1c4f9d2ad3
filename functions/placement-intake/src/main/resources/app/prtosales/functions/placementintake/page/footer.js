// The rows below the data of a report: totals, notes, when it was made. They are left out, and the page says which.

import {h, notice} from './dom.js';
import {LISTS} from './lists.js';

const NOUNS = {reps: 'a rep', segments: 'a segment', sequences: 'a sequence', accounts: 'an account', rules: 'a rule',
  agreement: 'part of the agreement', import: 'a story'};
const PLURALS = {reps: 'reps', segments: 'segments', sequences: 'sequences', accounts: 'accounts', rules: 'rules',
  agreement: 'part of the agreement', import: 'stories'};

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const SHOWN = 10;

const text = (row, columns) => columns.map((at) => row[at] ?? '').join('');

/** Whether a row has text in the first two columns at most, none of it in a column that the list needs, and no id. */
function isNothing(row, id, mapping) {
  const needed = LISTS[id].required.map((name) => mapping[name]?.columns).filter(Boolean);
  return needed.length > 0 && !row.slice(2).some(Boolean) && needed.every((columns) => text(row, columns) === '')
      && !ID.test(text(row, mapping.id?.columns ?? []));
}

/**
 * The indexes of the rows at the end that are not part of the data, first to last.
 * @param sheet its `rows`, and `footer`, the indexes of those that are about the report by their words
 */
export function footerOf(id, sheet, {header, mapping}) {
  const known = new Set(sheet.footer ?? []);
  const found = [];
  for (let at = sheet.rows.length - 1; at > header; at--) {
    if (!sheet.rows[at].some(Boolean)) continue;
    if (!known.has(at) && !isNothing(sheet.rows[at], id, mapping)) break;
    found.unshift(at);
  }
  return found;
}

/** The sheet's rows, with nothing in those of its footer. */
export function withoutFooter(rows, footer) {
  const data = [...rows];
  for (const at of footer) data[at] = [];
  return data;
}

function quoted(row) {
  const said = row.filter(Boolean).join(' ');
  return `“${said.length > 80 ? `${said.slice(0, 79)}…` : said}”`;
}

/** “Row 50 isn’t a rep: “Total: 12”. It’s left out.” */
export function footerNotice(id, rows, footer) {
  if (footer.length === 0) return null;
  if (footer.length === 1) {
    return notice('quiet', h('p', null, `Row ${footer[0] + 1} isn’t ${NOUNS[id]}: ${quoted(rows[footer[0]])}. It’s left out.`));
  }
  return notice('quiet', h('p', null, `The last ${footer.length} rows aren’t ${PLURALS[id]}. They’re left out:`),
      h('ul', null, footer.slice(0, SHOWN).map((at) => h('li', null, `Row ${at + 1}: ${quoted(rows[at])}`)),
          footer.length > SHOWN && h('li', null, `… and ${footer.length - SHOWN} more`)));
}
