import { workloadBlockIo } from '../../../src/controls/workload/workload-block-io.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const rate = (perSecond: number, blkioWeight = 0) => ({
  facts: {
    resources: {
      blkioWeight,
      blkioLimits: [{ device: '/dev/sda', what: 'writeBytes', perSecond }],
    },
  },
});

describeControl(workloadBlockIo, compliantWorkload, {
  pass: { 'a rate': rate(1000), 'a rate beside the default weight': rate(1000, 500) },
  fail: {
    'it is so in force past its engine, for one process': {
      facts: {
        resources: { blkioWeight: 0, blkioLimits: [] },
        differences: [
          {
            setting: 'device-rates',
            configured: 'writeBytes 1',
            inForce: 'none',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message:
        'Not in force everywhere: device-rates: configured writeBytes 1, in force none for sleep (123)',
    },
    nothing: { facts: { resources: { blkioWeight: 0 } } },
    'the weight that all have': { facts: { resources: { blkioWeight: 500 } } },
    'a rate of zero is none': rate(0),
  },
  unknown: {
    'it was not read': { denied: ['/resources/blkioWeight'] },
    'without a weight, and the rates were not read': {
      ...rate(1000),
      denied: ['/resources/blkioLimits'],
    },
  },
});
