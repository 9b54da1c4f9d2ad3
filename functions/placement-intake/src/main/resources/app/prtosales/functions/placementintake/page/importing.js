// A file that somebody has, with its own columns: which row names them, which column is which of ours, and then what it changes.

import {call, has, list, whole, failed} from './api.js';
import {asCsv, canonical} from './canonical.js';
import {guess, headerRow, isOurs, pairs, score} from './columns.js';
import {csv} from './csv.js';
import {differenceOf} from './difference.js';
import {h, fill, card, button, notice, say, quiet, download, column, words} from './dom.js';
import {LISTS, POINTERS, ROLES, written} from './lists.js';
import {raised} from './rowfields.js';
import {FORMATS} from './terms.js';
import {localOf, now} from './time.js';
import {dateOrder, index, value} from './values.js';

const LARGEST = 4 * 1024 * 1024;
const CHOICES = {
  format: FORMATS,
  status: ['active', 'paused', 'archived'], employment: ['employee', 'distributor'],
};
const DATES = ['publishedAt', 'date'];

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What the values of a file are read against: the lists that its columns point at. */
async function contextOf(id) {
  const columns = written(id).filter((name) => POINTERS[name]);
  const lists = await Promise.all(columns.map((name) => list(POINTERS[name])));
  const sequences = columns.includes('sequence') ? await list('sequences') : [];
  return {known: Object.fromEntries(columns.map((name, at) => [name, index(lists[at])])),
    named: Object.fromEntries(columns.map((name, at) => [name, new Map(lists[at].map((row) => [row.id, row.name]))])),
    stages: new Map(sequences.map((row) => [row.id, row.stages])), order: 'md'};
}

async function read(file) {
  if (file.size > LARGEST) throw new Error(`${file.name} has ${(file.size / 1_048_576).toFixed(1)} MB, and we can read 4 MB. Delete the sheets and columns you don’t need, or split it into smaller files.`);
  return (await call('POST', 'spreadsheets', {body: await file.arrayBuffer(), headers: {'content-type': 'application/octet-stream'}})).sheets;
}

export function upload({id, rows, version, refresh}) {
  const {title, roles} = LISTS[id];
  if (!has(...roles)) return card(id === 'import' ? 'Import a file' : 'Update this list', h('p', {class: 'hint'}, `Only ${roles.map((role) => ROLES[role]).join(' or ')} can change this list.`));
  const asked = h('div');
  const result = h('div', {'aria-live': 'polite'});
  const file = h('input', {type: 'file', id: 'file', accept: '.csv,.xlsx,.tsv,.txt,text/csv', 'aria-describedby': 'file-hint'});
  file.addEventListener('change', async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    fill(asked);
    fill(result, h('p', {class: 'hint'}, `Reading ${chosen.name} …`));
    try {
      const [sheets, context] = await Promise.all([read(chosen), contextOf(id)]);
      mapping({id, rows, version, refresh, name: chosen.name, sheets, context, asked, result, input: file});
    } catch (problem) {
      fill(result, failed(problem));
    }
    file.value = '';
  });
  const template = button('Download a template', () => download(`${title.toLowerCase().replaceAll(' ', '-')}-template.csv`, 'text/csv', '\ufeff' + csv(written(id), [])), 'small');
  return card(id === 'import' ? 'Import a file' : 'Update this list',
      h('div', {class: 'drop'}, h('label', {for: 'file'}, 'Choose a CSV or Excel file'), file,
          h('p', {class: 'hint', id: 'file-hint'}, 'You’ll see what changes before anything is saved. Your own columns are fine.')),
      h('details', null, h('summary', null, 'Columns'), h('p', {class: 'keys'}, written(id).map(column).join(', ')),
          h('p', {class: 'hint'}, `Needed: ${LISTS[id].required.map(column).join(', ')}. Separate several values in a cell with a semicolon.`), h('p', null, template)),
      asked, result);
}

