import { engineContentTrust } from '../../../src/controls/engine/engine-content-trust.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const host = (...enabled: readonly boolean[]) => [
  subjectOf(
    'host',
    {
      ...compliantHost,
      contentTrust: enabled.map((each, at) => ({
        file: '/etc/environment',
        line: at + 1,
        enabled: each,
      })),
    },
    { id: 'host-1' },
  ),
];

describeControl(engineContentTrust, compliantEngine, {
  around: host(true),
  pass: { 'said twice': { others: host(true, true) } },
  fail: {
    'said nowhere': { others: host() },
    'switched off': { others: host(false) },
    'switched on, and off again': { others: host(true, false) },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: {
    'which engine it is was not read': { denied: ['/product'] },
    'the files were not read': {
      others: host(true).map((each) => ({
        ...each,
        gaps: [{ path: '/contentTrust', reason: 'denied' as const, detail: 'test' }],
      })),
    },
  },
  says: {
    'switched off': 'Switched off in /etc/environment:1',
  },
});
