import { expect, it } from 'vitest';
import { imageArtefactsVerified } from '../../../src/controls/image/image-artefacts-verified.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { judge } from '../../support/judge.ts';

it.each([imageArtefactsVerified])('$id asks a person', (control) => {
  expect(judge(control, compliantImage)).toMatchObject({ status: 'manual' });
  expect(control.question?.en).toMatch(/\?.*Attach/s);
  expect(control.question?.zh).toMatch(/？.*请附/s);
});
