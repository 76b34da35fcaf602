import { z } from 'zod';
import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { invalid, type Comment } from './split-instructions.ts';

const mark = /^#\s*plimsoll-waive\s*:\s*/i;

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

/** An exception with the comment that it stands in. */
export interface InlineWaiver {
  readonly waiver: Dockerfile['waivers'][number];
  readonly comment: Comment;
}

/**
 * Reads `# plimsoll-waive: ID reason="…" owner=… until=YYYY-MM-DD`, with `approver=` and `from=` where wanted.
 * Each holds for the whole file.
 *
 * @throws PlimsollError `dockerfile-invalid` with file, line and column
 */
export function readInlineWaivers(
  comments: readonly Comment[],
  path: string,
): readonly InlineWaiver[] {
  return comments.flatMap((comment) => {
    const [start] = mark.exec(comment.text) ?? [];
    if (start === undefined) return [];
    const text = comment.text.slice(start.length);
    const wrong = (what: string) =>
      invalid(path, comment.line, comment.column, `The waiver is not complete: ${what}.`);
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
    if (left.trim() !== '') throw wrong(`${JSON.stringify(left.trim().slice(0, 60))} has no name`);
    const parsed = fieldsSchema.safeParse(fields);
    if (!parsed.success) {
      throw wrong(
        parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
      );
    }
    const { approver, from, ...rest } = parsed.data;
    return [{ waiver: { ...rest, approver: approver ?? rest.owner, from: from ?? null }, comment }];
  });
}
