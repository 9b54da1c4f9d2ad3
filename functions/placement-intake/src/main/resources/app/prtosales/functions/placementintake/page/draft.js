// The form's draft, kept in this browser until it is submitted or cleared.

const DRAFT = 'draft';
const CLEARED = 'cleared';
const BEGUN = 'begun';
const STORED = /^draft-/;

/** The form's fields that people type into. */
export const TYPED = ['url', 'outlet', 'headline', 'format', 'date', 'time', 'zone', 'note', 'topic', 'personas', 'spokesperson', 'quote',
  'whyItMatters', 'holdingLine'];

/** What a person has written or chosen. */
const STORY = [...TYPED, 'segments', 'forwardability', 'tone', 'backfill'];

/** This tab's place in the browser's storage. It outlives the tab; the lock on its name does not. */
const mine = sessionStorage.getItem('tab') ?? `draft-${crypto.randomUUID()}`;
sessionStorage.setItem('tab', mine);
navigator.locks?.request(mine, () => new Promise(() => {}));

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The drafts of all tabs, those that were closed included: `{name, at, draft}`, the latest first. */
const all = () => Object.keys(localStorage).filter((name) => STORED.test(name))
    .map((name) => ({name, ...parsed(localStorage.getItem(name))}))
    .sort((one, other) => other.at - one.at);

/**
 * Each tab has its own draft, because another tab may hold another story; a new tab starts with the draft saved last.
 */
export function save(draft) {
  sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  localStorage.setItem(mine, JSON.stringify({at: Date.now(), draft}));
}

/** Forgets this tab's draft, and the one it began with unless that is still open in another tab. */
function forget() {
  const begun = sessionStorage.getItem(BEGUN);
  sessionStorage.removeItem(BEGUN);
  sessionStorage.setItem(DRAFT, '{}');
  localStorage.removeItem(mine);
  if (begun) navigator.locks?.request(begun, {ifAvailable: true}, (isClosed) => isClosed && localStorage.removeItem(begun));
}

export function stored() {
  const own = sessionStorage.getItem(DRAFT);
  return (own ? parsed(own) : all()[0]?.draft) ?? {};
}

/** The draft to begin with. In a new tab it may be the one of another. */
export function begin() {
  const last = all()[0]?.name;
  if (!sessionStorage.getItem(DRAFT) && last && last !== mine) sessionStorage.setItem(BEGUN, last);
  return stored();
}

const isSame = (one, other) => STORY.every((name) => JSON.stringify(one[name] ?? '') === JSON.stringify(other[name] ?? ''));

/** Whether the form still holds a draft that was sent, changed or not: `key` identifies it. */
export const holds = ({key}) => stored().key === key;

/**
 * Forgets a draft that was sent, unless the form holds another one by now.
 * @return whether it was changed after it was sent; it is kept then
 */
export function sent(draft) {
  if (!holds(draft)) return false;
  if (!isSame(stored(), draft)) return true;
  forget();
  return false;
}

/** Clears the draft but lets it be restored once. */
export function clear() {
  sessionStorage.setItem(CLEARED, JSON.stringify(stored()));
  forget();
}

/** Clears every draft in this browser for good. */
export function clearAll() {
  forget();
  sessionStorage.removeItem(CLEARED);
  for (const {name} of all()) localStorage.removeItem(name);
}

/** Whether this browser holds a draft that the next person at this computer could read. */
export const isAnyStored = () => [stored(), ...all().map((each) => each.draft)].some(isDraft);

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
