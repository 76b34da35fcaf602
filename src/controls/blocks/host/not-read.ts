import { unknown } from '../../../core/controls/verdict.ts';
import { text } from '../../../core/text.ts';

/** Said of a fact that snapshots of older releases do not have. */
export const notRead = unknown(
  text(
    'The release that made the snapshot did not read it: collect again',
    '采集快照的版本未读取此项，请重新采集',
  ),
);
