import { cmdScripts } from './cmd-scripts.ts';
import { gitScripts } from './git-scripts.ts';
import { valuesIn } from './option-values.ts';
import { quotedWords } from './started-words.ts';
import { awkActs, sedActs } from './text-acts.ts';

/** What a program does with its words and its input, beside its own work: it starts another, or runs a text. */
export interface Program {
  /** Its options that take a value of their own; none where absent. */
  readonly valued?: RegExp;
  /** Whether it starts the program that its words name. */
  readonly starts?: true;
  /** What it takes before what it starts: a time, a user, a folder; 0 where absent. */
  readonly operands?: number;
  /** The word with which it starts anything at all; without one it always does. */
  readonly verb?: RegExp;
  /** Options, one of which it needs to start anything. */
  readonly when?: RegExp;
  /** Whether numbers may stand before what it starts: of tries, and of seconds. */
  readonly numbers?: true;
  /** Whether it starts a shell where nothing else is named. */
  readonly shell?: true;
  /** Options with the script of a shell, in the same word or the next one. */
  readonly script?: RegExp;
  /** Scripts of a shell among its words where no option alone tells them. */
  readonly scripts?: (words: readonly string[]) => readonly string[];
  /** Whether its words are one script of a shell. */
  readonly joined?: true;
  /** Options with a text in a language that is not read here, in the same word or the next one. */
  readonly code?: RegExp;
  /** Whether its options may stand behind words that are none. */
  readonly mixed?: true;
  /** Options with a file of such a text, in the same word or the next one. */
  readonly files?: RegExp;
  /** Files with such a text that it reads by itself where they lie in its folder. */
  readonly found?: readonly string[];
  /** Whether a text of its own language, which is its first word that is no option, starts anything or writes a file. */
  readonly acts?: (text: string) => boolean;
  /** Options with such a text, in the next word; with one of them no word is it by itself. */
  readonly text?: RegExp;
  /** Options with which it reads no such text from its input. */
  readonly without?: RegExp;
  /** Whether it takes such a text from its input where no word names a file of it, or only with one of these options. */
  readonly input?: true | RegExp;
}

export const starts = (valued?: RegExp, operands = 0): Program => ({
  starts: true,
  operands,
  ...(valued ? { valued } : {}),
});

const runs = (verb: RegExp, valued?: RegExp, operands = 0): Program => ({
  ...starts(valued, operands),
  verb,
});

/** An interpreter, which takes a text from an option, a file or its input. */
export const code = (option: RegExp, others: Program = {}): Program => ({
  code: option,
  input: true,
  without: /^-(?:V|v|h|\?)$|^--?(?:version|help)$/,
  ...others,
});

const awk: Program = {
  valued: /^-[FvilEfe]$|^--(?:assign|field-separator|include|load|source|file|exec)$/,
  acts: awkActs,
  text: /^(?:-e|--source|-f|-E|--file|--exec)$/,
  files: /^-[fE]|^--(?:file|exec)(?:=|$)/,
};

const editor: Program = {
  files: /^-S/,
  code: /^-[cS]|^--cmd|^\+./,
  input: /^-\w*[sE]/,
  mixed: true,
};

const make: Program = {
  code: /^--eval(?:=|$)|^-E./,
  valued: /^-[fCIjloW]$/,
  files: /^-f|^--(?:make)?file(?:=|$)/,
  input: /^-f ?-$|^--(?:make)?file[= ]-$/,
  found: ['Makefile', 'makefile', 'GNUmakefile'],
  mixed: true,
};

const overSsh: Program = {
  script: /^(?:-o ?)?(?:Proxy|Local|KnownHosts)Command(?:\s*=\s*|\s+)/i,
};

const apt: Program = { script: /^(?:-o)?(?:APT|DPkg)::[\w:-]*Invoke[\w:-]*=/i };

/** It hands what is behind `-c` to a shell, and starts what it is given else. */
const packageRunner = (verb: RegExp): Program => ({
  ...runs(verb, /^-[cpw]$|^--(?:call|package|workspace|prefix|dir)$/),
  script: /^-c$|^--(?:call|shell-mode)(?:=|$)/,
});

