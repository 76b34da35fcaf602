import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { resolveEngine } from '../../../../src/collectors/engine/resolve-engine.ts';
import { addFile, temporaryRoot } from '../../../support/temporary-root.ts';

/** A home with the docker command line's own folder in it. */
let home: string;

beforeEach(() => {
  home = temporaryRoot();
});

const write = (path: string, text: string): void => addFile(home, path, text);

function writeContext(
  name: string,
  docker: object,
  tls: Readonly<Record<string, string>> = {},
): void {
  const digest = createHash('sha256').update(name).digest('hex');
  const meta = JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker } });
  write(`.docker/contexts/meta/${digest}/meta.json`, meta);
  for (const [file, text] of Object.entries(tls)) {
    write(`.docker/contexts/tls/${digest}/docker/${file}.pem`, text);
  }
}

const transportOf = async (target: string | undefined, env = {}): Promise<unknown> =>
  (await resolveEngine(target, env, home)).transport;

const unix = (socketPath: string) => ({ kind: 'unix', socketPath });

describe('the order in which an engine is looked for', () => {
  beforeEach(() => {
    writeContext('used', { Host: 'unix:///used.sock' });
    writeContext('chosen', { Host: 'unix:///chosen.sock' });
    write('.docker/config.json', JSON.stringify({ currentContext: 'used' }));
  });

  it('takes the one that is named', async () => {
    const env = { DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'chosen' };
    expect(await transportOf('unix:///named.sock', env)).toEqual(unix('/named.sock'));
    expect(await transportOf('context:used', env)).toEqual(unix('/used.sock'));
  });

  it('else DOCKER_HOST', async () => {
    const env = { DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'chosen' };
    expect(await transportOf(undefined, env)).toEqual(unix('/env.sock'));
  });

  it('else DOCKER_CONTEXT', async () => {
    expect(await transportOf(undefined, { DOCKER_CONTEXT: 'chosen' })).toEqual(
      unix('/chosen.sock'),
    );
  });

  it('else the context in use, with its name as the id', async () => {
    const env = { DOCKER_HOST: '', DOCKER_CONTEXT: '' };
    const { id, transport, others } = await resolveEngine(undefined, env, home);
    expect([id, transport]).toEqual(['context:used', unix('/used.sock')]);
    expect(await others?.()).toEqual(['default', 'chosen', 'used']);
  });

  it('in the folder that DOCKER_CONFIG names', async () => {
    const env = { DOCKER_CONFIG: join(home, 'elsewhere') };
    write('elsewhere/config.json', '{}');
    expect(await transportOf(undefined, { ...env, DOCKER_HOST: 'unix:///x' })).toEqual(unix('/x'));
    await expect(transportOf('context:used', env)).rejects.toMatchObject({
      code: 'target-unknown',
      hint: 'The contexts that it has: default.',
    });
  });

  it('and takes DOCKER_HOST for the default context', async () => {
    expect(await transportOf('context:default', { DOCKER_HOST: 'unix:///env.sock' })).toEqual(
      unix('/env.sock'),
    );
    expect(
      await transportOf(undefined, { DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'default' }),
    ).toEqual(unix('/env.sock'));
  });

  it("takes a rootless engine's socket where the usual one does not exist", async () => {
    const socket = join(home, 'docker.sock');
    const server = createServer();
    await new Promise<void>((done) => server.listen(socket, done));
    const env = { XDG_RUNTIME_DIR: home, DOCKER_CONTEXT: 'default' };
    const { transport } = await resolveEngine(undefined, env, home);
    // A machine that has an engine at the usual place keeps it.
    expect([unix(socket), unix('/var/run/docker.sock')]).toContainEqual(transport);
    await new Promise((done) => server.close(done));
  });
});

