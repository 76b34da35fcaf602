import { z } from 'zod';
import type { inlineWaiver } from '../../core/facts/shared-facts.ts';

/** What a comment of an exception begins with; `-file` makes it hold for the whole file. */
const mark = /^#\s*plimsoll-waive(-file)?\s*:\s*/i;

const fieldsSchema = z
  .strictObject({
    control: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the id of a control'),
    reason: z.string().min(1),
    owner: z.string().min(1),
    approver: z.string().min(1).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date(),
  })
  .refine(({ from, until }) => from === undefined || from <= until, {
    message: 'it ends before it begins',
  });

/** An exception as a comment writes it, before anybody knows which lines it covers. */
export interface WrittenWaiver {
  readonly waiver: z.output<typeof inlineWaiver>;
  /** Whether it is to hold for the whole file. */
  readonly wholeFile: boolean;
}

/** Whether a comment is an exception that is to hold for the whole file. */
export const isOfWholeFile = (comment: string): boolean => mark.exec(comment)?.[1] !== undefined;

/** Whether a text may hold exceptions at all. */
export const mayHoldWaivers = (text: string): boolean => /plimsoll-waive/i.test(text);

/**
 * Reads `# plimsoll-waive: ID reason="…" owner=… until=YYYY-MM-DD`, with `approver=` and `from=` where wanted.
 *
 * @param wrong makes the error for what is not complete
 * @returns nothing for any other comment
 */
export function readWaiver(
  comment: string,
  wrong: (what: string) => Error,
): WrittenWaiver | undefined {
  const [start, ofFile] = mark.exec(comment) ?? [];
  if (start === undefined) return undefined;
  const text = comment.slice(start.length);
  const fail = (what: string): Error => wrong(`The waiver is not complete: ${what}.`);
  const [control = ''] = /^\S*/.exec(text) ?? [];
  const fields: Record<string, string> = { control };
  const left = text
    .slice(control.length)
    .replace(
      /\s([a-z]+)=(?:"([^"]*)"|([^\s"]\S*))/g,
      (_, name: string, quoted: string | undefined, bare: string | undefined) => {
        fields[name] = quoted ?? bare ?? '';
        return '';
      },
    );
  if (left.trim() !== '') throw fail(`${JSON.stringify(left.trim().slice(0, 60))} has no name`);
  const parsed = fieldsSchema.safeParse(fields);
  if (!parsed.success) {
    throw fail(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
    );
  }
  const { approver, from, ...rest } = parsed.data;
  const waiver = { ...rest, approver: approver ?? rest.owner, from: from ?? null };
  return { waiver, wholeFile: ofFile !== undefined };
}
