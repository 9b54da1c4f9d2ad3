// Edits one row of a list: its form, the consequences of saving, Save, and Undo. The whole list is sent with the
// version it is based on, so that other people's changes are not lost.

import {call, forget, list, whole, failed} from './api.js';
import {leave, open, tellOf, wrong, ENDED} from './dialog.js';
import {h, fill, button, notice, say, column} from './dom.js';
import {effectsOf, effectsOfOther, isSame} from './effects.js';
import {ids, sameAs} from './identity.js';
import {LISTS, POINTERS, shown, written} from './lists.js';
import {isOutdated, outdatedBy} from './outdated.js';
import {filled, gap, rowFields} from './rowfields.js';
import {stillNamedOf, unknownOf} from './stillused.js';

const ONE = {reps: 'rep', segments: 'segment', sequences: 'sequence', accounts: 'account', rules: 'rule', agreement: 'agreement'};

/** `a rep`, `an account` */
export const aOne = (id) => `${/^[aeiou]/.test(ONE[id]) ? 'an' : 'a'} ${ONE[id]}`;

/** What to do about a row that is on the list already: a rep would get every story twice. */
const ALREADY = {
  reps: ({name}) => `${name} is already on the list with this address. Edit that row instead`,
  segments: ({name}) => `“${name}” is already on the list. Edit that row instead`,
};

const keyOf = (id) => LISTS[id].columns[0];

export const nameOf = (id, row) => row.name ?? (id === 'agreement' ? 'the agreement' : row.id);

const put = (id, {rows, version}, query) => call('PUT', `directory/${id}?${query}`, {json: {items: rows, version}});

/** The list with a row replaced; a new row goes at the end, and a removed one is left out. */
function withRow(id, {rows, version}, before, after) {
  const at = before ? rows.findIndex((row) => row[keyOf(id)] === before[keyOf(id)]) : -1;
  const changed = at < 0 ? [...rows, after] : rows.map((row, each) => (each === at ? after : row));
  return {version, at: at < 0 ? rows.length : at, rows: changed.filter(Boolean)};
}

/** The lists that this list's columns refer to. */
async function pointed(id) {
  const names = [...new Set(written(id).map((name) => POINTERS[name]).filter(Boolean))];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await list(name)])));
}

/**
 * @param ask.row the row to change; null adds one
 * @param ask.current the list with its version
 */
export async function editRow(ask) {
  const {id, row} = ask;
  const lists = await pointed(id);
  const named = Object.fromEntries(Object.entries(POINTERS).map(([name, other]) => [name, new Map((lists[other] ?? []).map((each) => [each.id, each.name]))]));
  openForm({...ask, before: row, fields: rowFields(id, row, lists), named});
}

