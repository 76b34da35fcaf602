import { volumeNoSensitivePath } from '../../../src/controls/volume/volume-no-sensitive-path.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const bind = (hostPath: string) => ({
  facts: { fileSystem: 'none', mountOptions: 'bind', device: hostPath, hostPath },
});

describeControl(volumeNoSensitivePath, compliantVolume, {
  around: [subjectOf('engine', compliantEngine)],
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
    'the data root that was moved': {
      ...bind('/srv/docker/volumes'),
      others: [subjectOf('engine', { ...compliantEngine, dataRoot: '/srv/docker' })],
    },
    'keys in a home directory': bind('/home/li'),
    'a path of one’s own list': { ...bind('/srv/pay'), params: { paths: ['/srv/pay'] } },
    'the device that a file names, wherever the links of the host lead': {
      facts: { mountOptions: 'bind', device: '/etc', declared: true },
      denied: ['/hostPath'],
    },
    'that of a file system of the kind bind': {
      facts: { fileSystem: 'bind', device: '/etc', declared: true },
      denied: ['/hostPath'],
    },
    'what a link of the project leads to, by its name': {
      facts: { ...bind('/srv/shop/etc').facts, declared: true, namedPath: '/etc' },
      denied: ['/hostPath'],
    },
    'a sensitive directory, though the device option was not read': {
      facts: { fileSystem: 'none', device: '/root', hostPath: '/root' },
      denied: ['/device'],
    },
  },
  unknown: {
    'the engine’s data root was not read': {
      ...bind('/srv/docker/volumes'),
      others: [
        subjectOf('engine', compliantEngine, {
          gaps: [{ path: '/dataRoot', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
    'a link of the project leads to what is not listed, where the host may have a link': {
      facts: { ...bind('/srv/shop/data').facts, declared: true, namedPath: '/srv/data' },
      denied: ['/hostPath'],
    },
    'where a bind leads was not resolved': {
      facts: { fileSystem: 'none', device: '/data' },
      denied: ['/hostPath'],
    },
  },
});
