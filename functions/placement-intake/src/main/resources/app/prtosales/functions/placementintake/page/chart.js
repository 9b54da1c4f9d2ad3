// SVG charts, each with its numbers in a table, readable without color.

import {h, fill} from './dom.js';
import {QUESTIONS} from './terms.js';

const SVG = 'http://www.w3.org/2000/svg';
/** In pixels: the chart's width before it is measured, the height of the bars, and that of the week labels below. */
const [WIDTH, HEIGHT, LABEL] = [600, 64, 18];
/** In pixels: the space above a bar for its value, the height of a line, and the width of a character. */
const [ABOVE, LINE, CHARACTER] = [14, 12, 6.5];
const NARROWEST = 220;

/** An SVG element. */
export function s(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

/** The Monday of an ISO week such as `2026-W48`, in UTC. */
function monday(week) {
  const [year, number] = week.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  fourth.setUTCDate(4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (number - 1));
  return fourth;
}

const mondayAs = (week, format) => monday(week).toLocaleDateString('en-US', {timeZone: 'UTC', ...format});
/** `11/23` */
const short = (week) => mondayAs(week, {month: 'numeric', day: 'numeric'});
/** `Nov 23` */
const long = (week) => mondayAs(week, {month: 'short', day: 'numeric'});

/** The share of Yes for each question, week by week; a week without a judged placement is a gap. */
export function trend(weeks) {
  const judged = weeks.filter((each) => each.judged > 0);
  if (judged.length === 0) return h('p', {class: 'hint'}, 'The chart starts after the first weekly audit.');
  return h('div', {class: 'trend'},
      QUESTIONS.map(([name, title]) => h('div', null,
          h('p', {class: 'trend-title'}, h('strong', null, title), latest(judged.at(-1), name)), drawn(weeks, name, title))),
      numbers('Numbers by week', ['Week of', 'Placements', ...QUESTIONS.map(([, title]) => title), 'Leaking'],
          [...judged].reverse().map((each) => [long(each.week), String(each.judged),
            ...QUESTIONS.map(([name]) => `${each[name].yes} of ${each[name].of}`), String(each.leaking)])));
}

/** The chart's numbers as a collapsible table; the first cell of each row is its label. */
export const numbers = (label, heads, rows) => h('details', null, h('summary', null, 'The numbers'),
    h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label},
        h('table', {class: 'list wide'},
            h('thead', null, h('tr', null, heads.map((each) => h('th', {scope: 'col'}, each)))),
            h('tbody', null, rows.map(([first, ...rest]) =>
                h('tr', null, h('th', {scope: 'row'}, first), rest.map((each) => h('td', null, each))))))));

const latest = (each, name) => h('span', {class: 'hint'}, ` ${each[name].yes} of ${each[name].of}, week of ${long(each.week)}`);

/** The bars of a question, redrawn for each width, so that the text has the same size on a phone and on a desktop. */
function drawn(weeks, name, title) {
  const frame = h('div', {class: 'bars-frame'});
  const draw = (width) => fill(frame, bars(weeks, name, title, Math.max(NARROWEST, width)));
  draw(WIDTH);
  new ResizeObserver(([{contentRect: {width}}]) => { if (width > 0) draw(Math.round(width)); }).observe(frame);
  return frame;
}

/**
 * @param name the question, as a field of each week
 * @param width the width of the whole chart in pixels
 */
function bars(weeks, name, title, width) {
  const step = width / weeks.length;
  const counts = weeks.map((each) => each[name] ?? {yes: 0, of: 0});
  const isTight = counts.some(({yes, of}) => `${yes}/${of}`.length * CHARACTER > step);
  const labelEvery = '11/23'.length * CHARACTER > step ? 2 : 1;
  const base = HEIGHT + (isTight ? LINE : 0);
  const description = weeks.filter((each) => each.judged > 0)
      .map((each) => `${short(each.week)} ${each[name].yes} of ${each[name].of}`).join(', ');
  const chart = s('svg', {viewBox: `0 0 ${width} ${base + LABEL}`, role: 'img', class: 'bars'},
      s('title', {}, `${title}, by week: ${description}`));
  counts.forEach(({yes, of}, at) => {
    const x = at * step + step * 0.15;
    const barWidth = step * 0.7;
    const full = of === 0 ? 0 : HEIGHT - ABOVE;
    const part = of === 0 ? 0 : (full * yes) / of;
    chart.append(
        s('rect', {x, y: base - full, width: barWidth, height: full, class: 'of', rx: 3}),
        s('rect', {x, y: base - part, width: barWidth, height: part, class: 'yes', rx: 3}),
        value(x + barWidth / 2, base - full - 3, yes, of, isTight));
    if ((weeks.length - 1 - at) % labelEvery === 0) {
      chart.append(s('text', {x: x + barWidth / 2, y: base + 13, class: 'week'}, short(weeks[at].week)));
    }
  });
  return chart;
}

/** `5/12`, or `5` above `/12` where space is tight; `–` if nothing was counted. */
function value(x, y, yes, of, isTight) {
  if (of === 0) return s('text', {x, y, class: 'value'}, '–');
  if (!isTight) return s('text', {x, y, class: 'value'}, `${yes}/${of}`);
  return s('text', {x, y, class: 'value'}, s('tspan', {x, y: y - LINE}, String(yes)), s('tspan', {x, y}, `/${of}`));
}
