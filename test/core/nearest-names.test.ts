import { describe, expect, it } from 'vitest';
import { nearestNames, sayNearest } from '../../src/core/nearest-names.ts';

const ids = ['workload-not-privileged', 'workload-pids-limit', 'image-no-secrets', 'host-audit'];

describe('the nearest names', () => {
  it.each([
    ['workload-pid-limit', ['workload-pids-limit']],
    ['Workload-Not-Privileged', ['workload-not-privileged']],
    ['privileged', ['workload-not-privileged']],
    ['image', ['image-no-secrets']],
    ['image-no-secrets-at-all', ['image-no-secrets']],
  ])('of %s are %j', (typed, near) => {
    expect(nearestNames(typed, ids)).toEqual(near);
  });

  it.each(['zzz', 'banana', '', '…', 'kubernetes-pod-security', 'x'])(
    'are none of what is near nothing: %j',
    (typed) => {
      expect(nearestNames(typed, ids)).toEqual([]);
      expect(sayNearest(typed, ids)).toEqual({ en: '', zh: '' });
    },
  );

  it('come nearest first, and few of them', () => {
    const names = ['pci-dss-3.1', 'pci-dss-4.0.1', 'pci', 'pcx', 'iso'];
    expect(nearestNames('pci', names)).toEqual(['pci', 'pci-dss-3.1', 'pci-dss-4.0.1']);
    expect(nearestNames('pci', names, 1)).toEqual(['pci']);
    expect(sayNearest('pcj', ['pci', 'iso']).en).toBe('The nearest: pci. ');
  });
});
