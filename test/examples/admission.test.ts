import { expect, test } from 'vitest';
import { decide } from '../../examples/admission/decide.ts';

test('the example of admission exempts one user, and nobody else', async () => {
  const file = 'examples/admission/privileged.json';
  expect(await decide(file, 'builder')).toBe('allowed, workload-not-privileged by carol');
  expect(await decide(file, 'alice')).toMatch(
    /^refused: .*\(workload-not-privileged\).*; to ask for an exemption: security@example\.com$/,
  );
  expect(await decide('examples/admission/plain.json', 'alice')).toBe('allowed');
});
