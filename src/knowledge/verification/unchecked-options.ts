/** Options that say by their name what they leave out, whichever program takes them. */
const telling =
  '--(?:allow-unauthenticated|allow-insecure-repositories|allow-untrusted|force-yes)(?:=(?:yes|true|on|1))?' +
  '|--no-?gpg-?(?:checks?|verify)|--no-check-sigs|--allow-unsigned-rpm|--gpgcheck-allow-unsigned(?:-package)?' +
  '|--no-check-cert[a-z]*|--no-strict-ssl|--allow-insecure-host(?:=\\S+)?' +
  '|--no-verify-ssl|--trust-server-cert(?:-failures=\\S+)?|--(?:src-)?tls-verify=(?:false|0)' +
  '|-[Ss]kip(?:[Cc]ertificate|[Pp]ublisher)[Cc]heck(?::\\$true)?';

/** Programs that fetch or install, with options that leave a check out in them alone. */
interface Program {
  readonly names: readonly string[];
  readonly options?: string;
  /** Whether a command fetches or installs at all, where the program takes the option for other things too. */
  readonly counts?: (words: readonly string[]) => boolean;
}

const programs: readonly Program[] = [
  { names: ['apt', 'apt-get', 'aptitude'] },
  { names: ['npm', 'pnpm', 'yarn'] },
  // These read options that are cut short as long as they stay clear, and so does wget.
  { names: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'], options: '--nogpg[a-z]*' },
  { names: ['apk'], options: '--allow[a-z-]*' },
  {
    names: ['pip', 'uv'],
    options: `--trust[a-z-]*(?:=\\S+)?|(?:-f ?|--find[a-z-]*[= ])http://(?!localhost|127\\.)\\S+`,
  },
  // Options without a value of their own may stand together with k or G.
  {
    names: ['curl'],
    options: '-[#0-46aBfgGiIjJlLMnNOpqRsSvVZ]*k\\S*|--(?:(?:proxy-|doh-)?insecure|insec[a-z]*)',
  },
  { names: ['axel'], options: '-k|--insecure' },
  { names: ['hg', 'oras'], options: '--insecure' },
  { names: ['zypper'], options: '-[cCdefFgkK]*G\\S*' },
  { names: ['wget'], options: '--no-check(?:-[a-z]+)?' },
  {
    names: ['choco', 'choco.exe', 'cinst'],
    options: '--?(?:ignore-?checksums?|allow-?empty-?checksums?(?:-?secure)?)(?:=true)?',
  },
  { names: ['conda', 'mamba'], options: '-k|--insecure' },
  { names: ['helm'], options: '--insecure-skip-tls-verify(?:=(?:true|t|1))?' },
  {
    names: ['dpkg'],
    options: '--no-debsig|--force-(?:[a-z-]+,)*(?:bad-verify|all)(?:,[a-z-]+)*',
  },
  { names: ['http', 'https', 'xh', 'xhs'], options: '--verify[= ](?:[Nn]o|[Ff]alse|0)' },
  { names: ['snap'], options: '--dangerous' },
  { names: ['rpm'], options: '--no(?:signature|digest|verify|filedigest)', counts: rpmInstalls },
];

const rpmModes = /^-[hv]*[iUF]|^--(?:install|upgrade|freshen|reinstall)$/;
const rpmQueries = /^-\w*[qVK]|^--(?:query|verify|checksig)$/;

function rpmInstalls(words: readonly string[]): boolean {
  return words.some((word) => rpmModes.test(word)) && !words.some((word) => rpmQueries.test(word));
}

const byName = new Map(
  programs.flatMap(({ names, options, counts }) => {
    const own = new RegExp(`^(?:${options === undefined ? '' : `${options}|`}${telling})$`);
    return names.map((name) => [name, { own, counts }] as const);
  }),
);

/** What may stand around an option in a text. */
const before = '(?:^|[\\s=("\'`,[])';
const after = '(?=[\\s"\'`,;|&)\\]]|$)';

const withOptions = programs.flatMap(({ names, options }) =>
  options === undefined ? [] : [{ names, options }],
);
const inText: readonly RegExp[] = [
  new RegExp(`${before}(?:${telling})${after}`),
  ...withOptions.map(
    ({ names, options }) =>
      new RegExp(
        `\\b(?:${names.join('|')})[\\d.]*\\b[^;&|\\n]{0,2000}[\\s"'](?:${options})${after}`,
      ),
  ),
];

/** What each of those options holds: a text without any of it need not be looked through. */
export const mayHoldOption =
  /--(?:insec|allow|trust|nogpg)|(?:-f|find[a-z-]{0,9})[= ]?http:|force-(?:yes|[a-z,-]{0,200}all)|verify|debsig|dangerous|check-sigs|trust|un(?:auth|signed)|insecure|gpg-?check|checksum|no-?(?:check|strict|sig|dig|verify|filed)|tls-verify|[Ss]kip(?:[Cc]ert|[Pp]ubl)|[\s"'`=(,[]-[#\w]*[kG]/;

/** Whether a text holds such an option, each behind the name of its program where it needs one. */
export const holdsUncheckedOption = (text: string): boolean =>
  mayHoldOption.test(text) && inText.some((pattern) => pattern.test(text));

/** Words behind a program that has it run another. */
const runs = /^(?:run|exec)$/;

/**
 * Whether a command takes an option that leaves a check out. Of a program that is not known here, any word may
 * start one that is: `retry curl -k`.
 */
export function takesUncheckedOption(words: readonly string[]): boolean {
  const program = byName.get((words[0] ?? '').replace(/^.*\//s, '').replace(/[\d.]+$/, ''));
  if (program === undefined || runs.test(words[1] ?? '')) {
    return holdsUncheckedOption(words.join(' '));
  }
  const { own, counts } = program;
  // A value may stand in the word behind its option.
  const takes = (word: string, at: number): boolean =>
    word.startsWith('-') && (own.test(word) || own.test(`${word} ${words[at + 1] ?? ''}`));
  return words.some(takes) && counts?.(words) !== false;
}
