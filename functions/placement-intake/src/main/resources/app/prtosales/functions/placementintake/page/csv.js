// CSV that cannot run formulas when a spreadsheet opens it, even one that splits at semicolons or tabs. Formulas.java
// has the same rule.

const FORMULA = '(?=[ \\u00a0\\u3000\'"]*[=+\\-@\\t\\r＝＋－＠])';
const FIRST = new RegExp(`^${FORMULA}`);
const SPLIT_OFF = new RegExp(`([;\\t\\r\\n])${FORMULA}`, 'g');

const guarded = (cell) => cell.replace(SPLIT_OFF, "$1'").replace(FIRST, "'");

const quoted = (cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const line = (cells) => cells.map((cell) => quoted(guarded(String(cell ?? '')))).join(',');

export const csv = (columns, rows) => [columns, ...rows].map(line).join('\r\n') + '\r\n';
