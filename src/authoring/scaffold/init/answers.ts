/** Where a pipeline runs; `none` for no file of one. */
export const pipelines = ['github', 'gitlab', 'jenkins', 'none'] as const;

/** Where a pipeline runs. */
export type Pipeline = (typeof pipelines)[number];

/** What is to be settled before a project can be begun. */
export interface InitAnswers {
  /** Frameworks as the command line spells them: `cis-docker-1.8.0@1`. */
  readonly frameworks: readonly string[];
  /** Language of what is printed, and of the words in the files. */
  readonly language: 'en' | 'zh';
  readonly pipeline: Pipeline;
  /** Day from which examples count, ISO 8601. */
  readonly today: string;
}