/** Asks for what the file does not say, and checks it as soon as nothing is open. */
function mapping(file) {
  const {id, sheets, context, asked, result} = file;
  const best = sheets.map(({rows}) => score(id, rows[headerRow(id, rows)] ?? []));
  const state = {sheet: best.indexOf(Math.max(...best)), header: 0, mapping: {}, order: null, keepOthers: false};
  const questions = h('div');
  const columns = h('div');
  const table = () => sheets[state.sheet].rows;

  function chooseHeader(at) {
    state.header = at;
    state.mapping = Object.fromEntries(Object.entries(guess(id, table()[at] ?? [])).map(([name, those]) => [name, {columns: those}]));
    state.order = null;
    drawColumns();
    changed();
  }

  function chooseSheet(at) {
    state.sheet = at;
    fill(heads, headChooser(table(), headerRow(id, table()), chooseHeader));
    chooseHeader(headerRow(id, table()));
  }

  /** Only where somebody looks at it: it is long. */
  function drawColumns() {
    fill(columns, details.open && columnsOf(file, state, table(), changed));
  }

  const check = quiet(50, () => {
    const open = openQuestions(file, state, table());
    fill(questions, open.missing.length > 0 && notice('warn', h('p', {role: 'alert'}, h('strong', null, `Choose where we find: ${open.missing.map(column).join(', ')}. `), 'Pick a column of your file, or one value for every row.')),
        open.dates && dateQuestion(open.dates, state, changed));
    if (open.missing.length > 0 || open.dates) {
      if (open.missing.length > 0) details.open = true;
      fill(result);
      return;
    }
    context.order = state.order ?? open.order;
    checkRows(file, state, table());
  });
  /** What is shown can be applied, so it goes as soon as it no longer holds. */
  function changed() {
    fill(result);
    check();
  }

  const heads = h('div');
  const exact = isOurs(id, table()[headerRow(id, table())] ?? []);
  const details = h('details', {class: 'mapping', open: !exact, ontoggle: () => columns.childElementCount === 0 && drawColumns()}, h('summary', null, 'How we read your columns'),
      sheets.length > 1 && chooser('Sheet', sheets.map(({name}, at) => [at, name]), state.sheet, (at) => chooseSheet(Number(at))), heads, columns);
  const others = h('input', {type: 'checkbox', onchange() {
    state.keepOthers = others.checked;
    changed();
  }});
  fill(asked, h('h3', null, file.name), details,
      id !== 'import' && id !== 'agreement' && file.rows.length > 0 && h('label', {class: 'check'}, others, `Keep ${LISTS[id].title.toLowerCase()} that aren’t in this file`), questions);
  chooseSheet(state.sheet);
}

let count = 0;

function chooser(label, options, chosen, choose) {
  const id = `choose-${++count}`;
  return h('div', {class: 'field'}, h('label', {for: id}, label),
      h('select', {id, onchange: (event) => choose(event.target.value)}, options.map(([value, text]) => h('option', {value: String(value), selected: String(value) === String(chosen)}, text))));
}

const headChooser = (rows, chosen, choose) => chooser('Row with the column names', rows.slice(0, 25).map((row, at) => [at, `Row ${at + 1}: ${short(row.filter(Boolean).join(', '), 70) || 'empty'}`]), chosen, (at) => choose(Number(at)));

/** Our columns, each with the file's column that is chosen for it, and what its first cells come to. */
function columnsOf({id, context}, state, rows, changed) {
  const headers = rows[state.header] ?? [];
  const data = rows.slice(state.header + 1);
  const options = [...headers.map((header, at) => [String(at), header || `Column ${at + 1}`]).filter(([at, text]) => text && (headers[at] || data.slice(0, 50).some((row) => row[at]))),
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
    }}, h('option', {value: ''}, needed ? 'Choose …' : 'Not in this file'), options.map(([at, text]) => h('option', {value: at, selected: at === chosen}, short(text, 50))), h('option', {value: '='}, 'Same for every row …'));
    const draw = () => {
      const from = state.mapping[name];
      fill(fixed, from?.fixed !== undefined && fixedValue(name, from, context, () => { draw2(); changed(); }));
      draw2();
    };
    const draw2 = () => fill(sample, samples(name, state.mapping[name], data, context));
    draw();
    return h('tr', null, h('th', {scope: 'row'}, column(name), needed && h('span', {class: 'hint'}, ' needed')), h('td', {'data-label': 'Your column'}, select, fixed), sample);
  }));
  return h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'Our columns and yours'),
      h('thead', null, h('tr', null, ['Our column', 'Your column', 'For example'].map((each) => h('th', {scope: 'col'}, each)))), body);
}

/** One value for every row of the file. */
function fixedValue(name, from, context, changed) {
  const label = `${column(name)} of every row`;
  const set = (event) => {
    from.fixed = event.target.value;
    changed();
  };
  const choices = CHOICES[name]?.map((each) => [each, words(each)]) ?? (context.named[name] && [...context.named[name]]);
  return choices
      ? h('select', {'aria-label': label, onchange: set}, h('option', {value: ''}, 'Choose …'), choices.map(([value, text]) => h('option', {value}, text)))
      : h('input', {type: 'text', 'aria-label': label, onchange: set});
}

