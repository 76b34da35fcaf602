/**
 * The door to tests of controls, with any test runner or none: subjects that comply but for one fact, cases that are
 * judged as a scan would judge them, and what no case has thought of.
 *
 * @packageDocumentation
 */
export { testControl } from './testing/test-control.ts';
export { tryControl } from './testing/try-control.ts';
export type { ControlTest } from './testing/try-control.ts';
export type { MutationResult } from './testing/mutation/surviving-mutants.ts';
export type { TestOptions } from './testing/judging/options.ts';
export type {
  Case,
  CaseList,
  Cases,
  Expectation,
  ExpectedMessage,
} from './testing/judging/cases.ts';
export {
  aDockerfile,
  anEngine,
  aHost,
  anImage,
  anImageScan,
  aNetwork,
  aComposeProject,
  aRegistryService,
  aSecret,
  aSwarm,
  aSwarmNode,
  aVex,
  aVolume,
  aWorkload,
} from './testing/subjects.ts';
export { machine } from './testing/machine.ts';
export { extendBuilder, subjectBuilder } from './testing/judging/test-subject.ts';
export type {
  FactsChange,
  SubjectBuilder,
  SubjectOptions,
  TestSubject,
} from './testing/judging/test-subject.ts';
export {
  bindOf as bindMount,
  portOf as publishedPort,
  processesOf as processes,
  sessionOf as execSession,
} from './testing/compliant/workload.ts';
export { rootFile } from './testing/compliant/host.ts';
export { runOf as runStep } from './testing/compliant/dockerfile.ts';
export { flawOf as vulnerability } from './testing/compliant/image-scan.ts';
export { fromFixture, surroundingsFrom } from './testing/fixture/from-fixture.ts';
export type { Wanted } from './testing/fixture/from-fixture.ts';
export { makeFixture } from './testing/fixture/fixture.ts';
export type { Fixture, FixtureSelection } from './testing/fixture/fixture.ts';
export { toJudge } from './testing/matchers.ts';
export type { JudgeOptions, Matched } from './testing/matchers.ts';
