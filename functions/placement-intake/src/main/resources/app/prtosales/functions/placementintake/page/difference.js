// What a list or a file changes, before it is in force: the difference, what is wrong, and applying it.

import {failed, forget} from './api.js';
import {csv} from './csv.js';
import {h, fill, button, badge, notice, say, download, column} from './dom.js';
import {LISTS, cell, read} from './lists.js';
import {summaryOf} from './totals.js';
import {told} from './time.js';

/** “Remove all 12 current reps” */
const REMOVES = (gone, all, list) => `Remove ${gone === all ? `all ${all} current` : `${gone} of ${all} current`} ${list.toLowerCase()}`;

const SHOWN = 500;

const tableOf = (caption, heads, rows) => h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', {class: 'list'}, h('caption', {class: 'unseen'}, caption),
        h('thead', null, h('tr', null, heads.map((each) => h('th', {scope: 'col'}, each)))), h('tbody', null, rows)));

/** Names in a list that point at nothing. */
export const unknownOf = (unknown, known) => unknown.length > 0 && notice('warn', h('p', null, h('strong', null, 'Not found in your other lists. '), 'Check for typos. You can apply the changes anyway.'),
      h('ul', null, unknown.map((each) => h('li', null, `${column(each.column)} “${each.value}”, in ${each.rows === 1 ? 'one row' : `${each.rows} rows`}, ${each.rows === 1 ? '' : 'the first is '}${known.get(each.row) ?? each.row}`))));

/** What other lists say of rows that go. */
export const stillNamedOf = (id, named, known) => named.length > 0 && notice('warn', h('p', null, h('strong', null, 'Still used in other lists. '), id === 'reps' ? 'Reassign these before or after.' : 'Update those lists too.'),
      h('ul', null, named.map((each) => h('li', null, `${known.get(each.row) ?? each.row}: ${LISTS[each.list].title.toLowerCase()}, ${column(each.column)}`, each.list === 'agreement' ? '' : `: ${each.in.join(', ')}${each.rows > each.in.length ? ` and ${each.rows - each.in.length} more` : ''}`))));

/**
 * @param change.send puts it in force, or tries it, by a query
 * @param change.rowOf for an error of the API: `{at, header}`, the row of the file from 0 and its column's own name
 * @param change.table the rows of the file, change.header which of them names the columns
 */
