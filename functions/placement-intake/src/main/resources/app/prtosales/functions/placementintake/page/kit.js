// A placement's champion kit: whether it may be sent, who it went to, and its text for each reader.

import {get} from './api.js';
import {h, fill, button, badge, inPlainWords, sentence, words, say} from './dom.js';
import {hasExpired, isNegative} from './story.js';
import {day} from './time.js';

const READERS = ['', 'general', 'CFO', 'clinical', 'IT', 'supply chain', 'operations'];

/** The reader chosen last, and the text shown to them, kept across redraws. */
let persona = '';
let kept = {};

/** The place of a story's kit; what it showed before the page was drawn again is still there. */
function placeOf(id) {
  if (kept.id !== id) kept = {id, element: h('div', {'aria-live': 'polite'})};
  return kept.element;
}

/** Whether there is something to show besides why there is no kit. */
export const hasKit = ({kit}) => Boolean(kit) && (kit.ready || kit.champions.length > 0);

/** Why there is no kit. The API's sentence has the day of the end in UTC; here it is in the reader's zone. */
const whyNoKit = (placement) => (hasExpired(placement) && !isNegative(placement)
    ? `It expired on ${day(placement.expiresAt)}.` : placement.kit.whyNot && sentence(placement.kit.whyNot));

export const noKit = (placement) =>
    h('p', {class: 'hint'}, (placement.kit && whyNoKit(placement)) || 'There is no kit for this story.');

export function kit(placement, names) {
  const {id, kit: {ready, armed, champions}} = placement;
  const shown = placeOf(id);
  const as = h('select', {'aria-label': 'For which reader'},
      READERS.map((each) => h('option', {value: each, selected: each === persona}, words(each) || 'Default reader')));
  const look = () => {
    persona = as.value;
    return get(`placements/${id}/kit${persona && `?persona=${encodeURIComponent(persona)}`}`)
        .then((found) => fill(shown, written(found)),
            (problem) => fill(shown, h('p', {class: 'hint'}, inPlainWords(problem))));
  };
  as.addEventListener('change', look);
  if (!ready) fill(shown);
  else if (shown.childElementCount > 0) look();
  return [
    h('div', {class: 'row'}, badge(ready ? 'Ready' : 'Not ready', ready ? 'green' : 'quiet'),
        badge(`Sent to ${armed} ${armed === 1 ? 'champion' : 'champions'}`, armed ? 'green' : 'quiet'),
        h('span', {class: 'grow'}), ready && as, ready && button('Show', look, 'small')),
    !ready && h('p', {class: 'hint'}, whyNoKit(placement)), shown,
    champions.length > 0 && h('ul', {class: 'people'}, champions.map((each) => person(each, names))),
  ];
}

const person = ({name, accountName, rep}, names) =>
    h('li', null, h('strong', null, name), ` at ${accountName}, by ${names.rep(rep)}`);

/** The champions whose rep has left, so that PR has to tell them about a retraction. */
export const withoutRep = ({kit: {champions = []} = {}}, names) => champions.filter((each) => names.hasLeft(each.rep));

/** Whom PR has to tell that a story was retracted; null if reps tell all champions. */
export function toTell(placement, names) {
  if (placement.status !== 'retracted' || placement.takenBack.copyOf) return null;
  const champions = withoutRep(placement, names);
  return champions.length > 0 && h('div', {class: 'notice warn'},
      h('p', null, h('strong', null, 'Next, PR: '), 'Tell these champions not to use it anymore. The reps who named them have left.'),
      h('ul', {class: 'people'}, champions.map((each) => person(each, names))));
}

function written({headline, whatWasSaid, byWhom, evidence, whyItMatters, paragraph}) {
  const facts = [['Story', headline], ['What was said', whatWasSaid], ['By', byWhom], ['Evidence', evidence],
    ['Why it matters', whyItMatters]].filter(([, text]) => text);
  const copy = () => navigator.clipboard.writeText(paragraph)
      .then(() => say('Copied.'), () => say('Your browser didn’t allow that.'));
  return [h('blockquote', {dir: 'auto', class: 'paragraph'}, paragraph),
    h('dl', {class: 'facts'}, facts.map(([name, text]) => [h('dt', null, name), h('dd', {dir: 'auto'}, text)])),
    h('p', null, button('Copy the paragraph', copy, 'small'))];
}
