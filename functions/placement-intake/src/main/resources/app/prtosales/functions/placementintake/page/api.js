// Calls to the API.

import {session, signIn, signOut} from './auth.js';
import {h, notice, button, say, afterPress, inPlainWords, WRONG} from './dom.js';

export const base = new URL('.', location.href.split(/[?#]/)[0]);

let settings = null;

export function use(known) {
  settings = known;
}

export const who = () => settings && session(settings);

export const has = (...roles) => Boolean(who()?.roles.some((role) => roles.includes(role)));

/** An error response. `errors` lists the invalid fields, `body` is the whole response. */
export class Problem extends Error {
  constructor(status, body) {
    super(
      body?.detail ??
        (status === 401
          ? 'You’re not signed in anymore.'
          : WRONG)
    );
    this.status = status;
    this.errors = body?.errors ?? [];
    this.body = body ?? {};
  }
}

const UNREACHED = 'We can’t reach the server. Check your connection and try again. Nothing you typed is lost.';

/** A network that wants people to sign in first answers any request with its own page. */
const NOT_OURS = 'That answer didn’t come from our server. Your network may want you to sign in: open any website in a new tab,'
    + ' then try again here. Nothing you typed is lost.';

/** The body by its type. Throws if it ends early. */
const bodyOf = (response, type) => (type.includes('json') ? response.json() : type.includes('zip') ? response.blob() : response.text());

/** Calls the API. Returns only after a press has ended, because the caller redraws the page with the answer. */
export async function call(method, path, {json, body, headers = {}} = {}) {
  const sent = {accept: 'application/json', ...headers};
  const person = who();
  if (person) sent.authorization = `Bearer ${person.token}`;
  if (json !== undefined) sent['content-type'] = 'application/json';
  let response;
  let type;
  let answer;
  try {
    response = await fetch(new URL(path, base), {method, headers: sent, body: json === undefined ? body : JSON.stringify(json)});
    type = response.headers.get('content-type') ?? '';
    answer = await bodyOf(response, type);
  } catch {
    if (!response || response.ok) throw new Problem(0, {detail: UNREACHED});
  } finally {
    await afterPress();
  }
  if (response.ok) {
    if (!type.startsWith(sent.accept)) throw new Problem(0, {detail: NOT_OURS});
    return answer;
  }
  if (response.status === 401) {
    signOut();
    dispatchEvent(new Event('signed-out'));
  }
  throw new Problem(response.status, typeof answer === 'object' ? answer : null);
}

export const get = (path) => call('GET', path);

export const post = (path, json, headers) => call('POST', path, {json, headers});

const lists = new Map();

/** The rows of a directory list; fetched once and cached until `forget`. */
export function list(name) {
  if (!lists.has(name)) {
    const request = get(`directory/${name}`).then((answer) => answer.items);
    request.catch(() => lists.delete(name));
    lists.set(name, request);
  }
  return lists.get(name);
}

/** A directory list with its version and, for reps, the addresses that get no emails; never cached. */
export async function whole(name) {
  const {items, version, heldAddresses, warnings} = await get(`directory/${name}`);
  lists.set(name, Promise.resolve(items));
  return {rows: items, version, held: heldAddresses ?? [], warnings: warnings ?? []};
}

export const forget = (name) => (name ? lists.delete(name) : lists.clear());

/** The names of a list's rows, by id. */
export async function names(name) {
  return new Map((await list(name)).map((row) => [row.id, row.name]));
}

export async function goSignIn() {
  try {
    await signIn(settings);
  } catch (problem) {
    say(problem instanceof TypeError ? 'The sign-in service isn’t answering. Try again in a minute.' : inPlainWords(problem));
  }
}

/** Shown instead of content that requires signing in. */
export const signInFirst = (text) => notice('quiet', h('p', null, text), button('Sign in', goSignIn, 'primary'));

/** The error, shown in place of the page. */
export function failed(problem, again) {
  if (problem.status === 401) return signInFirst('You’re signed out. Sign in again to come back here.');
  return notice('bad', h('p', null, inPlainWords(problem)), again && button('Try again', again));
}
