/**
 * The door to the source of controls and configurations, for their authors and for evidence: where a part is written,
 * and projects begun and added to by editing their syntax trees. It reads TypeScript with ts-morph, which is loaded
 * when something here is used.
 *
 * @packageDocumentation
 */
export { openSources } from './authoring/scaffold/open-sources.ts';
export type { Sources } from './authoring/scaffold/open-sources.ts';
export { placeInConfig } from './authoring/scaffold/place-in-config.ts';
export type { SourcePlace } from './authoring/scaffold/place-of.ts';
export { locateSources } from './authoring/source/locate-sources.ts';
export type {
  ControlSource,
  ControlSources,
  SourceLines,
} from './core/controls/control-sources.ts';
export { planControl } from './authoring/scaffold/add-control.ts';
export { titleOf } from './authoring/scaffold/control-text.ts';
export type { NewControl } from './authoring/scaffold/control-text.ts';
export { writeChanges } from './authoring/scaffold/file-change.ts';
export type { FileChange, ProjectPlan } from './authoring/scaffold/file-change.ts';
export { kindNames, kindOfId } from './authoring/scaffold/kinds.ts';
export type { Kind } from './authoring/scaffold/kinds.ts';
export { planFramework } from './authoring/scaffold/add-framework.ts';
export type { FrameworkLanguage } from './authoring/scaffold/add-framework.ts';
export type { NewFramework } from './authoring/scaffold/framework-text.ts';
export { pipelines } from './authoring/scaffold/init/answers.ts';
export type { InitAnswers, Pipeline } from './authoring/scaffold/init/answers.ts';
export type { ControlTests, ScriptNames } from './authoring/scaffold/init/package-json.ts';
export type { PackageManager } from './authoring/scaffold/init/package-manager.ts';
export { planInit, settleInit } from './authoring/scaffold/init/plan-init.ts';
export type { InitPlan, SettledPlan } from './authoring/scaffold/init/plan-init.ts';
export { countLevel, lintControls, lintRules } from './authoring/lint/lint-controls.ts';
export type { LintRule } from './authoring/lint/lint-controls.ts';
export type { LintOptions, LintProgress, LintResult } from './authoring/lint/lint-options.ts';
export type { ProblemLevel, LintProblem } from './authoring/lint/rule/problem.ts';
export type { Example } from './authoring/lint/rule/rule.ts';
export { describeParameters, parameterSchema } from './core/controls/parameters.ts';
export type { JsonSchema, Parameter } from './core/controls/parameters.ts';
export type { RatedDefinition } from './core/controls/control.ts';
export type { Exposure, Impact, Rating } from './core/controls/severity.ts';
export { periodOf } from './controls/registry/control-periods.ts';
export type { Period } from './controls/registry/control-periods.ts';
