// The form's draft, kept in this browser until it is submitted.

const DRAFT = 'draft';
const CLEARED = 'cleared';

/**
 * Each tab has its own draft, because another tab may hold another story; a new tab starts with the draft saved last.
 */
export const save = (draft) =>
    [sessionStorage, localStorage].forEach((store) => store.setItem(DRAFT, JSON.stringify(draft)));

export function forget() {
  sessionStorage.setItem(DRAFT, '{}');
  localStorage.removeItem(DRAFT);
}

export function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT) ?? localStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
}

/** Clears the draft but lets it be restored once. */
export function clear() {
  sessionStorage.setItem(CLEARED, JSON.stringify(stored()));
  forget();
}

/** Whether somebody typed something into the form. */
export const isDraft = (draft) => Object.entries(draft ?? {})
    .some(([name, value]) => !['zone', 'forwardability', 'tone', 'backfill', 'key', 'sent'].includes(name)
        && value?.length > 0);

/** Opens the form with another placement's story; link, date and status are not copied. */
export function duplicate({placement}) {
  const {outlet, headline, format, zone, segments, note, topic, personas, spokesperson, quote, whyItMatters, tone,
    holdingLine} = placement;
  sessionStorage.setItem(CLEARED, JSON.stringify(stored()));
  save({outlet, headline, format, zone, segments, note, topic, personas: personas.join(', '), spokesperson, quote,
    whyItMatters, tone, holdingLine, duplicated: true});
  location.hash = '#/';
}

/** The draft that was just cleared or replaced, once; then null. */
export function cleared() {
  const draft = JSON.parse(sessionStorage.getItem(CLEARED) ?? 'null');
  sessionStorage.removeItem(CLEARED);
  return draft;
}
