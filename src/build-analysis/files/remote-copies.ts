import { isKnownFolder } from '../../knowledge/known-folders.ts';
import { inFolder, nameIn, words, type Fetcher } from './fetcher.ts';

/** A program that copies from afar to the place that it names last, as `cp` does between two folders. */
const copies = (isRemote: RegExp, { verbs = /^(?!)/, letters = '', names = '' } = {}): Fetcher => ({
  letters,
  names: words(names),
  saves({ operands, writesTo }) {
    const named = operands.filter((word) => !verbs.test(word));
    const sources = named.filter((word) => isRemote.test(word));
    if (sources.length === 0) return [];
    const last = named.at(-1) ?? '';
    if (last === '-') return writesTo;
    const to = isRemote.test(last) ? '.' : last;
    const isFolder = /(?:^|\/)\.{0,2}$/.test(to) || sources.length > 1 || isKnownFolder(to);
    if (!isFolder) return [to];
    const folder = to.replace(/\/$/, '');
    // What lies below a source comes by names that nobody knows: the folder stands for it.
    return sources.flatMap((source) => {
      const name = fileIn(source);
      return name === '' || /[*?]/.test(name) ? [folder] : inFolder(folder, name);
    });
  },
});

/** The name of a file at a place of another host or of a store. */
const fileIn = (source: string): string => nameIn(source.replace(/^([^:/]*):(?!\/\/)/, '$1/'));

const host = /^(?:[\w.${}-]+@)?[\w.${}-]+:|^\w+:\/\//;

/** One that prints what it fetches. */
const prints: Fetcher = { letters: '', names: words(''), saves: ({ writesTo }) => writesTo };

/** HTTPie and its like: they save with an option, and print without. */
const httpie: Fetcher = {
  letters: 'oapAs',
  names: words('output auth print auth-type style session timeout verify cert proxy'),
  saves({ options, operands, writesTo }) {
    const output = (options.get('o') ?? options.get('output'))?.at(-1);
    if (output !== undefined) return [output];
    if (!options.has('d') && !options.has('download')) return writesTo;
    return operands
      .filter((word) => word.includes('/'))
      .slice(0, 1)
      .map(nameIn);
  },
};

/** One that saves where an option or, without that, the word behind the address says. */
const saver = (letter: string, name: string, others = ''): Fetcher => ({
  letters: letter,
  names: words(`${name} ${others}`),
  saves({ options, operands, writesTo }) {
    const valuesOf = [...(options.get(letter) ?? []), ...(options.get(name) ?? [])];
    if (valuesOf.length > 0) return valuesOf;
    const at = operands.findIndex((word) => word.includes('://'));
    const address = operands[at];
    if (address === undefined) return [];
    const to = operands[at + 1];
    if (to === '-') return writesTo;
    const file = nameIn(address.replace(/[?#].*$/s, ''));
    if (to === undefined) return inFolder(undefined, file);
    return /(?:^|\/)\.{0,2}$/.test(to) || isKnownFolder(to) ? inFolder(to, file) : [to];
  },
});

/** `gh release download` saves to the given path, or to the one file that a pattern names. */
const ofRelease: Fetcher = {
  letters: 'ODpRA',
  names: words('output dir pattern repo archive'),
  saves({ options, operands }) {
    if (!operands.includes('download')) return [];
    const valuesOf = (letter: string, name: string): readonly string[] => [
      ...(options.get(letter) ?? []),
      ...(options.get(name) ?? []),
    ];
    const output = valuesOf('O', 'output');
    if (output.length > 0) return output;
    return valuesOf('p', 'pattern').flatMap((name) => inFolder(valuesOf('D', 'dir').at(-1), name));
  },
};

/** Programs that copy files from other hosts and from stores. */
export const remoteCopies: readonly (readonly [string, Fetcher])[] = [
  ['sftp', copies(host, { letters: 'BbcDFiJloPRS' })],
  ['scp', copies(host, { letters: 'cDFiJloPSX' })],
  [
    'rsync',
    copies(host, { letters: 'efTBM', names: 'rsh rsync-path exclude include chmod chown' }),
  ],
  ['aws', copies(/^s3:/, { verbs: /^s3$/, names: 'profile region endpoint-url' })],
  ['gsutil', copies(/^(?:gs|s3):/, { letters: 'oh' })],
  ['gcloud', copies(/^gs:/, { verbs: /^storage$/, names: 'project account' })],
  ['s3cmd', copies(/^s3:/, { letters: 'c', names: 'config access_key secret_key region host' })],
  ['s5cmd', copies(/^s3:/, { names: 'endpoint-url profile' })],
  ['rclone', copies(/^:?[\w-]+:/, { names: 'config' })],
  ['azcopy', copies(/^https:/)],
  ['gh', ofRelease],
  ['az', saver('f', 'file')],
  ['lwp-download', saver('', '')],
  ['lwp-mirror', saver('', '')],
  ['svn', saver('', '', 'revision username password depth')],
  ['ftp', saver('o', 'output')],
  ['lwp-request', prints],
  ['GET', prints],
  ...['nc', 'ncat', 'netcat'].map((name) => [name, prints] as const),
  ['lynx', prints],
  ['w3m', prints],
  ['elinks', prints],
  ...['http', 'https', 'xh', 'xhs'].map((name) => [name, httpie] as const),
];
