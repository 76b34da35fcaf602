import { networkAsIntended } from '../../../src/controls/network/network-as-intended.ts';
import { projectOf } from '../../fixtures/declared.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import { composeFile, subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

const compose = { project: 'shop', name: 'back' };
const running = { ...compliantNetwork, defaultBridge: false, internal: true, compose };
const declaredAs = (facts: object) => [
  projectOf('web'),
  subjectOf(
    'network',
    { ...running, createdAt: null, subnets: [], declared: true, ...facts },
    { id: 'shop_back', target: composeFile },
  ),
];

describeControl(networkAsIntended, running, {
  around: declaredAs({}),
  pass: {
    'subnets as the file names them': { others: declaredAs({ subnets: running.subnets }) },
  },
  fail: {
    'a way out': { facts: { internal: false } },
    'another driver': { facts: { driver: 'macvlan' } },
    attachable: { facts: { attachable: true } },
    'traffic between containers': { facts: { interContainerTraffic: true } },
    'not encrypted': {
      facts: { driver: 'overlay', encrypted: false },
      others: declaredAs({ driver: 'overlay', encrypted: true }),
    },
    'other subnets': { others: declaredAs({ subnets: ['10.0.0.0/8'] }) },
    IPv6: { facts: { ipv6: true } },
    'a network that the file does not make': { others: [projectOf('web')] },
  },
  notApplicable: {
    'not of Compose': { facts: { compose: undefined } },
    'the intention itself': { facts: { declared: true } },
    'the file of another project': { facts: { compose: { project: 'other', name: 'back' } } },
  },
});
