import { at } from '../../../gathering/fact-lines.ts';
import { read, sourced } from '../../../gathering/partial-facts.ts';
import type { LimitsRead } from '../../../proc/cgroup-held.ts';
import type { RawContainer } from '../../api-schemas/container.ts';
import type { Answer } from './container-answer.ts';
import { otherLimit } from './limits-in-force.ts';

/** Devices of the host that a container was given, or may open. */
export const deviceLines = {
  devices: at('/HostConfig/Devices', ({ raw: { HostConfig } }: Answer) =>
    HostConfig.Devices.map((device) => ({
      hostPath: read(() => device.PathOnHost),
      containerPath: read(() => device.PathInContainer),
      permissions: read(() => device.CgroupPermissions),
    })),
  ),
  deviceRules: at('/HostConfig/DeviceCgroupRules', ({ raw: { HostConfig }, limits }: Answer) =>
    deviceRulesOf(HostConfig, limits),
  ),
  deviceRequests: at('/HostConfig/DeviceRequests', ({ raw: { HostConfig } }: Answer) =>
    HostConfig.DeviceRequests.map((request) => ({
      driver: read(() => request.Driver),
      capabilities: read(() => request.Capabilities.flat()),
    })),
  ),
};

/** Rules of devices that it was made with, and those of its cgroup that open every device besides. */
function deviceRulesOf(host: RawContainer['HostConfig'], limits: LimitsRead | undefined) {
  const other = limits && otherLimit(limits, 'openDevices', host);
  const open = String(other?.value ?? '')
    .split('\n')
    .filter((rule) => rule !== '');
  return other && open.length > 0
    ? sourced([...host.DeviceCgroupRules, ...open], { kind: 'file', path: other.path })
    : host.DeviceCgroupRules;
}
