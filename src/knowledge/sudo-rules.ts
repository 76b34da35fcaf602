/**
 * Where programs that run others with more rights keep their rules. Of each list the first that is there is read by its
 * program, and the lists are read beside one another: which of the programs a host has is not asked.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 * @see https://github.com/trifectatechfoundation/sudo-rs
 */
export const sudoersPlaces: readonly (readonly string[])[] = [
  // sudo; SUSE ships its own rules below /usr.
  ['/etc/sudoers', '/usr/etc/sudoers'],
  // sudo that was built on the host, and that of a BSD.
  ['/usr/local/etc/sudoers'],
  // sudo-rs
  ['/etc/sudoers-rs'],
];

/** Files that set up sudo itself; the first that is there is read. */
export const sudoConfPlaces: readonly string[] = ['/etc/sudo.conf', '/usr/etc/sudo.conf'];

/** Files and folders with rules of doas, which are written in another language. */
export const doasPlaces: readonly string[] = [
  '/etc/doas.conf',
  '/etc/doas.d',
  '/usr/local/etc/doas.conf',
];

/** Folders in which systems keep the plugins of sudo. */
export const sudoPluginFolder =
  /^\/usr\/(?:local\/)?(?:lib(?:exec|64|32)?(?:\/[a-z0-9_]+-linux-[a-z0-9]+)?)\/sudo$/;

/** The plugin that reads sudoers. */
export const sudoersPlugin = 'sudoers.so';
