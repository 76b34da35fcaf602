import { imageNoMutableTag } from '../../../src/controls/image/image-no-mutable-tag.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageNoMutableTag, compliantImage, {
  pass: {
    'a release beside latest': { facts: { references: ['web:1.4', 'web:latest'] } },
    'a list of one’s own': { facts: { references: ['web:latest'] }, params: { mutable: ['main'] } },
  },
  fail: {
    latest: { facts: { references: ['web:latest'] } },
    'in capitals': { facts: { references: ['web:LATEST'] } },
    'a branch of a registry with a port': { facts: { references: ['registry:5000/web:main'] } },
  },
  notApplicable: { 'no tag': { facts: { references: [] } } },
  unknown: { 'not read': { denied: ['/references'] } },
});
