import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';

/** Gives each request a connection that `dial` opened, and uses it again for the next. */
export function createDialingAgent(dial: () => Duplex): Agent {
  const open = new Set<Duplex>();
  const agent = new Agent({ keepAlive: true });
  return Object.assign(agent, {
    createConnection: () => {
      const connection = dial();
      open.add(connection);
      return connection.on('close', () => open.delete(connection));
    },
    // What was dialled is a stream of a process and no socket: it has neither keep-alive nor a handle to let go of.
    keepSocketAlive: () => true,
    reuseSocket: () => {},
    destroy: () => {
      for (const connection of open) connection.destroy();
      Agent.prototype.destroy.call(agent);
    },
  });
}
