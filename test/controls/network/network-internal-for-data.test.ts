import { networkInternalForData } from '../../../src/controls/network/network-internal-for-data.ts';
import { labelled, serviceWithTask } from '../../fixtures/beside.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

const own = { ...compliantNetwork, internal: true, usedBy: ['one', 'two'] };

describeControl(networkInternalForData, own, {
  around: [labelled('one', { tier: 'app' }), labelled('two', { tier: 'data' })],
  pass: { 'in capitals': { others: [labelled('one', { tier: 'DB' })] } },
  fail: {
    'a way out': { facts: { internal: false } },
    'a tier of one’s own': {
      facts: { internal: false },
      others: [labelled('one', { layer: 'vault' })],
      params: { label: 'layer', tiers: ['vault'] },
    },
  },
  notApplicable: {
    'no store on it': { facts: { internal: false }, others: [labelled('one', { tier: 'web' })] },
    'a container that is of no service of a store': {
      facts: { internal: false, usedBy: ['two'] },
      others: [...serviceWithTask('one', { tier: 'data' }), labelled('two', {})],
    },
    'nobody has a label': { facts: { internal: false }, others: [labelled('one', {})] },
  },
  unknown: { 'not read': { denied: ['/internal'] } },
});
