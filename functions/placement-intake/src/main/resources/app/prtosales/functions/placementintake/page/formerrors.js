// The form's errors: one next to each field, and a notice at the top.

import {wrong} from './dialog.js';
import {h, fill, inPlainWords} from './dom.js';
import {EMPTY} from './fields.js';
import {NOTE, REQUIRED} from './formvalues.js';

/** The fields whose errors a change of one field may fix. */
const FIXES = {date: ['publishedAt', 'zone'], time: ['publishedAt', 'zone'], zone: ['publishedAt', 'zone'],
  tone: ['tone', 'holdingLine', 'forwardability']};

const fieldOf = (error) => error.field.replace(/\[.*/, '');

/** @param values created by `formValues` */
export function formErrors({fields, values: {value, read, published}}) {
  const element = h('div', {class: 'notice bad', role: 'alert', hidden: true, tabindex: '-1'});
  const inOrder = () => [...new Set(Object.values(fields))].filter((each) => !each.error.hidden)
      .sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

  const filledIn = (name) => Boolean(read()[name]?.length);

  /** Whether a rejected field may be valid now, as far as the form knows. */
  const mayBeRight = (name) => (name === 'note' ? value('note') !== '' && [...value('note')].length <= NOTE
      : !(name in REQUIRED) || filledIn(name));

  /** The error in the form's own words, where it has any. */
  const inForm = (name, error) => ((name === 'segments' || !filledIn(name)) && EMPTY[name])
      || (name === 'publishedAt' && published().missing || error.message);

  /** A group of checkboxes is focused at its first one. */
  function focusOn(control) {
    (control.matches('fieldset') ? control.querySelector('input, button') ?? element : control).focus();
  }

  /** Shows the errors of those fields that `wanted` accepts, and returns the errors that are about no field. */
  function mark(problem, wanted) {
    const others = [];
    for (const error of problem.errors ?? []) {
      const name = fieldOf(error);
      if (!fields[name]) others.push(error);
      else if (wanted(name)) wrong(fields[name], inForm(name, error));
    }
    return others;
  }

  /** Clears the errors of the fields that `isRight` accepts, and the notice once no error is left. */
  function settle(isRight) {
    for (const [name, each] of Object.entries(fields)) {
      if (!each.error.hidden && isRight(name) && (each !== fields.publishedAt || isRight('publishedAt'))) wrong(each, null);
    }
    if (Object.values(fields).every((each) => each.error.hidden) && element.querySelector('a') === null) element.hidden = true;
  }

  function tell(kind, ...content) {
    element.hidden = false;
    element.className = `notice ${kind}`;
    fill(element, content);
  }

  return {
    element, focusOn, mark, settle,

    /** Clears the errors that a change of this field may have fixed. */
    changed(name) {
      const fixed = FIXES[name] ?? [name];
      settle((each) => fixed.includes(each) && mayBeRight(each));
    },

    /** Clears the error of a chosen option or checkbox. */
    chosen: (name) => settle((each) => each === name && mayBeRight(each)),

    /** Replaces the errors of the touched fields by those of a new answer. */
    update(problem, touched) {
      mark(problem, (name) => touched.has(name));
      const still = new Set(problem.errors.map(fieldOf));
      settle((name) => !still.has(name));
    },

    clear() {
      Object.values(fields).forEach((each) => wrong(each, null));
      element.hidden = true;
    },

    /** Shows one error, and takes the person to it. */
    stopAt(field, message) {
      wrong(field, message);
      focusOn(field.control);
    },

    /** Shows all errors, and takes the person to the first. */
    show(problem) {
      const others = mark(problem, () => true);
      const at = inOrder();
      const fix = `Please fix ${at.length === 1 ? 'one field' : `${at.length} fields`}.`;
      tell('bad', (at.length > 0 || others.length === 0) && h('p', null, at.length ? fix : inPlainWords(problem)),
          others.map((each) => h('p', null, each.message)));
      if (at[0]) focusOn(at[0].control);
      else element.focus();
    },

    /** Shows good news in their place, and takes the person to it. */
    tellInstead(...content) {
      tell('good', ...content);
      element.focus();
    },
  };
}
