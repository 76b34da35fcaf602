import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { tool } from '../../support/judge.ts';

const digest = `@sha256:${'0'.repeat(64)}`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plimsoll-contexts-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What is said of the bases of a build, and of what its image does. */
async function judged(files: Readonly<Record<string, string>>) {
  for (const [name, held] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), held);
  }
  const { snapshot, failures } = await collect({
    ...{ targets: ['.'], cwd, env: {}, home: '/nonexistent' },
    now: new Date('2026-11-24T12:00:00Z'),
  });
  expect(failures).toEqual([]);
  const { findings } = assess(snapshot, { catalog: builtin, tool });
  return (control: string) => {
    const { status, message } = findings.find(
      ({ controlId, subject }) => controlId === control && subject.name.includes('web'),
    ) ?? { status: 'absent', message: { en: '' } };
    return `${status}: ${message.en}`;
  };
}

const composed = (contexts: string, build = 'context: web') =>
  `services: {web: {build: {${build}, additional_contexts: ${contexts}}}, tools: {build: tools}, db: {image: x}}`;

const base = (from: string) => ({
  'web/Dockerfile': `${from}\nUSER 1000`,
  'tools/Dockerfile': `FROM debian:13.1-slim${digest}`,
});

describe('what a build has in the place of an image', () => {
  it.each([
    ['the image itself', 'alpine:3.20', 'FROM alpine:3.20'],
    ['its whole name', 'docker.io/library/alpine:3.20', 'FROM alpine:3.20'],
    ['its short name', 'alpine', 'FROM docker.io/library/alpine:latest'],
    ['a stage', 'Made', `FROM alpine:3.20 AS made\nFROM made`],
    ['a copy', 'tools', `FROM alpine:3.20\nCOPY --from=tools /x /x`],
    ['a mount', 'tools', `FROM alpine:3.20\nRUN --mount=from=tools,target=/x true`],
  ])('is judged: %s', async (_, name, from) => {
    const compose = composed(`{"${name}": docker-image://e.org/x}`);
    const of = await judged({ ...base(from), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toBe('fail: e.org/x is not pinned');
    expect(of('dockerfile-base-allowed')).toMatch(/^fail: e\.org\/x is not from/);
  });
  it('passes where that is pinned', async () => {
    const compose = composed(`["alpine=docker-image://debian:13.1-slim${digest}"]`);
    const of = await judged({ ...base('FROM alpine'), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toMatch(/^pass/);
  });
  it('is judged of a Dockerfile within the Compose file', async () => {
    const compose = composed(
      '{"alpine:3.20": docker-image://e.org/x}',
      String.raw`dockerfile_inline: "FROM alpine:3.20\nUSER 1"`,
    );
    const of = await judged({ ...base('FROM a'), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toBe('fail: e.org/x is not pinned');
  });
  it('is judged of the build of a dev container', async () => {
    const build = { dockerfile: '../web/Dockerfile', options: [] as string[] };
    for (const options of [
      ['--build-context=alpine=docker-image://e.org/x'],
      ['--build-context', 'alpine=docker-image://e.org/x'],
    ]) {
      const held = JSON.stringify({ build: { ...build, options } });
      const of = await judged({
        ...base('FROM alpine:latest'),
        '.devcontainer/devcontainer.json': held,
      });
      expect(of('dockerfile-base-pinned')).toBe('fail: e.org/x is not pinned');
    }
  });
  it.each([
    ['a folder', './x'],
    ['an address', 'https://e.org/x.git'],
    ['an archive', 'oci-layout:///x'],
    ['a variable', '"docker-image://${WHAT}"'],
    ['no image', 'docker-image://X'],
    ['a service that is not built', 'service:db'],
    ['a service that is not there', 'service:none'],
  ])('is unknown where it is %s', async (_, value) => {
    const compose = composed(`{alpine: ${value}}`);
    const of = await judged({ ...base('FROM alpine'), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toContain(
      'compose.yaml:1 (unavailable: the build has something else in the place of alpine',
    );
    expect(of('dockerfile-base-pinned')).toMatch(/^unknown/);
    expect(of('dockerfile-base-allowed')).toMatch(/^unknown/);
    expect(of('dockerfile-no-latest-base')).toMatch(/^unknown/);
  });
  it('is unknown where builds differ', async () => {
    const compose = `services: {a: {build: web}, web: {build: {context: web, additional_contexts: {"alpine:3.20": docker-image://e.org/x:1.2}}}}`;
    const of = await judged({ ...base('FROM alpine:3.20'), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toMatch(/^unknown/);
  });
  it.each([
    ['what another service builds', 'service:tools'],
    ['a folder of the project', './x'],
  ])('takes nothing from elsewhere where it is copied out of %s', async (_, value) => {
    const compose = composed(`{tools: ${value}}`);
    const from = `FROM debian:13.1-slim${digest}\nCOPY --from=tools /x /x`;
    const of = await judged({ ...base(from), 'compose.yaml': compose });
    expect(of('dockerfile-base-pinned')).toMatch(/^pass/);
  });
  it('leaves the user to what stands in the place of a stage, and judges what the stage runs', async () => {
    const from = `FROM alpine:3.20 AS made\nUSER 1000\nRUN curl https://e.org/x | sh\nFROM made`;
    const files = { ...base(from), 'web/Dockerfile': from };
    const compose = composed('{made: docker-image://e.org/x}');
    const of = await judged({ ...files, 'compose.yaml': compose });
    expect(of('dockerfile-no-pipe-to-shell')).toMatch(/^fail/);
    expect(of('dockerfile-non-root-user')).not.toMatch(/^pass/);
  });
});
