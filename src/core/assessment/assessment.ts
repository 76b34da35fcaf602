import { z } from 'zod';
import { attestationStates, checkedAttestationSchema } from '../statements/attestation.ts';
import { findingStatuses } from './finding-status.ts';
import {
  assessmentWays,
  confidences,
  editionSchema,
  frameworkChangeSchema,
  requirementNatures,
} from '../frameworks/framework.ts';
import { observationSchema } from '../recording/observation.ts';
import { populationGapSchema } from '../facts/gap.ts';
import { identitySchema } from '../facts/identity.ts';
import { brokenByFailure, shownByPass } from '../frameworks/mapping.ts';
import { notApplicableSchema, notApplicableStates } from '../statements/not-applicable.ts';
import { scopeSchema } from './scope.ts';
import { requirementStatuses } from '../frameworks/rollup.ts';
import { severities } from '../controls/severity.ts';
import {
  leftOutSchema,
  populationSchema,
  quoteSchema,
  redactionSchema,
  targetSchema,
} from '../snapshot/snapshot.ts';
import { subjectRefSchema } from '../facts/subject.ts';
import { outsideReasons, systemSchema } from '../snapshot/system.ts';
import { textSchema } from '../text-schema.ts';
import { waiverSchema, waiverStates } from '../statements/waiver.ts';

/** The version of the assessment's form; a reader accepts its own major version only. */
export const assessmentVersion = '2.6';

/** One finding as the contract has it. */
export const findingSchema = z.object({
  controlId: z.string(),
  /** With the id `*` it stands for all subjects of its kind: there is none, or they could not be listed. */
  subject: subjectRefSchema,
  status: z.enum(findingStatuses),
  severity: z.enum(severities),
  message: textSchema,
  observations: z.array(observationSchema),
  /**
   * The items of lists, and other parts, that a failure is about, in the order in which they were judged: a JSON Pointer in the
   * facts of the subject, and what is said of that item where something else is said of another. Without those that a waiver covers
   * where it covers some of them. Absent where a check does not say.
   */
  places: z.array(z.object({ path: z.string(), message: textSchema.optional() })).optional(),
  /** The live waiver under which a failure was accepted; the failure stays a failure. */
  waiver: waiverSchema.optional(),
  /**
   * `true` when what it read held no longer on the day of the assessment: of a pass it is then not known whether
   * it still stands; a failure stays one. Absent while it holds.
   */
  stale: z.literal(true).optional(),
});

/** One control on one subject: what it said, and every fact that it read. */
export type Finding = Readonly<z.output<typeof findingSchema>>;

const count = z.number().int().nonnegative();

/**
 * Findings counted; `waived` and `compensated` are failures and are not in `fail`. `stale` are passes, and subjects
 * with nothing to judge, whose evidence holds no longer: they are not in `pass` and `notApplicable`.
 */
const tallySchema = z.object({
  pass: count,
  fail: count,
  waived: count,
  compensated: count,
  unknown: count,
  error: count,
  notApplicable: count,
  manual: count,
  stale: count.default(0),
});

const controlSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(severities),
  title: textSchema,
  /** What is wrong where it fails; absent where the title heads its failures, and before version 2.1. */
  failingTitle: textSchema.optional(),
  rationale: textSchema,
  remediation: textSchema,
  references: z.array(z.string()),
  /** The parameters in force. */
  params: z.record(z.string(), z.unknown()),
  /** Days for which what it found holds; absent means that nobody said. */
  holds: z.int().positive().optional(),
  /** Whether it held no longer on the day of the assessment; absent where `holds` is. */
  stale: z.boolean().optional(),
  tally: tallySchema,
});

const requirementResultSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  title: textSchema,
  nature: z.enum(requirementNatures),
  levels: z.array(z.string()),
  confidence: z.enum(confidences),
  /** How its publisher says that it is assessed; absent where the standard does not say. */
  assessed: z.enum(assessmentWays).optional(),
  /** Whether it only groups others: nothing is mapped to it, and it is not counted. */
  group: z.boolean(),
  status: z.enum(requirementStatuses),
  controls: z.array(
    z.object({
      id: z.string(),
      shows: z.enum(shownByPass),
      breaks: z.enum(brokenByFailure),
      reason: textSchema,
      /** `false` when the guard on the control's parameters is not met, so that it does not count. */
      live: z.boolean(),
    }),
  ),
  /** Why there was nothing to judge, as the controls that decide said it; absent unless the status is `not-tested`. */
  reasons: z.array(textSchema).optional(),
  /** The current attestation that stands for it. */
  attestation: checkedAttestationSchema.optional(),
  /**
   * The statement that it does not apply, made on it or above it. Where `conflict` is true a control failed,
   * the statement counts for nothing, and the status is that of the controls.
   */
  statement: notApplicableSchema
    .omit({ framework: true })
    .extend({ conflict: z.boolean() })
    .optional(),
});

/** One requirement with its status and the controls that it rests on. */
export type RequirementResult = Readonly<z.output<typeof requirementResultSchema>>;

