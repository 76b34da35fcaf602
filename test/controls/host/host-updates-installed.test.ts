import { hostUpdatesInstalled } from '../../../src/controls/host/host-updates-installed.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

/** Snapshots of tests are taken on 2026-11-24. */
const updates = (some: object) => ({ facts: { updates: some } });
const waits = (...names: readonly string[]) =>
  names.map((name) => ({ name, installed: '1.0-1', available: '1.0-1+deb13u1' }));

describeControl(hostUpdatesInstalled, compliantHost, {
  pass: {
    'lists of a week ago': updates({ listsAt: '2026-11-18T00:00:00Z' }),
    'older ones, where that is accepted': {
      ...updates({ listsAt: '2026-11-01T00:00:00Z' }),
      params: { maxDays: 30 },
    },
  },
  fail: {
    one: updates({ pending: waits('libssl3') }),
    many: updates({ pending: waits('a', 'b', 'c', 'd', 'e', 'f') }),
    'one by old lists': updates({ listsAt: '2026-01-01T00:00:00Z', pending: waits('libssl3') }),
  },
  notApplicable: { 'no packages': { facts: { updates: null } } },
  unknown: {
    'no lists': updates({ listsAt: null }),
    'lists of a time to come': updates({ listsAt: '2100-01-01T00:00:00Z' }),
    'lists of a month ago': updates({ listsAt: '2026-10-24T00:00:00Z' }),
    'not read': { denied: ['/updates'] },
    'a snapshot of an older release': { facts: { updates: undefined } },
    'what waits was not read': { denied: ['/updates/pending'] },
    'the date was not read': { denied: ['/updates/listsAt'] },
  },
  says: {
    one: 'Security updates that wait: 1: libssl3 1.0-1 (1.0-1+deb13u1)',
    many: /^Security updates that wait: 6: a 1.0-1 .*, e 1.0-1 \(1.0-1\+deb13u1\), …$/,
  },
});
