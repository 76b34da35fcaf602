/** A mode that something gets, and not folders alone. */
interface Kept {
  /** `undefined` where nobody knows it. */
  readonly mode: string | undefined;
  readonly paths: readonly string[];
  readonly folders: false;
}

/** Programs that systems bring with the bit of their owner. */
const setuid =
  /^\/(?:usr\/)?(?:s?bin|lib\/(?:openssh|dbus-1\.0|polkit-1))\/(?:su|sudo|sudoedit|doas|mount|umount|passwd|chsh|chfn|newgrp|gpasswd|chage|expiry|ping6?|pkexec|fusermount3?|ssh-keysign|unix_chkpwd|dbus-daemon-launch-helper|newuidmap|newgidmap|bbsuid)$/;

/** Options by which a copy keeps the modes of what is copied. */
const keeps: ReadonlyMap<string, RegExp> = new Map([
  ['cp', /^-[a-zA-Z]*[pa]|^--archive$|^--preserve(?:$|=.*(?:mode|all))/],
  ['rsync', /^-[a-zA-Z]*[pa]|^--(?:archive|perms)$/],
]);

/** Options by which an archive is unpacked, and by which it brings the modes of its files for any user. */
const unpacks = /^-?[a-zA-Z]*x|^--(?:extract|get)$/;
const asStored = /^-?[a-zA-Z]*p|^--(?:preserve|same)-permissions$/;

/**
 * The modes that files get without any that is written: of a program that is copied with its own, of an archive that is
 * with the options that bring them, and of `dpkg-statoverride`.
 */
export function keptModes(name: string, words: readonly string[]): readonly Kept[] {
  if (name === 'dpkg-statoverride') return overridden(words);
  if (name === 'tar' || name === 'bsdtar') {
    const options = words.filter((word, at) => at === 0 || word.startsWith('-'));
    const isOpen =
      options.some((word) => unpacks.test(word)) && options.some((word) => asStored.test(word));
    return isOpen ? [{ mode: undefined, paths: [], folders: false }] : [];
  }
  const keep = keeps.get(name);
  if (keep === undefined || !words.some((word) => keep.test(word))) return [];
  const paths = words.filter((word) => setuid.test(word));
  return paths.length === 0 ? [] : [{ mode: '4755', paths: [], folders: false }];
}

/** `dpkg-statoverride --add USER GROUP MODE PATH`. */
function overridden(words: readonly string[]): readonly Kept[] {
  const [, , mode, path] = words.filter((word) => !word.startsWith('-'));
  const isGiven = words.includes('--add') && path !== undefined;
  return isGiven ? [{ mode, paths: [path], folders: false }] : [];
}
