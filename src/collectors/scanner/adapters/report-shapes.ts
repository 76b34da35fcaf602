import { z } from 'zod';
import { toUtc } from './to-utc.ts';

/** A text, or what stands for one that is not there. */
export const optionalText = z
  .string()
  .nullish()
  .transform((written) => written ?? '');

/** A list, or none. */
export const listOf = <Schema extends z.ZodType>(item: Schema) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** An instant in UTC; `null` when it is absent, zero or no instant. */
export const optionalInstant = z
  .string()
  .nullish()
  .transform((written) => (written === null || written === undefined ? null : toUtc(written)));

/** A package URL spells the colon `%3A`, and programs that take it for plain text do so once more: `%253A`. */
const sha256 = /sha256(?::|%(?:25)*3[Aa])([0-9a-f]{64})/;

/** The `sha256:…` in a reference, package URL or digest; `null` when it has none. */
export function digestIn(written: string): string | null {
  const hex = sha256.exec(written)?.[1];
  return hex === undefined ? null : `sha256:${hex}`;
}

/** The digests in some references, each once. */
export const digestsIn = (written: readonly string[]): string[] => [
  ...new Set(written.flatMap((each) => digestIn(each) ?? [])),
];

/** `null` for what is empty. */
export const orNull = (written: string): string | null => (written === '' ? null : written);

/** The word with which a scanner says that it scanned an image; for another, the error names the word found instead. */
export const onlyOfImages = <Word extends string>(word: Word) =>
  z.literal(word, {
    error: ({ input }) =>
      /^[\w.-]{1,40}$/.test(String(input))
        ? `of ${String(input)}, not of an image`
        : 'it is not of an image',
  });
