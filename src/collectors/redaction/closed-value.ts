import type { ValueClass } from '../../core/facts/shared-facts.ts';

/** Words that a setting is one of, and that nobody would take for a password. */
const listed =
  /^(?:true|false|yes|no|on|off|y|n|t|f|none|null|nil|auto|default|always|never|enabled?|disabled?|noninteractive|production|prod|development|dev|test(?:ing)?|staging|release|debug|trace|(?:non-)?blocking|gzip|zlib|tcp|udp|rfc(?:3164|5424(?:micro)?)|info|warn(?:ing)?|error|fatal|silent|C|POSIX|C\.UTF-?8|en_US(?:\.UTF-?8)?|UTF-?8|UTC|trust|localhost|sys|krb5[ip]?|m?tls|tcp6?|udp6?|rdma|ntlm(?:v2|ssp)i?|latest|stable|next|edge|nightly|canary|lts|main|master|HEAD|ok|done|ignore|bad|die|reset|linux|amd64|arm64|x86_64|aarch64)$/i;

/** A shell, which some programs are given to start. */
const shell = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k|a)?sh(?: -[a-z]{1,3})?$/;

/** A user, a mode, a port, a count, a size or a time: no number is longer that a fact needs. */
const number = /^-?\d{1,5}(?:\.\d{1,3})?(?:ms|[smhd]|[kmgt]i?b?|%)?$/i;

/** `80/tcp`, `8000-8010`, `1000:1000`. */
const ports = /^\d{1,5}(?:[-:]\d{1,5})?(?:\/(?:tcp|udp|sctp))?$/;

/** `u+s,g-w`, `g=u`; `+ep` of capabilities. */
const symbolicMode =
  /^(?:[ugoa]{0,4}[-+=][rwxXstugo]{0,6}(?:,[ugoa]{0,4}[-+=][rwxXstugo]{0,6}){0,8}|[-+=]{0,2}[eip]{1,3})$/;

/** What may stand behind the numbers of a version. */
const qualifier = String.raw`(?:[-+~._]?(?:\d{1,8}|alpha|beta|rc|dev|pre|post|ga|final|lts|r|p|b|u|deb|ubuntu|dfsg|alpine|slim|bookworm|bullseye|buster|trixie|noble|jammy|focal|windowsservercore|nanoserver|jre|jdk|fpm|apache))`;
const versionForm = String.raw`(?:\d{1,3}:)?v?\d{1,4}(?:\.\d{1,8}){1,4}${qualifier}{0,6}`;
/** A sign that a condition on a version begins with, and such conditions. */
const sign = String.raw`(?:[~^><=!]{1,3} ?)`;
const oneOf = String.raw`(?:${sign}?${versionForm}(?:\.?\*)?|${sign}v?\d{1,4}(?:\.?\*)?|(?:v?\d{1,4}\.?)?\*)`;
const version = new RegExp(String.raw`^${oneOf}(?:, ?${oneOf}){0,4}$`, 'i');

/** The name of an image with a registry or a repository of several parts, or a tag that is a version. */
const named = String.raw`[a-z0-9]+(?:[._-]{1,2}[a-z0-9]+){0,8}`;
const image = new RegExp(
  String.raw`^(?:[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}(?::\d{1,5})?\/)?${named}(?:\/${named}){0,8}(?::(?:${versionForm}|latest|stable)|(?::[\w.-]{1,64})?@sha256:[0-9a-f]{64})$`,
);

/** A part of a path: none is longer that a person writes. */
const part = String.raw`(?:[\w.@%+~-]{1,64}|\$\{?\w{1,64}\}?)`;
const place = String.raw`(?:[A-Za-z]:|~|\.{1,2}|\$\{?\w{1,64}\}?)?(?:[/\\]${part}){1,32}[/\\]?`;
const variable = String.raw`\$\{?\w{1,64}\}?`;
const paths = new RegExp(
  String.raw`^(?:${place}|\/|${variable}(?=[:;]))(?:[:;](?:${place}|${variable})){0,64}[:;]?$`,
);

/** What an address of a package says of it behind a `#`: its name, where it lies, and its sum. */
const ofPackage = String.raw`(?:egg=[a-z][\w.-]{0,63}|subdirectory=[\w./-]{1,128}|sha(?:256|384|512)=[0-9a-f]{64,128})`;

/** What tells the way of fetching before an address of Terraform. */
const getter = String.raw`(?:(?:git|hg|s3|gcs)::)?`;

/** Without a user but the one that hosts of repositories have for everyone, a query or any other fragment. */
const url = new RegExp(
  String.raw`^${getter}[a-z][a-z0-9+.-]{1,20}:\/\/(?:git@)?[a-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[\w.@%+~-]{1,64}){0,32}\/?(?:#${ofPackage}(?:&${ofPackage}){0,3})?$`,
  'i',
);

/** One variable, and what is said where it is not set. */
const reference = /^\$(?:\w{1,64}|\{\w{1,64}(?::?\?[^${}]*)?\})$/;

const classes: readonly (readonly [ValueClass, RegExp])[] = [
  ['empty', /^$/],
  ['switch', listed],
  ['switch', shell],
  ['number', number],
  ['number', ports],
  ['mode', symbolicMode],
  ['version', version],
  ['path', paths],
  ['url', url],
  ['image', image],
  ['reference', reference],
];

/** Nothing that is longer is of a closed type. */
const longest = 4096;

/**
 * The closed type that a value is of; `other` where it is of none, and so may be anything. Only what is of one is kept,
 * and that only where neither its name nor its form says that it is a secret.
 */
export function classOf(value: string): ValueClass {
  if (value.length > longest) return 'other';
  const [, other] = /^\$\{\w{1,64}:?[-+]([^${}]*)\}$/.exec(value) ?? [];
  if (other !== undefined) return classOf(other) === 'other' ? 'other' : 'reference';
  return classes.find(([, pattern]) => pattern.test(value))?.[0] ?? 'other';
}

/** Whether a value is a mode that is written in letters, and of no other closed type. */
export const isMode = (value: string): boolean =>
  symbolicMode.test(value) && classOf(value) === 'mode';
