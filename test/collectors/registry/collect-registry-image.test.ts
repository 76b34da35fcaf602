import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collect.ts';
import { describeWithPrograms } from '../../support/needs.ts';
import { startRegistry, type TestRegistry } from '../../support/registry.ts';

const run = promisify(execFile);
const layers = [
  [{ name: 'usr/bin/su', body: 'x', mode: 0o4755 }],
  [{ name: 'etc/os-release', body: 'ID=debian\nVERSION_ID="13"\n' }],
];

const ociManifest = 'application/vnd.oci.image.manifest.v1+json';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'plimsoll-registry-home-'));
});
afterAll(() => rm(home, { recursive: true }));

const read = async (target: string, options: { imageKeys?: string[] } = {}) => {
  const { snapshot, failures } = await collect({ targets: [target], env: {}, home, ...options });
  return { snapshot, failures, image: snapshot.subjects[0]?.facts as Record<string, unknown> };
};

describeWithPrograms('an image in a real registry', ['docker-registry', 'cosign'], () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

  it.each(['index', 'manifest'] as const)(
    'is read as it would be pulled, by its %s',
    async (as) => {
      const digest = await registry.push(`team/${as}:1.2`, layers, as);
      const { failures, image, snapshot } = await read(`registry:${registry.host}/team/${as}:1.2`);
      expect(failures).toEqual([]);
      expect(snapshot.subjects).toHaveLength(1);
      expect(image).toMatchObject({
        references: [`${registry.host}/team/${as}:1.2`],
        digests: [`${registry.host}/team/${as}@${digest}`],
        os: 'linux',
        provenance: { attestations: as === 'index' ? 1 : 0, signatures: [] },
        layers: [{ verified: true }, { verified: true }],
      });
      expect(JSON.stringify(image['files'])).toContain('/usr/bin/su');
      const pinned = await read(`registry:${registry.host}/team/${as}@${digest}`);
      expect(pinned.image['layers']).toEqual(image['layers']);
    },
  );

  it('is named as missing where it is', async () => {
    const { failures, snapshot } = await read(`registry:${registry.host}/team/none:1`);
    expect(failures).toMatchObject([{ error: { code: 'target-unknown' } }]);
    expect(snapshot.gaps).toMatchObject([{ kind: 'image', reason: 'unavailable' }]);
  });

  it('is signed where a trusted key signed just this image', { timeout: 60_000 }, async () => {
    const digest = await registry.push('team/signed:1', layers);
    const other = await registry.push('team/other:1', [layers[0] ?? []]);
    const env = { PATH: process.env['PATH'], HOME: home, COSIGN_PASSWORD: '' };
    for (const key of ['own', 'strange']) {
      await run('cosign', ['generate-key-pair', '--output-key-prefix', key], { cwd: home, env });
    }
    const image = `${registry.host}/team/signed`;
    const flags = ['--allow-insecure-registry', '--tlog-upload=false', '--yes'];
    await run('cosign', ['sign', '--key', 'own.key', ...flags, `${image}@${digest}`], {
      cwd: home,
      env,
    });
    const signedBy = async (...keys: readonly string[]) => {
      const imageKeys = keys.map((key) => join(home, key));
      const { image: facts } = await read(`registry:${image}:1`, { imageKeys });
      return (facts['provenance'] as { signatures: unknown }).signatures;
    };
    expect(await signedBy('strange.pub', 'own.pub')).toEqual([{ name: 'cosign', error: null }]);
    expect(await signedBy('strange.pub')).toEqual([{ name: 'cosign', error: 'untrusted-key' }]);
    expect(await signedBy()).toEqual([{ name: 'cosign', error: 'no-trusted-key' }]);
    // The signature of another image, moved beside this one.
    const from = `${registry.host}/v2/team/signed/manifests/${digest.replace(':', '-')}.sig`;
    const moved = Buffer.from(
      await (await fetch(`http://${from}`, { headers: { accept: ociManifest } })).arrayBuffer(),
    );
    const to = `http://${registry.host}/v2/team/signed/manifests/${other.replace(':', '-')}.sig`;
    await fetch(to, {
      method: 'PUT',
      body: moved,
      headers: { 'content-type': ociManifest },
    });
    await registry.push('team/signed:2', [layers[0] ?? []]);
    const { image: facts } = await read(`registry:${image}:2`, {
      imageKeys: [join(home, 'own.pub')],
    });
    expect(facts['provenance']).toMatchObject({
      signatures: [{ error: 'of-another-image' }],
    });
  });

  it('needs a public key as a trusted one', async () => {
    await registry.push('team/plain:1', layers);
    await writeFile(join(home, 'no.pub'), 'no key\n');
    const target = `registry:${registry.host}/team/plain:1`;
    const { failures } = await read(target, { imageKeys: [join(home, 'no.pub')] });
    expect(failures).toMatchObject([{ error: { code: 'key-invalid' } }]);
  });
});

