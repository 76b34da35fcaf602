import { workloadImageCurrent } from '../../../src/controls/workload/workload-image-current.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const [old, fresh] = [`sha256:${'b'.repeat(64)}`, `sha256:${'c'.repeat(64)}`];
const imageOf = (id: string, ...references: readonly string[]) =>
  subjectOf('image', { ...compliantImage, references }, { id });
const running = {
  ...compliantWorkload,
  image: { reference: 'web', id: old, registry: 'docker.io', tag: null, digest: null },
};

describeControl(workloadImageCurrent, running, {
  around: [imageOf(old, 'web:latest')],
  pass: {
    'another spelling': { others: [imageOf(old, 'docker.io/library/web:latest')] },
    stopped: { facts: { state: 'exited' } },
    'another image of another name': {
      others: [imageOf(old, 'web:latest'), imageOf(fresh, 'web:2')],
    },
  },
  fail: {
    'the name was moved': { others: [imageOf(old), imageOf(fresh, 'web:latest')] },
    'the old one is known by another name': {
      others: [imageOf(old, 'web:1'), imageOf(fresh, 'web:latest')],
    },
    'the old one is gone': { others: [imageOf(fresh, 'web:latest')] },
  },
  notApplicable: {
    'by digest': { facts: { image: { digest: `sha256:${'a'.repeat(64)}` } } },
    'by id': { facts: { image: { registry: '' } } },
    declared: { facts: { image: { id: null } }, denied: ['/image/registry', '/image/digest'] },
  },
  unknown: {
    'no image bears the name': { others: [imageOf(old, 'web:1')] },
    'the names were not read': {
      others: [
        subjectOf(
          'image',
          {},
          {
            id: old,
            gaps: [{ path: '/references', reason: 'denied', detail: 'test' }],
          },
        ),
      ],
    },
  },
});
