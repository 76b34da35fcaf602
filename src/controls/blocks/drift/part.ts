import { z } from 'zod';
import {
  combinator,
  evaluate,
  recorderOf,
  type Check,
  type CheckContext,
} from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { joinTexts, text, type Language, type Text } from '../../../core/text.ts';
import { conjunction, fail, type Verdict } from '../../../core/controls/verdict.ts';
import { heldToFile } from './held-to-file.ts';
import type { Pair } from './pair.ts';

/** One thing that is compared: a fact, or several that are one to anyone who reads a Compose file. */
export interface Part {
  /** As parameters call it. */
  readonly name: string;
  /** Set where a Swarm service has no such thing, whatever its file says. */
  readonly containersOnly?: true;
  readonly agree: Check<Pair>;
}

/**
 * Compares with the file where it says something, and where it leaves that open with what decides in its place: the
 * image, or the engine. What could not be read, of the file or of the one that runs, stays unread either way.
 */
export const saidOr = (
  said: (intended: WorkloadFacts) => unknown,
  compare: Check<Pair>,
  otherwise: Check<Pair>,
): Check<Pair> =>
  combinator((pair, ctx) => {
    const met = ctx[recorderOf].touched.length;
    const outcome = evaluate<Pair, unknown>(
      ({ intended }) => {
        said(intended);
        return true;
      },
      pair,
      ctx,
    );
    if (outcome.status === 'pass') return evaluate(compare, pair, ctx);
    // A file marks what it leaves open with this reason, and with no other.
    const gaps = ctx[recorderOf].touched.slice(met);
    const open = gaps.length > 0 && gaps.every(({ gap }) => gap.reason === 'unsupported');
    return open ? evaluate(otherwise, pair, ctx) : outcome;
  });

/** A value that both sides have. */
type Scalar = string | number | boolean | null;

/** A value as it is shown: as it stands, or in words. */
export type Shown = Scalar | Text;

const words = {
  true: text('on', '启用'),
  false: text('off', '未启用'),
  '': text('nothing', '无'),
} as const;

function show(value: Shown): Text {
  if (typeof value === 'object' && value !== null) return value;
  const word = new Map<string, Text>(Object.entries(words)).get(String(value));
  return word ?? text(String(value), String(value));
}

/** Says that two values differ. */
export function differs(label: Text, running: Shown, intended: Shown): Verdict {
  const [is, should] = [show(running), show(intended)];
  return fail(
    text(
      `${label.en}: ${is.en}, intended: ${should.en}`,
      `${label.zh}：实际为${spaced(is.zh)}，预期为${spaced(should.zh)}`,
    ),
  );
}

/** Chinese and Latin letters stand apart. */
const spaced = (shown: string): string => (/^[\p{sc=Han}]/u.test(shown) ? shown : ` ${shown}`);

/** Says which members of a list are too many and which are missing; passes where there are none. */
export function compareLists(
  label: Text,
  more: readonly (string | Text)[],
  missing: readonly (string | Text)[],
): true | Verdict {
  if (more.length === 0 && missing.length === 0) return true;
  const said = [
    more.length > 0
      ? text(`${named(more, 'en')} not intended`, `多出 ${named(more, 'zh')}`)
      : undefined,
    missing.length > 0
      ? text(`${named(missing, 'en')} missing`, `缺少 ${named(missing, 'zh')}`)
      : undefined,
  ].filter((each) => each !== undefined);
  return fail(
    text(
      `${label.en}: ${said.map(({ en }) => en).join(', ')}`,
      `${label.zh}：${said.map(({ zh }) => zh).join('，')}`,
    ),
  );
}

/** More names than these make no sentence. */
const shownNames = 6;

function named(names: readonly (string | Text)[], language: Language): string {
  const shown = names
    .slice(0, shownNames)
    .map((name) => (typeof name === 'string' ? name : name[language]))
    .join(language === 'zh' ? '、' : ', ');
  return names.length > shownNames ? `${shown} … (+${names.length - shownNames})` : shown;
}

/** Compares one value of each side. */
export const value = <T extends Scalar>(
  name: string,
  label: Text,
  read: (w: WorkloadFacts) => T,
  options: {
    readonly containersOnly?: true;
    /** How a value is shown; as it stands when absent. */
    readonly show?: (value: T) => Shown;
    /** Whether two values that are not the same still agree: what an engine makes of what nobody said. */
    readonly agree?: (pair: { running: T; intended: T }, of: Pair, ctx: CheckContext) => boolean;
  } = {},
): Part => ({
  name,
  ...(options.containersOnly ? { containersOnly: true } : {}),
  agree: (pair, ctx) => {
    const [running, intended] = [read(pair.running), read(pair.intended)];
    if (running === intended || options.agree?.({ running, intended }, pair, ctx) === true) {
      return true;
    }
    const { show: shown = (each: T): Shown => each } = options;
    return differs(label, shown(running), shown(intended));
  },
});

/** Compares lists of names, whatever their order. */
export const set = (
  name: string,
  label: Text,
  read: (w: WorkloadFacts) => readonly string[],
  options: {
    readonly containersOnly?: true;
    /** Members that may be there beside those that are intended. */
    readonly allowed?: (ctx: CheckContext) => readonly string[];
  } = {},
): Part => ({
  name,
  ...(options.containersOnly ? { containersOnly: true } : {}),
  agree: ({ running, intended }, ctx) => {
    const [is, should] = [read(running), read(intended)];
    const more = is.filter((each) => !should.includes(each));
    const allowed = more.length > 0 ? (options.allowed?.(ctx) ?? []) : [];
    return compareLists(
      label,
      more.filter((each) => !allowed.includes(each)),
      should.filter((each) => !is.includes(each)),
    );
  },
});

/** The parameter of every control that compares parts. */
export const ignoring = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.object({
    ignore: z
      .array(z.enum(names))
      .default([])
      .meta({
        en: `What is not compared, of: ${names.join(', ')}. Nothing by default: what somebody changed on purpose belongs into the file.`,
        zh: `不参与比对的内容，可选：${names.join('、')}。默认全部比对：有意的变更应写入文件。`,
      }),
  });

/** Holds what runs to its file, part by part: every part that differs is named, however many there are. */
export const agreesWithFile = <P extends { readonly ignore: readonly string[] }>(
  parts: readonly Part[],
): Check<WorkloadFacts, P> =>
  heldToFile((pair) =>
    combinator(({ origin }, ctx) => {
      const compared = parts.filter(
        ({ name, containersOnly }) =>
          !ctx.params.ignore.includes(name) && (containersOnly !== true || origin === 'container'),
      );
      const verdicts = compared.map(({ agree }) => evaluate(agree, pair, ctx));
      const said = verdicts.flatMap(({ status, message }) =>
        status === 'fail' && message ? [message] : [],
      );
      return said.length > 0 ? fail(joinTexts(said)) : conjunction(verdicts);
    }),
  );
