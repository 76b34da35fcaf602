import { imageNoSetuid } from '../../../src/controls/image/image-no-setuid.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (path: string, mode: number) => ({ path, mode, uid: 0, gid: 0 });
const found = (...setuid: readonly object[]) => ({ files: { ...compliantImage.files, setuid } });

describeControl(imageNoSetuid, compliantImage, {
  pass: {
    'one that may': {
      facts: found(file('/usr/bin/ping', 0o4755)),
      params: { allowed: ['/usr/bin/ping'] },
    },
  },
  fail: {
    setuid: { facts: found(file('/usr/bin/su', 0o4755)) },
    setgid: { facts: found(file('/usr/bin/wall', 0o2755)) },
    'capabilities as good as root': {
      facts: found({ ...file('/opt/x', 0o755), capabilities: ['cap_setuid', 'cap_sys_admin'] }),
    },
    'one beside those that may': {
      facts: found(file('/usr/bin/ping', 0o4755), file('/usr/bin/pings', 0o4755)),
      params: { allowed: ['/usr/bin/ping'] },
    },
  },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'there was not enough time': { denied: ['/files/setuid'] },
  },
  says: {
    setuid: '/usr/bin/su (4755) runs with more rights than the user who starts it',
    'capabilities as good as root':
      '/opt/x (cap_setuid cap_sys_admin) runs with more rights than the user who starts it',
  },
});