function openForm(state) {
  const {id, row, fields} = state;
  state.at = 0;
  const title = h('h2', {id: 'row-title'}, row ? `Edit ${nameOf(id, row)}` : `Add ${aOne(id)}`);
  const form = h('div', null, fields.map((each) => each.element));
  const problem = h('div', {role: 'alert'});
  const review = h('div', {'aria-live': 'polite'});
  const go = h('button', {type: 'submit', class: 'primary'}, 'See what changes');
  const back = button('Back', () => showForm());
  const remove = row && id !== 'agreement' ? button('Remove', () => check(null), 'danger small') : null;
  const element = h('dialog', {'aria-labelledby': title.id, class: 'wide edit'}, h('form', {novalidate: true, onsubmit: submit}, title, form, problem, review,
      h('div', {class: 'actions'}, go, back, button('Cancel', () => leave(element)), h('span', {class: 'grow'}), remove)));
  let save = null;

  function showForm() {
    save = null;
    form.hidden = false;
    back.hidden = true;
    if (remove) remove.hidden = false;
    go.textContent = 'See what changes';
    fill(review);
  }

  function showReview(difference, effects, change) {
    save = change;
    form.hidden = true;
    back.hidden = false;
    if (remove) remove.hidden = true;
    go.textContent = change.after ? 'Save' : `Remove ${nameOf(id, state.before)}`;
    fill(
      review,
      changesOf(state, change),
      whoIsIt(change, (isSame) => busy(async () => {
        change.isSame = isSame;
        await tryOut(change);
        review.querySelector('input')?.focus();
      })),
      effects.length > 0 &&
        notice(
          'quiet',
          effects.map((each) => h('p', null, each))
        ),
      unknownOf(difference.unknown, (key) => key),
      stillNamedOf(id, difference.stillNamed, new Map([[state.before?.[keyOf(id)], nameOf(id, state.before ?? {})]]))
    );
    go.focus();
  }

  async function submit(event) {
    event.preventDefault();
    const empty = gap(fields);
    if (save) await busy(store);
    else if (empty) tell({errors: [{field: `items[${state.at}].${empty.name}`, message: 'Enter an address here, because a later one is filled in'}]});
    else await check(editedRow());
  }

  function editedRow() {
    const after = filled(state.before ?? {}, fields);
    if (keyOf(id) === 'id' && !after.id) after.id = ids(id, state.current.rows)(after);
    return after;
  }

  const check = (after) => busy(async () => {
    const change = {before: state.before, after};
    if (after && isUnchanged(state, after)) {
      fill(problem, notice('quiet', h('p', null, 'Nothing changed.')));
      return;
    }
    const list = withRow(id, state.current, change.before, after);
    state.at = list.at;
    const there = after && (id === 'reps' || !change.before) && sameAs(id, after, list.rows, change.before);
    if (there) {
      tell({errors: [{field: `items[${list.at}].${id === 'reps' ? 'email' : 'name'}`, message: ALREADY[id](there)}]});
      return;
    }
    await tryOut(change);
  });

  const send = (change, query) => put(id, withRow(id, state.current, change.before, change.after), query + othersOf(change) + keptOf(change));

  /** Shows what Save does. A rep with another name and address is someone else until the box is checked. */
  async function tryOut(change) {
    const {before, after} = change;
    const shownBefore = save;
    let difference = await send(change, 'dryRun=true');
    const other = after && difference.otherIds?.find((each) => each.asked && each.id === after.id);
    if (other && !change.other) {
      Object.assign(change, {other, isSame: false});
      difference = await send(change, 'dryRun=true');
    }
    const context = {...state, difference};
    const effects = await (isOther(change) ? effectsOfOther(before, {...after, id: change.other.newId}, context)
      : effectsOf(id, before, after, context));
    if (save === shownBefore) showReview(difference, effects, change);
  }

  async function store() {
    const change = save;
    await send(change, 'confirm=true');
    last = isOther(change) ? null : {id, before: change.before, after: change.after};
    forget();
    element.close();
    await state.refresh();
    document.getElementById('undo')?.focus();
    say(change.after ? 'Saved.' : 'Removed.');
  }

  async function busy(work) {
    if (go.getAttribute('aria-disabled') === 'true') return;
    go.setAttribute('aria-disabled', 'true');
    fill(problem);
    fields.forEach((each) => wrong(each, null));
    try {
      await work();
    } catch (failure) {
      tellOf(failure, element, tell);
    } finally {
      go.removeAttribute('aria-disabled');
    }
  }

  function tell(failure) {
    showForm();
    if (failure.status === 401) {
      fill(problem, notice('bad', h('p', null, ENDED)));
      return;
    }
    const others = [];
    const rowName = (at) => nameOf(id, state.current.rows[at] ?? {});
    for (const error of failure.errors ?? []) {
      const [, at, name, nth] = /^items\[(\d+)\]\.(\w+)(?:\[(\d+)\])?/.exec(error.field) ?? [];
      const isAbout = (each) => each.name === name || (each.of === name && each.at === Number(nth ?? 0));
      const wanted = Number(at) === state.at && fields.find(isAbout);
      const message = error.message.replace(/\b(as|ID) in items\[(\d+)\]/, (all, word, row) => `${word === 'as' ? 'as' : 'ID of'} ${rowName(row)}`);
      const said = wanted && wanted.control.matches('select') ? message.replace(/^Enter /, 'Choose ') : message;
      if (wanted) wrong(wanted, wanted.error.hidden ? said : `${wanted.error.textContent}. ${said}`);
      else others.push(at ? `${rowName(at)}, ${column(name)}: ${message}` : message);
    }
    const first = fields.find((each) => !each.error.hidden);
    first?.control.focus();
    if (others.length || !first) fill(problem, isOutdated(failure) ? outdated(failure) : failed(others.length ? {message: others.join('; ')} : failure));
  }

  const outdated = (failure) => notice('warn', h('p', null, outdatedBy(failure)), h('p', null, 'What you typed stays here.'),
      button('Load the list again', () => busy(async () => {
        state.current = await whole(id);
        const now =
          state.before &&
          (id === 'agreement' ? state.current.rows[0] : state.current.rows.find((each) => each[keyOf(id)] === state.before[keyOf(id)]));
        fill(problem, notice('quiet', h('p', null, ...rebased(state, now))));
        if (now) state.before = now;
      })));

  fields.forEach((each) => each.element.addEventListener('input', () => wrong(each, null)));
  showForm();
  open(element);
  (fields[0].control.matches('fieldset') ? fields[0].control.querySelector('input') : fields[0].control)?.focus();
}


