import { describe, expect, it } from 'vitest';
import { isBuildFileName } from '../../src/knowledge/build-file-names.ts';

describe('a build file by its name', () => {
  it.each([
    ...['Dockerfile', 'a/dockerfile', 'Containerfile', 'api.Dockerfile', 'api.dockerfile'],
    ...['Dockerfile.dev', 'Dockerfile-alpine', 'dockerfile_test', 'Dockerfile.go', 'Dockerfile.py'],
    ...['dockerfile.d/Dockerfile.go', 'go/dockerfile.go/Dockerfile', 'Dockerfile.windows-1.2'],
  ])('%s is one', (path) => {
    expect(isBuildFileName(path)).toBe(true);
  });
  it.each([
    ...['Dockerfile.dockerignore', 'Dockerfile.md', 'Dockerfile.j2', 'Dockerfile.m4'],
    ...['Containerfile.in', 'Dockerfile.tmLanguage', 'Dockerfile.nanorc', 'dockerfile.vim'],
    ...['dockerfile.go', 'dockerfile_test.go', 'x/dockerfile-parser.test.ts', 'dockerfile.json'],
    ...['my.dockerfile.js', 'MyDockerfile', 'Dockerfiles'],
  ])('%s is none', (path) => {
    expect(isBuildFileName(path)).toBe(false);
  });
});
