import type {
  Assessment,
  FrameworkResult,
  RequirementResult,
} from '../../core/assessment/assessment.ts';
import { failingTitleOf } from '../../core/assessment/views/findings-by-control.ts';
import { groupBy } from '../../syntax/group-by.ts';
import {
  decides,
  requirementStatuses,
  type RequirementStatus,
} from '../../core/frameworks/rollup.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { describeAttestation } from './accepted.ts';
import { anchorOf } from './anchor.ts';
import type { Count } from './entries/count.ts';
import type { ControlEntry } from './entries/finding.ts';
import type { RequirementEntry } from './entries/requirement.ts';
import type { ReportResult } from './report.ts';
import { isDecided, requirementTones, shortTally } from './standing.ts';
import type { Voice } from './voice.ts';

/** The standard's word for a status, empty where it has none for it; ours where no standard brings words. */
type WordOf = (status: RequirementStatus) => string;

/** Chooses the words of the framework or our own. */
export function wordsOf(words: ReportOptions['words'], voice: Voice): WordOf {
  return (status) => {
    if (!words) return voice.say(`requirement.${status}`);
    const word = words[status];
    return word ? voice.text(word) : '';
  };
}

/** Every requirement of the framework in its order, headings among them. */
export function describeRequirements(
  framework: FrameworkResult,
  assessment: Assessment,
  controls: readonly ControlEntry[],
  wordOf: WordOf,
  voice: Voice,
): readonly RequirementEntry[] {
  const byId = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  const byAnchor = new Map(controls.map((control) => [control.anchor, control]));
  const lapsed = groupBy(
    assessment.attestations.filter(
      ({ attestation, state }) => attestation.framework === framework.id && state !== 'current',
    ),
    ({ attestation }) => attestation.requirement,
  );
  const outside = new Map(assessment.scope?.outside.controls.map((each) => [each.id, each]));
  const { name, say, text } = voice;
  return framework.requirements.map((requirement) => ({
    id: name(requirement.id),
    anchor: anchorOf('requirement', requirement.id),
    title: text(requirement.title),
    depth: depthOf(requirement, byId),
    group: requirement.group,
    nature: say(`nature.${requirement.nature}`),
    levels: requirement.levels.map(name),
    ...(requirement.assessed === undefined ? {} : { assessed: requirement.assessed }),
    verified: requirement.confidence === 'verified',
    status: requirement.status,
    reasons: (requirement.reasons ?? []).map(text),
    word: wordOf(requirement.status),
    rule: say(`requirement.${requirement.status}`),
    tone: requirementTones[requirement.status],
    controls: requirement.controls.map(({ id, shows, breaks, reason, live }) => {
      const anchor = anchorOf('control', id);
      const control = byAnchor.get(anchor);
      const other = outside.get(id);
      const removed = say('control.removed');
      return {
        id: name(id),
        anchor: control ? anchor : '',
        title: control?.title ?? (other ? text(other.title) : removed),
        failingTitle: control?.failingTitle ?? (other ? text(failingTitleOf(other)) : removed),
        severity: (control ?? other)?.severity,
        shows,
        breaks,
        bearing: say('bearing.both', {
          shows: say(`shows.${shows}`),
          breaks: say(`breaks.${breaks}`),
        }),
        decides: decides({ shows, breaks }),
        reason: text(reason),
        live,
        tally: control?.tally ?? (other ? shortTally(other.tally, voice) : []),
      };
    }),
    ...(requirement.attestation
      ? { attestation: describeAttestation(requirement.attestation, 'current', voice) }
      : {}),
    lapsed: (lapsed.get(requirement.id) ?? []).map(({ attestation, state }) =>
      describeAttestation(attestation, state, voice),
    ),
    ...(requirement.statement
      ? { statement: describeStatement(requirement.statement, voice) }
      : {}),
  }));
}

function describeStatement(
  { reason, owner, until, conflict }: NonNullable<RequirementResult['statement']>,
  { date, name, prose, say }: Voice,
): NonNullable<RequirementEntry['statement']> {
  const words = { owner: name(owner), reason: prose(reason) };
  return {
    ...words,
    said: say('stated.by', words),
    until: until === undefined ? say('stated.no-end') : date(until),
    conflict,
  };
}

function depthOf(
  requirement: RequirementResult,
  byId: ReadonlyMap<string, RequirementResult>,
): number {
  let depth = 0;
  let at = requirement.parent === null ? undefined : byId.get(requirement.parent);
  // A circle in a damaged file must not hang the report.
  while (at && depth < byId.size) {
    depth += 1;
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return depth;
}

/**
 * The requirements counted by the standard's word, or ours where it has none; statuses that share a word are
 * distinguished below it.
 */
export function countRequirements(
  framework: FrameworkResult,
  wordOf: WordOf,
  voice: Voice,
): NonNullable<ReportResult['requirements']> {
  const of = requirementStatuses.reduce((sum, status) => sum + framework.summary[status], 0);
  const words = new Map<string, Count & { rules: Count[]; decided: boolean }>();
  for (const status of requirementStatuses) {
    const count = framework.summary[status];
    if (count === 0) continue;
    const tone = requirementTones[status];
    const rule = voice.say(`requirement.${status}`);
    const label = wordOf(status) || rule;
    const word = words.get(label) ?? { label, tone, count: 0, of, rules: [], decided: false };
    const rules = [...word.rules, { label: rule, tone, count, of }];
    const decided = word.decided || isDecided(status);
    words.set(label, { ...word, count: word.count + count, rules, decided });
  }
  return [...words.values()];
}
