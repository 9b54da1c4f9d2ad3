// The frame around the pages: the signed-in person, and the page that the URL fragment names.

import {use, who, has, get, list, goSignIn, failed} from './api.js';
import {expired, finish, leave as leaveProvider, signOut} from './auth.js';
import {dialog, ENDED, isHeld} from './dialog.js';
import {clearAll, isAnyStored} from './draft.js';
import {h, fill, button, inPlainWords, say, notice} from './dom.js';
import {set} from './time.js';
import {join} from './tabs.js';
import * as form from './form.js';

const PAGES = [['#/home', 'Home'], ['#/', 'New placement'], ['#/placements', 'Placements'], ['#/directory/reps', 'Lists'], ['#/audit', 'Audit']];

const ROLES = {pr: 'PR', ops: 'sales ops', leadership: 'leadership', 'sequence-owner': 'sequence owner'};

/** Signed-in people who cannot submit start on Home instead of the form. */
const cannotSubmit = () => Boolean(who()) && !has('pr');

/** Whether the navigation shows this page to this person. */
const mayOpen = (address, person) => (address === '#/home' ? Boolean(person) : address === '#/' ? !cannotSubmit() : true);

/** Pages with a banner while emails to reps are stopped; the list of reps has its own notice beside Resume. */
const TELL_STOPPED = /^#\/(?:home|placements.*)?$/;

/** Shows the banner outside the page element, because a page may redraw itself. */
async function tellStopped(at, mine) {
  const place = document.getElementById('stopped');
  const shown = who() && TELL_STOPPED.test(at) ? await (await import('./banner.js')).banner() : null;
  if (mine !== turn) return;
  fill(place, shown);
  place.hidden = !shown;
}

