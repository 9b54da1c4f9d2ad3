// Shows which column of a person's file maps to which of ours, and lets them change it before anything is saved.

import {pairs} from './columns.js';
import {dateInWords, dateOrder} from './dates.js';
import {h, fill, column, listed, words} from './dom.js';
import {joined} from './links.js';
import {LISTS, written} from './lists.js';
import {FORMATS, TONES} from './terms.js';
import {value} from './values.js';

const CHOICES = {
  format: FORMATS, tone: TONES, forwardability: ['green', 'amber', 'red'],
  status: ['active', 'paused', 'archived'], employment: ['employee', 'distributor'],
};

/** Our columns that hold dates. */
export const DATES = ['publishedAt', 'date'];

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const MOST_UNUSED = 12;

/** Lists the file's columns that we don't use, because the person may have meant one of them. */
export function unusedHint(headers, {mapping, zones}) {
  const used = new Set([...Object.values(mapping).flatMap(({columns}) => columns ?? []), zones?.by]);
  const names = headers.filter((header, at) => header && header !== 'mailHealth' && !used.has(at)).map((header) => short(header, 40));
  if (names.length === 0) return null;
  return h('p', {class: 'hint'}, `Columns we don’t use: ${listed(names.slice(0, MOST_UNUSED), names.length)}.`);
}

let count = 0;

export function chooser(label, options, chosen, choose) {
  const id = `choose-${++count}`;
  return h('div', {class: 'field'}, h('label', {for: id}, label),
      h('select', {id, onchange: (event) => choose(event.target.value)}, options.map(([value, text]) =>
          h('option', {value: String(value), selected: String(value) === String(chosen)}, text))));
}

export const headChooser = (rows, chosen, choose) => chooser('Row with the column names',
    rows.slice(0, 25).map((row, at) => [at, `Row ${at + 1}: ${short(row.filter(Boolean).join(', '), 70) || 'empty'}`]),
    chosen, (at) => choose(Number(at)));

/** Our columns, each with the chosen column of the file and what its first cells become. */
export function columnsOf({id, context}, state, rows, changed) {
  const headers = rows[state.header] ?? [];
  const data = rows.slice(state.header + 1);
  const isThere = ([at]) => headers[at] || data.slice(0, 50).some((row) => row[at]);
  const options = [...headers.map((header, at) => [String(at), header || `Column ${at + 1}`]).filter(isThere),
    ...pairs(headers).map((those) => [those.join('+'), those.map((at) => headers[at]).join(' + ')])];
  const body = h('tbody', null, written(id).map((name) => {
    const sample = h('td', {'data-label': 'Becomes', class: 'sample'});
    const fixed = h('div', {class: 'fixed'});
    const chosen = state.mapping[name]?.columns?.join('+') ?? '';
    const needed = LISTS[id].required.includes(name);
    const select = h('select', {'aria-label': `Your column for ${column(name)}`, onchange() {
      if (select.value === '=') state.mapping[name] = {fixed: ''};
      else if (select.value === '') delete state.mapping[name];
      else state.mapping[name] = {columns: select.value.split('+').map(Number)};
      draw();
      changed();
    }}, h('option', {value: ''}, needed ? 'Choose …' : 'Not in this file'),
    options.map(([at, text]) => h('option', {value: at, selected: at === chosen}, short(text, 50))),
    h('option', {value: '='}, 'Same for every row …'));
    const draw = () => {
      const from = state.mapping[name];
      fill(fixed, from?.fixed !== undefined && fixedValue(name, from, context, () => {
        drawSample();
        changed();
      }));
      drawSample();
    };
    const drawSample = () => fill(sample, samples(name, state, data, context));
    draw();
    return h('tr', null, h('th', {scope: 'row'}, column(name), needed && h('span', {class: 'hint'}, ' needed')),
        h('td', {'data-label': 'Your column'}, select, fixed), sample);
  }));
  return h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'Our columns and yours'),
      h('thead', null, h('tr', null,
          ['Our column', 'Your column', 'For example'].map((each) => h('th', {scope: 'col'}, each)))), body);
}

/** A field for one value that applies to every row of the file. */
function fixedValue(name, from, context, changed) {
  const label = `${column(name)} of every row`;
  const set = (event) => {
    from.fixed = event.target.value;
    changed();
  };
  const choices = CHOICES[name]?.map((each) => [each, words(each)]) ?? (context.named[name] && [...context.named[name]]);
  return choices
      ? h('select', {'aria-label': label, onchange: set}, h('option', {value: ''}, 'Choose …'),
          choices.map(([value, text]) => h('option', {value}, text)))
      : h('input', {type: 'text', 'aria-label': label, onchange: set});
}

/** The first distinct values, and what they become if that differs. */
function samples(name, {mapping, header, targets}, data, context) {
  const from = mapping[name];
  if (!from?.columns) return '';
  const texts = [];
  for (const [at, row] of data.entries()) {
    const text = joined(name, row, header + 1 + at, from.columns, targets);
    if (text && !texts.includes(text)) texts.push(text);
    if (texts.length === 3) break;
  }
  const dates = DATES.includes(name);
  const own = dates ? dateOrder(data.map((row) => row[from.columns[0]] ?? '')) : null;
  const order = own === 'ask' ? context.order : own;
  return texts.map((text) => {
    const shown = dates ? dateInWords(text, order)
        : value(name, text, context).split(';').map((each) => context.named[name]?.get(each) ?? each).join('; ');
    const isOther = shown !== text && shown !== text.trim();
    return h('span', {class: 'under'}, short(text, 60), isOther && h('strong', null, ` → ${short(shown, 60)}`));
  });
}
