import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { savedByPowerShell } from '../commands/windows-files.ts';
import { inFolder, nameIn, words, type Fetcher } from './fetcher.ts';
import { remoteCopies } from './remote-copies.ts';
import { unpackedBy } from './unpacked-archives.ts';
import { takeApart, type TakenApart } from '../commands/split-options.ts';

const curl: Fetcher = {
  letters: 'AbCcdDeEFHKmoPQrtTuUwxXyYz',
  names: words(`
    cacert capath cert cert-type ciphers config connect-timeout continue-at cookie cookie-jar create-file-mode crlfile
    data data-binary data-raw data-urlencode dns-servers dump-header etag-compare etag-save form header interface key
    limit-rate max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir pass pinnedpubkey
    proto proto-default proto-redir proxy proxy-header proxy-user range rate referer request resolve connect-to
    retry retry-delay retry-max-time socks5 socks5-hostname speed-limit speed-time stderr time-cond tls-max
    unix-socket upload-file user user-agent write-out`),
  saves({ options, operands, writesTo }) {
    const outputs = [...(options.get('o') ?? []), ...(options.get('output') ?? [])];
    const byName = ['O', 'remote-name', 'remote-name-all'].some((name) => options.has(name));
    const named = byName ? [...operands, ...(options.get('url') ?? [])] : [];
    const saved = [...outputs, ...named.map((url) => nameIn(url.replace(/[?#].*$/s, '')))];
    const folder = options.get('output-dir')?.at(-1);
    if (saved.length > 0) return saved.flatMap((name) => inFolder(folder, name));
    return writesTo;
  },
};

const wget: Fetcher = {
  letters: 'aABDeiIloOPQRtTUwX',
  names: words(`
    accept append-output base body-data body-file ca-certificate ca-directory certificate config connect-timeout
    cut-dirs directory-prefix dns-timeout domains execute header http-password http-user input-file level limit-rate
    load-cookies max-redirect method output-document output-file password post-data post-file private-key quota
    read-timeout referer reject restrict-file-names retry-on-http-error save-cookies secure-protocol timeout tries
    user user-agent wait waitretry`),
  saves({ options, operands, writesTo }) {
    const output = (options.get('O') ?? options.get('output-document'))?.at(-1);
    if (output !== undefined) return output === '-' ? writesTo : [output];
    // What it finds by itself, it names by itself.
    if (['r', 'recursive', 'm', 'mirror', 'x'].some((name) => options.has(name))) return [];
    const folder = (options.get('P') ?? options.get('directory-prefix'))?.at(-1);
    // It keeps a query as part of the name.
    return operands.flatMap((url) => inFolder(folder, nameIn(url)));
  },
};

/** A program that saves to the file behind its `-o`, in the folder behind another option, or by the name in the address. */
const named = (letters: string, into?: string): Fetcher => ({
  letters,
  names: words('out output dir'),
  saves({ options, operands }) {
    const value = (...keys: readonly string[]): string | undefined =>
      keys.flatMap((key) => options.get(key) ?? []).at(-1);
    const folder = into === undefined ? undefined : value(into, 'dir')?.replace(/\/$/, '');
    const output = value('o', 'out', 'output');
    return output === undefined
      ? operands.flatMap((url) => inFolder(folder, nameIn(url)))
      : inFolder(folder, output);
  },
});

const fetchers: ReadonlyMap<string, Fetcher> = new Map([
  ...remoteCopies,
  ['curl', curl],
  ['wget', wget],
  ['wget2', wget],
  ['aria2c', named('dijokxsUZ', 'd')],
  ['axel', named('sonTUH')],
  ['fetch', named('BShijkoNTwc')],
]);

/** Takes the words of a program that fetches apart; `undefined` of any other. */
export function fetcherOf(program: string): ((words: readonly string[]) => TakenApart) | undefined {
  const fetcher = fetchers.get(program);
  return fetcher && ((rest) => takeApart(fetcher, rest));
}

/** Addresses that lead to no network. */
const local = /^(?:file:|(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$))/;

/** Whether a word is an address that leads to no network. */
export const isLocal = (word: string): boolean => local.test(word);

/** How PHP and Python fetch in their own words a file, and where to. */
const inWords =
  /\b(?:copy|urlretrieve)\(\s{0,4}(["'])https?:\/\/[^"']{1,1000}\1\s{0,4},\s{0,4}(["'])([^"']{1,1000})\2/;
const interpreter = /^(?:php|python[\d.]*)$/;

/** The files that a command fetches over the network, as its words name them. */
export function savedFiles(command: ShellCommand): readonly string[] {
  const { words: all, writesTo } = command;
  if (readsConnection(command)) return filesWritten(command);
  const [program = '', ...rest] = withoutLaunchers(all);
  if (interpreter.test(basename(program))) {
    return rest.flatMap((word) => inWords.exec(word)?.[3] ?? []);
  }
  if (rest.some((word) => local.test(word))) return [];
  const fetcher = fetchers.get(basename(program).replace(/\.exe$/, ''));
  if (fetcher === undefined) return savedByPowerShell(all);
  return fetcher.saves({ ...takeApart(fetcher, rest), writesTo });
}

/** A path that Bash opens as a connection to another host. */
const connection = /^\/dev\/(?:tcp|udp)\/(?!localhost\/|127\.)/;

/** Whether a command reads what another host sends to it, by a redirection. */
export const readsConnection = ({ readsFrom = [] }: Pick<ShellCommand, 'readsFrom'>): boolean =>
  readsFrom.some((path) => connection.test(path));

/** Whether a command fetches over the network. */
export const fetches = (command: ShellCommand): boolean => {
  const [program = '', ...rest] = withoutLaunchers(command.words);
  if (readsConnection(command)) return true;
  return fetchers.has(basename(program)) && !rest.some((word) => local.test(word));
};

/** Programs that give on what they read: as it is, unpacked, or with some words changed. */
const givesOn =
  /^(?:cat|tee|dd|sponge|pv|head|tail|sed|tr|envsubst|base64|(?:un)?pigz|gzip|gunzip|zcat|(?:un)?xz|xzcat|bunzip2|bzip2|bzcat|(?:un)?zstd|zstdcat|lz4|lz4cat|brotli|funzip)$/;

/** Whether a command gives on what it reads, as it is, changed or taken out of an archive. */
export function givesInput(command: ShellCommand): boolean {
  const [program = ''] = withoutLaunchers(command.words);
  const unpacking = unpackedBy(command);
  return unpacking === undefined ? givesOn.test(basename(program)) : unpacking.folder === undefined;
}

/** The files of which a command gives on what is in them, as its words and redirections name them. */
export function filesGiven(command: ShellCommand): readonly string[] {
  const { words: all, readsFrom = [] } = command;
  const [program = '', ...rest] = withoutLaunchers(all);
  const unpacking = unpackedBy(command);
  if (unpacking !== undefined) {
    if (unpacking.folder !== undefined) return [];
    return unpacking.archive === undefined ? readsFrom : [unpacking.archive];
  }
  const name = basename(program);
  if (!givesOn.test(name)) return [];
  const operands = rest.filter((word) => !word.startsWith('-'));
  // The first word of sed is a script, and those of tr are no files.
  const read = name === 'sed' ? operands.slice(1) : /^(?:tr|envsubst)$/.test(name) ? [] : operands;
  return [...read, ...readsFrom];
}

/** The files that a command writes what it reads to. */
export const filesWritten = (command: ShellCommand): readonly string[] => [
  ...savedInput(command),
  ...command.writesTo,
];

/** Files that a command is named to put its input into. */
function savedInput({ words: all }: ShellCommand): readonly string[] {
  const [program = '', ...rest] = withoutLaunchers(all);
  const operands = rest.filter((word) => !word.startsWith('-'));
  switch (basename(program)) {
    case 'tee':
    case 'sponge':
      return operands;
    case 'dd':
      return rest.some((word) => word.startsWith('if='))
        ? []
        : rest.flatMap((word) => (word.startsWith('of=') ? word.slice(3) : []));
    case 'cp':
    case 'mv':
    case 'install':
      return /^\/dev\/(?:stdin|fd\/0)$|^\/proc\/self\/fd\/0$/.test(operands.at(-2) ?? '')
        ? operands.slice(-1)
        : [];
    default:
      return [];
  }
}
