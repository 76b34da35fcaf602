import type { Papers } from '../../core/snapshot/papers.ts';
import type { Voice } from './voice.ts';

/** What working papers say of the system: every text harmless, every day as people write it. */
export const describePapers = (papers: Papers | undefined, voice: Voice): Papers =>
  // The same shape, text for text.
  harmless(papers ?? {}, voice) as Papers;

const isDay = /^\d{4}-\d{2}-\d{2}$/;

function harmless(value: unknown, voice: Voice): unknown {
  if (typeof value === 'string') return isDay.test(value) ? voice.date(value) : voice.prose(value);
  if (Array.isArray(value)) return value.map((each: unknown) => harmless(each, voice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, harmless(each, voice)]),
  );
}
