import { z } from 'zod';
import { own } from '../core/say-issues.ts';
import type { Denial } from './denial.ts';

/** What an exemption goes by, beside controls: never a name or a label, which who asks chooses. */
const scope = ['controls', 'user', 'imageDigest'] as const;

/**
 * An exemption from refusal. It covers what `controls` say of requests of a `user`, of an image, or of both; or it breaks the
 * glass, and covers every reason of every request.
 */
export const exemptionSchema = z
  .strictObject({
    controls: z.array(z.string().min(1)).min(1).optional(),
    /** Common name of the client's certificate. */
    user: z.string().min(1).optional(),
    /** Id or digest of the image, `sha256:…`. */
    imageDigest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .optional(),
    breakGlass: z.literal(true).optional(),
    reason: z.string().min(1),
    approver: z.string().min(1),
    /** The last day, UTC, inclusive, or the instant at which it ends, ISO 8601 UTC. */
    until: z.union([z.iso.date(), z.iso.datetime()]),
  })
  .refine(
    ({ breakGlass, ...given }) =>
      breakGlass
        ? scope.every((key) => given[key] === undefined)
        : given.controls && (given.user ?? given.imageDigest) !== undefined,
    {
      message: own(
        'it names controls with user, imageDigest or both, or has breakGlass alone',
        '应指明 controls 以及 user、imageDigest 之一或两者，或仅有 breakGlass',
      ),
    },
  );

/** An exemption from refusal, with its end. */
export type Exemption = Readonly<z.infer<typeof exemptionSchema>>;

/** Who asks for what; `''` and none where that is not known. */
export interface Asking {
  readonly user: string;
  /** Id and digest of the image. */
  readonly digests: readonly string[];
}

/** A reason that refuses nothing, by an exemption. */
export interface Exempted extends Denial {
  readonly exemption: Exemption;
}

/** Whether an exemption counts at an instant, ISO 8601 UTC. */
export const isEffective = ({ until }: Exemption, at: string): boolean =>
  Date.parse(at) <= Date.parse(until.includes('T') ? until : `${until}T23:59:59.999Z`);

/** Sorts reasons into those that refuse and those that are exempted; of the first it says which an exemption covered that ended. */
export function exempt(
  denials: readonly Denial[],
  exemptions: readonly Exemption[],
  asking: Asking,
  at: string,
): { readonly denials: readonly Denial[]; readonly exempted: readonly Exempted[] } {
  const sorted = denials.map((denial): Denial | Exempted => {
    const covering = exemptions.filter((each) => covers(each, denial, asking));
    const exemption = covering.find((each) => isEffective(each, at));
    if (exemption) return { ...denial, exemption };
    const [lapsed] = covering;
    return lapsed ? { ...denial, lapsed: lapsed.until } : denial;
  });
  const isExempted = (each: Denial | Exempted): each is Exempted => 'exemption' in each;
  return {
    denials: sorted.filter((each) => !isExempted(each)),
    exempted: sorted.filter(isExempted),
  };
}

function covers(
  { controls = [], user, imageDigest, breakGlass }: Exemption,
  { control = '' }: Denial,
  asking: Asking,
): boolean {
  if (breakGlass) return true;
  return (
    controls.includes(control) &&
    (user === undefined || user === asking.user) &&
    (imageDigest === undefined || asking.digests.includes(imageDigest))
  );
}
