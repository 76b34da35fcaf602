import { defineCatalog, extendCatalog } from '../../core/controls/catalog.ts';
import { projectMembers } from '../../core/snapshot/compose-projects.ts';
import type { AnyControl } from '../../core/controls/control.ts';
import { defaultMessage } from '../../core/assessment/default-message.ts';
import { createEvaluator } from '../../core/assessment/evaluate.ts';
import type { FindingStatus } from '../../core/assessment/finding-status.ts';
import type { PopulationGap } from '../../core/facts/gap.ts';
import type { Entry } from '../../core/recording/notes.ts';
import type { Observation } from '../../core/recording/observation.ts';
import { observe, seenIn } from '../../core/recording/observe.ts';
import type { SnapshotHeader } from '../../core/snapshot/snapshot-header.ts';
import { snapshotVersion } from '../../core/snapshot/order-snapshot.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { Surroundings } from '../../core/snapshot/context.ts';
import type { Text } from '../../core/text.ts';
import { tool } from '../../core/tool.ts';
import { notAccepted } from '../../core/assessment/waiving.ts';

/** What a control said of a subject. */
export interface Outcome {
  readonly status: FindingStatus;
  /** In the words that a report has. */
  readonly message: () => Text;
  /** Every fact that was read, each once. */
  readonly observations: () => readonly Observation[];
  /** Kinds that were looked up among the other subjects. */
  readonly lookedUp: readonly string[];
}

/** A subject with all that stands around it. */
export interface Scene {
  readonly subject: Subject;
  /** Other subjects on the same machine. */
  readonly around: readonly Subject[];
  /** A kind that could not be listed. */
  readonly unlisted?: string;
}

/** Judges scenes by one control with its parameters, one after the other. */
export type Judge = (scene: Scene) => Outcome;

/**
 * Prepares a control for judging.
 *
 * @param collectedAt when the facts are said to have been read, ISO 8601 UTC
 * @throws PlimsollError `parameters-invalid`
 */
export function createJudge(
  control: AnyControl,
  params: Readonly<Record<string, unknown>>,
  collectedAt: string,
): Judge {
  let scene: Scene | undefined;
  let run = 0;
  let lookedUp: string[] = [];
  const surroundings: Surroundings = {
    collectedAt,
    // Each run is in a scope of its own, so that nothing is remembered of the one before.
    scopeOf: () => String((run += 1)),
    subjectsOf: (_, kind) => {
      lookedUp.push(kind);
      return subjectsIn(scene, kind);
    },
    gapOf: (_, kind) => (kind === scene?.unlisted ? unlisted(kind) : undefined),
    membersOf: (kind) => {
      lookedUp.push(kind);
      return projectMembers(headerOf(scene, collectedAt), kind, subjectsIn(scene, kind).values());
    },
    engineOf: (target) =>
      [...subjectsIn(scene, 'engine').values()].find((engine) => engine.target === target),
  };
  const base = defineCatalog({ id: 'test', version: '0', controls: [control] });
  const tailor = { [control.id]: { params, reason: 'test', by: 'test' } };
  const evaluate = createEvaluator(
    Object.keys(params).length === 0 ? base : extendCatalog(base, { tailor }),
    surroundings,
    () => notAccepted,
  );
  return (next) => {
    scene = next;
    lookedUp = [];
    const [judgement] = evaluate(next.subject);
    if (judgement === undefined) {
      throw new TypeError(`${control.id} does not judge a ${next.subject.kind}`);
    }
    const entries = (): readonly Entry[] => observe(judgement, {});
    const { status, message } = judgement;
    return {
      status,
      message: () => message ?? defaultMessage(status, control.title, entries()),
      observations: () => seenIn(entries()),
      lookedUp: [...new Set(lookedUp)],
    };
  };
}

function subjectsIn(scene: Scene | undefined, kind: string): ReadonlyMap<string, Subject> {
  if (scene === undefined || scene.unlisted === kind) return new Map();
  const all = [...scene.around, scene.subject].filter((subject) => subject.kind === kind);
  return new Map(all.map((subject) => [subject.id, subject]));
}

const unlisted = (kind: string, target = 'test'): PopulationGap => ({
  target,
  kind,
  reason: 'denied',
  detail: 'denied by the test',
});

/** The targets of a scene: a Compose file by its name, and every other one an engine. */
function headerOf(scene: Scene | undefined, collectedAt: string): SnapshotHeader {
  const ids = scene ? new Set([scene.subject, ...scene.around].map(({ target }) => target)) : [];
  const targets = [...ids].map((id) => ({
    id,
    kind: id.startsWith('compose:') ? ('compose' as const) : ('engine' as const),
    machine: 'test',
    description: '',
    access: '',
  }));
  const kind = scene?.unlisted;
  return {
    kind: 'plimsoll/snapshot',
    version: snapshotVersion,
    tool,
    collectedAt,
    targets,
    population: [],
    gaps: kind === undefined ? [] : targets.map(({ id }) => unlisted(kind, id)),
    redactions: [],
    origins: {},
  };
}
