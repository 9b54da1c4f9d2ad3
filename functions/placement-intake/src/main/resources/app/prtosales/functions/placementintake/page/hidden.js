// The rows that are hidden in Excel, such as by a filter.

import {button, h, notice} from './dom.js';

/** The indexes of those below the column names, without the footer. */
export const hiddenOf = ({hidden = []}, header, footer) => hidden.filter((at) => at > header && !footer.includes(at));

/** @param leave called with whether to leave them out */
export function hiddenNotice(hidden, areLeft, leave) {
  if (hidden.length === 0) return null;
  const numbers = hidden.slice(0, 20).map((at) => at + 1).join(', ') + (hidden.length > 20 ? ' …' : '');
  const [what, they, them] = hidden.length === 1 ? [`Row ${numbers} is hidden in the file.`, 'It’s', 'it']
      : [`${hidden.length} rows are hidden in the file: ${numbers}.`, 'They’re', 'them'];
  return notice('quiet', h('p', null, `${what} ${they} ${areLeft ? 'left out' : 'read like the others'}. `,
      button(areLeft ? `Include ${them}` : `Leave ${them} out`, () => leave(!areLeft), 'small')));
}
