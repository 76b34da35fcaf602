import type { z } from 'zod';
import type { ssh } from '../../core/subjects/host/ssh.ts';
import type { Source } from '../../core/facts/source.ts';
import { text } from '../../core/text.ts';
import { sshDefaults } from '../../knowledge/ssh.ts';
import { algorithmsOf, matches, sshdSeconds } from '../../syntax/sshd/parse-sshd-config.ts';
import {
  fromReading,
  isMissing,
  missing,
  sourced,
  type Missing,
  type Partly,
} from '../gathering/partial-facts.ts';
import { unread } from '../gathering/unread-gap.ts';
import { readHostPrograms } from './host-processes.ts';
import { isAll, readSshdConfig, type PlacedStatement } from './read-sshd-config.ts';

type Ssh = z.output<typeof ssh>;
type Scope = Ssh['scopes'][number];

/** Servers of SSH that have other files. */
const others = ['dropbear', 'tinysshd'] as const;

/** Reads how a host lets people in by SSH; `null` where it has no server for it. */
export async function readSsh(root: string, procRoot: string) {
  const reading = await readSshdConfig(root, procRoot);
  if ('unread' in reading) return missing(reading.unread);
  if (reading.value !== null) {
    return sourced(factsOf(reading.value, reading.source), reading.source);
  }
  const running = await readHostPrograms(root, procRoot, others);
  if ('unread' in running) return missing(running.unread);
  const [other] = running.value;
  if (other === undefined) return fromReading({ value: null, source: reading.source });
  return missing(
    unread(
      'unsupported',
      text(
        `${other} runs, and how it lets people in is not read`,
        `正在运行 ${other}，其登录设置不在读取范围内`,
      ),
    ),
  );
}

function factsOf(statements: readonly PlacedStatement[], whole: Source): Partly<Ssh> {
  const everybody = statements.filter(({ match }) => match === '');
  const list = (keyword: string, own: readonly string[]) => {
    const found = everybody.find((each) => each.keyword === keyword);
    if (found === undefined) return sourced([...own], whole);
    const word = found.words[0] ?? '';
    // Patterns take away alone; sshd refuses them elsewhere.
    if (/[*?]/.test(word) && !word.startsWith('-')) return notUnderstood(found);
    return sourced([...algorithmsOf(word, own)], placeOf(found));
  };
  const named = [...new Set(statements.map(({ match }) => match))].filter((match) => !isAll(match));
  return {
    scopes: [...new Set(['', ...named])].map((match) => scopeOf(match, statements, whole)),
    ciphers: list('ciphers', sshDefaults.ciphers),
    macs: list('macs', sshDefaults.macs),
    keyExchanges: list('kexalgorithms', sshDefaults.keyExchanges),
  };
}

const placeOf = ({ file: path, line }: PlacedStatement): Source => ({ kind: 'file', path, line });

/** What holds for those of one `Match`: the first word of what stands below it counts, and else what holds for everybody. */
function scopeOf(
  match: string,
  statements: readonly PlacedStatement[],
  whole: Source,
): Partly<Scope> {
  const inOrder = [
    ...statements.filter(
      (each) => each.match !== '' && (each.match === match || isAll(each.match)),
    ),
    ...statements.filter((each) => each.match === ''),
  ];
  const value = <T>(
    keywords: readonly string[],
    own: T,
    understand: (word: string) => T | undefined,
    among = inOrder,
  ) => {
    const found = among.find(({ keyword }) => keywords.includes(keyword));
    if (found === undefined) return sourced(own, whole);
    const read = understand(found.words[0] ?? '');
    return read === undefined ? notUnderstood(found) : sourced(read, placeOf(found));
  };
  const all = (keyword: string, mark: string) => {
    const own = inOrder.filter((each) => each.keyword === keyword);
    // Below a Match the list is its own.
    const [first] = own;
    return own
      .filter((each) => (each.match === '') === (first?.match === ''))
      .flatMap((each) => each.words.map((word) => sourced(mark + word, placeOf(each))));
  };
  const pam = value(['usepam'], false, yesOrNo);
  const keyboard = value(
    ['kbdinteractiveauthentication', 'challengeresponseauthentication', 'skeyauthentication'],
    true,
    yesOrNo,
  );
  return {
    match,
    rootLogin: value(
      ['permitrootlogin'],
      'prohibit-password',
      oneOf(rootLogins),
      inOrder.filter((each) => mayBeRoot(each.match)),
    ),
    passwords: value(['passwordauthentication'], true, yesOrNo),
    // Without PAM there is nobody on Linux who would ask.
    keyboardInteractive:
      (isMissing(keyboard) || keyboard.value) && (isMissing(pam) || !pam.value) ? pam : keyboard,
    emptyPasswords: value(['permitemptypasswords'], false, yesOrNo),
    methods: methodsOf(inOrder, whole),
    triesAtMost: value(['maxauthtries'], 6, wholeNumber),
    graceSeconds: value(['logingracetime'], 120, sshdSeconds),
    allowed: [...all('allowusers', ''), ...all('allowgroups', '%')],
  };
}

/** Whether root may be among those whom a `Match` is about: not where it names users, and root is none of them. */
function mayBeRoot(match: string): boolean {
  const words = match.split(' ');
  return words.every((word, at) => {
    if (at % 2 !== 0 || !/^user$/i.test(word)) return true;
    const users = words[at + 1]?.split(',') ?? [];
    if (users.some((user) => user.startsWith('!') && matches(user.slice(1), 'root'))) return false;
    return users.some((user) => !user.startsWith('!') && matches(user, 'root'));
  });
}

function methodsOf(inOrder: readonly PlacedStatement[], whole: Source) {
  const found = inOrder.find(({ keyword }) => keyword === 'authenticationmethods');
  const words = found?.words ?? [];
  return sourced(words.includes('any') ? [] : [...words], found ? placeOf(found) : whole);
}

const rootLogins: Readonly<Record<string, Scope['rootLogin']>> = {
  yes: 'yes',
  no: 'no',
  'without-password': 'prohibit-password',
  'prohibit-password': 'prohibit-password',
  'forced-commands-only': 'forced-commands-only',
};

/** Understands a word that is one of a few, whatever its case. */
const oneOf =
  <T>(known: Readonly<Record<string, T>>) =>
  (word: string): T | undefined =>
    Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()] : undefined;

const yesOrNo = oneOf({ yes: true, true: true, no: false, false: false });

const wholeNumber = (word: string): number | undefined =>
  /^\d{1,9}$/.test(word) ? Number(word) : undefined;

const notUnderstood = (statement: PlacedStatement): Missing =>
  missing(
    unread(
      'not-understood',
      text(
        `${statement.keyword} has a value that sshd does not know`,
        `${statement.keyword} 的取值不是 sshd 所认识的`,
      ),
      placeOf(statement),
    ),
  );
