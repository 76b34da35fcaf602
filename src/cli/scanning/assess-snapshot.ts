import {
  assess,
  builtin,
  byNameOnly,
  inlineWaivers,
  tool,
  type Assessment,
  type Language,
  type Snapshot,
} from '../../index.ts';
import type { LocatedConfig } from '../config/located-config.ts';
import type { Chosen } from './frameworks.ts';
import { languageOf } from '../options/languages.ts';
import type { SharedOptions } from '../options/options.ts';
import { progressLine } from '../terminal/progress-line.ts';
import { holdToFrameworks, loadAttestations, loadWaivers } from './statements.ts';

const draftsLeftOut = {
  en: (count: number) => `Attestations that are still drafts and do not count: ${count}`,
  zh: (count: number) => `仍为草稿、未计入的人工声明：${count} 份`,
} as const satisfies Record<Language, (count: number) => string>;

const nameOnly = {
  en: (count: number, controls: string) =>
    `Waivers by a name alone, which cover whatever bears it next: ${count} (${controls})`,
  zh: (count: number, controls: string) =>
    `仅按名称限定范围的豁免（后续同名对象也会被豁免）：${count} 条（${controls}）`,
} as const satisfies Record<Language, (count: number, controls: string) => string>;

/** Where no framework plays a part, nothing that belongs to one is loaded. */
const noFrameworks: Chosen = { selected: [], available: {} };

/**
 * Judges a snapshot; what the person should know is said on stderr.
 *
 * @param isOver whether time is over; what is not judged by then is unknown
 */
export type Judge = (snapshot: Snapshot, isOver?: () => boolean) => Assessment;

/** Judges a snapshot by the configuration and the options, until time is over. */
export const assessSnapshot = async (
  snapshot: Snapshot,
  config: LocatedConfig,
  options: SharedOptions,
  isOver?: () => boolean,
): Promise<Assessment> => (await prepareJudge(config, options))(snapshot, isOver);

/** Reads and checks all that snapshots are judged by, so that a mistake in it is told before anything is collected. */
export async function prepareJudge(config: LocatedConfig, options: SharedOptions): Promise<Judge> {
  const language = languageOf(options, config);
  const catalog = config.catalog ?? builtin;
  const { attestations, drafts } = await loadAttestations(config);
  const { notApplicable = [], system } = config;
  const stated = [...attestations, ...drafts, ...notApplicable];
  const isAsked = (options.framework ?? config.frameworks) !== undefined;
  const { selected, available } =
    isAsked || stated.length > 0
      ? await (await import('./frameworks.ts')).chooseFrameworks(options.framework, config)
      : noFrameworks;
  await holdToFrameworks(stated, Object.keys(available), config);
  const notices = selected.flatMap(({ notice }) => (notice ? [notice[language]] : []));
  if (drafts.length > 0) notices.push(draftsLeftOut[language](drafts.length));
  const stood = await loadWaivers(config, catalog);
  return (snapshot, isOver) => {
    const isControl = (id: string): boolean => catalog.controls.some((each) => each.id === id);
    const waivers = [...stood, ...inlineWaivers(snapshot, isControl)];
    const byName = waivers.filter(byNameOnly).map(({ control }) => control);
    const said =
      byName.length === 0
        ? notices
        : [...notices, nameOnly[language](byName.length, [...new Set(byName)].join(', '))];
    if (options.quiet !== true) process.stderr.write(said.map((each) => `${each}\n`).join(''));
    const progress = progressLine(options.quiet === true);
    progress.say(`Judging ${snapshot.subjects.length} subjects`);
    const assessment = assess(snapshot, {
      catalog,
      frameworks: selected,
      waivers,
      waiverLimits: config.waiverLimits,
      attestations,
      notApplicable,
      system,
      at: options.at,
      tool,
      isOver,
      configuration: config.files,
    });
    progress.wipe();
    return assessment;
  };
}
