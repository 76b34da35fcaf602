import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openClient } from '../../../../src/collectors/engine/client/engine-client.ts';
import { createDialingAgent } from '../../../../src/collectors/engine/client/modem.ts';
import { askPath } from '../../../support/ask-path.ts';
import { temporaryRoot } from '../../../support/temporary-root.ts';

/** A client of a server that answers as told: what no real engine does on demand. */
async function clientOf(listener: RequestListener, requestTimeout = 2_000) {
  const socketPath = join(temporaryRoot(), 'fake.sock');
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(socketPath, done));
  const address = { id: 'fake', transport: { kind: 'unix', socketPath } } as const;
  const client = await openClient(address, {
    requestTimeout,
    timeout: 20_000,
    clean: String,
  });
  onTestFinished(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  return client;
}

describe('a client', () => {
  it('has eight requests under way at once, and no more', async () => {
    let [now, most] = [0, 0];
    const client = await clientOf((_, answer) => {
      most = Math.max(most, (now += 1));
      setTimeout(() => {
        now -= 1;
        answer.end('{}');
      }, 20);
    });
    await Promise.all(Array.from({ length: 40 }, () => askPath(client, '/x', z.unknown())));
    expect(most).toBe(8);
  });

  it('asks again, once, when the connection was cut', async () => {
    const asked: string[] = [];
    const client = await clientOf(({ url = '', socket }, answer) => {
      asked.push(url);
      if (url === '/never' || asked.length === 1) socket.destroy();
      else answer.end('{"a":1}');
    });
    expect(await askPath(client, '/cut', z.object({ a: z.number() }))).toEqual({ value: { a: 1 } });
    expect(await askPath(client, '/never', z.unknown())).toMatchObject({
      failure: {
        reason: 'unavailable',
        detail: { en: 'GET /never ended in ECONNRESET', zh: 'GET /never 失败：ECONNRESET' },
      },
    });
    expect(asked).toEqual(['/cut', '/cut', '/never', '/never']);
  });

  it('sends a query as it is, and understands an answer of null', async () => {
    const asked: (string | undefined)[] = [];
    const client = await clientOf(({ url }, answer) => {
      asked.push(url);
      answer.end('null\n');
    });
    const endpoint = '/containers/x/top?ps_args=-eo%20pid,uid,args';
    expect(await askPath(client, endpoint, z.null())).toEqual({ value: null });
    expect(asked).toEqual([endpoint]);
  });

  it('says why there is no answer', async () => {
    const client = await clientOf(({ url }, answer) => {
      const status = Number(url?.slice(1));
      if (status === 200) answer.end('{"a": ');
      else answer.writeHead(status).end(JSON.stringify({ message: 'because\n of it' }));
    });
    const reasons = await Promise.all(
      [200, 401, 403, 404, 405, 409, 500, 501, 503, 504].map(async (status) => {
        const answer = await askPath(client, `/${status}`, z.unknown());
        return 'failure' in answer ? `${status} ${answer.failure.reason}` : 'value';
      }),
    );
    expect(reasons).toEqual([
      '200 malformed',
      '401 denied',
      '403 denied',
      '404 unavailable',
      '405 unsupported',
      '409 unavailable',
      '500 unavailable',
      '501 unsupported',
      '503 unavailable',
      '504 timeout',
    ]);
    expect(await askPath(client, '/403', z.unknown())).toMatchObject({
      failure: {
        detail: {
          en: 'GET /403 was answered with 403: because of it',
          zh: 'GET /403 的应答为 403：because of it',
        },
        source: { endpoint: '/403' },
      },
    });
  });

  it('stops reading an answer that has no end', async () => {
    let sent = 0;
    const client = await clientOf((_, answer) => {
      const piece = Buffer.alloc(8 << 20, ' ');
      const more = (): void => {
        if (answer.destroyed) return;
        sent += piece.length;
        answer.write(piece, more);
      };
      more();
      // On a machine that is busy, so many bytes take a while.
    }, 20_000);
    expect(await askPath(client, '/x', z.unknown())).toMatchObject({
      failure: {
        reason: 'malformed',
        detail: {
          en: 'GET /x was answered with something else: it is longer than 16777216 bytes',
          zh: 'GET /x 的应答与预期不符：超过 16777216 字节',
        },
      },
    });
    expect(sent).toBeLessThan(256 << 20);
  });

  it('waits for nothing from what wishes to speak another protocol', async () => {
    const client = await clientOf(({ socket }) =>
      socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    );
    expect(await askPath(client, '/x', z.unknown())).toMatchObject({
      failure: { reason: 'unavailable' },
    });
  });

  it('reports where an answer does not fit, and never what stood there', async () => {
    const client = await clientOf((_, answer) => answer.end('{"a":{"b":"hunter2"}}'));
    const answer = await askPath(client, '/x', z.object({ a: z.object({ b: z.number() }) }));
    expect(answer).toMatchObject({
      failure: {
        reason: 'malformed',
        detail: { en: expect.stringContaining('/a/b') as string },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});

it('what is dialled is used again, and let go of at the end', async () => {
  const server = createServer((_, answer) => answer.end('{}'));
  const socketPath = join(temporaryRoot(), 'far.sock');
  await new Promise<void>((done) => server.listen(socketPath, done));
  onTestFinished(() => void server.close());
  const dialled: Socket[] = [];
  const agent = createDialingAgent(() => {
    const socket = connect(socketPath);
    dialled.push(socket);
    // As of a process, which has no socket's own words.
    return Duplex.from({ readable: socket, writable: socket });
  });
  const ask = async (): Promise<string> => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ agent, path: '/x' }, resolve).on('error', reject).end();
    });
    return (await answer.toArray()).join('');
  };
  expect([await ask(), await ask(), await ask()]).toEqual(['{}', '{}', '{}']);
  expect(dialled).toHaveLength(1);
  agent.destroy();
  await expect.poll(() => dialled[0]?.destroyed).toBe(true);
});
