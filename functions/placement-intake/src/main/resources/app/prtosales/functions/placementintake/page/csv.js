// CSV that cannot run formulas when a spreadsheet opens it, even one that splits at semicolons or tabs. Formulas.java
// has the same rule.

const FORMULA = /(?<=[;\t\r\n]|^)(?=[ \u00a0\u3000'"]*[=+\-@\t\r＝＋－＠])/g;

const guarded = (cell) => cell.replace(FORMULA, "'");

const quoted = (cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const line = (cells) => cells.map((cell) => quoted(guarded(String(cell ?? '')))).join(',');

export const csv = (columns, rows) => [columns, ...rows].map(line).join('\r\n') + '\r\n';