/** A new version alone is not a change, because the form proposes one. */
function isUnchanged({id, before, fields}, after) {
  if (!before) return false;
  const proposed = id === 'agreement' && fields.filter(({name}) => ['version', 'date'].includes(name))
      .every(({control}) => control.value === control.dataset.proposed);
  return isSame(id, before, proposed ? {...after, version: before.version, date: before.date} : after);
}

/** What happened to the edited row, after the list is loaded again. */
function rebased({id, before, named}, now) {
  if (!before) return ['The list is up to date. Look at your change again, then save it.'];
  if (!now) return [`${nameOf(id, before)} isn’t on the list anymore.`];
  const theirs = written(id).filter((name) => shown(before, name, named) !== shown(now, name, named));
  return theirs.length === 0 ? ['The list is up to date, and nobody changed this row. Look at your change again, then save it.']
      : ['The list is up to date. In this row, they changed: ',
        theirs.map((name) => `${column(name)} to “${shown(now, name, named) || 'nothing'}”`).join('; '),
        '. Saving puts what you see here in its place.'];
}

/** Whether the row is said to be about somebody else than before. */
const isOther = ({isSame}) => isSame === false;

const othersOf = (change) => (isOther(change) ? `&newPeople=${encodeURIComponent(change.after.id)}` : '');

const keepsSecondEmail = ({before, after}) => Boolean(after?.secondEmail) && after.secondEmail === before?.secondEmail;

/** A second address that nobody touched doesn't tell who the row is about. */
const keptOf = (change) => (keepsSecondEmail(change) ? '&keptSecondEmail=true' : '');

/**
 * Asks whether a rep with another name and another address is still the same person.
 * @param change.before null if the rep is added with the ID of a former one
 * @param decide tries out the answer
 */
function whoIsIt(change, decide) {
  const {before, after, other, isSame: checked} = change;
  if (!other) return null;
  const second = keepsSecondEmail(change) ? `, and so does the second address, ${before.secondEmail}` : '';
  const box = h('input', {type: 'checkbox', checked, onchange: () => decide(box.checked)});
  return notice('warn', h('p', null,
      h('strong', null, before ? 'The name and the address both change. ' : 'This was the ID of a former rep. '),
      `We take ${after.name} for someone else, who gets an ID of their own and the open stories`,
      before && `, and ${before.name} leaves the list${second}`, '. Check the box if it’s the same person.'),
  h('label', {class: 'check'}, box, `${before?.name ?? 'The former rep'} is now called ${after.name}`));
}

function changesOf({id, named}, {before, after}) {
  if (!after) return h('p', null, `${nameOf(id, before)} is removed from the list.`);
  const columns = written(id).filter((name) => shown(before ?? {}, name, named) !== shown(after, name, named) && (before || name !== 'id'));
  return h('dl', {class: 'facts'}, columns.map((name) => [h('dt', null, column(name)),
    h('dd', null, before && shown(before, name, named) && [h('s', null, shown(before, name, named)), ' → '], shown(after, name, named) || 'nothing')]));
}

/** The last saved change in this tab, for Undo. */
let last = null;

/** The notice about what was saved on this list, with Undo. */
export function savedOf(id, refresh) {
  if (last?.id !== id) {
    last = null;
    return null;
  }
  const {before, after} = last;
  const action = !before ? 'added' : after ? 'saved' : 'removed';
  const problem = h('div', {role: 'alert'});
  const name = nameOf(id, after ?? before);
  const again = button('Undo', async () => {
    try {
      await undo(last);
      last = null;
      forget();
      await refresh();
      document.querySelector('main h1')?.focus();
      say('Undone.');
    } catch (failure) {
      fill(problem, h('p', null, outdatedBy(failure)));
    }
  }, 'small');
  again.id = 'undo';
  return notice('good',
      h('p', null, h('strong', null, `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${action}. `), 'Emails that already went out can’t be undone.'),
      again, problem);
}

/** Restores the row; later changes to other rows stay. */
async function undo({id, before, after}) {
  const current = await whole(id);
  const key = (after ?? before)[keyOf(id)];
  const now = current.rows.find((row) => row[keyOf(id)] === key);
  if (after ? !now || !isSame(id, now, after) : now) throw new Error('Somebody changed this row after you did, so it can’t be undone here. Edit it instead.');
  await put(id, withRow(id, current, now ?? null, before), 'confirm=true');
}
