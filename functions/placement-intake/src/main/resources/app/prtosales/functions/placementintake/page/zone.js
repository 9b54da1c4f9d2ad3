// A field for a time zone: common ones by name, others typed freely. Its value is the IANA id.

import {field, wrong} from './dialog.js';
import {h} from './dom.js';
import {isZone, myZone, namedZones, zoneOf, zones, zoneTitle} from './time.js';

const OTHER = 'other';

/** A field like those of `field`, plus `put` for a zone that may not be among the options, and `read`. */
export function zoneField({label, value}) {
  const option = (zone, title = zoneTitle(zone)) => h('option', {value: zone}, title);
  const offered = namedZones();
  const others = [...new Set([myZone, value])].filter((zone) => isZone(zone) && !offered.some(([named]) => named === zone));
  const control = h('select', null, h('option', {value: ''}, 'Choose …'), others.map((zone) => option(zone)),
      offered.map(([zone, title]) => option(zone, title)), option(OTHER, 'Another time zone …'));
  const list = h('datalist', null);
  const chooser = field({name: 'zone', label, control});
  list.id = `${control.id}-all`;
  const typed = h('input', {type: 'text', autocomplete: 'off', spellcheck: 'false', list: list.id, class: 'other-zone', hidden: true,
    'aria-label': 'Another time zone: a city, or a name', placeholder: 'Toronto, or Europe/Paris', 'aria-describedby': chooser.error.id});
  control.after(typed, list);

  function put(zone) {
    if (zone && ![...control.options].some((each) => each.value === zone)) control.lastElementChild.before(option(zone));
    control.value = zone;
  }

  function showOther() {
    typed.hidden = control.value !== OTHER;
    if (typed.hidden || list.childElementCount) return;
    list.append(...zones().map((zone) => h('option', {value: zone}, zoneTitle(zone))));
  }

  /** Turns typed text into an option once it is a zone. */
  function settle() {
    const zone = zoneOf(typed.value);
    if (!zone) {
      if (typed.value.trim()) wrong(chooser, 'We don’t know that time zone. Type a city, such as Toronto, or a name, such as Eastern.');
      return;
    }
    put(zone);
    typed.value = '';
    wrong(chooser, null);
    showOther();
    control.focus();
    control.dispatchEvent(new Event('input', {bubbles: true}));
  }

  control.addEventListener('input', showOther);
  control.addEventListener('change', () => {
    showOther();
    if (!typed.hidden) typed.focus();
  });
  typed.addEventListener('change', settle);
  typed.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    settle();
  });
  put(isZone(value) ? value : '');
  return {...chooser, put, read: () => (control.value === OTHER ? zoneOf(typed.value) ?? typed.value.trim() : control.value)};
}
