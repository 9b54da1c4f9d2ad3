// CSV that a spreadsheet opens without running anything.

const guarded = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const line = (cells) => cells.map((cell) => quoted(guarded(String(cell ?? '')))).join(',');

export const csv = (columns, rows) => [columns, ...rows].map(line).join('\r\n') + '\r\n';
