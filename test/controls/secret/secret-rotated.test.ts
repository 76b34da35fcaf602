import { secretRotated } from '../../../src/controls/secret/secret-rotated.ts';
import { compliantSecret } from '../../fixtures/secret.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(secretRotated, compliantSecret, {
  pass: { 'exactly at the limit': { facts: { createdAt: '2025-11-24T12:00:00Z' } } },
  fail: {
    'a second over the limit': { facts: { createdAt: '2025-11-24T11:59:59Z' } },
    'old, though a label was changed lately': {
      facts: { createdAt: '2024-01-01T00:00:00Z', updatedAt: '2026-11-23T00:00:00Z' },
    },
    'old, though nothing uses it': { facts: { createdAt: '2024-01-01T00:00:00Z', usedBy: [] } },
    'over a tailored limit': { params: { maxDays: 90 } },
  },
  notApplicable: {
    'a configuration': { facts: { store: 'config', createdAt: '2020-01-01T00:00:00Z' } },
    'kept elsewhere': { facts: { driver: 'vault', createdAt: '2020-01-01T00:00:00Z' } },
  },
  unknown: { 'not read': { denied: ['/createdAt'] } },
});
