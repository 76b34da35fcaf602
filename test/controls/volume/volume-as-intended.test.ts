import { volumeAsIntended } from '../../../src/controls/volume/volume-as-intended.ts';
import { projectOf } from '../../fixtures/declared.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { composeFile, subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

const compose = { project: 'shop', name: 'data' };
const running = { ...compliantVolume, compose };
const declaredAs = (facts: object) => [
  projectOf('web'),
  subjectOf(
    'volume',
    { ...running, createdAt: null, declared: true, ...facts },
    { id: 'shop_data', target: composeFile },
  ),
];
const nas = { fileSystem: 'nfs4', device: ':/export', mountOptions: 'addr=nas,ro' };

describeControl(volumeAsIntended, running, {
  around: declaredAs({}),
  pass: { 'from the network': { facts: nas, others: declaredAs(nas) } },
  fail: {
    'a plain directory instead of a share': { others: declaredAs(nas) },
    'a path of the host': {
      facts: { fileSystem: 'none', device: '/etc', mountOptions: 'bind', hostPath: '/etc' },
    },
    'another driver': { facts: { driver: 'cloud' } },
    'a volume that the file does not make': { others: [projectOf('web')] },
  },
  notApplicable: {
    'not of Compose': { facts: { compose: undefined } },
    'the intention itself': { facts: { declared: true } },
  },
});
