import { expect, it } from 'vitest';
import { tmpfsSize } from '../../../src/collectors/workload/tmpfs-size.ts';

it.each([
  ['', { sizeBytes: 0 }],
  ['rw,noexec', { sizeBytes: 0 }],
  ['size=64m,mode=1777', { sizeBytes: 67_108_864 }],
  ['size=64m,size=1k', { sizeBytes: 1024 }],
  ['size=10%', { sizeShare: 10 }],
  ['size=1m,size=100%', { sizeShare: 100 }],
  ['size=x%', { sizeBytes: 0 }],
])('a tmpfs with the options %j is bounded by %j', (options, size) => {
  expect(tmpfsSize(options)).toEqual(size);
});
