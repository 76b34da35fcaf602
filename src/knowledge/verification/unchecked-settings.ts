import { setsUncheckedVariable } from './unchecked-variables.ts';

/** Settings that leave a check out, on a command line or in a file alike. */
const settings: readonly RegExp[] = [
  // apt: its options, a line of its sources unless it is of this machine, and a field of them
  /\b(?:Allow(?:Unauthenticated|InsecureRepositories)|Force-Yes)["']?\s{0,9}[= ]\s{0,9}["']?(?:true|yes|on|1)\b/i,
  /\bVerify-(?:Peer|Host)["']?\s{0,9}[= ]\s{0,9}["']?(?:false|no|off|0)\b/i,
  /\[[^\]\n]{0,500}\b(?:trusted|allow-insecure)=(?:yes|true|on|1)\b(?![^\]\n]{0,500}\]\s{1,9}(?:file|copy):)/i,
  /^[ \t]*(?:trusted|allow-insecure):[ \t]*(?:yes|true|on|1)\b/im,
  // yum, dnf and zypper; the second is one of Git too, for one address or for all
  /\b(?:pkg_)?gpgcheck\s{0,9}=\s{0,9}(?:0|no|false|off)\b/i,
  /\bsslverify["']?(?:\s{0,9}=\s{0,9}|\s)["']?(?:0|no|false|off)\b/i,
  // Git by pairs of variables: nobody names this key but to switch it off
  /\bGIT_CONFIG_KEY_\d{1,3}=["']?http\.(?:[^\s"']{1,200}\.)?sslverify\b/i,
  // the key of the host that Git fetches from over SSH
  /\b(?:GIT_SSH_COMMAND|core\.sshCommand)["']?[\s=]{1,3}[^\n;&|]{0,300}\bStrictHostKeyChecking[= ](?:no|off)\b/i,
  // pacman, unless it is of packages that lie on this machine
  /(?<!#[ \t]{0,9}|\bServer[ \t]{0,9}=[ \t]{0,9}file:[^[]{0,500})\b(?:RemoteFile)?SigLevel[ \t]{0,9}=[^\n#]{0,200}\b(?:Package)?(?:Never|Optional|TrustAll)\b(?![^[]{0,500}\bServer[ \t]{0,9}=[ \t]{0,9}file:)/,
  // npm, pnpm and both kinds of Yarn; without a sign between, the name stands behind `set`, or begins an option or a line
  /\b(?:strict-ssl|strictSsl|enableStrictSsl)["']?\s{0,9}[=:]\s{0,9}["']?false\b/,
  /(?:^|--|\bset\s{1,9}(?:-\S{1,40}\s{1,9}){0,3})["']?(?:strict-ssl|strictSsl|enableStrictSsl)["']?\s{1,9}["']?false\b/m,
  // pip and uv, in a file and by `pip config set`
  /^[ \t]*(?:trusted|allow-insecure)[-_]host[ \t]*[=:][ \t]*(?:\n[ \t]+)?\S/m,
  /\w\.trusted-host\s{1,9}["']?\w/,
  // wget, which takes the name without its hyphen or with another one, and aria2
  /\bcheck[-_]?certificate\s{0,9}=\s{0,9}(?:off|no|0|false|quiet)\b/i,
  // conda
  /\bssl_verify["']?\s{0,9}[=: ]\s{0,9}["']?(?:false|no|off|0)\b/i,
  // Bundler and RubyGems
  /(?:\b|_)ssl_verify_mode["']?\s{0,9}[=: ]\s{0,9}["']?0\b/i,
  // Maven, and .NET in PowerShell
  /(?:\b|-D)maven\.wagon\.http\.ssl\.(?:insecure|allowall)=true\b/,
  /\bServerCertificateValidationCallback\s{0,9}=\s{0,9}\{\s{0,9}(?:return\s{1,9})?\$true\s{0,9}\}/i,
  // Go, whose flags stand in one variable
  /\bGOFLAGS=["']?(?:[^;&|\n"']{0,200}\s)?-insecure\b/,
  // Composer
  /(?:\sdisable-tls\s{1,9}|"disable-tls"\s{0,9}:\s{0,9})["']?(?:true|1)\b/,
];

/** What each of them holds, and each variable: a text without any of it need not be looked through. */
export const mayHoldSetting =
  /ssl|goprivate|find_links|disable-tls|node_tls|verify|check[-_]?cert|trusted|insecure|gpgcheck|unauth|force-yes|sumdb|siglevel|maven\.wagon|certificatevalidation|goflags|stricthostkey/i;

/** Whether a text that is a command, a variable or part of a file holds a setting that leaves a check out. */
export const holdsUncheckedSetting = (text: string): boolean =>
  mayHoldSetting.test(text) &&
  (settings.some((pattern) => pattern.test(text)) || setsUncheckedVariable(text));

/** The file of curl, in which a single word is a setting. */
export const curlFile = /[._]curlrc\b/;

/** A line of it that leaves the check of certificates out. */
export const uncheckedCurlLine = /^[ \t]*(?:(?:--)?insecure|-k)[ \t]*$/m;
