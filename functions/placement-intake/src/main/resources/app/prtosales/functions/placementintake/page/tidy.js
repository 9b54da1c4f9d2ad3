// Cleans up pasted text: line breaks in one-line fields, links without https://.

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

/** Adds `https://` to a link typed without it. */
export function completeLink(control) {
  function complete() {
    const typed = control.value.trim();
    if (!BARE.test(typed)) return;
    control.value = `https://${typed}`;
    control.dispatchEvent(new Event('input', {bubbles: true}));
  }
  control.addEventListener('change', complete);
  control.addEventListener('paste', () => setTimeout(complete));
}
