// What is typed into the form, kept in this browser until it is sent.

const DRAFT = 'draft';
const CLEARED = 'cleared';

/** Of this tab first, for another one may hold another story; one that was closed leaves its draft to the next. */
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

/** Forgets a draft that can still be brought back. */
export function clear() {
  sessionStorage.setItem(CLEARED, JSON.stringify(stored()));
  forget();
}

/** Whether somebody typed anything into it. */
export const isDraft = (draft) => Object.entries(draft ?? {})
    .some(([name, value]) => !['zone', 'forwardability', 'tone', 'backfill', 'key', 'sent'].includes(name)
        && value?.length > 0);

/** Opens the form with what another placement says of its story; its link, its date and its status are its own. */
export function duplicate({placement}) {
  const {outlet, headline, format, zone, segments, note, topic, personas, spokesperson, quote, whyItMatters, tone,
    holdingLine} = placement;
  sessionStorage.setItem(CLEARED, JSON.stringify(stored()));
  save({outlet, headline, format, zone, segments, note, topic, personas: personas.join(', '), spokesperson, quote,
    whyItMatters, tone, holdingLine, duplicated: true});
  location.hash = '#/';
}

/** The draft that was cleared or replaced just now, once; else null. */
export function cleared() {
  const draft = JSON.parse(sessionStorage.getItem(CLEARED) ?? 'null');
  sessionStorage.removeItem(CLEARED);
  return draft;
}
