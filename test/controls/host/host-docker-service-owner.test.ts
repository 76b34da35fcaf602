import { hostDockerServiceOwner } from '../../../src/controls/host/host-docker-service-owner.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const dropIn = rootFile('/etc/systemd/system/docker.service.d/proxy.conf', 0o644);
const stolen = { ...dropIn, uid: 1000, owner: 'li' };

describeControl(hostDockerServiceOwner, compliantHost, {
  pass: {
    'no drop-in': { facts: { unitDropIns: [] } },
    'a drop-in of another unit': {
      facts: {
        unitDropIns: [{ ...stolen, path: '/etc/systemd/system/containerd.service.d/a.conf' }],
      },
    },
    'drop-ins alone': { facts: { files: { dockerService: null }, unitDropIns: [dropIn] } },
  },
  fail: {
    'another owner': { facts: { files: { dockerService: { uid: 1000 } } } },
    'another group': { facts: { files: { dockerService: { gid: 100 } } } },
    'one drop-in of several': { facts: { unitDropIns: [dropIn, stolen] } },
    'a drop-in, though the unit was not read': {
      facts: { unitDropIns: [stolen] },
      denied: ['/files/dockerService'],
    },
  },
  notApplicable: {
    'no service': { facts: { files: { dockerService: null }, unitDropIns: [] } },
  },
  unknown: {
    'the unit was not read': { denied: ['/files/dockerService'] },
    'the drop-ins were not read': { denied: ['/unitDropIns'] },
  },
  says: {
    'another group': '/usr/lib/systemd/system/docker.service belongs to user 0 and group 100',
  },
});
