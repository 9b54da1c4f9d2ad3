// References that a change leaves dangling: names in it that no list has, and names in other lists whose rows it removes.

import {plain} from './columns.js';
import {h, column, listed, many, notice} from './dom.js';

const rowsOf = (count) => (count === 1 ? 'one row,' : `${count} rows, the first is`);

/** What identifies a row of another list if several rows share its name; the ID if nothing else does. */
const INSTEAD = {rep: 'email address'};

/**
 * Names in a list that match no row of the list they refer to, or more than one.
 * @param nameOf returns the name of the row with a given key
 * @param titleOf returns the title of one of our columns
 * @param named the names of the other lists' rows, by our column and their id
 */
export function unknownOf(unknown, nameOf, titleOf = column, named = {}) {
  if (unknown.length === 0) return null;
  const count = (each) => [...named[each.column]?.values() ?? []].filter((name) => plain(name) === plain(each.value)).length;
  const why = (each) => (count(each) < 2 ? '' : `. ${count(each)} have this name, so use the ${INSTEAD[each.column] ?? 'ID'} instead`);
  const shared = unknown.filter((each) => count(each) > 1).length;
  return notice('warn', h('p', null,
      h('strong', null, shared === unknown.length ? 'More than one has this name. ' : 'Not found in your other lists. '),
      shared < unknown.length && 'Check for typos. ', 'You can apply the changes anyway.'),
  h('ul', null, unknown.map((each) => h('li', null,
      `${titleOf(each.column)} “${each.value}”, in ${rowsOf(each.rows)} ${nameOf(each.row)}${why(each)}`))));
}

/** How another list uses a row, by that list and its column, and the noun for the rows that use it. */
const USES = {
  accounts: {rep: ['is the rep of', 'account'], segment: ['is the segment of', 'account']},
  sequences: {ownerEmail: ['owns', 'sequence'], segments: ['is a segment of', 'sequence']},
  reps: {segments: ['is a segment of', 'rep']},
  rules: {segment: ['is used by', 'rule'], sequence: ['is used by', 'rule'],
    stage: ['no longer has the stage of', 'rule']},
};
const ROLES = {
  prOwner: 'is the PR owner', ops: 'is the sales ops contact', salesLeader: 'is the sales leader',
  leadership: 'is one of the leaders who get the weekly email', ruleOwners: 'is in charge of a rule',
};

/** `Sample Rep 03 is the rep of 2 accounts: Account A and Account B` */
function use(who, {list, column: name, in: names, rows}) {
  if (list === 'agreement') return `${who} ${ROLES[name]} in the agreement`;
  const [does, noun] = USES[list][name];
  return `${who} ${does} ${many(rows, noun)}: ${listed(names.slice(0, 5), rows)}`;
}

/** References from other lists to removed rows. */
export const stillNamedOf = (id, named, known) => named.length > 0 && notice('warn',
    h('p', null, h('strong', null, 'Still used in other lists. '),
        id === 'reps' ? 'Reassign these before or after you apply the changes.' : 'Update those lists too.'),
    h('ul', null, named.map((each) => h('li', null, use(known.get(each.row) ?? each.row, each)))));
