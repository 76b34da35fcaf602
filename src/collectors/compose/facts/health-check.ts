import type { Wording } from '../../../core/text.ts';
import { isTest } from '../../workload/health-check.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { fieldOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { isTrue, secondsIn, type Said } from './read-fields.ts';

/** @param image why nothing is known where the file says nothing */
export function healthCheckOf(said: Said, redactor: Redactor, image: Wording) {
  const node = said.field('healthcheck');
  const test = itemsOf(fieldOf(node, 'test')).map((item) => textOf(item) ?? '');
  const off = isTrue(fieldOf(node, 'disable')) || test[0] === 'NONE';
  if (off) return said.at(node, { state: 'disabled' as const, test: [], intervalSeconds: null });
  if (test.length === 0) return said.unknown(image);
  if (!isTest(test)) {
    return said.at(node, { state: 'absent' as const, test: [], intervalSeconds: null });
  }
  return said.at(node, {
    state: 'set' as const,
    test: [...redactor.command(test).value],
    intervalSeconds: secondsIn(fieldOf(node, 'interval')),
  });
}
