import { hostAuditRulesLoaded } from '../../../src/controls/host/host-audit-rules-loaded.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  path,
  permissions,
  file: '/a.rules',
  line: 1,
});

describeControl(hostAuditRulesLoaded, compliantHost, {
  pass: {
    'more than is configured': { facts: { audit: { configured: [watch('/etc/docker')] } } },
    'more permissions than are configured': {
      facts: { audit: { configured: [watch('/a', 'w')], watches: [watch('/a', 'rwxa')] } },
    },
  },
  fail: {
    'one is missing': { facts: { audit: { configured: [watch('/etc/docker'), watch('/srv')] } } },
    'fewer permissions than are configured': {
      facts: { audit: { configured: [watch('/a', 'rwxa')], watches: [watch('/a')] } },
    },
    'audit is switched off': { facts: { audit: { watches: [] } } },
  },
  notApplicable: {
    'files without a rule': { facts: { audit: { configured: [] } } },
    'no audit': { facts: { audit: { state: 'absent', configured: [], watches: [] } } },
  },
  unknown: {
    'files alone': { facts: { audit: { state: 'files' } } },
    'the files were not read': { denied: ['/audit/configured'] },
  },
  says: {
    'fewer permissions than are configured': 'Not loaded: /a (/a.rules:1)',
  },
});
