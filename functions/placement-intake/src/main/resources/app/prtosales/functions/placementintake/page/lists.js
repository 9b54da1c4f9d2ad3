// The directory lists: what each is for, its columns, and how its values are displayed.

import {words} from './dom.js';
import {zoneName} from './time.js';

export const LISTS = {
  reps: {title: 'Reps', about: 'Your sales team and distributors.', roles: ['ops'],
    columns: ['id', 'name', 'email', 'mailHealth', 'secondEmail', 'zone', 'segments', 'manager', 'employment', 'active'],
    required: ['name', 'email', 'zone']},
  segments: {title: 'Segments', about: 'The kinds of customers a story can be most relevant for.', roles: ['ops'],
    columns: ['id', 'name'], required: ['name']},
  sequences: {title: 'Sequences', about: 'Sales sequences with their owners and stages.', roles: ['ops', 'sequence-owner'],
    columns: ['id', 'name', 'owner', 'ownerEmail', 'personas', 'segments', 'status', 'stages'],
    required: ['name', 'owner', 'ownerEmail', 'stages']},
  accounts: {title: 'Accounts', about: 'Accounts, who works them, and which are targets.', roles: ['ops'],
    columns: ['id', 'name', 'segment', 'rep', 'target', 'openDeal'], required: ['name', 'segment']},
  rules: {title: 'Rules', about: 'Which stories go into which sequence and stage. A blank matches anything.', roles: ['ops', 'sequence-owner'],
    columns: ['id', 'format', 'topic', 'segment', 'persona', 'sequence', 'stage'], required: ['sequence', 'stage']},
  agreement: {title: 'Agreement', about: 'What PR, marketing, and sales agreed to.', roles: ['ops'],
    columns: ['version', 'date', 'zone', 'warnings', 'prOwner', 'ops', 'salesLeader', 'leadership', 'ruleOwners', 'auditDay', 'auditHour', 'company'],
    required: ['version', 'date', 'zone', 'leadership']},
  import: {title: 'Past coverage', about: 'Import past placements, so that your first audit includes them. Nobody gets an email.', roles: ['pr', 'ops'],
    columns: ['url', 'outlet', 'headline', 'format', 'publishedAt', 'zone', 'segments', 'note', 'topic', 'personas', 'spokesperson',
      'quote', 'whyItMatters', 'tone', 'holdingLine', 'forwardability', 'sequence', 'stage', 'account', 'how'],
    required: ['outlet', 'headline', 'format', 'publishedAt', 'segments', 'note']},
};

/** Columns with ids of another list, displayed as names. */
export const POINTERS = {segments: 'segments', segment: 'segments', rep: 'reps', sequence: 'sequences'};

/** Columns with several values per cell. */
export const MANY = ['segments', 'personas', 'stages', 'warnings', 'leadership', 'ruleOwners'];

export const FLAGS = ['active', 'target', 'openDeal'];

export const ROLES = {pr: 'PR', ops: 'sales ops', 'sequence-owner': 'sequence owners'};

/** A sequence's stage by its name, in any letter case: no two stages of a sequence differ in that alone. */
export const stageOf = (stages, name) => stages?.find((each) => each.toLowerCase() === name?.toLowerCase());

/** The columns that people fill in; the product sets the health of an email address. */
export const written = (id) => LISTS[id].columns.filter((each) => each !== 'mailHealth');

/** A value as text; several are separated by semicolons. */
export const cell = (value) => (Array.isArray(value) ? value.join('; ') : value === true ? 'yes' : value === false ? 'no' : String(value ?? ''));

const hours = (step) => {
  const [, number, unit] = /^P?T?(\d+)([HM])/i.exec(step) ?? [];
  return number ? `${number} ${/m/i.test(unit) ? 'minute' : 'hour'}${number === '1' ? '' : 's'}` : step;
};

/** Display texts of coded values. */
export const SAID = {
  zone: zoneName, employment: words, status: words, auditDay: words, auditHour: (hour) => `${hour % 12 || 12} ${hour < 12 ? 'AM' : 'PM'}`,
  warnings: (steps) => `${[steps].flat().map(hours).join(', ')} before the deadline`, format: words, tone: words, forwardability: words,
};

/** A CSV cell as displayed. */
export function read(name, text, named) {
  if (!text) return '';
  if (FLAGS.includes(name)) return text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
  return shown({[name]: MANY.includes(name) ? text.split(';').map((each) => each.trim()) : name === 'auditHour' ? Number(text) : text}, name, named);
}

/** A cell as displayed, with names instead of ids. */
export function shown(row, name, named) {
  if (SAID[name] && cell(row[name]) !== '') return cell(SAID[name](row[name]));
  if (!named[name]) return cell(row[name]);
  const nameOf = (id) => named[name].get(id) ?? id;
  return cell(Array.isArray(row[name]) ? row[name].map(nameOf) : nameOf(row[name]));
}

