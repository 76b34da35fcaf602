import { hostDataRootSeparate } from '../../../src/controls/host/host-data-root-separate.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const mount = (mountPoint: string, source: string, fileSystem = 'ext4') => ({
  mountPoint,
  source,
  fileSystem,
  options: ['rw'],
});
const root = mount('/', '/dev/sda1');
const mounts = (...more: ReturnType<typeof mount>[]) => ({ facts: { mounts: [root, ...more] } });
const engineAt = (dataRoot: string, id = 'engine-1') =>
  subjectOf('engine', { ...compliantEngine, dataRoot }, { id });

describeControl(hostDataRootSeparate, compliantHost, {
  around: [engineAt('/var/lib/docker')],
  pass: {
    'a root that was moved to its own mount': {
      ...mounts(mount('/srv/docker', '/dev/sdb1')),
      others: [engineAt('/srv/docker')],
    },
    'the folder of remapped users below the mount': {
      others: [engineAt('/var/lib/docker/100000.100000')],
    },
    'a mount above it that was set aside': {
      ...mounts(mount('/data', '/dev/sdb1')),
      others: [engineAt('/data/docker')],
      params: { dedicated: ['/data'] },
    },
    'another device by the same name': {
      facts: {
        mounts: [
          { ...mount('/', 'none', 'zfs'), device: '0:30' },
          { ...mount('/var/lib/docker', 'none', 'zfs'), device: '0:31' },
        ],
      },
    },
    'a file system in memory below an overlay': mounts(
      mount('/var/lib', 'overlay', 'overlay'),
      mount('/var/lib/docker', 'tmpfs', 'tmpfs'),
    ),
  },
  fail: {
    'on the root file system': mounts(),
    'moved away from the mount': { others: [engineAt('/srv/docker')] },
    'on a system’s own partition': mounts(mount('/var', '/dev/sda2')),
    'bound onto itself': mounts(mount('/var/lib/docker', '/dev/sda1')),
    'bound onto itself in an overlay': mounts(
      mount('/var/lib', 'overlay', 'overlay'),
      mount('/var/lib/docker', 'overlay', 'overlay'),
    ),
    'bound onto itself, where the root has another name': {
      facts: {
        mounts: [
          { ...root, source: '/dev/root', device: '8:1' },
          { ...mount('/var/lib/docker', '/dev/sda1'), device: '8:1' },
        ],
      },
    },
    'bound from the root’s device below a file system in memory': {
      facts: {
        mounts: [
          { ...root, device: '8:1' },
          { ...mount('/run', 'tmpfs', 'tmpfs'), device: '0:25' },
          { ...mount('/run/docker-data', '/dev/sda1'), device: '8:1' },
        ],
      },
      others: [engineAt('/run/docker-data')],
    },
    'covered by a later mount': mounts(
      mount('/var/lib/docker', '/dev/sdb1'),
      mount('/var/lib/docker', '/dev/sda1'),
    ),
    'a mount whose name only begins alike': mounts(mount('/var/lib/docker2', '/dev/sdb1')),
    'one of two engines': {
      others: [engineAt('/var/lib/docker'), engineAt('/home/li/docker', 'engine-2')],
    },
  },
  notApplicable: { 'no engine': { others: [] } },
  unknown: {
    'the mounts were not read': { denied: ['/mounts'] },
    'the engine’s root was not read': {
      others: [
        subjectOf('engine', compliantEngine, {
          gaps: [{ path: '/dataRoot', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
});
