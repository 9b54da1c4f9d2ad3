// What someone else wrote while a dialog was open, next to what the person typed, until one of the two is chosen.

import {h, button} from './dom.js';
import {when} from './time.js';

/** The fields that someone else changed; none if that is not why the change failed. */
export const newerIn = (failure) => failure.body?.changed ?? [];

export const NOT_SAVED = 'Someone else changed this while you were typing. Nothing was saved, and what you typed is still here.'
    + ' Choose at each marked field what stays, then try again.';

/**
 * @param change.by who changed the field, and `change.at` when
 * @param ask.names names for the ids in a placement
 * @param ask.says the field's current value in words
 * @param ask.keep called if the current value stays, `ask.use` if what was typed replaces it
 */
export function beside(field, {by, at}, {names, says, keep, use}) {
  field.newer?.remove();
  const choice = (text, chosen) => button(text, () => {
    field.newer.remove();
    chosen();
    field.control.focus();
  }, 'small');
  const title = h('p', {id: `${field.control.id}-newer`},
      `${by ? names.someone(by) : 'Someone else'} changed this${at ? ` on ${when(at)}` : ''}. It now says:`);
  field.newer = h('div', {class: 'notice warn newer', role: 'group', 'aria-labelledby': title.id}, title,
      h('blockquote', {dir: 'auto'}, says),
      h('div', {class: 'row'}, choice('Keep theirs', keep), choice('Use mine anyway', use)));
  field.element.append(field.newer);
}
