import { text, type Text } from '../../core/text.ts';
import { liesAhead } from '../days.ts';
import type { Said } from './set-aside.ts';

/** A statement that would set something aside, and is not applied. */
export interface Unfit {
  readonly why: 'ahead';
  readonly author: string;
  /** When it was said; `''` when the document does not tell. */
  readonly saidAt: string;
}

/** Why a statement must not set anything aside; `null` when it may. */
export function unfitness({ author, statement }: Said, collectedAt: string): Unfit | null {
  const saidAt = statement.saidAt ?? '';
  if (saidAt !== '' && liesAhead(saidAt, collectedAt)) return { why: 'ahead', author, saidAt };
  return null;
}

/** Says that a statement was not applied to so many vulnerabilities, and why. */
export const tellUnfit = ({ author, saidAt }: Unfit, count: number): Text =>
  text(
    `${count} not set aside: VEX of ${author} is dated ${saidAt.slice(0, 10)}, which lies in the future`,
    `${count} 项未排除：${author} 的 VEX 声明日期 ${saidAt.slice(0, 10)} 晚于采集时间`,
  );
