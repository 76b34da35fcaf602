import { known } from '../../gathering/known-value.ts';
import { whenRead } from '../../gathering/partial-facts.ts';
import { fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { numberIn, type Said } from './read-fields.ts';

const policies = ['no', 'on-failure', 'always', 'unless-stopped'] as const;

const conditions: Readonly<Record<string, string>> = { none: 'no', any: 'always' };

/** `deploy.restart_policy` wins over `restart`, as it does in Compose. */
export function restartOf(said: Said) {
  const deployed = said.field('deploy', 'restart_policy');
  if (deployed) {
    const condition = textOf(fieldOf(deployed, 'condition')) ?? 'any';
    return {
      policy: whenRead(
        known(policies, conditions[condition] ?? condition, 'restart policy'),
        (policy) => said.at(deployed, policy),
      ),
      maximumRetries: said.at(deployed, numberIn(fieldOf(deployed, 'max_attempts'))),
    };
  }
  const node = said.field('restart');
  const [policy = 'no', tries = '0'] = (textOf(node) ?? 'no').split(':');
  return {
    policy: whenRead(known(policies, policy, 'restart policy'), (read) => said.at(node, read)),
    maximumRetries: said.at(node, /^\d+$/.test(tries) ? Number(tries) : 0),
  };
}
