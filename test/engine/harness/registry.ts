import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { TestEngine } from '../../support/docker-engine.ts';

const run = promisify(execFile);

/** Where the registry is, seen from its engine. */
export const registryAddress = '127.0.0.1:5000';

/** Serves the files below a folder: what is asked for by a digest or a tag is a file of that name. */
const server = `
const { createServer } = require("node:http");
const { existsSync, readFileSync } = require("node:fs");
const [folder] = process.argv.slice(1);
createServer((request, response) => {
  if (request.url === "/v2/") return response.end();
  const name = request.url.split("/").at(-1).replace(":", "-");
  const file = folder + "/" + name;
  if (!existsSync(file)) return response.writeHead(404).end();
  const manifest = request.url.includes("/manifests/");
  const type = manifest ? "application/vnd.docker.distribution.manifest.v2+json" : "application/octet-stream";
  const body = readFileSync(file);
  response.writeHead(200, { "content-type": type, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}).listen(5000, "127.0.0.1", () => console.log("ready"));`;

const savedSchema = z.tuple([z.object({ Config: z.string(), Layers: z.array(z.string()) })]);

/** A registry in the network of one engine. */
export interface Registry {
  /**
   * Puts an image that the engine has into the registry, and pulls it from there, so that the engine knows its
   * digest in that registry.
   *
   * @param name repository and tag in the registry, `team/app:1`
   * @returns the digest of its manifest
   */
  readonly roundTrip: (image: string, name: string) => Promise<string>;
  readonly stop: () => void;
}

/** Starts a registry for an engine that has a network of its own; it also serves a plain file, `/file`. */
export async function startRegistry({ docker, folder, pid }: TestEngine): Promise<Registry> {
  const at = (...parts: readonly string[]): string => join(folder, 'registry', ...parts);
  await mkdir(at('saved'), { recursive: true });
  await writeFile(at('file'), 'content');
  const words = ['-t', String(pid), '-n', '--', process.execPath, '-e', server, at()];
  const child = spawn('nsenter', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', reject);
  });

  const store = async (mediaType: string, content: Buffer, tag?: string) => {
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    await writeFile(at(digest.replace(':', '-')), content);
    if (tag !== undefined) await writeFile(at(tag), content);
    return { mediaType, size: content.length, digest };
  };
  const roundTrip = async (image: string, name: string): Promise<string> => {
    await docker('save', '--output', at('saved.tar'), image);
    await run('tar', ['-C', at('saved'), '-xf', at('saved.tar')]);
    const manifest: unknown = JSON.parse(await readFile(at('saved', 'manifest.json'), 'utf8'));
    const [{ Config, Layers }] = savedSchema.parse(manifest);
    const type = 'application/vnd.docker';
    const config = await store(
      `${type}.container.image.v1+json`,
      await readFile(at('saved', Config)),
    );
    const layers = [];
    for (const layer of Layers) {
      const packed = gzipSync(await readFile(at('saved', layer)));
      layers.push(await store(`${type}.image.rootfs.diff.tar.gzip`, packed));
    }
    const mediaType = `${type}.distribution.manifest.v2+json`;
    const document = { schemaVersion: 2, mediaType, config, layers };
    const tag = name.slice(name.indexOf(':') + 1);
    const { digest } = await store(mediaType, Buffer.from(JSON.stringify(document)), tag);
    await docker('pull', `${registryAddress}/${name}`);
    return digest;
  };
  return { roundTrip, stop: () => void child.kill() };
}
