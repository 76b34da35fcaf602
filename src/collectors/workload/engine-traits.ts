import type { Missing } from '../gathering/partial-facts.ts';

/** What an engine gives to every container that does not ask for something else. */
export interface EngineTraits {
  /** `''` when it has no seccomp. */
  readonly seccomp: string;
  readonly apparmor: boolean;
  readonly selinux: boolean;
  readonly userNamespaces: boolean;
  readonly rootless: boolean;
  /** Whether containers get a cgroup namespace of their own by default. */
  readonly cgroupNamespaces: boolean | Missing;
  /** New containers may not gain privileges, unless they say otherwise. */
  readonly noNewPrivileges: boolean | Missing;
  /** When its process started, ISO 8601 UTC; `null` where that is not known. */
  readonly startedAt: string | null;
  readonly logDriver: string | Missing;
  /** Whether it is the only node of its Swarm. */
  readonly onlyNode: boolean;
}

export type Product = 'docker' | 'podman';
