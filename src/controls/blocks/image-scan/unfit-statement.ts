import type { VexFacts } from '../../../core/subjects/vex.ts';
import { text, type Text } from '../../../core/text.ts';
import { liesAhead } from '../days.ts';

/** One statement, and who made it. */
export interface Said {
  readonly format: VexFacts['format'];
  readonly author: string;
  readonly statement: VexFacts['statements'][number];
}

/** A statement that would set something aside, and is not applied. */
export interface Unfit {
  readonly why: 'anonymous' | 'unreasoned' | 'ahead';
  readonly author: string;
  /** When it was said; `''` when the document does not tell. */
  readonly saidAt: string;
}

/**
 * Why a statement must not set anything aside; `null` when it may.
 *
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 */
export function unfitness({ format, author, statement }: Said, collectedAt: string): Unfit | null {
  const saidAt = statement.saidAt ?? '';
  const unfit = (why: Unfit['why']): Unfit => ({ why, author, saidAt });
  if (author.trim() === '') return unfit('anonymous');
  // CycloneDX asks for a justification, and does not require one.
  const mustReason = format === 'openvex' && statement.status === 'not-affected';
  if (mustReason && statement.justification.trim() === '') return unfit('unreasoned');
  return saidAt !== '' && liesAhead(saidAt, collectedAt) ? unfit('ahead') : null;
}

/** Says that a statement was not applied to so many vulnerabilities, and why. */
export function tellUnfit({ why, author, saidAt }: Unfit, count: number): Text {
  const explained = tellers[why](author, saidAt.slice(0, 10));
  return text(`${count} not set aside: ${explained.en}`, `${count} 项未排除：${explained.zh}`);
}

const tellers: Readonly<Record<Unfit['why'], (author: string, day: string) => Text>> = {
  anonymous: () => text('the VEX document names no author', 'VEX 文档未注明作者'),
  unreasoned: (author) =>
    text(
      `VEX of ${author} gives neither a justification nor an impact statement`,
      `${author} 的 VEX 声明既无 justification 也无 impact_statement`,
    ),
  ahead: (author, day) =>
    text(
      `VEX of ${author} is dated ${day}, which is in the future`,
      `${author} 的 VEX 声明日期 ${day} 晚于采集时间`,
    ),
};
