import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { collect } from 'plimsoll/collect';

/** Reads one file once, as the first argument says, and prints what it took as JSON. */
const [how = '', path = ''] = process.argv.slice(2);

/** No less can be done: read every byte, unpack it where it is packed, and take the sum of it. */
async function floor(packed: boolean): Promise<void> {
  const hash = createHash('sha256');
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of packed ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file) {
    // A file that is read without an encoding gives bytes.
    hash.update(chunk as Buffer);
  }
  hash.digest();
}

async function read(): Promise<void> {
  const { subjects } = (await collect({ targets: path })).snapshot;
  const layers = JSON.stringify(subjects.map(({ facts }) => facts['layers']));
  if (!layers.includes('"verified":true') || layers.includes('"verified":false')) {
    throw new Error('the archive was not read');
  }
}

const started = performance.now();
await (how === 'read' ? read() : floor(how === 'floor-gzip'));
const ms = performance.now() - started;
// Kilobytes, the kernel's own mark.
console.log(JSON.stringify({ ms, peakBytes: process.resourceUsage().maxRSS * 1024 }));
