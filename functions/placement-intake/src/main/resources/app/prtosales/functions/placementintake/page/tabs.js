// The tabs of this browser share a session: a new tab asks the others for it, a tab that signs in gives it to those
// without one, and signing out ends it in all. Each tab stores its own copy, so it is gone when the last one closes.

export const TOKEN = 'token';

const tabs = new BroadcastChannel('session');

/** Whether the page is already drawn and no longer waits for other tabs. */
let drawn = false;

/** The claims of a token, unverified. */
export function claims(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
}

export const hasExpired = (token) => claims(token).exp * 1000 <= Date.now();

/** This tab's token, unless it has expired. */
function current() {
  const token = sessionStorage.getItem(TOKEN);
  return token && !hasExpired(token) ? token : null;
}

tabs.onmessage = ({data}) => {
  const token = current();
  if (data.ask && token) tabs.postMessage({token});
  if (data.token && !token) {
    sessionStorage.setItem(TOKEN, data.token);
    if (drawn) dispatchEvent(new Event('signed-in'));
  }
  if (data.left && token) {
    sessionStorage.removeItem(TOKEN);
    dispatchEvent(new Event('signed-out'));
  }
};

/** Copies the session from another tab if this tab has none. */
export async function join() {
  if (!current()) tabs.postMessage({ask: true});
  for (let waited = 0; waited < 150 && !current(); waited += 15) {
    await new Promise((resolve) => { setTimeout(resolve, 15); });
  }
  drawn = true;
}

/** Gives this tab's new session to the tabs that have none. */
export const shareSession = (token) => tabs.postMessage({token});

/** Ends the session in all other tabs. */
export const endInOtherTabs = () => tabs.postMessage({left: true});
