import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { PlimsollError } from '../../core/errors.ts';
import type { TypesetAnswer } from './typeset-process.ts';
import type { Typeset, TypstDocument } from '../options/typst-document.ts';
import { text } from '../../core/text.ts';

/** Processes that typeset side by side. */
export interface Typesetters {
  readonly typeset: Typeset;
  /** Ends the processes; a document that is still being typeset fails. */
  readonly close: () => void;
}

/** The program of one such process, beside this file in the package. */
const program = fileURLToPath(new URL('./typeset-process.js', import.meta.url));

/** A process slows down and grows with every document that it has set, so that another one takes over. */
const documentsEach = 4;

interface Typesetter {
  readonly child: ChildProcess;
  /** How many documents it was given. */
  given: number;
}

/**
 * Opens as many processes as asked for many documents, each started when it is needed. Documents wait for one another.
 *
 * @example
 * const { typeset, close } = openTypesetters(availableParallelism());
 * const pdfs = await Promise.all(ids.map((frameworkId) => renderReport('pdf', assessment, { language, frameworkId, typeset })));
 * close();
 */
export function openTypesetters(processes: number, path: string = program): Typesetters {
  const limit = pLimit(Math.max(1, processes));
  const free: Typesetter[] = [];
  const busy = new Set<ChildProcess>();

  const typesetWith = async (
    typesetter: Typesetter,
    document: TypstDocument,
  ): Promise<Uint8Array> => {
    typesetter.given += 1;
    busy.add(typesetter.child);
    try {
      const answer = await ask(typesetter.child, document);
      if (typesetter.given >= documentsEach) typesetter.child.disconnect();
      else free.push(typesetter);
      if ('pdf' in answer) return answer.pdf;
      const { code, said, hint } = answer.error;
      throw new PlimsollError(code, said, { hint });
    } finally {
      busy.delete(typesetter.child);
    }
  };

  return {
    typeset: (document) =>
      limit(() => typesetWith(free.pop() ?? { child: start(path), given: 0 }, document)),
    close() {
      for (const child of [...busy, ...free.map((each) => each.child)]) {
        if (child.connected) child.disconnect();
      }
    },
  };
}

/** A process that is no reason for this one to stay. */
function start(path: string): ChildProcess {
  const child = fork(path, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.unref();
  return child;
}

function ask(child: ChildProcess, document: TypstDocument): Promise<TypesetAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      child.off('message', answered).off('exit', ended).off('error', broke);
      child.unref();
      child.channel?.unref();
      then();
    };
    // What this program’s own process sends is what its source says.
    const answered = (answer: unknown): void => settle(() => resolve(answer as TypesetAnswer));
    const broke = (cause: unknown): void => settle(() => reject(failed(cause)));
    const ended = (code: number | null, signal: string | null): void =>
      broke(new Error(`its process ended with ${signal ?? code}`));
    child.on('message', answered).on('exit', ended).on('error', broke);
    child.channel?.ref();
    child.send(document);
  });
}

const failed = (cause: unknown): PlimsollError =>
  new PlimsollError(
    'pdf-render-failed',
    text(
      `The report could not be typeset: ${cause instanceof Error ? cause.message : String(cause)}.`,
      `报告无法排版：${cause instanceof Error ? cause.message : String(cause)}。`,
    ),
    {
      hint: text(
        'Make fewer reports at a time, or give the machine more memory.',
        '请一次少生成几份报告，或给机器更多内存。',
      ),
      cause,
    },
  );
