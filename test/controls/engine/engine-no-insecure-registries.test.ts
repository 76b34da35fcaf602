import { engineNoInsecureRegistries } from '../../../src/controls/engine/engine-no-insecure-registries.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const registries = (change: Record<string, unknown>) => ({ facts: { registries: change } });

describeControl(engineNoInsecureRegistries, compliantEngine, {
  pass: {
    'a part of loopback': registries({ insecureRanges: ['127.0.0.1/32'] }),
    'a registry on loopback': registries({
      indexes: [
        { name: 'localhost:5000', secure: false },
        { name: '[::1]:5000', secure: false },
      ],
    }),
    'a mirror on loopback': registries({ mirrors: ['http://127.0.0.1:5000/'] }),
    'none known': registries({ insecureRanges: [], indexes: [], mirrors: [] }),
  },
  fail: {
    'a private range': registries({ insecureRanges: ['127.0.0.0/8', '10.0.0.0/8'] }),
    'a range wider than loopback': registries({ insecureRanges: ['127.0.0.0/7'] }),
    'everything in IPv6': registries({ insecureRanges: ['::/0'] }),
    'a named registry': registries({
      indexes: [{ name: 'registry.example.org:5000', secure: false }],
    }),
    'a name that only begins like loopback': registries({
      indexes: [{ name: 'localhost.example.org', secure: false }],
    }),
    'a mirror in the clear': registries({ mirrors: ['http://mirror.example.org'] }),
    'a range, though the mirrors were not read': {
      ...registries({ insecureRanges: ['0.0.0.0/0'] }),
      denied: ['/registries/mirrors'],
    },
  },
  unknown: { 'the registries were not read': { denied: ['/registries'] } },
});