export function differenceOf(change) {
  const {id, name, rows, result, send} = change;
  const title = LISTS[id].title;

  async function check() {
    fill(result, h('p', {class: 'hint'}, `Checking ${name} …`));
    try {
      const difference = await send('dryRun=true');
      if (id === 'import') past(difference);
      else preview(difference);
    } catch (problem) {
      bad(problem);
    }
  }

  function bad(problem) {
    if (problem.body?.title === 'Changed meanwhile' && change.reload) {
      fill(result, notice('warn', h('p', {role: 'alert'}, told(problem.message)), button('Load the list again', change.reload)));
      return;
    }
    const errors = (problem.errors ?? []).map((error) => ({...change.rowOf(error), message: error.message}));
    if (errors.length === 0) {
      fill(result, failed(problem));
      return;
    }
    const all = problem.body?.errorCount ?? errors.length;
    const good = problem.body?.good ?? 0;
    fill(result, notice('bad', h('p', {role: 'alert'}, h('strong', null, `${name}: ${all === 1 ? 'one thing' : `${all} things`} to fix. `), 'Nothing was saved.')),
        tableOf('What to fix, row by row', ['Row', 'Column', 'What to fix'], errors.slice(0, SHOWN).map((error) => h('tr', null,
            h('th', {scope: 'row'}, error.at === null ? '' : String(error.at + 1)), h('td', {'data-label': 'Column'}, error.header), h('td', {'data-label': 'What to fix'}, error.message)))),
        h('div', {class: 'actions'},
            id === 'import' && good > 0 && button(`Import the ${good} good ${good === 1 ? 'row' : 'rows'}`, () => store('skipBad=true')),
            change.table && button('Download the rows to fix', () => badRows(errors))),
        all > SHOWN && h('p', {class: 'hint'}, `The first ${SHOWN} are shown.${all === errors.length ? ' The file has all of them.' : ''}`));
  }

  /** The rows as they stand in the person's own file, each with what to fix. */
  function badRows(errors) {
    const reasons = new Map();
    for (const {at, header, message} of errors) if (at !== null) reasons.set(at, [...(reasons.get(at) ?? []), `${header}: ${message}`]);
    const heads = change.table[change.header] ?? [];
    const width = Math.max(heads.length, ...[...reasons.keys()].map((at) => change.table[at].length));
    const filled = (cells) => Array.from({length: width}, (_, at) => cells[at] ?? '');
    download(`${name.replace(/\.\w+$/, '')}-to-fix.csv`, 'text/csv', '\ufeff' + csv([...filled(heads), 'What to fix'],
        [...reasons].map(([at, said]) => [...filled(change.table[at]), said.join('. ')])));
  }

  function past(difference) {
    const news = difference.added.length;
    if (difference.errors.length > 0) {
      bad({errors: difference.errors, body: {good: news + difference.known.length, errorCount: difference.errorCount}});
      return;
    }
    fill(result, notice('good', h('p', null, h('strong', null, `${name}: `), `${news} new, ${difference.known.length} already here, ${difference.inSequences} in a sequence, ${difference.usedInDeals} used in a deal.`)),
        difference.warnings.slice(0, 50).map((each) => h('p', {class: 'hint'}, `${each.field.charAt(0).toUpperCase()}${each.field.slice(1)}: ${each.message}`)),
        h('div', {class: 'actions'}, button(news === 1 ? 'Import 1 placement' : `Import ${news} placements`, () => store(''), 'primary'), button('Cancel', change.cancel)));
  }

  function preview(difference) {
    const {added, names, changed, removed, unchanged, cells, moreCells, samePeople} = difference;
    if (added.length + changed.length + removed.length === 0) {
      fill(result, notice('good', h('p', null, `${name} matches the current list. Nothing to change (${unchanged} ${unchanged === 1 ? 'row' : 'rows'}).`)));
      return;
    }
    const people = samePeople.map((same) => ({same, box: h('input', {type: 'checkbox', checked: true})}));
    const moved = (ids, which) => ids.filter((each) => !samePeople.some((same) => same[which] === each));
    const known = new Map(rows.map((row) => [cell(row[LISTS[id].columns[0]]), row.name]));
    const dropped = () => removed.length - people.filter(({box}) => box.checked).length;
    const drops = () => id !== 'agreement' && dropped() > rows.length * 0.2;
    const sure = h('input', {type: 'checkbox', id: 'sure'});
    const group = (said, kind, keys) => keys.length > 0 && h('details', {open: keys.length <= 20}, h('summary', null, badge(`${keys.length} ${said}`, kind)),
        h('p', {class: 'keys'}, keys.slice(0, SHOWN).map((key) => known.get(key) ?? names[key] ?? key).join(', ')));
    const many = h('div');
    const ask = () => fill(many, drops() && notice('warn', h('label', {class: 'check'}, sure, REMOVES(dropped(), rows.length, title))));
    ask();
    const settings = id === 'agreement' && cells.length > 0;
    fill(result, h('h3', null, `What ${name} changes`),
        h('ul', {class: 'says'}, summaryOf(id, difference, rows, change.segmentsOf).map((each) => h('li', null, each))),
        change.version?.(cells),
        !settings && [group('new', 'green', moved(added, 'after')), group('changed', 'amber', changed)],
        cells.length > 0 && cellsOf(cells, moreCells, known, settings), group('removed', 'red', moved(removed, 'before')),
        people.length > 0 && samePeopleOf(people, ask), !settings && h('p', {class: 'hint'}, `${unchanged} unchanged.`),
        unknownOf(difference.unknown, known), stillNamedOf(id, difference.stillNamed, known), many,
        h('div', {class: 'actions'}, button('Apply changes', () => {
          if (drops() && !sure.checked) {
            say('Check the box to confirm the removal.');
            sure.focus();
            return;
          }
          const others = people.filter(({box}) => !box.checked).map(({same}) => same.after);
          store([drops() && 'confirm=true', others.length > 0 && `newPeople=${encodeURIComponent(others.join(','))}`].filter(Boolean).join('&'));
        }, 'primary'), button('Cancel', change.cancel)));
  }

  const samePeopleOf = (people, changed) => notice('warn', h('p', null, h('strong', null, `${people.length === 1 ? 'This looks like the same person under a new ID.' : 'These look like the same people under new IDs.'} `),
          'If they already got a story, they count as reached under the new ID and won’t get it twice. Clear the box if it’s someone else.'),
      h('ul', {class: 'people'}, people.map(({same, box}) => {
        box.addEventListener('change', changed);
        return h('li', null, h('label', {class: 'check'}, box, `${same.name}: ${same.before} → ${same.after} (${same.why})`));
      })));

  const cellsOf = (cells, more, known, one) => h('details', {open: cells.length <= 20}, h('summary', null, one ? `${cells.length === 1 ? 'One setting changes' : `${cells.length} settings change`}` : `What changes in ${cells.length + more === 1 ? 'one cell' : `${cells.length + more} cells`}`),
      tableOf('Changed cells', one ? ['Setting', 'Before', 'After'] : ['Row', 'Column', 'Before', 'After'],
          cells.slice(0, SHOWN).map((each) => h('tr', null, h('th', {scope: 'row'}, one ? column(each.column) : known.get(each.row) ?? each.row),
              [!one && ['Column', column(each.column)], ['Before', read(each.column, each.before, change.named ?? {}) || '–'], ['After', read(each.column, each.after, change.named ?? {}) || '–']].filter(Boolean).map(([label, said]) => h('td', {'data-label': label, dir: 'auto'}, said))))),
      (more > 0 || cells.length > SHOWN) && h('p', {class: 'hint'}, `The first ${Math.min(SHOWN, cells.length)} are shown.`));

  async function store(query) {
    try {
      const done = await send(query);
      forget();
      if (id !== 'import') await change.refresh();
      else fill(result, notice('quiet', h('p', null, `${done.added.length} imported. ${done.headline ?? ''}`), h('p', null, h('a', {href: '#/audit'}, 'See the audit of the last 13 weeks'))));
      say(id === 'import' ? `${done.added.length} imported.` : `Changes applied: ${done.added.length} new, ${done.changed.length} changed, ${done.removed.length} removed.`);
    } catch (problem) {
      bad(problem);
    }
  }

  return {check};
}
