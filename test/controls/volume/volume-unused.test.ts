import { volumeUnused } from '../../../src/controls/volume/volume-unused.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(volumeUnused, compliantVolume, {
  fail: { 'nobody mounts it': { facts: { usedBy: [] } } },
  unknown: { 'the containers were not read': { denied: ['/usedBy'] } },
});
