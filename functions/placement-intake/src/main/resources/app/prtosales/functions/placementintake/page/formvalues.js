// What is typed into the form: as the API takes it, when it was published, and what is still missing.

import {instantOf, isFar, isOdd, isZone, now, DAY} from './time.js';

export const NOTE = 160;
const OPTIONAL = ['url', 'topic', 'spokesperson', 'quote', 'whyItMatters', 'holdingLine'];
export const REQUIRED = {outlet: 'Outlet', format: 'Format', headline: 'Headline', publishedAt: 'Date', zone: 'Time zone', segments: 'Segments',
  note: 'Note', holdingLine: 'What reps should say'};

export function formValues({form, fields, draft}) {
  const value = (name) => fields[name].read?.() ?? fields[name].control.value.trim();
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`)?.value;

  function read() {
    const [date, time] = [value('date'), value('time')];
    const body = {
      outlet: value('outlet'), headline: value('headline'), format: value('format'), publishedAt: date && time ? `${date}T${time}` : date,
      zone: value('zone'), segments: draft.segments, note: value('note'), forwardability: chosen('forwardability') ?? 'amber',
      tone: chosen('tone') ?? 'positive',
    };
    for (const name of OPTIONAL) if (value(name) && (name !== 'holdingLine' || body.tone === 'negative')) body[name] = value(name);
    const personas = value('personas').split(',').map((each) => each.trim()).filter(Boolean);
    if (personas.length) body.personas = personas;
    if (isPast() && chosen('backfill')) body.backfill = chosen('backfill') === 'true';
    return body;
  }

  const published = () => instantOf(value('time') ? `${value('date')}T${value('time')}` : value('date'), value('zone'));

  const isPast = () => {
    const {at} = published();
    return at !== null && now() - at > 30 * DAY;
  };

  const isYearOdd = () => isOdd(value('date'));

  const isHistory = () => isPast() && chosen('backfill') === 'true';

  /** Whether people would get an email about a date far from today, which must be confirmed. */
  const isInDoubt = (at) => !isYearOdd() && isFar(at) && (at > now() || chosen('backfill') === 'false');

  /** Identifies the story. */
  const identity = () => JSON.stringify(['url', 'outlet', 'headline'].map(value));

  /** What is still needed before submitting, as far as the form knows: field names and what to do. */
  function missing() {
    const body = read();
    const names = Object.keys(REQUIRED).filter((name) => !body[name]?.length
        && (name !== 'holdingLine' || body.tone === 'negative' && !body.backfill));
    const lacking = names.map((name) => ({name, label: REQUIRED[name]}));
    if (body.zone && !isZone(body.zone)) lacking.push({name: 'zone', label: REQUIRED.zone});
    if ([...body.note].length > NOTE) lacking.push({name: 'note', label: 'a shorter note'});
    if (isYearOdd()) lacking.push({name: 'date', label: 'the right year'});
    else if (isPast() && !chosen('backfill')) lacking.push({name: 'backfill', label: 'keep this older story or send it'});
    if (isInDoubt(published().at) && !fields.sure.control.checked) lacking.push({name: 'sure', label: 'whether the date is right'});
    return lacking;
  }

  return {value, chosen, read, published, isPast, isYearOdd, isHistory, isInDoubt, identity, missing};
}
