import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashSchema } from '../../core/fleet/statement.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { ChainEnd } from './make-statement.ts';
import { writeDurably } from './write-durably.ts';
import { absent } from '../../files/file-error.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** Bytes of envelopes that wait for their receipts. */
export const spoolAtMost = 512 * 1024 * 1024;

/** What is known of a spool without opening any envelope. */
export interface SpoolState {
  /** Readings that wait for their receipts, and their bytes. */
  readonly waiting: number;
  readonly bytes: number;
  readonly end: ChainEnd;
  /** The last reading of which there is a receipt; 0 before the first. */
  readonly receipted: number;
  /** When it came, ISO 8601 UTC; `null` before. */
  readonly receiptedAt: string | null;
}

/** Envelopes on the disk, from when they are made until the ledger has them. */
export interface Spool {
  /** What is known without opening any envelope. */
  readonly state: () => SpoolState;
  /**
   * Keeps a reading; `false`, and nothing is kept, where there is no room. When this returns it survives the end of the process
   * and of the machine.
   */
  readonly append: (end: ChainEnd, envelopes: readonly Uint8Array[]) => boolean;
  /** The first envelope of a reading from this number on; `undefined` where none waits. */
  readonly from: (
    seq: number,
  ) => { readonly seq: number; readonly parts: readonly string[] } | undefined;
  /** The bytes of an envelope, by the name that `from` gives. */
  readonly read: (part: string) => Uint8Array;
  /** Lets a reading go, of which the ledger says that it has it. */
  readonly receipt: (seq: number, now: Date) => void;
}

/** What is known of the spool in a folder, which another process may use. */
export function readSpoolState(folder: string): SpoolState {
  const { seq, hash, receipted, receiptedAt } = readChain(join(folder, 'chain.json'));
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => name.test(file)) : [];
  const waiting = new Set(files.map((file) => name.exec(file)?.groups?.['seq']));
  // One that was let go meanwhile has no bytes any more.
  const sizes = files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size);
  return {
    waiting: waiting.size,
    bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    end: { seq, hash },
    receipted,
    receiptedAt,
  };
}

const chainSchema = z.object({
  seq: z.int().nonnegative(),
  hash: hashSchema,
  receipted: z.int().nonnegative(),
  receiptedAt: z.string().nullable(),
});

type Chain = z.output<typeof chainSchema>;

const name = /^(?<seq>\d{12})\.(?<part>\d{4})\.envelope$/;

/**
 * Opens the spool in a folder. What a process left that was killed while it wrote is taken away: it counts only once the end of the
 * chain says so.
 */
export function openSpool(folder: string, atMost: number = spoolAtMost): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const chainPath = join(folder, 'chain.json');
  let chain = readChain(chainPath);
  const parts = new Map<number, string[]>();
  let bytes = 0;
  const sizeOf = (file: string): number => statSync(join(folder, file)).size;
  for (const file of readdirSync(folder).toSorted()) {
    const seq = Number(name.exec(file)?.groups?.['seq'] ?? 0);
    if (file === 'chain.json') continue;
    if (seq === 0 || seq > chain.seq || seq <= chain.receipted) {
      if (seq > 0 || file.endsWith('.tmp')) rmSync(join(folder, file), { force: true });
      continue;
    }
    parts.set(seq, [...(parts.get(seq) ?? []), file]);
    bytes += sizeOf(file);
  }
  const keep = (next: Chain): void => {
    writeDurably(chainPath, JSON.stringify(next));
    chain = next;
  };
  return {
    state: () => ({
      waiting: parts.size,
      bytes,
      end: { seq: chain.seq, hash: chain.hash },
      receipted: chain.receipted,
      receiptedAt: chain.receiptedAt,
    }),
    append: ({ seq, hash }, envelopes) => {
      const size = envelopes.reduce((sum, each) => sum + each.length, 0);
      if (bytes + size > atMost) return false;
      const files = envelopes.map(
        (_, part) => `${String(seq).padStart(12, '0')}.${String(part).padStart(4, '0')}.envelope`,
      );
      try {
        for (const [at, file] of files.entries()) {
          writeDurably(join(folder, file), envelopes[at] ?? Buffer.of());
        }
        keep({ ...chain, seq, hash });
      } catch (error) {
        for (const file of files) {
          rmSync(join(folder, file), { force: true });
          rmSync(join(folder, `${file}.tmp`), { force: true });
        }
        if (isFull(error)) return false;
        throw error;
      }
      parts.set(seq, files);
      bytes += size;
      return true;
    },
    from: (seq) => {
      const found = [...parts.keys()].filter((each) => each >= seq).toSorted((a, b) => a - b)[0];
      return found === undefined ? undefined : { seq: found, parts: parts.get(found) ?? [] };
    },
    read: (part) => readRegularSync(join(folder, part)),
    receipt: (seq, now) => {
      const files = parts.get(seq);
      if (!files) return;
      parts.delete(seq);
      // First of all it makes room: where the disk is full, the mark alone could not be written.
      for (const file of files) {
        bytes -= sizeOf(file);
        rmSync(join(folder, file), { force: true });
      }
      // The mark is below everything that still waits; without it nothing is lost, since what is gone does not wait.
      if ([...parts.keys()].some((each) => each < seq)) return;
      try {
        keep({ ...chain, receipted: seq, receiptedAt: now.toISOString() });
      } catch (error) {
        if (!isFull(error)) throw error;
        rmSync(`${chainPath}.tmp`, { force: true });
      }
    },
  };
}

function readChain(path: string): Chain {
  let text: string;
  try {
    text = readRegularSync(path).toString();
  } catch (error) {
    // A chain that is there and cannot be read is not begun anew: what waits would get the numbers of what was sent.
    if (!absent(error)) throw error;
    return { seq: 0, hash: '0'.repeat(64), receipted: 0, receiptedAt: null };
  }
  return chainSchema.parse(parseJsonText(text));
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
