// The tabs of this browser share a session: a new one asks the others for it, and all end it together. It is stored in each
// tab alone, so that it is gone with the last of them.

export const TOKEN = 'token';

const tabs = new BroadcastChannel('session');

/** Whether the page is drawn already, and no longer waits for another tab to answer. */
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

/** Takes over the session of another tab, if there is one and this tab has none. */
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
