import { volumeNetworkEncryptedOptions } from '../../../src/controls/volume/volume-network-encrypted-options.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';

const mounted = (fileSystem: string, mountOptions: string) => ({
  facts: { fileSystem, mountOptions },
});
const nfs = {
  ...compliantVolume,
  fileSystem: 'nfs4',
  mountOptions: 'addr=192.0.2.5,sec=krb5p',
  device: ':/data',
};

describeControl(volumeNetworkEncryptedOptions, nfs, {
  pass: {
    'NFS over TLS': mounted('nfs', 'addr=192.0.2.5,xprtsec=mtls'),
    'SMB, sealed': mounted('cifs', 'username=u,vers=3.1.1,seal'),
    'SMB, sealed, with spaces': mounted('cifs', 'username=u, Seal'),
  },
  fail: {
    'NFS in the clear': mounted('nfs4', 'addr=192.0.2.5'),
    'NFS that is signed only': mounted('nfs4', 'addr=192.0.2.5,sec=krb5i'),
    'SMB in the clear': mounted('cifs', 'username=u,vers=3.0'),
    'SMB of an old dialect': mounted('cifs', 'vers=2.1,seal'),
    'a word that looks alike': mounted('cifs', 'username=seal'),
    'no options at all': mounted('nfs', ''),
  },
  notApplicable: {
    'a plain volume': { facts: compliantVolume },
    'a disk': mounted('ext4', 'noatime'),
  },
  unknown: {
    'a driver of another maker': { facts: { driver: 'vendor/nas' } },
    'a file system that does not tell': mounted('glusterfs', ''),
    'not read': { denied: ['/mountOptions'] },
  },
});
