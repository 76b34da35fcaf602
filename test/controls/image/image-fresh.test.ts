import { imageFresh } from '../../../src/controls/image/image-fresh.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const built = (createdAt: string | null) => ({ facts: { createdAt } });

describeControl(imageFresh, compliantImage, {
  pass: {
    'exactly at the limit': built('2026-08-26T12:00:00Z'),
    'a clock a little ahead': built('2026-11-24T12:00:03.123456789Z'),
  },
  fail: {
    'a second over the limit': built('2026-08-26T11:59:59Z'),
    'years old': built('2019-02-01T00:00:00Z'),
    'over a tailored limit': { ...built('2026-11-01T00:00:00Z'), params: { maxDays: 14 } },
  },
  unknown: {
    'no date': built(null),
    'the year 1': built('0001-01-01T00:00:00Z'),
    'the epoch of reproducible builds': built('1970-01-01T00:00:00Z'),
    'the 1980 of buildpacks': built('1980-01-01T00:00:01Z'),
    'a date in the future': built('2027-11-24T12:00:00Z'),
    'not read': { denied: ['/createdAt'] },
  },
});
