import type { FrameworkResult, RequirementResult } from './assessment.ts';
import { attestationState, type Attestation } from './attestation.ts';
import { notesOf, requirementsAt, type Framework, type Requirement } from './framework.ts';
import { groupBy } from './group.ts';
import { isLive, type Link, type Mapping } from './mapping.ts';
import { requirementStatuses, rollUp, type Tally } from './rollup.ts';
import { emptyTally } from './tally.ts';

/** A framework to judge by: with its mappings, and at one of its levels or whole. */
export interface Selection {
  readonly framework: Framework;
  readonly mappings: readonly Mapping[];
  readonly level?: string | undefined;
}

/** What roll-up needs to know of the findings. */
export interface Outcome {
  readonly tallyOf: (controlId: string) => Tally | undefined;
  readonly paramsOf: (controlId: string) => Readonly<Record<string, unknown>>;
  readonly attestations: readonly Attestation[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/**
 * Rolls findings up into the status of each requirement of a framework.
 *
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export function judgeFramework(selection: Selection, outcome: Outcome): FrameworkResult {
  const { framework, mappings } = selection;
  const level = selection.level ?? framework.defaultLevel;
  const links = groupBy(
    mappings.flatMap((mapping) => (mapping.framework === framework.id ? mapping.links : [])),
    (link) => link.requirement,
  );
  const chosen = requirementsAt(framework, level);
  const parents = new Set(chosen.map(({ parent }) => parent));
  const requirements = chosen.map((requirement) => {
    const own = links.get(requirement.id) ?? [];
    const attestation = outcome.attestations.find(
      (each) =>
        each.framework === framework.id &&
        each.requirement === requirement.id &&
        attestationState(each, outcome.at) === 'current',
    );
    const group = parents.has(requirement.id) && own.length === 0 && attestation === undefined;
    return judgeRequirement(requirement, own, attestation, group, outcome);
  });
  const counted = groupBy(
    requirements.filter(({ group }) => !group),
    ({ status }) => status,
  );
  const summary = Object.fromEntries(
    requirementStatuses.map((status) => [status, counted.get(status)?.length ?? 0]),
  ) as FrameworkResult['summary'];
  const { id, title, edition } = framework;
  const notes = notesOf(framework, level);
  return {
    id,
    title,
    edition,
    ...(level === undefined ? {} : { level }),
    ...(notes.length === 0 ? {} : { notes: [...notes] }),
    requirements,
    summary,
  };
}

function judgeRequirement(
  requirement: Requirement,
  links: readonly Link[],
  attestation: Attestation | undefined,
  group: boolean,
  outcome: Outcome,
): RequirementResult {
  // A control that the catalog in use has left out can say nothing: its link is not live.
  const controls = links.map((link) => ({
    link,
    tally: outcome.tallyOf(link.control),
    live:
      outcome.tallyOf(link.control) !== undefined && isLive(link, outcome.paramsOf(link.control)),
  }));
  const contributions = controls
    .filter(({ live }) => live)
    .map(({ link, tally }) => ({ strength: link.strength, tally: tally ?? emptyTally() }));
  return {
    ...requirement,
    levels: [...requirement.levels],
    group,
    status: rollUp(contributions, attestation !== undefined),
    controls: controls.map(({ link: { control: id, strength, reason }, live }) => ({
      id,
      strength,
      reason,
      live,
    })),
    ...(attestation ? { attestation } : {}),
  };
}