describe('addresses', () => {
  it.each([
    ['tcp://docker.example', 'tcp://docker.example:2375', { host: 'docker.example', port: 2375 }],
    ['tcp://10.0.0.1:80', 'tcp://10.0.0.1:80', { host: '10.0.0.1', port: 80 }],
    ['tcp://[::1]:2375', 'tcp://[::1]:2375', { host: '::1', port: 2375 }],
    ['10.0.0.1:4243', 'tcp://10.0.0.1:4243', { host: '10.0.0.1', port: 4243 }],
    ['tcp://h:1/v/', 'tcp://h:1/v', { host: 'h', port: 1, basePath: '/v' }],
  ])('%s', async (spelling, id, parts) => {
    expect(await resolveEngine(spelling, {}, home)).toEqual({
      id,
      transport: { kind: 'tcp', basePath: '', tls: null, ...parts },
    });
  });

  it('drops credentials from a TCP address, and from an error about one', async () => {
    const { id } = await resolveEngine('tcp://user:hunter2@h:2375', {}, home);
    expect(id).toBe('tcp://h:2375');
    await expect(resolveEngine('ftp://user:hunter2@h', {}, home)).rejects.toSatisfy(
      (error: Error) => !JSON.stringify([error.message, error]).includes('hunter2'),
    );
  });

  it('reads user, port and socket of an ssh address', async () => {
    expect(await resolveEngine('ssh://me@host:2222/run/d.sock', {}, home)).toEqual({
      id: 'ssh://me@host:2222/run/d.sock',
      transport: { kind: 'ssh', host: 'host', user: 'me', port: 2222, socketPath: '/run/d.sock' },
    });
  });

  it('reads the name of a pipe, as Windows has it', async () => {
    const spelling = 'npipe:////./pipe/dockerDesktopLinuxEngine';
    expect(await resolveEngine(spelling, {}, home)).toEqual({
      id: spelling,
      transport: { kind: 'npipe', pipe: String.raw`\\.\pipe\dockerDesktopLinuxEngine` },
    });
  });

  it.each(['http://h:2375', 'npipe://docker_engine', 'fd://', 'tcp://:x'])(
    'refuses %s',
    async (spelling) => {
      await expect(resolveEngine(spelling, {}, home)).rejects.toMatchObject({
        code: 'target-unknown',
      });
    },
  );
});

describe('TLS', () => {
  const pem = { ca: 'CA', cert: 'CERT', key: 'KEY' };

  it('of the environment: DOCKER_TLS_VERIFY with DOCKER_CERT_PATH, on the port of TLS', async () => {
    for (const [name, text] of Object.entries(pem)) write(`certs/${name}.pem`, text);
    const env = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: join(home, 'certs') };
    expect(await transportOf('tcp://h', env)).toMatchObject({
      port: 2376,
      tls: { ...pem, verify: true },
    });
    expect(await transportOf('unix:///s', env)).toEqual(unix('/s'));
  });

  it('of the environment: DOCKER_TLS does not verify, and the folder is docker’s own', async () => {
    write('.docker/ca.pem', 'CA');
    expect(await transportOf('tcp://h', { DOCKER_TLS: '1' })).toMatchObject({
      tls: { ca: 'CA', verify: false },
    });
  });

  it('without an authority is an error that names the folder', async () => {
    await expect(transportOf('tcp://h', { DOCKER_TLS_VERIFY: '1' })).rejects.toMatchObject({
      code: 'engine-tls',
      message: `DOCKER_TLS_VERIFY is set, but there is no ca.pem in ${home}/.docker.`,
    });
  });

  it('with a certificate but no key is an error', async () => {
    write('.docker/ca.pem', 'CA');
    write('.docker/cert.pem', 'CERT');
    await expect(transportOf('tcp://h', { DOCKER_TLS_VERIFY: '1' })).rejects.toMatchObject({
      code: 'engine-tls',
    });
  });

  it('of a context, by its own certificates alone', async () => {
    writeContext('mutual', { Host: 'tcp://h:2376', SkipTLSVerify: false }, pem);
    writeContext('careless', { Host: 'tcp://h:2376', SkipTLSVerify: true });
    writeContext('clear', { Host: 'tcp://h:2375', SkipTLSVerify: false });
    const env = { DOCKER_TLS_VERIFY: '1' };
    expect(await transportOf('context:mutual', env)).toMatchObject({
      tls: { ...pem, verify: true },
    });
    expect(await transportOf('context:careless', env)).toMatchObject({ tls: { verify: false } });
    expect(await transportOf('context:clear', env)).toMatchObject({ tls: null });
  });
});

describe('errors', () => {
  it('an unknown context names those there are', async () => {
    writeContext('prod', { Host: 'ssh://h' });
    writeContext('dev', { Host: 'ssh://h' });
    await expect(resolveEngine('context:prd', {}, home)).rejects.toMatchObject({
      code: 'target-unknown',
      message: 'Docker has no context "prd".',
      hint: 'The contexts that it has: default, dev, prod.',
    });
  });

  it('a broken config.json is not passed over: it might name another engine', async () => {
    write('.docker/config.json', '{');
    await expect(resolveEngine(undefined, {}, home)).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    expect(await transportOf('unix:///s')).toEqual(unix('/s'));
  });
});
