// Who joins the sales team through a roster change, and the stories they are emailed immediately (R1.11).

import {get} from './api.js';
import {many} from './dom.js';
import {now} from './time.js';

const PAGE = 200;

/** Whether the person in a row of the list or a file is on the full sales team: active, and not a distributor. */
export const isOnTeam = (row) => Boolean(row) && String(row.active ?? '') !== 'false' && row.employment !== 'distributor';

/**
 * The stories that joiners get too, because they were sent and are still within their 24 hours.
 * @return their `count`, and whether emails are `stopped`
 */
export async function openStories() {
  const [sending, lines] = await Promise.all([get('sending'), pending()]);
  const open = lines.filter((each) => !each.backfill && ['distributing', 'distributed'].includes(each.status)
      && Date.parse(each.deadline) > now());
  return {count: open.length, stopped: Boolean(sending.stopped)};
}

async function pending() {
  let lines = [];
  for (let cursor = ''; cursor !== undefined && cursor !== null;) {
    const page = await get(`placements?state=pending&limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    lines = lines.concat(page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

const soon = ({stopped}) => (stopped ? 'as soon as emails are resumed' : 'within minutes');

/** `the story still within its 24 hours`, `the 4 stories still within their 24 hours` */
const stories = ({count}) => (count === 1 ? 'the story still within its 24 hours' : `the ${count} stories still within their 24 hours`);

/**
 * The sentence for one joiner, in an array that is empty if no story is open.
 * @param isKnown whether they are on the list, or were before
 * @param open the result of `openStories`
 */
export function joinerSentence(isKnown, open) {
  if (open.count === 0) return [];
  return [isKnown ? `Is emailed ${stories(open)} ${soon(open)}, unless they already had ${open.count === 1 ? 'it' : 'them'}.`
      : `Is emailed ${stories(open)} ${soon(open)}.`];
}

/**
 * The sentences for a whole file; none if no story is open.
 * @param file its rows, as cells
 * @param beforeOf the current row of the person in a file row; undefined for people who aren't on the list
 * @param isKnown whether the person in a file row is on the list, or was before
 * @param open the result of `openStories`
 */
export function joinerSentences(file, beforeOf, isKnown, open) {
  if (open.count === 0) return [];
  const joiners = file.filter((row) => isOnTeam(row) && !isOnTeam(beforeOf(row)));
  const fresh = joiners.filter((row) => !isKnown(row)).length;
  const back = joiners.length - fresh;
  return [
    fresh > 0 && `${many(fresh, 'new person', 'new people')} will be emailed ${stories(open)}, ${soon(open)}.`,
    back > 0 && `${many(back, 'person', 'people')} who ${back === 1 ? 'joins' : 'join'} the team again will be emailed `
        + `${stories(open)}, ${soon(open)}, unless they already had ${open.count === 1 ? 'it' : 'them'}.`,
  ].filter(Boolean);
}
