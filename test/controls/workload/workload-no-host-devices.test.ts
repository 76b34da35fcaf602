import { workloadNoHostDevices } from '../../../src/controls/workload/workload-no-host-devices.ts';
import { bindOf, compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const disk = bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' });

const deviceAt = (hostPath: string) => ({
  hostPath,
  containerPath: hostPath,
  permissions: 'rwm',
});

describeControl(workloadNoHostDevices, compliantWorkload, {
  pass: {
    'a disk that a volume mounts and that is allowed': {
      facts: { mounts: [disk] },
      params: { allowed: ['/dev/sdb1'] },
    },
    'a device that is allowed': {
      facts: { devices: [deviceAt('/dev/snd/seq')] },
      params: { allowed: ['/dev/snd'] },
    },
    'a rule that is allowed': {
      facts: { deviceRules: ['c 188:* rw'] },
      params: { allowedRules: ['c 188:* rw'] },
    },
    'a request that is allowed by its driver': {
      facts: { deviceRequests: [{ driver: 'nvidia', capabilities: ['gpu'] }] },
      params: { allowedRequests: ['nvidia'] },
    },
    'a request that is allowed by its capability': {
      facts: { deviceRequests: [{ driver: '', capabilities: ['gpu'] }] },
      params: { allowedRequests: ['gpu'] },
    },
  },
  fail: {
    'a disk that a volume mounts': { facts: { mounts: [disk] } },
    'a device': { facts: { devices: [deviceAt('/dev/sda')] } },
    'a device, to read only': {
      facts: { devices: [{ ...deviceAt('/dev/sda'), permissions: 'r' }] },
    },
    'a rule': { facts: { deviceRules: ['a *:* rwm'] } },
    'a request': { facts: { deviceRequests: [{ driver: '', capabilities: ['gpu'] }] } },
    'a request without a word': { facts: { deviceRequests: [{ driver: '', capabilities: [] }] } },
    'a privileged one has them all': { facts: { privileged: true } },
    'one beside one that is allowed': {
      facts: { devices: [deviceAt('/dev/snd'), deviceAt('/dev/sndx')] },
      params: { allowed: ['/dev/snd'] },
    },
    'a device, where the rules were not read': {
      facts: { devices: [deviceAt('/dev/sda')] },
      denied: ['/deviceRules'],
    },
  },
  unknown: {
    'what is behind a volume was not read': { denied: ['/mounts/1/device'] },
    'the devices were not read': { denied: ['/devices'] },
    'the rules were not read': { denied: ['/deviceRules'] },
    'the requests were not read': { denied: ['/deviceRequests'] },
  },
  says: {
    'a disk that a volume mounts':
      'The disk /dev/sdb1 is mounted at /mnt by way of the volume data',
    'a device, to read only': 'The device /dev/sda is given to it (r)',
  },
});
