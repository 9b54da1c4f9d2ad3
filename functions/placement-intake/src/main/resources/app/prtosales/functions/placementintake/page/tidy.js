// Cleans up pasted text: line breaks in one-line fields, links without https:// or with words around them.

const BREAKS = /\s*[\r\n\u2028\u2029]+\s*/g;
const BARE = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** Replaces each line break with a space. */
const onOneLine = (text) => text.replace(BREAKS, ' ');

const isEnterAlone = (event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey;

/** Enter alone in an input, a checkbox included, submits nothing: a placement or its correction emails the whole team. */
export const blockEnter = (form) => form.addEventListener('keydown', (event) => {
  if (isEnterAlone(event) && event.target.matches('input')) event.preventDefault();
});

/** Keeps a control on one line, whatever is typed, pasted or dropped into it. */
export function keepOnOneLine(control) {
  control.addEventListener('keydown', (event) => {
    if (isEnterAlone(event)) event.preventDefault();
  });
  // An input drops line breaks by itself and so joins words without a space.
  control.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\r\n\u2028\u2029]/.test(text)) return;
    event.preventDefault();
    control.setRangeText(onOneLine(text).trim(), control.selectionStart, control.selectionEnd, 'end');
    control.dispatchEvent(new Event('input', {bubbles: true}));
  });
  control.addEventListener('input', () => {
    if (!/[\r\n\u2028\u2029]/.test(control.value)) return;
    const before = onOneLine(control.value.slice(0, control.selectionEnd)).length;
    control.value = onOneLine(control.value);
    control.setSelectionRange(before, before);
  });
}

/** The only link in a text such as `Check this: https://a.example/b`; null if there is none, several, or nothing else. */
function linkIn(text) {
  const found = [...text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)].map(([each]) => each);
  if (found.length !== 1 || found[0] === text) return null;
  const link = found[0].replace(/[.,;:!?'’»]+$/, '');
  return link.includes('(') ? link : link.replace(/[)\]]+$/, '');
}

/** Adds `https://` to a link typed without it, and leaves out the words around one. */
export function completeLink(control) {
  function complete() {
    const typed = control.value.trim();
    const link = BARE.test(typed) ? `https://${typed}` : linkIn(typed);
    if (!link) return;
    control.value = link;
    control.dispatchEvent(new Event('input', {bubbles: true}));
  }
  control.addEventListener('change', complete);
  control.addEventListener('paste', () => setTimeout(complete));
}
