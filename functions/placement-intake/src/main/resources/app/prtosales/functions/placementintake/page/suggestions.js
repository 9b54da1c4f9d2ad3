// Topics and buyer roles to pick from the lists, and the sequences that the rules suggest for them (R2.1).

import {list} from './api.js';
import {h, fill} from './dom.js';
import {stageOf} from './lists.js';

const same = (one, other) => one.toLowerCase() === other.toLowerCase();

/** Removes duplicates and empty values, ignoring case and keeping the order. */
const distinct = (all) => all.filter((each, at) => each && all.findIndex((other) => other && same(each, other)) === at);

const parts = (text, separator) => text.split(separator).map((each) => each.trim()).filter(Boolean);

/** Buttons that add a value to a multi-value field or remove it. Other typed values stay. */
function chips(field, offered, separator, label) {
  const {control} = field;
  const buttons = offered.map((each) => h('button', {type: 'button', class: 'chip', onclick() {
    const now = parts(control.value, separator);
    const next = now.some((other) => same(each, other)) ? now.filter((other) => !same(each, other)) : [...now, each];
    control.value = next.join(`${separator} `);
    control.dispatchEvent(new Event('input', {bubbles: true}));
  }}, each));
  const mark = () => {
    const now = parts(control.value, separator);
    for (const each of buttons) each.setAttribute('aria-pressed', String(now.some((other) => same(other, each.textContent))));
  };
  control.addEventListener('input', mark);
  mark();
  if (buttons.length > 0) control.before(h('div', {class: 'chips', role: 'group', 'aria-label': label}, buttons));
}

const LETTERS = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ'};

/** A text's words between spaces, in any letter case and with any accents. */
const words = (text) => ` ${text.replace(/[ʹʻʼ]/g, '\'').replace(/[\p{Cf}\p{DI}\u2800]/gu, '').normalize('NFKD')
    .replace(/\p{M}+/gu, '').toLowerCase().replace(/[ßæœøđłıς]/g, (each) => LETTERS[each])
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim()} `;

/** Whether a topic contains the words of a rule's topic. */
export const isAbout = (topic, wanted) => words(wanted).trim() !== '' && words(topic).includes(words(wanted));

/** Whether a rule matches a story, as the product decides it; conditions left open match everything. */
const matches = (rule, story) => (!rule.format || rule.format === story.format)
    && (!rule.topic || isAbout(story.topic ?? '', rule.topic))
    && (!rule.segment || story.segments.includes(rule.segment))
    && (!rule.persona || (story.personas ?? []).some((each) => same(each, rule.persona)));

const closeness = (rule) => ['format', 'topic', 'segment', 'persona'].filter((each) => rule[each]).length;

/** Each active sequence that a rule suggests, once, by its most specific rule; with its first stage if the rule's is gone. */
export function suggestedSequences(story, rules, sequences) {
  const found = new Map();
  const best = (one, other) => closeness(other) - closeness(one) || (one.id < other.id ? -1 : 1);
  for (const rule of rules.filter((each) => matches(each, story)).sort(best)) {
    const sequence = sequences.find((each) => each.id === rule.sequence && (each.status ?? 'active') === 'active');
    if (!sequence || found.has(sequence.id)) continue;
    const stage = stageOf(sequence.stages, rule.stage) ?? sequence.stages?.[0] ?? rule.stage;
    found.set(sequence.id, `${sequence.name}, ${stage}`);
  }
  return [...found.values()];
}

function describe(story, rules, sequences) {
  if (story.tone === 'negative') return 'Negative coverage isn’t used in sequences.';
  if (story.forwardability === 'red') return 'Red stories aren’t used in sequences.';
  const all = suggestedSequences(story, rules, sequences);
  if (all.length > 0) return `Goes to: ${all.join('; ')}${story.forwardability === 'green' ? '.' : ', once it’s Green.'}`;
  return story.topic || story.personas?.length || story.format ? 'No sequence fits. You can choose one after you submit.'
      : 'Choose a topic and roles to see which sequence it goes to.';
}

/**
 * Adds buttons for the topics and roles of the lists to their fields.
 * @return a function that shows the sequences of a story
 */
export async function addPickers(fields, into) {
  const [rules, sequences] = await Promise.all([list('rules'), list('sequences')]);
  const result = h('p', {class: 'goes', 'aria-live': 'polite'});
  chips(fields.topic, distinct(rules.map((each) => each.topic)).slice(0, 12), ';', 'Topics of your rules');
  chips(fields.personas, distinct([...rules.map((each) => each.persona), ...sequences.flatMap((each) => each.personas ?? [])]).slice(0, 12),
      ',', 'Roles in your rules and sequences');
  into.append(result);
  return (story) => {
    const text = describe(story, rules, sequences);
    if (result.textContent !== text) fill(result, text);
  };
}
