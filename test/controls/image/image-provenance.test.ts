import { imageProvenance } from '../../../src/controls/image/image-provenance.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const good = { name: 'a builder', error: null };
const bad = { name: '', error: 'no certificate matches' };

describeControl(
  imageProvenance,
  { ...compliantImage, provenance: { attestations: 0, signatures: [good] } },
  {
    pass: {
      'an attestation': { facts: { provenance: { attestations: 1, signatures: [] } } },
      'an attestation, where signatures are not told': {
        facts: { provenance: { attestations: 1 } },
        denied: ['/provenance/signatures'],
      },
      'a signature, where attestations are not told': { denied: ['/provenance/attestations'] },
      'a good signature beside one that is not': {
        facts: { provenance: { signatures: [bad, good] } },
      },
    },
    fail: {
      neither: { facts: { provenance: { signatures: [] } } },
      'a signature that is not good': { facts: { provenance: { signatures: [bad] } } },
      'a label that says it is signed': {
        facts: { provenance: { signatures: [] }, labels: { signed: 'true' } },
      },
    },
    unknown: {
      'no attestation, and signatures are not told': { denied: ['/provenance/signatures'] },
      'the engine tells of neither': {
        denied: ['/provenance/signatures', '/provenance/attestations'],
      },
    },
    beside: ['/provenance/attestations'],
  },
);
