import { expect, test } from 'vitest';
import { testControl, workload } from 'plimsoll/testing';
import { acmeOwnRegistry } from '../src/controls/acme-own-registry.ts';
import { acmeOwnerNamed } from '../src/controls/acme-owner-named.ts';

test('acme-owner-named', () => {
  const { problems } = testControl(
    acmeOwnerNamed,
    {
      pass: [workload({ labels: { 'com.acme.owner': 'payments' } })],
      fail: [workload(), workload({ labels: { 'com.acme.owner': '' } })],
    },
    { mutate: true },
  );
  expect(problems).toEqual([]);
});

test('acme-own-registry', () => {
  const image = {
    reference: 'registry.acme.example/shop:1.4.2',
    registry: 'registry.acme.example',
  };
  const { problems } = testControl(
    acmeOwnRegistry,
    {
      pass: [workload({ image })],
      fail: {
        'from elsewhere': workload(),
        'a name that only begins alike': workload({
          image: { reference: 'registry.acme.example.org/shop:1.4.2' },
        }),
        'as root': workload({ image, user: { configured: '0', uid: 0 } }),
        'as root by name': workload({ image, user: { configured: 'root', uid: null } }),
      },
      unknown: {
        'a name without a number': workload({ image, user: { configured: 'app', uid: null } }),
      },
    },
    { mutate: true },
  );
  expect(problems).toEqual([]);
});
