import { engineImageSprawl } from '../../../src/controls/engine/engine-image-sprawl.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const images = (used: number, unused: number) =>
  Array.from({ length: used + unused }, (_, at) =>
    subjectOf(
      'image',
      { ...compliantImage, usedBy: at < used ? ['workload-1'] : [] },
      { id: `image-${at}` },
    ),
  );

describeControl(engineImageSprawl, compliantEngine, {
  around: images(2, 1),
  pass: {
    'as many as may be': { others: images(0, 10) },
    'half of many': { others: images(20, 20) },
    'none at all': { others: [] },
  },
  fail: {
    'more than may be, and more than half': { others: images(10, 11) },
    'any, where none may be': { others: images(0, 1), params: { max: 0 } },
  },
  unnoticed: {
    '/counts/images': 'The count of the engine stands beside as evidence, and is never below 0',
  },
  unknown: {
    'who uses one was not read': {
      others: [
        ...images(1, 0).map((image) => ({
          ...image,
          gaps: [{ path: '/usedBy', reason: 'denied' as const, detail: 'test' }],
        })),
      ],
    },
  },
});
