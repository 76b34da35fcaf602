import type { Workload } from '../../core/subjects/workload/workload.ts';
import type { Missing, Partly } from '../gathering/partial-facts.ts';

/** The seccomp profile that an engine gives to every container which asks for none. */
export type DefaultSeccomp = Partly<Workload['security']['seccomp']>;

/** What an engine gives to every container that does not ask for something else. */
export interface EngineTraits {
  /** `''` when it has no seccomp. */
  readonly seccomp: string;
  /** That of a file of its own; absent where it is the one that it brings along, or none. */
  readonly seccompFile?: DefaultSeccomp;
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
