import type { Assessment, Finding, FrameworkResult } from '../../core/assessment/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Observation } from '../../core/recording/observation.ts';
import { text, type Language, type Text, type Wording } from '../../core/text.ts';

/** How words and values enter a document: in its language, and harmless. */
export interface ResultsVoice {
  readonly language: Language;
  /** How a person calls a kind of subject. */
  readonly kind: (kind: string) => string;
  /** A name, an id, a path: one line, short. */
  readonly name: (text: string) => string;
  /** A value that was read: one line. */
  readonly value: (text: string) => string;
  /** What a person stated, which may hold several lines. */
  readonly prose: (text: string) => string;
  /** What an author advises, which may hold several lines. */
  readonly paragraphs: (text: Text) => string;
  /** A sentence. */
  readonly text: (text: Text) => string;
  /** A sentence that may stand in one language alone. */
  readonly wording: (wording: Wording) => string;
  /** How a finding is counted: its status, or that it lapsed or was accepted. */
  readonly standing: (finding: Finding) => string;
  /** One line of evidence. */
  readonly observation: (observation: Observation) => {
    readonly path: string;
    readonly value: string;
    readonly source: string;
  };
  /** What people call the level that was chosen; `undefined` where all of the framework was asked for. */
  readonly level: (framework: FrameworkResult) => string | undefined;
}

/** What a document is made with beside the assessment. */
export interface ResultsOptions {
  readonly voice: ResultsVoice;
  /** A framework of the assessment; absent for a document by control alone. */
  readonly frameworkId?: string | undefined;
}

/**
 * The framework that a document is about; `undefined` for one by control alone.
 *
 * @throws PlimsollError `framework-unknown` when the assessment was not made against it
 */
export function findFramework(
  assessment: Assessment,
  frameworkId: string | undefined,
): FrameworkResult | undefined {
  const framework = assessment.frameworks.find(({ id }) => id === frameworkId);
  if (frameworkId !== undefined && framework === undefined) {
    throw new PlimsollError(
      'framework-unknown',
      text(
        `The assessment was not made against ${JSON.stringify(frameworkId)}.`,
        `该评估结果并非依据 ${JSON.stringify(frameworkId)}。`,
      ),
      {
        hint: text(
          `The assessment was made against: ${assessment.frameworks.map(({ id }) => id).join(', ')}.`,
          `评估所依据的框架：${assessment.frameworks.map(({ id }) => id).join('、')}。`,
        ),
      },
    );
  }
  return framework;
}
