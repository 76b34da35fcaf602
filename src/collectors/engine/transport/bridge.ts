import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** A private socket, each connection to which is carried somewhere else. */
export interface Bridge {
  readonly socketPath: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens a socket that only this user can reach (in a folder of mode 0700), for ways to an engine that
 * docker-modem does not know itself: it is handed a socket, and never an agent, which it would inspect
 * deeply on every request.
 *
 * @param dial opens one connection to the other side
 */
export async function openBridge(dial: () => Duplex): Promise<Bridge> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-'));
  const socketPath = join(folder, 'engine.sock');
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial();
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    open.add(near);
    near.on('error', end).on('close', () => {
      open.delete(near);
      far.destroy();
    });
    far.on('error', end).on('close', end);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(socketPath, done);
  });
  return {
    socketPath,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of open) socket.destroy();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
