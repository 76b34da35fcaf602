import { imageHealthCheck } from '../../../src/controls/image/image-health-check.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageHealthCheck, compliantImage, {
  fail: {
    'nothing said': { facts: { healthCheck: { state: 'absent', test: [] } } },
    'switched off': { facts: { healthCheck: { state: 'disabled', test: [] } } },
  },
  unknown: { 'the image could not be inspected': { denied: ['/healthCheck'] } },
});
