// The lists that the product works with: looked at, downloaded, and replaced as a whole after a look at the difference.

import {call, get, names, post, list, who, has, forget, signInFirst, failed} from './api.js';
import {dialog, reason} from './dialog.js';
import {told, day} from './time.js';
import {h, fill, card, button, badge, notice, say, quiet, download, column} from './dom.js';

const LISTS = {
  reps: ['Reps', 'The full sales team, and the distributors beside it.', ['id', 'name', 'email', 'mailHealth', 'secondEmail', 'zone', 'segments', 'manager', 'employment', 'active'], ['ops']],
  segments: ['Segments', 'What a note can be most relevant for.', ['id', 'name'], ['ops']],
  sequences: ['Sequences', 'Sales sequences, their owners and stages.', ['id', 'name', 'owner', 'ownerEmail', 'personas', 'segments', 'status', 'stages'], ['ops', 'sequence-owner']],
  accounts: ['Accounts', 'Target accounts, and which rep works them.', ['id', 'name', 'segment', 'rep', 'target', 'openDeal'], ['ops']],
  rules: ['Rules', 'Which placements belong into which stage. What is empty fits all.', ['id', 'format', 'topic', 'segment', 'persona', 'sequence', 'stage'], ['ops', 'sequence-owner']],
  agreement: ['Agreement', 'What PR, marketing and sales agreed on.', ['version', 'date', 'zone', 'warnings', 'prOwner', 'ops', 'salesLeader', 'leadership', 'ruleOwners', 'auditDay', 'auditHour'], ['ops']],
  import: ['The past', 'Placements of the past, taken in without a mail, so that the audit begins with them.', ['url', 'outlet', 'headline', 'format', 'publishedAt', 'zone', 'segments', 'note', 'topic', 'personas', 'spokesperson', 'sequence', 'stage', 'account', 'how'], ['pr', 'ops']],
};
/** Columns that hold ids of another list: people see the names. */
const POINTERS = {segments: 'segments', segment: 'segments', rep: 'reps', sequence: 'sequences'};
const SHOWN = 100;

export async function show(main, {id, refresh}) {
  if (!LISTS[id]) {
    fill(main, h('h1', null, 'There is no such list'));
    return;
  }
  const [title, about, columns, roles] = LISTS[id];
  const tabs = h('nav', {class: 'tabs', 'aria-label': 'Lists'}, Object.entries(LISTS).map(([name, [said]]) => h('a', {href: `#/directory/${name}`, 'aria-current': name === id ? 'page' : null}, said)));
  const head = h('div', {class: 'head'}, h('h1', null, title), h('p', {class: 'lead'}, about));
  if (!who()) {
    fill(main, tabs, head, signInFirst('Sign in to see the lists.'));
    return;
  }
  const [rows, sending, ...known] = await Promise.all([id === 'import' ? [] : list(id), id === 'reps' ? get('sending') : null,
    ...Object.values(POINTERS).map((other) => (columns.some((each) => POINTERS[each] === other) ? names(other) : new Map()))]);
  const named = Object.fromEntries(Object.keys(POINTERS).map((name, at) => [name, known[at]]));
  fill(main, tabs, head, sending && health(sending, refresh), upload(id, columns, roles, rows, refresh), id !== 'import' && table(id, columns, rows, named));
}

/** How the mails to reps fare; sending stops by itself when too many come back, or when ops stops it. */
function health(sending, refresh) {
  const {stopped, stoppedAt, stoppedBy, why, since, sent, bounced, complained} = sending;
  const resume = () => dialog({title: 'Let mails go out again', action: 'Let them go out',
    about: stoppedBy ? 'What waits goes out.' : 'What came back before no longer counts. If as many come back again, sending stops again.',
    fields: [reason(stoppedBy ? 'Why it can go on.' : 'What was done about it.')], whom: 'Every rep whose mail waits, within ten minutes.',
    async send(given) {
      await post('sending/resume', given);
      await refresh();
      say('Mails go out again.');
    }});
  const stop = () => dialog({title: 'Stop all mails to reps', action: 'Stop mails to reps',
    about: 'Nothing is lost: mails wait until you let them go out again. The 24 hours go on, and a deadline missed for this is recorded as held. Mails to sequence owners, ops, and leadership still go out.',
    fields: [reason('Why mails have to wait.')], whom: 'Nobody. PR sees it on the form and on each placement.',
    async send(given) {
      await post('sending/stop', given);
      await refresh();
      say('Mails to reps are stopped.');
    }});
  return card('Mail health', stopped && notice('bad', h('p', {role: 'alert'}, h('strong', null, 'No mail goes out to reps. '), stoppedBy ? `${stoppedBy} stopped it on ${told(stoppedAt)}: ${why}` : `${why}.`, ' Nothing is lost: what is to be sent waits.'),
      !stoppedBy && h('p', null, 'Put right the addresses that are dead, or take those people out; then let mails go out again.'), has('ops') && button('Let mails go out again', resume, 'primary')),
      h('p', {class: 'figure'}, badge(stopped ? 'Stopped' : 'Running', stopped ? 'red' : 'green'), ` ${sent} sent, ${bounced} bounced, ${complained} marked as spam`, h('span', {class: 'hint'}, ` since ${day(since)}`)),
      !stopped && has('ops') && h('p', null, button('Stop mails to reps', stop, 'small')));
}

