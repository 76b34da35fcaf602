import { volumeOptionsSafe } from '../../../src/controls/volume/volume-options-safe.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';

const disk = {
  ...compliantVolume,
  fileSystem: 'ext4',
  device: '/dev/sdb1',
  mountOptions: 'noatime,nosuid,nodev',
};

describeControl(volumeOptionsSafe, disk, {
  pass: {
    'options of one’s own': { facts: { mountOptions: 'ro' }, params: { required: ['ro'] } },
    'memory with both': { facts: { fileSystem: 'tmpfs', mountOptions: 'size=1m,nodev,nosuid' } },
  },
  fail: {
    neither: { facts: { mountOptions: '' } },
    'one of them': { facts: { mountOptions: 'nosuid' } },
    'the other way round': { facts: { mountOptions: 'suid,dev' } },
    'memory without': { facts: { fileSystem: 'tmpfs', device: 'tmpfs', mountOptions: 'size=1m' } },
  },
  notApplicable: {
    'a plain volume': { facts: compliantVolume },
    'a bind': { facts: { fileSystem: 'none', device: '/srv/data', mountOptions: 'bind' } },
    'a driver of another maker': { facts: { driver: 'vendor/nas' } },
  },
  unknown: { 'not read': { denied: ['/mountOptions'] } },
});
