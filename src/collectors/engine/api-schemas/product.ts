import type { RawVersion } from './engine.ts';
import { type Missing, isMissing, missing, read } from '../../gathering/partial-facts.ts';
import type { Product } from '../../workload/engine-traits.ts';
import { text } from '../../../core/text.ts';

/** Which engine answers; `undefined` where it does not say. */
export function productOf(version: RawVersion | undefined): Product | undefined {
  const product = version && read(() => toldProduct(version));
  return product === undefined || isMissing(product) ? undefined : product;
}

/** Which engine answers, by the components that it says it is made of. What names neither may be either, and not say so. */
export function toldProduct({ Components }: RawVersion): Product | Missing {
  const names = Components.map(({ Name }) => Name);
  if (names.some((name) => name.startsWith('Podman'))) return 'podman';
  if (names.includes('Engine')) return 'docker';
  return missing({
    reason: 'unsupported',
    detail: text(
      'it names none of its components that tells which engine it is',
      '其组件列表未说明是何种引擎',
    ),
    source: { kind: 'api', endpoint: '/version', pointer: '/Components' },
  });
}