const ROUTES = [
  [/^#\/?$/, () => (cannotSubmit() ? import('./home.js') : form)],
  [/^#\/home$/, () => import('./home.js')],
  [/^#\/placements(?:\?.*)?$/, () => import('./list.js')],
  [/^#\/placements\/([a-z0-9-]{1,40})(?:\/(sequence))?$/, () => import('./placement.js')],
  [/^#\/directory\/([a-z]+)$/, () => import('./directory.js')],
  [/^#\/page$/, () => import('./page.js')],
  [/^#\/audit$/, () => import('./audit.js')],
  [/^#\/test$/, () => test],
];

/** The page that the buttons of a test email open. */
const test = {
  show: (main) => {
    fill(
      main,
      h('h1', null, 'That was a test'),
      h('p', null, 'You chose a button in a test email. Nothing was recorded. In a rep’s email, it opens their own page.'),
      h('p', null, h('a', {href: '#/'}, 'Back to the form. Your draft is still there.'))
    );
  },
};

const main = document.getElementById('main');
let settings = null;
let leave = null;
let turn = 0;
let isTouched = false;

/** How long to wait, in milliseconds, before showing that a page is loading. */
const PATIENCE = 400;

/**
 * @param focus whether the person went to another page, which then starts at its top unless the page sets the focus itself
 * @param before the page they came from
 */
async function show(focus, before = '') {
  const mine = ++turn;
  isTouched = false;
  leave?.();
  leave = null;
  const at = location.hash || '#/';
  header(at);
  const old = main.firstElementChild;
  setTimeout(() => {
    const isWaiting = mine === turn && main.firstElementChild === old;
    if (focus && isWaiting) fill(main, h('p', {class: 'hint', role: 'status'}, 'Loading …'));
  }, PATIENCE);
  const [route, match] = ROUTES.map(([pattern, module]) => [module, pattern.exec(at)]).find(([, found]) => found) ?? [];
  if (!route) {
    fill(main, h('h1', null, 'Page not found'), h('p', null, h('a', {href: '#/'}, 'Submit a placement')));
    return;
  }
  try {
    const page = await route();
    if (mine !== turn) return;
    const context = {id: match[1], opens: match[2], before, refresh: () => show(false), here: () => mine === turn};
    const left = await page.show(main, context);
    if (mine !== turn) {
      left?.();
      return;
    }
    leave = left ?? null;
    tellStopped(at, mine).catch(() => {});
  } catch (problem) {
    if (mine !== turn) return;
    fill(main, h('h1', null, 'That didn’t work'), failed(problem, () => show(false)));
  }
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} · PR to Sales` : 'PR to Sales';
  if (focus && heading && !main.contains(document.activeElement)) {
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  }
}

function header(at) {
  const person = who();
  const here = at === '#/' && cannotSubmit() ? '#/home' : at;
  fill(document.getElementById('pages'), PAGES.filter(([address]) => mayOpen(address, person)).map(([address, name]) => h('a', {
    href: address,
    'aria-current': (address === '#/' ? here === '#/' : here.startsWith(address.replace('/reps', ''))) ? 'page' : null,
  }, name)));
  const company = document.getElementById('company');
  if (person) list('agreement').then(([agreed]) => fill(company, agreed?.company), () => {});
  else fill(company);
  fill(
    document.getElementById('account'),
    person
      ? [
          h(
            'span',
            {
              class: 'person',
              title: person.roles.length
                ? `You can act as: ${person.roles.map((role) => ROLES[role] ?? role).join(', ')}`
                : 'You can look, but not change anything',
            },
            person.email
          ),
          button('Sign out', () => (isAnyStored() ? askBeforeSigningOut() : signedOut()), 'small'),
        ]
      : button('Sign in', goSignIn, 'small primary')
  );
}

async function signedOut() {
  const left = leaveProvider(settings);
  show(false);
  say('You’re signed out.');
  await left.catch(() => say('You’re signed out here, but the sign-in service didn’t answer. Close your browser too.'));
}

/** The draft outlives the session, so on a shared computer the next person could read it. */
function askBeforeSigningOut() {
  const box = h('input', {type: 'checkbox'});
  dialog({
    title: 'Sign out', action: 'Sign out', about: 'Your draft stays in this browser, where anyone who uses this computer can read it.',
    content: h('label', {class: 'check'}, box, 'Clear my draft. This can’t be undone.'),
    async send() {
      if (box.checked) clearAll();
      await signedOut();
    },
  });
}

function watchExpiry() {
  if (settings && expired(settings)) {
    signOut();
    dispatchEvent(new Event('signed-out'));
  }
}

addEventListener('hashchange', ({oldURL}) => {
  if (!isHeld()) show(true, new URL(oldURL).hash);
});
for (const event of ['input', 'change', 'drop']) main.addEventListener(event, () => { isTouched = true; });

const isForm = () => (location.hash || '#/') === '#/';

// Drawing the page again would lose what was chosen or typed; only the form keeps that.
addEventListener('signed-in', () => {
  if (!document.querySelector('dialog[open]') && (isForm() || !isTouched)) {
    show(false);
    return;
  }
  header(location.hash || '#/');
  say(`You’re signed in as ${who().email}. Try again.`);
});
addEventListener('drafts-cleared', () => {
  if (isForm()) show(false);
});
addEventListener('signed-out', () => {
  header(location.hash || '#/');
  say(document.querySelector('dialog[open]')
      ? ENDED
      : `Your session ended. Sign in again to come back here.${isAnyStored() ? ' We kept your draft.' : ''}`);
});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

// The form needs nothing from the API, so it is drawn immediately.
const drawn = isForm() && !location.search ? show(false) : null;
let trouble = null;
try {
  settings = await get('settings.json');
  set(settings.now);
  use(settings);
  await join();
  await finish(settings);
} catch (problem) {
  trouble = problem;
}
await drawn;
await show(false);
if (trouble) {
  main.prepend(notice('bad', h('p', {role: 'alert'}, inPlainWords(trouble))));
}
setInterval(watchExpiry, 10_000);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
