// Imports a person's own file: finds the header row, matches the columns, then previews what changes.

import {Problem, call, has, list, whole, failed} from './api.js';
import {askDates, dateQuestion} from './askdates.js';
import {answeredZones, askZones, isAnswered, isStillAsked} from './askzones.js';
import {asCsv, canonical} from './canonical.js';
import {guess, headerRow, isOurs, score} from './columns.js';
import {csv} from './csv.js';
import {begin, differenceOf} from './difference.js';
import {h, fill, card, button, notice, quiet, download, column} from './dom.js';
import {footerNotice, footerOf, without} from './footer.js';
import {hiddenNotice, hiddenOf} from './hidden.js';
import {twice} from './identity.js';
import {targetsOf, withLinks} from './links.js';
import {LISTS, POINTERS, ROLES, written} from './lists.js';
import {chooser, columnsOf, headChooser, unusedHint} from './mapcolumns.js';
import {openZones, withZones} from './regions.js';
import {raised} from './rowfields.js';
import {takenBackNotice, takenBackOf} from './takenback.js';
import {localOf, now} from './time.js';
import {index} from './values.js';

const LARGEST = 4 * 1024 * 1024;

/** The lists that the file's columns refer to, for reading its values. */
async function contextOf(id) {
  const columns = written(id).filter((name) => POINTERS[name]);
  const lists = await Promise.all(columns.map((name) => list(POINTERS[name])));
  const sequences = columns.includes('sequence') ? await list('sequences') : [];
  return {known: Object.fromEntries(columns.map((name, at) => [name, index(lists[at])])),
    named: Object.fromEntries(columns.map((name, at) => [name, new Map(lists[at].map((row) => [row.id, row.name]))])),
    stages: new Map(sequences.map((row) => [row.id, row.stages])), order: 'ask'};
}

/** Files that cannot be read. Some tools write CSV or HTML into `.xls`. */
const UNREADABLE = {ods: 'an OpenDocument file', numbers: 'a Numbers file', pdf: 'a PDF', doc: 'a Word file', docx: 'a Word file',
  xlsb: 'a binary Excel file'};

async function read(file) {
  const kind = UNREADABLE[file.name.split('.').pop().toLowerCase()];
  if (kind) {
    throw new Error(`We can’t read ${file.name}, because it’s ${kind}. `
        + 'Save the list as CSV or as an Excel workbook (.xlsx), and choose that.');
  }
  if (file.size > LARGEST) {
    throw new Error(`${file.name} is ${(file.size / 1_048_576).toFixed(1)} MB, and the limit is 4 MB. `
        + 'Delete the sheets and columns you don’t need, or split it into smaller files.');
  }
  const headers = {'content-type': 'application/octet-stream'};
  return (await call('POST', 'spreadsheets', {body: await file.arrayBuffer(), headers})).sheets;
}

export function upload({id, rows, version, refresh}) {
  const {title, roles} = LISTS[id];
  const heading = id === 'import' ? 'Import a file' : 'Update this list';
  if (!has(...roles)) {
    const those = roles.map((role) => ROLES[role]).join(' or ');
    return card(heading, h('p', {class: 'hint'}, `Only ${those} can change this list.`));
  }
  const questionsArea = h('div');
  const result = h('div', {'aria-live': 'polite'});
  const file = h('input', {type: 'file', id: 'file', accept: '.csv,.xlsx,.tsv,.txt,text/csv',
    'aria-describedby': 'file-hint'});
  file.addEventListener('change', async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    fill(questionsArea);
    fill(result, h('p', {class: 'hint'}, `Reading ${chosen.name} …`));
    try {
      const [sheets, context] = await Promise.all([read(chosen), contextOf(id)]);
      mapping({id, rows, version, refresh, name: chosen.name, sheets, context, questionsArea, result, input: file});
    } catch (problem) {
      fill(result, failed(problem));
    }
    file.value = '';
  });
  const template = button('Download a template', () => download(
      `${title.toLowerCase().replaceAll(' ', '-')}-template.csv`, 'text/csv', '\ufeff' + csv(written(id), [])), 'small');
  return card(heading,
      h('div', {class: 'drop'}, h('label', {for: 'file'}, 'Choose a CSV or Excel file'), file,
          h('p', {class: 'hint', id: 'file-hint'},
              'You’ll see what changes before anything is saved. Your own columns are fine.')),
      h('details', null, h('summary', null, 'Columns'), h('p', {class: 'keys'}, written(id).map(column).join(', ')),
          h('p', {class: 'hint'}, `Needed: ${LISTS[id].required.map(column).join(', ')}. `
              + 'Separate several values in a cell with a semicolon.'), h('p', null, template)),
      questionsArea, result);
}

