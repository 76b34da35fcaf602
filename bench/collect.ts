import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request, type ClientRequest } from 'node:http';
import { collect } from 'plimsoll/collect';
import { median } from './median.ts';

/** Collecting from an engine, against its API's own speed. */
export interface CollectFigures {
  readonly subjects: number;
  readonly requests: number;
  /** Median milliseconds of the same requests with node:http alone, eight in flight, bodies parsed: the floor. */
  readonly rawMs: number;
  /** Median milliseconds of a whole collection. */
  readonly collectMs: number;
}

const inFlight = 8;

/** Takes turns between the floor and the collector, so that a slow moment falls on both. */
export async function benchCollect(socket: string, rounds = 51): Promise<CollectFigures> {
  const { subjects, paths } = await recordRequests(socket);
  const raw: number[] = [];
  const collected: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await time(() => replay(socket, paths)));
    collected.push(await time(() => collectOnce(socket)));
  }
  return { subjects, requests: paths.length, rawMs: median(raw), collectMs: median(collected) };
}

async function collectOnce(socket: string): Promise<number> {
  const { snapshot, failures } = await collect({ targets: `unix://${socket}` });
  if (failures.length > 0) throw new Error('the engine could not be read');
  return snapshot.subjects.length;
}

/** The requests that one collection really makes, as node itself reports them. */
async function recordRequests(
  socket: string,
): Promise<{ readonly subjects: number; readonly paths: readonly string[] }> {
  const paths: string[] = [];
  const note = (message: unknown): void => {
    // The channel's message holds the request that is starting.
    paths.push((message as { request: ClientRequest }).request.path);
  };
  subscribe('http.client.request.start', note);
  try {
    return { subjects: await collectOnce(socket), paths };
  } finally {
    unsubscribe('http.client.request.start', note);
  }
}

async function replay(socket: string, paths: readonly string[]): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      await get(socket, path);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

function get(socketPath: string, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, path, method: 'GET' }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve(body.startsWith('{') || body.startsWith('[') ? JSON.parse(body) : body);
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
