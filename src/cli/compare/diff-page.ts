import {
  changeCauses,
  type AssessmentDifference,
  type ChangeCause,
  type FindingChange,
  type ScopeChange,
} from '../../evidence.ts';
import { generalWords, wordsOf } from '../../frameworks.ts';
import type { Language } from '../../index.ts';
import {
  groupHead,
  sayCatalog,
  sayFinding,
  sayGroup,
  sayParameters,
  sayRecreation,
  sayWaiver,
} from './diff-lines.ts';
import { causeWords, diffWords } from './diff-words.ts';
import { saysSomething, type Page, type Section } from '../terminal/page.ts';
import { show } from '../terminal/print-text.ts';

/** A difference for a terminal and for a program: a section for each cause, and the requirements last. */
export function diffPage(
  difference: AssessmentDifference,
  [before, after]: readonly [string, string],
  language: Language,
): Page {
  const causes = changeCauses.map((cause) => ({
    heading: causeWords[cause][language],
    lines: [
      ...ownLines(difference, cause, language),
      ...findingLines(difference, cause, language),
    ].map(show),
  }));
  const all: readonly Section[] = [
    scopeSection(difference, language),
    ...causes,
    requirementSection(difference, language),
  ];
  const sections = all.filter(saysSomething);
  const { collectedAt } = difference;
  return {
    data: difference,
    title: show(`${before} → ${after}`),
    subtitle: `${collectedAt.before} → ${collectedAt.after}`,
    sections:
      sections.length > 0 ? sections : [{ heading: diffWords.nothing[language], lines: [''] }],
  };
}

/** What changed by itself under a cause, whether or not a finding follows from it. */
function ownLines(
  difference: AssessmentDifference,
  cause: ChangeCause,
  language: Language,
): readonly string[] {
  if (cause === 'recreated') {
    return difference.subjects.recreated.flatMap((each) => sayRecreation(each, language));
  }
  if (cause === 'parameters') return sayParameters(difference, language);
  if (cause === 'catalog') return sayCatalog(difference, language);
  if (cause === 'waiver') return difference.waivers.flatMap((each) => sayWaiver(each, language));
  return [];
}

/** The findings whose first cause this is. Items that appeared or disappeared as a whole are shown as a whole. */
function findingLines(
  { findings }: AssessmentDifference,
  cause: ChangeCause,
  language: Language,
): readonly string[] {
  const groups = new Map<string, FindingChange[]>();
  const lines: string[] = [];
  for (const finding of findings) {
    if (finding.causes[0] !== cause) continue;
    if (finding.before !== null && finding.after !== null) {
      lines.push(...sayFinding(finding, language));
      continue;
    }
    const head = groupHead(finding, cause, language);
    const group = groups.get(head) ?? [];
    groups.set(head, group);
    group.push(finding);
  }
  return [
    ...[...groups].flatMap(([head, group]) => sayGroup(head, group, cause, language)),
    ...lines,
  ];
}

/** What the two are limited to, where that is not the same. */
function scopeSection({ scope }: AssessmentDifference, language: Language): Section {
  const say = (of: ScopeChange['before']): string =>
    of === undefined
      ? diffWords.everything[language]
      : Object.values(of)
          .map((part) => part?.join(', ') ?? '')
          .join('; ');
  return {
    heading: diffWords.scope[language],
    lines: scope ? [show(`${say(scope.before)} → ${say(scope.after)}`)] : [],
  };
}

function requirementSection({ frameworks }: AssessmentDifference, language: Language): Section {
  const { added, removed, requirements } = frameworks;
  const changes = requirements.map(
    ({ framework, requirement, before, after, controls, causes }) => {
      const words = wordsOf(framework.replace(/@[^@]*$/, ''));
      const state = (status: typeof before): string =>
        status === null
          ? diffWords.none[language]
          : (words[status] ?? generalWords[status])[language];
      const why = causes.map((cause) => causeWords[cause][language]).join(', ');
      const by = controls.length === 0 ? why : `${why}: ${controls.join(', ')}`;
      return `${framework} ${requirement}: ${state(before)} → ${state(after)} (${by})`;
    },
  );
  return {
    heading: diffWords.requirements[language],
    lines: [
      ...added.map((id) => `${diffWords.frameworkAdded[language]} ${id}`),
      ...removed.map((id) => `${diffWords.frameworkRemoved[language]} ${id}`),
      ...changes,
    ].map(show),
  };
}
