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

/** The drafts of all tabs, including closed ones: `{name, at, draft}`, the latest first. */
const all = () => Object.keys(localStorage).filter((name) => STORED.test(name))
    .map((name) => ({name, ...parsed(localStorage.getItem(name))}))
    .sort((one, other) => other.at - one.at);

/** The name under which the browser stores this tab's draft. The draft outlives the tab; the lock on its name does not. */
let ownName = sessionStorage.getItem('tab');

/** Gives this tab a new name. A duplicated tab starts with the name and the draft of the first one. */
function takeName() {
  ownName = `draft-${crypto.randomUUID()}`;
  sessionStorage.setItem('tab', ownName);
}

/** Remembers which tab's draft this tab begins with, and when that was saved. */
const beginWith = ({name: other, at}) => sessionStorage.setItem(BEGUN, JSON.stringify({name: other, at}));

/** Holds the lock on this tab's name, or takes another name if an open tab has it. */
const hold = () => navigator.locks?.request(ownName, {ifAvailable: true}, (lock) => {
  if (lock) return new Promise(() => {});
  const before = all().find((each) => each.name === ownName);
  if (before) beginWith(before);
  takeName();
  hold();
});

/** Drops this tab's draft if all drafts were cleared, even while the tab was asleep or closed. */
function wipe() {
  const wiped = localStorage.getItem(WIPED);
  if (!wiped || wiped === sessionStorage.getItem(WIPED)) return;
  for (const kept of [DRAFT, CLEARED, BEGUN]) sessionStorage.removeItem(kept);
  sessionStorage.setItem(WIPED, wiped);
}

if (!ownName) takeName();
hold();
wipe();
addEventListener('storage', ({key}) => {
  if (key !== WIPED) return;
  wipe();
  localStorage.removeItem(ownName);
  dispatchEvent(new Event('drafts-cleared'));
});

/**
 * Saves this tab's draft. Each tab has its own, because another tab may hold another story. A new tab starts with the draft
 * that was saved last.
 */
export function save(draft) {
  sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  localStorage.setItem(ownName, JSON.stringify({at: Date.now(), draft}));
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
  localStorage.removeItem(ownName);
}

/** This tab's draft or, in a new tab, the draft that was saved last. */
export function stored() {
  wipe();
  const own = sessionStorage.getItem(DRAFT);
  return (own ? parsed(own) : all()[0]?.draft) ?? {};
}

/** The draft to begin with. In a new tab, it can be another tab's. */
export function begin() {
  const [last] = all();
  if (!sessionStorage.getItem(DRAFT) && last && last.name !== ownName) beginWith(last);
  return stored();
}

const isSame = (one, other) => STORY.every((name) => JSON.stringify(one[name] ?? '') === JSON.stringify(other[name] ?? ''));

/** Whether the form still holds the draft that was sent, even if it was changed since. Its `key` identifies it. */
export const holds = ({key}) => stored().key === key;

/**
 * Forgets a draft that was sent, unless the form holds another one by now or the draft was changed after it was sent.
 * @return whether it was changed after it was sent
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

/** Clears every draft in this browser for good, including those of other tabs. */
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
