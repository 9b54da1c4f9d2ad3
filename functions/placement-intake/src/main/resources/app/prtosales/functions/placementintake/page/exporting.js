// The list of placements as CSV. Its columns are named as the import reads them, so that a file from here can be imported
// again: nothing that decides how a story may be used, such as its tone, is left out.

import {csv} from './csv.js';
import {words} from './dom.js';
import {CAUSES} from './terms.js';
import {known, localOf} from './time.js';

/** New ones come last, because people's spreadsheets may refer to a column by its place. */
const COLUMNS = ['id', 'status', 'outlet', 'headline', 'url', 'format', 'publishedAt', 'zone', 'deadline', 'segments',
  'note', 'forwardability', 'forwardabilityNow', 'verdict', 'cause', 'reached', 'inTime', 'of', 'reachedIn24h',
  'inActiveSequence', 'referencedInDeal', 'sequences', 'topic', 'personas', 'spokesperson', 'quote', 'whyItMatters',
  'tone', 'holdingLine'];

const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();

/** A segment's name; its id if the name would be read as several segments or as another one. */
function segmentIn(segments, id) {
  const name = segments.get(id);
  if (name === undefined) return words(id);
  const isAnothers = [...segments].some(([each, called]) => each !== id && (isSame(each, name) || isSame(called, name)));
  return isAnothers || name.includes(';') ? id : name;
}

/** The time in UTC; if only the day is known, the day at the outlet. */
const published = ({publishedAt, zone, dateOnly}) => (dateOnly
    ? localOf(Date.parse(publishedAt), known(zone)).slice(0, 10) : publishedAt);

/**
 * @param segments the segments' names by id
 * @param sequences the sequences' names by id
 */
export function placementsFile(placements, segments, sequences) {
  const cells = (each) => ({
    ...each, ...each.audit, segments: each.segments.map((id) => segmentIn(segments, id)).join('; '),
    sequences: each.inSequences.map((id) => sequences.get(id) ?? 'a deleted sequence').join('; '),
    format: words(each.format), publishedAt: published(each), personas: each.personas.join('; '),
    verdict: each.reached.verdict, cause: CAUSES[each.reached.cause],
    reached: each.reached.count, inTime: each.reached.inTime, of: each.reached.of,
  });
  return '\ufeff' + csv(COLUMNS, placements.map((each) => {
    const texts = cells(each);
    return COLUMNS.map((column) => texts[column] ?? '');
  }));
}
