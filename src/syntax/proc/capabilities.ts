/**
 * Linux capabilities by bit, normalised: upper case, without `CAP_`.
 *
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export const capabilityNames = [
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'LINUX_IMMUTABLE',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_ADMIN',
  'NET_RAW',
  'IPC_LOCK',
  'IPC_OWNER',
  'SYS_MODULE',
  'SYS_RAWIO',
  'SYS_CHROOT',
  'SYS_PTRACE',
  'SYS_PACCT',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_NICE',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'MKNOD',
  'LEASE',
  'AUDIT_WRITE',
  'AUDIT_CONTROL',
  'SETFCAP',
  'MAC_OVERRIDE',
  'MAC_ADMIN',
  'SYSLOG',
  'WAKE_ALARM',
  'BLOCK_SUSPEND',
  'AUDIT_READ',
  'PERFMON',
  'BPF',
  'CHECKPOINT_RESTORE',
] as const;

/**
 * Names the capabilities of a mask as /proc writes it, sorted. A bit that this release has no name for is
 * kept as `BIT_41`, so that it is never lost.
 */
export function decodeCapabilities(mask: string): readonly string[] {
  const names: string[] = [];
  let rest = BigInt(`0x${mask}`);
  for (let bit = 0; rest > 0n; bit += 1, rest >>= 1n) {
    if (rest & 1n) names.push(capabilityNames[bit] ?? `BIT_${bit}`);
  }
  return names.toSorted();
}
