import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNamed } from '../../src/collectors/engine/find-named.ts';
import { scopeToNames } from '../../src/cli/scanning/scope-to-names.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const container = 'c'.repeat(64);
const image = `sha256:${'1'.repeat(64)}`;
/** What a stand-in of an engine has; an image and a container may have one name. */
const things: Readonly<Record<string, string>> = {
  '/containers/my-container/json': container,
  '/containers/redis/json': container,
  '/images/redis/json': image,
  '/images/alpine:3.20/json': image,
  '/images/registry.example.org:5000/shop/web/json': image,
};
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-named-'));
const socket = join(folder, 'engine.sock');
const env = { DOCKER_HOST: `unix://${socket}` };
const server = createServer(({ url = '' }, answer) => {
  const id = things[url];
  answer.writeHead(id === undefined ? 404 : 200, { 'content-type': 'application/json' });
  answer.end(JSON.stringify(id === undefined ? { message: 'no such thing' } : { Id: id }));
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(socket, resolve)));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('a target by its name', () => {
  it.each([
    ['my-container', [container]],
    ['redis', [container], true],
    ['container:redis', [container]],
    ['image:redis', [image]],
    ['container:my-container', [container]],
    ['alpine:3.20', [image]],
    ['registry.example.org:5000/shop/web', [image]],
  ])('is what the engine has by that name: %s', async (name, ids, both = false) => {
    const found = await findNamed(name, { env, home: '/nonexistent' });
    expect(found).toEqual({ engine: `unix://${socket}`, ids, both });
  });

  it('is read from its registry where the engine does not have it', async () => {
    const { status, stderr } = await runWarmCli(['scan', 'registry.invalid/alpine:3.99'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('The registry registry.invalid could not be asked');
  });

  it('is asked of no registry where it is said to be a container', async () => {
    const { status, stderr } = await runWarmCli(['scan', 'container:gone'], { env });
    expect([status, stderr]).toEqual([2, expect.stringContaining('has no container "gone"')]);
  });

  it('is sent nowhere where it is a single word', async () => {
    const { status, stderr } = await runWarmCli(['scan', 'alpine'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('no container and no image "alpine"');
  });

  it('stands alone', async () => {
    const { status, stderr } = await runWarmCli(['scan', 'my-container', '.'], { env });
    expect([status, stderr]).toEqual([2, expect.stringContaining('without other targets')]);
  });

  it('is named, and its file, where no engine answers', async () => {
    const away = { env: { DOCKER_HOST: 'unix:///nonexistent.sock' } };
    const { status, stderr } = await runWarmCli(['scan', 'my-container'], away);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no file my-container.*No engine answers/);
  });

  it.each([
    '.',
    'deploy',
    'action.yml',
    'gone.yaml',
    'Dockerfile',
    'host:/',
    'compose:gone',
    'unix:///x',
  ])('is nothing that is a target already: %s', async (target) => {
    const options = {};
    expect(await scopeToNames([target], options, {})).toEqual({ targets: [target], options });
  });
});
