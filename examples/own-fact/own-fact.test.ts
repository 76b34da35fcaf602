import { expect, test } from 'vitest';
import { aWorkload, extendBuilder, testControl } from 'plimsoll/testing';
import { inventoried } from './inventory.ts';
import { workloadInventoried } from './plimsoll.config.ts';

const anInventoried = extendBuilder(aWorkload, inventoried, { inventoryOwner: 'payments' });

test('acme-workload-inventoried', () => {
  const tested = testControl(
    workloadInventoried,
    {
      pass: [anInventoried()],
      fail: [anInventoried({ inventoryOwner: null })],
      unknown: [anInventoried({}, { denied: ['/inventoryOwner'] })],
    },
    { mutate: true },
  );
  expect(tested.problems).toEqual([]);
});
