import { constants } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { exemptionSchema, type Exemption } from '../../admission.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readWith } from '../../core/read-with.ts';
import { formatPath } from '../../core/say-issues.ts';
import { openRegular } from '../../files/regular-file.ts';
import { text, type Text } from '../../index.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { show } from '../terminal/print-text.ts';

const [bytesAtMost, everyMs] = [1 << 20, 1_000];

/** The exemptions of a file as it is now. */
export interface FollowedExemptions {
  readonly current: () => readonly Exemption[];
  readonly close: () => void;
}

/**
 * Reads a file of exemptions, and reads it again within a second of a change. One that can then no longer be read exempts
 * nothing until it can.
 *
 * @param controls ids that there are
 * @throws PlimsollError where it cannot be read at first
 */
export async function followExemptions(
  path: string,
  controls: readonly string[],
  on: {
    readonly read: (exemptions: readonly Exemption[]) => void;
    readonly failed: (error: unknown) => void;
  },
): Promise<FollowedExemptions> {
  let seen = await versionOf(path);
  let current = await readExemptions(path, controls);
  on.read(current);
  let busy = false;
  const look = async (): Promise<void> => {
    const found = await versionOf(path);
    if (found === seen) return;
    seen = found;
    try {
      current = await readExemptions(path, controls);
      on.read(current);
    } catch (error) {
      current = [];
      on.failed(error);
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look().finally(() => (busy = false));
  }, everyMs);
  timer.unref();
  return { current: () => current, close: () => clearInterval(timer) };
}

/** What changes when a file does, or the rights to it; `''` where there is none. */
async function versionOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join() : '';
}

/**
 * Reads exemptions from a file that nobody but root can write.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable` or `option-invalid`
 */
async function readExemptions(
  path: string,
  controls: readonly string[],
): Promise<readonly Exemption[]> {
  const file = await openRegular(path, bytesAtMost);
  let content: string;
  try {
    if (!isOfRoot(await file.stat())) throw notOfRoot(path);
    content = await file.readFile('utf8');
  } finally {
    await file.close();
  }
  // Who can write to a folder can put another file in the place of this one.
  for (let folder = dirname(await realpath(path)); ; folder = dirname(folder)) {
    if (!isOfRoot(await stat(folder))) throw notOfRoot(folder);
    if (folder === dirname(folder)) break;
  }
  let value: unknown;
  try {
    value = parseJsonText(content);
  } catch (cause) {
    throw invalid(path, text('it is not JSON', '不是 JSON'), cause);
  }
  const read = readWith(z.array(exemptionSchema), value);
  if (!read.success) {
    const [{ place, said }] = read.problems;
    const at = formatPath(place);
    throw invalid(path, at === '' ? said : text(`${at}: ${said.en}`, `${at}：${said.zh}`));
  }
  const known = new Set(controls);
  const unknown = read.data.flatMap((each) => each.controls ?? []).find((id) => !known.has(id));
  if (unknown !== undefined) {
    const id = show(unknown);
    throw invalid(path, text(`there is no control ${id}`, `没有控制项 ${id}`));
  }
  return read.data;
}

/** A sticky folder, as /tmp, lets nobody take away what is root's. */
const isOfRoot = ({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean =>
  uid === 0 &&
  ((mode & 0o022) === 0 ||
    ((mode & constants.S_IFMT) === constants.S_IFDIR && (mode & 0o1000) !== 0));

const notOfRoot = (path: string): PlimsollError =>
  new PlimsollError(
    'file-denied',
    text(
      `${show(path)} does not belong to root, or others may write to it.`,
      `${show(path)} 不属于 root，或可被他人写入。`,
    ),
    {
      hint: text(
        'Only root grants exemptions: chown root FILE && chmod go-w FILE, and its folders as well.',
        '只有 root 可授予豁免：chown root FILE && chmod go-w FILE，其所在文件夹同理。',
      ),
    },
  );

const invalid = (path: string, why: Text, cause?: unknown): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(`${show(path)}: ${why.en}.`, `${show(path)}：${why.zh}。`),
    {
      hint: text(
        'It is a list of objects with controls, user, imageDigest or breakGlass, and reason, approver, until: docs/admission.md',
        '应为对象列表，含 controls、user、imageDigest 或 breakGlass，以及 reason、approver、until：见 docs/zh/admission.md',
      ),
      ...(cause === undefined ? {} : { cause }),
    },
  );
