import { acceptedWords } from './accepted.ts';
import { baselineWords } from './baseline.ts';
import { chartsWords } from './charts.ts';
import { cisDockerWords } from './cis-docker.ts';
import { controlsWords } from './controls.ts';
import { coverWords } from './cover.ts';
import { engineerWords } from './engineer.ts';
import { examinationWords } from './examination.ts';
import { findingsWords } from './findings.ts';
import { jrtWords } from './jrt.ts';
import { mlpsWords } from './mlps.ts';
import { failedWords } from './failed.ts';
import { historyWords } from './history.ts';
import { iso27001Words } from './iso-27001.ts';
import { needsWords } from './needs.ts';
import { nistWords } from './nist.ts';
import { pageWords } from './page.ts';
import { papersWords } from './papers.ts';
import { pciDssWords } from './pci-dss.ts';
import { placesWords } from './places.ts';
import { printedWords } from './printed.ts';
import { readingWords } from './reading.ts';
import { requirementsWords } from './requirements.ts';
import { resultWords } from './result.ts';
import { scopeWords } from './scope.ts';
import { sectionsWords } from './sections.ts';
import { soc2Words } from './soc2.ts';
import { sourcesWords } from './sources.ts';
import { summaryWords } from './summary.ts';
import { terminalWords } from './terminal.ts';
import { unseenWords } from './unseen.ts';
import { verifyWords } from './verify.ts';

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
  ...failedWords,
  ...requirementsWords,
  ...resultWords,
  ...chartsWords,
  ...controlsWords,
  ...unseenWords,
  ...acceptedWords,
  ...baselineWords,
  ...needsWords,
  ...readingWords,
  ...pageWords,
  ...printedWords,
  ...summaryWords,
  ...engineerWords,
  ...papersWords,
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
