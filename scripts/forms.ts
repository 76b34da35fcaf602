import { createHash } from 'node:crypto';
import { z } from 'zod';
import { baselineSchema, baselineVersion } from '../src/cli/scanning/baseline.ts';
import { fixtureSchema, fixtureVersion } from '../src/testing/fixture/fixture.ts';
import { contracts } from './json-schemas.ts';

/** What programs of this package write and read again. What people write has no version. */
const written = ['snapshot', 'assessment', 'bundle', 'checks', 'answers'] as const;

/** A form of what is written, at its version. */
export interface Form {
  /** Name and version: `snapshot 1.0`. */
  readonly id: string;
  /** Of its schema without the words in it: another one is another form. */
  readonly print: string;
}

/** What of a schema is for people alone. */
const words: ReadonlySet<string> = new Set(['title', 'description', 'examples']);

/** The forms in which this version writes. */
export const forms: readonly Form[] = [
  ...contracts.filter(({ name }) => written.some((each) => each === name)),
  { name: 'baseline', version: baselineVersion, schema: baselineSchema },
  { name: 'fixture', version: fixtureVersion, schema: fixtureSchema },
].map(({ name, version, schema }) => ({ id: `${name} ${version}`, print: printOf(schema) }));

/** A field that is called as words are holds a schema, and no text. */
function printOf(schema: z.ZodType): string {
  const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), (key, value: unknown) =>
    words.has(key) && typeof value !== 'object' ? undefined : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
