/** What a feature asks for in its own metadata, as the fields of a service of Compose. */
export interface KnownFeature {
  readonly privileged?: true;
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  /** `SOURCE:TARGET` each. */
  readonly volumes?: readonly string[];
}

const ptrace: KnownFeature = { cap_add: ['SYS_PTRACE'], security_opt: ['seccomp=unconfined'] };

/**
 * Features of dev containers that are known to ask for rights, by their names without a version. Which version is used may
 * ask for more, and what any other asks for is not known.
 *
 * @see https://github.com/devcontainers/features/tree/main/src
 */
export const knownFeatures: ReadonlyMap<string, KnownFeature> = new Map([
  ['ghcr.io/devcontainers/features/docker-in-docker', { privileged: true }],
  [
    'ghcr.io/devcontainers/features/docker-outside-of-docker',
    { volumes: ['/var/run/docker.sock:/var/run/docker-host.sock'] },
  ],
  [
    'ghcr.io/devcontainers/features/docker-from-docker',
    { volumes: ['/var/run/docker.sock:/var/run/docker-host.sock'] },
  ],
  ['ghcr.io/devcontainers/features/go', ptrace],
  ['ghcr.io/devcontainers/features/rust', ptrace],
]);
