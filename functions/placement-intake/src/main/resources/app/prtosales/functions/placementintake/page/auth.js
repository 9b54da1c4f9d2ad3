// Sign-in: authorization code with PKCE (RFC 7636) at the company's OIDC provider. The token is kept in the tabs of this
// browser, which hand it to each other, and is gone with the last of them. Its signature is checked by the API; it comes from the token endpoint itself, over TLS (OpenID Connect Core 3.1.3.7).

const TOKEN = 'token';
const PENDING = 'signing-in';

// The tabs of this origin: a new one asks for the session, and all end it together.
const tabs = new BroadcastChannel('session');

tabs.onmessage = ({data}) => {
  const token = sessionStorage.getItem(TOKEN);
  if (data.ask && token) tabs.postMessage({token});
  if (data.token && !token) sessionStorage.setItem(TOKEN, data.token);
  if (data.left && token) {
    sessionStorage.removeItem(TOKEN);
    dispatchEvent(new Event('signed-out'));
  }
};

/** Takes over the session of another tab, if there is one and this tab has none. */
export async function join() {
  if (sessionStorage.getItem(TOKEN)) return;
  tabs.postMessage({ask: true});
  for (let waited = 0; waited < 150 && !sessionStorage.getItem(TOKEN); waited += 15) {
    await new Promise((resolve) => { setTimeout(resolve, 15); });
  }
}

const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const here = () => new URL('.', location.href.split(/[?#]/)[0]).href;

function claims(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
}

async function provider(settings) {
  const found = await fetch(`${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!found.ok) throw new Error('The sign-in service isn’t answering. Try again in a minute.');
  return found.json();
}

/** Leaves for the provider; comes back to where the person is now. */
export async function signIn(settings) {
  const {authorization_endpoint: endpoint} = await provider(settings);
  const [state, nonce, verifier] = [random(), random(), random()];
  sessionStorage.setItem(PENDING, JSON.stringify({state, nonce, verifier, returnTo: location.hash}));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code', client_id: settings.clientId, redirect_uri: here(), scope: settings.scope,
    state, nonce, code_challenge: base64url(digest), code_challenge_method: 'S256',
  });
  location.assign(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`);
}

/** Ends a sign-in that the address in the browser brings back; does nothing without one. */
export async function finish(settings) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}');
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', here() + (pending.returnTo ?? ''));
  if (!pending.state || answer.get('state') !== pending.state) {
    throw new Error('That sign-in wasn’t started here. Sign in again.');
  }
  if (!answer.has('code')) {
    throw new Error(`The sign-in service refused: ${answer.get('error_description') ?? answer.get('error')}`);
  }
  const {token_endpoint: endpoint} = await provider(settings);
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: here(),
      client_id: settings.clientId, code_verifier: pending.verifier,
    }),
  });
  const token = response.ok ? (await response.json()).id_token : null;
  if (!token) throw new Error('Sign-in didn’t finish. Sign in again.');
  const said = claims(token);
  if (said.nonce !== pending.nonce || said.iss !== settings.issuer
      || ![said.aud].flat().includes(settings.clientId)) {
    throw new Error('Sign-in didn’t finish. Sign in again.');
  }
  sessionStorage.setItem(TOKEN, token);
}

/** Who is signed in; null when nobody is, or no longer. */
export function session(settings) {
  const token = sessionStorage.getItem(TOKEN);
  if (!token) return null;
  const said = claims(token);
  const until = said.exp * 1000;
  if (until <= Date.now()) return null;
  return {token, until, email: said.email ?? said.sub, roles: roles(settings.roleGroups, [said[settings.rolesClaim] ?? []].flat())};
}

/** The roles of groups, each compared whole and with its case, as the API does. */
const roles = (mapped, groups) => mapped.filter(({group}) => groups.includes(group)).flatMap((each) => each.roles);

/** Whether somebody was signed in, and the time for that is over. */
export const expired = (settings) => sessionStorage.getItem(TOKEN) !== null && session(settings) === null;

export const signOut = () => sessionStorage.removeItem(TOKEN);

/** Here and in all other tabs. */
function signOutEverywhere() {
  signOut();
  tabs.postMessage({left: true});
}

/** Signs out here, and at the provider where it has a page for that (RP-initiated logout); Cognito's calls the way back `logout_uri`. */
export async function leave(settings) {
  const hint = sessionStorage.getItem(TOKEN);
  signOutEverywhere();
  const {end_session_endpoint: endpoint} = await provider(settings);
  if (!endpoint || !hint) return;
  const query = new URLSearchParams({client_id: settings.clientId, id_token_hint: hint, post_logout_redirect_uri: here(), logout_uri: here()});
  location.assign(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`);
}
