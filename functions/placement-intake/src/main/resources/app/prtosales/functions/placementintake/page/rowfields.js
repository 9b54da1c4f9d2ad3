// The form of one list row: a field for each column, and its conversion to the list's values.

import {field} from './dialog.js';
import {h, column, words} from './dom.js';
import {SAID, cell, stageOf, written} from './lists.js';
import {FORMATS, QUESTIONS} from './terms.js';
import {keepOnOneLine} from './tidy.js';
import {day, localOf, now} from './time.js';
import {zoneField} from './zone.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const HOURS = Array.from({length: 24}, (_, hour) => [String(hour), SAID.auditHour(hour)]);

const CHOICES = {
  format: [['', 'Any'], ...FORMATS.map((each) => [each, words(each)])],
  status: ['active', 'paused', 'archived'].map((each) => [each, words(each)]),
  employment: ['employee', 'distributor'].map((each) => [each, words(each)]),
  auditDay: DAYS.map((each) => [each, words(each)]), auditHour: HOURS,
};

const HINTS = {
  secondEmail: 'Tried when the first one bounces.', stages: 'One per line.', leadership: 'Who gets the weekly email. One address per line.',
  personas: 'Separate with commas: CFO, CIO.', warnings: 'Before the deadline. Separate with commas: 12h, 4h, 1h.',
  company: 'As customers know it.', prOwner: 'Gets replies to coverage emails.', ops: 'Hears about bounced addresses.',
};
const IDS = 'The ID in your HR system or CRM. Leave it blank, and we make one.';

const FLAG_LABELS = {active: 'Active: gets emails', target: 'Target account', openDeal: 'Has an open deal'};
const FLAG_DEFAULTS = {active: true, target: false, openDeal: false};
const EMAILS = ['email', 'secondEmail', 'ownerEmail', 'prOwner', 'ops', 'salesLeader'];
const OPTIONAL = ['secondEmail', 'segments', 'manager', 'personas', 'rep', 'topic', 'persona', 'prOwner', 'ops', 'salesLeader', 'company'];
const OWNERS = 3;

const lines = (text) => text.split(/[\n;]/).map((each) => each.trim()).filter(Boolean);
const commas = (text) => text.split(/[,;\n]/).map((each) => each.trim()).filter(Boolean);

/** `12h` → `PT12H` */
const step = (text) => text.replace(/^(\d+)\s*(h|m)?[a-z]*$/i, (_, number, unit) => `PT${number}${(unit ?? 'h').toUpperCase()}`);
const stepShown = (text) => text.replace(/^PT(\d+)([HM])$/i, (_, number, unit) => number + unit.toLowerCase());

/** The next version: “3” → “4”, “2026-09” → “2026-10”; a version that does not end in a number stays. */
export const raised = (version) => String(version ?? '').replace(/\d+$/, (number) => String(Number(number) + 1).padStart(number.length, '0'));

/**
 * @param row the row in the list; null for a new one
 * @param lists the rows of the lists that this one refers to, by name
 * @return the fields; `read` of each returns the value for the list's JSON
 */
export function rowFields(id, row, lists) {
  const names = written(id).filter((name) => name !== 'id' || (!row && ['reps', 'accounts'].includes(id)));
  const ordered = names.includes('id') ? [...names.filter((name) => name !== 'id'), 'id'] : names;
  const fields = ordered.flatMap((name) => (name === 'ruleOwners' ? owners(row) : [rowField(id, name, row ?? {}, lists, !row)]));
  const named = (name) => fields.find((each) => each.name === name);
  if (id === 'rules') stagesFollow(named('sequence'), named('stage'), lists.sequences, row);
  if (id === 'agreement' && row) newVersion(named('version'), named('date'), row);
  return fields;
}

function rowField(id, name, row, lists, isNew) {
  const value = row[name];
  const label = name === 'id' ? 'ID' : column(name);
  if (name === 'zone') return {...zoneField({label, value}), name};
  if (name in FLAG_LABELS) return flag(name, value);
  if (name === 'segments') return checks(name, label, lists.segments, value ?? []);
  if (name === 'segment') return choice(name, label, [['', id === 'rules' ? 'Any' : 'Choose …'], ...pairs(lists.segments)], value);
  if (name === 'rep') return choice(name, label, [['', 'Nobody'], ...pairs(lists.reps)], value);
  if (name === 'sequence') return choice(name, label, [['', 'Choose …'], ...pairs(lists.sequences)], value);
  if (name === 'stage') return choice(name, label, [['', 'Choose …']], value);
  if (CHOICES[name]) return choice(name, label, CHOICES[name], value ?? (isNew || value === null ? CHOICES[name][0][0] : value));
  if (name === 'stages' || name === 'leadership') {
    return text(name, label, (value ?? []).join('\n'), {tag: 'textarea', rows: '3'}, lines);
  }
  if (name === 'personas') return text(name, label, (value ?? []).join(', '), {}, commas);
  if (name === 'warnings') return text(name, label, (value ?? []).map(stepShown).join(', '), {}, (typed) => commas(typed).map(step));
  return text(name, label, cell(value), {type: EMAILS.includes(name) ? 'email' : name === 'date' ? 'date' : 'text'});
}

