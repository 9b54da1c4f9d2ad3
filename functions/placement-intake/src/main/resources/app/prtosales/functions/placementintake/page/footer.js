// The rows below a report's data, such as totals. They are left out, and the page says which.

import {button, h, notice} from './dom.js';
import {LISTS} from './lists.js';

const NOUNS = {reps: 'a rep', segments: 'a segment', sequences: 'a sequence', accounts: 'an account', rules: 'a rule',
  agreement: 'part of the agreement', import: 'a story'};
const PLURALS = {reps: 'reps', segments: 'segments', sequences: 'sequences', accounts: 'accounts', rules: 'rules',
  agreement: 'part of the agreement', import: 'stories'};

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const SHOWN = 10;

const text = (row, columns) => columns.map((at) => row[at] ?? '').join('');

/** Whether a row has all that the list needs; a rep's time zone may come from an answer. */
const isComplete = (row, id, mapping) => LISTS[id].required.every((name) => (name === 'zone' && !mapping.zone)
    || mapping[name]?.fixed || text(row, mapping[name]?.columns ?? []) !== '');

/** Whether a row has text in the first two columns at most, none of it in a column that the list needs, and no id. */
function isEmpty(row, id, mapping) {
  const needed = LISTS[id].required.map((name) => mapping[name]?.columns).filter(Boolean);
  return needed.length > 0 && !row.slice(2).some(Boolean) && needed.every((columns) => text(row, columns) === '')
      && !ID.test(text(row, mapping.id?.columns ?? []));
}

/** Whether a row has a single text, or an empty row sets it off from the data. */
function isNothing(rows, at, id, {header, mapping}) {
  if (!isEmpty(rows[at], id, mapping)) return false;
  if (rows[at].filter(Boolean).length === 1) return true;
  let above = at - 1;
  while (above > header && rows[above].some(Boolean) && isEmpty(rows[above], id, mapping)) above--;
  return above > header && !rows[above].some(Boolean);
}

/**
 * The indexes of the rows at the end that are not part of the data, first to last.
 * @param sheet its `rows`, and `footer`, the indexes of those whose words are about the report
 * @param state its `kept` has the indexes of the rows that the person keeps
 */
export function footerOf(id, sheet, state) {
  const known = new Set(sheet.footer ?? []);
  const found = [];
  for (let at = sheet.rows.length - 1; at > state.header; at--) {
    if (!sheet.rows[at].some(Boolean) || state.kept?.has(at)) continue;
    if (isComplete(sheet.rows[at], id, state.mapping)) break;
    if (!known.has(at) && !isNothing(sheet.rows, at, id, state)) break;
    found.unshift(at);
  }
  return found;
}

/** The rows, with those that are left out emptied. */
export function without(rows, indexes) {
  const data = [...rows];
  for (const at of indexes) data[at] = [];
  return data;
}

function quoted(row) {
  const said = row.filter(Boolean).join(' ');
  return `“${said.length > 80 ? `${said.slice(0, 79)}…` : said}”`;
}

/** @param keep called with the index of a row that the person keeps */
export function footerNotice(id, rows, footer, keep) {
  if (footer.length === 0) return null;
  const kept = (at) => {
    const element = button('Keep this row', () => keep(at), 'small');
    element.setAttribute('aria-label', `Keep this row: row ${at + 1}`);
    return element;
  };
  if (footer.length === 1) {
    const [at] = footer;
    return notice('quiet', h('p', null, `Row ${at + 1} isn’t ${NOUNS[id]}: ${quoted(rows[at])}. It’s left out. `, kept(at)));
  }
  const each = (at) => h('li', null, `Row ${at + 1}: ${quoted(rows[at])} `, kept(at));
  const more = footer.slice(SHOWN);
  return notice('quiet', h('p', null, `The last ${footer.length} rows aren’t ${PLURALS[id]}. They’re left out:`),
      h('ul', null, footer.slice(0, SHOWN).map(each)),
      more.length > 0 && h('details', null, h('summary', null, `${more.length} more`), h('ul', null, more.map(each))));
}
