import { networkTiersSeparate } from '../../../src/controls/network/network-tiers-separate.ts';
import { labelled, serviceWithTask } from '../../fixtures/beside.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

const own = { ...compliantNetwork, defaultBridge: false, usedBy: ['one', 'two', 'three'] };
const tiers = (...names: readonly string[]) => ({
  others: names.map((tier, at) => labelled(own.usedBy[at] ?? '', { tier })),
});

describeControl(networkTiersSeparate, own, {
  around: tiers('web', 'app', 'web').others,
  pass: {
    'neighbours, the other way round': tiers('app', 'web', 'app'),
    'in capitals': tiers('App', 'Data', 'DATA'),
    'one tier and others without': {
      others: [labelled('one', { tier: 'data' }), labelled('two', {}), labelled('three', {})],
    },
    'pairs of one’s own': { ...tiers('front', 'back'), params: { allowed: [['front', 'back']] } },
    'a label of one’s own': {
      others: [labelled('one', { layer: 'app' }), labelled('two', { layer: 'data', tier: 'web' })],
      params: { label: 'layer' },
    },
  },
  fail: {
    'the web beside the data': tiers('web', 'data'),
    'all three': tiers('web', 'app', 'data'),
    'tiers that no pair names': tiers('front', 'back'),
    'containers of services': {
      facts: { usedBy: ['one.1', 'two.1'] },
      others: [
        ...serviceWithTask('one', { tier: 'web' }),
        ...serviceWithTask('two', { tier: 'data' }),
      ],
    },
  },
  notApplicable: {
    'nobody has a label': { others: [labelled('one', {}), labelled('two', {})] },
    'a container that is of no service of a tier': {
      facts: { usedBy: ['two'] },
      others: [...serviceWithTask('one', { tier: 'web' }), labelled('two', {})],
    },
    'nothing is on it': { facts: { usedBy: [] } },
  },
  unknown: { 'who uses it was not read': { denied: ['/usedBy'] } },
});