/** The first values that are there, and what they are read as where that is something else. */
function samples(name, from, data, context) {
  if (!from?.columns) return '';
  const texts = [];
  for (const row of data) {
    const text = from.columns.map((at) => row[at] ?? '').filter(Boolean).join(' ');
    if (text && !texts.includes(text)) texts.push(text);
    if (texts.length === 3) break;
  }
  const dates = DATES.includes(name);
  return texts.map((text) => {
    const made = dates ? text : value(name, text, context).split(';').map((each) => context.named[name]?.get(each) ?? each).join('; ');
    return h('span', {class: 'under'}, short(text, 60), made !== text && made !== text.trim() && h('strong', null, ` → ${short(made, 60)}`));
  });
}

/** What nobody but the person can answer. */
function openQuestions({id}, state, rows) {
  const missing = LISTS[id].required.filter((name) => !state.mapping[name] || state.mapping[name].fixed === '');
  const columns = DATES.map((name) => state.mapping[name]?.columns?.[0]).filter((at) => at !== undefined);
  const texts = columns.flatMap((at) => rows.slice(state.header + 1).map((row) => row[at] ?? '')).filter(Boolean);
  const order = dateOrder(texts);
  return {missing, order, dates: order === 'ask' && !state.order && texts.find((text) => /^(\d{1,2})\D(\d{1,2})\D/.test(text) && ambiguous(text))};
}

const ambiguous = (text) => {
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]/.exec(text) ?? [];
  return first && Number(first) <= 12 && Number(second) <= 12 && first !== second;
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dateQuestion(text, state, changed) {
  const [first, second] = text.split(/\D/).map(Number);
  const choose = (order) => h('button', {type: 'button', onclick() {
    state.order = order;
    changed();
    say('Dates understood.');
  }}, order === 'md' ? `${MONTHS[first - 1]} ${second}` : `${MONTHS[second - 1]} ${first}`);
  return notice('warn', h('p', {role: 'alert'}, h('strong', null, `Which day is ${text.split(/[ ,T]/)[0]}? `), 'Your file’s dates can be read both ways.'), h('div', {class: 'actions'}, choose('md'), choose('dm')));
}

/** The dry run of what the file comes to. */
function checkRows(file, state, table) {
  const {id, rows, refresh, name, context, result} = file;
  const made = canonical({id, table, header: state.header, mapping: state.mapping, context, rows, keepOthers: state.keepOthers});
  if (state.raise) Object.assign(made[0].cells, state.raise);
  const {text, lines} = asCsv(id, made);
  const path = id === 'import' ? 'placements/import' : `directory/${id}`;
  const headers = table[state.header] ?? [];
  const headerOf = (ours) => state.mapping[ours]?.columns?.map((at) => headers[at]).filter(Boolean).join(' + ') || (written(id).includes(ours) ? column(ours) : ours);
  const rowOf = (error) => {
    const line = error.line ?? Number(/^line (\d+)/.exec(error.field)?.[1]);
    const item = /^items\[(\d+)\]/.exec(error.field)?.[1];
    const row = lines.get(line) ?? made[item];
    const ours = error.field.replace(/^items\[\d+\]\.?/, '').replace(/^line \d+[:, .]*/, '').replace(/\[\d+\]$/, '');
    return {at: row?.at ?? null, header: headerOf(ours)};
  };
  const based = id === 'import' ? '' : `&version=${file.version}`;
  const send = (query) => call('PUT', `${path}?${query}${based}`, {body: text, headers: {'content-type': 'text/csv'}});
  const again = () => checkRows(file, state, table);
  differenceOf({id, name, rows, result, refresh, send, rowOf, table, header: state.header, named: context.named,
    cancel: () => {
      fill(file.asked);
      fill(result);
      file.input.focus();
    },
    async reload() {
      Object.assign(file, await whole(id));
      again();
    },
    segmentsOf: (key) => (made.find(({cells}) => cells.id === key)?.cells.segments ?? '').split(';').filter(Boolean),
    version: (cells) => (id === 'agreement' ? askVersion(cells, made[0].cells, state, again) : null)}).check();
}

/** The agreement of a file may say something else under the version that is in force; whether that is another version, its owner says. */
function askVersion(cells, row, state, again) {
  const next = raised(row.version);
  if (cells.length === 0 || cells.some((each) => each.column === 'version') || next === row.version) return null;
  return notice('warn', h('p', null, h('strong', null, `The version stays ${row.version}. `), 'The weekly email names it. If this is a new agreement, raise it.'),
      button(`Make it version ${next}, as of today`, () => {
        state.raise = {version: next, date: localOf(now(), row.zone).slice(0, 10)};
        again();
      }, 'small'));
}