const missingOf = (names) => notice('warn', h('p', {role: 'alert'},
    h('strong', null, `Tell us where to find: ${names.map(column).join(', ')}. `),
    'Pick a column of your file, or one value for every row.'));

/** Asks what the file leaves open, and checks the rows once nothing is open. */
function mapping(file) {
  const {id, sheets, context, questionsArea, result} = file;
  const best = sheets.map(({rows}) => score(id, rows[headerRow(id, rows)] ?? []));
  const state = {sheet: best.indexOf(Math.max(...best)), header: 0, mapping: {}, order: null, zones: null,
    keepOthers: false, kept: new Set(), targets: new Map(), leavesHidden: false};
  const questions = h('div');
  const columns = h('div');
  const all = () => sheets[state.sheet].rows;
  const footer = () => footerOf(id, sheets[state.sheet], state);
  const hidden = () => hiddenOf(sheets[state.sheet], state.header, footer());
  const takenBack = () => takenBackOf(id, all(), state.header);
  const table = () => without(all(), [...footer(), ...takenBack(), ...(state.leavesHidden ? hidden() : [])]);

  function chooseHeader(at) {
    state.header = at;
    state.mapping = Object.fromEntries(Object.entries(guess(id, all()[at] ?? [], all().slice(at + 1)))
        .map(([name, those]) => [name, {columns: those}]));
    state.order = null;
    state.zones = null;
    drawColumns();
    changed();
  }

  function chooseSheet(at) {
    state.sheet = at;
    state.kept.clear();
    state.leavesHidden = false;
    state.targets = targetsOf(sheets[at]);
    fill(heads, headChooser(all(), headerRow(id, all()), chooseHeader));
    chooseHeader(headerRow(id, all()));
  }

  /** Draws the column table only when it is open, because it is long. */
  function drawColumns() {
    fill(columns, details.open && columnsOf(file, state, table(), () => {
      if (!isStillAsked(state)) state.zones = null;
      changed();
    }));
  }

  const check = quiet(50, () => {
    const open = openQuestions(file, state, table());
    const zoned = !open.zones || isAnswered(open.zones, state);
    fill(questions, footerNotice(id, all(), footer(), keep), takenBackNotice(takenBack()), hiddenNotice(hidden(), state.leavesHidden, leaveHidden),
        open.missing.length > 0 && missingOf(open.missing), open.dates && askDates(open.dates, state, changed),
        open.zones && (zoned ? answeredZones : askZones)(open.zones, state, changed),
        unusedHint(all()[state.header] ?? [], state));
    if (open.missing.length > 0 || open.dates || !zoned) {
      if (open.missing.length > 0) details.open = true;
      fill(result);
      return;
    }
    context.order = state.order ?? open.order;
    checkRows(file, state, table());
  });
  function keep(at) {
    state.kept.add(at);
    decided();
  }

  function leaveHidden(leaves) {
    state.leavesHidden = leaves;
    decided();
  }

  /** The button that was pressed is gone, so the focus moves. */
  function decided() {
    details.querySelector('summary').focus();
    changed();
  }

  /** Removes the outdated preview at once, because it has an Apply button. */
  function changed() {
    begin(result);
    fill(result);
    check();
  }

  const heads = h('div');
  const exact = isOurs(id, all()[headerRow(id, all())] ?? []);
  const details = h('details', {class: 'mapping', open: !exact,
    ontoggle: () => columns.childElementCount === 0 && drawColumns()}, h('summary', null, 'How we read your columns'),
  sheets.length > 1 && chooser('Sheet', sheets.map(({name}, at) => [at, name]), state.sheet,
      (at) => chooseSheet(Number(at))), heads, columns);
  const others = h('input', {type: 'checkbox', onchange() {
    state.keepOthers = others.checked;
    changed();
  }});
  const mayKeep = id !== 'import' && id !== 'agreement' && file.rows.length > 0;
  fill(questionsArea, h('h3', null, file.name), details,
      mayKeep && h('label', {class: 'check'}, others, `Keep ${LISTS[id].title.toLowerCase()} that aren’t in this file`),
      questions);
  chooseSheet(state.sheet);
}

/** Questions that only the person can answer. */
function openQuestions(file, state, rows) {
  const unsaid = LISTS[file.id].required.filter((name) => !state.mapping[name] || state.mapping[name].fixed === '');
  const missing = unsaid.filter((name) => name !== 'zone' || file.id !== 'reps' || state.mapping.zone);
  const {order, asked} = dateQuestion(state, rows);
  return {missing, order, dates: !state.order && asked, zones: missing.length === 0 ? openZones(file, state, rows) : null};
}

