import { workloadLimitsAsIntended } from '../../../src/controls/workload/workload-limits-as-intended.ts';
import { declaredAs, deployedWorkload } from '../../fixtures/declared.ts';
import { describeControl } from '../../support/describe-control.ts';

const limits = (resources: object) => ({ facts: { resources } });
const memory = deployedWorkload.resources.memoryBytes;
const blkio = { device: '/dev/sda', what: 'readBytes', perSecond: 1 } as const;

describeControl(workloadLimitsAsIntended, deployedWorkload, {
  around: declaredAs(),
  pass: {
    'a limit of block I/O that the file sets': {
      ...limits({ blkioLimits: [blkio] }),
      others: declaredAs(limits({ blkioLimits: [blkio] })),
    },
    'swap left open': {
      ...limits({ memorySwapBytes: 2 * memory }),
      others: declaredAs(limits({ memorySwapBytes: 0 })),
    },
    'swap left open, where the kernel cannot limit it': {
      ...limits({ memorySwapBytes: -1 }),
      others: declaredAs(limits({ memorySwapBytes: 0 }), { limits: { swap: false } }),
    },
    'no shares, as the kernel puts it': {
      ...limits({ cpuShares: 1024 }),
      others: declaredAs(limits({ cpuShares: 0 })),
    },
    'no limit of processes, in another spelling': {
      ...limits({ pidsLimit: -1 }),
      others: declaredAs(limits({ pidsLimit: 0 })),
    },
    'ulimits of the engine beside its own': {
      ...limits({
        ulimits: [
          { name: 'nofile', soft: 1024, hard: 2048 },
          { name: 'core', soft: 0, hard: 0 },
        ],
      }),
    },
    'the usual /dev/shm': { others: declaredAs(limits({ shmBytes: 0 })) },
    'the /dev/shm that the engine gives': {
      ...limits({ shmBytes: 1_048_576 }),
      others: declaredAs(limits({ shmBytes: 0 }), { containerDefaults: { shmBytes: 1_048_576 } }),
    },
    'the cgroup parent of the engine': {
      ...limits({ cgroupParent: '/shops' }),
      others: declaredAs(limits({ cgroupParent: '' }), { cgroupParent: { effective: '/shops' } }),
    },
    'started for one time': {
      facts: {
        restart: { policy: 'no', maximumRetries: 0 },
        labels: { 'com.docker.compose.oneoff': 'True' },
      },
    },
    'what is left out on purpose': {
      ...limits({ memoryBytes: 0 }),
      params: { ignore: ['memory'] },
    },
    'a Swarm service, which has no restart policy of Compose': {
      facts: { origin: 'swarm-service', restart: { policy: 'always', maximumRetries: 0 } },
    },
  },
  fail: {
    'no memory limit': limits({ memoryBytes: 0 }),
    'less memory': limits({ memoryBytes: 1 }),
    'no reservation': limits({ memoryReservationBytes: 0 }),
    'unlimited swap': limits({ memorySwapBytes: -1 }),
    'unlimited swap, where the file leaves it open': {
      ...limits({ memorySwapBytes: -1 }),
      others: declaredAs(limits({ memorySwapBytes: 0 })),
    },
    'more processors': limits({ cpus: 2 }),
    'other shares': limits({ cpuShares: 512 }),
    pinned: limits({ cpuset: '0' }),
    'more processes': limits({ pidsLimit: 0 }),
    'a looser ulimit': limits({ ulimits: [{ name: 'nofile', soft: 1024, hard: 1_048_576 }] }),
    'no ulimit': limits({ ulimits: [] }),
    'another weight of block I/O': limits({ blkioWeight: 0 }),
    'a limit of block I/O': limits({ blkioLimits: [blkio] }),
    'a larger layer': limits({ storageBytes: 1 }),
    'not to be killed': limits({ oomKillDisabled: true }),
    'a larger /dev/shm': limits({ shmBytes: 1 << 30 }),
    'another cgroup parent': limits({ cgroupParent: '/evil' }),
    'another restart policy': { facts: { restart: { policy: 'always', maximumRetries: 0 } } },
    'more tries': { facts: { restart: { maximumRetries: 9 } } },
    'a Swarm service without its limit': {
      facts: { origin: 'swarm-service', resources: { memoryBytes: 0 } },
    },
  },
  notApplicable: { 'no file among the targets': { others: [] } },
});
