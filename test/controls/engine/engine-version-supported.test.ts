import { engineVersionSupported } from '../../../src/controls/engine/engine-version-supported.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { expect, it } from 'vitest';
import { describeControl } from '../../support/describe-control.ts';
import { judge } from '../../support/judge.ts';

const version = (value: string) => ({ facts: { version: value } });

it('names the day of its table and how long ago that was', () => {
  expect(judge(engineVersionSupported, compliantEngine).message.en).toBe(
    'As far as is known: the table of maintained releases is of 2026-05-31, 177 days before this scan',
  );
});

describeControl(engineVersionSupported, compliantEngine, {
  pass: {
    'the first release that counts': version('29.0.0'),
    'numbers, not text': version('100.0.0'),
    'a distribution’s own suffix': version('29.1.3+dfsg1'),
    'a minimum that somebody vouches for, whatever the age of the table': {
      params: { minimum: '29.0.0', maxTableDays: 1 },
    },
    'an older one that is vouched for': {
      ...version('26.1.5+dfsg1'),
      params: { minimum: '26.1.5' },
    },
  },
  fail: {
    'an older one, by a table that is too old': {
      ...version('28.5.2'),
      params: { maxTableDays: 1 },
    },
    'the branch before': version('28.5.2'),
    'a distribution’s older one': version('26.1.5+dfsg1'),
    'numbers, not letters': version('9.0.0'),
    'the old way of counting': version('20.10.24'),
    'a preview of the first release': version('29.0.0-rc.2'),
    'a minimum with a patch': { ...version('29.1.2'), params: { minimum: '29.1.10' } },
  },
  notApplicable: {
    Podman: { facts: { product: 'podman', version: '5.8.2' } },
  },
  unknown: {
    'a table that is too old to say so': { params: { maxTableDays: 176 } },
    'a build without a version': version('dev'),
    'an engine that does not say which one it is': { facts: { product: 'other' } },
    'not read': { denied: ['/version'] },
  },
});
