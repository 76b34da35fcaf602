import { workloadUlimits } from '../../../src/controls/workload/workload-ulimits.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

/** One that the kernel was not asked about: its configuration and the engine's default decide. */
const own = (name: string, hard: number) => ({
  facts: { ...stopped, resources: { ulimits: [{ name, soft: 1, hard }] } },
});
const none = { facts: { ...stopped, resources: { ulimits: [] } } };
const inForce = (hard: number) => ({ kernel: { limits: [{ name: 'nofile', soft: 1, hard }] } });
const defaults = (...effective: string[]) => [
  engineBeside({ defaultUlimits: { effective, configured: null } }),
];

describeControl(workloadUlimits, compliantWorkload, {
  pass: {
    'as many as may be': own('nofile', 524_288),
    "the engine's default": { ...none, others: defaults('nofile=1024:4096') },
    'its own, beside a default without an end': {
      ...own('nofile', 4096),
      others: defaults('nofile=-1:-1'),
    },
    'what is in force, whatever the default has become': {
      facts: { resources: { ulimits: [] }, ...inForce(9) },
      others: defaults('nofile=-1:-1'),
    },
    'nothing required': { ...none, params: { required: [] } },
  },
  fail: {
    'its own has no end': own('nofile', -1),
    'its own has no end, and wins over the default': {
      ...own('nofile', -1),
      others: defaults('nofile=1024:4096'),
    },
    'its own was lifted since': { facts: inForce(1_048_576) },
    'one process has no end': {
      facts: {
        kernel: {
          limits: [{ name: 'nofile', soft: 1, hard: -1, process: { pid: 9, program: 'sh' } }],
        },
      },
    },
    'one process has more than may be': {
      facts: {
        kernel: {
          limits: [{ name: 'nofile', soft: 1, hard: 600_000, process: { pid: 9, program: 'sh' } }],
        },
      },
    },
    'more than may be': own('nofile', 1_048_576),
    'a limit on something else': { ...own('nproc', 100), others: defaults() },
    'the default is more than may be': { ...none, others: defaults('nofile=1048576:1048576') },
    'no default either': { ...none, others: defaults() },
    'no engine in sight': none,
    'a second that is required': { params: { required: ['nofile', 'nproc'] } },
  },
  unknown: {
    'it was not read': { facts: stopped, denied: ['/resources/ulimits'] },
    'what is in force was not read': { denied: ['/kernel/limits'] },
    "the engine's default was not read": {
      ...none,
      others: [
        {
          ...engineBeside({}),
          gaps: [{ path: '/defaultUlimits/effective', reason: 'denied', detail: 'test' }],
        },
      ],
    },
    'left to the engine that will run it': {
      facts: { ...stopped, origin: 'compose-service', resources: { ulimits: [] } },
    },
  },
  says: {
    'one process has no end': 'Nothing bounds nofile of sh (9)',
    'one process has more than may be': 'sh (9) may open 600000 files, over 524288',
  },
  unnoticed: { '/kernel/limits/*/process': 'it is named in the message' },
});
