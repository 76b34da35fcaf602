import type { Case, Verdict } from './cases.ts';

/** What a tool found fault with: a file or a container, and its own name of the rule. */
export interface Fault {
  /** The file, relative to the folder of cases, or the container. */
  readonly what: string;
  readonly rule: string;
}

/** Where a tool runs. */
export interface Place {
  /** The folder of the cases. */
  readonly cases: string;
  /** Files of the kinds that a tool may take by name. */
  readonly dockerfiles: readonly string[];
  /** An empty folder for what it writes. */
  readonly out: string;
  /** The engine's address. */
  readonly engine: string;
  /** The image that was built of a case; empty for a tool that reads files or containers. */
  readonly image: string;
}

/** A tool that is put beside the others. */
export interface Peer {
  readonly name: string;
  /** Its program: the first of these that is on PATH. */
  readonly programs: readonly string[];
  /** Its rules for what the cases ask; a rule that it does not have is not judged. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** Kinds of case that it reads. */
  readonly reads: readonly ('Dockerfile' | 'compose.yaml' | 'container.txt')[];
  /** Whether it reads images: it is run once for each case of which the engine could build one. */
  readonly readsImages?: true;
  readonly command: (place: Place) => readonly string[];
  /** What it writes its report to, relative to the folder `out`; absent for standard output. */
  readonly report?: string;
  readonly faults: (report: string) => readonly Fault[];
}

/** What a tool says of a case, by its faults. */
export function verdictOf(peer: Peer, faults: readonly Fault[], each: Case, what: string): Verdict {
  const rules = peer.rules[each.rule];
  const reads = peer.reads.some((kind) => each.file.endsWith(kind));
  if (!rules || !reads) return 'not judged';
  return faults.some((fault) => fault.what === what && rules.includes(fault.rule))
    ? 'fail'
    : 'pass';
}
