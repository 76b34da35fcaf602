import { z } from 'zod';
import { nameSchema } from '../../core/fleet/statement.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { hostConditions } from '../../evidence/fleet/query-hosts.ts';

const empty = (value: unknown): unknown => (value === '' ? undefined : value);

/** A field of an address that may be empty, as forms send it. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

const word = z.string().max(300);
const instant = z.iso.datetime();

/** All that an address may ask for; what else stands in it is nothing to us. */
export const askSchema = z.object({
  label: optional(z.string().regex(/^[A-Za-z0-9][\w-]{0,62}=[A-Za-z0-9][\w-]{0,62}$/)),
  status: optional(z.string().regex(/^[a-z-]{1,60}$/)),
  condition: optional(z.enum(hostConditions)),
  contains: optional(z.string().max(63)),
  kind: optional(z.enum(['control', 'requirement'])),
  framework: optional(word),
  host: optional(nameSchema),
  item: optional(word),
  control: optional(z.string().regex(/^[a-z][a-z0-9-]{0,100}$/)),
  subject: optional(z.string().max(2_000)),
  target: optional(z.string().max(2_000)),
  at: optional(instant),
  from: optional(instant),
  after: optional(nameSchema),
  /** Where a list of changes goes on. */
  cursor: optional(
    z
      .string()
      .max(8_000)
      .transform((text, context) => {
        const read = cursorSchema.safeParse(parsed(text));
        if (read.success) {
          const [at, host, item, subject] = read.data;
          return { at, host, item, subject };
        }
        context.addIssue('is no place in a list');
        return z.NEVER;
      }),
  ),
  limit: optional(z.coerce.number().int().min(1).max(1_000)),
});

const cursorSchema = z.tuple([instant, nameSchema, word, z.string().max(3_000)]);

/** What an address asks for. */
export type Ask = Readonly<z.output<typeof askSchema>>;

/** A place in a list of changes, as it stands in an address. */
export const cursorOf = (last: {
  readonly at: string;
  readonly host: string;
  readonly item: string;
  readonly subject: string;
}): string =>
  Buffer.from(JSON.stringify([last.at, last.host, last.item, last.subject])).toString('base64url');

function parsed(cursor: string): unknown {
  try {
    return parseJsonText(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
