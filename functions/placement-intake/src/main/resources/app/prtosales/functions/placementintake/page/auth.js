// Sign-in: authorization code with PKCE (RFC 7636) at the company's OIDC provider. The tabs share the token until the last one
// closes. Only the API verifies its signature; the page gets it from the token endpoint over TLS (OpenID Connect Core 3.1.3.7).

import {TOKEN, claims, endInOtherTabs, hasExpired, shareSession} from './tabs.js';

const PENDING = 'signing-in';

const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const pageUrl = () => new URL('.', location.href.split(/[?#]/)[0]).href;

async function provider(settings) {
  const found = await fetch(`${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!found.ok) throw new Error('The sign-in service isn’t answering. Try again in a minute.');
  return found.json();
}

/** Redirects to the provider; sign-in returns to the current page. */
export async function signIn(settings) {
  const {authorization_endpoint: endpoint} = await provider(settings);
  const [state, nonce, verifier] = [randomText(), randomText(), randomText()];
  sessionStorage.setItem(PENDING, JSON.stringify({state, nonce, verifier, returnTo: location.hash}));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code', client_id: settings.clientId, redirect_uri: pageUrl(), scope: settings.scope,
    state, nonce, code_challenge: base64url(digest), code_challenge_method: 'S256',
  });
  location.assign(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`);
}

/** Completes a sign-in whose code is in the URL; does nothing otherwise. */
export async function finish(settings) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}');
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', pageUrl() + (pending.returnTo ?? ''));
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
      grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: pageUrl(),
      client_id: settings.clientId, code_verifier: pending.verifier,
    }),
  });
  const token = response.ok ? (await response.json()).id_token : null;
  if (!token) throw new Error('Sign-in didn’t finish. Sign in again.');
  const payload = claims(token);
  if (payload.nonce !== pending.nonce || payload.iss !== settings.issuer
      || ![payload.aud].flat().includes(settings.clientId)) {
    throw new Error('Sign-in didn’t finish. Sign in again.');
  }
  sessionStorage.setItem(TOKEN, token);
  shareSession(token);
}

/** The signed-in person; null when nobody is signed in or the session has expired. */
export function session(settings) {
  const token = sessionStorage.getItem(TOKEN);
  if (!token || hasExpired(token)) return null;
  const payload = claims(token);
  return {token, email: payload.email ?? payload.sub, roles: roles(settings.roleGroups, [payload[settings.rolesClaim] ?? []].flat())};
}

/** The roles of the groups. Group names must match exactly, including case, as in the API. */
const roles = (mapped, groups) => mapped.filter(({group}) => groups.includes(group)).flatMap((each) => each.roles);

/** Whether somebody was signed in and the session has expired. */
export const expired = (settings) => sessionStorage.getItem(TOKEN) !== null && session(settings) === null;

export const signOut = () => sessionStorage.removeItem(TOKEN);

/**
 * Signs out here and at the provider, if that supports RP-initiated logout. Cognito names the return URL `logout_uri`.
 */
export async function leave(settings) {
  const hint = sessionStorage.getItem(TOKEN);
  signOut();
  endInOtherTabs();
  const {end_session_endpoint: endpoint} = await provider(settings);
  if (!endpoint || !hint) return;
  const query = new URLSearchParams({client_id: settings.clientId, id_token_hint: hint, post_logout_redirect_uri: pageUrl(), logout_uri: pageUrl()});
  location.assign(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`);
}
