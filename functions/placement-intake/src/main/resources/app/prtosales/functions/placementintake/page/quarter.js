// The quarter as charts: how long each placement took to reach the whole team, and segments without coverage. Each bar
// is in a table beside its number.

import {h} from './dom.js';
import {s} from './chart.js';
import {reps} from './story.js';
import {span, DAY} from './time.js';

const SHOWN = 12;
const WIDTH = 400;
/** The position of the 24-hour line; a bar that goes past it is late. */
const LINE = 0.8 * WIDTH;

const drawing = (...parts) => s('svg', {viewBox: `0 -3 ${WIDTH} 14`, preserveAspectRatio: 'none', 'aria-hidden': 'true',
  class: 'span'}, ...parts);

const rect = (width, kind) => s('rect', {width, height: 8, class: kind});

const bars = (caption, heads, rows) => h('table', {class: 'list bars-list'}, h('caption', null, caption),
    h('thead', null, h('tr', null, heads.map((each) => h('th', {scope: 'col'}, each)))), h('tbody', null, rows));

const line = (name, drawn, value) =>
    h('tr', null, h('th', {scope: 'row', dir: 'auto'}, name, drawn), h('td', {class: 'nowrap'}, value));

/** How long it took; infinite if somebody was never reached. */
function took({publishedAt, reached: {count, of, lastAt}}) {
  if (count < of) return Infinity;
  return Math.max(0, Date.parse(lastAt ?? publishedAt) - Date.parse(publishedAt));
}

/** The slowest first, against the 24-hour line; nothing if nothing was sent. */
export function timeToReach({judged}) {
  const sent = judged.filter(({backfill, reached}) => !backfill && reached.of > 0).sort((one, other) => {
    const [a, b] = [took(one), took(other)];
    return a === b ? 0 : b - a;
  });
  if (sent.length === 0) return null;
  const bar = (each) => {
    const {count, of} = each.reached;
    const time = took(each);
    const late = time > DAY;
    const width = Math.min(WIDTH, Math.max(3, (time / DAY) * LINE));
    return line(h('a', {class: 'story', href: `#/placements/${each.id}`}, each.headline),
        drawing(rect(WIDTH, 'of'), rect(width, late ? 'yes late' : 'yes'),
            s('line', {x1: LINE, x2: LINE, y1: -3, y2: 11, class: 'limit'})),
        time === Infinity ? `${of - count} of ${reps(of)} not reached` : `${span(time)}${late ? ', late' : ''}`);
  };
  const named = h('span', {class: 'at-24', 'aria-hidden': 'true'}, '24 hours');
  const others = sent.length - SHOWN;
  return [bars('From publication to the last rep, slowest first. The line is 24 hours.', [['Placement', named], 'Took'],
      sent.slice(0, SHOWN).map(bar)),
    others > 0 && h('p', {class: 'hint'}, `${others} more reached everyone faster.`)];
}

/** Segments without coverage first; nothing if there are no segments. */
export function coverage({coverage: segments = []}) {
  if (segments.length === 0) return null;
  const most = Math.max(1, ...segments.map(({placements}) => placements));
  return bars('Placements relevant to each segment. Segments without coverage come first.', ['Segment', 'Placements'],
      segments.map(({name, placements}) =>
          line(name, drawing(rect(WIDTH, 'of'), rect((placements / most) * WIDTH, 'yes')),
          placements === 0 ? 'No coverage' : String(placements))));
}
