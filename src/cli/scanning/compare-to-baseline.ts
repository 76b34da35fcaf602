import type { BaselineOptions as Compared } from '../../report.ts';
import type { LoadedConfig } from '../../config.ts';
import type { Assessment, Finding, Language } from '../../index.ts';
import { show } from '../terminal/print-text.ts';
import type { SharedOptions } from '../options/options.ts';

interface BaselineOptions extends SharedOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly changedSince?: string;
}

const baselineWords = {
  en: {
    known: (count: number) => `Failures that the baseline accepts: ${count}\n`,
    spare: (count: number) => `Entries of the baseline that no longer fail: ${count}\n`,
    worse: (count: number) => `Failures that are worse than the baseline holds: ${count}\n`,
    uncompared: (count: number, release: string) =>
      `Accepted without a comparison of what they say, since release ${release} wrote the baseline: ${count}. Write it again to find a second fault in their files.\n`,
    elsewhere:
      'None of them matches a failure. File names are relative to the folder that plimsoll runs in: run it where the baseline was made.\n',
    written: (count: number, path: string) => `Failures written to ${path}: ${count}\n`,
  },
  zh: {
    known: (count: number) => `基线已接受的失败项：${count}\n`,
    spare: (count: number) => `基线中不再失败的条目：${count}\n`,
    worse: (count: number) => `比基线所记更严重的失败项：${count}\n`,
    uncompared: (count: number, release: string) =>
      `基线由版本 ${release} 写成，以下失败项未比较具体内容即被接受：${count}。请重新生成基线，否则同一文件中的第二处问题不会被发现。\n`,
    elsewhere:
      '没有任何条目与本次失败项相符。文件名以运行 plimsoll 时所在的目录为准：请在生成基线的目录中运行。\n',
    written: (count: number, path: string) => `已写入 ${path} 的失败项：${count}\n`,
  },
} as const satisfies Record<Language, object>;

/** What was accepted before. */
export interface Held {
  /** Whether a failure does not count. */
  readonly isKnown: (finding: Finding) => boolean;
  /** What a baseline says of the failures, for reports; absent without one. */
  readonly baseline?: Compared;
}

/**
 * Holds an assessment to what was accepted.
 *
 * @param whole whether all was read that was to be read: else nothing is known to be repaired
 */
export type Hold = (assessment: Assessment, whole: boolean) => Promise<Held>;

/**
 * Reads the baseline that is named, to hold an assessment to it, and then to write one where that was asked for.
 *
 * @throws PlimsollError what reading a baseline throws
 */
export async function prepareBaseline(
  { baseline, writeBaseline, changedSince, quiet, lang }: BaselineOptions,
  { language = 'en' }: LoadedConfig,
): Promise<Hold> {
  if (baseline === undefined && writeBaseline === undefined) {
    return async () => ({ isKnown: () => false });
  }
  const baselines = await import('./baseline.ts');
  const accepted = baseline === undefined ? undefined : await baselines.readBaseline(baseline);
  const words = baselineWords[lang ?? language];
  const print = (sentence: string): void => {
    if (quiet !== true) process.stderr.write(sentence);
  };
  return async (assessment, whole) => {
    let held: Held = { isKnown: () => false };
    if (accepted) {
      const against = baselines.holdAgainst(accepted, assessment);
      print(words.known(against.known));
      if (against.worse > 0) print(words.worse(against.worse));
      const { uncompared } = against;
      if (uncompared) print(words.uncompared(uncompared.count, show(uncompared.release)));
      // A target that was not read, or a control outside the scope, may still have its faults.
      const isWhole = changedSince === undefined && assessment.scope === undefined;
      const isListed = whole && isWhole && process.env['GITHUB_ACTIONS'] !== 'true';
      held = {
        isKnown: against.isKnown,
        // Code scanning knows of no repaired result: to it each is an alert.
        baseline: {
          states: against.states,
          added: against.added,
          absent: isListed ? against.absent : [],
        },
      };
      if (against.absent.length > 0 && isWhole) {
        print(words.spare(against.absent.length));
        if (against.known === 0 && against.fresh > 0) print(words.elsewhere);
      }
    }
    if (writeBaseline === undefined) return held;
    print(words.written(await baselines.writeBaseline(writeBaseline, assessment), writeBaseline));
    return { ...held, isKnown: () => true };
  };
}
