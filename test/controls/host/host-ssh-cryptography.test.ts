import { hostSshCryptography } from '../../../src/controls/host/host-ssh-cryptography.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const ssh = (some: object) => ({ facts: { ssh: some } });

describeControl(hostSshCryptography, compliantHost, {
  pass: {
    'what OpenSSH takes by itself': ssh({
      ciphers: ['aes128-ctr'],
      macs: ['hmac-sha1', 'umac-64@openssh.com'],
      keyExchanges: ['diffie-hellman-group14-sha256', 'sntrup761x25519-sha512'],
    }),
  },
  fail: {
    CBC: ssh({ ciphers: ['aes256-gcm@openssh.com', 'aes256-cbc'] }),
    'CBC by another name': ssh({ ciphers: ['rijndael-cbc@lysator.liu.se'] }),
    RC4: ssh({ ciphers: ['arcfour256'] }),
    '3DES': ssh({ ciphers: ['3des-cbc'] }),
    MD5: ssh({ macs: ['hmac-md5-96-etm@openssh.com'] }),
    'a sum cut short': ssh({ macs: ['hmac-sha1-96'] }),
    'SHA-1 in the exchange': ssh({ keyExchanges: ['diffie-hellman-group14-sha1'] }),
    '1024 bits': ssh({ keyExchanges: ['diffie-hellman-group1-sha1'] }),
  },
  notApplicable: { 'no server': { facts: { ssh: null } } },
  unknown: {
    'not read': { denied: ['/ssh'] },
    'a snapshot of an older release': { facts: { ssh: undefined } },
    'ciphers were not read': { denied: ['/ssh/ciphers'] },
    'codes were not read': { denied: ['/ssh/macs'] },
    'exchanges were not read': { denied: ['/ssh/keyExchanges'] },
  },
  says: { RC4: 'Agrees to the cipher arcfour256' },
});
