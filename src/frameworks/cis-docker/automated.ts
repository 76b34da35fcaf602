import type { ItemId } from './requirements.ts';

/** What both editions mark as assessed by a program, by its number in 1.8.0. */
// oxfmt-ignore
const inBoth = [
  '1.1.3', '1.1.6', '1.1.7', '1.1.8', '1.1.9', '1.1.10', '1.1.11', '1.1.12', '1.1.13', '1.1.14',
  '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.15', '3.16', '3.23', '3.24',
] as const satisfies readonly ItemId[];

/** What 1.6.0 marks so; everything else in it is marked as manual. */
export const automated160 = [...inBoth, '1.1.4'] as const satisfies readonly ItemId[];

/** What 1.8.0 marks so. */
export const automated180 = [
  ...inBoth,
  '1.1.15',
  '1.1.17',
  '1.1.18',
] as const satisfies readonly ItemId[];
