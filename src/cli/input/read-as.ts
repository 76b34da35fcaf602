import { basename } from 'node:path';
import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { readHead } from './read-file.ts';
import { mayBeJson, nameOfKind, recogniseFile, type FileKind } from './recognise-file.ts';
import { inBoth, text, type Text } from '../../core/text.ts';

/** What a command may want of a file. */
interface Wanted {
  readonly what: Text;
  /** How to come by one. */
  readonly next: Text;
  /** Kinds of files that it may be; one of these is none of another kind, whatever is wrong with it. */
  readonly kinds: readonly FileKind[];
  readonly code: ErrorCode;
}

const makeBundle = text(
  'Make one with: plimsoll scan --bundle evidence.plimsoll',
  '生成方法：plimsoll scan --bundle evidence.plimsoll',
);

const wanted = {
  snapshot: {
    what: text('a snapshot', '快照'),
    next: text(
      'Make one with: plimsoll collect -o snapshot.json',
      '生成方法：plimsoll collect -o snapshot.json',
    ),
    kinds: ['snapshot', 'bundle'],
    code: 'snapshot-invalid',
  },
  assessment: {
    what: text('an assessment', '评估结果'),
    next: text(
      'Make one with: plimsoll assess snapshot.json -o assessment.json',
      '生成方法：plimsoll assess snapshot.json -o assessment.json',
    ),
    kinds: ['assessment', 'bundle'],
    code: 'assessment-invalid',
  },
  'snapshot or assessment': {
    what: text('a snapshot or an assessment', '快照或评估结果'),
    next: text(
      'Make a snapshot with: plimsoll collect -o snapshot.json',
      '生成快照：plimsoll collect -o snapshot.json',
    ),
    kinds: ['snapshot', 'assessment', 'bundle'],
    code: 'snapshot-invalid',
  },
  bundle: {
    what: text('a bundle', '证据包'),
    next: makeBundle,
    kinds: ['bundle'],
    code: 'bundle-invalid',
  },
  evidence: {
    what: text('a bundle or a ledger', '证据包或账本'),
    next: makeBundle,
    kinds: ['bundle', 'ledger'],
    code: 'bundle-invalid',
  },
  baseline: {
    what: text('a baseline', '基线'),
    next: text(
      'Make one with: plimsoll scan . --write-baseline baseline.json',
      '生成方法：plimsoll scan . --write-baseline baseline.json',
    ),
    kinds: ['baseline'],
    code: 'baseline-invalid',
  },
  release: {
    what: text('a catalog.json of plimsoll docs', 'plimsoll docs 的 catalog.json'),
    next: text(
      'Each run of plimsoll docs writes one; keep that of every release.',
      '每次运行 plimsoll docs 都会写出一份；请保留每个版本的那份。',
    ),
    kinds: ['json'],
    code: 'file-unreadable',
  },
  'private key': {
    what: text('a private key in PEM', 'PEM 格式的私钥'),
    next: text(
      'Make one with: openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub',
      '生成方法：openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub',
    ),
    kinds: ['pem'],
    code: 'key-invalid',
  },
  'public key': {
    what: text('a public key in PEM', 'PEM 格式的公钥'),
    next: text(
      'Make one of the private key with: openssl pkey -in key.pem -pubout -out key.pub',
      '由私钥生成：openssl pkey -in key.pem -pubout -out key.pub',
    ),
    kinds: ['pem'],
    code: 'key-invalid',
  },
  certificates: {
    what: text('certificates in PEM', 'PEM 格式的证书'),
    next: text(
      'Name the CA certificates of the time-stamp authority.',
      '请指明时间戳机构的 CA 证书。',
    ),
    kinds: ['pem'],
    code: 'key-invalid',
  },
  framework: {
    what: text('a framework', '框架'),
    next: text(
      'See those that come with the package: plimsoll list frameworks',
      '查看软件包自带的框架：plimsoll list frameworks',
    ),
    kinds: ['json'],
    code: 'framework-invalid',
  },
  target: {
    what: text('a target of a scan', '扫描目标'),
    next: text(
      'See what can be named with: plimsoll list targets',
      '查看可以指明什么：plimsoll list targets',
    ),
    kinds: ['snapshot', 'bundle', 'compose', 'dockerfile', 'json'],
    code: 'target-unknown',
  },
} as const satisfies Record<string, Wanted>;

/** What a command may want a file to be. */
export type WantedFile = keyof typeof wanted;

/** Where one kind of file leads to what was wanted. */
const leads: Partial<Record<`${FileKind} → ${WantedFile}`, (path: string) => Text>> = {
  'snapshot → assessment': (path) =>
    text(
      `Assess it first: plimsoll assess ${path} -o assessment.json`,
      `请先评估：plimsoll assess ${path} -o assessment.json`,
    ),
  'assessment → bundle': (path) =>
    text(
      `Make one of it with: plimsoll bundle ${path} --snapshot snapshot.json`,
      `由它生成：plimsoll bundle ${path} --snapshot snapshot.json`,
    ),
  'assessment → evidence': (path) =>
    text(
      `Make a bundle of it with: plimsoll bundle ${path} --snapshot snapshot.json`,
      `由它生成证据包：plimsoll bundle ${path} --snapshot snapshot.json`,
    ),
  'assessment → target': (path) =>
    text(`Report on it with: plimsoll report ${path}`, `由它生成报告：plimsoll report ${path}`),
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
      text(
        `${path} is not ${what.en}: it is no Dockerfile (it has no FROM), no Compose file (no services), no image archive, no scanner's report and no snapshot.`,
        `${path} 不是${what.zh}：既不是 Dockerfile（没有 FROM），也不是 Compose 文件（没有 services）、镜像归档、扫描器报告或快照。`,
      ),
      { hint: next, ...(cause ? { cause } : {}) },
    );
  }
  // What is no JSON says more of itself than what it begins with.
  if (found === 'json' && cause?.code === 'file-unreadable') return undefined;
  if (found === undefined || kinds.includes(found)) return undefined;
  const name = nameOfKind(found);
  return new PlimsollError(
    code,
    found === 'empty'
      ? text(`${path} is empty, and not ${what.en}.`, `${path} 为空，不是${what.zh}。`)
      : text(`${path} is ${name.en}, not ${what.en}.`, `${path} 是${name.zh}，不是${what.zh}。`),
    { hint: leads[`${found} → ${kind}`]?.(path) ?? next, ...(cause ? { cause } : {}) },
  );
}

/** The error with the name of the file and the next step, where it says neither. */
function withNext(path: string, kind: WantedFile, cause: PlimsollError): PlimsollError {
  const { next } = wanted[kind];
  const { code, message } = cause;
  const own = inBoth(cause.said);
  if (code === 'file-not-found') {
    return new PlimsollError(code, own, {
      hint: text(`Check the path. ${next.en}`, `请检查路径。${next.zh}`),
      cause,
    });
  }
  if (!ofContent.has(code)) return cause;
  const hint =
    code === 'bundle-invalid' && path !== '-'
      ? text(
          `See what is wrong with: plimsoll verify ${path}`,
          `查看问题所在：plimsoll verify ${path}`,
        )
      : cause.hint === ''
        ? next
        : inBoth(cause.hinted);
  const place = path === '-' ? text('the standard input', '标准输入') : text(path, path);
  const said = message.includes(basename(path))
    ? own
    : text(`${place.en}: ${own.en}`, `${place.zh}：${own.zh}`);
  return new PlimsollError(code, said, { hint, cause });
}
