import type { Check } from '../../core/controls/check.ts';
import { noneFails, type Select } from '../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { inBoth, text, type Wording } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

/** A variable, build argument or label whose value was looked at and dropped. */
export type Classified = Pick<WorkloadFacts['environment'][number], 'name' | 'secret' | 'rule'>;

/**
 * Whether none of the values looked like a secret when they were read.
 *
 * @param what how the message calls one of them
 * @example
 * check: noSecretIn((w) => w.environment, { en: 'The variable', zh: '环境变量' })
 */
export function noSecretIn<T, P>(select: Select<T, Classified>, what: Wording): Check<T, P> {
  const { en, zh } = inBoth(what);
  return noneFails<T, Classified, P>(
    select,
    ({ name, secret, rule }) =>
      !secret ||
      fail(
        text(
          `${en} ${name} holds what looks like a secret (${rule ?? 'its name'})`,
          `${zh} ${name} 疑似包含敏感信息（规则：${rule ?? '名称'}）`,
        ),
      ),
  );
}
