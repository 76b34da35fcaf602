import { workloadNoDeviceCgroupRules } from '../../../src/controls/workload/workload-no-device-cgroup-rules.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const rules = (...deviceRules: readonly string[]) => ({ facts: { deviceRules } });

describeControl(workloadNoDeviceCgroupRules, compliantWorkload, {
  pass: {
    'one kind of character device': rules('c 188:* rw'),
    '/dev/null': rules('c 1:3 rwm'),
    'one device': rules('c 10:229 rwm'),
  },
  fail: {
    'it is so in force past its engine, for one process': {
      facts: {
        deviceRules: ['a *:* rwm'],
        differences: [
          {
            setting: 'device-cgroup-rule',
            configured: 'none',
            inForce: 'a *:* rwm',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message:
        'Not in force everywhere: device-cgroup-rule: configured none, in force a *:* rwm for sleep (123)',
    },
    everything: rules('a *:* rwm'),
    'everything, in short': rules('a'),
    'a disk': rules('b 8:0 r'),
    'every disk': rules('b *:* rwm'),
    'every character device': rules('c *:* rwm'),
    'disks as SCSI generic devices': rules('c 21:* rwm'),
    'a raw device': rules('c 162:1 rw'),
    'memory of the host': rules('c 1:1 rw'),
    'every device of memory': rules('c 1:* rwm'),
    'one beside a harmless one': rules('c 188:* rw', 'b 8:* rw'),
    'of a stopped one': { facts: { ...stopped, deviceRules: ['a *:* rwm'] } },
    'it is privileged': { facts: { privileged: true } },
  },
  unknown: {
    'no rule that is known': rules('x 1:1'),
    'they were not read': { denied: ['/deviceRules'] },
  },
});
