import { isDeepStrictEqual } from 'node:util';
import type {
  Assessment,
  FrameworkResult,
  RequirementResult,
} from '../../core/assessment/assessment.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { ChangeCause } from './cause.ts';
import type { Explainer } from './explain.ts';
import type { FindingChange } from './findings.ts';
import type { WaiverChange } from './waivers.ts';

/** A requirement that stands otherwise, and what that follows from. */
export interface RequirementChange {
  /** Id of the framework, with the level where one was chosen. */
  readonly framework: string;
  readonly requirement: string;
  /** `null` where it was not asked. */
  readonly before: RequirementStatus | null;
  /** `null` where it is not asked any more. */
  readonly after: RequirementStatus | null;
  /** Controls of the requirement whose findings changed. */
  readonly controls: readonly string[];
  readonly causes: readonly ChangeCause[];
}

/** What became of the frameworks and their requirements. */
export interface RequirementChanges {
  /** Frameworks by id, with the level where one was chosen. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly requirements: readonly RequirementChange[];
}

/** What changed that a requirement may rest on. */
interface Grounds {
  readonly findings: readonly FindingChange[];
  readonly waivers: readonly WaiverChange[];
  readonly explain: Explainer;
}

/** Finds the requirements whose status is another, and the findings that this follows from. */
export function diffRequirements(
  before: Assessment,
  after: Assessment,
  { findings, waivers, explain }: Grounds,
): RequirementChanges {
  const [was, is] = [frameworksOf(before), frameworksOf(after)];
  const moved = new Map<string, Set<ChangeCause>>();
  for (const { control, causes } of findings) {
    const all = moved.get(control) ?? new Set();
    moved.set(control, all);
    for (const cause of causes) all.add(cause);
  }
  const waived = new Set(waivers.map(({ waiver }) => waiver.control));

  const changeOf = (
    framework: string,
    old: RequirementResult | undefined,
    now: RequirementResult | undefined,
  ): readonly RequirementChange[] => {
    const about = now ?? old;
    if (about === undefined || about.group || old?.status === now?.status) return [];
    const linked = [...new Set([...liveOf(old), ...liveOf(now)])];
    const controls = linked.filter((id) => moved.has(id));
    const causes = new Set(controls.flatMap((id) => [...(moved.get(id) ?? [])]));
    if (!old || !now) causes.add('catalog');
    else {
      if (!isDeepStrictEqual(stated(old), stated(now))) causes.add('statement');
      const relinked = linked.filter((id) => liveOf(old).includes(id) !== liveOf(now).includes(id));
      for (const id of relinked) causes.add(explain.retuned.has(id) ? 'parameters' : 'catalog');
      if (causes.size === 0 && linked.some((id) => waived.has(id))) causes.add('waiver');
    }
    if (causes.size === 0) causes.add(explain.rest);
    return [
      {
        framework,
        requirement: about.id,
        before: old?.status ?? null,
        after: now?.status ?? null,
        controls,
        causes: [...causes],
      },
    ];
  };

  return {
    added: [...is.keys()].filter((key) => !was.has(key)),
    removed: [...was.keys()].filter((key) => !is.has(key)),
    requirements: [...is].flatMap(([key, now]) => {
      const old = was.get(key);
      if (old === undefined) return [];
      const [earlier, later] = [byId(old), byId(now)];
      const ids = new Set([...later.keys(), ...earlier.keys()]);
      return [...ids].flatMap((id) => changeOf(key, earlier.get(id), later.get(id)));
    }),
  };
}

const frameworksOf = ({ frameworks }: Assessment): ReadonlyMap<string, FrameworkResult> =>
  new Map(frameworks.map((each) => [frameworkKey(each), each]));

const byId = ({ requirements }: FrameworkResult): ReadonlyMap<string, RequirementResult> =>
  new Map(requirements.map((each) => [each.id, each]));

/** Controls that count for a requirement. */
const liveOf = (requirement: RequirementResult | undefined): readonly string[] =>
  (requirement?.controls ?? []).flatMap(({ id, live }) => (live ? [id] : []));

/** What people said of it. */
const stated = ({ attestation, statement }: RequirementResult) => ({ attestation, statement });
