// Reads dates and times as people type them in a cell, and as feeds and exports write them.

import {instantOf, zoneOf} from './time.js';

const MONTHS = 'january,february,march,april,may,june,july,august,september,october,november,december'.split(',');

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=$|[ ,T])/;
const YEAR_FIRST = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=$|[ ,T])/;
const NAMED = /^(?:[a-z]{3,9}\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?)[ ,-]+(\d{4}|\d{2})(?=$|[ ,T])/i;

/** A time after a date, such as `T14:30:00.000`, ` at 2 PM`, or `, 2:30 p.m. ET`. */
const TIME = /^(?:[ ,T]+|,? at )(\d{1,2})(?::(\d\d)(?::\d\d(?:[.,]\d+)?)?)?(?: ?([ap])(?:\.? ?m)?\.?(?![a-z]))?(?: ?(\S.*))?$/i;
const OFFSET = /^(?:utc|gmt)? ?([+−-])(\d{1,2}):?(\d\d)?$/i;

/** The API reads these as they are. */
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

const isMonth = (number) => Number(number) >= 1 && Number(number) <= 12;
const isDay = (number) => Number(number) >= 1 && Number(number) <= 31;

/**
 * `md` or `dm` if the numbers show which is the month, `either` if not; null if it is not such a date, or the month and
 * the day are the same number.
 */
function orderOf(text) {
  const [, first, second] = NUMBERS.exec(text.trim()) ?? [];
  const [isMonthFirst, isDayFirst] = [isMonth(first) && isDay(second), isDay(first) && isMonth(second)];
  if (isMonthFirst && isDayFirst) return Number(first) === Number(second) ? null : 'either';
  return isMonthFirst ? 'md' : isDayFirst ? 'dm' : null;
}

/** Whether a date could be read either way. */
export const isAmbiguous = (text) => orderOf(text) === 'either';

/** The date order of the whole file; `ask` if some dates could be read either way and the others do not settle it. */
export function dateOrder(texts) {
  const orders = new Set(texts.map(orderOf));
  const implied = ['md', 'dm'].filter((each) => orders.has(each));
  if (implied.length === 1) return implied[0];
  return orders.has('either') ? 'ask' : 'md';
}

const two = (number) => String(number).padStart(2, '0');

function monthOf(word) {
  const lower = word.toLowerCase().replace(/^sept$/, 'sep');
  return MONTHS.findIndex((each) => each === lower || each.slice(0, 3) === lower) + 1;
}

/** The date at the start of a text as `[year, month, day]`, and the `rest`; null if there is none. */
function dayOf(typed, order) {
  const numbers = NUMBERS.exec(typed);
  if (numbers) {
    const [all, first, second, year] = numbers;
    const own = orderOf(typed);
    const dayFirst = (own === 'either' || own === null ? order : own) === 'dm';
    return {day: [year, ...(dayFirst ? [second, first] : [first, second])], rest: typed.slice(all.length)};
  }
  const iso = YEAR_FIRST.exec(typed);
  if (iso) return {day: iso.slice(1, 4), rest: typed.slice(iso[0].length)};
  const named = NAMED.exec(typed);
  return named && {day: [named[5], monthOf(named[2] ?? named[3]), named[1] ?? named[4]], rest: typed.slice(named[0].length)};
}

/** `14:30`, with the `zone` as typed after it; null if it is not a time of day. */
function clockOf(rest) {
  const [, hours, minutes, half, zone] = TIME.exec(rest) ?? [];
  const isLate = /p/i.test(half ?? '');
  const isRead = half ? Number(hours) >= 1 && Number(hours) <= (isLate ? 23 : 12) : Number(hours) <= 23 && minutes;
  if (!isRead || Number(minutes ?? 0) > 59) return null;
  const hour = half ? (Number(hours) % 12) + (isLate ? 12 : 0) : Number(hours);
  return {clock: `${two(hour)}:${minutes ?? '00'}`, zone};
}

/** A local time with the zone after it, as the API reads it; null if the zone is unknown, or its clocks skipped that time. */
function zoned(local, zone) {
  if (!zone) return local;
  if (/^(?:z|utc|gmt)$/i.test(zone)) return `${local}Z`;
  const [, sign, hours, minutes = '00'] = OFFSET.exec(zone) ?? /^([+−-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign) return Number(hours) + Number(minutes) === 0 ? `${local}Z` : `${local}${sign === '+' ? '+' : '-'}${two(hours)}:${minutes}`;
  const known = zoneOf(zone.replace(/^\((.*)\)$/, '$1'));
  const {at} = known ? instantOf(local, known) : {at: null};
  return at === null ? null : `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/**
 * A date with its time and zone, if any: `9/22/2026 2:30 PM` → `2026-09-22T14:30`, `9/22/2026 2:30 PM ET` →
 * `2026-09-22T18:30Z`. If any part of the text is not understood, all of it stays as it is.
 */
export function date(text, order) {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (EXACT.test(typed)) return typed;
  const found = dayOf(typed, order);
  const [year, month, day] = found?.day ?? [];
  if (!isMonth(month) || !isDay(day)) return text.trim();
  const on = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
  if (found.rest.trim() === '') return on;
  const time = clockOf(found.rest);
  return (time && zoned(`${on}T${time.clock}`, time.zone)) ?? text.trim();
}

/**
 * How a cell is read, for the person to check: `Tue, Sep 22, 2026, 2:30 PM`, followed by `UTC` or the offset if it has
 * one. The cell itself if it is not understood, or could be read either way and nobody has answered yet.
 */
export function dateInWords(text, order) {
  if (order === 'ask' && isAmbiguous(text)) return text;
  const [, day, clock, zone] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)\S*?(Z|[+-]\d\d:\d\d)?)?$/.exec(date(text, order)) ?? [];
  const at = Date.parse(`${day}T${clock ?? '00:00'}Z`);
  if (!day || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return text;
  const shown = Intl.DateTimeFormat('en-US', {timeZone: 'UTC', weekday: 'short', year: 'numeric', month: 'short', day: 'numeric',
    ...(clock && {hour: 'numeric', minute: '2-digit'})}).format(at).replace(/\s/g, ' ');
  return zone ? `${shown} ${zone === 'Z' ? 'UTC' : `UTC${zone}`}` : shown;
}
