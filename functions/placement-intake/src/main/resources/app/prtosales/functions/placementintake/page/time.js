// Times, each said in the zones that matter (R5.9). The clock is the server's.

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let ahead = 0;

/** Sets the clock by what the server says the time is. */
export function set(now) {
  ahead = Date.parse(now) - Date.now();
}

export const now = () => Date.now() + ahead;

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

/** The instant of a local date and time: the earlier one where there are two, null where there is none. */
export function instantOf(local, zone) {
  const wall = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  if (Number.isNaN(wall) || !isZone(zone)) return {at: null};
  const found = [...new Set([wall - DAY, wall + DAY].map((near) => wall - offset(near, zone)))]
      .filter((at) => at + offset(at, zone) === wall)
      .sort((one, other) => one - other);
  return {at: found[0] ?? null, missing: found.length === 0, twice: found.length > 1};
}

/** An instant on a clock of the zone, to the minute: `2026-06-24T09:00`. */
export const localOf = (at, zone) => new Date(at + offset(at, zone)).toISOString().slice(0, 16);

/** `Wed 24 Jun 2026, 09:00 EDT` */
export function when(instant, zone = myZone) {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  const text = Intl.DateTimeFormat('en-GB', {
    timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(at).replace(/^(\w+), /, '$1 ');
  const name = Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'short'})
      .formatToParts(at).find((part) => part.type === 'timeZoneName');
  return `${text} ${name?.value ?? ''}`.trim();
}

/** A sentence of the API, with its instants as the reader's clock shows them. */
export const told = (sentence) => sentence.charAt(0).toUpperCase()
    + sentence.slice(1).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => when(instant));

/** `24 Jun 2026` */
export const day = (instant, zone = myZone) => Intl.DateTimeFormat('en-GB',
    {timeZone: zone, day: 'numeric', month: 'short', year: 'numeric'}).format(Date.parse(instant));

/** The same instant in the outlet's zone, the reader's and UTC. */
export const inThreeZones = (instant, zone) => [
  ['Outlet', zone, when(instant, zone)],
  ['You', myZone, when(instant, myZone)],
  ['UTC', 'UTC', when(instant, 'UTC')],
];

/** `23 h 12 min`; with seconds when asked for. */
export function span(milliseconds, seconds = false) {
  const total = Math.abs(Math.trunc(milliseconds / 1000));
  const [days, hours, minutes] = [Math.floor(total / 86_400), Math.floor(total / 3600), Math.floor(total / 60) % 60];
  if (hours >= 72) return `${days} days`;
  if (seconds) return `${hours} h ${String(minutes).padStart(2, '0')} min ${String(total % 60).padStart(2, '0')} s`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}
