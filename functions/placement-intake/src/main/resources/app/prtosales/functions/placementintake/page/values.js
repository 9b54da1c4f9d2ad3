// Converts what people type in a cell to the list's format: names to ids, yes and no, dates, time zones. Unrecognized
// text stays as it is, and is reported when the rows are checked.

import {firstLast, plain} from './columns.js';
import {date} from './dates.js';
import {FLAGS, MANY, POINTERS} from './lists.js';
import {zoneOf} from './time.js';

const set = (text) => new Set(text.split(','));

const YES = set('y,yes,true,t,x,1,on,active,enabled,current,employed,open,target,ok,✓,✔');
const NO = set('n,no,false,f,0,off,inactive,deactivated,disabled,terminated,termed,left,former,closed,none,not active,non target,resigned,separated,retired');

/** Words for somebody who is away but still an employee; next to a word such as “terminated”, they settle nothing. */
const LEAVE = new RegExp('\\b(?:on leave|leave of absence|loa|fmla|sabbatical'
    + '|(?:parental|maternity|paternity|medical|family|sick|military|personal|disability|paid|unpaid) leave)\\b');
const CONTRADICTION = /\b(?:not|no|terminated|termed|left|former|inactive|resigned|separated|retired|ended)\b/;

/** Whether a status says that somebody is on leave. */
export function isOnLeave(text) {
  const lower = plain(text);
  return LEAVE.test(lower) && !CONTRADICTION.test(lower);
}

const WORDS = {
  employment: {
    employee: set('employee,employees,full time,part time,fte,regular,w2,w 2,internal,permanent,staff'),
    distributor: set('distributor,distributors,agent,external,dealer,reseller,channel,partner,1099,independent'),
  },
  status: {
    active: set('active,on,live,running,enabled,yes,true,y,1'),
    paused: set('paused,pause,on hold,off,stopped,inactive,disabled,draft,no,false,n,0'),
    archived: set('archived,completed,finished,retired,closed,done'),
  },
  format: {
    byline: set('byline,bylines,contributed,contributed article,op ed,oped,guest article,bylined article'),
    podcast: set('podcast,podcasts,podcast episode'),
    interview: set('interview,interviews,q a,qa'),
    feature: set('feature,features,feature article,article,profile,story'),
    'news-mention': set('news mention,mention,news,news story,brief,quote,press mention'),
    award: set('award,awards,recognition,ranking'),
    'tv-radio': set('tv radio,tv,radio,broadcast,television,tv or radio'),
    'analyst-report': set('analyst report,analyst,report,research note'),
    webinar: set('webinar,webinars,virtual event'),
    sponsored: set('sponsored,advertorial,paid,sponsored content'),
  },
  tone: {
    positive: set('positive,pos,favorable,favourable,good'),
    neutral: set('neutral,neu,balanced,factual'),
    negative: set('negative,neg,unfavorable,unfavourable,critical,bad'),
  },
  forwardability: {
    green: set('green,may be forwarded,ok to forward,may forward'),
    amber: set('amber,yellow,internal,internal only'),
    red: set('red,do not use,do not share,do not forward'),
  },
};

export const ADDRESSES = ['email', 'secondEmail', 'ownerEmail', 'prOwner', 'ops', 'salesLeader', 'leadership', 'ruleOwners'];

/** The longest text that is searched for an address, which has 254 characters at most. */
const LONGEST = 400;

/** The only address in a text such as `Ann Lee <ann@a.example>` or `mailto:ann@a.example`; null if there is none or several. */
function addressIn(text) {
  if (text.length > LONGEST) return null;
  const visible = text.replace(/\p{Cf}/gu, '');
  const found = [...visible.matchAll(/(?:mailto:)?([^\s<>()"“”,;:|]+@[^\s<>()"“”,;:|]+)/gi)];
  const [all, address] = found[0] ?? [];
  const around = visible.replace(all, '').trim();
  const isWrapped = around === '' || /^[^@]*(?:<>|\(\)|""|“”)$/.test(around);
  return found.length === 1 && isWrapped ? address : null;
}

function flag(name, text) {
  const lower = plain(text) || text.trim();
  if (name === 'openDeal' && /^\d[\d,]*$/.test(text.trim())) return String(Number(text.replaceAll(',', '')) > 0);
  if (name === 'active' && isOnLeave(text)) return 'true';
  return YES.has(lower) ? 'true' : NO.has(lower) ? 'false' : text;
}

function word(name, text) {
  const lower = plain(text);
  return Object.entries(WORDS[name]).find(([, those]) => those.has(lower))?.[0] ?? text;
}

/** The rows by each of their keys, in order. */
export function byKey(rows, keysOf) {
  const found = new Map();
  for (const row of rows) for (const key of keysOf(row)) (found.get(key) ?? found.set(key, []).get(key)).push(row);
  return found;
}

/**
 * The rows of a list by every name they have: id, name, email address. A name shared by several rows stands for the only
 * active one; if several are active, for none.
 */
export function index(rows) {
  const found = new Map();
  for (const key of ['email', 'name', 'id']) {
    for (const [name, those] of byKey(rows.filter((row) => row[key]), (row) => [plain(row[key])])) {
      const active = those.filter((row) => row.active !== false);
      const [only, second] = those.length > 1 ? active : those;
      if (only && !second) found.set(name, only.id);
    }
  }
  return found;
}

const pointed = (known, text) => known?.get(plain(text)) ?? known?.get(plain(firstLast(text)))
    ?? known?.get(plain(addressIn(text) ?? text)) ?? text.trim();

const cleaned = (name, text) => (ADDRESSES.includes(name) && addressIn(text)) || text;

/**
 * Splits several values at semicolons, bars, line endings and commas. In a column that refers to another list, commas split
 * only if that gives names in the list, and the text with the commas is not one itself.
 */
function parts(text, known) {
  const cut = text.split(/[;|\n]/).map((each) => each.trim()).filter(Boolean);
  return cut.flatMap((each) => {
    if (known?.has(plain(each)) || !each.includes(',')) return [each];
    const pieces = each.split(',').map((piece) => piece.trim()).filter(Boolean);
    return !known || pieces.every((piece) => known.has(plain(piece))) ? pieces : [each];
  });
}

/** Adds the scheme to a link that a spreadsheet displays without one; any other text stays as it is. */
const link = (text) => (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text.trim()) ? `https://${text.trim()}` : text.trim());

/**
 * One cell in the list's format.
 * @param context.known the index of the list that a column refers to, by column
 * @param context.order the order of dates
 * @param context.stages the stages of each sequence
 */
export function value(name, text, context) {
  if (!text) return '';
  const known = context.known[name];
  if (MANY.includes(name)) return parts(text, known).map((each) => pointed(known, cleaned(name, each))).join(';');
  if (POINTERS[name]) return pointed(known, text);
  if (FLAGS.includes(name)) return flag(name, text);
  if (WORDS[name]) return word(name, text);
  if (name === 'zone') return zoneOf(text) ?? text;
  if (name === 'publishedAt' || name === 'date') return date(text, context.order);
  if (name === 'url') return link(text);
  return cleaned(name, text).trim();
}
