/** The centre's first word: a reading is in the ledger, and nothing of it is needed any more. */
export interface Receipt {
  readonly word: 'receipt';
  readonly seq: number;
  /** Why it was put aside rather than judged; absent where it is in the ledger. */
  readonly parked?: string;
}

/** The centre's second word: everything before `from` is there, and what comes next is asked for. */
export interface Want {
  readonly word: 'want';
  readonly from: number;
}

/** All that the centre can say to an agent. */
export type Word = Receipt | Want;

/** What an agent sends by, and hears the centre by. */
export interface Carrier {
  /**
   * Hands an envelope over. That it was accepted says nothing of the ledger: only a receipt does.
   *
   * @throws PlimsollError `hub-unreachable`, `hub-refused`
   */
  readonly send: (envelope: Uint8Array) => Promise<void>;
  /** Calls back for every word of the centre. */
  readonly onWord: (hear: (word: Word) => void) => void;
  /** Lets its connections go. */
  readonly close: () => Promise<void>;
}

/** An envelope as it reached the hub. */
export interface Delivery {
  readonly bytes: Uint8Array;
  /** When it was sent by the host's clock, ISO 8601 UTC; `null` where nobody said. */
  readonly sentAt: string | null;
  /** Whether it was delivered so often that it is put aside when it fails again. */
  readonly isLast: boolean;
}

/** What became of a delivery. */
export type Outcome =
  /** It is in the ledger, or was already. */
  | { readonly kind: 'kept'; readonly host: string; readonly seq: number; readonly isNew: boolean }
  /** A part of it is kept; the rest is still to come. */
  | { readonly kind: 'part'; readonly host: string; readonly seq: number }
  /** It was put aside with its reason; it need not be sent again. */
  | {
      readonly kind: 'parked';
      readonly host: string;
      readonly seq: number;
      readonly reason: ParkReason;
    }
  /** Something before it is missing. */
  | { readonly kind: 'wanted'; readonly host: string; readonly from: number }
  /** Nobody known to the hub signed it; nothing of it is kept. */
  | { readonly kind: 'refused'; readonly reason: ParkReason; readonly detail: string };

/** Why a reading was put aside, or refused. */
export const parkReasons = [
  'malformed',
  'unknown-host',
  'retired',
  'forged',
  'foreign',
  'newer-version',
  'forked',
  'late',
  'root-differs',
  'not-judged',
] as const;

/** Why a reading is kept apart and not judged. */
export type ParkReason = (typeof parkReasons)[number];

/** What is said to the host, whatever carries it. */
export function wordsFor(outcome: Outcome): readonly Word[] {
  switch (outcome.kind) {
    case 'kept':
      return [{ word: 'receipt', seq: outcome.seq }];
    case 'parked':
      return [
        { word: 'receipt', seq: outcome.seq, parked: outcome.reason },
        // A forked chain goes on for nobody, and what is late has been gone over; else it begins anew with everything.
        ...(outcome.reason === 'forked' || outcome.reason === 'late'
          ? []
          : [{ word: 'want', from: outcome.seq + 1 } as const]),
      ];
    case 'wanted':
      return [{ word: 'want', from: outcome.from }];
    case 'part':
    case 'refused':
      return [];
  }
}
