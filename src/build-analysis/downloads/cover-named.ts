import { filesRun } from '../files/run-files.ts';
import { managerName } from '../packages/package-commands.ts';
import type { Following } from './following.ts';

/** Programs that put nothing where their words say but what is followed. */
const followed =
  /^(?:cd|pushd|popd|ls|stat|file|du|cat|chown|chmod|chgrp|test|\[|\[\[|rm|mkdir|mv|cp|ln|link|install|rsync|find|touch|echo|printf|export|sed|grep|head|tail|tar|gtar|bsdtar|unzip|cpio|7z\w*|ar|dpkg|dpkg-deb|unrar|jar|unsquashfs|gunzip|gzip|xz|zstd|curl|wget|git|sha\d+sum|gpg|set|true|readelf|strip)$/;

/** Whether what a program of a name does with files is followed, as far as anything is. */
export const isFollowed = (name: string): boolean => followed.test(name);

/** Programs that install what may bring programs of any name. */
const managers =
  /^(?:apt|apt-get|apk|yum|dnf5?|microdnf|tdnf|zypper|pacman|pip[\d.]*|npm|yarn|pnpm|gem|cargo|go|conda|mamba)$/;

/** Whatever else the words of a program name may be a folder that it fills. */
export function coverNamed(
  name: string,
  words: readonly string[],
  { files, paths }: Following,
): void {
  if (!files.hasFolders()) return;
  if (managers.test(managerName(name))) files.mix();
  if (followed.test(name)) return;
  // What a shell is given to run is followed by itself.
  if (/^(?:ba|da|a|z|k)?sh$/.test(name) && words.some((word) => /^-\w*c$/.test(word))) return;
  const run = filesRun(words);
  for (const word of words.slice(1)) {
    if (run.includes(word)) continue;
    const place = word.startsWith('-') ? /=(\/.*)$/s.exec(word)?.[1] : word;
    if (place?.includes('/') !== true || place.includes('://')) continue;
    const path = paths.of(place);
    if (path?.startsWith('/') === true) files.cover(path);
  }
}