const frameworkResultSchema = z.object({
  id: z.string(),
  title: textSchema,
  edition: editionSchema,
  level: z.string().optional(),
  /** How the level is called; absent where none was chosen, and in an assessment of a release that did not say. */
  levelTitle: textSchema.optional(),
  /** The framework that it extends, by id, and what was changed in that one. */
  extends: z.string().optional(),
  changes: z.array(frameworkChangeSchema).optional(),
  /** What a reader must know of the framework, and of the level that was chosen; absent when there is nothing. */
  notes: z.array(textSchema).optional(),
  requirements: z.array(requirementResultSchema),
  /** Requirements by status, groups left out. */
  summary: z.record(z.enum(requirementStatuses), count),
  /** The same as if there were no waiver; absent in an assessment of a release that did not say. */
  withoutWaivers: z.record(z.enum(requirementStatuses), count).optional(),
});

/** A standard's requirements with the status of each, at the level that was asked for. */
export type FrameworkResult = Readonly<z.output<typeof frameworkResultSchema>>;

const configurationFileSchema = z.object({ file: z.string(), sha256: z.string() });

/** A file of code that an assessment was configured by. */
export type ConfigurationFile = Readonly<z.output<typeof configurationFileSchema>>;

/** Findings, and what they mean for each framework. */
export const assessmentSchema = z.object({
  $schema: z.string().optional(),
  kind: z.literal('plimsoll/assessment'),
  version: z.string(),
  tool: z.object({ name: z.string(), version: z.string() }),
  /**
   * The configuration that was loaded after what it extends: the name of each file, and the SHA-256 of its bytes. Absent where
   * none was loaded, and in an assessment of a release that did not say.
   */
  configuration: z.array(configurationFileSchema).optional(),
  /** When the snapshot was taken, ISO 8601 UTC. */
  collectedAt: z.iso.datetime(),
  /** The day to which waivers, attestations and evidence are held, ISO 8601 UTC; absent means that of `collectedAt`. */
  at: z.iso.date().optional(),
  targets: z.array(targetSchema),
  /** The system under assessment; absent when nobody named one, and then everything belongs. */
  system: systemSchema
    .extend({
      /** Subjects that were read and do not belong, and why: none of them was judged. */
      outside: z.array(z.object({ subject: subjectRefSchema, reason: z.enum(outsideReasons) })),
    })
    .optional(),
  /**
   * What the findings are limited to; absent when everything that was judged is here. Requirements have the status that
   * everything judged gives them.
   */
  scope: scopeSchema
    .extend({
      /** What was judged and is not among the findings. */
      outside: z.object({
        findings: count,
        /** Unwaived failures among them. */
        failures: z.record(z.enum(severities), count),
        /** Controls without a finding in the scope, each with all that it said. */
        controls: z.array(controlSchema),
        /** Hosts and engines that findings outside are about. */
        machines: z.array(subjectRefSchema),
      }),
    })
    .optional(),
  population: z.array(populationSchema),
  gaps: z.array(populationGapSchema),
  /** Files of folders that were found and not scanned; absent where there are none. */
  leftOut: z.array(leftOutSchema).optional(),
  /** Facts that could not be read, counted over all subjects. */
  factGaps: count,
  redactions: z.array(redactionSchema),
  /** What outlasts the ids of the workloads and images that were judged; absent in an assessment of a release that did not say. */
  identities: z.array(identitySchema).optional(),
  catalog: z.object({
    id: z.string(),
    version: z.string(),
    controls: z.array(controlSchema),
    lineage: z.array(
      z.object({
        control: z.string(),
        change: z.enum(['tailored', 'omitted']),
        reason: z.string(),
        by: z.string(),
        catalog: z.string(),
      }),
    ),
  }),
  findings: z.array(findingSchema),
  /** Files that findings point into, to show the lines; absent where there is none. */
  quotes: z.array(quoteSchema).optional(),
  frameworks: z.array(frameworkResultSchema),
  waivers: z.array(
    z.object({
      waiver: waiverSchema,
      state: z.enum(waiverStates),
      /** Days for which a waiver of its control may hold; absent when no policy says. */
      limit: z.int().positive().optional(),
      /** Failures that it accepts; 0 means that it matches nothing. */
      accepts: count,
    }),
  ),
  attestations: z.array(
    z.object({ attestation: checkedAttestationSchema, state: z.enum(attestationStates) }),
  ),
  /** Statements that a requirement does not apply. */
  notApplicable: z
    .array(
      z.object({
        statement: notApplicableSchema,
        state: z.enum(notApplicableStates),
        /** Requirements at or below it on which a control failed all the same. */
        conflicts: z.array(z.string()),
      }),
    )
    .default([]),
  summary: z.object({
    findings: count,
    tally: tallySchema,
    /** Unwaived failures. */
    failures: z.record(z.enum(severities), count),
    /** Failures, accepted or not: what `failures` would be without any waiver; absent as above. */
    withoutWaivers: z.record(z.enum(severities), count).optional(),
  }),
});

/** What one snapshot, judged, came to: the published contract of `assessment.json`. */
export type Assessment = Readonly<z.output<typeof assessmentSchema>>;
