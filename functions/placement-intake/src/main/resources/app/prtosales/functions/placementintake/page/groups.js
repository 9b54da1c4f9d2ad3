// The rows that a change adds and removes, grouped by what happened to the people: new, back, or under a new id.

const becomesInactive = ({column, after}) => column === 'active' && after === 'false';

/**
 * The added and removed rows, grouped. The old row of a person under a new id may also stay on the list, as an inactive one.
 * @param difference the result of a dry run or of a change
 * @return ids: `fresh` of rows that were never on the list, `back` of people who were on it before, `renamed` of people
 *     who have a new id now, `gone` of rows that are really removed, and `known`, a set of all that are added but not new
 */
export function groupsOf({added, removed, samePeople, back = [], cells = []}) {
  const leaving = new Set([...removed, ...cells.filter(becomesInactive).map((each) => each.row)]);
  const moved = samePeople.filter((same) => leaving.has(same.before));
  const earlier = new Set(moved.map((same) => same.before));
  const renamed = moved.map((same) => same.after);
  const returned = [...back, ...samePeople.filter((same) => !leaving.has(same.before)).map((same) => same.after)];
  const known = new Set([...renamed, ...returned]);
  return {fresh: added.filter((id) => !known.has(id)), back: returned, renamed, gone: removed.filter((id) => !earlier.has(id)), known};
}

/** `Changes applied: 1 new, 0 changed, 0 removed.`, with who is back or has a new id if anybody does. */
export function appliedSentence(difference) {
  const {fresh, back, renamed, gone} = groupsOf(difference);
  const parts = [`${fresh.length} new`, back.length > 0 && `${back.length} returning`, renamed.length > 0 && `${renamed.length} under a new ID`,
    `${difference.changed.length} changed`, `${gone.length} removed`];
  return `Changes applied: ${parts.filter(Boolean).join(', ')}.`;
}