/** Errors that only the page can find: a row that is in the file twice, or of an unclear name. */
function ownErrors({id}, {mapping}, fileRows, lines) {
  const lineOf = new Map([...lines].map(([line, row]) => [row, line]));
  // With ids of their own, two segments may have one name.
  const again = id === 'segments' && mapping.id ? [] : twice(id, fileRows);
  const open = fileRows.filter(({problem}) => problem).map((row) => ({row, message: row.problem}));
  return [...again, ...open].map(({row, message}) => ({field: 'name', line: lineOf.get(row), message}));
}

/** Sends the rows. With any of these errors, nothing is stored. */
async function sent(path, text, errors, isDryRun) {
  if (errors.length > 0 && !isDryRun) throw new Problem(422, {errors});
  try {
    const answer = await call('PUT', path, {body: text, headers: {'content-type': 'text/csv'}});
    if (errors.length === 0) return answer;
  } catch (problem) {
    if (!problem.errors?.length) throw problem;
    const isSaid = ({field, line}) => problem.errors.some((each) => each.line === line && each.field.endsWith(`.${field}`));
    throw new Problem(problem.status, {...problem.body, errors: [...problem.errors, ...errors.filter((each) => !isSaid(each))]});
  }
  throw new Problem(422, {errors});
}

/** Tries out the converted rows. */
function checkRows(file, state, table) {
  const {id, rows, refresh, name, context, result} = file;
  const fileRows = canonical({id, table, header: state.header, mapping: withZones(state), targets: state.targets, context, rows,
    keepOthers: state.keepOthers});
  if (state.raise) Object.assign(fileRows[0].cells, state.raise);
  const {text, lines} = asCsv(id, fileRows);
  const byKey = new Map(fileRows.map(({cells}) => [cells.id, cells]));
  const path = id === 'import' ? 'placements/import' : `directory/${id}`;
  const headers = table[state.header] ?? [];
  const titleOf = (ours) => state.mapping[ours]?.columns?.map((at) => headers[at]).filter(Boolean).join(' + ')
      || (written(id).includes(ours) ? column(ours) : '');
  const rowOf = (error) => {
    const line = error.line ?? Number(/^line (\d+)/.exec(error.field)?.[1]);
    const item = /^items\[(\d+)\]/.exec(error.field)?.[1];
    const row = lines.get(line) ?? fileRows[item];
    const ours = error.field.replace(/^items\[\d+\]\.?/, '').replace(/^line \d+[:, .]*/, '')
        .replace(/\[\d+\]$/, '');
    const message = error.message.replace(/“[^”]*”|\bline (\d+)\b/g, (all, other) => {
      const at = lines.get(Number(other))?.at;
      return at == null ? all : `row ${at + 1}`;
    });
    return {at: row?.at ?? null, header: titleOf(ours === 'backfill' ? 'publishedAt' : ours), message};
  };
  const based = id === 'import' ? '' : `&version=${file.version}`;
  const errors = ownErrors(file, state, fileRows, lines);
  // What is not a row is already left out, unless the person kept it.
  // The second addresses are then those of the list, and don't tell whether a row is still about the same person.
  const kept = id === 'reps' && !state.mapping.secondEmail ? '&keptSecondEmail=true' : '';
  const send = (query) => sent(`${path}?${query}${based}${kept}&allRows=true`, text, errors, query.includes('dryRun=true'));
  const again = () => checkRows(file, state, table);
  differenceOf({id, name, rows, result, refresh, send, rowOf, titleOf, header: state.header, named: context.named,
    table: withLinks(table, state.mapping, state.targets),
    cancel: () => {
      fill(file.questionsArea);
      fill(result);
      file.input.focus();
    },
    async reload() {
      Object.assign(file, await whole(id));
      again();
    },
    file: fileRows.map(({cells}) => cells),
    away: fileRows.filter(({isAway}) => isAway).map(({cells}) => cells),
    cellsOf: (key) => byKey.get(key) ?? {},
    version: (cells) => (id === 'agreement' ? askVersion(cells, fileRows[0].cells, state, again) : null)}).check();
}

/** Asks whether an agreement that differs under the same version is a new one. */
function askVersion(cells, row, state, again) {
  const next = raised(row.version);
  if (cells.length === 0 || cells.some((each) => each.column === 'version') || next === row.version) return null;
  return notice('warn', h('p', null, h('strong', null, `The version stays ${row.version}. `),
      'The weekly email names it. If this is a new agreement, raise it.'),
      button(`Make it version ${next}, as of today`, () => {
        state.raise = {version: next, date: localOf(now(), row.zone).slice(0, 10)};
        again();
      }, 'small'));
}
