import { z } from 'zod';

/** How a container is confined, by the settings in force. */
export const security = z.object({
  /** Which system calls it may make. */
  seccomp: z.object({
    /** `default` is the engine's own profile; `unconfined` none at all; `custom` a profile of the user's. */
    mode: z.enum(['default', 'unconfined', 'custom']),
    /** For `custom`: whether the profile's default action lets every call through that it does not name. */
    allowsAll: z.boolean(),
    /**
     * For `custom`: the dangerous calls that it lets through to a container with the engine's default
     * capabilities, sorted. `clone` stands here when it may make user namespaces. Absent for the others.
     */
    allowedDangerous: z.array(z.string()).optional(),
  }),
  /** How AppArmor confines it. */
  apparmor: z.object({
    /** Name of the profile; `''` means that none is applied. */
    profile: z.string(),
    /** Whether it asked not to be confined. */
    unconfined: z.boolean(),
  }),
  /** How SELinux labels it. */
  selinux: z.object({
    /** Process label in force; `''` means that none is applied. */
    label: z.string(),
    /** Whether it asked for no label of its own. */
    disabled: z.boolean(),
    /** The type of process that it asked for, as `container_t`; absent where it asked for none. */
    type: z.string().optional(),
  }),
  /** Whether its processes can gain no rights by setuid programs. */
  noNewPrivileges: z.boolean(),
  /**
   * Whether paths under /proc and /sys that engines hide from containers, or let them read alone, are open to it: of one that
   * runs as the kernel has it, where its host can be read, else as it was made.
   */
  systemPathsUnconfined: z.boolean(),
});
