import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { reportBytesAtMost } from '../reports/invalid-report.ts';
import { text, type Text } from '../../../core/text.ts';

/** What one scan takes at most, in milliseconds: a scanner may have to fetch its database first. */
const patience = 15 * 60_000;

/**
 * Runs a scanner without a shell and answers what it wrote to its standard output.
 *
 * @throws PlimsollError `scanner-missing`, `scanner-failed`, `scan-aborted`
 */
export function runProgram(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.timeout(patience);
    const child = spawn(program, words, {
      env,
      // Scanners take settings and lists of what to ignore from the folder that they run in, which others may have written.
      cwd: parse(process.cwd()).root,
      stdio: ['ignore', 'pipe', 'ignore'],
      killSignal: 'SIGKILL',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const failed = (why: Text, cause?: unknown): PlimsollError =>
      new PlimsollError('scanner-failed', text(`${program} ${why.en}.`, `${program} ${why.zh}。`), {
        hint: text(
          `See why with: ${[program, ...words].join(' ')}`,
          `查看原因：${[program, ...words].join(' ')}`,
        ),
        ...(cause === undefined ? {} : { cause }),
      });
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.byteLength;
      if (size <= reportBytesAtMost) pieces.push(piece);
      else child.kill('SIGKILL');
    });
    child.on('error', (error) => {
      if (signal?.aborted) {
        const why = text(
          `The collection was ended while ${program} ran.`,
          `${program} 正在运行时，采集即已结束。`,
        );
        reject(new PlimsollError('scan-aborted', why));
      } else if (limit.aborted) {
        reject(
          failed(
            text(
              `took longer than ${patience / 60_000} minutes`,
              `用时超过 ${patience / 60_000} 分钟`,
            ),
          ),
        );
      } else if ('code' in error && error.code === 'ENOENT') {
        reject(
          new PlimsollError(
            'scanner-missing',
            text(`There is no program ${program} to run.`, `没有可运行的程序 ${program}。`),
            {
              hint: text(
                `Install ${program}, or name a report that it wrote elsewhere among the targets.`,
                `请安装 ${program}，或将它在别处写出的报告列为目标。`,
              ),
            },
          ),
        );
      } else reject(failed(text('could not be started', '无法启动'), error));
    });
    child.on('close', (code) => {
      if (size > reportBytesAtMost) {
        reject(
          failed(
            text(
              `wrote more than ${reportBytesAtMost} bytes`,
              `写出的内容超过 ${reportBytesAtMost} 字节`,
            ),
          ),
        );
      } else if (code === 0) resolve(Buffer.concat(pieces, size));
      else reject(failed(text(`ended with ${code ?? 'a signal'}`, `以 ${code ?? '信号'} 结束`)));
    });
  });
}
