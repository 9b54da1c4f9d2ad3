// A placement's reach over time: the number of reps reached by hours since publication, with the 24-hour line marked,
// and the same numbers in a table.

import {h, fill} from './dom.js';
import {numbers, s} from './chart.js';
import {reps} from './story.js';
import {when, now, span, DAY} from './time.js';

const HOUR = DAY / 24;
const MINUTE = HOUR / 60;
const HEIGHT = 180;
/** The number reached is to the right of the line. */
const [TOP, RIGHT, BOTTOM, LEFT] = [34, 84, 26, 34];
const NARROWEST = 280;
/** An upper bound for the average width of a character. */
const CHARACTER = 8;
/** Hours between two marks; the first step with few enough marks is used. */
const STEPS = [6, 12, 24, 48, 168, 720];
const MAXIMUM_MARKS = 9;

/** A point for each minute in which somebody was reached: how many reps had been reached by then. */
function pointsOf({publishedAt, reached: {reachedAt}}) {
  const published = Date.parse(publishedAt);
  const byMinute = new Map();
  reachedAt.forEach((at, index) =>
      byMinute.set(Math.floor(Date.parse(at) / MINUTE), {at: Date.parse(at), count: index + 1}));
  return [...byMinute.values()].map((each) => ({...each, hours: Math.max(0, (each.at - published) / HOUR)}));
}

/** The chart and its table; null if nothing was to be sent, or if nobody was reached and there is no verdict yet. */
export function reachOverTime(placement) {
  const {reached: {reachedAt = [], of, verdict}, backfill} = placement;
  if (backfill || !of || (reachedAt.length === 0 && ['pending', 'void'].includes(verdict))) return null;
  const points = pointsOf(placement);
  const frame = h('div', {class: 'reach'});
  const draw = (width) => fill(frame, chart(placement, points, Math.max(NARROWEST, width)));
  draw(600);
  const watch = new ResizeObserver(([{contentRect: {width}}]) => { if (width > 0) draw(Math.round(width)); });
  watch.observe(frame);
  return h('figure', {class: 'reach-figure'}, h('figcaption', null, 'Reps reached, hours after publication'), frame,
      table(points, of));
}

function chart(placement, points, width) {
  const {deadline, publishedAt, reached: {of, verdict}} = placement;
  const elapsed = (now() - Date.parse(publishedAt)) / HOUR;
  const last = points.at(-1)?.hours ?? 0;
  const until = Math.max(24, last) * 1.08;
  const end = verdict === 'pending' ? Math.min(elapsed, until) : until;
  const x = (hours) => LEFT + (Math.min(hours, until) / until) * (width - LEFT - RIGHT);
  const y = (count) => TOP + (1 - count / of) * (HEIGHT - TOP - BOTTOM);
  const path = points.reduce((drawn, {hours, count}) => `${drawn}H${x(hours)}V${y(count)}`, `M${x(0)} ${y(0)}`);
  const reached = points.at(-1)?.count ?? 0;
  const label = x(24) > width / 2 ? {x: x(24) - 5, 'text-anchor': 'end'} : {x: x(24) + 5, 'text-anchor': 'start'};
  return s('svg', {viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', class: 'reach-chart'},
      s('title', {}, description(points, of, deadline)),
      s('line', {x1: x(0), x2: x(until), y1: y(of), y2: y(of), class: 'team'}),
      s('text', {x: LEFT - 6, y: y(of) + 4, 'text-anchor': 'end'}, String(of)),
      s('text', {x: LEFT - 6, y: y(0) + 4, 'text-anchor': 'end'}, '0'),
      s('line', {x1: x(0), x2: x(until), y1: y(0), y2: y(0), class: 'axis'}),
      marks(until).map((hours) => s('text', {x: x(hours), y: HEIGHT - BOTTOM + 17, 'text-anchor': 'middle'},
          `${hours} h`)),
      s('line', {x1: x(24), x2: x(24), y1: TOP - 22, y2: y(0), class: 'limit'}),
      s('text', {...label, y: TOP - 12, class: 'named'}, '24 hours: the deadline'),
      s('path', {d: `${path}H${x(end)}`, class: 'steps'}),
      s('circle', {cx: x(end), cy: y(reached), r: 4, class: 'now'}),
      count(x(end), y(reached), `${reached} of ${of}${verdict === 'pending' ? ' so far' : ''}`, x(24), reached === of));
}

/** The number reached, at the end of the line; below it where it would cross the 24-hour line or the team's line. */
function count(x, y, text, limit, isAll) {
  const isAcross = x < limit && x + 9 + text.length * CHARACTER > limit;
  const at = isAcross ? {x: x - 2, y: y + 20, 'text-anchor': 'end'} : {x: x + 9, y: y + (isAll ? 20 : 4)};
  return s('text', {...at, class: 'named count'}, text);
}

function marks(until) {
  const step = STEPS.find((each) => until / each <= MAXIMUM_MARKS) ?? STEPS.at(-1);
  return Array.from({length: Math.floor(until / step) + 1}, (_, index) => index * step);
}

/** The chart in a sentence. */
function description(points, of, deadline) {
  if (points.length === 0) return `0 of ${reps(of)} reached. The deadline is ${when(deadline)}.`;
  const inTime = points.filter(({at}) => at <= Date.parse(deadline)).at(-1)?.count ?? 0;
  return `${points.at(-1).count} of ${reps(of)} reached, ${inTime} by the 24-hour deadline, ${when(deadline)}.`;
}

const table = (points, of) => numbers('Reps reached over time', ['When', 'After publication', 'Reps reached'],
    points.map(({at, hours, count}) =>
        [when(at), `${span(hours * HOUR)}${hours > 24 ? ', late' : ''}`, `${count} of ${of}`]));
