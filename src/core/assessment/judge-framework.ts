import type { FrameworkResult, RequirementResult } from './assessment.ts';
import { emptyTally } from './tally.ts';
import {
  type Framework,
  type Requirement,
  notesOf,
  requirementsAt,
} from '../frameworks/framework.ts';
import { type Link, breaksUnder, isLive } from '../frameworks/mapping.ts';
import {
  type Said,
  type Tally,
  decides,
  failsAnywhere,
  requirementStatuses,
  rollUp,
} from '../frameworks/rollup.ts';
import { headingsOf } from '../frameworks/headings.ts';
import type { FrameworkSelection } from '../frameworks/selection.ts';
import { type CheckedAttestation, attestationState } from '../statements/attestation.ts';
import { type NotApplicable, isInForce } from '../statements/not-applicable.ts';
import type { Text } from '../text.ts';
import { groupBy } from '../../syntax/group-by.ts';

/** What roll-up needs to know of the findings, and of what people stated. */
export interface Outcome {
  readonly tallyOf: (controlId: string) => Tally | undefined;
  /** Why a control had nothing to judge, where it had not. */
  readonly reasonsOf?: (controlId: string) => readonly Text[];
  readonly paramsOf: (controlId: string) => Readonly<Record<string, unknown>>;
  /** Left out where every parameter has its default. */
  readonly defaultsOf?: (controlId: string) => Readonly<Record<string, unknown>>;
  readonly attestations: readonly CheckedAttestation[];
  readonly notApplicable?: readonly NotApplicable[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What is known of one requirement before it is judged. */
interface Case {
  readonly links: readonly Link[];
  readonly attestation: CheckedAttestation | undefined;
  readonly stated: NotApplicable | undefined;
  readonly heading: boolean;
}

/**
 * Rolls findings up into the status of each requirement of a framework.
 *
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export function judgeFramework(selection: FrameworkSelection, outcome: Outcome): FrameworkResult {
  const { framework, mappings } = selection;
  const level = selection.level ?? framework.defaultLevel;
  const links = groupBy(
    mappings.flatMap((mapping) => (mapping.framework === framework.id ? mapping.links : [])),
    (link) => link.requirement,
  );
  const attestations = groupBy(
    outcome.attestations.filter(
      (each) => each.framework === framework.id && attestationState(each, outcome.at) === 'current',
    ),
    (each) => each.requirement,
  );
  const statedOf = statementsOf(framework, outcome);
  const chosen = requirementsAt(framework, level);
  const headings = headingsOf(selection);
  const requirements = chosen.map((requirement) =>
    judgeRequirement(
      requirement,
      {
        links: links.get(requirement.id) ?? [],
        attestation: attestations.get(requirement.id)?.[0],
        stated: statedOf(requirement),
        heading: headings.has(requirement.id),
      },
      outcome,
    ),
  );
  const counted = groupBy(
    requirements.filter(({ group }) => !group),
    ({ status }) => status,
  );
  const summary = Object.fromEntries(
    requirementStatuses.map((status) => [status, counted.get(status)?.length ?? 0]),
  ) as FrameworkResult['summary'];
  const withoutWaivers = { ...summary };
  for (const { group, status, controls, attestation, statement } of requirements) {
    if (group) continue;
    const contributions = controls.flatMap(({ id: control, shows, breaks, live }) =>
      live
        ? [{ shows, breaks, tally: withoutWaiver(outcome.tallyOf(control) ?? emptyTally()) }]
        : [],
    );
    withoutWaivers[status] -= 1;
    withoutWaivers[rollUp(contributions, saidOf(attestation, statement))] += 1;
  }
  const { id, title, edition, extends: base, changes } = framework;
  const notes = notesOf(framework, level);
  const levelTitle = framework.levels.find((each) => each.id === level)?.title;
  return {
    id,
    title,
    edition,
    ...(level === undefined ? {} : { level }),
    ...(levelTitle === undefined ? {} : { levelTitle }),
    ...(notes.length === 0 ? {} : { notes: [...notes] }),
    ...(base === undefined ? {} : { extends: base }),
    ...(changes === undefined ? {} : { changes: [...changes] }),
    requirements,
    summary,
    withoutWaivers,
  };
}

/** What people said of a requirement, by what stands in its result. */
export const saidOf = (attestation: object | undefined, statement: object | undefined): Said => ({
  attested: attestation !== undefined,
  notApplicable: statement !== undefined,
});

const withoutWaiver = (tally: Tally): Tally => ({
  ...tally,
  fail: tally.fail + tally.waived,
  waived: 0,
  compensated: 0,
});

/** The statement in force that covers a requirement: its own, or else that of the nearest one above it. */
function statementsOf(
  framework: Framework,
  { notApplicable = [], at }: Outcome,
): (requirement: Requirement) => NotApplicable | undefined {
  const own = new Map(
    notApplicable
      .filter((each) => each.framework === framework.id && isInForce(each, at))
      .map((each) => [each.requirement, each]),
  );
  if (own.size === 0) return () => undefined;
  const byId = new Map(framework.requirements.map((each) => [each.id, each]));
  return (requirement) => {
    const seen = new Set<Requirement>();
    let next: Requirement | undefined = requirement;
    // A framework of a program's own making may hold a circle.
    while (next && !seen.has(next)) {
      const found = own.get(next.id);
      if (found) return found;
      seen.add(next);
      next = next.parent === null ? undefined : byId.get(next.parent);
    }
    return undefined;
  };
}

function judgeRequirement(
  requirement: Requirement,
  { links, attestation, stated, heading }: Case,
  outcome: Outcome,
): RequirementResult {
  // A control that the catalog in use has left out can say nothing: its link is not live.
  const { paramsOf, defaultsOf = paramsOf } = outcome;
  const controls = links.map((link) => ({
    link: {
      ...link,
      breaks: breaksUnder(link, paramsOf(link.control), defaultsOf(link.control)),
    },
    tally: outcome.tallyOf(link.control),
    live: outcome.tallyOf(link.control) !== undefined && isLive(link, paramsOf(link.control)),
  }));
  const contributions = controls
    .filter(({ live }) => live)
    .map(({ link: { shows, breaks }, tally }) => ({ shows, breaks, tally: tally ?? emptyTally() }));
  const status = rollUp(contributions, saidOf(attestation, stated));
  const reasons = status === 'not-tested' ? reasonsFor(controls, outcome) : [];
  const conflict = stated !== undefined && failsAnywhere(contributions);
  const { asks: _, ...entry } = requirement;
  return {
    ...entry,
    levels: [...requirement.levels],
    group: heading && attestation === undefined,
    status,
    ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
    controls: controls.map(({ link: { control: id, shows, breaks, reason: why }, live }) => ({
      id,
      shows,
      breaks,
      reason: why,
      live,
    })),
    ...(attestation ? { attestation } : {}),
    ...(stated ? { statement: { ...withoutFramework(stated), conflict } } : {}),
  };
}

/** Why those controls that decide, or else those that give context, had nothing to judge, each reason once. */
function reasonsFor(
  controls: readonly { readonly link: Link; readonly live: boolean }[],
  { reasonsOf }: Outcome,
): readonly Text[] {
  const live = controls.flatMap((each) => (each.live ? [each.link] : []));
  const deciding = live.filter(decides);
  const reasons = (deciding.length > 0 ? deciding : live).flatMap(
    ({ control }) => reasonsOf?.(control) ?? [],
  );
  return [...new Map(reasons.map((reason) => [reason.en, reason])).values()];
}

const withoutFramework = ({
  framework: _,
  ...rest
}: NotApplicable): Omit<NotApplicable, 'framework'> => rest;
