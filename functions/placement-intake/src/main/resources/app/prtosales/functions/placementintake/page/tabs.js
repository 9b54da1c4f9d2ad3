// The tabs of this browser share a session: a new tab asks the others for it, and signing out ends it in all. It is
// stored per tab only, so it is gone when the last one closes.

export const TOKEN = 'token';

const tabs = new BroadcastChannel('session');

/** Whether the page is already drawn and no longer waits for other tabs. */
let late = false;

tabs.onmessage = ({data}) => {
  const token = sessionStorage.getItem(TOKEN);
  if (data.ask && token) tabs.postMessage({token});
  if (data.token && !token) {
    sessionStorage.setItem(TOKEN, data.token);
    if (late) dispatchEvent(new Event('signed-in'));
  }
  if (data.left && token) {
    sessionStorage.removeItem(TOKEN);
    dispatchEvent(new Event('signed-out'));
  }
};

/** Copies the session from another tab if this tab has none. */
export async function join() {
  if (sessionStorage.getItem(TOKEN)) return;
  tabs.postMessage({ask: true});
  for (let waited = 0; waited < 150 && !sessionStorage.getItem(TOKEN); waited += 15) {
    await new Promise((resolve) => { setTimeout(resolve, 15); });
  }
  late = true;
}

/** Ends the session in all other tabs. */
export const tellTabs = () => tabs.postMessage({left: true});
