// Asks for the time zones of a roster that has regions, offices or states instead: each value once, or one zone for
// everyone.

import {wrong} from './dialog.js';
import {h, fill, button, many, notice, say} from './dom.js';
import {zoneName} from './time.js';
import {zoneField} from './zone.js';

const people = (count) => many(count, 'person', 'people');

/** The distinct values that need a zone; undefined when everyone gets the same zone. */
const valuesOf = (open, zones) => open.values ?? open.columns.find(({at}) => at === zones.by)?.values;

/** The column with its first values: `Region: East, West, South …` */
function described({header, values}) {
  const texts = values.map(({text}) => text || 'blank');
  return `${header}: ${texts.slice(0, 3).join(', ')}${texts.length > 3 ? ' …' : ''}`;
}

/** Whether every question has been answered. */
export const isAnswered = (open, {zones}) => Boolean(zones?.done)
    && (valuesOf(open, zones) ?? [{key: ''}]).every(({key}) => zones.of.has(key));

const columnOf = ({mapping}) => JSON.stringify(mapping.zone ?? null);

/**
 * Whether the answers still apply: the zones come from the same column, and the column that they go by is not used for
 * anything else.
 */
export const isStillAsked = ({zones, mapping}) => Boolean(zones) && zones.column === columnOf({mapping})
    && !Object.values(mapping).some(({columns}) => columns?.includes(zones.by));

/**
 * @param open the result of `openZones`
 * @param state holds the answers in `zones`: the column they go `by`, and the zone `of` each value
 * @param changed called when everything is answered, and when the answers are reopened
 */
export function askZones(open, state, changed) {
  const first = open.columns?.find(({isRegion}) => isRegion);
  const zones = state.zones ??= {by: open.values ? null : first?.at ?? (open.columns.length > 0 ? '' : 'all'), of: new Map(),
    column: columnOf(state)};
  const answers = h('div');
  let fields = [];

  /** The field for a value's zone; a proposed zone is marked for checking. */
  function fieldOf({key, text, people: count, zone}) {
    const value = zones.of.get(key) ?? zone;
    const field = zoneField({label: `${text || 'Blank'} (${people(count)})`, value});
    const hint = h('p', {class: 'hint', hidden: !zone || zones.of.has(key)}, 'Proposed. Please check.');
    field.element.append(hint);
    field.control.addEventListener('input', () => {
      hint.hidden = true;
      wrong(field, null);
    });
    return {...field, key};
  }

  function draw() {
    const values = valuesOf(open, zones);
    fields = values ? values.map(fieldOf) : zones.by === 'all'
        ? [{...zoneField({label: `Time zone of all ${people(open.people)}`, value: zones.of.get('') ?? ''}), key: ''}] : [];
    fill(answers, h('div', {class: 'zones-asked'}, fields.map(({element}) => element)),
        fields.length > 0 && button('Use these time zones', answer, 'primary'));
  }

  function answer() {
    const given = fields.map((each) => [each, each.read()]);
    for (const [each, zone] of given) wrong(each, zone ? null : 'Choose a time zone.');
    const missing = given.find(([, zone]) => !zone);
    if (missing) {
      missing[0].control.focus();
      return;
    }
    zones.of = new Map(given.map(([{key}, zone]) => [key, zone]));
    zones.done = true;
    changed();
    say('Time zones set.');
  }

  const by = open.columns && h('select', {id: 'zones-by', onchange() {
    zones.by = by.value === 'all' || by.value === '' ? by.value : Number(by.value);
    zones.of = new Map();
    draw();
  }}, open.columns.length > 0 && !first && h('option', {value: ''}, 'Choose …'),
      open.columns.map((each) => h('option', {value: String(each.at)}, described(each))),
      h('option', {value: 'all'}, 'One time zone for all of them'));
  if (by) by.value = String(zones.by);
  draw();
  return notice('quiet zone-question', question(open), by && h('div', {class: 'field'}, h('label', {for: 'zones-by'}, 'Go by'), by), answers);
}

const question = ({values, header, kept, people: needed}) => (values
    ? h('p', {role: 'alert'}, h('strong', null, `Which time zones are these in ${header}? `), 'We don’t know them as time zones.')
    : h('p', {role: 'alert'}, h('strong', null, `Which time zone ${needed === 1 ? 'is this person' : 'are these people'} in? `),
        `Your file has no time zones, and ${people(needed)} ${needed === 1 ? 'needs' : 'need'} one.`,
        kept > 0 && ` The other ${kept} ${kept === 1 ? 'keeps' : 'keep'} what’s on the list.`));

/** The answers, with a button to change them. */
export function answeredZones(open, state, changed) {
  const {zones} = state;
  const values = valuesOf(open, zones);
  const zonesInWords = values ? values.map(({key, text}) => `${text || 'Blank'} → ${zoneName(zones.of.get(key))}`).join(', ')
      : `${zoneName(zones.of.get(''))} for ${people(open.people)}`;
  return notice('quiet', h('p', null, h('strong', null, 'Time zones: '), zonesInWords, '.'), button('Change the time zones', () => {
    zones.done = false;
    changed();
    say('Choose the time zones again.');
  }, 'small'));
}
