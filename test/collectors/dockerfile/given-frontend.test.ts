import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

const read = (value: string | undefined) =>
  parseDockerfile('# syntax=docker/dockerfile:1\nFROM a:1\n', 'Dockerfile', createRedactor(), {
    given: new Map([['BUILDKIT_SYNTAX', value]]),
  });

describe('a frontend that a build gives as an argument', () => {
  it('goes before what the file asks for', () => {
    expect(read('evil.example/fe:1').facts).toMatchObject({ frontend: 'evil.example/fe:1' });
    expect(read('').facts).toMatchObject({ frontend: 'docker/dockerfile:1' });
  });

  it('is a gap where its value is not known', () => {
    expect(read(undefined).gaps.map(({ path }) => path)).toContain('/frontend');
  });
});
