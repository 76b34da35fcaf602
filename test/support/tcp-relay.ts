import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands between an agent and its hub. */
export interface Relay {
  readonly port: number;
  /**
   * Resolves when the hub has begun to answer to a request of at least as many bytes; nothing of that answer goes on, and all
   * connections end.
   */
  readonly cutBeforeAnswer: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Passes on what comes to a port of its own. */
export async function startRelay(to: number): Promise<Relay> {
  const open = new Set<Socket>();
  let armed: { readonly bytes: number; readonly fire: () => void } | undefined;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    let sent = 0;
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const each of [near, far]) {
      open.add(each);
      each.on('error', end).on('close', () => {
        open.delete(each);
        end();
      });
    }
    near.on('data', (chunk) => {
      if (armed) sent += chunk.length;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (armed && sent >= armed.bytes) {
        armed.fire();
        armed = undefined;
        for (const each of open) each.destroy();
        return;
      }
      near.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutBeforeAnswer: (bytes) =>
      new Promise((resolve) => {
        armed = { bytes, fire: resolve };
      }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const each of open) each.destroy();
      await closed;
    },
  };
}
