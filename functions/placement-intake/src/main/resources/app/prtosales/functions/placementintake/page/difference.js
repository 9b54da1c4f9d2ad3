// Previews what a list or file changes before it takes effect, shows errors, and applies it.

import {failed, forget} from './api.js';
import {csv} from './csv.js';
import {h, fill, button, badge, many, notice, say, download, column, warned} from './dom.js';
import {lostAccounts, lostSequences} from './effects.js';
import {appliedSentence, groupsOf} from './groups.js';
import {joinerSentences, openStories} from './joiners.js';
import {LISTS, cell, read} from './lists.js';
import {isOutdated, outdatedBy} from './outdated.js';
import {stillNamedOf, unknownOf} from './stillused.js';
import {summaryOf} from './totals.js';
import {zoneName} from './time.js';
import {byKey} from './values.js';

/** “Remove all 12 current reps” */
const REMOVES = (gone, all, list) => (all === 1 ? 'Remove the only current row'
    : `Remove ${gone === all ? `all ${all} current` : `${gone} of ${all} current`} ${list.toLowerCase()}`);

const SHOWN = 500;

const NAMED = 20;

const ALREADY_HERE = 'Placements that are already here keep their headline, date, and other details. Only their sequences and deals are '
    + 'taken from the file.';

const tableOf = (caption, heads, rows) => h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', {class: 'list'}, h('caption', {class: 'unseen'}, caption),
        h('thead', null, h('tr', null, heads.map((each) => h('th', {scope: 'col'}, each)))), h('tbody', null, rows)));

/** The names of a list's rows by their key, with the id after a name that several rows have. */
function namesOf(id, rows) {
  const shared = byKey(rows, (row) => [row.name]);
  return new Map(rows.map((row) => [cell(row[LISTS[id].columns[0]]),
    shared.get(row.name).length > 1 && row.name ? `${row.name} (${row.id})` : row.name]));
}

/** A file's sequence, as far as it decides what counts. */
const sequenceOf = ({id, status, stages = ''}) => ({id, status, stages: stages.split(';')});

/** What is said of rows that look like others under new IDs. */
const SAME = {
  reps: {one: 'This looks like the same person under a new ID.', several: 'These look like the same people under new IDs.',
    means: 'If they already got a story, they count as reached under the new ID and won’t get it twice. Clear the box if it’s someone else.'},
  accounts: {one: 'This looks like the same account under a new ID.', several: 'These look like the same accounts under new IDs.',
    means: 'What was used in a deal with one of them counts for the new ID. Clear the box if it’s another account.'},
};

/** What happens to people who are on leave in the file. */
function onLeave(away = []) {
  if (away.length === 0) return null;
  const names = away.slice(0, NAMED).map((row) => row.name);
  const more = away.length - names.length;
  return notice('warn', h('p', null,
      h('strong', null, `On leave in your file: ${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}. `),
      'Being on leave changes nothing: whoever is active here still gets each story. To leave someone out, edit that rep in the list and uncheck Active.'));
}

const turns = new WeakMap();

/** Starts a request for this element; returns a check for whether it is still the latest. */
export function begin(place) {
  const mine = (turns.get(place) ?? 0) + 1;
  turns.set(place, mine);
  return () => turns.get(place) === mine;
}

/** `39 imported.`, `39 imported, 1 already here.` */
const imported = ({added, known}) => `${added.length} imported${known.length > 0 ? `, ${known.length} already here` : ''}.`;

/**
 * @param change.send sends the change to be applied or, depending on the query, only tried out
 * @param change.rowOf puts an API error in the file's own terms: `{at, header, message}`, with the row's index
 *   from 0, the column's own name, and the file's rows in the message
 * @param change.titleOf the file's title of one of our columns; absent when there is no file
 * @param change.cellsOf the file's cells for a new row's id; absent when the file is not about people
 * @param change.file the file's rows with their columns matched, as cells by column name
 * @param change.away the rows of those who are on leave; absent when the file does not say
 * @param change.table the file's rows, for those to fix; change.header is the index of the header row
 */
