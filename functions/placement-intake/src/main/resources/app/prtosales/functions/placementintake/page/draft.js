// What is typed into the form, kept in this browser until it is sent.

const DRAFT = 'draft';
const CLEARED = 'cleared';

/** Of this tab first, for another one may hold another story; one that was closed leaves its draft to the next. */
export const save = (draft) => [sessionStorage, localStorage].forEach((store) => store.setItem(DRAFT, JSON.stringify(draft)));

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

/** The draft that was cleared just now, once; else null. */
export function cleared() {
  const draft = JSON.parse(sessionStorage.getItem(CLEARED) ?? 'null');
  sessionStorage.removeItem(CLEARED);
  return draft;
}
