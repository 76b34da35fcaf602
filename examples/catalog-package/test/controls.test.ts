import { expect, test } from 'vitest';
import { testControl, aWorkload } from 'plimsoll/testing';
import { acmeOwnRegistry } from '../src/controls/acme-own-registry.ts';
import { acmeOwnerNamed } from '../src/controls/acme-owner-named.ts';

test('acme-owner-named', () => {
  const { problems } = testControl(
    acmeOwnerNamed,
    {
      pass: [aWorkload({ labels: { 'com.acme.owner': 'payments' } })],
      fail: [aWorkload(), aWorkload({ labels: { 'com.acme.owner': '' } })],
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
      pass: [aWorkload({ image })],
      fail: {
        'from elsewhere': aWorkload(),
        'a name that only begins alike': aWorkload({
          image: { reference: 'registry.acme.example.org/shop:1.4.2' },
        }),
        'as root': aWorkload({ image, user: { configured: '0', uid: 0 } }),
        'as root by name': aWorkload({ image, user: { configured: 'root', uid: null } }),
      },
      unknown: {
        'a name without a number': aWorkload({ image, user: { configured: 'app', uid: null } }),
      },
    },
    { mutate: true },
  );
  expect(problems).toEqual([]);
});
