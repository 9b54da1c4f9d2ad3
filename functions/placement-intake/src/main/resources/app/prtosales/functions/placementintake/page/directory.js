// The lists that the product works with: looked at, downloaded, and replaced as a whole after a look at the difference.

import {call, get, names, post, list, who, has, forget, signInFirst, failed} from './api.js';
import {dialog, reason} from './dialog.js';
import {told, day, zoneName} from './time.js';
import {h, fill, card, button, badge, notice, say, quiet, download, column, words} from './dom.js';

const LISTS = {
  reps: ['Reps', 'Your sales team and distributors.', ['id', 'name', 'email', 'mailHealth', 'secondEmail', 'zone', 'segments', 'manager', 'employment', 'active'], ['ops']],
  segments: ['Segments', 'The kinds of customers a story can be most relevant for.', ['id', 'name'], ['ops']],
  sequences: ['Sequences', 'Sales sequences with their owners and stages.', ['id', 'name', 'owner', 'ownerEmail', 'personas', 'segments', 'status', 'stages'], ['ops', 'sequence-owner']],
  accounts: ['Accounts', 'Accounts, who works them, and which are targets.', ['id', 'name', 'segment', 'rep', 'target', 'openDeal'], ['ops']],
  rules: ['Rules', 'Which stories go into which sequence and stage. A blank matches anything.', ['id', 'format', 'topic', 'segment', 'persona', 'sequence', 'stage'], ['ops', 'sequence-owner']],
  agreement: ['Agreement', 'What PR, marketing, and sales agreed to.', ['version', 'date', 'zone', 'warnings', 'prOwner', 'ops', 'salesLeader', 'leadership', 'ruleOwners', 'auditDay', 'auditHour', 'company'], ['ops']],
  import: ['Past coverage', 'Import past placements, so that your first audit includes them. Nobody gets an email.', ['url', 'outlet', 'headline', 'format', 'publishedAt', 'zone', 'segments', 'note', 'topic', 'personas', 'spokesperson', 'sequence', 'stage', 'account', 'how'], ['pr', 'ops']],
};
/** Columns that hold ids of another list: people see the names. */
const POINTERS = {segments: 'segments', segment: 'segments', rep: 'reps', sequence: 'sequences'};
const SHOWN = 100;
const ROLES = {pr: 'PR', ops: 'sales ops', 'sequence-owner': 'sequence owners'};

/** “Remove all 12 current reps” */
const REMOVES = (gone, all, list) => `Remove ${gone === all ? `all ${all} current` : `${gone} of ${all} current`} ${list.toLowerCase()}`;

