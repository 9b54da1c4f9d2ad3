// References that a change leaves dangling: names in it that no list has, and names in other lists that it removes.

import {h, column, many, notice} from './dom.js';

const rowsOf = (count) => (count === 1 ? 'one row,' : `${count} rows, the first is`);

/**
 * Names in a list that no other list has.
 * @param nameOf the name of the row with a key
 * @param titleOf the title of one of our columns
 */
export const unknownOf = (unknown, nameOf, titleOf = column) => unknown.length > 0 && notice('warn',
    h('p', null, h('strong', null, 'Not found in your other lists. '), 'Check for typos. You can apply the changes anyway.'),
    h('ul', null, unknown.map((each) => h('li', null,
        `${titleOf(each.column)} “${each.value}”, in ${rowsOf(each.rows)} ${nameOf(each.row)}`))));

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

/** `Account A`, `Account A and Account B`, `Account A, Account B, and 3 more` */
function listed(names, all) {
  const parts = all > names.length ? [...names, `${all - names.length} more`] : names;
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

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
