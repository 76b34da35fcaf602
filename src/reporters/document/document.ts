import type { Language, Text } from '../../core/text.ts';
import type { StandingCount } from '../model/entries/count.ts';
import type { Report } from '../model/report.ts';
import type { Branding } from '../branding/branding.ts';
import type { Locale } from '../locale/locale.ts';
import type { Terms } from '../locale/in-terms.ts';
import type { Say } from '../locale/translate.ts';
import type { Card, Section } from './blocks/block.ts';
import type { Content } from './blocks/content.ts';

/** What a document's own function makes; cover and figures come from the report. */
export interface DocumentContent {
  /** What kind of document it is; the general title when absent. */
  readonly title?: string;
  /** Lines for the cover, after those that every document has. */
  readonly facts?: readonly (readonly [label: string, value: Content])[];
  readonly sections: readonly Section[];
}

/** One kind of document: a pure function of the report. */
export interface DocumentDefinition<Id extends string = string> {
  /** Lower-case letters, digits and hyphens: it becomes part of a file's name. */
  readonly id: Id;
  readonly title: Text;
  /** Whether it is the same for every framework, so that one file is made for several; absent means that it is not. */
  readonly forAll?: boolean;
  /** What its readers call what other reports call otherwise. */
  readonly terms?: Terms;
  /** The words of all reports are at hand as `say`, in the report's language. */
  readonly build: (report: Report, say: Say) => DocumentContent;
}

/** The first page. */
export interface Cover {
  readonly branding: Branding;
  /** What the summary begins with: on a screen it stands before all that a reader may skip. */
  readonly lead: readonly Content[];
  /** What a reader must know first. */
  readonly notices: readonly string[];
  readonly facts: readonly (readonly [label: string, value: Content])[];
  readonly cards: readonly Card[];
  readonly disclaimer: string;
}

/** What a reader may choose findings by, beside what each says of itself. */
export interface Choices {
  /** The kinds of subjects that were judged, and the subjects of each; a subject is known by its place among all. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly subjects: readonly { readonly name: string; readonly at: number }[];
  }[];
  /** The requirements that have controls; a control is known by its place in the report. */
  readonly requirements: readonly {
    readonly title: string;
    readonly controls: readonly number[];
  }[];
  /** The place of the control of each finding, by the finding's number. */
  readonly controlOf: ReadonlyMap<number, number>;
  /** The place of the subject of each finding, by the finding's number; of one for all of a kind there is none. */
  readonly subjectOf: ReadonlyMap<number, number>;
}

/** A document before it has a form. A format lays it out and decides nothing. */
export interface Document {
  /** The language of what exists in English and Chinese alone; `locale` is that of the document. */
  readonly language: Language;
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  /** ISO 8601 UTC; the one time of the document. */
  readonly collectedAt: string;
  /** The same, for people. */
  readonly collected: string;
  readonly tool: string;
  readonly cover: Cover;
  /** All findings by how they stand. */
  readonly tally: readonly StandingCount[];
  /** Whether there is more than one target, so that a finding must say which. */
  readonly manyTargets: boolean;
  readonly choices: Choices;
  /** The anchors of requirements in which no control came to a result. */
  readonly withoutResult: ReadonlySet<string>;
  readonly sections: readonly Section[];
}
