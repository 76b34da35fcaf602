import { workloadMountsAsIntended } from '../../../src/controls/workload/workload-mounts-as-intended.ts';
import { declaredAs, deployedWorkload } from '../../fixtures/declared.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { bindOf } from '../../fixtures/workload.ts';
import { subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

type Mount = ReturnType<typeof bindOf>;

const mounted = (...mounts: readonly Mount[]) => ({ facts: { mounts } });
const madeUp = 'f'.repeat(64);
const volumeOf = (source: string): Mount => ({
  ...bindOf(source, { target: '/data' }),
  type: 'volume',
  hostPath: null,
});
const volume = (usedBy: readonly string[]) =>
  subjectOf('volume', { ...compliantVolume, usedBy }, { id: madeUp });
const html = bindOf('/srv/shop/html');

describeControl(workloadMountsAsIntended, deployedWorkload, {
  around: declaredAs(),
  pass: {
    'an engine’s word for the usual spread': {
      ...mounted(bindOf('/srv/a', { propagation: 'rprivate' })),
      others: declaredAs(mounted(bindOf('/srv/a'))),
    },
    'a volume for which the engine made up a name': {
      ...mounted(volumeOf(madeUp)),
      others: [...declaredAs(mounted(volumeOf(''))), volume(['workload-1'])],
    },
    'a volume that its image asks for': {
      ...mounted(volumeOf(madeUp)),
      others: [...declaredAs(mounted()), volume(['workload-1'])],
    },
    'deployed from another folder, which is named': {
      ...mounted(bindOf('/opt/shop/html')),
      others: declaredAs(mounted(html)),
      params: { deployedFrom: '/opt/shop/' },
    },
    'a secret of a Swarm service, which is no mount': {
      facts: { origin: 'swarm-service', mounts: [] },
      others: declaredAs(mounted({ ...html, stored: true })),
    },
    'what is left out on purpose': {
      ...mounted(bindOf('/etc')),
      others: declaredAs(mounted()),
      params: { ignore: ['/mnt'] },
    },
  },
  fail: {
    'a mount more': {
      ...mounted(html, bindOf('/etc', { target: '/h' })),
      others: declaredAs(mounted(html)),
    },
    'a mount less': { ...mounted(), others: declaredAs(mounted(html)) },
    'another source': { ...mounted(bindOf('/etc')), others: declaredAs(mounted(html)) },
    'another volume': {
      ...mounted(volumeOf('other_data')),
      others: declaredAs(mounted(volumeOf('shop_data'))),
    },
    writable: { ...mounted(html), others: declaredAs(mounted({ ...html, readOnly: true })) },
    'another spread': {
      ...mounted(bindOf('/srv/a', { propagation: 'rshared' })),
      others: declaredAs(mounted(bindOf('/srv/a'))),
    },
    'a larger tmpfs': {
      ...mounted({ ...html, type: 'tmpfs', source: '', hostPath: null, sizeBytes: 2 }),
      others: declaredAs(
        mounted({ ...html, type: 'tmpfs', source: '', hostPath: null, sizeBytes: 1 }),
      ),
    },
    'the volume of another container, by the name that its engine made up': {
      ...mounted(volumeOf(madeUp)),
      others: [...declaredAs(mounted(volumeOf(''))), volume(['workload-1', 'other'])],
    },
    'deployed from a folder that only a label names': {
      facts: {
        mounts: [bindOf('/html')],
        labels: { 'com.docker.compose.project.working_dir': '/' },
      },
      others: declaredAs(mounted(html)),
    },
  },
  notApplicable: { 'no file among the targets': { others: [] } },
});
