import { hostDockerServiceMode } from '../../../src/controls/host/host-docker-service-mode.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { dockerService: { mode: bits } } } });
const dropIn = (bits: number) => rootFile('/etc/systemd/system/docker.service.d/proxy.conf', bits);

describeControl(hostDockerServiceMode, compliantHost, {
  pass: {
    'less than allowed': mode(0o400),
    'a drop-in of another unit': {
      facts: { unitDropIns: [rootFile('/etc/systemd/system/containerd.service.d/a.conf', 0o666)] },
    },
    'a drop-in of another unit in a folder of this name': {
      facts: { unitDropIns: [{ ...dropIn(0o666), unit: 'containerd.service' }] },
    },
    'drop-ins alone': { facts: { files: { dockerService: null }, unitDropIns: [dropIn(0o644)] } },
  },
  fail: {
    'a drop-in that is a link to elsewhere': {
      facts: { unitDropIns: [{ ...rootFile('/srv/a.conf', 0o666), unit: 'docker.service' }] },
    },
    'a drop-in of every service': {
      facts: { unitDropIns: [rootFile('/etc/systemd/system/service.d/a.conf', 0o666)] },
    },
    'the group may write': mode(0o664),
    'a smaller number with a bit too many': mode(0o602),
    'it may be run': mode(0o755),
    'a drop-in': { facts: { unitDropIns: [dropIn(0o644), dropIn(0o666)] } },
    'beyond a tailored mode': { params: { allowed: 0o600 } },
  },
  notApplicable: {
    'no service': { facts: { files: { dockerService: null }, unitDropIns: [] } },
  },
  unknown: {
    'the unit was not read': { denied: ['/files/dockerService'] },
    'one drop-in was not read': { denied: ['/unitDropIns/0'] },
  },
  says: {
    'the group may write':
      '/usr/lib/systemd/system/docker.service has mode 0664, and 0644 is the most',
  },
});
