// Matches the columns of a person's file to ours: headers in any wording and case, matched by synonyms.

import {written} from './lists.js';

/** Column names that HR systems, CRMs and PR people use, in addition to ours. */
const SYNONYMS = {
  id: [
    'employee id',
    'employee number',
    'employee no',
    'emp id',
    'emp number',
    'worker id',
    'user id',
    'rep id',
    'account id',
    'account number',
    'sequence id',
    'segment id',
    'rule id',
    'record id',
    'staff id',
    'personnel number',
    'associate id',
    'employee code',
    'person number',
  ],
  name: [
    'full name',
    'employee name',
    'employee',
    'worker name',
    'legal name',
    'preferred name',
    'display name',
    'rep name',
    'account name',
    'company name',
    'company',
    'sequence name',
    'segment name',
    'title of sequence',
    'customer',
    'customer name',
    'worker',
    'worker full name',
    'associate name',
    'legal full name',
    'employee full name',
    'last name first name',
    'name last first',
  ],
  email: [
    'work email',
    'email address',
    'e mail',
    'primary email',
    'work email address',
    'business email',
    'company email',
    'email work',
    'mail',
    'primary work email',
    'email primary work',
    'work contact work email',
    'work contact email',
    'corporate email',
    'user email',
    'email id',
  ],
  secondEmail: ['second email', 'secondary email', 'personal email', 'home email', 'alternate email', 'other email', 'backup email'],
  zone: ['time zone', 'timezone', 'tz', 'zone', 'local time zone'],
  segments: [
    'segment',
    'market segment',
    'market',
    'markets',
    'vertical',
    'verticals',
    'customer segment',
    'suggested segment',
    'audience',
    'business unit',
    'specialty',
  ],
  segment: ['segments', 'market segment', 'market', 'vertical', 'customer segment', 'industry', 'account segment'],
  manager: [
    'reports to',
    'manager name',
    'supervisor',
    'supervisor name',
    'line manager',
    'direct manager',
    'managers name',
    'sales manager',
    'reporting to',
    'reports to name',
    'reports to legal name',
    'manager full name',
    'supervisor full name',
    'worker s manager',
  ],
  employment: ['employment type', 'worker type', 'employee type', 'time type', 'type', 'employment status type'],
  active: [
    'status',
    'employment status',
    'employee status',
    'worker status',
    'active status',
    'is active',
    'active y n',
    'currently active',
    'active employee',
    'position status',
    'user status',
    'active inactive',
  ],
  owner: ['sequence owner', 'owner name', 'owned by', 'owner full name'],
  ownerEmail: ['owner email', 'owner e mail', 'owners email', 'owner email address', 'sequence owner email'],
  personas: ['persona', 'buyer persona', 'buyer personas', 'suggested persona', 'target persona', 'roles'],
  persona: ['personas', 'buyer persona', 'role', 'buyer'],
  status: ['state', 'sequence status', 'active', 'is active'],
  stages: ['stage', 'steps', 'sequence stages'],
  stage: ['step', 'stages', 'sequence stage', 'funnel stage'],
  rep: [
    'account owner',
    'owner',
    'sales rep',
    'account manager',
    'account executive',
    'ae',
    'rep name',
    'assigned to',
    'rep email',
    'owner name',
    'rep id',
    'assigned rep',
    'company owner',
    'account owner name',
    'account owner email',
    'owner email',
  ],
  target: ['target account', 'is target', 'target y n', 'named account', 'strategic', 'strategic account', 'tier', 'abm target'],
  openDeal: [
    'open deal',
    'open opportunity',
    'open opportunities',
    'has open opportunity',
    'open opp',
    'opportunity open',
    'active deal',
    'deal open',
    'open deals',
    'number of open deals',
    'number of open opportunities',
    'open opps',
    'of open deals',
  ],
  format: ['type', 'placement type', 'coverage type', 'media type', 'story type', 'kind', 'type of coverage', 'category', 'content type'],
  topic: ['topics', 'theme', 'subject', 'message', 'key message'],
  sequence: ['sequence name', 'sales sequence', 'cadence', 'in sequence'],
  url: ['link', 'links', 'article link', 'web address', 'hyperlink', 'article url', 'coverage link', 'live link', 'website'],
  outlet: [
    'publication',
    'publication name',
    'media outlet',
    'outlet name',
    'publisher',
    'source',
    'media',
    'outlet publication',
    'pub',
    'news outlet',
  ],
  headline: ['title', 'article title', 'story', 'story title', 'headline title', 'article', 'piece', 'article headline', 'name of article'],
  publishedAt: [
    'published',
    'date',
    'date of pub',
    'date published',
    'publication date',
    'publish date',
    'date of publication',
    'pub date',
    'published on',
    'live date',
    'run date',
    'coverage date',
    'air date',
  ],
  note: [
    'one line note',
    'notes',
    'summary',
    'why it is relevant',
    'relevance',
    'comment',
    'comments',
    'one liner',
    'takeaway',
    'key takeaway',
  ],
  spokesperson: ['speaker', 'spokespeople', 'quoted', 'expert', 'interviewee', 'executive', 'who was quoted'],
  quote: ['quotes', 'key quote', 'pull quote', 'quotation'],
  whyItMatters: ['why it matters', 'why this matters', 'so what'],
  tone: ['sentiment', 'tonality', 'tone of coverage', 'coverage tone', 'article tone', 'media tone', 'coverage sentiment'],
  holdingLine: ['holding line', 'holding statement', 'reactive statement', 'reactive line'],
  forwardability: ['forwarding', 'may be forwarded', 'sharing', 'traffic light', 'forwarding status'],
  account: ['account name', 'used with', 'customer', 'deal', 'opportunity', 'account id'],
  how: ['how used', 'how it was used', 'usage', 'used how'],
};

