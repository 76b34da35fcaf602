import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { tar, type MadeEntry } from './tar.ts';

/** Debian's docker-registry with a store of its own. */
export interface TestRegistry {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly folder: string;
  /**
   * Pushes an image as an index of one platform with an attestation beside it, or as a manifest alone.
   *
   * @returns the digest that its tag leads to
   */
  readonly push: (
    image: `${string}:${string}`,
    layers: readonly (readonly MadeEntry[])[],
    as?: 'index' | 'manifest',
  ) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const digestOf = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Starts a registry; with a file of `htpasswd -B` it lets in those alone who are in it. */
export async function startRegistry(htpasswd?: string): Promise<TestRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  const settings = {
    version: '0.1',
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: join(folder, 'store') } },
    http: { addr: host },
    ...(htpasswd === undefined
      ? {}
      : { auth: { htpasswd: { realm: 'tests', path: join(folder, 'htpasswd') } } }),
  };
  await writeFile(join(folder, 'config.yml'), JSON.stringify(settings));
  if (htpasswd !== undefined) await writeFile(join(folder, 'htpasswd'), htpasswd);
  const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/bin:/bin', OTEL_TRACES_EXPORTER: 'none' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const isUp = (): Promise<boolean> =>
    fetch(`http://${host}/v2/`).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await isUp()); tries += 1) {
    if (tries > 300 || child.exitCode !== null) {
      await stop();
      throw new Error(`docker-registry did not start: ${said}`);
    }
    await sleep(50);
  }

  const put = async (url: string, body: Buffer, type: string): Promise<void> => {
    const answer = await fetch(url, { method: 'PUT', body, headers: { 'content-type': type } });
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  };
  const blob = async (name: string, body: Buffer, mediaType: string) => {
    const digest = digestOf(body);
    const begun = await fetch(`http://${host}/v2/${name}/blobs/uploads/`, { method: 'POST' });
    const place = new URL(begun.headers.get('location') ?? '', `http://${host}`);
    place.searchParams.set('digest', digest);
    await put(place.href, body, 'application/octet-stream');
    return { mediaType, digest, size: body.length };
  };
  const oci = (what: string): string => `application/vnd.oci.image.${what}`;
  const manifest = async (name: string, tag: string, value: object, what: string) => {
    const body = Buffer.from(JSON.stringify(value));
    const mediaType = oci(`${what}.v1+json`);
    await put(`http://${host}/v2/${name}/manifests/${tag}`, body, mediaType);
    return { mediaType, digest: digestOf(body), size: body.length };
  };

  return {
    host,
    folder,
    stop,
    push: async (image, layers, as = 'index') => {
      const [name = '', tag = ''] = image.split(':');
      const tars = layers.map(tar);
      const made = {
        created: '2026-11-01T00:00:00Z',
        os: 'linux',
        architecture: 'amd64',
        config: { User: '1000' },
        rootfs: { type: 'layers', diff_ids: tars.map(digestOf) },
        history: tars.map((_, at) => ({ created_by: `COPY ${at} /` })),
      };
      const config = await blob(name, Buffer.from(JSON.stringify(made)), oci('config.v1+json'));
      const described = [];
      for (const layer of tars) described.push(await blob(name, layer, oci('layer.v1.tar')));
      const value = {
        schemaVersion: 2,
        mediaType: oci('manifest.v1+json'),
        config,
        layers: described,
      };
      if (as === 'manifest') return (await manifest(name, tag, value, 'manifest')).digest;
      const own = await manifest(name, 'platform', value, 'manifest');
      const attested = await manifest(name, 'attested', { ...value, layers: [] }, 'manifest');
      const manifests = [
        { ...own, platform: { os: 'linux', architecture: 'amd64' } },
        {
          ...attested,
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: {
            'vnd.docker.reference.type': 'attestation-manifest',
            'vnd.docker.reference.digest': own.digest,
          },
        },
      ];
      const index = { schemaVersion: 2, mediaType: oci('index.v1+json'), manifests };
      return (await manifest(name, tag, index, 'index')).digest;
    },
  };
}
