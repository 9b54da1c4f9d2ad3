// The directory lists: viewing, downloading, and replacing a whole list after a preview of the difference.

import {call, get, has, names, who, whole, signInFirst} from './api.js';
import {h, fill, button, badge, hidden, inPlainWords, many, notice, say, quiet, download, column, warned, words} from './dom.js';
import {aOne, editRow, nameOf, savedOf} from './edit.js';
import {upload} from './importing.js';
import {LISTS, POINTERS, cell, shown} from './lists.js';
import {getsNone, healthBadge, heldOf, inWords, markAsWorking} from './mailhealth.js';
import {health} from './sending.js';

const SHOWN = 100;

export async function show(main, {id, refresh, here}) {
  if (!LISTS[id]) {
    fill(main, h('h1', null, 'List not found'));
    return;
  }
  const {title, about, columns} = LISTS[id];
  const tabs = h('nav', {class: 'tabs', 'aria-label': 'Lists'}, Object.entries(LISTS).map(([name, each]) =>
      h('a', {href: `#/directory/${name}`, 'aria-current': name === id ? 'page' : null}, each.title)));
  const head = h('div', {class: 'head'}, h('h1', null, title), h('p', {class: 'lead'}, about));
  if (!who()) {
    fill(main, tabs, head, signInFirst('Sign in to see the lists.'));
    return;
  }
  const isNamed = (list) => columns.some((each) => POINTERS[each] === list);
  const [current, sending, ...known] = await Promise.all([
    id === 'import' ? {rows: [], version: 0, held: []} : whole(id), id === 'reps' ? get('sending') : null,
    ...Object.values(POINTERS).map((list) => (isNamed(list) ? names(list) : new Map()))]);
  if (!here()) return;
  const named = Object.fromEntries(Object.keys(POINTERS).map((name, at) => [name, known[at]]));
  const edit = id !== 'import' && has(...LISTS[id].roles)
      ? (row) => editRow({id, row, current, refresh}).catch((problem) => say(inPlainWords(problem))) : null;
  const update = upload({id, ...current, refresh});
  const rows = id !== 'import' && table(id, columns, current, named, {edit, markWorking: (row, held) => markAsWorking(row, held, refresh)});
  fill(main, tabs, head, savedOf(id, refresh), sending && health(sending, refresh),
      isNarrow() ? [rows, update] : [update, rows]);
}

/** On a phone nobody uploads a file, so the list and its rows come first. */
const isNarrow = () => matchMedia('(max-width: 40rem)').matches;

/** A button that jumps to the file field, on screens where the list comes before it. */
const toFile = () => isNarrow() && button('Update from a file', () => document.getElementById('file').focus(), 'small');

/** @param markWorking opens the dialog for marking the address as working; null for people who may not */
const failingAddress = (row, held, markWorking) => [healthBadge(held), h('span', {class: 'under'}, inWords(held)),
  markWorking && h('button', {type: 'button', class: 'small', onclick: () => markWorking(row, held)}, 'Mark as working', hidden(`: ${row.name}`))];

/** @param edit opens the form of a row, or of a new one for null; null for people who may not edit */
function table(id, columns, {rows, held, warnings}, named, {edit, markWorking}) {
  const search = h('input', {type: 'search', placeholder: 'Find a row', 'aria-label': 'Find a row'});
  const body = h('tbody');
  const foot = h('p', {class: 'hint', role: 'status'});
  const csv = button('Download CSV', () => call('GET', `directory/${id}`, {headers: {accept: 'text/csv'}})
      .then((text) => download(`${id}.csv`, 'text/csv', '\ufeff' + text), (problem) => say(inPlainWords(problem))));
  let most = SHOWN;
  const more = button('Show more', () => { most += SHOWN * 5; draw(); });
  const read = (row, name) => shown(row, name, named);
  const text = rows.map((row) => columns.map((name) => `${cell(row[name])} ${read(row, name)}`).join(' ').toLowerCase());
  const unreachable = rows.filter((row) => row.active !== false && getsNone(row, heldOf(row, held))).length;
  const add = edit && id !== 'agreement' && button(`Add ${aOne(id)}`, () => edit(null), 'small');
  const act = (row) => h('button', {type: 'button', class: 'small', onclick: () => edit(row)}, 'Edit', hidden(` ${nameOf(id, row)}`));
  const value = (row, name) => {
    if (name === 'mailHealth') return healthOf(row);
    if (name === 'active' && row.active === false) return badge('Inactive', 'quiet');
    if (name === 'status') return badge(words(row.status || 'active'), row.status === 'active' || !row.status ? 'green' : 'quiet');
    return read(row, name);
  };
  const healthOf = (row) => {
    const failing = heldOf(row, held);
    return failing.length > 0 ? failingAddress(row, failing, edit && markWorking) : row.active === false ? '' : badge('OK', 'green');
  };
  function draw() {
    const words = search.value.toLowerCase().split(/\s+/);
    const found = rows.filter((row, at) => words.every((word) => text[at].includes(word)));
    fill(body, found.slice(0, most).map((row) => h('tr', null, edit && h('td', {class: 'act'}, act(row)),
        columns.map((name, at) => h(at ? 'td' : 'th', {scope: at ? null : 'row', 'data-label': at ? column(name) : null},
            value(row, name))))));
    const all = found.length < rows.length ? `, ${rows.length} in all` : '';
    fill(foot, `${Math.min(most, found.length)} of ${many(found.length, 'row')}${all}`);
    more.hidden = found.length <= most;
  }
  search.addEventListener('input', quiet(120, draw));
  draw();
  if (id === 'agreement' && rows.length === 1) {
    return h('section', {class: 'card', 'aria-label': 'Current list'},
        h('div', {class: 'row'}, h('h2', null, 'Current list'), h('span', {class: 'grow'}), edit && act(rows[0]), csv),
        warnings.map((each) => notice('warn', h('p', null, warned(each)))),
        h('dl', {class: 'facts'}, columns.filter((name) => cell(rows[0][name]))
            .map((name) => [h('dt', null, column(name)), h('dd', null, read(rows[0], name))])));
  }
  if (rows.length === 0) {
    const where = isNarrow() ? 'below' : 'above';
    return h('div', {class: 'empty card'}, h('h2', null, 'Nothing here yet'),
        h('p', null, edit ? `Choose a CSV or Excel file ${where}${id === 'agreement' ? '' : ', or add the first one here'}.`
            : 'Sales ops fills it in.'),
        id === 'agreement' && h('p', null, 'Until then, nobody hears about emails that fail.'),
        edit && h('p', null, id === 'agreement' ? button('Write the agreement', () => edit(null)) : add));
  }
  return h('section', {class: 'card', 'aria-label': 'Current list'},
      h('div', {class: 'row'}, h('h2', null, 'Current list'),
          unreachable > 0 && badge(unreachable === 1 ? '1 gets no emails' : `${unreachable} get no emails`, 'red'), h('span', {class: 'grow'}), search,
          add, edit && toFile(), csv),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Rows'}, h('table', {class: 'list wide records'},
          h('thead', null, h('tr', null, edit && h('th', {scope: 'col'}, hidden('Edit')),
              columns.map((each) => h('th', {scope: 'col'}, column(each))))), body)),
      h('div', {class: 'foot'}, foot, more));
}
