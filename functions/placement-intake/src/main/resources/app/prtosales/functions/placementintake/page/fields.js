// The fields of the form: labels, hints, and their order.

import {field} from './dialog.js';
import {h, card, words} from './dom.js';
import {FORMATS} from './terms.js';
import {completeLink, keepOnOneLine} from './tidy.js';
import {zoneField} from './zone.js';

const ONE_LINE = ['outlet', 'headline', 'note', 'topic', 'personas', 'spokesperson', 'quote', 'whyItMatters', 'holdingLine'];
const MUST = ['outlet', 'headline', 'format', 'date', 'zone', 'note'];

/** What to do about an empty field. */
export const EMPTY = {outlet: 'Enter the outlet.', format: 'Choose a format.', headline: 'Enter the headline.',
  publishedAt: 'Choose the day it was published.', zone: 'Choose the outlet’s time zone.', segments: 'Choose at least one.',
  note: 'Enter a one-line note.', holdingLine: 'Enter what reps should say.'};

/**
 * @param draft the values typed before
 * @return `fields` by name, and the `parts` of the form that hold them
 */
export function formFields(draft) {
  const fields = {};
  const add = (each) => {
    fields[each.name] = each;
    return each.element;
  };
  const text = (name, label, {hint, optional, rows, type = 'text', ...attributes} = {}) => add(field({name, label, hint, optional,
    control: h(rows ? 'textarea' : 'input', {...(rows ? {rows} : {type}), autocomplete: 'off', value: draft[name] ?? '', ...attributes})}));

  function choices(name, legend, options, hint) {
    const error = h('p', {class: 'error', id: `${name}-error`, hidden: true});
    const element = h('fieldset', {class: 'field', 'aria-describedby': `${name}-error`}, h('legend', null, legend),
        h('div', {class: 'choices'}, options.map(([value, title, about]) => h('label', {class: `choice ${value}`},
            h('input', {type: 'radio', name, value, checked: String(draft[name]) === value}),
            h('span', null, h('strong', null, title), about && h('small', null, about))))),
        hint && h('p', {class: 'hint'}, hint), error);
    fields[name] = {name, element, error, control: element};
    return element;
  }

  const parts = {
    story: story(text, add, draft),
    audience: audience(fields, text),
    sequence: h('section', {class: 'card'}, h('h2', null, 'Sequence and buyers'),
        text('topic', 'Topic', {optional: true, placeholder: 'care coordination'}),
        text('personas', 'Buyers’ roles', {optional: true, hint: 'Who it’s for at the customer. Separate with commas: CFO, CIO.'})),
    use: use(text, choices),
    sure: sure(fields),
    past: h('div', {id: 'past', hidden: true}, card(null, choices('backfill', 'This is more than 30 days old', [
      ['true', 'Keep it as history', 'nobody gets an email'], ['false', 'Send it to every rep now'],
    ]))),
    more: h('details', {class: 'card', open: Boolean(draft.quote || draft.spokesperson || draft.whyItMatters)},
        h('summary', null, 'More details for the champion kit'),
        text('spokesperson', 'Spokesperson', {optional: true}),
        text('quote', 'Quote', {optional: true, rows: '2'}),
        text('whyItMatters', 'Why it matters to a buyer', {optional: true, rows: '2'})),
  };
  fields.publishedAt = fields.date;
  fields.format.control.value = draft.format ?? '';
  for (const name of MUST) fields[name].control.setAttribute('required', '');
  for (const name of ONE_LINE) keepOnOneLine(fields[name].control);
  completeLink(fields.url.control);
  return {fields, parts};
}

const story = (text, add, draft) => card(null,
    text('url', 'Link', {type: 'url', optional: true, inputmode: 'url', placeholder: 'https://', autofocus: true,
      hint: 'Paste it, and we’ll fill in the rest from the page. Leave it blank for print and broadcast.'}),
    h('div', {class: 'pair'}, text('outlet', 'Outlet', {placeholder: 'Becker’s Hospital Review'}),
        add(field({name: 'format', label: 'Format', control: h('select', null, h('option', {value: ''}, 'Choose …'),
            FORMATS.map((each) => h('option', {value: each}, words(each))))}))),
    text('headline', 'Headline', {rows: '2'}),
    h('div', {class: 'triple'}, text('date', 'Published on', {type: 'date', max: '9999-12-31'}), text('time', 'At', {type: 'time', optional: true}),
        add(zoneField({label: 'Outlet’s time zone', value: draft.zone}))),
    h('p', {class: 'hint', id: 'moment', 'aria-live': 'polite'}));

/** A checkbox to confirm a date far from today. Its label says what is confirmed. */
function sure(fields) {
  const control = h('input', {type: 'checkbox', name: 'sure', 'aria-describedby': 'sure-error'});
  const question = h('span');
  const error = h('p', {class: 'error', id: 'sure-error', hidden: true});
  const element = h('div', {class: 'card', hidden: true}, h('h2', null, 'Is this date right?'),
      h('label', {class: 'check'}, control, question), error);
  fields.sure = {name: 'sure', control, element, error, question};
  return element;
}

function audience(fields, text) {
  const error = h('p', {class: 'error', id: 'segments-error', hidden: true});
  const control = h('fieldset', {class: 'field', 'aria-describedby': 'segments-hint segments-error'},
      h('legend', null, 'Most relevant for'),
      h('div', {class: 'checks', id: 'segments'}),
      h('p', {class: 'hint', id: 'segments-hint'}, 'Every rep gets it. Segments tell each rep whether it fits their accounts.'), error);
  fields.segments = {name: 'segments', control, element: control, error};
  const counter = h('span', {class: 'counter', id: 'note-count'});
  const note = text('note', 'Note to the reps', {rows: '2',
    hint: 'One line, the first thing they read. For example: “Gives finance leaders a name for payer take-backs and a reason to review'
        + ' underpayments this quarter.”'});
  const described = fields.note.control.getAttribute('aria-describedby');
  fields.note.control.setAttribute('aria-describedby', `${described} note-count`);
  fields.note.counter = counter;
  return card(null, control, note, h('p', {class: 'count'}, counter));
}

const use = (text, choices) => card(null,
    choices('forwardability', 'May reps forward it?', [
      ['amber', 'Amber', 'internal only: talk about it, don’t send it'], ['green', 'Green', 'reps may forward the link'],
      ['red', 'Red', 'do not use'],
    ], 'Choose Amber while promotional review or reuse rights are pending. Reps still hear about it within 24 hours.'),
    choices('tone', 'Tone', [['positive', 'Positive'], ['neutral', 'Neutral'], ['negative', 'Negative', 'sent as a heads-up, always Red']]),
    h('div', {id: 'holding', hidden: true}, text('holdingLine', 'If a customer asks, what should reps say?', {
      hint: 'One line, up to 300 characters. For example: “We’ve seen the report. The fix has been out since May.”'})));
