import { imageInUse } from '../../../src/controls/image/image-in-use.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageInUse, compliantImage, {
  pass: { 'without a name, yet in use': { facts: { references: [] } } },
  fail: {
    'nothing uses it': { facts: { usedBy: [] } },
    'nothing uses it and it has no name': { facts: { usedBy: [], references: [] } },
  },
  unknown: { 'the containers could not be listed': { denied: ['/usedBy'] } },
});
