// Times in the reader's format (R5.9), as ReaderClock writes them in emails. The current time is the server's.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let ahead = 0;

/** Sets the clock to the server's time. */
export function set(now) {
  ahead = Date.parse(now) - Date.now();
}

export const now = () => Date.now() + ahead;

/**
 * Whether a day such as `2062-11-30` has a mistyped year: the product accepts none before 2000 or over a year ahead.
 */
export function isOdd(day) {
  const at = Date.parse(`${day}T00:00Z`);
  return day !== '' && !(at >= Date.UTC(2000) && at <= now() + 366 * DAY);
}

/** Whether an instant is so far from now that the sender must confirm it. */
export const isFar = (at) => at !== null && (at > now() + 60 * DAY || at < now() - 365 * DAY);

export const myZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export function isZone(zone) {
  try {
    return Boolean(zone) && Boolean(Intl.DateTimeFormat('en', {timeZone: zone}));
  } catch {
    return false;
  }
}

export const zones = () => Intl.supportedValuesOf?.('timeZone') ?? [myZone, 'UTC'];

function offset(at, zone) {
  const parts = Object.fromEntries(Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
    hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(at).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - at;
}

/** `9:06 AM` */
const clock = (at, zone) => Intl.DateTimeFormat('en-US', {timeZone: zone, hour: 'numeric', minute: '2-digit'})
    .format(at).replace(/\s/g, ' ');

/** The instant near a local time at which the zone's clocks went forward. */
function transition(wall, zone) {
  let [before, after] = [wall - DAY, wall + DAY];
  const old = offset(before, zone);
  while (after - before > MINUTE) {
    const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
    if (offset(middle, zone) === old) before = middle;
    else after = middle;
  }
  return after;
}

/** A local date or time that clocks skipped: the start of the day if only its midnight is missing. */
function skipped(wall, zone, isDay) {
  const forward = transition(wall, zone);
  const isToday = localOf(forward, zone).slice(0, 10) === new Date(wall).toISOString().slice(0, 10);
  if (isDay && isToday) return {at: forward, missing: '', twice: false};
  const missing = isDay ? 'That day doesn’t exist there. Pick the day before or after.'
      : `That time doesn’t exist there, because clocks went forward. Use ${clock(forward - MINUTE, zone)} or ${clock(forward, zone)}.`;
  return {at: null, missing, twice: false};
}

/**
 * The instant of a local date and time: the earlier one if there are two; null if there is none, with `missing` saying
 * why.
 */
export function instantOf(local, zone) {
  const isDay = local.length === 10;
  const wall = Date.parse(`${isDay ? `${local}T00:00` : local}Z`);
  if (Number.isNaN(wall) || !isZone(zone)) return {at: null};
  const found = [...new Set([wall - DAY, wall + DAY].map((near) => wall - offset(near, zone)))]
      .filter((at) => at + offset(at, zone) === wall)
      .sort((one, other) => one - other);
  return found.length === 0 ? skipped(wall, zone, isDay) : {at: found[0], missing: '', twice: found.length > 1};
}

/** An instant in the zone's local time, to the minute: `2026-06-24T09:00`. */
export const localOf = (at, zone) => new Date(at + offset(at, zone)).toISOString().slice(0, 16);

const AMERICAN =
  /^US\/|^America\/((Indiana|Kentucky|North_Dakota)\/.+|New_York|Detroit|Fort_Wayne|Indianapolis|Louisville|Chicago|Knox_IN|Menominee|Denver|Boise|Shiprock|Phoenix|Los_Angeles|Anchorage|Juneau|Metlakatla|Nome|Sitka|Yakutat|Adak|Atka|Puerto_Rico|St_Thomas|Virgin)$|^Pacific\/(Honolulu|Johnston)$|^(EST5EDT|CST6CDT|MST7MDT|PST8PDT)$/;

/** A zone's short name: `ET`, or `EDT` or `EST` in the repeated hour; outside the US `Berlin time`; `UTC`. */
export function behind(at, zone) {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return zone.replace(/^Etc\//, '');
  const named = (style) => Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: style})
      .formatToParts(at).find((part) => part.type === 'timeZoneName').value;
  const twice = [-HOUR, HOUR].some((away) => offset(at + away, zone) + away === offset(at, zone));
  if (AMERICAN.test(zone)) {
    const changes = new Set([0, 3, 6, 9].map((months) => offset(at + months * 30 * DAY, zone))).size > 1;
    return named(changes && !twice ? 'shortGeneric' : 'short');
  }
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${city} time${twice ? ` (${named('shortOffset').replace('GMT', 'UTC').replace('-', '−')})` : ''}`;
}

/** A zone on its own: `Eastern`; outside the US `Berlin`. */
export function zoneName(zone) {
  if (!isZone(zone) || !AMERICAN.test(zone)) return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longGeneric'}).formatToParts(0)
      .find((part) => part.type === 'timeZoneName').value.replace(/ (Standard )?Time$/, '');
}

/** The zones offered by name, each with what Americans type for it. */
const NAMED = [
  ['America/New_York', 'Eastern (New York)', 'eastern et est edt'],
  ['America/Chicago', 'Central (Chicago)', 'central ct cst cdt'],
  ['America/Denver', 'Mountain (Denver)', 'mountain mt mst mdt'],
  ['America/Phoenix', 'Arizona (Phoenix)', 'arizona az'],
  ['America/Los_Angeles', 'Pacific (Los Angeles)', 'pacific pt pst pdt'],
  ['America/Anchorage', 'Alaska (Anchorage)', 'alaska ak akt akst akdt'],
  ['Pacific/Honolulu', 'Hawaii (Honolulu)', 'hawaii hi ht hst hawaii-aleutian'],
  ['Europe/London', 'London', 'london bst uk'],
  ['Europe/Berlin', 'Central Europe (Berlin)', 'cet cest central-europe central-european'],
  ['UTC', 'UTC', 'utc gmt z'],
];

export const namedZones = () => NAMED.map(([zone, title]) => [zone, title]);

/** A zone in a list: `Eastern (New York)`, `Indiana (Indianapolis)`, `Tokyo (Asia)`. */
export function zoneTitle(zone) {
  const named = NAMED.find(([each]) => each === zone);
  if (named) return named[1];
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (!zone.includes('/')) return city;
  return AMERICAN.test(zone) && isZone(zone) ? `${zoneName(zone)} (${city})` : `${city} (${zone.slice(0, zone.indexOf('/'))})`;
}

/** The offset beside a zone's name, as in `GMT-05:00 Eastern Time` or `(UTC+09:00) Tokyo`. */
const OFFSET = /(?:^|[\s(])(?:gmt|utc)? ?([+\-−])(\d{1,2})(?::?(\d\d))?\)?(?=\s|$)/i;

/** Whether a zone's clocks are that far from UTC in this year's winter or summer. */
const isAt = (away, zone) => [0, 6].some((month) => offset(Date.UTC(new Date(now()).getUTCFullYear(), month), zone) === away);

/**
 * The IANA id for what a person typed: `ET`, `Eastern Time (US & Canada)`, `Denver`, `europe/berlin`; null if unknown,
 * or if an offset contradicts it: `GMT+10 EST` is in Australia.
 */
export function zoneOf(text) {
  const [, behind] = /\(([a-z]+\/[\w/+-]+)\)\s*$/i.exec(text) ?? [];
  if (isZone(behind)) return behind;
  const [all, sign, hours, minutes = 0] = OFFSET.exec(text) ?? [];
  if (!all) return zoneNamed(text);
  const zone = zoneNamed(text.replace(all, ' '));
  return zone && isAt((sign === '+' ? 1 : -1) * (hours * HOUR + minutes * MINUTE), zone) ? zone : null;
}

function zoneNamed(text) {
  const lower = text.trim().toLowerCase().replace(/_/g, ' ');
  const word = lower.replace(/\([^)]*\)/g, '').replace(/\b(us|u\.s\.|standard|daylight|time|zone)(?=\s|$)/g, ' ').trim().replace(/[\s.]+/g, '-');
  const named = word && NAMED.find(([, , typed]) => typed.split(' ').includes(word));
  if (named) return named[0];
  const all = zones();
  const plain = (zone) => zone.toLowerCase().replace(/_/g, ' ');
  const same = all.find((zone) => plain(zone) === lower || plain(zoneTitle(zone)) === lower);
  if (same) return same;
  if (lower.includes('/') && isZone(text.trim())) return text.trim();
  const cities = all.filter((zone) => lower && plain(zone).endsWith(`/${lower}`));
  return cities.length === 1 ? cities[0] : null;
}

const yearIf = (at, zone) => {
  const year = (instant) => Intl.DateTimeFormat('en-US', {timeZone: zone, year: 'numeric'}).format(instant);
  return year(at) === year(now()) ? {} : {year: 'numeric'};
};

const instant = (value) => typeof value === 'number' ? value : Date.parse(value);

/** A zone that this browser supports, otherwise UTC; `Z` also means UTC. */
export const known = (zone) => (isZone(zone) ? zone : 'UTC');

/** `Tue, Nov 24, 9:06 AM ET`; in another year `Mon, Nov 24, 2025, 9:06 AM ET` */
export function when(value, of = myZone) {
  const at = instant(value);
  const zone = known(of);
  const formatted = (options) => Intl.DateTimeFormat('en-US', {timeZone: zone, ...options}).format(at);
  const date = formatted({weekday: 'short', month: 'short', day: 'numeric', ...yearIf(at, zone)});
  return `${date}, ${clock(at, zone)} ${behind(at, zone)}`;
}

/** `Nov 24`; in another year `Nov 24, 2025` */
export function day(value, of = myZone) {
  const at = instant(value);
  const zone = known(of);
  return Intl.DateTimeFormat('en-US', {timeZone: zone, month: 'short', day: 'numeric', ...yearIf(at, zone)}).format(at);
}

/** A deadline in the publication's zone, the reader's and UTC; equal zones are shown once. */
export const inThreeZones = (value, zone) => [
  ['Outlet’s time', when(value, zone)],
  ['Your time', when(value, myZone)],
  ['UTC', when(value, 'UTC')],
].filter(([, shown], at, all) => all.findIndex(([, other]) => other === shown) === at);

/** `23 h 12 min`; with seconds on request. */
export function span(milliseconds, seconds = false) {
  const total = Math.abs(Math.trunc(milliseconds / 1000));
  const [days, hours, minutes] = [Math.floor(total / 86_400), Math.floor(total / 3600), Math.floor(total / 60) % 60];
  if (hours >= 72) return `${days} days`;
  if (seconds) return `${hours} h ${String(minutes).padStart(2, '0')} min ${String(total % 60).padStart(2, '0')} s`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}