export async function show(main, {id, refresh}) {
  if (!LISTS[id]) {
    fill(main, h('h1', null, 'List not found'));
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
  fill(main, tabs, head, sending && health(sending, refresh), upload(id, title, columns, roles, rows, refresh), id !== 'import' && table(id, columns, rows, named));
}

/** How the mails to reps fare; sending stops by itself when too many come back, or when ops stops it. */
function health(sending, refresh) {
  const {stopped, stoppedAt, stoppedBy, why, since, sent, bounced, complained} = sending;
  const resume = () => dialog({title: 'Resume emails', action: 'Resume emails',
    about: stoppedBy ? 'Emails that were waiting go out.' : 'Earlier bounces no longer count. If as many emails bounce again, sending stops again.',
    fields: [reason(stoppedBy ? 'Why emails can resume.' : 'What you fixed.')], whom: 'Every rep with an email waiting, within ten minutes.',
    async send(given) {
      await post('sending/resume', given);
      await refresh();
      say('Emails resumed.');
    }});
  const stop = () => dialog({title: 'Stop all emails to reps', action: 'Stop emails to reps',
    about: 'Nothing is lost: emails wait until you resume. The 24 hours keep running, and a deadline missed because of this is recorded as held. Emails to sequence owners, ops, and leadership still go out.',
    fields: [reason('Why emails need to wait.')], whom: 'Nobody. PR sees it on the form and on each story.',
    async send(given) {
      await post('sending/stop', given);
      await refresh();
      say('Emails to reps are stopped.');
    }});
  return card('Email health', stopped && notice('bad', h('p', {role: 'alert'}, h('strong', null, 'Emails to reps are stopped. '), stoppedBy ? `${stoppedBy} stopped them ${told(stoppedAt)}: ${why}` : `${why}.`, ' Nothing is lost: emails wait until you resume.'),
      !stoppedBy && h('p', null, 'Fix the bouncing addresses or remove those people, then resume emails.'), has('ops') && button('Resume emails', resume, 'primary')),
      h('p', {class: 'figure'}, badge(stopped ? 'Stopped' : 'Running', stopped ? 'red' : 'green'), ` ${sent} sent, ${bounced} bounced, ${complained} marked as spam`, h('span', {class: 'hint'}, ` since ${day(since)}`)),
      !stopped && has('ops') && h('p', null, button('Stop emails to reps', stop, 'small')));
}

const hours = (step) => { const [, number, unit] = /^P?T?(\d+)([HM])/i.exec(step) ?? []; return number ? `${number} ${/m/i.test(unit) ? 'minute' : 'hour'}${number === '1' ? '' : 's'}` : step; };

/** Values that the lists keep as codes, as people read them. */
const SAID = {
  zone: zoneName, employment: words, auditDay: words, auditHour: (hour) => `${hour % 12 || 12} ${hour < 12 ? 'AM' : 'PM'}`,
  warnings: (steps) => `${[steps].flat().map(hours).join(', ')} before the deadline`, format: words,
};

const cell = (value) => (Array.isArray(value) ? value.join('; ') : value === true ? 'yes' : value === false ? 'no' : String(value ?? ''));

function table(id, columns, rows, named) {
  const search = h('input', {type: 'search', placeholder: 'Find a row', 'aria-label': 'Find a row'});
  const body = h('tbody');
  const foot = h('p', {class: 'hint', role: 'status'});
  const csv = button('Download CSV', () => call('GET', `directory/${id}`, {headers: {accept: 'text/csv'}}).then((text) => download(`${id}.csv`, 'text/csv', '\ufeff' + text), (problem) => say(problem.message)));
  let most = SHOWN;
  const more = button('Show more', () => { most += SHOWN * 5; draw(); });
  const shown = (row, name) => cell(SAID[name] && cell(row[name]) !== '' ? SAID[name](row[name]) : !named[name] ? row[name] : Array.isArray(row[name]) ? row[name].map((each) => named[name].get(each) ?? each) : named[name].get(row[name]) ?? row[name]);
  const text = rows.map((row) => columns.map((name) => `${cell(row[name])} ${shown(row, name)}`).join(' ').toLowerCase());
  const sick = rows.filter((row) => row.mailHealth).length;
  const value = (row, name) => {
    if (name === 'mailHealth') return row.mailHealth ? [badge('Bouncing', 'red'), h('span', {class: 'under'}, told(row.mailHealth))] : row.active === false ? '' : badge('OK', 'green');
    if (name === 'active' && row.active === false) return badge('Inactive', 'quiet');
    if (name === 'status') return badge(words(row.status || 'active'), row.status === 'active' || !row.status ? 'green' : 'quiet');
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
    return h('section', {class: 'card', 'aria-label': 'Current list'}, h('div', {class: 'row'}, h('h2', null, 'Current list'), h('span', {class: 'grow'}), csv),
        h('dl', {class: 'facts'}, columns.filter((name) => cell(rows[0][name])).map((name) => [h('dt', null, column(name)), h('dd', null, shown(rows[0], name))])));
  }
  if (rows.length === 0) return h('div', {class: 'empty card'}, h('h2', null, 'Nothing here yet'), h('p', null, `Upload a CSV with these columns: ${columns.filter((each) => each !== 'mailHealth').join(', ')}.`));
  return h('section', {class: 'card', 'aria-label': 'Current list'},
      h('div', {class: 'row'}, h('h2', null, 'Current list'), sick > 0 && badge(`${sick} bouncing`, 'red'), h('span', {class: 'grow'}), search,
          csv),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Rows'}, h('table', {class: 'list wide'}, h('thead', null, h('tr', null, columns.map((each) => h('th', {scope: 'col'}, column(each))))), body)),
      h('div', {class: 'foot'}, foot, more));
}

function upload(id, title, columns, roles, rows, refresh) {
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
    fill(result, notice('bad', h('p', {role: 'alert'}, h('strong', null, `${name}: ${errors.length === 1 ? 'one thing' : `${errors.length} things`} to fix. `), 'Nothing was saved.')),
        h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'What to fix'}, h('table', {class: 'list'}, h('caption', {class: 'unseen'}, 'What to fix, line by line'),
            h('thead', null, h('tr', null, ['Line', 'Column', 'What to fix'].map((each) => h('th', {scope: 'col'}, each)))),
            h('tbody', null, errors.slice(0, 500).map((error) => h('tr', null, h('th', {scope: 'row'}, String(line(error))), h('td', null, of(error)), h('td', null, error.message)))))),
        id === 'import' && problem.body.good > 0 && button(`Import the ${problem.body.good} good ${problem.body.good === 1 ? 'row' : 'rows'}`, () => store('skipBad=true')));
  }

  function preview(difference, name) {
    if (id === 'import') {
      if (difference.errors.length > 0) {
        bad({errors: difference.errors, body: {good: difference.added.length + difference.known.length}}, name);
        return;
      }
      fill(result, notice('good', h('p', null, h('strong', null, `${name}: `), `${difference.added.length} new, ${difference.known.length} already here, ${difference.inSequences} in a sequence, ${difference.usedInDeals} used in a deal.`)),
          difference.warnings.slice(0, 50).map((each) => h('p', {class: 'hint'}, `${each.field.charAt(0).toUpperCase()}${each.field.slice(1)}: ${each.message}`)),
          h('div', {class: 'actions'}, button(difference.added.length === 1 ? 'Import 1 placement' : `Import ${difference.added.length} placements`, () => store(''), 'primary'), button('Cancel', () => fill(result))));
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
      fill(result, notice('good', h('p', null, `${name} matches the current list. Nothing to change (${unchanged} ${unchanged === 1 ? 'row' : 'rows'}).`)));
      return;
    }
    const many = h('div');
    const ask = () => fill(many, drops() && notice('warn', h('label', {class: 'check'}, sure, REMOVES(dropped(), rows.length, title))));
    ask();
    const one = id === 'agreement' && cells.length > 0;
    fill(result, h('h3', null, `What ${name} changes`), !one && [group('new', 'green', moved(added, 'after')), group('changed', 'amber', changed)], cells.length > 0 && cellsOf(cells, moreCells, known, one), group('removed', 'red', moved(removed, 'before')), people.length > 0 && samePeopleOf(people, ask),
        !one && h('p', {class: 'hint'}, `${unchanged} unchanged.`),
        unknown.length > 0 && notice('warn', h('p', null, h('strong', null, 'Not found in your other lists. '), 'Check for typos. You can apply the changes anyway.'),
            h('ul', null, unknown.map((each) => h('li', null, `${column(each.column)} “${each.value}”, in ${each.rows === 1 ? 'one row' : `${each.rows} rows`}, ${each.rows === 1 ? '' : 'the first is '}${known.get(each.row) ?? each.row}`)))),
        stillNamed.length > 0 && notice('warn', h('p', null, h('strong', null, 'Still used in other lists. '), id === 'reps' ? 'Reassign these before or after.' : 'Update those lists too.'),
            h('ul', null, stillNamed.map((each) => h('li', null, `${known.get(each.row) ?? each.row}: ${LISTS[each.list][0].toLowerCase()}, ${column(each.column)}`, each.list === 'agreement' ? '' : `: ${each.in.join(', ')}${each.rows > each.in.length ? ` and ${each.rows - each.in.length} more` : ''}`)))),
        many,
        h('div', {class: 'actions'}, button('Apply changes', () => {
          if (drops() && !sure.checked) {
            say('Check the box to confirm the removal.');
            sure.focus();
            return;
          }
          const others = people.filter(({box}) => !box.checked).map(({same}) => same.after);
          store([drops() && 'confirm=true', others.length > 0 && `newPeople=${encodeURIComponent(others.join(','))}`].filter(Boolean).join('&'));
        }, 'primary'), button('Cancel', () => fill(result))));
  }

  const samePeopleOf = (people, changed) => notice('warn', h('p', null, h('strong', null, `${people.length === 1 ? 'This looks like the same person under a new ID.' : 'These look like the same people under new IDs.'} `),
          'If they already got a story, they count as reached under the new ID and won’t get it twice. Clear the box if it’s someone else.'),
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
      else fill(result, notice('quiet', h('p', null, `${done.added.length} imported. ${done.headline ?? ''}`), h('p', null, h('a', {href: '#/audit'}, 'See the audit of the last 13 weeks'))));
      say(id === 'import' ? `${done.added.length} imported.` : `Changes applied: ${done.added.length} new, ${done.changed.length} changed, ${done.removed.length} removed.`);
    } catch (problem) {
      bad(problem, 'The file');
    }
  }

  return card(id === 'import' ? 'Import a file' : 'Update this list',
      may ? h('div', {class: 'drop'}, h('label', {for: 'file'}, 'Choose a CSV file'), file,
          h('p', {class: 'hint', id: 'file-hint'}, 'You’ll see what changes before anything is saved. A CSV from Excel works.'))
          : h('p', {class: 'hint'}, `Only ${roles.map((role) => ROLES[role]).join(' or ')} can change this list.`),
      h('details', null, h('summary', null, 'Columns'), h('p', {class: 'keys'}, columns.filter((each) => each !== 'mailHealth').join(', ')), h('p', {class: 'hint'}, 'Separate several values in a cell with a semicolon.')),
      result);
}
