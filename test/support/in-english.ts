import { expect } from 'vitest';
import type { Text } from '../../src/core/text.ts';

/** Matches words in both languages of which the English is this. */
export const inEnglish = (en: string): Text =>
  expect.objectContaining({ en, zh: expect.stringMatching(/\p{Script=Han}/u) as string }) as Text;