/** The scripts that `npm pkg set` writes into the project, which a later command runs. */
const packageScripts = (words: readonly string[]): readonly string[] =>
  words.includes('pkg') && words.includes('set')
    ? words.flatMap((word) => /^scripts[.[][^=]*=(.*)$/s.exec(word)?.[1] ?? [])
    : [];

/** What a daemon is started with: a program, and the words behind two hyphens. */
function daemonScripts(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  const given = end < 0 ? [] : words.slice(end + 1);
  const option = /^(?:-\w*[ax]|--startas|--exec)$|^--(?:startas|exec)=/;
  return valuesIn(end < 0 ? words : words.slice(0, end), option).map((program) =>
    quotedWords([program, ...given]),
  );
}

const become: Program = { script: /^-\w*c$|^--(?:session-)?command(?:=|$)/, shell: true };

/** Programs that start another one, or run a text, by name without a version. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  [
    'sudo',
    {
      ...starts(/^-[ughpCTRDrt]$|^--(?:user|group|host|prompt|chdir|chroot|role|type)$/),
      shell: true,
    },
  ],
  ['doas', starts(/^-[uC]$/)],
  ['pkexec', starts(/^--user$/)],
  [
    'setpriv',
    starts(
      /^--(?:r?e?[ug]id|groups|(?:inh|ambient)-caps|bounding-set|securebits|pdeathsig|selinux-label|apparmor-profile)$/,
    ),
  ],
  ['capsh', { script: /^-c$/ }],
  ['chpst', starts(/^-[uUbe/CnlLmdopfc]$/)],
  ['s6-setuidgid', starts(undefined, 1)],
  ['setuidgid', starts(undefined, 1)],
  ['envuidgid', starts(undefined, 1)],
  ['envdir', starts(undefined, 1)],
  ['s6-envdir', starts(undefined, 1)],
  ['softlimit', starts(/^-[acdflmoprst]$/)],
  ['with-contenv', starts()],
  ['gosu', starts(undefined, 1)],
  ['su-exec', starts(undefined, 1)],
  ['su', become],
  [
    'runuser',
    { ...become, ...starts(/^-[ugG]$|^--(?:user|group|supp-group)$/), when: /^-u|^--user/ },
  ],
  ['sg', { operands: 1, joined: true }],
  ['chroot', { ...starts(undefined, 1), shell: true }],
  [
    'unshare',
    { ...starts(/^-[SGRwl]$|^--(?:set[ug]id|root|wd|propagation|setgroups)$/), shell: true },
  ],
  ['nsenter', { ...starts(/^-[tSG]$|^--(?:target|set[ug]id)$/), shell: true }],
  ['bwrap', starts(/^--(?:chdir|[ug]id|hostname|dev|proc|tmpfs|dir|unsetenv)$/)],
  ['proot', { ...starts(/^-[rbqwki0]$/), shell: true }],
  [
    'env',
    {
      ...starts(/^-[uCS]$|^--(?:unset|chdir|split-string)$/),
      script: /^-[iv0]*S|^--split-string(?:=|$)/,
    },
  ],
  ['exec', starts(/^-a$/)],
  ['nice', starts(/^-n$|^--adjustment$/)],
  ['ionice', starts(/^-[cn]$|^--class(?:data)?$/)],
  ['chrt', starts(/^-[TPD]$/, 1)],
  ['taskset', starts(undefined, 1)],
  ['numactl', starts(/^-[CNmpiP]$/)],
  ['prlimit', starts()],
  ['cpulimit', starts(/^-[lcPpe]$/)],
  ['timeout', starts(/^-[ks]$|^--(?:kill-after|signal)$/, 1)],
  ['faketime', starts(undefined, 1)],
  ['stdbuf', starts(/^-[ioe]$|^--(?:input|output|error)$/)],
  ['unbuffer', starts()],
  ['chronic', starts()],
  ['ifne', starts()],
  [
    'flock',
    { ...starts(/^-[wE]$|^--(?:timeout|wait|conflict-exit-code)$/, 1), script: /^-c$|^--command$/ },
  ],
  ['strace', starts(/^-[eopsuEabIOPSUX]$/)],
  ['ltrace', starts(/^-[eopsuEanADFlwx]$/)],
  ['valgrind', starts()],
  ['script', { ...become, script: /^-\w*c$|^--command(?:=|$)/ }],
  ['watch', { valued: /^-[nq]$|^--(?:interval|equexit)$/, joined: true }],
  ['hyperfine', { valued: /^-[wmMrSn]$/, joined: true }],
  [
    'xargs',
    starts(/^-[IndPLsEa]$|^--(?:replace|max-args|max-procs|max-lines|arg-file|delimiter)$/),
  ],
  ['parallel', starts(/^-[jISnNLaPX]$|^--(?:jobs|max-procs|arg-file|colsep|delimiter|joblog)$/)],
  ['start-stop-daemon', { scripts: daemonScripts }],
  ['dbus-run-session', starts(/^--(?:config-file|dbus-daemon)$/)],
  ['dbus-launch', starts()],
  [
    'xvfb-run',
    starts(/^-[enfpsw]$|^--(?:server-num|error-file|auth-file|xauth-protocol|server-args|wait)$/),
  ],
  ['ssh-agent', starts(/^-[aEOPt]$/)],
  ['systemd-run', starts(/^-[pEHMu]$|^--(?:unit|property|setenv|uid|gid|host|machine)$/)],
  ['systemd-inhibit', starts()],
  ['tini', starts(/^-[pe]$/)],
  ['tini-static', starts(/^-[pe]$/)],
  ['docker-init', starts(/^-[pe]$/)],
  ['dumb-init', starts(/^(?:-r|--rewrite)$/)],
  ['catatonit', starts()],
  ['command', starts()],
  ['builtin', starts()],
  ['fakeroot', { ...starts(/^-[lsib]$/), shell: true }],
  ['setarch', starts(undefined, 1)],
  ['linux32', starts()],
  ['linux64', starts()],
  ['setsid', starts()],
  ['nohup', starts()],
  ['time', starts(/^-[fo]$|^--(?:format|output)$/)],
  ['eatmydata', starts()],
  ['busybox', starts()],
  ['toybox', starts()],
  ['entr', starts()],
  ['bundle', runs(/^exec$/)],
  ['pipenv', runs(/^run$/)],
  ['poetry', runs(/^run$/)],
  ['uv', runs(/^run$/)],
  ['rbenv', runs(/^exec$/)],
  ['pyenv', runs(/^exec$/)],
  ['asdf', runs(/^exec$/)],
  ['mise', runs(/^exec$/)],
  ['opam', runs(/^exec$/)],
  ['direnv', runs(/^exec$/, undefined, 1)],
  ['conda', runs(/^run$/, /^-[np]$|^--(?:name|prefix|cwd)$/)],
  ['mamba', runs(/^run$/, /^-[np]$|^--(?:name|prefix|cwd)$/)],
  ['micromamba', runs(/^run$/, /^-[nprf]$|^--(?:name|prefix|cwd)$/)],
  ['npx', { script: /^-c$|^--call(?:=|$)/ }],
  ['npm', { ...packageRunner(/^(?:exec|x)$/), scripts: packageScripts }],
  ['pnpm', { ...packageRunner(/^(?:exec|dlx)$/), scripts: packageScripts }],
  ['yarn', packageRunner(/^(?:exec|dlx)$/)],
  ['git', { scripts: gitScripts }],
  ['rsync', { script: /^-[A-Za-z]*e$|^--(?:rsh|rsync-path)(?:=|$)/ }],
  ['ssh', overSsh],
  ['scp', overSsh],
  ['sftp', overSsh],
  ['apt-get', apt],
  ['apt', apt],
  ['dpkg', { script: /^--(?:pre|post)-invoke=/ }],
  ['split', { script: /^--filter(?:=|$)/ }],
  ['sort', { script: /^--compress-program(?:=|$)/ }],
  ['zip', { script: /^-TT$|^--unzip-command(?:=|$)/ }],
  ['mapfile', { script: /^-C$/ }],
  ['compgen', { script: /^-C$/ }],
  ['complete', { script: /^-C$/ }],
  ['readarray', { script: /^-C$/ }],
  ['nix-shell', { script: /^--(?:run|command)$/ }],
  ['scl', { operands: 2, joined: true }],
  [
    'tar',
    {
      script:
        /^--checkpoint-action=exec=|^--(?:to-command|use-compress-program|info-script|new-volume-script|rsh-command)(?:=|$)/,
    },
  ],
  [
    'python',
    code(/^-[bBdEiIOPqRsSuvx]*c|^(?:timeit|pdb)$/, {
      valued: /^-[WXQ]$/,
      without: /^-[A-Za-z]*[mVh]|^--(?:version|help)/,
    }),
  ],
  [
    'pypy',
    code(/^-[bBdEiOPqRsSuvx]*c/, {
      valued: /^-[WXQ]$/,
      without: /^-[A-Za-z]*[mVh]|^--(?:version|help)/,
    }),
  ],
  ['perl', code(/^-[acflnpsStTuUwWX\d]*[eE]/, { valued: /^-[IMm]$/ })],
  ['ruby', code(/^-[aclnpsSwW\d]*e/, { valued: /^-[IrCE]$/ })],
  ['jruby', code(/^-[aclnpsSwW\d]*e/, { valued: /^-[IrCE]$/ })],
  ['irb', code(/^-e$/)],
  [
    'node',
    code(/^-[pie]*[pe]|^--(?:eval|print)(?:=|$)/, {
      valued: /^-[rC]$|^--(?:require|import|loader|experimental-loader|conditions)$/,
      files: /^-r$|^--(?:require|import|loader)(?:=|$)/,
    }),
  ],
  ['nodejs', code(/^-[pie]*[pe]|^--(?:eval|print)(?:=|$)/, { valued: /^-[rC]$|^--require$/ })],
  ['bun', code(/^-[ep]|^--(?:eval|print)(?:=|$)/, { input: /^-$/ })],
  ['deno', code(/^eval$/, { input: /^(?:-|repl)$/ })],
  [
    'php',
    code(/^-[rBRE]|^--(?:run|process-\w+)(?:=|$)/, {
      valued: /^-[dczSt]$/,
      without: /^-[vhimlSt]|^--(?:version|help|ini|info|modules)/,
    }),
  ],
  ['lua', code(/^-e/, { valued: /^-l$/ })],
  ['luajit', code(/^-e/, { valued: /^-[jl]$/ })],
  ['tclsh', { input: true }],
  ['wish', { input: true }],
  ['expect', code(/^-c/, { input: /^-$/ })],
  [
    'R',
    code(/^-e/, {
      files: /^-f$|^--file=/,
      valued: /^-f$/,
      without: /^(?:CMD|-f|--file|--version|--help)/,
    }),
  ],
  ['Rscript', code(/^-e/)],
  ['julia', code(/^-[eE]|^--(?:eval|print)/)],
  ['octave', code(/^--eval/)],
  ['elixir', code(/^(?:-e|--eval|--rpc-eval)/)],
  ['erl', code(/^-(?:eval|run|s)$/)],
  ['ghc', { code: /^-e/ }],
  ['runghc', { input: true }],
  ['ocaml', code(/^-e/)],
  ['guile', code(/^-c/)],
  ['racket', code(/^-[ie]*e|^--eval/)],
  ['sbcl', code(/^--eval/)],
  ['clisp', code(/^-x/)],
  ['emacs', { code: /^--?(?:eval|execute|batch)/ }],
  ['clojure', code(/^-e|^--eval/)],
  ['clj', code(/^-e|^--eval/)],
  ['groovy', code(/^-\w*e/)],
  ['scala', code(/^-e/)],
  ['kotlin', { code: /^-e/ }],
  ['jshell', { input: true }],
  ['pwsh', code(/^-(?:c|command|e|ec|enc|encodedcommand)$/i, { files: /^-f(?:ile)?$/i })],
  ['powershell', code(/^-(?:c|command|e|ec|enc|encodedcommand)$/i, { files: /^-f(?:ile)?$/i })],
  ...['fish', 'csh', 'tcsh', 'xonsh', 'nu', 'elvish', 'rc', 'es', 'osh', 'ysh', 'ion', 'murex'].map(
    (name) => [name, code(/^-\w*c/)] as const,
  ),
  ['cmd', { scripts: cmdScripts }],
  ['execlineb', { code: /^-\w*c/, input: true }],
  ['awk', awk],
  ['gawk', awk],
  ['mawk', awk],
  ['nawk', awk],
  ['original-awk', awk],
  [
    'sed',
    {
      valued: /^-[lfe]$|^--(?:expression|file)$/,
      acts: sedActs,
      text: /^(?:-\w*e|--expression|-f|--file)$/,
      files: /^-f|^--file(?:=|$)/,
    },
  ],
  ['vi', editor],
  ['vim', editor],
  ['nvim', editor],
  ['view', editor],
  ['ex', { ...editor, input: /^/ }],
  ['ed', { input: /^/ }],
  ['gdb', { files: /^-{1,2}(?:x$|command(?:=|$))/, code: /^-{1,2}(?:ex|eval-command|iex|batch)/ }],
  ['lldb', { code: /^-[oOQ]|^--(?:one-line|batch)/ }],
  ['make', make],
  ['gmake', make],
  ['m4', { input: true }],
  ['at', { files: /^-f/, input: /^/, without: /^-[flrdc]/ }],
  ['batch', { input: true }],
  ['crontab', { valued: /^-u$/, input: true, without: /^-[lre]/ }],
  ['dc', { code: /^-e|^--expression/, input: true }],
  ['socat', { acts: (text) => /(?:exec|system):/i.test(text) }],
]);

/** The names of programs that are known to start another one. */
export const launcherNames: readonly string[] = [...programs].flatMap(([name, program]) =>
  program.starts === true ? name : [],
);

/** Names of shells, and the variable that has the path of the one that somebody uses. */
export const shellNames = /^(?:(?:ba|da|z|k|a|fi|pw)?sh|\$SHELL|\$\{SHELL\})$/;

/** Programs that print what they fetch from an address: what that is differs from what is read here. */
export const fetcherNames: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'aria2c',
  'iwr',
  'irm',
  'invoke-webrequest',
  'invoke-restmethod',
]);
