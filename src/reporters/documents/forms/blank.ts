import { quiet, type Content, type Inline } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';

/** Who fills in what no scan can know. */
export type Filler =
  | 'assessor'
  | 'auditor'
  | 'entity'
  | 'isms-owner'
  | 'management'
  | 'mlps-body'
  | 'mlps-client'
  | 'payment-client'
  | 'qsa'
  | 'system-owner'
  | 'testing-body';

/** An empty field, which says who fills it in. */
export const blank = (by: Filler, say: Say): Inline =>
  quiet(say('paper.fill', { who: say(`filler.${by}`) }));

/** What the configuration says, or an empty field. */
export const orBlank = (value: string | undefined, by: Filler, say: Say): Content =>
  value ?? blank(by, say);
