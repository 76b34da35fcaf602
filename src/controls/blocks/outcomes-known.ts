import type { KnownSums } from '../../build-analysis/verifying/known-sums.ts';
import { verifiedBy } from '../../build-analysis/verifying/verified-by.ts';
import { settledBy } from '../../build-analysis/fetching/pinned-folders.ts';
import { type Script, commandsIn } from '../../build-analysis/scripts/script.ts';
import { type Verdict, unknown } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { unknownOutcome } from '../../syntax/shell/command-list.ts';

const nothingKnown: KnownSums = {
  sumsOf: () => undefined,
  readsSum: false,
  isOwn: () => false,
  isOwnValue: () => false,
  mayBeOwn: () => false,
};

/** Handles checks for which a script does not show what their failure keeps from running. */
export const outcomesKnown = (scripts: readonly Script[]): Verdict | true =>
  scripts.some((script) =>
    commandsIn(script).some(
      (command) =>
        command.ifFails === unknownOutcome &&
        (verifiedBy(command, nothingKnown) !== undefined || settledBy(command) !== undefined),
    ),
  )
    ? unknown(
        text(
          'The snapshot does not say what runs where a check of a download fails; collect it again',
          '快照未记录下载校验失败后会继续执行哪些命令；请重新采集',
        ),
      )
    : true;
