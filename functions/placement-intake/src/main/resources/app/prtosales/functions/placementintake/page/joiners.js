// Who joins the sales team by a change of the roster, and which stories they are emailed at once (R1.11).

import {get} from './api.js';
import {many} from './dom.js';
import {now} from './time.js';

const PAGE = 200;

/** Whether a row, of the list or of a file, is of the full sales team: active, and no distributor. */
export const isOfTeam = (row) => Boolean(row) && String(row.active ?? '') !== 'false' && row.employment !== 'distributor';

/** How many stories went out and are still within their 24 hours, which joiners get too; and whether emails are stopped. */
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

/** For one person who joins, by their row before, null where they are new; nothing where nothing is open. */
export function joinsNow(before, open) {
  if (open.count === 0) return [];
  return [before ? `Is emailed ${stories(open)} ${soon(open)}, unless they already had ${open.count === 1 ? 'it' : 'them'}.`
      : `Is emailed ${stories(open)} ${soon(open)}.`];
}

/**
 * For a whole file.
 * @param file its rows, as cells
 * @param beforeOf for a row of the file, that of the list about the same person; undefined for who is new
 */
export function joinNow(file, beforeOf, open) {
  if (open.count === 0) return [];
  const joiners = file.filter((row) => isOfTeam(row) && !isOfTeam(beforeOf(row)));
  const fresh = joiners.filter((row) => !beforeOf(row)).length;
  const back = joiners.length - fresh;
  return [
    fresh > 0 && `${many(fresh, 'new person', 'new people')} will be emailed ${stories(open)}, ${soon(open)}.`,
    back > 0 && `${many(back, 'person', 'people')} who ${back === 1 ? 'joins' : 'join'} the team again will be emailed `
        + `${stories(open)}, ${soon(open)}, unless they already had ${open.count === 1 ? 'it' : 'them'}.`,
  ].filter(Boolean);
}
