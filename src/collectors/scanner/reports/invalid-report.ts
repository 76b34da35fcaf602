import { PlimsollError } from '../../../core/errors.ts';
import { text, type Text } from '../../../core/text.ts';
import { adapters } from '../adapters/registry.ts';

/** What is read, for a message about something else. */
const formats = text(
  `Reports are read as JSON of: ${adapters.map(({ title }) => title).join(', ')}; plain or as the predicate of an in-toto statement.`,
  `可读取的报告为以下格式的 JSON：${adapters.map(({ title }) => title).join('、')}；可单独存在，也可作为 in-toto 声明的 predicate。`,
);

/** The error for a report that is not read; `what` is one sentence. */
export const invalid = (what: Text, cause?: unknown, hint: Text = formats): PlimsollError =>
  new PlimsollError('scan-report-invalid', what, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });

/** 128 MiB: a report of a large image has a few. */
export const reportBytesAtMost = 128 << 20;

/**
 * Refuses a report that is too large to be read.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function holdToSize(bytes: number, path: string): void {
  if (bytes <= reportBytesAtMost) return;
  throw invalid(
    text(
      `${path} has ${bytes} bytes; of a report at most ${reportBytesAtMost} are read.`,
      `${path} 有 ${bytes} 字节；报告至多读取 ${reportBytesAtMost} 字节。`,
    ),
    undefined,
    text(
      'Let the scanner report on one image, and only what it found.',
      '请让扫描器只报告一个镜像，且只报告其发现。',
    ),
  );
}

/** Whether it is an object of JSON. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