const cell = (value) => (Array.isArray(value) ? value.join('; ') : value === true ? 'yes' : value === false ? 'no' : String(value ?? ''));

function table(id, columns, rows, named) {
  const search = h('input', {type: 'search', placeholder: 'Find a row', 'aria-label': 'Find a row'});
  const body = h('tbody');
  const foot = h('p', {class: 'hint', role: 'status'});
  const csv = button('Download CSV', () => call('GET', `directory/${id}`, {headers: {accept: 'text/csv'}}).then((text) => download(`${id}.csv`, 'text/csv', '\ufeff' + text), (problem) => say(problem.message)));
  let most = SHOWN;
  const more = button('Show more', () => { most += SHOWN * 5; draw(); });
  const shown = (row, name) => cell(!named[name] ? row[name] : Array.isArray(row[name]) ? row[name].map((each) => named[name].get(each) ?? each) : named[name].get(row[name]) ?? row[name]);
  const text = rows.map((row) => columns.map((name) => `${cell(row[name])} ${shown(row, name)}`).join(' ').toLowerCase());
  const sick = rows.filter((row) => row.mailHealth).length;
  const value = (row, name) => {
    if (name === 'mailHealth') return row.mailHealth ? [badge('Dead', 'red'), h('span', {class: 'under'}, row.mailHealth)] : row.active === false ? '' : badge('Works', 'green');
    if (name === 'active' && row.active === false) return badge('Inactive', 'quiet');
    if (name === 'status') return badge(cell(row.status ?? 'active'), row.status === 'active' || !row.status ? 'green' : 'quiet');
    return shown(row, name);
  };
  function draw() {
    const asked = search.value.toLowerCase().split(/\s+/);
    const found = rows.filter((row, at) => asked.every((word) => text[at].includes(word)));
    fill(body, found.slice(0, most).map((row) => h('tr', null, columns.map((name, at) => h(at ? 'td' : 'th', {scope: at ? null : 'row'}, value(row, name))))));
    fill(foot, `${Math.min(most, found.length)} of ${found.length} rows${found.length < rows.length ? `, ${rows.length} in all` : ''}`);
    more.hidden = found.length <= most;
  }
  search.addEventListener('input', quiet(120, draw));
  draw();
  if (id === 'agreement' && rows.length === 1) {
    return h('section', {class: 'card', 'aria-label': 'In force'}, h('div', {class: 'row'}, h('h2', null, 'In force'), h('span', {class: 'grow'}), csv),
        h('dl', {class: 'facts'}, columns.filter((name) => cell(rows[0][name])).map((name) => [h('dt', null, column(name)), h('dd', null, cell(rows[0][name]))])));
  }
  if (rows.length === 0) return h('div', {class: 'empty card'}, h('h2', null, 'Nothing here yet'), h('p', null, `Upload a CSV with the columns ${columns.filter((each) => each !== 'mailHealth').join(', ')}.`));
  return h('section', {class: 'card', 'aria-label': 'In force'},
      h('div', {class: 'row'}, h('h2', null, 'In force'), sick > 0 && badge(`${sick} with a dead address`, 'red'), h('span', {class: 'grow'}), search,
          csv),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Rows'}, h('table', {class: 'list wide'}, h('thead', null, h('tr', null, columns.map((each) => h('th', {scope: 'col'}, column(each))))), body)),
      h('div', {class: 'foot'}, foot, more));
}

