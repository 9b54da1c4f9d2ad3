// Regions, offices and states in a roster without time zones: which columns may hold them, and which zone a value may
// mean. A zone is only proposed, and only if it is unambiguous.

import {canonical} from './canonical.js';
import {keyOf, plain} from './columns.js';
import {zoneOf} from './time.js';

/** The most values that a person would go through one by one. */
const MOST = 40;

const HEADERS = /\b(region|territory|area|office|location|state|province|site|city|country|geo|geography|branch|market|district)\b/;
/** `Office Phone` is not a place. */
const NOT_A_PLACE = /\b(phone|mobile|cell|fax|email|mail|date|number)\b/;
const STATES = /\b(state|province)\b/;
const COUNTRIES = /\b(country|nation)\b/;

const ONE_ZONE = {
  'America/New_York': 'ct connecticut,de delaware,dc district of columbia,ga georgia,me maine,md maryland,ma massachusetts,'
      + 'nh new hampshire,nj new jersey,ny new york,nc north carolina,oh ohio,pa pennsylvania,ri rhode island,sc south carolina,'
      + 'vt vermont,va virginia,wv west virginia',
  'America/Chicago': 'al alabama,ar arkansas,il illinois,ia iowa,la louisiana,mn minnesota,ms mississippi,mo missouri,'
      + 'ok oklahoma,wi wisconsin',
  'America/Denver': 'co colorado,mt montana,nm new mexico,ut utah,wy wyoming',
  'America/Los_Angeles': 'ca california,wa washington',
  'Pacific/Honolulu': 'hi hawaii',
};
/** States in two time zones; the Navajo Nation, West Wendover and the Aleutians are why three of them are listed. */
const TWO_ZONES = 'ak alaska,az arizona,fl florida,id idaho,in indiana,ks kansas,ky kentucky,mi michigan,ne nebraska,nv nevada,'
    + 'nd north dakota,or oregon,sd south dakota,tn tennessee,tx texas';
/** Names that also mean something else: a zone, a capital. */
const AMBIGUOUS = ['ct', 'washington'];

const states = new Map();
for (const [zone, names] of [...Object.entries(ONE_ZONE), [null, TWO_ZONES]]) {
  for (const each of names.split(',')) {
    states.set(each.slice(0, 2), zone);
    states.set(each.slice(3), zone);
  }
}

/** The zone that a value may mean; null if there are two or none. */
function proposal(value, header, areStates) {
  const key = keyOf(value);
  if (!states.has(key)) return zoneOf(value);
  if (COUNTRIES.test(header) || (key.length === 2 && !areStates)) return null;
  return AMBIGUOUS.includes(key) && !STATES.test(header) ? null : states.get(key);
}

/** The distinct values as first written, each with the number of people and the zone it may mean. */
function valuesOf(texts, header) {
  const values = new Map();
  for (const text of texts) {
    const key = keyOf(text);
    if (!values.has(key)) values.set(key, {key, text: text.trim(), people: 0});
    values.get(key).people++;
  }
  const short = [...values.keys()].filter((key) => /^[a-z]{2}$/.test(key));
  const areStates = short.every((key) => states.has(key));
  return [...values.values()].map((each) => ({...each, zone: proposal(each.text, plain(header), areStates)}));
}

/** Unused columns with few values; those that sound like a region come first. */
function regionColumns(table, state, rows) {
  const taken = new Set(Object.values(state.mapping).flatMap(({columns}) => columns ?? []));
  const headers = table[state.header] ?? [];
  return headers.map((header, at) => ({at, header, isRegion: HEADERS.test(plain(header)) && !NOT_A_PLACE.test(plain(header))}))
      .filter(({at, header}) => header && !taken.has(at))
      .map((each) => ({...each, values: valuesOf(rows.map((row) => table[row][each.at] ?? ''), each.header)}))
      .filter(({values}) => values.length <= MOST && values.some(({text}) => text))
      .sort((one, other) => Number(other.isRegion) - Number(one.isRegion));
}

/**
 * What must be asked about a roster's time zones; null if nothing.
 * @return without a zone column: the `columns` that zones can be chosen by, `kept`, the number of people with a zone on
 *     the list, and `people`, the number who need one; with one: `values`, its texts that are not zones
 */
export function openZones({id, context, rows}, state, table) {
  const from = state.mapping.zone;
  if (id !== 'reps' || from?.fixed !== undefined) return null;
  if (from) return unread(from, state, table);
  const fileRows = canonical({id, table, header: state.header, mapping: state.mapping, targets: state.targets, context, rows});
  const needed = fileRows.filter(({cells}) => !cells.zone).map(({at}) => at);
  return needed.length === 0 ? null
      : {columns: regionColumns(table, state, needed), people: needed.length, kept: fileRows.length - needed.length};
}

function unread(from, state, table) {
  const header = from.columns.map((at) => table[state.header][at] ?? '').join(' ');
  const texts = table.slice(state.header + 1).map((row) => from.columns.map((at) => row[at] ?? '').filter(Boolean).join(' '))
      .filter((text) => text && !zoneOf(text));
  const values = valuesOf(texts, header);
  return values.length === 0 || values.length > MOST ? null : {header, values, kept: 0};
}

/** The mapping with the answers: a zone for each value of a column, or one for everyone without a zone on the list. */
export function withZones({mapping, zones}) {
  if (!zones?.done) return mapping;
  if (mapping.zone) return {...mapping, zone: {...mapping.zone, zones: zones.of}};
  const zone = zones.by === 'all' ? {fixed: zones.of.get('')} : {columns: [zones.by], zones: zones.of};
  return {...mapping, zone: {...zone, onlyMissing: true}};
}
