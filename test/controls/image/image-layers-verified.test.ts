import { imageLayersVerified } from '../../../src/controls/image/image-layers-verified.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const exchanged = compliantImage.layers.map((layer) => ({ ...layer, verified: false }));

describeControl(imageLayersVerified, compliantImage, {
  pass: {
    'several layers': { facts: { layers: [...compliantImage.layers, ...compliantImage.layers] } },
  },
  fail: {
    'another layer': { facts: { layers: exchanged } },
    'one among others': { facts: { layers: [...compliantImage.layers, ...exchanged] } },
  },
  unknown: {
    'no layers at all': { facts: { layers: [] } },
    'its layers were not read': { denied: ['/layers'] },
  },
  says: {
    'another layer': '1 of 1 layers are not what they are said to be: 1 (sha256:bbbbbbbbbbbb…)',
  },
});
