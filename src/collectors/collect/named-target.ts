import type { Collector } from '../../core/snapshot/collector.ts';
import { isExtension, type AnyCollector } from '../../core/snapshot/any-collector.ts';
import type { DockerLike } from '../gathering/docker-like.ts';
import { defaultTargets, parseTarget, type TargetSpec } from '../gathering/parse-target.ts';

/**
 * A target as a program names it: spelled as on the command line (`'unix:///var/run/docker.sock'`, `'compose.yaml'`,
 * `'.'`), recognised already, or an engine by the `Dockerode` that asks it.
 */
export type TargetInput = string | TargetSpec | EngineClient;

/** An engine by its client, without the kind that {@link TargetSpec} has. */
export interface EngineClient {
  readonly kind?: never;
  readonly docker: DockerLike;
  /** How the target is called; by the client's socket when absent, or `engine`. */
  readonly name?: string;
}

/**
 * A target as it was named: a collector of the configuration by its id, or else what {@link parseTarget} knows.
 *
 * @throws PlimsollError `target-unknown`
 */
export function namedTarget(
  named: TargetInput,
  collectors: readonly AnyCollector[] = [],
): TargetSpec {
  if (typeof named !== 'string') {
    return named.kind === undefined ? { ...named, kind: 'engine' } : named;
  }
  const collector = targetsAmong(collectors).find(({ id }) => id === named);
  return collector ? { kind: 'own', collector } : parseTarget(named);
}

/** The targets that were named, or else the local engine, this host and the collectors. */
export function listTargets(
  { targets, collectors = [] }: NamedTargets,
  env: Readonly<Record<string, string | undefined>>,
): readonly TargetInput[] {
  if (targets !== undefined) return isList(targets) ? targets : [targets];
  const own = targetsAmong(collectors).map((collector): TargetSpec => ({ kind: 'own', collector }));
  return [...defaultTargets(env, process.platform), ...own];
}

/** What a collection is given of its targets. */
export interface NamedTargets {
  /** What is read; the local engine, this host and the {@link collectors} when absent. */
  readonly targets?: TargetInput | readonly TargetInput[];
  /** Collectors of your own, which targets can name by their ids, and extensions of kinds. */
  readonly collectors?: readonly AnyCollector[];
}

/** Those that are targets themselves; an extension reads what others find. */
const targetsAmong = (collectors: readonly AnyCollector[]): readonly Collector[] =>
  collectors.filter((each): each is Collector => !isExtension(each));

const isList = (targets: TargetInput | readonly TargetInput[]): targets is readonly TargetInput[] =>
  Array.isArray(targets);