const FIRST = ['first name', 'given name', 'legal first name', 'preferred first name', 'first', 'forename', 'firstname'];
const LAST = ['last name', 'surname', 'family name', 'legal last name', 'last', 'lastname', 'preferred last name'];

/** A header's normal form: `E-Mail (Work)`, `e_mail work` and `eMailWork` are equal. */
export const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whether a column says that it holds names such as `Lee, Ann`. */
export const isLastFirst = (header) => /^(?:name )?last (?:name )?first(?: name)?$/.test(plain(header ?? ''));

/** `Lee, Ann` → `Ann Lee`; any other text stays. */
export const firstLast = (text) => text.replace(/^\s*([^,]+),\s*([^,]+?)\s*$/, '$2 $1');

/** A value's key for comparing: `EAST` and `East` are equal. */
export const keyOf = (text) => plain(text) || text.trim();

const squeezed = (text) => plain(text).replaceAll(' ', '');

/** What a header says in words: `Employee #` is the employee's number or ID, and never the employee's name. */
function wordings(header) {
  const [, what] = /^(.*\p{L}.*)#\s*$/u.exec(header) ?? [];
  return what === undefined ? [header] : [`${what} number`, `${what} ID`];
}

/** How well a header matches a column: 3 for the column's own name, 2 or less for a synonym, 0 for no match. */
const fit = (header, name) => Math.max(...wordings(header).map((each) => fitOf(squeezed(each), name)));

function fitOf(normal, name) {
  if (!normal) return 0;
  if (normal === squeezed(name)) return 3;
  const at = (SYNONYMS[name] ?? []).findIndex((each) => each.replaceAll(' ', '') === normal);
  return at < 0 ? 0 : 2 - at / 100;
}

const find = (headers, those) => headers.findIndex((header) => those.some((each) => each.replaceAll(' ', '') === squeezed(header)));

/** Whether a column has numbers and nothing else. */
function areNumbers(rows, at) {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter(Boolean);
  return cells.length > 0 && cells.every((cell) => /^\d+$/.test(cell));
}

/**
 * @param rows the rows below the headers, if they are known
 * @return for each of our columns found in the file, the indexes of the file's columns; more than one if they are
 * joined
 */
export function guess(id, headers, rows = []) {
  const fits = written(id).flatMap((name) => headers.map((header, at) => ({name, at, score: fit(header, name)})))
      .filter(({score}) => score > 0).sort((one, other) => other.score - one.score);
  const chosen = {};
  const taken = new Set();
  const numbered = fits.filter(({name, at, score: fitting}) => name === 'name' && fitting < 3 && areNumbers(rows, at)).map(({at}) => at);
  for (const {name, at} of fits) {
    if (chosen[name] || taken.has(at) || (name === 'name' && numbered.includes(at))) continue;
    chosen[name] = [at];
    taken.add(at);
  }
  const number = numbered.find((at) => !taken.has(at));
  if (number !== undefined && !chosen.id && written(id).includes('id')) chosen.id = [number];
  const names = [find(headers, FIRST), find(headers, LAST)];
  if (!written(id).includes('name') || names.some((at) => at < 0)) return chosen;
  const [other] = chosen.name ?? [];
  if (other === undefined || (id === 'reps' && fit(headers[other], 'name') < 3)) chosen.name = names;
  return chosen;
}

/** Pairs of columns that may be a first and a last name. */
export function pairs(headers) {
  const names = [find(headers, FIRST), find(headers, LAST)];
  return names.every((at) => at >= 0) ? [names] : [];
}

/** The number of our columns that a row names. */
export function score(id, row) {
  return Object.values(guess(id, row)).length;
}

const TITLES = 25;

/** The index of the header row, which may have titles and empty rows above it. */
export function headerRow(id, rows) {
  const scores = rows.slice(0, TITLES).map((row) => score(id, row));
  const best = Math.max(...scores);
  if (best > 0) return scores.indexOf(best);
  return Math.max(0, rows.slice(0, TITLES).findIndex((row) => row.filter(Boolean).length > 1));
}

/** Whether the file uses our own column names, as a file downloaded here does. */
export const isOurs = (id, headers) => headers.every((header) => !header || written(id).includes(header) || header === 'mailHealth');
