import { text, type Text } from '../../index.ts';

/** Bytes that are enough to tell what a file is. */
export const headBytes = 4096;

/** What a file is, according to its first bytes. */
const kinds = {
  empty: text('empty', '空文件'),
  snapshot: text('a snapshot', '快照'),
  assessment: text('an assessment', '评估结果'),
  baseline: text('a baseline', '基线'),
  bundle: text('a bundle', '证据包'),
  ledger: text('a ledger or another SQLite database', '台账或其他 SQLite 数据库'),
  pem: text('a key or certificate in PEM', 'PEM 格式的密钥或证书'),
  pdf: text('a PDF', 'PDF 文件'),
  html: text('an HTML page', 'HTML 页面'),
  zip: text('a zip archive', 'zip 归档'),
  archive: text('a tar archive or compressed data', 'tar 归档或压缩数据'),
  json: text('JSON of another kind', '其他类型的 JSON 文件'),
  kubernetes: text('a Kubernetes manifest', 'Kubernetes 清单'),
  workflow: text('a GitHub workflow', 'GitHub 工作流'),
  compose: text('a Compose file', 'Compose 文件'),
  dockerfile: text('a Dockerfile', 'Dockerfile'),
} as const satisfies Record<string, Text>;

/** One of the kinds of files that are recognised. */
export type FileKind = keyof typeof kinds;

/** What a file is called that is of this kind. */
export const nameOfKind = (kind: FileKind): Text => kinds[kind];

/** In this order: what comes first decides. */
const signs: readonly (readonly [FileKind, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['ledger', /^SQLite format 3/],
  // A bundle begins with its manifest; other zip archives, as of Office, with something else.
  ['bundle', /^PK.{28}manifest\.json/s],
  ['zip', /^PK/],
  ['archive', /^.\u008B|^\u0028\u00B5\u002F\u00FD|^.{257}ustar/s],
  ['pem', /^\s*-----BEGIN /],
  ['html', /^\s*<(!doctype html|html)\b/i],
  ['snapshot', /^\s*\{.*?"kind"\s*:\s*"plimsoll\/snapshot"/s],
  ['assessment', /^\s*\{.*?"kind"\s*:\s*"plimsoll\/assessment"/s],
  ['baseline', /^\s*\{.*?"kind"\s*:\s*"plimsoll\/baseline"/s],
  ['json', /^\s*\{(?!.*"kind"\s*:\s*"plimsoll\/)/s],
  ['kubernetes', /^(?=.*^apiVersion:)(?=.*^kind:)/ms],
  ['workflow', /^(?=.*^["']?on["']?:)(?=.*^jobs:)/ms],
  ['compose', /^services:\s*$/m],
  ['dockerfile', /^(?:#.*\n|\s*\n|ARG .*\n)*FROM \S/i],
];

/** What a file begins with, a byte to a character, without the mark of UTF-8. */
const textOf = (head: Uint8Array): string =>
  Buffer.from(head.subarray(0, headBytes))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '');

/** Whether a file may hold JSON. */
export const mayBeJson = (head: Uint8Array): boolean => /^\s*[{["]/.test(textOf(head));

/** Recognises a file by its first bytes; `undefined` without a known sign. */
export function recogniseFile(head: Uint8Array): FileKind | undefined {
  if (head.length === 0) return 'empty';
  const begin = textOf(head);
  return signs.find(([, sign]) => sign.test(begin))?.[0];
}
