import { hostUnitDropInsMode } from '../../../src/controls/host/host-unit-drop-ins-mode.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const right = rootFile('/etc/systemd/system/containerd.service.d/a.conf', 0o644);
const dropIns = (...changes: object[]) => ({
  facts: { unitDropIns: changes.map((change) => ({ ...right, ...change })) },
});

describeControl(hostUnitDropInsMode, compliantHost, {
  pass: { 'less than allowed': dropIns({ mode: 0o400 }) },
  fail: {
    'another user': dropIns({ uid: 1000, owner: 'li' }),
    'another group': dropIns({ gid: 998, group: 'docker' }),
    'the group may write': dropIns({ mode: 0o664 }),
    'a smaller number with a bit too many': dropIns({ mode: 0o602 }),
    'one of several': dropIns({}, { mode: 0o646 }),
    'beyond a tailored mode': { params: { allowed: 0o600 } },
  },
  notApplicable: { 'there are none': dropIns() },
  unknown: {
    'not read': { denied: ['/unitDropIns'] },
    'one was not read': { ...dropIns({}, {}), denied: ['/unitDropIns/1'] },
  },
  says: {
    'another group':
      '/etc/systemd/system/containerd.service.d/a.conf belongs to user 0 and group 998',
  },
});