function upload(id, columns, roles, rows, refresh) {
  const may = has(...roles);
  const result = h('div', {'aria-live': 'polite'});
  const file = h('input', {type: 'file', id: 'file', accept: '.csv,text/csv', disabled: !may, 'aria-describedby': 'file-hint'});
  const path = id === 'import' ? 'placements/import' : `directory/${id}`;
  let bytes = null;

  const send = (query) => call('PUT', `${path}?${query}`, {body: bytes, headers: {'content-type': 'text/csv'}});

  file.addEventListener('change', async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    fill(result, h('p', {class: 'hint'}, `Checking ${chosen.name} …`));
    try {
      bytes = await chosen.arrayBuffer();
      preview(await send('dryRun=true'), chosen.name);
    } catch (problem) {
      bad(problem, chosen.name);
    }
    file.value = '';
  });

  function bad(problem, name) {
    const errors = problem.errors ?? [];
    if (errors.length === 0) {
      fill(result, failed(problem));
      return;
    }
    const line = (error) => error.line ?? /^line (\d+)/.exec(error.field)?.[1] ?? '';
    const of = (error) => error.field.replace(/^items\[\d+\]\.?/, '').replace(/^line \d+[:, .]*/, '');
    fill(result, notice('bad', h('p', {role: 'alert'}, h('strong', null, `${name}: ${errors.length === 1 ? 'one thing' : `${errors.length} things`} to put right. `), 'Nothing was stored.')),
        h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'What is wrong'}, h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'What is wrong, line by line'),
            h('thead', null, h('tr', null, ['Line', 'Field', 'What is wrong'].map((each) => h('th', {scope: 'col'}, each)))),
            h('tbody', null, errors.slice(0, 500).map((error) => h('tr', null, h('th', {scope: 'row'}, String(line(error))), h('td', null, of(error)), h('td', null, error.message)))))),
        id === 'import' && problem.body.good > 0 && button(`Take the ${problem.body.good} good rows`, () => store('skipBad=true')));
  }

  function preview(difference, name) {
    if (id === 'import') {
      if (difference.errors.length > 0) {
        bad({errors: difference.errors, body: {good: difference.added.length + difference.known.length}}, name);
        return;
      }
      fill(result, notice('good', h('p', null, h('strong', null, `${name}: `), `${difference.added.length} new, ${difference.known.length} known already, ${difference.inSequences} in a sequence, ${difference.usedInDeals} used in a deal.`)),
          difference.warnings.slice(0, 50).map((each) => h('p', {class: 'hint'}, `${each.field}: ${each.message}`)),
          h('div', {class: 'actions'}, button('Take them in', () => store(''), 'primary'), button('Leave it', () => fill(result))));
      return;
    }
    const {added, names: newNames, changed, removed, unchanged, cells, moreCells, unknown, stillNamed, samePeople} = difference;
    const people = samePeople.map((same) => ({same, box: h('input', {type: 'checkbox', checked: true})}));
    const moved = (ids, which) => ids.filter((each) => !samePeople.some((same) => same[which] === each));
    const known = new Map(rows.map((row) => [cell(row[columns[0]]), row.name]));
    const dropped = () => removed.length - people.filter(({box}) => box.checked).length;
    const drops = () => id !== 'agreement' && dropped() > rows.length * 0.2;
    const sure = h('input', {type: 'checkbox', id: 'sure'});
    const group = (said, kind, keys) => keys.length > 0 && h('details', {open: keys.length <= 20}, h('summary', null, badge(`${keys.length} ${said}`, kind)),
        h('p', {class: 'keys'}, keys.slice(0, 500).map((key) => known.get(key) ?? newNames[key] ?? key).join(', ')));
    if (added.length + changed.length + removed.length === 0) {
      fill(result, notice('good', h('p', null, `${name} is what is in force already: ${unchanged} rows.`)));
      return;
    }
    const many = h('div');
    const ask = () => fill(many, drops() && notice('warn', h('label', {class: 'check'}, sure, `It drops ${dropped()} of ${rows.length} rows. That is meant.`)));
    ask();
    const one = id === 'agreement' && cells.length > 0;
    fill(result, h('h3', null, `What ${name} changes`), !one && [group('new', 'green', moved(added, 'after')), group('changed', 'amber', changed)], cells.length > 0 && cellsOf(cells, moreCells, known, one), group('gone', 'red', moved(removed, 'before')), people.length > 0 && samePeopleOf(people, ask),
        !one && h('p', {class: 'hint'}, `${unchanged} stay as they are.`),
        unknown.length > 0 && notice('warn', h('p', null, h('strong', null, 'Not in the directory: '), 'is it a slip of the pen? It may be put in force all the same.'),
            h('ul', null, unknown.map((each) => h('li', null, `${column(each.column)} “${each.value}”, in ${each.rows === 1 ? 'one row' : `${each.rows} rows`}, ${each.rows === 1 ? '' : 'the first is '}${known.get(each.row) ?? each.row}`)))),
        stillNamed.length > 0 && notice('warn', h('p', null, h('strong', null, 'Still named elsewhere: '), id === 'reps' ? 'give these to somebody else before or after.' : 'change these lists as well.'),
            h('ul', null, stillNamed.map((each) => h('li', null, `${known.get(each.row) ?? each.row}: ${LISTS[each.list][0].toLowerCase()}, ${column(each.column)}`, each.list === 'agreement' ? '' : `: ${each.in.join(', ')}${each.rows > each.in.length ? ` and ${each.rows - each.in.length} more` : ''}`)))),
        many,
        h('div', {class: 'actions'}, button('Put it in force', () => {
          if (drops() && !sure.checked) {
            say('Tick that the rows are to be dropped.');
            sure.focus();
            return;
          }
          const others = people.filter(({box}) => !box.checked).map(({same}) => same.after);
          store([drops() && 'confirm=true', others.length > 0 && `newPeople=${encodeURIComponent(others.join(','))}`].filter(Boolean).join('&'));
        }, 'primary'), button('Leave it', () => fill(result))));
  }

  const samePeopleOf = (people, changed) => notice('warn', h('p', null, h('strong', null, `${people.length === 1 ? 'This looks like the same person under a new ID.' : 'These look like the same people under new IDs.'} `),
          'Whoever got a mail counts as reached under the new ID, and nobody gets it twice. Clear the box if it’s somebody else.'),
      h('ul', {class: 'people'}, people.map(({same, box}) => {
        box.addEventListener('change', changed);
        return h('li', null, h('label', {class: 'check'}, box, `${same.name}: ${same.before} → ${same.after} (${same.why})`));
      })));

  const cellsOf = (cells, more, known, one) => h('details', {open: cells.length <= 20}, h('summary', null, one ? `${cells.length === 1 ? 'One setting changes' : `${cells.length} settings change`}` : `What changes in ${cells.length + more === 1 ? 'one cell' : `${cells.length + more} cells`}`),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Changed cells'}, h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'Changed cells'),
          h('thead', null, h('tr', null, (one ? ['Setting', 'Before', 'After'] : ['Row', 'Column', 'Before', 'After']).map((each) => h('th', {scope: 'col'}, each)))),
          h('tbody', null, cells.slice(0, 500).map((each) => h('tr', null, h('th', {scope: 'row'}, one ? column(each.column) : known.get(each.row) ?? each.row),
              [!one && ['Column', column(each.column)], ['Before', each.before || '–'], ['After', each.after || '–']].filter(Boolean).map(([label, said]) => h('td', {'data-label': label, dir: 'auto'}, said))))))),
      (more > 0 || cells.length > 500) && h('p', {class: 'hint'}, `The first ${Math.min(500, cells.length)} are shown.`));

  async function store(query) {
    try {
      const done = await send(query);
      forget();
      if (id !== 'import') await refresh();
      else fill(result, notice('quiet', h('p', null, `${done.added.length} taken in. ${done.headline ?? ''}`), h('p', null, h('a', {href: '#/audit'}, 'See the audit of the last 13 weeks'))));
      say(id === 'import' ? `${done.added.length} taken in.` : `In force: ${done.added.length} new, ${done.changed.length} changed, ${done.removed.length} gone.`);
    } catch (problem) {
      bad(problem, 'The file');
    }
  }

  return card(id === 'import' ? 'Bring it in' : 'Replace the list',
      may ? h('div', {class: 'drop'}, h('label', {for: 'file'}, 'Choose a CSV'), file,
          h('p', {class: 'hint', id: 'file-hint'}, 'Nothing is stored before you have seen what changes. What Excel saves is fine: semicolons and all.'))
          : h('p', {class: 'hint'}, `Replacing it needs the role ${roles.join(' or ')}.`),
      h('details', null, h('summary', null, 'Its columns'), h('p', {class: 'keys'}, columns.join(', ')), h('p', {class: 'hint'}, 'Several values inside a cell are separated by ;')),
      result);
}
