import { basename } from 'node:path';
import { PlimsollError, type ErrorCode } from '../../index.ts';
import { readHead } from './read-file.ts';
import { mayBeJson, nameOfKind, recogniseFile, type FileKind } from './recognise-file.ts';

/** What a command may want of a file. */
interface Wanted {
  readonly what: string;
  /** How to come by one. */
  readonly next: string;
  /** Kinds of files that it may be; one of these is none of another kind, whatever is wrong with it. */
  readonly kinds: readonly FileKind[];
  readonly code: ErrorCode;
}

const makeBundle = 'Make one with: plimsoll scan --bundle evidence.plimsoll';

const wanted = {
  snapshot: {
    what: 'a snapshot',
    next: 'Make one with: plimsoll collect -o snapshot.json',
    kinds: ['snapshot', 'bundle'],
    code: 'snapshot-invalid',
  },
  assessment: {
    what: 'an assessment',
    next: 'Make one with: plimsoll assess snapshot.json -o assessment.json',
    kinds: ['assessment', 'bundle'],
    code: 'assessment-invalid',
  },
  'snapshot or assessment': {
    what: 'a snapshot or an assessment',
    next: 'Make a snapshot with: plimsoll collect -o snapshot.json',
    kinds: ['snapshot', 'assessment', 'bundle'],
    code: 'snapshot-invalid',
  },
  bundle: { what: 'a bundle', next: makeBundle, kinds: ['bundle'], code: 'bundle-invalid' },
  evidence: {
    what: 'a bundle or a ledger',
    next: makeBundle,
    kinds: ['bundle', 'ledger'],
    code: 'bundle-invalid',
  },
  baseline: {
    what: 'a baseline',
    next: 'Make one with: plimsoll scan . --write-baseline baseline.json',
    kinds: ['baseline'],
    code: 'baseline-invalid',
  },
  release: {
    what: 'a catalog.json of plimsoll docs',
    next: 'Each run of plimsoll docs writes one; keep that of every release.',
    kinds: ['json'],
    code: 'file-unreadable',
  },
  'private key': {
    what: 'a private key in PEM',
    next: 'Make one with: openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub',
    kinds: ['pem'],
    code: 'key-invalid',
  },
  'public key': {
    what: 'a public key in PEM',
    next: 'Make one of the private key with: openssl pkey -in key.pem -pubout -out key.pub',
    kinds: ['pem'],
    code: 'key-invalid',
  },
  certificates: {
    what: 'certificates in PEM',
    next: 'Name the CA certificates of the time-stamp authority.',
    kinds: ['pem'],
    code: 'key-invalid',
  },
  framework: {
    what: 'a framework',
    next: 'See those that come with the package: plimsoll list frameworks',
    kinds: ['json'],
    code: 'framework-invalid',
  },
  target: {
    what: 'a target of a scan',
    next: 'See what can be named with: plimsoll list targets',
    kinds: ['snapshot', 'bundle', 'compose', 'dockerfile', 'json'],
    code: 'target-unknown',
  },
} as const satisfies Record<string, Wanted>;

/** What a command may want a file to be. */
export type WantedFile = keyof typeof wanted;

/** Where one kind of file leads to what was wanted. */
const leads: Partial<Record<`${FileKind} → ${WantedFile}`, (path: string) => string>> = {
  'snapshot → assessment': (path) => `Assess it first: plimsoll assess ${path} -o assessment.json`,
  'assessment → bundle': (path) =>
    `Make one of it with: plimsoll bundle ${path} --snapshot snapshot.json`,
  'assessment → evidence': (path) =>
    `Make a bundle of it with: plimsoll bundle ${path} --snapshot snapshot.json`,
  'assessment → target': (path) => `Report on it with: plimsoll report ${path}`,
};

/** What a file is read for may be wrong with its content; where it could not be read, its kind says nothing. */
const ofContent: ReadonlySet<ErrorCode> = new Set([
  'assessment-invalid',
  'baseline-invalid',
  'bundle-invalid',
  'file-unreadable',
  'framework-invalid',
  'key-invalid',
  'snapshot-invalid',
]);

/**
 * Reads a file as what a command wants of it. An error names the file, what it is instead where that is known, and how
 * to come by one that will do.
 */
export async function readAs<T>(
  path: string,
  kind: WantedFile,
  read: () => T | Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof PlimsollError)) throw cause;
    throw (await ofOtherKind(path, kind, cause)) ?? withNext(path, kind, cause);
  }
}

/**
 * The error that a file is of another kind than is wanted; `undefined` where it is not, or where nobody can say.
 */
export async function ofOtherKind(
  path: string,
  kind: WantedFile,
  cause?: PlimsollError,
): Promise<PlimsollError | undefined> {
  if (path === '-' || (cause !== undefined && !ofContent.has(cause.code))) return undefined;
  const head = await readHead(path).catch(() => undefined);
  const found = head && recogniseFile(head);
  const { what, next, kinds, code }: Wanted = wanted[kind];
  if (found === undefined && kind === 'target' && head && !mayBeJson(head)) {
    return new PlimsollError(
      code,
      `${path} is not ${what}: it is no Dockerfile (it has no FROM), no Compose file (no services), no image archive, no scanner's report and no snapshot.`,
      { hint: next, ...(cause ? { cause } : {}) },
    );
  }
  // What is no JSON says more of itself than what it begins with.
  if (found === 'json' && cause?.code === 'file-unreadable') return undefined;
  if (found === undefined || kinds.includes(found)) return undefined;
  const name = nameOfKind(found).en;
  return new PlimsollError(
    code,
    found === 'empty' ? `${path} is empty, and not ${what}.` : `${path} is ${name}, not ${what}.`,
    { hint: leads[`${found} → ${kind}`]?.(path) ?? next, ...(cause ? { cause } : {}) },
  );
}

/** The error with the name of the file and the next step, where it says neither. */
function withNext(path: string, kind: WantedFile, cause: PlimsollError): PlimsollError {
  const { next } = wanted[kind];
  const { code, message } = cause;
  if (code === 'file-not-found') {
    return new PlimsollError(code, message, { hint: `Check the path. ${next}`, cause });
  }
  if (!ofContent.has(code)) return cause;
  const hint =
    code === 'bundle-invalid' && path !== '-'
      ? `See what is wrong with: plimsoll verify ${path}`
      : cause.hint === ''
        ? next
        : cause.hint;
  const place = path === '-' ? 'the standard input' : path;
  const said = message.includes(basename(path)) ? message : `${place}: ${message}`;
  return new PlimsollError(code, said, { hint, cause });
}
