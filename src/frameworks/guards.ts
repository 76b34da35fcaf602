import { defaultCapabilities } from '../core/default-capabilities.ts';
import type { Guard } from '../core/mapping.ts';

/** A list of paths that leaves out what the host itself lives on says nothing of sensitive mounts. */
export const hostSystem = {
  param: 'paths',
  includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr'],
} as const satisfies Guard;

/** What an engine gives to a container by itself: nothing among it can set a clock. */
export const engineDefault = {
  param: 'allowed',
  within: defaultCapabilities,
} as const satisfies Guard;

/** Drivers that keep logs on the host alone must be among those that do not pass. */
export const localDrivers = {
  param: 'local',
  includes: ['json-file', 'local', 'none'],
} as const satisfies Guard;

/** A socket that others may write to is open to every account. */
export const ownerAndGroup = { param: 'allowed', bitsWithin: 0o660 } as const satisfies Guard;

/** A file that only its owner may write. */
export const ownerWrites = { param: 'allowed', bitsWithin: 0o644 } as const satisfies Guard;

/** A directory that only its owner may write. */
export const ownerWritesDirectory = {
  param: 'allowed',
  bitsWithin: 0o755,
} as const satisfies Guard;

/** The shells that speak in the clear must be looked for. */
export const clearShells = {
  param: 'programs',
  includes: ['telnetd', 'rlogind'],
} as const satisfies Guard;

/** SSH must be looked for. */
export const secureShells = {
  param: 'programs',
  includes: ['sshd', 'dropbear'],
} as const satisfies Guard;

/** Below this, what counts as a well-known port would be left out. */
export const wellKnownPorts = { param: 'threshold', atLeast: 1024 } as const satisfies Guard;

/** As many as the default process table of the kernel would bound nothing. */
export const belowProcessTable = { param: 'max', atMost: 32767 } as const satisfies Guard;

/** A quarter, the usual rhythm of patches. */
export const withinQuarter = { param: 'maxDays', atMost: 90 } as const satisfies Guard;

/** More programs than these are no longer one function. */
export const fewPrograms = { param: 'max', atMost: 3 } as const satisfies Guard;

/** Types that confine nothing must not count as a label. */
export const realLabels = {
  param: 'unconfinedTypes',
  includes: ['spc_t', 'unconfined_t'],
} as const satisfies Guard;

/** Where a Swarm was said to be needed, that it is on shows nothing. */
export const noSwarmExpected = { param: 'expected', equals: false } as const satisfies Guard;

/** The engine's own socket must be looked for. */
export const engineSocket = {
  param: 'sockets',
  includes: ['/run/docker.sock'],
} as const satisfies Guard;