export function differenceOf(change) {
  const {id, name, rows, result, send} = change;
  const title = LISTS[id].title;

  async function check() {
    fill(result, h('p', {class: 'hint'}, `Checking ${name} …`));
    await tryOut('');
  }

  /** @param people possible duplicates, each with the decision on whether they are the same */
  async function tryOut(query, people, drawn) {
    const isLatest = begin(result);
    try {
      const [difference, open, lost] = await Promise.all([send(`dryRun=true${query && `&${query}`}`),
        id === 'reps' ? openStories() : null, id === 'sequences' ? lostSequences(rows, change.file.map(sequenceOf)) : []]);
      if (!isLatest()) return;
      if (id === 'import') past(difference);
      else if (people || !hasOthers(difference)) preview(difference, {open, lost}, people ?? pairsOf(difference));
      else await asOthers(pairsOf(difference));
      drawn?.();
    } catch (problem) {
      if (isLatest()) bad(problem);
    }
  }

  function bad(problem) {
    if (isOutdated(problem) && change.reload) {
      fill(result, notice('warn', h('p', {role: 'alert'}, outdatedBy(problem)),
          button('Load the list again', change.reload)));
      return;
    }
    const errors = (problem.errors ?? []).map(change.rowOf).sort((a, b) => (a.at ?? -1) - (b.at ?? -1));
    if (errors.length === 0) {
      fill(result, failed(problem));
      return;
    }
    const all = problem.body?.errorCount ?? errors.length;
    const good = problem.body?.good ?? 0;
    const things = all === 1 ? 'one thing' : `${all} things`;
    const line = (error) => h('tr', null, h('th', {scope: 'row'}, error.at === null ? '' : String(error.at + 1)),
        h('td', {'data-label': 'Column'}, error.header), h('td', {'data-label': 'What to fix'}, error.message));
    fill(result, notice('bad', h('p', {role: 'alert'}, h('strong', null, `${name}: ${things} to fix. `), 'Nothing was saved.')),
        tableOf('What to fix, row by row', ['Row', 'Column', 'What to fix'], errors.slice(0, SHOWN).map(line)),
        h('div', {class: 'actions'},
            id === 'import' && good > 0 && button(`Import the ${many(good, 'good row')}`, () => store('skipBad=true')),
            change.table && button('Download the rows to fix', () => badRows(errors))),
        all > SHOWN && h('p', {class: 'hint'},
            `The first ${SHOWN} are shown.${all === errors.length ? ' The file has all of them.' : ''}`));
  }

  /** The invalid rows of the person's own file, each with what to fix. */
  function badRows(errors) {
    const reasons = new Map();
    for (const {at, header, message} of errors.filter((each) => each.at !== null)) {
      reasons.set(at, [...(reasons.get(at) ?? []), [header, message].filter(Boolean).join(': ')]);
    }
    const heads = change.table[change.header] ?? [];
    const width = Math.max(heads.length, ...[...reasons.keys()].map((at) => change.table[at].length));
    const filled = (cells) => Array.from({length: width}, (_, at) => cells[at] ?? '');
    download(`${name.replace(/\.\w+$/, '')}-to-fix.csv`, 'text/csv', '\ufeff' + csv([...filled(heads), 'What to fix'],
        [...reasons].map(([at, messages]) => [...filled(change.table[at]), messages.join('. ')])));
  }

  function past(difference) {
    const news = difference.added.length;
    if (difference.errors.length > 0) {
      bad({errors: difference.errors, body: {good: news + difference.known.length, errorCount: difference.errorCount}});
      return;
    }
    const warning = (each) => {
      const {at, header, message} = change.rowOf(each);
      return h('p', {class: 'hint'}, `${[at !== null && `Row ${at + 1}`, header].filter(Boolean).join(', ')}: ${message}`);
    };
    const more = difference.inSequences + difference.usedInDeals;
    const label = news > 0 ? `Import ${many(news, 'placement')}` : more > 0 && 'Record sequences and deals';
    fill(result, notice('good', h('p', null, h('strong', null, `${name}: `), `${news} new, ${difference.known.length} already here, `
            + `${difference.inSequences} in a sequence, ${difference.usedInDeals} used in a deal.`),
        difference.known.length > 0 && h('p', null, ALREADY_HERE), !label && h('p', null, 'This file adds nothing.')),
    difference.warnings.slice(0, 50).map(warning),
    h('div', {class: 'actions'}, label && button(label, () => store(''), 'primary'), button('Cancel', change.cancel)));
  }

  /** A new row's name; in a roster, with the time zone. */
  function newOf(key, names, cellsOf) {
    const zone = id === 'reps' && cellsOf(key).zone;
    return zone ? `${names[key] ?? key} (${zoneName(zone)})` : names[key] ?? key;
  }

  /** Sentences on who will be emailed the open stories; empty for lists other than the roster. */
  function joining(open, {samePeople, otherIds = []}, known) {
    if (!open) return [];
    const before = new Map(rows.map((row) => [row.id, row]));
    for (const same of samePeople) before.set(same.after, before.get(same.before));
    for (const other of otherIds.filter(({asked}) => !asked)) before.set(other.id, before.get(other.newId));
    return joinerSentences(change.file, (row) => before.get(row.id), (row) => known.has(row.id) || Boolean(before.get(row.id)), open);
  }

  function preview(difference, {open, lost}, people) {
    const {added, names, changed, removed, unchanged, cells, moreCells} = difference;
    if (added.length + changed.length + removed.length === 0) {
      fill(result, notice('good', h('p', null,
          `${name} matches the current list. Nothing to change (${many(unchanged, 'row')}).`)));
      return;
    }
    const groups = groupsOf(difference);
    const sentAs = new Map((difference.otherIds ?? []).map((other) => [other.newId, other.id]));
    const cellsOf = change.cellsOf && ((key) => change.cellsOf(sentAs.get(key) ?? key));
    const known = namesOf(id, rows);
    const dropped = groups.gone.length;
    const drops = id !== 'agreement' && dropped > rows.length * 0.2;
    const sure = h('input', {type: 'checkbox', id: 'sure'});
    const group = (label, kind, keys, nameOf) => keys.length > 0 && h('details', {open: keys.length <= 20},
        h('summary', null, badge(`${keys.length} ${label}`, kind)),
        h('p', {class: 'keys'}, keys.slice(0, SHOWN).map(nameOf).join(', ')));
    const knownAs = (key) => known.get(key) ?? names[key] ?? key;
    const settings = id === 'agreement' && cells.length > 0;
    const apply = button('Apply changes', () => {
      if (drops && !sure.checked) {
        say('Check the box to confirm the removal.');
        sure.focus();
        return null;
      }
      return store([drops && 'confirm=true', othersOf(people)].filter(Boolean).join('&'));
    }, 'primary');
    fill(result, h('h3', null, `What ${name} changes`),
        h('ul', {class: 'says'}, [...summaryOf(id, difference, rows, cellsOf), ...joining(open, difference, groups.known), ...lost,
          ...id === 'accounts' ? lostAccounts(rows, change.file, difference, knownAs) : []]
            .map((each) => h('li', null, each))),
        warningsOf(difference), onLeave(change.away),
        change.version?.(cells),
        !settings && [group('new', 'green', groups.fresh, (key) => newOf(key, names, cellsOf)),
          group('returning', 'green', groups.back, (key) => newOf(key, names, cellsOf)),
          group('changed', 'amber', changed, knownAs)],
        cells.length > 0 && changedCells(cells, moreCells, known, settings),
        group('removed', 'red', groups.gone, knownAs),
        samePeopleOf(people), !settings && h('p', {class: 'hint'}, `${unchanged} unchanged.`),
        unknownOf(difference.unknown, knownAs, change.titleOf, change.named), stillNamedOf(id, difference.stillNamed, known),
        drops && notice('warn', h('label', {class: 'check'}, sure, REMOVES(dropped, rows.length, title))),
        h('div', {class: 'actions'}, apply, button('Cancel', change.cancel)));
  }

  /** The warnings about the rows, each with its row's name; the agreement is one row. */
  function warningsOf({warnings = []}) {
    const rowName = (each) => {
      const [, at] = /^items\[(\d+)\]/.exec(each.field) ?? [];
      if (!at || id === 'agreement') return '';
      const row = change.rowOf?.(each).at ?? null;
      return change.file?.[at]?.name || (row === null ? '' : `Row ${row + 1}`);
    };
    const line = (each) => h('p', null, [rowName(each), warned(each)].filter(Boolean).join(': '));
    return warnings.length > 0 && notice('warn', warnings.slice(0, SHOWN).map(line));
  }

  const hasOthers = ({otherIds = []}) => otherIds.some(({asked}) => asked);

  /**
   * The pairs that may be the same person: under a new id, each is assumed to be until someone clears its box; under the
   * same id, with another name and address, nobody is.
   */
  const pairsOf = ({samePeople, otherIds = []}) => [...samePeople.map((same) => ({same, isSame: true})),
    ...otherIds.filter(({asked}) => asked).map((other) => ({same: {...other, after: other.id}, other, isSame: false}))];

  /** The query parameter that names who is someone else; empty if nobody is. */
  function othersOf(people) {
    const others = people.filter(({isSame}) => !isSame).map(({same}) => same.after);
    return others.length === 0 ? '' : `newPeople=${encodeURIComponent(others.join(','))}`;
  }

  /** Shows what happens if nobody is the same person under the same id. */
  const asOthers = (people) => tryOut(othersOf(people), people);

  /** Lets the person say who is someone else, then previews again: removals, references and emails may change. */
  function samePeopleOf(people) {
    const again = (at) => tryOut(othersOf(people), people, () => result.querySelectorAll('.people input')[at]?.focus());
    const boxes = (those, labelOf) => h('ul', {class: 'people'}, those.map((each) => {
      const box = h('input', {type: 'checkbox', checked: each.isSame, onchange() {
        each.isSame = box.checked;
        again(people.indexOf(each));
      }});
      return h('li', null, h('label', {class: 'check'}, box, labelOf(each.same)));
    }));
    const [moved, others] = [people.filter(({other}) => !other), people.filter(({other}) => other)];
    const {one, several, means} = SAME[id] ?? {};
    return [moved.length > 0 && notice('warn', h('p', null, h('strong', null, `${moved.length === 1 ? one : several} `), means),
    boxes(moved, ({name: who, before, after, why}) => `${who}: ${before} → ${after} (${why})`)),
    others.length > 0 && notice('warn', h('p', null,
        h('strong', null, `${others.length === 1 ? 'This ID has another name and address now.'
            : 'These IDs have other names and addresses now.'} `),
        'We take that for someone else, who gets an ID of their own and the open stories. Check the box if it’s the same person.'),
    boxes(others, ({name: who, before, after}) => `${after}: ${before ?? 'a former rep'} → ${who}`))];
  }

  function changedCells(cells, more, known, one) {
    const count = cells.length + more;
    const summary = one ? (cells.length === 1 ? 'One setting changes' : `${cells.length} settings change`)
        : `What changes in ${count === 1 ? 'one cell' : `${count} cells`}`;
    const shown = (each, text) => read(each.column, text, change.named ?? {}) || '–';
    const line = (each) => h('tr', null, h('th', {scope: 'row'}, one ? column(each.column) : known.get(each.row) ?? each.row),
        [!one && ['Column', column(each.column)], ['Before', shown(each, each.before)], ['After', shown(each, each.after)]]
            .filter(Boolean).map(([label, text]) => h('td', {'data-label': label, dir: 'auto'}, text)));
    return h('details', {open: cells.length <= 20}, h('summary', null, summary),
        tableOf('Changed cells', one ? ['Setting', 'Before', 'After'] : ['Row', 'Column', 'Before', 'After'],
            cells.slice(0, SHOWN).map(line)),
        (more > 0 || cells.length > SHOWN) && h('p', {class: 'hint'}, `The first ${Math.min(SHOWN, cells.length)} are shown.`));
  }

  async function store(query) {
    try {
      const done = await send(query);
      forget();
      if (id !== 'import') await change.refresh();
      else {
        fill(result, notice('quiet', h('p', null, `${imported(done)} ${done.headline ?? ''}`),
            h('p', null, h('a', {href: '#/audit'}, 'See the audit of the last 13 weeks'))));
      }
      say(id === 'import' ? imported(done) : appliedSentence(done));
    } catch (problem) {
      bad(problem);
    }
  }

  return {check};
}
