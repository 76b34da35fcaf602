import type { Count, Tone } from '../../model/entries/count.ts';
import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import type { ChartPart } from '../../chart/draw-legend.ts';
import type { BarRow } from '../../chart/draw-bars.ts';
import type { TrendRow } from '../../chart/draw-trend.ts';
import type { SourceText } from '../../model/entries/source.ts';
import type { Content } from './content.ts';

/** What a number beside a title counts. */
export type Counted = 'findings' | 'requirements' | 'subjects' | 'problems';

/** A part of the document under a title; how deep it stands decides how large the title is. */
export interface Section {
  readonly kind: 'section';
  /** Its place in the document, unique there; a part without one cannot be pointed to. */
  readonly anchor?: string;
  readonly title: string;
  /** Shown beside the title, with what it counts. */
  readonly count?: number;
  /** What the count is of; findings when absent. */
  readonly counted?: Counted;
  /** Whether it belongs to the annex, which a reader looks things up in. */
  readonly annex?: boolean;
  /** What stands here on paper unless all of it is printed; the same when absent. */
  readonly printed?: readonly Block[];
  /** Colours the title's rule. */
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
}

/** Running text. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: Content;
}

/** What a reader must not overlook, on the ground of its tone. */
export interface Note {
  readonly kind: 'note';
  readonly tone: Tone;
  readonly lines: readonly Content[];
}

/** Items below one another. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Content[];
}

/** Labels with what they say. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [label: string, value: Content])[];
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Share of the width beside other columns; 1 when absent. */
  readonly share?: number;
  /** Whether it holds numbers, set to the right and no wider than they are. */
  readonly numeric?: boolean;
}

/** A row of a table; its first cell names it. */
export interface Row {
  readonly cells: readonly Content[];
  readonly anchor?: string;
  /** How far its first cell is set in; 0 when absent. */
  readonly depth?: number;
  /** Whether its one cell is a heading over the rows below. */
  readonly group?: boolean;
}

/** A table with a head that is repeated on every page. */
export interface Table {
  readonly kind: 'table';
  /** For readers who see only the table. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A figure with its denominator, and what it is made of. */
export interface Card {
  readonly title: string;
  /** Absent where only the parts matter. */
  readonly figure?: { readonly count: number; readonly of: number };
  readonly parts: readonly Count[];
}

/** Figures side by side. */
export interface Figures {
  readonly kind: 'figures';
  readonly cards: readonly Card[];
}

/** Counts in a table, each with a bar beside its number. */
export interface Chart {
  readonly kind: 'chart';
  readonly caption: string;
  /** Heads of the table: the word, the number, and the detail where there is one. */
  readonly heads: readonly [word: string, count: string, detail?: string];
  readonly rows: readonly (Count & { readonly detail?: Content })[];
}

/** Rows of counts as bars of several parts, and in a table with the same numbers. */
export interface Bars {
  readonly kind: 'bars';
  readonly caption: string;
  /** Heads of the table: of the rows, and of their sums. */
  readonly heads: readonly [row: string, sum: string];
  readonly parts: readonly ChartPart[];
  readonly rows: readonly (BarRow & {
    /** The anchor that the row in the table points to. */
    readonly to?: string;
  })[];
}

/** Counts over time as areas, and in a table with the same numbers. */
export interface TrendBlock {
  readonly kind: 'trend';
  readonly caption: string;
  /** Heads of the table: of the times, and of the sums. */
  readonly heads: readonly [time: string, sum: string];
  readonly parts: readonly ChartPart[];
  readonly rows: readonly (TrendRow & {
    /** The time, for people. */
    readonly when: string;
  })[];
}

/** Findings in full, with what was seen; by control where the groups name one. */
export interface Findings {
  readonly kind: 'findings';
  readonly groups: readonly {
    readonly control?: ControlEntry;
    readonly findings: readonly FindingEntry[];
    /** Controls that the same subjects fail for the same cause. */
    readonly beside?: readonly ControlEntry[];
  }[];
  /** What is said of the control: why it matters and what to do, only what to do, or nothing. */
  readonly words: 'all' | 'fix' | 'none';
}

/** Control by control: its words, its settings, and every finding that the document does not show elsewhere. */
export interface Evidence {
  readonly kind: 'evidence';
  readonly entries: readonly {
    readonly control: ControlEntry;
    /** The number by which the document refers to it, `E12`; absent where it does not. */
    readonly reference?: string;
  }[];
}

/** A form: what is known is filled in, the rest is left open for a person. */
export interface Worksheet {
  readonly kind: 'worksheet';
  readonly anchor: string;
  readonly title: string;
  readonly fields: readonly {
    readonly label: string;
    /** What belongs there. */
    readonly hint?: string;
    /** Absent: for a person to fill in. */
    readonly content?: Content;
  }[];
}

/** Where a person writes the conclusion and signs. */
export interface Signature {
  readonly kind: 'signature';
  readonly statement: string;
  readonly lines: readonly { readonly label: string; readonly value?: string }[];
}

/** Text as it is, every space and line of it: a command, a file. */
export interface Verbatim {
  readonly kind: 'verbatim';
  readonly caption: string;
  readonly text: string;
}

/** Texts of files, each under its name and hash; for those who want to read them. */
export interface Texts {
  readonly kind: 'texts';
  readonly texts: readonly SourceText[];
}

/** What a document is made of. Each format has a map over all kinds: the compiler lists what is forgotten. */
export type Block =
  | Section
  | Paragraph
  | Note
  | List
  | FactsBlock
  | Table
  | Figures
  | Chart
  | Bars
  | TrendBlock
  | Findings
  | Evidence
  | Worksheet
  | Signature
  | Verbatim
  | Texts;

/** The kind of any block. */
export type BlockKind = Block['kind'];

/** The block of a kind. */
export type BlockOf<Kind extends BlockKind> = Extract<Block, { readonly kind: Kind }>;
