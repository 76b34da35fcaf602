/** Longest cell that a spreadsheet takes, in UTF-16 units. */
const longestCell = 32_767;

/** The end of what is too long is marked; nothing that has been cut looks whole. */
export const cutCell = (cell: string): string =>
  cell.length <= longestCell ? cell : `${cell.slice(0, longestCell - 2).replace(/\p{Cs}$/u, '')}…`;
