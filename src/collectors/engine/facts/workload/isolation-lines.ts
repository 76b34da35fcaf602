import { at } from '../../../gathering/fact-lines.ts';
import { isMissing, read, type Missing } from '../../../gathering/partial-facts.ts';
import { capabilitiesOf, normalCapabilities } from '../../../workload/capabilities.ts';
import type { EngineTraits } from '../../../workload/engine-traits.ts';
import { userOf } from '../../../workload/user-of.ts';
import type { Answer } from './container-answer.ts';
import { securityOf } from './security.ts';

/** Whom a container runs as, its rights, and what holds it apart from its host. */
export const isolationLines = {
  user: at('/Config/User', ({ raw: { Config, HostConfig }, kernel, engine }: Answer) =>
    userOf(
      Config.User,
      kernel && numbersAlike(engine, HostConfig.UsernsMode) ? kernel.state.uid : null,
    ),
  ),
  groups: at('/HostConfig/GroupAdd', ({ raw: { HostConfig } }: Answer) => HostConfig.GroupAdd),
  privileged: at(
    '/HostConfig/Privileged',
    ({ raw: { HostConfig } }: Answer) => HostConfig.Privileged,
  ),
  capabilities: at(
    '/HostConfig',
    ({ raw: { HostConfig }, around }: Answer) => ({
      added: read(() => normalCapabilities(HostConfig.CapAdd)),
      dropped: read(() => normalCapabilities(HostConfig.CapDrop)),
      effective: read(() => {
        const { CapAdd: add, CapDrop: drop, Privileged: privileged } = HostConfig;
        return capabilitiesOf({ add, drop, privileged }, around.product).effective;
      }),
    }),
    { '/added': '/HostConfig/CapAdd', '/dropped': '/HostConfig/CapDrop' },
  ),
  security: at(
    '/HostConfig/SecurityOpt',
    ({ raw, engine, kernel, inForce }: Answer) => securityOf(raw, engine, kernel, inForce),
    {
      '/apparmor/profile': '/AppArmorProfile',
      '/selinux/label': '/ProcessLabel',
      '/systemPathsUnconfined': '/HostConfig/MaskedPaths',
    },
  ),
  namespaces: {
    pid: at('/HostConfig/PidMode', ({ namespaces }: Answer) => namespaces.pid),
    ipc: at('/HostConfig/IpcMode', ({ namespaces }: Answer) => namespaces.ipc),
    network: at('/HostConfig/NetworkMode', ({ namespaces }: Answer) => namespaces.network),
    uts: at('/HostConfig/UTSMode', ({ namespaces }: Answer) => namespaces.uts),
    user: at('/HostConfig/UsernsMode', ({ namespaces }: Answer) => namespaces.user),
    cgroup: at('/HostConfig/CgroupnsMode', ({ namespaces }: Answer) => namespaces.cgroup),
  },
};

/** Whether the host's number for a user is the container's own. */
const numbersAlike = (engine: EngineTraits | Missing, usersMode: string): boolean =>
  !isMissing(engine) &&
  !engine.userNamespaces &&
  !engine.rootless &&
  (usersMode === '' || usersMode === 'host');
