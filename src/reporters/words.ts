import { acceptedWords } from './words/accepted.ts';
import { chartsWords } from './words/charts.ts';
import { cisDockerWords } from './words/cis-docker.ts';
import { controlsWords } from './words/controls.ts';
import { coverWords } from './words/cover.ts';
import { engineerWords } from './words/engineer.ts';
import { examinationWords } from './words/examination.ts';
import { findingsWords } from './words/findings.ts';
import { jrtWords } from './words/jrt.ts';
import { mlpsWords } from './words/mlps.ts';
import { historyWords } from './words/history.ts';
import { iso27001Words } from './words/iso-27001.ts';
import { needsWords } from './words/needs.ts';
import { nistWords } from './words/nist.ts';
import { pageWords } from './words/page.ts';
import { pciDssWords } from './words/pci-dss.ts';
import { placesWords } from './words/places.ts';
import { readingWords } from './words/reading.ts';
import { requirementsWords } from './words/requirements.ts';
import { resultWords } from './words/result.ts';
import { scopeWords } from './words/scope.ts';
import { sectionsWords } from './words/sections.ts';
import { soc2Words } from './words/soc2.ts';
import { sourcesWords } from './words/sources.ts';
import { summaryWords } from './words/summary.ts';
import { terminalWords } from './words/terminal.ts';
import { unseenWords } from './words/unseen.ts';
import { verifyWords } from './words/verify.ts';

/**
 * Every label, heading and sentence of the reports, by id; one file for each topic. A message without one of the
 * languages does not compile. `{name}` is a slot; {@link speaker} knows from here which slots a message has.
 * Sentences are made so that no number changes their grammar.
 */
export const messages = {
  ...coverWords,
  ...sectionsWords,
  ...terminalWords,
  ...scopeWords,
  ...findingsWords,
  ...requirementsWords,
  ...resultWords,
  ...chartsWords,
  ...controlsWords,
  ...unseenWords,
  ...acceptedWords,
  ...needsWords,
  ...readingWords,
  ...pageWords,
  ...summaryWords,
  ...engineerWords,
  ...pciDssWords,
  ...examinationWords,
  ...mlpsWords,
  ...jrtWords,
  ...verifyWords,
  ...sourcesWords,
  ...iso27001Words,
  ...nistWords,
  ...soc2Words,
  ...cisDockerWords,
  ...historyWords,
  ...placesWords,
} as const;

/** The id of any message of the reports. */
export type MessageId = keyof typeof messages;
