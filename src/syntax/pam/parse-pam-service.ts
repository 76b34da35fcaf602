/** What a stack of modules decides on. */
export type PamType = 'auth' | 'account' | 'password' | 'session';

/** What follows from what a module returns: a word, or a number of modules that are passed over. */
export type PamAction = 'ok' | 'ignore' | 'bad' | 'die' | 'done' | 'reset' | number;

/** What a module leads to where it succeeds, and where it fails. */
export interface PamControl {
  readonly success: PamAction;
  readonly failure: PamAction;
}

/** One line of a service; lines are counted from 1. */
export type PamLine =
  | {
      readonly kind: 'module';
      readonly type: PamType;
      readonly control: PamControl;
      /** Its name without folder, `pam_unix.so`. */
      readonly module: string;
      readonly words: readonly string[];
      readonly line: number;
    }
  /** The lines of another file: those of one type, or with `@include` all of them; of a `substack` the end ends no more than it. */
  | {
      readonly kind: 'include' | 'substack';
      readonly type: PamType | 'all';
      readonly file: string;
      readonly line: number;
    };

/** A line at which PAM refuses everybody, or that is not read here. */
export interface PamProblem {
  readonly code: 'incomplete' | 'unknown-type' | 'unknown-control';
  readonly line: number;
}

const types: readonly string[] = ['auth', 'account', 'password', 'session'];

const isType = (word: string): word is PamType => types.includes(word);

const words: Readonly<Record<string, PamControl>> = {
  required: { success: 'ok', failure: 'bad' },
  requisite: { success: 'ok', failure: 'die' },
  sufficient: { success: 'done', failure: 'ignore' },
  optional: { success: 'ok', failure: 'ignore' },
};

const actions: readonly string[] = ['ok', 'ignore', 'bad', 'die', 'done', 'reset'];

/**
 * Reads a file of /etc/pam.d. A backslash at the end of a line continues it, `#` begins a comment, and brackets hold
 * words together.
 *
 * @see https://man7.org/linux/man-pages/man5/pam.d.5.html
 */
export function parsePamService(text: string): {
  readonly tree: readonly PamLine[];
  readonly problems: readonly PamProblem[];
} {
  const tree: PamLine[] = [];
  const problems: PamProblem[] = [];
  const physical = text.split('\n');
  for (let at = 0; at < physical.length; at += 1) {
    const line = at + 1;
    let whole = (physical[at] ?? '').replace(/#.*/, '');
    while (whole.endsWith('\\') && at + 1 < physical.length) {
      at += 1;
      whole = `${whole.slice(0, -1)} ${(physical[at] ?? '').replace(/#.*/, '')}`;
    }
    const found = whole.match(/\[(?:\\\]|[^\]])*\]|\S+/g);
    if (!found) continue;
    const read = readLine(found, line);
    if (typeof read === 'string') problems.push({ code: read, line });
    else tree.push(read);
  }
  return { tree, problems };
}

function readLine(found: readonly string[], line: number): PamLine | PamProblem['code'] {
  const [first = '', second, third, ...rest] = found;
  if (first === '@include') {
    return second === undefined
      ? 'incomplete'
      : { kind: 'include', type: 'all', file: second, line };
  }
  const type = first.replace(/^-/, '').toLowerCase();
  if (!isType(type)) return 'unknown-type';
  if (second === undefined || third === undefined) return 'incomplete';
  const word = second.toLowerCase();
  if (word === 'include' || word === 'substack') return { kind: word, type, file: third, line };
  const control = Object.hasOwn(words, word) ? words[word] : inBrackets(second);
  if (control === undefined) return 'unknown-control';
  const module = third.slice(third.lastIndexOf('/') + 1);
  return { kind: 'module', type, control, module, words: rest, line };
}

/** What `[success=1 default=ignore]` leads to; what is not named is a failure that counts. */
function inBrackets(text: string): PamControl | undefined {
  const [, inner] = /^\[(.*)\]$/s.exec(text) ?? [];
  if (inner === undefined) return undefined;
  const pairs = new Map<string, PamAction>();
  for (const pair of inner.trim().split(/\s+/)) {
    const [, name = '', action = ''] = /^(\w+)=(\w+)$/.exec(pair) ?? [];
    const known = /^\d{1,4}$/.test(action) ? Number(action) : toAction(action);
    if (known === undefined) return undefined;
    pairs.set(name.toLowerCase(), known);
  }
  const other = pairs.get('default') ?? 'bad';
  // A password that is wrong is one of a few returns; a module that has one of its own for them is read by that.
  return {
    success: pairs.get('success') ?? other,
    failure: pairs.get('auth_err') ?? other,
  };
}

const toAction = (word: string): PamAction | undefined => {
  const small = word.toLowerCase();
  return actions.find((action): action is Exclude<PamAction, number> => action === small);
};
