import { imageInUse } from '../../../src/controls/image/image-in-use.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { expect, it } from 'vitest';
import { describeControl } from '../../support/describe-control.ts';
import { judge } from '../../support/judge.ts';

it('is in use by one that is known, whatever others there may be', () => {
  const gaps = [{ path: '/usedBy/-', reason: 'denied', detail: 'test' }] as const;
  expect(judge(imageInUse, compliantImage, { gaps }).status).toBe('pass');
});

describeControl(imageInUse, compliantImage, {
  pass: {
    'without a name, yet in use': { facts: { references: [] } },
  },
  fail: {
    'nothing uses it': { facts: { usedBy: [] } },
    'nothing uses it and it has no name': { facts: { usedBy: [], references: [] } },
  },
  unknown: {
    'the containers could not be listed': { denied: ['/usedBy'] },
    'none is known to use it, and others were not read': {
      facts: { usedBy: [] },
      denied: ['/usedBy/-'],
    },
  },
});
