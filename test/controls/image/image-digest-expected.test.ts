import { imageDigestExpected } from '../../../src/controls/image/image-digest-expected.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl, type Case } from '../../support/describe-control.ts';

const [good, other] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
const lock = { params: { expected: { 'registry.example.org/shop/web:4.2.0': good } } };
const locked = (facts: Case['facts'] = {}): Case => ({ facts, ...lock });
const hub = (digest: string): Case => ({
  facts: { references: ['nginx:latest'], digests: [`nginx@${digest}`] },
  params: { expected: { 'docker.io/library/nginx': good } },
});

const web = {
  ...compliantImage,
  references: ['registry.example.org/shop/web:4.2.0'],
  digests: [`registry.example.org/shop/web@${good}`],
};

describeControl(imageDigestExpected, web, {
  params: lock.params,
  pass: {
    'several digests, the expected one among them': locked({
      digests: [other, good].map((digest) => `registry.example.org/shop/web@${digest}`),
    }),
    'a short name': hub(good),
  },
  fail: {
    'another digest': locked({ digests: [`registry.example.org/shop/web@${other}`] }),
    'the digest under another repository': locked({ digests: [`elsewhere.example/web@${good}`] }),
    'no registry knows it': locked({ digests: [] }),
    'a short name with another digest': hub(other),
    'a second name that is locked to another': {
      facts: { references: ['registry.example.org/shop/web:4.2.0', 'nginx:1'] },
      params: { expected: { ...lock.params.expected, 'nginx:1': other } },
    },
  },
  notApplicable: {
    'no lock': { params: { expected: {} } },
    'another tag of the repository': locked({
      references: ['registry.example.org/shop/web:4.3.0'],
    }),
    nameless: locked({ references: [] }),
  },
  unknown: { 'the digests were not read': { ...lock, denied: ['/digests'] } },
});
