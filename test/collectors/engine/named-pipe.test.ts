import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contactError } from '../../../src/collectors/engine/client/contact-error.ts';
import { connectionFailure } from '../../../src/collectors/engine/client/failure.ts';
import { resolveEngine } from '../../../src/collectors/engine/resolve-engine.ts';
import { runCli } from '../../support/cli.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const pipe = 'npipe:////./pipe/docker_engine';

/** A stand-in of an engine behind a pipe: here a socket of this folder has the name that Windows gives to the pipe. */
async function standIn(os: string): Promise<{ readonly cwd: string; readonly asked: string[] }> {
  const cwd = temporaryRoot();
  const asked: string[] = [];
  const server = createServer(({ method, url }, answer) => {
    asked.push(`${method} ${url}`);
    const version = { Version: '27.0.0', ApiVersion: '1.46', Os: os, Arch: 'amd64' };
    answer.writeHead(url === '/version' ? 200 : 404, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(url === '/version' ? version : { message: 'not here' }));
  });
  // A path of a socket is short.
  server.listen(join(cwd, String.raw`\\.\pipe\docker_engine`));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { cwd, asked };
}

describe('an engine at a named pipe', () => {
  it('is asked over it', async () => {
    const { cwd, asked } = await standIn('linux');
    const { stdout } = await runCli(['scan', pipe, '--fail-on', 'none'], { cwd });
    expect(asked).toContain('GET /containers/json?all=true');
    expect(stdout).toContain(`${pipe}  `);
  });

  it('is refused for Windows containers', async () => {
    const { cwd } = await standIn('windows');
    const { status, stderr } = await runCli(['scan', pipe], { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining('runs Windows containers')]);
  });
});

it('names the contexts of products where the default engine does not answer', async () => {
  const home = temporaryRoot();
  for (const name of ['desktop-linux', 'orbstack', 'colima-work', 'rancher-desktop', 'mine']) {
    const digest = createHash('sha256').update(name).digest('hex');
    const meta = { Name: name, Endpoints: { docker: { Host: 'unix:///gone.sock' } } };
    addFile(home, `.docker/contexts/meta/${digest}/meta.json`, JSON.stringify(meta));
  }
  const address = await resolveEngine(undefined, {}, home);
  const failure = connectionFailure('/version', new Error('gone'));
  const { hint } = await contactError(address, failure, '');
  expect(hint).toContain(
    'context:colima-work (Colima), context:desktop-linux (Docker Desktop), context:mine, context:orbstack (OrbStack), context:rancher-desktop (Rancher Desktop)',
  );
});
