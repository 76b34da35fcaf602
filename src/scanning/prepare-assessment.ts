import { builtin } from '../controls/registry/builtin.ts';
import { assess } from '../core/assessment/assess.ts';
import type { Assessment } from '../core/assessment/assessment.ts';
import { limitAssessment } from '../core/assessment/limit-assessment.ts';
import type { PlimsollError } from '../core/errors.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { keysOf } from '../core/frameworks/framework-key.ts';
import { uniteKinds } from '../core/facts/extended-kind.ts';
import { isExtension } from '../core/snapshot/any-collector.ts';
import { inlineWaivers } from '../core/statements/inline-waivers.ts';
import type { Waiver } from '../core/statements/waiver.ts';
import type { AttestationDraft } from '../collectors/statements/read-attestations.ts';
import type { SelectedFramework } from '../frameworks/registry/select-frameworks.ts';
import type { LoadedConfig } from './config/loaded-config.ts';
import type { ChosenFrameworks, ReadAround } from './frameworks/choose-frameworks.ts';
import { chooseScope, missingSubject, type ScopeOptions } from './choose-scope.ts';
import { holdToFrameworks, loadAttestations, loadWaivers } from './statements/load-statements.ts';
import { refuseHeadings } from './statements/refuse-headings.ts';

/** What snapshots are judged by beside the configuration. */
export interface PrepareOptions {
  /** Frameworks to judge by, instead of those of the configuration. */
  readonly frameworks?: readonly string[] | undefined;
  /** What findings are limited to; absent means the controls of the frameworks, or everything where there is none. */
  readonly scope?: ScopeOptions | undefined;
  /** The day to which waivers, attestations and evidence are held, ISO 8601 UTC; absent means that of the snapshot. */
  readonly at?: string | undefined;
  /** The working folder, from which files are named; that of the process when absent. */
  readonly cwd?: string;
  /** Wraps the reading of a framework's file; absent adds nothing. */
  readonly around?: ReadAround;
}

/** All that snapshots are judged by, read and checked. */
export interface PreparedAssessment {
  readonly selected: readonly SelectedFramework[];
  /** Attestations that nobody has made yet; they do not count. */
  readonly drafts: readonly AttestationDraft[];
  /** The waivers of the configuration. */
  readonly waivers: readonly Waiver[];
  /** The waivers for a snapshot: those of the configuration, and those that stand in the files that were read. */
  readonly waiversFor: (snapshot: Snapshot) => readonly Waiver[];
  /** What is reported and counted of what was judged; `missing` where a subject that was asked for is not there. */
  readonly limit: (whole: Assessment) => {
    readonly assessment: Assessment;
    readonly missing: PlimsollError | undefined;
  };
  /** Judges a snapshot, all of it. `isOver` says whether time is over; what is not judged by then is unknown. */
  readonly judge: (snapshot: Snapshot, isOver?: () => boolean) => Assessment;
}

/** Where no framework plays a part, nothing that belongs to one is loaded. */
const noFrameworks: ChosenFrameworks = { selected: [], available: {} };

/**
 * Reads and checks all that snapshots are judged by, so that a mistake in it is reported before anything is collected.
 *
 * @throws PlimsollError `framework-unknown`, `framework-invalid`, `waiver-invalid`, `attestation-invalid`,
 * `subject-invalid`, `catalog-unknown-control`, and what reading a file throws
 */
export async function prepareAssessment(
  config: LoadedConfig,
  { frameworks, scope: asked, at, cwd, around }: PrepareOptions = {},
): Promise<PreparedAssessment> {
  const { catalog = builtin, collectors = [], notApplicable = [], system } = config;
  // Facts that are added to one kind have to go together, regardless of who adds them.
  uniteKinds([
    ...catalog.controls.map(({ subject }) => subject),
    ...collectors.filter(isExtension),
  ]);
  const { attestations, drafts } = await loadAttestations(config, cwd);
  const stated = [...attestations, ...drafts, ...notApplicable];
  const isAsked = (frameworks ?? config.frameworks) !== undefined;
  const { selected, available } =
    isAsked || stated.length > 0
      ? await (
          await import('./frameworks/choose-frameworks.ts')
        ).chooseFrameworks(frameworks, config, {
          ...(cwd === undefined ? {} : { cwd }),
          ...(around ? { around } : {}),
        })
      : noFrameworks;
  const ids = catalog.controls.map(({ id }) => id);
  // What was asked for now limits; the frameworks of a configuration are those that its project reports on.
  const { onlyMapped = frameworks !== undefined } = asked ?? {};
  const scope = chooseScope({ ...asked, onlyMapped }, ids, keysOf(selected));
  await holdToFrameworks(stated, Object.keys(available), config);
  refuseHeadings(attestations, selected);
  const stood = await loadWaivers(config, catalog, cwd);
  const isControl = (id: string): boolean => catalog.controls.some((each) => each.id === id);
  const waiversFor = (snapshot: Snapshot): readonly Waiver[] => [
    ...stood,
    ...inlineWaivers(snapshot, isControl),
  ];
  return {
    selected,
    drafts,
    waivers: stood,
    waiversFor,
    limit: (whole) => ({
      assessment: limitAssessment(whole, scope),
      missing: missingSubject(whole, scope),
    }),
    judge: (snapshot, isOver) =>
      assess(snapshot, {
        catalog,
        frameworks: selected,
        waivers: waiversFor(snapshot),
        waiverLimits: config.waiverLimits,
        attestations,
        notApplicable,
        system,
        at,
        isOver,
        configuration: config.files,
      }),
  };
}
