import { workloadNoHostDevices } from '../../../src/controls/workload/workload-no-host-devices.ts';
import { bindOf, compliantWorkload } from '../../fixtures/workload.ts';
import { plain } from '../../fixtures/variables.ts';
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
    'a runtime that is allowed by its driver': {
      facts: { runtime: 'nvidia-cdi', environment: [plain('NVIDIA_VISIBLE_DEVICES')] },
      params: { allowedRequests: ['nvidia'] },
    },
    'a runtime that hands devices in, and no variable that names any': {
      facts: { runtime: 'nvidia', environment: [] },
    },
    'the variable of a runtime beside another one': {
      facts: { runtime: 'runc', environment: [plain('NVIDIA_VISIBLE_DEVICES')] },
      denied: ['/environment'],
    },
    'a variable that a service of a file has and no runtime reads': {
      facts: { origin: 'compose-service', environment: [plain('NVIDIA_VISIBLE_DEVICES')] },
    },
  },
  fail: {
    'a runtime that hands devices in': {
      facts: { runtime: 'nvidia', environment: [plain('NVIDIA_VISIBLE_DEVICES')] },
    },
    'one of another maker': {
      facts: { runtime: 'ascend', environment: [plain('ASCEND_VISIBLE_DEVICES')] },
    },
    'a disk that a volume mounts': { facts: { mounts: [disk] } },
    'a device': { facts: { devices: [deviceAt('/dev/sda')] } },
    'a device of which a file does not tell the path': { facts: { devices: [deviceAt('')] } },
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
    'a device of which a file does not tell the path, where some are allowed': {
      facts: { devices: [deviceAt('')] },
      params: { allowed: ['/dev/ttyUSB0'] },
    },
    'a file names a runtime that hands devices in, and its image may name them': {
      facts: { origin: 'compose-service', runtime: 'nvidia', environment: [] },
    },
    'the variables of a runtime that hands devices in were not read': {
      facts: { runtime: 'nvidia' },
      denied: ['/environment'],
    },
    'what is behind a volume was not read': { denied: ['/mounts/1/device'] },
    'the devices were not read': { denied: ['/devices'] },
    'the rules were not read': { denied: ['/deviceRules'] },
    'the requests were not read': { denied: ['/deviceRequests'] },
  },
  says: {
    'a disk that a volume mounts':
      'The disk /dev/sdb1 is mounted at /mnt by way of the volume data',
    'a device of which a file does not tell the path':
      'A device is given to it whose path hangs on a variable that is not set (rwm)',
    'a device, to read only': 'The device /dev/sda is given to it (r)',
    'a runtime that hands devices in':
      'The runtime nvidia hands it the devices that NVIDIA_VISIBLE_DEVICES names',
  },
});
