import { expect, it } from 'vitest';
import { compliantDockerfile } from '../../src/testing/compliant/dockerfile.ts';
import { compliantText, parse } from '../fixtures/dockerfile.ts';

it('is what is read of a Dockerfile that somebody could have written', () => {
  expect(parse(compliantText).facts).toEqual(compliantDockerfile);
});
