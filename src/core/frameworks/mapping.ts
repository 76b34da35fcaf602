import type { AnyControl } from '../controls/control.ts';
import type { Catalog, ControlIdOf } from '../controls/catalog.ts';
import { PlimsollError } from '../errors.ts';
import type { Framework, RequirementIdOf } from './framework.ts';
import { inBoth, type Text, type Wording, text } from '../text.ts';

/** What a pass of a control shows of a requirement, the most first. */
export const shownByPass = ['all', 'part', 'context'] as const;

/**
 * What a pass shows of a requirement: all that it asks inside the container layer, a part of that, or context for
 * the person who judges it.
 */
export type Shows = (typeof shownByPass)[number];

/** What a failure of a control breaks of a requirement, the most first. */
export const brokenByFailure = ['breaks', 'weakens', 'nothing'] as const;

/**
 * What a failure does to a requirement: `breaks` where the control sees what the requirement forbids, `weakens` where
 * it sees one measure among others or one sign, `nothing` where the failure only informs the person who judges it.
 */
export type Breaks = (typeof brokenByFailure)[number];

/** A condition on a control's parameters: a looser setting gives no evidence. */
export type Guard =
  | { readonly param: string; readonly atMost: number }
  | { readonly param: string; readonly atLeast: number }
  | { readonly param: string; readonly equals: string | number | boolean | null }
  /** A list that must hold all of these; it may hold more. */
  | { readonly param: string; readonly includes: readonly (string | number)[] }
  /** Permission bits that may have none beside these: as numbers, 0o622 would be less than 0o644. */
  | { readonly param: string; readonly bitsWithin: number }
  /** A value that must be one of these, or a list that must hold nothing but these; it may hold fewer. */
  | { readonly param: string; readonly within: readonly string[] };

/** One control that gives evidence for one requirement. */
export interface Link<ControlId extends string = string, RequirementId extends string = string> {
  readonly control: ControlId;
  readonly requirement: RequirementId;
  readonly shows: Shows;
  readonly breaks: Breaks;
  /** Why this control says something about this requirement. */
  readonly reason: Text;
  /** Of several, all must hold. */
  readonly guard?: Guard | readonly Guard[];
}

/** The conditions of a link, each on one parameter; none where it has no guard. */
export const guardsOf = ({ guard }: Pick<Link, 'guard'>): readonly Guard[] => [guard ?? []].flat();

/** A link as its author writes it: the reason is one string, or one for each language. */
export type LinkDefinition<
  ControlId extends string = string,
  RequirementId extends string = string,
> = Omit<Link<ControlId, RequirementId>, 'reason'> & { readonly reason: Wording };

/** Which controls of a catalog give evidence for which requirements of a framework. */
export interface Mapping {
  readonly framework: string;
  readonly links: readonly Link[];
}

/**
 * Maps controls to a framework's requirements. An id that the framework or the catalog does not have
 * does not compile.
 *
 * @throws PlimsollError `mapping-invalid` when an id is unknown, a pair stands twice, or a link leaves out one of its
 * two values
 */
export function defineMapping<F extends Framework, C extends Catalog>(
  framework: F,
  catalog: C,
  links: readonly LinkDefinition<ControlIdOf<C>, RequirementIdOf<F>>[],
): Mapping {
  const controls = new Set<string>(catalog.controls.map((control: AnyControl) => control.id));
  return checkMapping(framework, links, (id) => controls.has(id));
}

/**
 * Holds links to a framework, and to the controls that `isControl` knows.
 *
 * @throws PlimsollError `mapping-invalid`
 */
export function checkMapping(
  framework: Framework,
  links: readonly LinkDefinition[],
  isControl: (id: string) => boolean,
): Mapping {
  const requirements = new Set<string>(framework.requirements.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { control, requirement, shows, breaks } of links) {
    const pair = `${control} → ${requirement}`;
    const problem = !requirements.has(requirement)
      ? text(
          `${framework.id} has no requirement ${requirement}`,
          `${framework.id} 没有要求 ${requirement}`,
        )
      : !isControl(control)
        ? text(`the catalog has no control ${control}`, `目录中没有控制项 ${control}`)
        : seen.has(pair)
          ? text(`${pair} occurs twice`, `${pair} 出现两次`)
          : !shownByPass.includes(shows) || !brokenByFailure.includes(breaks)
            ? text(
                `${pair} does not say what a pass shows (${shownByPass.join(', ')}) and what a failure breaks (${brokenByFailure.join(', ')})`,
                `${pair} 未说明通过表明什么（${shownByPass.join('、')}）以及不通过破坏什么（${brokenByFailure.join('、')}）`,
              )
            : undefined;
    if (problem !== undefined) {
      throw new PlimsollError(
        'mapping-invalid',
        text(
          `The mapping of ${framework.id} is wrong: ${problem.en}.`,
          `${framework.id} 的映射有误：${problem.zh}。`,
        ),
        {
          hint: text(
            'See the ids with: plimsoll list controls, plimsoll explain FRAMEWORK',
            '查看各 id：plimsoll list controls、plimsoll explain FRAMEWORK',
          ),
        },
      );
    }
    seen.add(pair);
  }
  return {
    framework: framework.id,
    links: links.map((link) =>
      typeof link.reason === 'string' ? { ...link, reason: inBoth(link.reason) } : (link as Link),
    ),
  };
}

/** Whether a link counts under the parameters in force. */
export function isLive(link: Link, params: Readonly<Record<string, unknown>>): boolean {
  return guardsOf(link).every((guard) => isMet(guard, params[guard.param]));
}

/**
 * What a failure breaks under the parameters in force. A stricter value of a guarded parameter than both the default
 * and the link's guard refuses what still meets the requirement, so that a failure only weakens it.
 */
export function breaksUnder(
  link: Link,
  params: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Breaks {
  if (link.breaks !== 'breaks') return link.breaks;
  const stricter = guardsOf(link).some((guard) => {
    const value = params[guard.param];
    return (
      isStricter(guard, value, boundOf(guard)) && isStricter(guard, value, defaults[guard.param])
    );
  });
  return stricter ? 'weakens' : 'breaks';
}

function boundOf(guard: Guard): unknown {
  if ('equals' in guard) return guard.equals;
  if ('includes' in guard) return guard.includes;
  if ('within' in guard) return guard.within;
  if ('bitsWithin' in guard) return guard.bitsWithin;
  return 'atMost' in guard ? guard.atMost : guard.atLeast;
}

/** Whether one value of a guarded parameter lets less pass than another, in the direction of its guard. */
function isStricter(guard: Guard, value: unknown, other: unknown): boolean {
  if ('equals' in guard) return false;
  if ('includes' in guard || 'within' in guard) {
    const [more, fewer] = 'includes' in guard ? [value, other] : [other, value];
    const those: readonly unknown[] = [fewer].flat();
    return [more].flat().some((one) => !those.includes(one));
  }
  if (typeof value !== 'number' || typeof other !== 'number') return false;
  if ('bitsWithin' in guard) return (other & ~value) !== 0;
  return 'atMost' in guard ? value < other : value > other;
}

function isMet(guard: Guard, value: unknown): boolean {
  if ('equals' in guard) return value === guard.equals;
  if ('includes' in guard) {
    return Array.isArray(value) && guard.includes.every((each) => value.includes(each));
  }
  if ('within' in guard) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.every((each) => guard.within.some((one) => one === each));
  }
  if (typeof value !== 'number') return false;
  if ('bitsWithin' in guard) return (value & ~guard.bitsWithin) === 0;
  return 'atMost' in guard ? value <= guard.atMost : value >= guard.atLeast;
}
