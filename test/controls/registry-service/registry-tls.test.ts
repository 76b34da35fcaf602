import { registryTls } from '../../../src/controls/registry-service/registry-tls.ts';
import { compliantRegistryService } from '../../../src/testing/compliant/registry-service.ts';
import { describeControl } from '../../support/describe-control.ts';

const agrees = (...versions: readonly (string | null)[]) => ({
  facts: { handshake: { versions } },
});

describeControl(registryTls, compliantRegistryService, {
  pass: {
    'TLS 1.3 alone': agrees('TLSv1.3'),
    'an old version that was approved': {
      ...agrees('TLSv1.1', 'TLSv1.2'),
      params: { minimum: 'TLSv1.1' },
    },
  },
  fail: {
    'in the clear': { facts: { handshake: null } },
    'in the clear on another port': { facts: { handshake: null, port: 5000 } },
    'TLS 1.0': agrees('TLSv1', 'TLSv1.2', 'TLSv1.3'),
    'TLS 1.2 where 1.3 is asked for': { params: { minimum: 'TLSv1.3' } },
    'an old one, though not everything was offered': {
      ...agrees('TLSv1', null),
      denied: ['/handshake/versions/1'],
    },
  },
  notApplicable: { 'no version was seen': agrees() },
  unknown: {
    'no handshake came about': { denied: ['/handshake'] },
    'not everything was offered': { ...agrees('TLSv1.3', null), denied: ['/handshake/versions/1'] },
  },
  says: {
    'in the clear': 'It answers in the clear on port 443',
    'TLS 1.0': 'It agrees to TLSv1',
  },
});
