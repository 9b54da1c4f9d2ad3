// The form's draft, kept in this browser until it is submitted or cleared.

const DRAFT = 'draft';
const CLEARED = 'cleared';
const BEGUN = 'begun';
const WIPED = 'wiped';
const STORED = /^draft-/;

/** The form's fields that people type into. */
export const TYPED = ['url', 'outlet', 'headline', 'format', 'date', 'time', 'zone', 'note', 'topic', 'personas', 'spokesperson', 'quote',
  'whyItMatters', 'holdingLine'];

/** What a person has written or chosen. */
const STORY = [...TYPED, 'segments', 'forwardability', 'tone', 'backfill'];

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

/** This tab's place in the browser's storage. It outlives the tab; the lock on its name does not. */
let mine = sessionStorage.getItem('tab');

/** Takes a name of its own. A copied tab starts with the first one's name and draft. */
function takeName() {
  mine = `draft-${crypto.randomUUID()}`;
  sessionStorage.setItem('tab', mine);
}

/** Remembers whose draft this tab begins with, and how old it is. */
const beginWith = ({name: other, at}) => sessionStorage.setItem(BEGUN, JSON.stringify({name: other, at}));

/** Holds the lock on this tab's name, or takes another name if an open tab has it. */
const hold = () => navigator.locks?.request(mine, {ifAvailable: true}, (lock) => {
  if (lock) return new Promise(() => {});
  const before = all().find((each) => each.name === mine);
  if (before) beginWith(before);
  takeName();
  hold();
});

/** Drops this tab's draft if all drafts were cleared, be it while the tab slept or was closed. */
function wipe() {
  const wiped = localStorage.getItem(WIPED);
  if (!wiped || wiped === sessionStorage.getItem(WIPED)) return;
  for (const kept of [DRAFT, CLEARED, BEGUN]) sessionStorage.removeItem(kept);
  sessionStorage.setItem(WIPED, wiped);
}

if (!mine) takeName();
hold();
wipe();
addEventListener('storage', ({key}) => {
  if (key !== WIPED) return;
  wipe();
  localStorage.removeItem(mine);
  dispatchEvent(new Event('drafts-cleared'));
});

/**
 * Each tab has its own draft, because another tab may hold another story; a new tab starts with the draft saved last.
 */
export function save(draft) {
  sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  localStorage.setItem(mine, JSON.stringify({at: Date.now(), draft}));
  takeOver();
}

/** Deletes the draft that this tab began with, unless that is still open in another tab or was changed there. */
function takeOver() {
  const begun = parsed(sessionStorage.getItem(BEGUN));
  if (!begun) return;
  navigator.locks?.request(begun.name, {ifAvailable: true}, (isClosed) => {
    if (!isClosed) return;
    sessionStorage.removeItem(BEGUN);
    if (parsed(localStorage.getItem(begun.name))?.at === begun.at) localStorage.removeItem(begun.name);
  });
}

/** Forgets this tab's draft and the one it began with. */
function forget() {
  takeOver();
  sessionStorage.removeItem(BEGUN);
  sessionStorage.setItem(DRAFT, '{}');
  localStorage.removeItem(mine);
}

export function stored() {
  wipe();
  const own = sessionStorage.getItem(DRAFT);
  return (own ? parsed(own) : all()[0]?.draft) ?? {};
}

/** The draft to begin with. In a new tab it may be the one of another. */
export function begin() {
  const [last] = all();
  if (!sessionStorage.getItem(DRAFT) && last && last.name !== mine) beginWith(last);
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

/** Clears every draft in this browser for good, those of its other tabs included. */
export function clearAll() {
  localStorage.setItem(WIPED, crypto.randomUUID());
  wipe();
  for (const each of all()) localStorage.removeItem(each.name);
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
  sessionStorage.removeItem(BEGUN);
  save({outlet, headline, format, zone, segments, note, topic, personas: personas.join(', '), spokesperson, quote,
    whyItMatters, tone, holdingLine, duplicated: true});
  location.hash = '#/';
}

/** The draft that was just cleared or replaced, once; then null. */
export function cleared() {
  const draft = parsed(sessionStorage.getItem(CLEARED));
  sessionStorage.removeItem(CLEARED);
  return draft;
}
