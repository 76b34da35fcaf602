import {
  builtinFrameworks,
  coverageOf,
  editionToUse,
  retirementOf,
  type Coverage,
  type FrameworkEntry,
  type FrameworkHead,
} from '../../frameworks.ts';
import type { Catalog, Language } from '../../index.ts';
import { countsIn } from './live-links.ts';

/** A framework with what a listing says of it. */
interface ListedFramework {
  readonly head: FrameworkHead;
  readonly coverage: Coverage;
  /** How many of its ids can be trusted how far; ways that none has are left out. */
  readonly confidence: Readonly<Record<string, number>>;
}

/** Every built-in framework, loaded and counted at its default level. */
export async function listFrameworks(catalog: Catalog): Promise<readonly ListedFramework[]> {
  return Promise.all(
    Object.values<FrameworkEntry>(builtinFrameworks).map(async ({ head, load }) => {
      const mapped = await load();
      const { defaultLevel, requirements } = mapped.framework;
      const confidence: Record<string, number> = {};
      for (const each of requirements) {
        confidence[each.confidence] = (confidence[each.confidence] ?? 0) + 1;
      }
      return {
        head,
        coverage: coverageOf(mapped, defaultLevel, countsIn(catalog)),
        confidence,
      };
    }),
  );
}

/** Frameworks as a program gets them: of a retired one also which to use instead, as an id and in words. */
export const frameworkItems = (listed: readonly ListedFramework[]): readonly object[] =>
  listed.map(({ head, coverage, confidence }) => {
    const useInstead = editionToUse(head);
    const retirement = retirementOf(head);
    return {
      ...head,
      ...(useInstead === undefined ? {} : { useInstead }),
      ...(retirement === undefined ? {} : { retirement }),
      confidence,
      coverage,
    };
  });

/** Frameworks as a person sees them, a line each. */
export const frameworkRows = (
  listed: readonly ListedFramework[],
  language: Language,
): readonly (readonly string[])[] =>
  listed.map(({ head, coverage, confidence }) => [
    head.id,
    sayStatus(head, language),
    head.levels.map((level) => `@${level.id}`).join(' '),
    sayCoverage(coverage, language),
    sayConfidence(confidence, language),
    head.title[language],
  ]);

function sayStatus(head: FrameworkHead, language: Language): string {
  const useInstead = editionToUse(head);
  if (head.edition.status === 'in-force') return { en: 'in force', zh: '现行' }[language];
  const retired = { en: 'retired', zh: '已废止' }[language];
  if (useInstead === undefined) return retired;
  return retired + { en: `: use ${useInstead}`, zh: `，请改用 ${useInstead}` }[language];
}

/** A coverage on one line: of how many requirements controls say something, and how much a pass shows. */
const sayCoverage = ({ requirements, technical, ...rest }: Coverage, language: Language): string =>
  ({
    en: `${requirements}: all ${technical.all}, part ${technical.part}, context ${technical.context}, unchecked ${technical.nothing}, organisational ${rest.organisational}, outside ${rest.outside}`,
    zh: `${requirements} 条：全部 ${technical.all}，部分 ${technical.part}，参考 ${technical.context}，未检查 ${technical.nothing}，管理类 ${rest.organisational}，范围外 ${rest.outside}`,
  })[language];

/** How many of all ids, headings among them, were not seen at their source. */
function sayConfidence(confidence: Readonly<Record<string, number>>, language: Language): string {
  const all = Object.values(confidence).reduce((sum, count) => sum + count, 0);
  const open = all - (confidence['verified'] ?? 0);
  return open === 0
    ? { en: 'ids verified', zh: '编号已核实' }[language]
    : {
        en: `${open} of ${all} ids to verify`,
        zh: `${all} 个编号中 ${open} 个待核实`,
      }[language];
}
