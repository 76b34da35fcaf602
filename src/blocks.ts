/**
 * The door to building blocks of checks: what the built-in controls are made of. A block that takes a `Given` value
 * takes the value itself, or a function of the control's parameters. Blocks go into `all`, `any`, `not`, `each` and
 * `when` of `plimsoll`, and keep their three values there.
 *
 * @packageDocumentation
 */
export { isAnyAddress, isLoopback, spellEndpoint } from './syntax/addresses/addresses.ts';
export {
  capabilitiesBeyond,
  hasCapability,
  holdsOnly,
} from './controls/blocks/workload/capabilities.ts';
export type { PartCheck, PlainCheck } from './core/controls/check.ts';
export type { Given } from './controls/blocks/given.ts';
export { hasHealthCheck } from './controls/blocks/health-check.ts';
export {
  describeMount,
  eachHostPath,
  mountsHostPath,
} from './controls/blocks/workload/host-path-mounts.ts';
export type { Mount } from './controls/blocks/workload/host-path-mounts.ts';
export { hasLabel } from './controls/blocks/labels.ts';
export { hasLimit } from './controls/blocks/workload/limits.ts';
export { isMoving } from './controls/blocks/moving-tags.ts';
export { sharesHostNamespace } from './controls/blocks/workload/namespaces.ts';
export { inPortList, portEntry } from './controls/blocks/port-list.ts';
export { hasReadOnlyRoot, isPrivileged } from './controls/blocks/workload/privileged.ts';
export { programsOf, runsProgram } from './controls/blocks/workload/programs.ts';
export {
  describePort,
  publishes,
  publishesOn,
  publishesPorts,
} from './controls/blocks/workload/published-ports.ts';
export type { Port } from './controls/blocks/workload/published-ports.ts';
export { isFrom, onlyFrom } from './controls/blocks/registries.ts';
export { noSecretIn } from './controls/blocks/secrets.ts';
export type { Classified } from './controls/blocks/secrets.ts';
export { isNonRoot, isRoot, namesRoot } from './controls/blocks/users.ts';
export type { User } from './controls/blocks/users.ts';
export { daysBetween } from './controls/blocks/days.ts';
export { daemonOnly } from './controls/blocks/engine/daemon-only.ts';
export { settingInForce } from './controls/blocks/engine/setting-in-force.ts';
export { modeBits, staysWithin } from './controls/blocks/host/file-mode.ts';
export { isRoots } from './controls/blocks/host/file-owner.ts';
export { hasFile } from './controls/blocks/host/host-file.ts';
export type { HostFile, PickFile } from './controls/blocks/host/host-file.ts';
export { sysctlAtLeast, sysctlNumber } from './controls/blocks/host/sysctl.ts';
export { isListed, parseImageName } from './syntax/image-reference/image-name.ts';
export type { ImageName } from './syntax/image-reference/image-name.ts';
export { findExposed, findHolder, pathsMeet } from './syntax/paths/listed-paths.ts';
export { hardLimit } from './knowledge/ulimits.ts';
export { describedByFile } from './controls/blocks/workload/described-by-file.ts';
export { whileRunning } from './controls/blocks/workload/while-running.ts';
