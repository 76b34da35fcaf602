import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { dangerousCalls } from '../../knowledge/dangerous-calls.ts';
import { defaultCapabilities } from '../../knowledge/default-capabilities.ts';
import { listOf, number, text } from '../../syntax/json/go-json.ts';

/** The engine takes keys in any case, and the last of several: one in another case than these is refused here. */
const keysOf = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const known = new Set(Object.keys(shape));
  const folded = new Set(Array.from(known, (key) => key.toLowerCase()));
  return z
    .record(z.string(), z.unknown())
    .refine((given) =>
      Object.keys(given).every((key) => known.has(key) || !folded.has(key.toLowerCase())),
    )
    .pipe(z.object(shape));
};

/** What else a condition may hang on, as a newer kernel, is not known. */
const condition = z
  .strictObject({ caps: listOf(z.string()), arches: listOf(z.string()), minKernel: text })
  .nullish();

const action = z.enum([
  'SCMP_ACT_ALLOW',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_KILL',
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_LOG',
  'SCMP_ACT_NOTIFY',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_TRAP',
]);

const operator = z.enum([
  'SCMP_CMP_EQ',
  'SCMP_CMP_GE',
  'SCMP_CMP_GT',
  'SCMP_CMP_LE',
  'SCMP_CMP_LT',
  'SCMP_CMP_MASKED_EQ',
  'SCMP_CMP_NE',
]);

const rule = keysOf({
  /** As old profiles name their one call. */
  name: text,
  names: listOf(z.string()),
  action,
  args: listOf(keysOf({ index: number, value: number, valueTwo: number, op: operator })),
  includes: condition,
  excludes: condition,
  // The engine takes one of the two alone.
}).refine(({ name, names }) => name === '' || names.length === 0);

const profile = keysOf({ defaultAction: action, syscalls: listOf(rule) });

type Rule = z.output<typeof rule>;

/** What is kept of a profile. */
export interface SeccompProfile {
  /** Whether it lets every call through that it does not name. */
  readonly allowsAll: boolean;
  /** Those of the dangerous calls that it lets through, sorted. */
  readonly allowedDangerous: readonly string[];
}

/**
 * Reads a whole profile in the engine's own form. What it opens only to a capability beyond the default ones
 * is not counted: a process with such a capability is known by it. A call that is let through under conditions on
 * its arguments counts, for all but `clone`, whose flags are looked at.
 *
 * @returns `undefined` for what the engine would not take, or may read in another way
 * @see https://docs.docker.com/engine/security/seccomp/
 */
export function readSeccompProfile(json: string): SeccompProfile | undefined {
  let written: unknown;
  try {
    written = parseJsonText(json);
  } catch {
    return undefined;
  }
  const parsed = profile.safeParse(written);
  if (!parsed.success) return undefined;
  const { defaultAction, syscalls } = parsed.data;
  const inForce = syscalls.filter(appliesByDefault);
  return {
    allowsAll: letsThrough(defaultAction),
    allowedDangerous: dangerousCalls.filter((call) => isOpen(call, inForce, defaultAction)),
  };
}

/** To log a call is to let it through; of one that another program is asked about, nobody knows what that says. */
const letsThrough = (given: z.output<typeof action>): boolean =>
  given === 'SCMP_ACT_ALLOW' ||
  given === 'SCMP_ACT_LOG' ||
  given === 'SCMP_ACT_NOTIFY' ||
  given === 'SCMP_ACT_TRACE';

const held: ReadonlySet<string> = new Set(defaultCapabilities.map((name) => `CAP_${name}`));

const appliesByDefault = ({ includes, excludes }: Rule): boolean =>
  (includes?.caps ?? []).every((name) => held.has(name)) &&
  !(excludes?.caps ?? []).some((name) => held.has(name));

function isOpen(
  call: string,
  rules: readonly Rule[],
  defaultAction: z.output<typeof action>,
): boolean {
  const own = rules.filter(({ name, names }) => name === call || names.includes(call));
  if (own.some((each) => letsThrough(each.action) && opens(each, call))) return true;
  return letsThrough(defaultAction) && !own.some((each) => closes(each, call));
}

/** CLONE_NEWUSER of <linux/sched.h>. */
const newUser = 0x1000_0000;

/** The argument of `clone` that holds its flags: the second on one kind of machine, and the first on all others. */
const flagsAt = ({ includes }: Rule): number => {
  const machines = includes?.arches ?? [];
  return machines.length > 0 && machines.every((name) => /^s390x?$/.test(name)) ? 1 : 0;
};

/** Whether a rule that lets a call through may let the dangerous kind of it through. */
function opens(own: Rule, call: string): boolean {
  if (call !== 'clone') return true;
  return !own.args.some(({ index, op, value, valueTwo }) => {
    if (index !== flagsAt(own)) return false;
    return op === 'SCMP_CMP_MASKED_EQ'
      ? (value & newUser) !== 0 && (valueTwo & newUser) === 0
      : op === 'SCMP_CMP_EQ' && (value & newUser) === 0;
  });
}

/** Whether a rule refuses the dangerous kind of a call, whatever else it asks and on whatever machine. */
function closes({ action: given, args, includes, excludes }: Rule, call: string): boolean {
  if (letsThrough(given)) return false;
  const machines = (includes?.arches.length ?? 0) + (excludes?.arches.length ?? 0);
  const kernels = [includes, excludes].filter((each) => (each?.minKernel ?? '') !== '');
  if (machines > 0 || kernels.length > 0) return false;
  const flagAlone = args.every(
    ({ index, op, value, valueTwo }) =>
      index === 0 && op === 'SCMP_CMP_MASKED_EQ' && value === newUser && valueTwo === newUser,
  );
  return args.length === 0 || (call === 'clone' && args.length === 1 && flagAlone);
}
