// Asks whether a date has the month or the day first, when the file does not make it clear.

import {h, button, column, notice, say} from './dom.js';
import {DATES} from './mapcolumns.js';
import {dateOrder, isAmbiguous} from './dates.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December'];

/**
 * The order of day and month that all dates of a file imply, or the question about it.
 * @return `order` as `dateOrder` returns it; and `asked`, the first ambiguous date with its row and column, and how many
 *     there are; false if the person need not decide
 */
export function dateQuestion({mapping, header}, rows) {
  const dates = DATES.filter((name) => mapping[name]?.columns).flatMap((name) => {
    const [index] = mapping[name].columns;
    const title = rows[header][index];
    return rows.slice(header + 1).map((row, below) => ({text: row[index] ?? '', row: header + 2 + below, name, title}));
  }).filter(({text}) => text);
  const order = dateOrder(dates.map(({text}) => text));
  const open = order === 'ask' ? dates.filter(({text}) => isAmbiguous(text)) : [];
  return {order, asked: open.length > 0 && {...open[0], count: open.length}};
}

/**
 * “Row 14, Published: is 11/3/2025 November 3 or March 11?”
 * @param state gets the answer as `order`
 * @param changed called when the person has answered
 */
export function askDates({text, row, name, title, count}, state, changed) {
  const date = text.trim().split(/[ ,T]/)[0];
  const [first, second] = date.split(/\D/).map(Number);
  const days = {md: `${MONTHS[first - 1]} ${second}`, dm: `${MONTHS[second - 1]} ${first}`};
  const choose = (order) => button(days[order], () => {
    state.order = order;
    changed();
    say('Date format set.');
  });
  const alike = count === 1 ? 'It’s the only date that can be read both ways.' : `${count} dates are read the same way.`;
  return notice('warn', h('p', {role: 'alert'},
      h('strong', null, `Row ${row}, ${title || column(name)}: is ${date} ${days.md} or ${days.dm}? `), alike),
  h('div', {class: 'actions'}, choose('md'), choose('dm')));
}