describeWithPrograms('a real registry that wants an account', ['docker-registry'], () => {
  // The word `secret`, by bcrypt.
  const htpasswd = 'mona:$2y$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n';
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry(htpasswd);
  });
  afterAll(() => registry.stop());

  const config = async (settings: object): Promise<string> => {
    const folder = await mkdtemp(join(home, 'docker-'));
    await writeFile(join(folder, 'config.json'), JSON.stringify(settings));
    return folder;
  };
  const codeWith = async (settings: object, path?: string) => {
    const env = {
      DOCKER_CONFIG: await config(settings),
      ...(path === undefined ? {} : { PATH: path }),
    };
    const targets = [`registry:${registry.host}/team/app:1`];
    const { failures, snapshot } = await collect({ targets, env, home });
    return { code: failures[0]?.error.code, written: JSON.stringify({ failures, snapshot }) };
  };
  const auth = (account: string): string => Buffer.from(account).toString('base64');

  it('is shown what docker login left, and refuses a stranger', async () => {
    expect(await codeWith({})).toMatchObject({ code: 'registry-denied' });
    const wrong = await codeWith({ auths: { [registry.host]: { auth: auth('mona:wrong') } } });
    expect(wrong.code).toBe('registry-denied');
    const { code, written } = await codeWith({
      auths: { [registry.host]: { auth: auth('mona:secret') } },
    });
    // It is let in, and there is no such image.
    expect(code).toBe('target-unknown');
    expect(written).not.toContain(auth('mona:secret'));
  });

  it('is shown what a credential helper answers, which gets the host and no shell', async () => {
    const bin = await mkdtemp(join(home, 'bin-'));
    const helper = join(bin, 'docker-credential-own');
    const answer = `test "$(cat)" = ${registry.host} && echo '{"Username":"mona","Secret":"secret"}'`;
    await writeFile(helper, `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
    const path = `${bin}:${process.env['PATH'] ?? ''}`;
    const of = (name: string) => codeWith({ credHelpers: { [registry.host]: name } }, path);
    expect((await of('own')).code).toBe('target-unknown');
    expect((await of('own; true')).code).toBe('registry-denied');
    expect((await of('none')).code).toBe('registry-denied');
  });
});

describe('a registry that deceives', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const seen: string[] = [];
  let answer: (path: string) => { status: number; headers?: Record<string, string>; body?: string };
  let server: Server;
  let host: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const auth = request.headers.authorization ?? '';
      seen.push(
        `${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''} ${auth}`,
      );
      const { status, headers = {}, body = '' } = answer(request.url ?? '');
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => server.close());

  const failureOf = async (name: string): Promise<string> => {
    seen.length = 0;
    const auth = Buffer.from('mona:secret').toString('base64');
    await writeFile(join(home, 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }));
    const { failures } = await collect({
      targets: [`registry:${host}/${name}`],
      env: { DOCKER_CONFIG: home },
      home,
    });
    return failures[0]?.error.code ?? 'read';
  };
  const manifest = (size: number): string =>
    JSON.stringify({ config: { digest, size }, layers: [] });

  it('gives another image than the digest that was asked for', async () => {
    answer = () => ({ status: 200, body: manifest(2) });
    expect(await failureOf(`app@${digest}`)).toBe('registry-invalid');
  });

  it('sends more than it says', async () => {
    answer = (path) =>
      path.includes('/blobs/')
        ? { status: 200, body: `{${' '.repeat(1 << 20)}}` }
        : { status: 200, headers: { 'content-type': ociManifest }, body: manifest(2) };
    expect(await failureOf('app:1')).toBe('registry-invalid');
  });

  it('gives a configuration with another digest', async () => {
    answer = (path) =>
      path.includes('/blobs/') ? { status: 200, body: '{}' } : { status: 200, body: manifest(2) };
    expect(await failureOf('app:1')).toBe('archive-invalid');
  });

  it('leads in a circle, or to a file', async () => {
    answer = (path) => ({ status: 307, headers: { location: path } });
    expect(await failureOf('app:1')).toBe('registry-invalid');
    answer = () => ({ status: 307, headers: { location: 'file:///etc/passwd' } });
    expect(await failureOf('app:1')).toBe('registry-invalid');
  });

  it('wants a token from elsewhere without TLS, and gets no password there', async () => {
    const challenge = 'Bearer realm="http://192.0.2.1/token",service="x",scope="y"';
    answer = () => ({ status: 401, headers: { 'www-authenticate': challenge } });
    expect(await failureOf('app:1')).toBe('registry-denied');
    expect(seen.join(' ')).not.toContain('Basic');
  });

  it('gives a token, which goes no farther than itself', async () => {
    const other = `localhost:${host.split(':')[1] ?? ''}`;
    answer = (path) => {
      if (path.startsWith('/token')) return { status: 200, body: '{"token":"of-the-registry"}' };
      if (!seen.at(-1)?.includes('Bearer')) {
        const challenge = `Bearer realm="http://${host}/token",service="x",scope="pull"`;
        return { status: 401, headers: { 'www-authenticate': challenge } };
      }
      return { status: 307, headers: { location: `http://${other}/elsewhere` } };
    };
    await failureOf('app:1');
    const elsewhere = seen.filter((each) => each.includes('/elsewhere'));
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.join(' ')).not.toContain('Bearer');
  });

  it('answers what is no JSON, an error, or nothing at all', async () => {
    answer = () => ({ status: 200, body: 'no' });
    expect(await failureOf('app:1')).toBe('registry-invalid');
    answer = () => ({ status: 500 });
    expect(await failureOf('app:1')).toBe('registry-invalid');
    await expect(failureOf('../etc/passwd:1')).rejects.toMatchObject({ code: 'target-unknown' });
  });
});
