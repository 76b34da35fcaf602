import type { Assessment } from '../assessment/assessment.ts';
import { severityOf, type Catalog } from '../controls/catalog.ts';
import type { AnyControl } from '../controls/control.ts';
import { groupBy } from '../group.ts';
import type { SourceLines } from '../snapshot/source.ts';
import type { Subject } from '../subjects/subject.ts';
import { coversSubject, waiverState, type Waiver, type WaiverLimits } from './waiver.ts';

/** The waivers of one assessment, each with its state on its day and how many failures it accepted so far. */
export interface Waiving {
  /** The waiver that accepts a failure of the control at the subject, if any; it is counted as used. */
  readonly accept: (control: AnyControl, subject: Subject) => Waiver | undefined;
  readonly describe: () => Assessment['waivers'];
}

/** What waivers are held to. */
interface WaivingOptions {
  readonly catalog: Catalog;
  readonly waivers: readonly Waiver[];
  readonly limits: WaiverLimits | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whether the control still fails at the subject when nothing that stands on the lines is there. */
  readonly failsWithout: (
    control: AnyControl,
    subject: Subject,
    lines: readonly SourceLines[],
  ) => boolean;
}

/** Prepares waivers for an assessment. */
export function createWaiving(options: WaivingOptions): Waiving {
  const { catalog, at, failsWithout } = options;
  const limitOf = ({ control: id }: Waiver): number | undefined => {
    const control = catalog.controls.find((each) => each.id === id);
    return control && options.limits?.[severityOf(catalog, control)];
  };
  const all = options.waivers.map((waiver) => {
    const limit = limitOf(waiver);
    return {
      waiver,
      state: waiverState(waiver, at, limit),
      ...(limit === undefined ? {} : { limit }),
      accepts: 0,
    };
  });
  const live = groupBy(
    all.filter(({ state }) => state === 'live'),
    ({ waiver }) => waiver.control,
  );
  return {
    accept(control, subject) {
      const stated = live.get(control.id);
      // Of most controls there is none, and most failures are theirs.
      if (stated === undefined) return undefined;
      const matching = stated.filter(({ waiver }) => coversSubject(waiver, subject, subject));
      const whole = matching.find(({ waiver }) => waiver.scope.lines === undefined);
      const used = whole
        ? [whole]
        : partsThatCover(matching, (parts) => {
            const lines = parts.flatMap(({ waiver }) => waiver.scope.lines ?? []);
            return failsWithout(control, subject, lines);
          });
      for (const each of used) each.accepts += 1;
      return used[0]?.waiver;
    },
    describe: () => all.map(({ waiver, ...rest }) => ({ waiver, ...rest })),
  };
}

/**
 * Of waivers that cover parts of a subject, one that covers all that fails, or else all of them where they do together;
 * none where something fails besides.
 */
function partsThatCover<Part>(
  parts: readonly Part[],
  failsWithout: (parts: readonly Part[]) => boolean,
): readonly Part[] {
  if (parts.length === 0) return [];
  const alone = parts.find((part) => !failsWithout([part]));
  if (alone !== undefined) return [alone];
  return parts.length > 1 && !failsWithout(parts) ? parts : [];
}
