// The form's segments: a checkbox for each one on the company's list.

import {list, goSignIn} from './api.js';
import {h, fill, button, inPlainWords} from './dom.js';

const hint = (area, ...children) => fill(area, h('p', {class: 'hint'}, children));

export const askToSignIn = (area) => hint(area, 'Sign in to see your company’s segments. ', button('Sign in', goSignIn, 'small'));

function checkbox({id, name}, draft) {
  const choose = ({target}) => {
    draft.segments = target.checked ? [...draft.segments, id] : draft.segments.filter((other) => other !== id);
  };
  return h('label', {class: 'check'},
      h('input', {type: 'checkbox', name: 'segments', value: id, checked: draft.segments.includes(id), onchange: choose}), name);
}

/**
 * Loads the segments. The draft keeps those of its own that are still on the list.
 * @param area where they are shown
 * @param isGone whether the person has left the form
 * @param shown called once they are on the page
 */
export function loadSegments(area, draft, {isGone, shown}) {
  hint(area, 'Loading …');
  const again = () => loadSegments(area, draft, {isGone, shown});
  return list('segments').then((rows) => {
    if (isGone()) return;
    const known = new Set(rows.map((each) => each.id));
    draft.segments = draft.segments.filter((each) => known.has(each));
    if (rows.length === 0) hint(area, 'There are no segments yet. Sales ops adds them under Lists.');
    else fill(area, rows.map((each) => checkbox(each, draft)));
    shown();
  }).catch((problem) => hint(area, `${inPlainWords(problem)} `, button('Try again', again, 'small')));
}
