// Cells that show a short text and lead to a story or a mailbox.

import {ADDRESSES} from './values.js';

/** A sheet's targets by cell. */
export const targetsOf = ({links = []}) => new Map(links.map(({row, column, target}) => [`${row}:${column}`, target]));

/** A cell's target if our column holds such; else its text. */
function textOf(name, row, at, column, targets) {
  const target = (row[column] && targets?.get(`${at}:${column}`)) || '';
  if (name === 'url' && /^http/i.test(target)) return target;
  return (ADDRESSES.includes(name) && /^mailto:([^?#]+)/i.exec(target)?.[1]) || row[column] || '';
}

/** The text of one of our columns in the file's row `at`. */
export const joined = (name, row, at, columns, targets) =>
    columns.map((column) => textOf(name, row, at, column, targets)).filter(Boolean).join(' ');

/** The rows for a CSV, which has no links: with those of the stories, unless another of our columns is there too. */
export function withLinks(rows, mapping, targets) {
  const [column] = mapping.url?.columns ?? [];
  const readers = Object.values(mapping).filter(({columns}) => columns?.includes(column));
  return readers.length !== 1 ? rows
      : rows.map((row, at) => row.map((text, each) => (each === column ? textOf('url', row, at, each, targets) : text)));
}
