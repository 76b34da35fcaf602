import { knownKeys, type KnownKeys } from '../recording/known-keys.ts';
import { refuseKey, type Recorder } from '../recording/recorder.ts';
import { text, type Text } from '../text.ts';
import { z } from 'zod';
import type { CheckContext } from './check.ts';

/** An object of these, frozen, that refuses any other key: what stands behind it is asked only for what is not there. */
export function guardKeys<T extends object>(
  own: T,
  known: KnownKeys,
  where: Text,
  recorder: Recorder,
): T {
  const refuse = (key: string | symbol): void => {
    if (typeof key === 'string' && !known.has(key)) refuseKey(recorder, where, key, known);
  };
  const behind = new Proxy(Object.prototype, {
    get(target, key): unknown {
      refuse(key);
      return Reflect.get(target, key);
    },
    has(target, key) {
      refuse(key);
      return Reflect.has(target, key);
    },
  });
  // The keys are those of `own`.
  return Object.freeze(Object.assign(Object.create(behind) as T, own));
}

const whose = text('the parameters', '参数');

/** Parameters as a check is given them: it can change none, and a key that their schema does not have is refused. */
export function guardParams(params: object, schema: z.core.$ZodType, recorder: Recorder): object {
  const guard = (value: unknown, known: KnownKeys | undefined): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      return Object.freeze(value.map((item, at) => guard(item, known?.below(String(at)))));
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    const own = Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, guard(each, known?.below(key))]),
    );
    return known === undefined ? Object.freeze(own) : guardKeys(own, known, whose, recorder);
  };
  // An object stays one.
  return guard(params, knownKeys(schema)) as object;
}

const contextKeys = knownKeys(
  z.object({
    params: z.unknown(),
    collectedAt: z.unknown(),
    all: z.unknown(),
    find: z.unknown(),
    declared: z.unknown(),
    deployed: z.unknown(),
  } satisfies Record<keyof CheckContext & string, z.ZodType>),
);

/** A context as a check is given it. */
export const guardContext = <Params>(
  ctx: CheckContext<Params>,
  recorder: Recorder,
): CheckContext<Params> =>
  contextKeys ? guardKeys(ctx, contextKeys, text('the context', '上下文'), recorder) : ctx;
