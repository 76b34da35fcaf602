import type { Assessment, Finding, Language } from '../../index.ts';
import type { LocatedConfig } from '../config/located-config.ts';
import type { SharedOptions } from '../options.ts';

interface BaselineOptions extends SharedOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly changedSince?: string;
}

const baselineWords = {
  en: {
    known: (count: number) => `Failures that the baseline accepts: ${count}\n`,
    spare: (count: number) => `Entries of the baseline that fail no longer: ${count}\n`,
    elsewhere:
      'None of them fits what failed. Files are named from the folder that plimsoll runs in: run it where the baseline was made.\n',
    written: (count: number, path: string) => `Failures written to ${path}: ${count}\n`,
  },
  zh: {
    known: (count: number) => `基线已接受的失败项：${count}\n`,
    spare: (count: number) => `基线中不再失败的条目：${count}\n`,
    elsewhere:
      '没有任何条目与本次失败项相符。文件名以运行 plimsoll 时所在的目录为准：请在生成基线的目录中运行。\n',
    written: (count: number, path: string) => `已写入 ${path} 的失败项：${count}\n`,
  },
} as const satisfies Record<Language, object>;

/** Reads and writes the baselines that are named; answers which failures do not count. */
export async function holdToBaseline(
  assessment: Assessment,
  { baseline, writeBaseline, changedSince, quiet, lang }: BaselineOptions,
  { language = 'en' }: LocatedConfig,
): Promise<(finding: Finding) => boolean> {
  if (baseline === undefined && writeBaseline === undefined) return () => false;
  const baselines = await import('./baseline.ts');
  const words = baselineWords[lang ?? language];
  const tell = (sentence: string): void => {
    if (quiet !== true) process.stderr.write(sentence);
  };
  let isKnown = (_: Finding): boolean => false;
  if (baseline !== undefined) {
    const against = await baselines.readBaseline(baseline, assessment);
    isKnown = against.isKnown;
    tell(words.known(against.known));
    // What was not looked at cannot be told to be mended.
    if (against.spare > 0 && changedSince === undefined) {
      tell(words.spare(against.spare));
      if (against.known === 0 && against.fresh > 0) tell(words.elsewhere);
    }
  }
  if (writeBaseline === undefined) return isKnown;
  tell(words.written(await baselines.writeBaseline(writeBaseline, assessment), writeBaseline));
  return () => true;
}
