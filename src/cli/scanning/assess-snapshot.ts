import { prepareAssessment } from '../../scanning/prepare-assessment.ts';
import type { LoadedConfig } from '../../config.ts';
import { type Assessment, type Language, type Snapshot, text } from '../../index.ts';
import type { PlimsollError } from '../../core/errors.ts';
import { byNameOnly } from '../../statements.ts';
import { asFramework } from '../input/choose-frameworks.ts';
import { languageOf } from '../options/languages.ts';
import { scopeIn, type SharedOptions } from '../options/options.ts';
import { progressLine } from '../terminal/progress-line.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

const draftsLeftOut = {
  en: (count: number) => `Attestations that are still drafts and do not count: ${count}`,
  zh: (count: number) => `仍为草稿、未计入的人工声明：${count} 份`,
} as const satisfies Record<Language, (count: number) => string>;

const nameOnly = {
  en: (count: number, controls: string) =>
    `Waivers by a name only, which also cover the next subject of that name: ${count} (${controls})`,
  zh: (count: number, controls: string) =>
    `仅按名称限定范围的风险接受（后续同名对象也会被涵盖）：${count} 条（${controls}）`,
} as const satisfies Record<Language, (count: number, controls: string) => string>;

/**
 * Judges a snapshot; what the person should know is said on stderr.
 *
 * @param isOver whether time is over; what is not judged by then is unknown
 */
export type Judge = (snapshot: Snapshot, isOver?: () => boolean) => Judged;

/** What judging came to. */
export interface Judged {
  /** Everything that was judged. */
  readonly whole: Assessment;
  /** What is printed, reported and counted of it. */
  readonly assessment: Assessment;
  /** That a subject which was asked for is not there; absent where it is. */
  readonly missing?: PlimsollError | undefined;
}

/** Judges a snapshot by the configuration and the options, until time is over. */
export const assessSnapshot = async (
  snapshot: Snapshot,
  config: LoadedConfig,
  options: SharedOptions,
  isOver?: () => boolean,
): Promise<Judged> => (await prepareJudge(config, options))(snapshot, isOver);

/**
 * Reads and checks everything that snapshots are judged by, so that a mistake in it is reported before anything is
 * collected.
 */
export async function prepareJudge(config: LoadedConfig, options: SharedOptions): Promise<Judge> {
  const language = languageOf(options, config);
  const { selected, drafts, waiversFor, limit, judge } = await prepareAssessment(config, {
    frameworks: options.framework,
    scope: scopeIn(options),
    at: options.at,
    around: asFramework,
  });
  const notices = selected.flatMap(({ notice }) => (notice ? [notice[language]] : []));
  if (drafts.length > 0) notices.push(draftsLeftOut[language](drafts.length));
  return (snapshot, isOver) => {
    const byName = waiversFor(snapshot)
      .filter(byNameOnly)
      .map(({ control }) => control);
    const said =
      byName.length === 0
        ? notices
        : [...notices, nameOnly[language](byName.length, [...new Set(byName)].join(', '))];
    if (options.quiet !== true) process.stderr.write(said.map((each) => `${each}\n`).join(''));
    const progress = progressLine(options.quiet === true);
    progress.say(
      inSpoken(
        text(
          `Judging ${snapshot.subjects.length} subjects`,
          `正在评判 ${snapshot.subjects.length} 个对象`,
        ),
      ),
    );
    const whole = judge(snapshot, isOver);
    progress.wipe();
    return { whole, ...limit(whole) };
  };
}
