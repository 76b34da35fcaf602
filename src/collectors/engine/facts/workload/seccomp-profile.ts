import { z } from 'zod';
import { dangerousCalls } from '../../../../core/docker/dangerous-calls.ts';
import { defaultCapabilities } from '../../../../core/docker/default-capabilities.ts';
import { listOf, number, text } from '../../border/shapes.ts';

const condition = z.object({ caps: listOf(z.string()), arches: listOf(z.string()) }).nullish();

const rule = z.object({
  /** As old profiles name their one call. */
  name: text,
  names: listOf(z.string()),
  action: z.string(),
  args: listOf(z.object({ value: number, valueTwo: number, op: text })),
  includes: condition,
  excludes: condition,
});

const profile = z.object({ defaultAction: z.string(), syscalls: listOf(rule) });

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
 * is not counted: whoever has such a capability is known by it. A call that is let through under conditions on
 * its arguments counts, for all but `clone`, whose flags are looked at.
 *
 * @returns `undefined` for what is no profile
 * @see https://docs.docker.com/engine/security/seccomp/
 */
export function readSeccompProfile(json: string): SeccompProfile | undefined {
  let written: unknown;
  try {
    written = JSON.parse(json);
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

/** To log a call is to let it through. */
const letsThrough = (action: string): boolean => /^SCMP_ACT_(?:ALLOW|LOG)$/.test(action);

const held: ReadonlySet<string> = new Set(defaultCapabilities.map((name) => `CAP_${name}`));

const appliesByDefault = ({ includes, excludes }: Rule): boolean =>
  (includes?.caps ?? []).every((name) => held.has(name)) &&
  !(excludes?.caps ?? []).some((name) => held.has(name));

function isOpen(call: string, rules: readonly Rule[], defaultAction: string): boolean {
  const own = rules.filter(({ name, names }) => name === call || names.includes(call));
  if (own.some((each) => letsThrough(each.action) && opens(each, call))) return true;
  return letsThrough(defaultAction) && !own.some((each) => closes(each, call));
}

/** CLONE_NEWUSER of <linux/sched.h>. */
const newUser = 0x1000_0000;

/** Whether a rule that lets a call through may let the dangerous kind of it through. */
function opens({ args }: Rule, call: string): boolean {
  if (call !== 'clone') return true;
  return !args.some(({ op, value, valueTwo }) =>
    op === 'SCMP_CMP_MASKED_EQ'
      ? (value & newUser) !== 0 && (valueTwo & newUser) === 0
      : op === 'SCMP_CMP_EQ' && (value & newUser) === 0,
  );
}

/** Whether a rule refuses the dangerous kind of a call, whatever else it asks and on whatever machine. */
function closes({ action, args, includes, excludes }: Rule, call: string): boolean {
  if (letsThrough(action)) return false;
  const machines = (includes?.arches.length ?? 0) + (excludes?.arches.length ?? 0);
  if (machines > 0) return false;
  const flagAlone = args.every(
    ({ op, value, valueTwo }) =>
      op === 'SCMP_CMP_MASKED_EQ' && value === newUser && valueTwo === newUser,
  );
  return args.length === 0 || (call === 'clone' && args.length === 1 && flagAlone);
}
