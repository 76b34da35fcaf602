import type { Assessment } from './assessment.ts';
import { severityOf, type Catalog } from '../controls/catalog.ts';
import type { AnyControl } from '../controls/control.ts';
import type { FailedPlace } from '../controls/verdict.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { SourceLines } from '../facts/source.ts';
import type { Subject } from '../facts/subject.ts';
import type { Text } from '../text.ts';
import {
  coversSubject,
  waiverState,
  type Waiver,
  type WaiverLimits,
} from '../statements/waiver.ts';

/** What waivers make of a failure. */
export interface Accepted {
  /** The live waiver that accepts it, if any. */
  readonly waiver?: Waiver;
  /** Where waivers cover a part of it, what fails beside that, in the words of the check. */
  readonly rest?: Rest;
}

interface Rest {
  readonly message: Text | undefined;
  readonly places: readonly FailedPlace[] | undefined;
}

/** What no waiver has to do with. */
export const notAccepted: Accepted = {};

/** The waivers of one assessment, each with its state on its day and how many failures it accepted so far. */
export interface Waiving {
  /** What waivers make of a failure of the control at the subject; one that accepts it is counted as used. */
  readonly accept: (control: AnyControl, subject: Subject) => Accepted;
  readonly describe: () => Assessment['waivers'];
}

/** What waivers are held to. */
interface WaivingOptions {
  readonly catalog: Catalog;
  readonly waivers: readonly Waiver[];
  readonly limits: WaiverLimits | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** How the control still fails at the subject when nothing that stands on the lines is there; `undefined` if it does not. */
  readonly failureWithout: (
    control: AnyControl,
    subject: Subject,
    lines: readonly SourceLines[],
  ) => Rest | undefined;
}

/** Prepares waivers for an assessment. */
export function createWaiving(options: WaivingOptions): Waiving {
  const { catalog, at, failureWithout } = options;
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
      if (stated === undefined) return notAccepted;
      const matching = stated.filter(({ waiver }) => coversSubject(waiver, subject, subject));
      const whole = matching.find(({ waiver }) => waiver.scope.lines === undefined);
      if (whole) {
        whole.accepts += 1;
        return { waiver: whole.waiver };
      }
      if (matching.length === 0) return notAccepted;
      const failureBeside = (parts: typeof matching) =>
        failureWithout(
          control,
          subject,
          parts.flatMap(({ waiver }) => waiver.scope.lines ?? []),
        );
      // One that covers all that fails, or else all of them where they do together.
      const alone = matching.find((part) => !failureBeside([part]));
      const left = alone ? undefined : failureBeside(matching);
      if (left) return { rest: left };
      const used = alone ? [alone] : matching;
      for (const each of used) each.accepts += 1;
      const [first] = used;
      return first ? { waiver: first.waiver } : notAccepted;
    },
    describe: () => all.map(({ waiver, ...rest }) => ({ waiver, ...rest })),
  };
}
