import type { DaemonReading } from '../../../daemon/daemon-reading.ts';
import type { RawInfo } from '../../api-schemas/engine.ts';
import { known } from '../../../gathering/known-value.ts';
import {
  isMissing,
  missing,
  read,
  sourced,
  whenRead,
  type Missing,
} from '../../../gathering/partial-facts.ts';
import { text, type Text } from '../../../../core/text.ts';

const states = ['inactive', 'pending', 'active', 'error', 'locked'] as const;

/** An engine's place in a Swarm: by its own word, and by the sockets and the record of its process. */
export function swarmOf({ Swarm }: RawInfo, daemon: DaemonReading | Missing) {
  const manager = read(() => Swarm?.ControlAvailable ?? false);
  const state = read(() => Swarm?.LocalNodeState || 'inactive');
  return {
    state: whenRead(state, (reported) => known(states, reported, 'state of a Swarm')),
    manager,
    nodeId: read(() => Swarm?.NodeID ?? ''),
    nodeAddress: read(() => Swarm?.NodeAddr ?? ''),
    listeners: whenRead(manager, (manages) => (manages ? controlSockets(Swarm, daemon) : [])),
    dataPathAddress: whenRead(state, (reported) =>
      reported === 'inactive' ? '' : dataPathAddress(daemon),
    ),
  };
}

/** The sockets of the port that a manager tells others to call, since any port may be chosen for it. */
function controlSockets(swarm: RawInfo['Swarm'], daemon: DaemonReading | Missing) {
  if (isMissing(daemon)) return daemon;
  const own = swarm?.RemoteManagers.find(({ NodeID }) => NodeID === swarm.NodeID);
  const port = Number(/:(\d+)$/.exec(own?.Addr ?? '')?.[1]);
  if (Number.isNaN(port)) return missing({ reason: 'unavailable', detail: noPort });
  const { tcpSockets } = daemon;
  if ('unread' in tcpSockets) return missing(tcpSockets.unread);
  const listening = tcpSockets.value.filter((socket) => socket.port === port);
  // The port may be one that something else passes on.
  if (listening.length === 0) return missing({ reason: 'unavailable', detail: noSocket(port) });
  const listeners = listening.map(({ address }) => ({ address, port }));
  return sourced(listeners, tcpSockets.source);
}

const noPort = text(
  'the manager does not report on which port it can be reached',
  '管理节点未说明通过哪个端口可达',
);
const noSocket = (port: number): Text =>
  text(
    `the engine's process listens on no port ${port}, which its manager gives to others`,
    `引擎进程未监听端口 ${port}，而管理节点对外宣告的正是该端口`,
  );

function dataPathAddress(daemon: DaemonReading | Missing) {
  if (isMissing(daemon)) return daemon;
  const { swarmState } = daemon;
  if ('unread' in swarmState) return missing(swarmState.unread);
  return sourced(swarmState.value.dataPathAddress, swarmState.source);
}
