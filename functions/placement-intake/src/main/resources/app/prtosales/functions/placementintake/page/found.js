// Describes where on the story's page a form value was found, in readers' words (R5.11).

const QUOTED = 80;

const quote = (value) => `“${value.length > QUOTED ? `${value.slice(0, QUOTED - 1).trimEnd()}…` : value}”`;

/** `2026-06-24T09:00:00-04:00` as `Jun 24, 2026, 9:00 AM (UTC−4)`: the page's own clock, never converted. */
export function asWritten(text) {
  const [, day, time, zone] = /^([\d-]{10})(?:T(\d\d:\d\d)\S*?)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (!day) return text;
  const at = Date.parse(`${day}T${time ?? '00:00'}Z`);
  const shown = Intl.DateTimeFormat('en-US', {timeZone: 'UTC', dateStyle: 'medium', ...(time && {timeStyle: 'short'})}).format(at);
  const hours = zone && (zone === 'Z' || /^[+-]00:00$/.test(zone) ? '' : zone.replace('-', '−').replace(/([+−])0/, '$1').replace(':00', ''));
  return `${shown.replace(/\u202f/g, ' ')}${zone ? ` (UTC${hours})` : ''}`;
}

const ON_PAGE = {
  "the page's time element": 'Shown on the page as',
  'the text, as published': 'Shown on the page as published',
  'the text beside the headline': 'Shown next to the headline as',
  'the address and the text': 'In the link, and shown on the page as',
};

function date({where, value}) {
  return ON_PAGE[where] ? `${ON_PAGE[where]} ${quote(value)}` : `The site gives search engines this date: ${asWritten(value)}`;
}

function format({where}) {
  return where === 'the address' ? 'From a word in the link' : 'The site labels the story this way';
}

function zone({where, value}) {
  return where === 'the text'
    ? `The time shown on the page names it: ${quote(value)}`
    : `The time zone of the outlet’s country: ${value.replaceAll('_', ' ')}`;
}

const NAMED = {
  'JSON-LD partOfSeries': 'The show the page names',
  "the video's channel": 'The channel the page names',
};

const WORDS = {
  publishedAt: date,
  outlet: ({where}) => NAMED[where] ?? 'The name the site gives itself',
  headline: ({where}) => (where === "the page's headline" ? 'The headline shown on the page' : 'The page’s title'),
  format,
  author: () => 'The author the page names',
  zone,
};

/** The hint below a filled field: `Shown next to the headline as “June 24, 2026”`. */
function found(evidence) {
  return evidence.where.startsWith('an earlier') ? `From ${evidence.where}` : WORDS[evidence.field](evidence);
}

/** The hint for a field of the API's answer. */
export function foundOf(answer, field) {
  const evidence = answer.evidence.find((each) => each.field === field);
  return evidence ? found(evidence) : 'From the page';
}
