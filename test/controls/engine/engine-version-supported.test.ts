import { engineVersionSupported } from '../../../src/controls/engine/engine-version-supported.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const version = (value: string) => ({ facts: { version: value } });

describeControl(engineVersionSupported, compliantEngine, {
  pass: {
    'the first release that counts': version('29.0.0'),
    'numbers, not text': version('100.0.0'),
    'a distribution’s own suffix': version('29.1.3+dfsg1'),
    'an older one that is vouched for': {
      ...version('26.1.5+dfsg1'),
      params: { minimum: '26.1.5' },
    },
  },
  fail: {
    'the branch before': version('28.5.2'),
    'a distribution’s older one': version('26.1.5+dfsg1'),
    'numbers, not letters': version('9.0.0'),
    'the old way of counting': version('20.10.24'),
    'a preview of the first release': version('29.0.0-rc.2'),
    'a minimum with a patch': { ...version('29.1.2'), params: { minimum: '29.1.10' } },
  },
  notApplicable: {
    Podman: { facts: { product: 'podman', version: '5.8.2' } },
    'another product': { facts: { product: 'other' } },
  },
  unknown: {
    'a build without a version': version('dev'),
    'not read': { denied: ['/version'] },
  },
});
