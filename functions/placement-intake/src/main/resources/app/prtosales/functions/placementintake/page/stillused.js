// References that a change leaves dangling: names in it that no list has, and names in other lists that it removes.

import {plain} from './columns.js';
import {h, column, listed, many, notice} from './dom.js';

const rowsOf = (count) => (count === 1 ? 'one row,' : `${count} rows, the first is`);

/** How to name a row of another list of which several have the same name. */
const INSTEAD = {rep: 'email address'};

/**
 * Names in a list that no other list has, or that several rows of it have.
 * @param nameOf the name of the row with a key
 * @param titleOf the title of one of our columns
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

/** What a row is to another list, by that list and its column, with the noun to count. */
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
