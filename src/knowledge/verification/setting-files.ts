/**
 * Files whose settings may leave a check of what is fetched out, in the folders of a system and in anybody's home.
 *
 * @see https://manpages.debian.org/trixie/apt/apt.conf.5.en.html
 * @see https://curl.se/docs/manpage.html#-K
 */
const file =
  /^\/etc\/(?:apt\/(?:apt\.conf|sources\.list)(?:\.d\/[^/]+)?|wgetrc|gitconfig|pip\.conf|npmrc|conda\/\.?condarc|yum\.conf|yum\.repos\.d\/[^/]+|dnf\/dnf\.conf|zypp\/(?:zypp\.conf|repos\.d\/[^/]+)|pacman\.conf|pacman\.d\/[^/]+|apk\/repositories)$|^(?:\/root|\/home\/[^/]+|~|\$HOME|\/)\/?(?:\.(?:curlrc|wgetrc|gitconfig|npmrc|yarnrc|yarnrc\.yml|condarc|gemrc)|\.(?:config\/)?pip\/pip\.conf|\.config\/(?:git\/config|curlrc))$/;

/** Whether a path is that of such a file. */
export const mayLeaveChecksOut = (path: string): boolean => file.test(path);

/** The folders that hold nothing but such files. */
export const settingFolders: readonly string[] = [
  '/etc/apt',
  '/etc/apt/apt.conf.d',
  '/etc/apt/sources.list.d',
  '/etc/yum.repos.d',
  '/etc/zypp/repos.d',
];
