import { keptPaths } from '../../../knowledge/kept-paths.ts';
import { isMissing, read } from '../../gathering/partial-facts.ts';
import type { KeptPaths } from '../../proc/open-paths.ts';
import type { RawContainer } from '../api-schemas/container.ts';

/** Paths of the kernel's that a container's engine names, and at least those that every engine keeps from containers. */
export function keptPathsOf(container: RawContainer): KeptPaths {
  return {
    masked: pathsOf(() => container.HostConfig.MaskedPaths, keptPaths.masked),
    readOnly: pathsOf(() => container.HostConfig.ReadonlyPaths, keptPaths.readOnly),
  };
}

function pathsOf(
  get: () => readonly string[] | null | undefined,
  always: readonly string[],
): readonly string[] {
  const named = read(() => get() ?? []);
  const kernels = isMissing(named) ? [] : named.filter((path) => isKernels.test(path));
  return [...new Set([...kernels, ...always])];
}

const isKernels = /^\/(?:proc|sys)(?:\/(?!\.)[^/]+)+$/;
