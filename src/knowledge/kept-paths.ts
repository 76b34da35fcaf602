/**
 * Paths of the kernel's that every engine keeps from its containers, if nothing lifts that; each release adds others.
 *
 * @see https://github.com/moby/moby/blob/master/oci/defaults.go
 */
export const keptPaths = {
  masked: ['/proc/kcore', '/sys/firmware'],
  readOnly: ['/proc/sys', '/proc/sysrq-trigger'],
} as const;
