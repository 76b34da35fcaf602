import { expect, test } from 'vitest';
import {
  isListed,
  parseImageName,
  spelledOut,
} from '../../../src/syntax/image-reference/image-name.ts';

const digest = `sha256:${'a'.repeat(64)}`;

test.each([
  ['nginx', 'docker.io/library/nginx', null, false],
  ['nginx:1.29', 'docker.io/library/nginx', '1.29', false],
  ['docker.io/nginx', 'docker.io/library/nginx', null, true],
  ['docker.io/library/nginx', 'docker.io/library/nginx', null, true],
  ['index.docker.io/library/nginx:1', 'docker.io/library/nginx', '1', true],
  ['index.docker.io/someone/web', 'docker.io/someone/web', null, true],
  ['someone/web:2', 'docker.io/someone/web', '2', false],
  ['localhost/web', 'localhost/web', null, true],
  ['registry:5000/web', 'registry:5000/web', null, true],
  ['registry:5000/a/b:3', 'registry:5000/a/b', '3', true],
] as const)('%s is %s', (written, repository, tag, qualified) => {
  expect(parseImageName(written)).toEqual({ repository, tag, qualified, digest: null });
});

test('a digest stands for the content, beside a tag too', () => {
  expect(parseImageName(`nginx:1@${digest}`)).toMatchObject({ tag: '1', digest });
  expect(spelledOut(`nginx:1@${digest}`)).toBe(`docker.io/library/nginx@${digest}`);
});

test('names that mean the same are spelled alike', () => {
  const names = [
    'nginx',
    'nginx:latest',
    'docker.io/nginx',
    'index.docker.io/library/nginx:latest',
  ];
  expect(new Set(names.map(spelledOut))).toEqual(new Set(['docker.io/library/nginx:latest']));
});

test('a list is matched by whole segments', () => {
  expect(isListed('docker.io/library/nginx', ['docker.io/library/'])).toBe(true);
  expect(isListed('docker.io/library/nginx', ['index.docker.io'])).toBe(true);
  expect(isListed('docker.io/libraryx/nginx', ['docker.io/library'])).toBe(false);
  expect(isListed('docker.io.evil.example/x', ['docker.io'])).toBe(false);
  for (const host of ['registry.docker.com', 'registry.hub.docker.com', 'registry-1.docker.io']) {
    expect(isListed(`${host}/library/nginx`, ['docker.io/library'])).toBe(true);
    expect(isListed(`${host}.evil.example/library/nginx`, ['docker.io/library'])).toBe(false);
    expect(isListed('docker.io/library/nginx', [host])).toBe(true);
  }
});
