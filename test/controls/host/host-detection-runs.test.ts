import { hostDetectionRuns } from '../../../src/controls/host/host-detection-runs.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const detection = (changes: object) => ({
  facts: { defence: { detection: { running: [], inContainers: [], ...changes } } },
});

describeControl(hostDetectionRuns, compliantHost, {
  pass: { another: detection({ running: ['/usr/local/bin/tetragon'] }) },
  fail: { 'none runs': detection({}) },
  unknown: {
    'a name in a container': detection({ inContainers: ['falco', 'tetragon'] }),
    'not read': { denied: ['/defence'] },
    'a snapshot of an older release': { facts: { defence: undefined } },
  },
  says: { 'none runs': 'No sensor runs on the host' },
});
