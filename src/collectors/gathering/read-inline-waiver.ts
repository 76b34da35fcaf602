import { z } from 'zod';
import type { inlineWaiver } from '../../core/facts/shared-facts.ts';
import { text, type Text } from '../../core/text.ts';
import { readWith } from '../../core/read-with.ts';
import { own, sayProblems } from '../../core/say-issues.ts';

/** What a comment of an exception begins with; `-file` makes it hold for the whole file. */
const mark = /^#\s*plimsoll-waive(-file)?\s*:\s*/i;

const fieldsSchema = z
  .strictObject({
    control: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, own('must be the id of a control', '应为控制项 id')),
    reason: z.string().min(1),
    owner: z.string().min(1),
    approver: z.string().min(1).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date(),
  })
  .refine(({ from, until }) => from === undefined || from <= until, {
    message: own('it ends before it begins', '结束早于开始'),
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
export const mayHoldWaivers = (file: string): boolean => /plimsoll-waive/i.test(file);

/**
 * Reads `# plimsoll-waive: ID reason="…" owner=… until=YYYY-MM-DD`, with `approver=` and `from=` where wanted.
 *
 * @param wrong makes the error for what is not complete
 * @returns nothing for any other comment
 */
export function readWaiver(
  comment: string,
  wrong: (what: Text) => Error,
): WrittenWaiver | undefined {
  const [start, ofFile] = mark.exec(comment) ?? [];
  if (start === undefined) return undefined;
  const written = comment.slice(start.length);
  const fail = ({ en, zh }: Text): Error =>
    wrong(text(`The waiver is not complete: ${en}.`, `豁免不完整：${zh}。`));
  const [control = ''] = /^\S*/.exec(written) ?? [];
  const fields: Record<string, string> = { control };
  const left = written
    .slice(control.length)
    .replace(
      /\s([a-z]+)=(?:"([^"]*)"|([^\s"]\S*))/g,
      (_, name: string, quoted: string | undefined, bare: string | undefined) => {
        fields[name] = quoted ?? bare ?? '';
        return '';
      },
    );
  if (left.trim() !== '') {
    const shown = JSON.stringify(left.trim().slice(0, 60));
    throw fail(text(`${shown} has no name`, `${shown} 没有名称`));
  }
  const parsed = readWith(fieldsSchema, fields);
  if (!parsed.success) throw fail(sayProblems(parsed.problems));
  const { approver, from, ...rest } = parsed.data;
  const waiver = { ...rest, approver: approver ?? rest.owner, from: from ?? null };
  return { waiver, wholeFile: ofFile !== undefined };
}