const pairs = (rows) => rows.map((row) => [row.id, row.name]).sort(([, first], [, second]) => first.localeCompare(second));

function text(name, label, value, {tag = 'input', ...attributes}, read = (typed) => typed.trim() || null) {
  const control = h(tag, {autocomplete: 'off', value, ...(tag === 'input' ? {type: 'text'} : {}), ...attributes});
  if (tag === 'input') keepOnOneLine(control);
  return {...field({name, label, hint: name === 'id' ? IDS : HINTS[name], optional: OPTIONAL.includes(name) || name === 'id', control}),
    read: () => read(control.value)};
}

/** A stored choice that is no longer offered stays selectable. */
function choice(name, label, options, value) {
  const all = !value || options.some(([each]) => each === String(value)) ? options : [...options, [String(value), String(value)]];
  const control = h('select', null, all.map(([each, title]) => h('option', {value: each}, title)));
  control.value = value === null || value === undefined ? all[0][0] : String(value);
  return {...field({name, label, optional: OPTIONAL.includes(name), control}),
    read: () => (name === 'auditHour' ? Number(control.value) : control.value || null)};
}

function flag(name, value) {
  const control = h('input', {type: 'checkbox', checked: value ?? FLAG_DEFAULTS[name], id: `flag-${name}`, 'aria-describedby': `flag-${name}-error`});
  const error = h('p', {class: 'error', id: `flag-${name}-error`, hidden: true});
  return {name, control, error, read: () => control.checked,
    element: h('div', {class: 'field'}, h('label', {class: 'check'}, control, FLAG_LABELS[name]), error)};
}

function checks(name, label, rows, value) {
  const unknown = value.filter((each) => !rows.some((row) => row.id === each)).map((each) => ({id: each, name: each}));
  const boxes = [...rows, ...unknown].map((row) => [row, h('input', {type: 'checkbox', value: row.id, checked: value.includes(row.id)})]);
  const error = h('p', {class: 'error', id: `${name}-row-error`, hidden: true});
  const control = h('fieldset', {class: 'field', 'aria-describedby': error.id},
      h('legend', null, label, h('span', {class: 'optional'}, ' optional')),
      h('div', {class: 'checks'}, boxes.map(([row, box]) => h('label', {class: 'check'}, box, row.name))), error);
  return {name, control, element: control, error, read: () => boxes.filter(([, box]) => box.checked).map(([row]) => row.id)};
}

/** One field for each of the three rules, in order. */
function owners(row) {
  const value = row?.ruleOwners ?? [];
  return Array.from({length: OWNERS}, (_, at) => ({...text(`ruleOwners${at}`, `In charge of “${QUESTIONS[at][1]}”`, value[at] ?? '', {type: 'email'}),
    of: 'ruleOwners', at}));
}

/** Offers the stages of the rule's sequence. */
function stagesFollow(sequence, stage, sequences, row) {
  const offer = (chosen) => {
    const stages = sequences.find((each) => each.id === sequence.control.value)?.stages ?? [];
    const known = stageOf(stages, chosen);
    const options = chosen && !known ? [...stages, chosen] : stages;
    stage.control.replaceChildren(h('option', {value: ''}, 'Choose …'), ...options.map((each) => h('option', {value: each}, each)));
    stage.control.value = known ?? chosen ?? '';
  };
  sequence.control.addEventListener('input', () => offer(null));
  offer(row?.stage ?? null);
}

/** A changed agreement needs a new version, as of today, so one is proposed. */
function newVersion(version, date, row) {
  version.control.value = raised(row.version);
  date.control.value = localOf(now(), row.zone).slice(0, 10);
  for (const {control} of [version, date]) control.dataset.proposed = control.value;
  version.element.append(h('p', {class: 'hint'}, `Now version ${row.version}, as of ${day(row.date, 'UTC')}. The weekly email names its version.`));
}

/**
 * The first empty field with a filled one after it, since the order tells whose rule it is; undefined if there is none.
 */
export function gap(fields) {
  const given = fields.filter((each) => each.of);
  return given.slice(0, Math.max(0, given.findLastIndex((each) => each.read()))).find((each) => !each.read());
}

/** The row with the fields' values. */
export function filled(row, fields) {
  const edited = {...row};
  for (const each of fields) if (!each.of) edited[each.name] = each.read();
  const given = fields.filter((each) => each.of).map((each) => each.read());
  if (given.length > 0) edited.ruleOwners = given.slice(0, given.findLastIndex(Boolean) + 1).filter(Boolean);
  return edited;
}
