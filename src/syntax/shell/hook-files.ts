/** A file that a program runs parts of by itself, by where it lies. */
interface HookFile {
  readonly path: RegExp;
  /** What of its text is a script: its first group, or all of it where absent. */
  readonly script?: RegExp;
}

const hookFiles: readonly HookFile[] = [
  {
    path: /^\/etc\/(?:profile|(?:bash\.)?bashrc|rc\.local)$|^\/etc\/(?:profile|cont-init)\.d\/[^/]+$/,
  },
  { path: /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|bash_logout|profile|zshrc|zshenv)$/ },
  { path: /^\/etc\/(?:cron\.(?:hourly|daily|weekly|monthly)|init\.d)\/[^/]+$/ },
  { path: /^\/docker-entrypoint(?:-init(?:db)?)?\.d\/[^/]+\.(?:sh|envsh)$/ },
  {
    path: /^\/etc\/apt\/apt\.conf(?:\.d\/[^/]+)?$/,
    script: /Invoke[\w:-]{0,40}\s{0,20}(?:\{\s{0,20})?"((?:[^"\\]|\\.){1,4096})"/gi,
  },
  {
    path: /^\/etc\/dpkg\/dpkg\.cfg(?:\.d\/[^/]+)?$/,
    script: /^[ \t]*(?:pre|post)-invoke[= ]["']?(.{1,4096}?)["']?$/gm,
  },
  {
    path: /^\/etc\/(?:crontab|cron\.d\/[^/]+)$/,
    script: /^[ \t]*(?:@\w+|(?:[\d*]\S{0,40}[ \t]+){4}\S+)[ \t]+\S+[ \t]+(.{1,4096})$/gm,
  },
  {
    path: /^\/var\/spool\/cron\/(?:crontabs\/)?[^/]+$/,
    script: /^[ \t]*(?:@\w+|(?:[\d*]\S{0,40}[ \t]+){4}\S+)[ \t]+(.{1,4096})$/gm,
  },
  {
    path: /(?:^|\/)(?:\.gitconfig|gitconfig|\.git\/config|git\/config)$/,
    script:
      /^[ \t]*(?:pager|editor|sshCommand|fsmonitor|askPass|external|cmd|command|program|helper|clean|smudge|\w+)[ \t]*=[ \t]*["']?!?(.{1,4096}?)["']?$/gim,
  },
];

/** A person writes fewer into one file. */
const manyScripts = 50;

/** The scripts in a text that programs run by themselves where it lies at a path. */
export function hookScripts(path: string, text: string): readonly string[] {
  return hookFiles
    .filter((each) => each.path.test(path))
    .flatMap(({ script }) =>
      script === undefined
        ? [text]
        : Array.from(text.matchAll(script), ([, found = '']) => found).slice(0, manyScripts),
    );
}
