import { volumeNoSensitivePath } from '../../../src/controls/volume/volume-no-sensitive-path.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';

const bind = (hostPath: string) => ({
  facts: { fileSystem: 'none', mountOptions: 'bind', device: hostPath, hostPath },
});

describeControl(volumeNoSensitivePath, compliantVolume, {
  pass: {
    'a directory made for data': bind('/srv/app-data'),
    'a name that only begins like a sensitive one': bind('/etcetera'),
    'an NFS export': { facts: { fileSystem: 'nfs', device: ':/export/data' } },
    'a disk that was set aside': {
      facts: { fileSystem: 'ext4', device: '/dev/sdb1' },
      params: { devices: ['/dev/sdb1'] },
    },
  },
  fail: {
    'a sensitive directory': bind('/etc'),
    'something below one': bind('/etc/ssl/private'),
    'a parent of one': bind('/var/lib'),
    'the whole tree': bind('/'),
    'a trailing slash': bind('/usr/'),
    'by the other name of /run': bind('/var/run/docker.sock'),
    'read-only as well': {
      facts: { fileSystem: 'none', mountOptions: 'bind,ro', device: '/etc', hostPath: '/etc' },
    },
    'a disk of the host': { facts: { fileSystem: 'ext4', device: '/dev/sda1' } },
    'a path of one’s own list': { ...bind('/srv/pay'), params: { paths: ['/srv/pay'] } },
    'a sensitive directory, though the device option was not read': {
      facts: { fileSystem: 'none', device: '/root', hostPath: '/root' },
      denied: ['/device'],
    },
  },
  unknown: {
    'where a bind leads was not resolved': {
      facts: { fileSystem: 'none', device: '/data' },
      denied: ['/hostPath'],
    },
  },
});
