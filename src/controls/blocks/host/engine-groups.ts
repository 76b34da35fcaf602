import type { HostFacts } from '../../../core/subjects/host/host.ts';

/** Who may connect to a socket by its group: writing is what connecting takes. */
const groupMayWrite = 0o020;

/** The number that the engine takes for its socket unless set otherwise; more than one only where a file is wrong. */
export const dockerGids = ({ groups }: HostFacts): readonly number[] =>
  groups.filter(({ name }) => name === 'docker').map(({ gid }) => gid);

/** The numbers of the groups that sockets of engines really have. */
export function socketGids({ files }: HostFacts): readonly number[] {
  const { engineSocket, otherEngineSockets = [] } = files;
  const sockets = [...(engineSocket === null ? [] : [engineSocket]), ...otherEngineSockets];
  return sockets.filter(({ mode }) => (mode & groupMayWrite) !== 0).map(({ gid }) => gid);
}

/** Groups by their numbers, which is all that the kernel knows of them: several may share one. */
export const groupsOf = (
  { groups }: HostFacts,
  gids: readonly number[],
): readonly HostFacts['groups'][number][] => groups.filter(({ gid }) => gids.includes(gid));
