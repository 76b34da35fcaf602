import { namesPackage, takesNext } from './manager-options.ts';

/** Programs whose operands controls read: files, packages, users and scripts. A word behind `-x` is mostly one of them. */
const readsOperands = new Set(
  `sh bash ash dash zsh ksh busybox su runuser source . eval cmd powershell pwsh echo printf cat tee rm cp mv ln mkdir rmdir
  install touch chmod chown chgrp chattr setfacl setcap getcap umask find xargs grep egrep sed gsed awk perl test [ [[ ls cd
  pushd stat file sort head tail cut tr wc read export declare typeset local readonly set unset trap tar unzip gunzip gzip bzip2
  xz zstd 7z cpio useradd adduser usermod deluser userdel groupadd addgroup groupmod passwd chpasswd visudo sha1sum sha224sum
  sha256sum sha384sum sha512sum shasum md5sum b2sum cksum gpg gpgv openssl cosign minisign signify jarsigner rpm dpkg
  dpkg-deb dpkg-query dpkg-sig debsig-verify gdebi gdebi-core rpmkeys alien msiexec snap flatpak apt-key apt-mark apt-cache update-alternatives git svn hg make cmake ninja gcc g++ cc ld python node php ruby java mvn gradle systemctl service rc-service rc-update sshd net icacls iwr invoke-webrequest irm invoke-restmethod iex invoke-expression start-process start
  start-bitstransfer expand-archive new-object add-type certutil
  dockerd containerd rsync scp ssh aws gsutil gcloud az azcopy rclone s3cmd s5cmd lwp-download lwp-mirror lwp-request lynx gdb at
  w3m elinks`.split(/\s+/),
);

/** Letters that take no value, and letters whose value names a file or a user, of programs that fetch. */
const fetchers: ReadonlyMap<string, readonly [none: string, file: string]> = new Map([
  ['curl', ['#012346aBfgGiIjJklLMnNOpqRsSvVZ', 'oKTu']],
  ['wget', ['46bcdEFhHkKmNpqrSvVxn', 'OPoia']],
  ['wget2', ['46bcdEFhHkKmNpqrSvVxn', 'OPoia']],
  ['aria2c', ['qcVZnhDP', 'diosxj']],
  ['ftp', ['46adgimnpv', 'o']],
  ['gh', ['', 'ODp']],
  ['axel', ['aqvk46', 'on']],
  ['http', ['dcFhbvjf', 'ops']],
  ['https', ['dcFhbvjf', 'ops']],
  ['xh', ['dcFhbvjfqm', 'ops']],
  ['xhs', ['dcFhbvjfqm', 'ops']],
]);

/** Long options that take no value in any program that has them. */
const switches =
  /^--(?:no-?[a-z][\w-]*|(?:assume-?)?yes|quiet|silent|verbose|force(?:-[a-z-]+)?|recursive|system|global|update|upgrade|all|production|location|fail|fail-with-body|show-error|insecure|compressed|batch|strict|check|status|ignore-missing|parents|create-home|disabled-password|disabled-login|single-branch|recurse-submodules|bare|ff-only|hard|soft|version|help|dearmor|armor|verify|import|clean|purge|auto-?remove|ignore-not-found|simple|archive|preserve|remove|gunzip|gzip|bzip2|xz|zstd|decompress|uncompress|stdout|to-stdout|create|get|extract|vextract|raw-extract|fsys-tarfile|unpack|install|reinstall|freshen|make-directories|list|delete|append|lock|unlock|non-unique|allow-[a-z-]+|skip-[a-z-]+|with(?:out)?-[a-z-]+|enable-[a-z-]+|disable-[a-z-]+|remote-name(?:-all)?|content-disposition|now|daemon|foreground|login|debug|dry-run|privileged|rm|detach|init|interactive|tty)$/;

/**
 * Long options whose values controls need, and which hold no secret: files that a build fetches, checks and runs, users and
 * groups, revisions and keys of what is fetched, packages that are removed together, and what a container is given.
 */
const needed =
  /^--(?:out|dir|output(?:-document|-dir)?|directory(?:-prefix)?|target(?:-directory)?|file|chdir|chown|chmod|mode|owner|reference|user|uid|gid|groups?|ingroup|shell|home(?:-dir)?|base-dir|branch|tag|rev(?:ision)?|ref|pin|recv-keys?|keyserver|virtual|prefix|root|requirement|constraint|checksum|trusted-host|allow-insecure-host|require|import|loader|rcfile|init-file|network|net|pid|ipc|uts|userns|cgroupns|cap-add|cap-drop|security-opt|restart|entrypoint|certificate-(?:identity|oidc-issuer)-regexp|from|to|exclude|strip-components|one-top-level|only-binary|no-binary|package|spec|with)$/;

/** Letters of programs that fetch which take no value, as they stand together: `-fsSLk`. */
const bundled = /^-[#0-46fgikLnNOqRsSv]{1,8}$/;

/** Settings of package managers by which they check what they are given. */
const checks = /^(?:localpkg_gpgcheck=(?:1|true|yes|on)|_pkgverify_level (?:all|signature))$/i;

/** Whether a value is nothing but switches that are listed here. */
export const isSwitches = (value: string): boolean =>
  checks.test(value) ||
  (value.length < 200 &&
    value.split(/\s+/).every((word) => bundled.test(word) || switches.test(word)));

/** Letters with values of the same kinds, of package managers. */
const neededLetters = /^-[tro]$/;

/** Whether an option of a program has a revision for its value, which any other program may have a secret for. */
export const namesRevision = (program: string, option: string): boolean =>
  program === 'git' && option === '--source';

/** Whether the value behind an equals sign is of a kind that controls need. */
export const needsOption = (option: string): boolean => needed.test(option);

/** Whether the word behind an option may be any value: neither an operand, nor of a kind that controls need. */
export function takesFreeValue(program: string, option: string): boolean {
  if (needed.test(option) || namesPackage(program, option)) return false;
  if (namesRevision(program, option)) return false;
  const managed = takesNext(program, option);
  if (managed !== undefined) return managed && !neededLetters.test(option);
  if (option.startsWith('--')) return !switches.test(option);
  const letters = fetchers.get(program);
  if (letters === undefined) return !readsOperands.has(program);
  const [none, file] = letters;
  const last = option.at(-1) ?? '';
  const first = option
    .slice(1)
    .split('')
    .findIndex((letter) => !none.includes(letter));
  // A letter that takes a value brings it along unless it stands last.
  return first === option.length - 2 && !file.includes(last);
}
