// The dialog for every change: what happens, who is emailed, the reason, and errors next to their fields.

import {h, fill, button, inPlainWords, place, placeMessages, say} from './dom.js';
import {newerIn, NOT_SAVED} from './newer.js';
import {blockEnter, keepOnOneLine} from './tidy.js';

/** The message in a dialog, where signing in would lose what was typed. The other tab hands its session over. */
export const ENDED = 'Your session ended, and nothing was saved. Open this page in another tab and sign in there, then come back and try again.';

let count = 0;

/** A labeled control with a hint and a place for its error. */
export function field({name, label, hint, optional, control, className = ''}) {
  const id = control.id || `f${++count}-${name}`;
  control.id = id;
  control.setAttribute('name', name);
  const error = h('p', {class: 'error', id: `${id}-error`, hidden: true});
  const described = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', described);
  const element = h('div', {class: `field ${className}`},
      h('label', {for: id}, label, optional && h('span', {class: 'optional'}, ' optional')),
      control, hint && h('p', {class: 'hint', id: `${id}-hint`}, hint), error);
  return {name, element, control, error};
}

export function wrong(field, message) {
  const controls = field.control.matches('fieldset') ? field.control.querySelectorAll('[type=checkbox]') : [field.control];
  for (const each of controls) each.setAttribute('aria-invalid', message ? 'true' : 'false');
  field.error.hidden = !message;
  fill(field.error, message ?? '');
}

/** Reports a failure where the person is: in the dialog or, if it was closed in the meantime, on the page. */
export function tellOf(failure, element, tell) {
  if (element.open) tell(failure);
  else say(inPlainWords(failure));
}

/** Whether something typed into an open dialog keeps the page from being left; the person is asked first. */
export const isHeld = () => document.querySelector('dialog[open].typed') !== null;

/** Closes a dialog, or asks whether to, if something was typed. */
export const leave = (element) => element.dispatchEvent(new Event('cancel', {cancelable: true})) && element.close();

/** The question before something typed is lost, and a function that asks it. */
function question(element) {
  const asks = h('div', {class: 'notice warn asks', role: 'alert', hidden: true});
  let before = null;
  const keep = () => {
    asks.hidden = true;
    before?.focus();
  };
  return {asks, ask(discard) {
    if (asks.hidden) before = document.activeElement;
    const stay = button('Keep editing', keep, 'small');
    fill(asks, h('p', null, 'Discard what you typed?'), h('div', {class: 'row'}, stay, button('Discard', () => {
      element.close();
      discard?.();
    }, 'small')));
    asks.hidden = false;
    stay.focus();
  }};
}

/**
 * Opens a dialog, unless one is open already. It closes when the person leaves the page that it belongs to; if something
 * was typed, they are asked first.
 * @param keeps whether to ask before typed text is lost
 */
export function open(element, {keeps = true} = {}) {
  if (document.querySelector('dialog[open]')) return;
  const back = place(document);
  const left = new AbortController();
  const {asks, ask} = question(element);
  const isTyped = () => element.open && element.classList.contains('typed');
  const listen = (target, event, heard) => target.addEventListener(event, heard, {signal: left.signal});
  element.querySelector('.actions')?.before(asks);
  if (keeps) listen(element, 'input', () => element.classList.add('typed'));
  listen(element, 'cancel', (event) => {
    if (!isTyped()) return;
    event.preventDefault();
    ask();
  });
  // Esc twice would close it without a cancel event.
  listen(element, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave(element);
  });
  listen(window, 'beforeunload', (event) => isTyped() && event.preventDefault());
  listen(window, 'hashchange', ({oldURL, newURL}) => {
    if (!isTyped()) {
      element.close();
      return;
    }
    history.pushState(null, '', oldURL);
    ask(() => { location.href = newURL; });
  });
  element.addEventListener('close', () => {
    left.abort();
    placeMessages();
    element.remove();
    back();
  });
  document.body.append(element);
  element.showModal();
}

/**
 * @param ask.fields created by `field`
 * @param ask.whom who gets an email; as a function, it is called again when the placement has changed
 * @param ask.send receives the values; may throw a Problem with errors
 * @param ask.beside shows what someone else wrote in the meantime; receives the fields of the API and of the dialog
 */
export function dialog(ask) {
  const title = h('h2', {id: `d${++count}`}, ask.title);
  const problem = h('div', {class: 'notice bad', role: 'alert', hidden: true});
  const fields = ask.fields ?? [];
  const go = h('button', {type: 'submit', class: ask.danger ? 'danger' : 'primary'}, ask.action);
  const whom = h('p', {'aria-live': 'polite'});
  const sayWhom = () => {
    const said = ask.whom?.call ? ask.whom() : ask.whom;
    if (said && whom.textContent !== said) fill(whom, said);
  };
  sayWhom();
  const element = h('dialog', {'aria-labelledby': title.id, class: ask.wide === true ? 'wide' : ask.wide ?? ''},
      h('form', {method: 'dialog', novalidate: true, async onsubmit(event) {
        event.preventDefault();
        if (go.getAttribute('aria-disabled') === 'true') return;
        go.setAttribute('aria-disabled', 'true');
        problem.hidden = true;
        fields.forEach((each) => wrong(each, null));
        try {
          await ask.send(Object.fromEntries(fields.map((each) => [each.name, each.read ? each.read() : each.control.value.trim()])));
          element.close();
        } catch (failure) {
          tellOf(failure, element, tell);
        } finally {
          go.removeAttribute('aria-disabled');
        }
      }},
      title, ask.about && h('p', {class: 'about'}, ask.about),
      fields.map((each) => each.element), ask.content,
      ask.whom && h('div', {class: 'whom'}, h('strong', null, 'Who gets an email'), whom),
      problem,
      h('div', {class: 'actions'}, ask.action && go, button(ask.action ? 'Cancel' : 'Close', () => leave(element)))));

  function tell(failure) {
    if (failure.status === 401) {
      problem.hidden = false;
      fill(problem, ENDED);
      return;
    }
    const known = new Map(fields.map((each) => [each.name, each]));
    if (ask.beside && newerIn(failure).length > 0) {
      problem.hidden = false;
      fill(problem, NOT_SAVED);
      ask.beside(newerIn(failure), Object.fromEntries(known));
      fields.find((each) => each.newer?.isConnected)?.control.focus();
      return;
    }
    const others = [];
    for (const error of failure.errors ?? []) {
      const at = known.get(error.field.replace(/\[.*/, ''));
      if (at) wrong(at, error.message);
      else others.push(error.message);
    }
    const first = fields.find((each) => !each.error.hidden);
    if (first) {
      first.control.focus();
      say(`${failure.errors.length} to fix: ${first.error.textContent}`);
    }
    if (others.length || !first) {
      problem.hidden = false;
      fill(problem, others.length ? others.join('; ') : inPlainWords(failure));
    }
  }

  for (const each of fields)
    each.element.addEventListener('input', () => {
      if (each.control.value?.trim() || each.control.matches('fieldset')) wrong(each, null);
    });
  blockEnter(element);
  open(element, {keeps: fields.length > 0});
  if (!element.open) return element;
  addEventListener('fresh', sayWhom);
  element.addEventListener('close', () => removeEventListener('fresh', sayWhom));
  (fields[0]?.control ?? go).focus();
  return element;
}

/** The reason for a change, in one line. */
export function reason(hint) {
  const control = h('textarea', {rows: '2', required: true, maxlength: '500'});
  keepOnOneLine(control);
  return field({name: 'reason', label: 'Reason', hint, control});
}
