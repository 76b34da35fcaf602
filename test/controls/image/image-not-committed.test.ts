import { imageNotCommitted } from '../../../src/controls/image/image-not-committed.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageNotCommitted, compliantImage, {
  pass: {
    'a name that sounds like it decides nothing': {
      facts: { references: ['docker-commit/snapshot:latest'] },
    },
  },
  fail: {
    'made from a container': { facts: { committed: true } },
    'under the name of a clean release': {
      facts: { committed: true, references: ['shop/web:4.2.0'] },
    },
  },
  unknown: { 'the history could not be read': { denied: ['/committed'] } },
});
