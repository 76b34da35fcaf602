/**
 * Capabilities, each with its number, any of which lets a program make itself root, read all that root can, or load
 * code into the kernel.
 *
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export const rootCapabilities: ReadonlyMap<string, number> = new Map([
  ['cap_chown', 0],
  ['cap_dac_override', 1],
  ['cap_dac_read_search', 2],
  ['cap_fowner', 3],
  ['cap_setgid', 6],
  ['cap_setuid', 7],
  ['cap_sys_module', 16],
  ['cap_sys_rawio', 17],
  ['cap_sys_ptrace', 19],
  ['cap_sys_admin', 21],
  ['cap_mknod', 27],
  ['cap_setfcap', 31],
]);
