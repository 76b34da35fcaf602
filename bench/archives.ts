import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { tar, tarEntry } from '../test/support/tar.ts';
import { writeLayer } from './image-archive.ts';
import { median } from './median.ts';

/** What reading one archive of an image took. */
export interface ArchiveFigures {
  readonly what: string;
  /** Unpacked. */
  readonly bytes: number;
  /** Median milliseconds of reading the same bytes, unpacking them, and taking their sum. */
  readonly floorMs: number;
  readonly ms: number;
  /** Highest resident set of any run, bytes. */
  readonly peakBytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const onceSchema = z.object({ ms: z.number(), peakBytes: z.number() });

function once(how: string, path: string): z.output<typeof onceSchema> {
  const args = ['--import', 'jiti/register', 'bench/archive-once.ts', how, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`${how} ended with ${status}: ${stderr.toString()}`);
  return onceSchema.parse(JSON.parse(stdout.toString()));
}

/** Makes images in a folder of its own, reads each in a process of its own, and removes them. */
export async function benchArchives(rounds = 3): Promise<readonly ArchiveFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  try {
    const figures: ArchiveFigures[] = [];
    for (const [what, bytes, gzip] of [
      ['docker save, 1 GB', 1e9, false],
      ['1 GB in layers with gzip', 1e9, true],
      ['docker save, 2 GB', 2e9, false],
    ] as const) {
      figures.push({ what, ...(await measure(folder, bytes, gzip, rounds)) });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, about: number, gzip: boolean, rounds: number) {
  const layer = join(folder, 'layer');
  const archive = join(folder, 'image.tar');
  const { bytes, sha256 } = await writeLayer(layer, about, gzip);
  await writeArchive(archive, layer, sha256);
  const floors: number[] = [];
  const reads: number[] = [];
  let peakBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    floors.push(once(gzip ? 'floor-gzip' : 'floor', gzip ? layer : archive).ms);
    const read = once('read', archive);
    reads.push(read.ms);
    peakBytes = Math.max(peakBytes, read.peakBytes);
  }
  await Promise.all([rm(layer), rm(archive)]);
  return { bytes, floorMs: median(floors), ms: median(reads), peakBytes };
}

/** What docker save would write of an image with this one layer. */
async function writeArchive(path: string, layer: string, diffId: string): Promise<void> {
  const { size } = await stat(layer);
  const config = JSON.stringify({
    os: 'linux',
    architecture: 'amd64',
    config: {},
    rootfs: { type: 'layers', diff_ids: [`sha256:${diffId}`] },
    history: [{ created_by: 'COPY / /' }],
  });
  const Config = `${createHash('sha256').update(config).digest('hex')}.json`;
  const manifest = [{ Config, RepoTags: ['bench:1'], Layers: ['0/layer.tar'] }];
  async function* parts(): AsyncGenerator<Buffer, void> {
    yield tarEntry({ name: '0/layer.tar', size }).subarray(0, 512);
    // A file that is read without an encoding gives bytes.
    for await (const chunk of createReadStream(layer)) yield chunk as Buffer;
    yield Buffer.alloc((512 - (size % 512)) % 512);
    yield tar([
      { name: Config, body: config },
      { name: 'manifest.json', body: JSON.stringify(manifest) },
    ]);
  }
  await pipeline(Readable.from(parts()), createWriteStream(path));
}
