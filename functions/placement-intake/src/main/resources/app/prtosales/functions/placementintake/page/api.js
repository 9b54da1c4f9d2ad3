// The API, as this page asks it.

import {session, signIn, signOut} from './auth.js';
import {h, notice, button, say} from './dom.js';

export const base = new URL('.', location.href.split(/[?#]/)[0]);

let settings = null;

export function use(known) {
  settings = known;
}

export const who = () => settings && session(settings);

export const has = (...roles) => Boolean(who()?.roles.some((role) => roles.includes(role)));

/** An answer that is no success. `errors` names fields, `known` is what else it says. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? (status === 401 ? 'You’re not signed in anymore.' : 'Something went wrong. Try again in a minute. If it happens again, tell sales ops.'));
    this.status = status;
    this.errors = body?.errors ?? [];
    this.body = body ?? {};
  }
}

export async function call(method, path, {json, body, headers = {}} = {}) {
  const sent = {accept: 'application/json', ...headers};
  const person = who();
  if (person) sent.authorization = `Bearer ${person.token}`;
  if (json !== undefined) sent['content-type'] = 'application/json';
  let response;
  try {
    response = await fetch(new URL(path, base), {method, headers: sent, body: json === undefined ? body : JSON.stringify(json)});
  } catch {
    throw new Problem(0, {detail: 'We can’t reach the server. Check your connection and try again. Nothing you typed is lost.'});
  }
  const type = response.headers.get('content-type') ?? '';
  const answer = type.includes('json') ? await response.json() : type.includes('zip') ? await response.blob() : await response.text();
  if (response.ok) return answer;
  if (response.status === 401) {
    signOut();
    dispatchEvent(new Event('signed-out'));
  }
  throw new Problem(response.status, typeof answer === 'object' ? answer : null);
}

export const get = (path) => call('GET', path);

export const post = (path, json, headers) => call('POST', path, {json, headers});

const lists = new Map();

/** A list of the directory; asked for once, until it is replaced. */
export function list(name) {
  if (!lists.has(name)) {
    const asked = get(`directory/${name}`).then((answer) => answer.items);
    asked.catch(() => lists.delete(name));
    lists.set(name, asked);
  }
  return lists.get(name);
}

/** A list with its version, as it is in force at this moment. */
export async function whole(name) {
  const {items, version} = await get(`directory/${name}`);
  lists.set(name, Promise.resolve(items));
  return {rows: items, version};
}

export const forget = (name) => (name ? lists.delete(name) : lists.clear());

/** Names of a list's rows by their ids. */
export async function names(name) {
  return new Map((await list(name)).map((row) => [row.id, row.name]));
}

export async function goSignIn() {
  try {
    await signIn(settings);
  } catch (problem) {
    say(problem instanceof TypeError ? 'The sign-in service isn’t answering. Try again in a minute.' : problem.message);
  }
}

/** In the place of what only those who are signed in see. */
export const signInFirst = (text) => notice('quiet', h('p', null, text), button('Sign in', goSignIn, 'primary'));

/** What went wrong, where the page would have been. */
export function failed(problem, again) {
  if (problem.status === 401) return signInFirst('You’re signed out. Sign in again to come back here.');
  return notice('bad', h('p', null, problem.message), again && button('Try again', again));
}
