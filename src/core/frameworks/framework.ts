import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { inBoth, type Text, type Wording, text } from '../text.ts';
import { textSchema, wordingSchema } from '../text-schema.ts';

/** Who must do something about a requirement; `outside` is what no container platform can show. */
export const requirementNatures = ['technical', 'organisational', 'outside'] as const;

/** How a publisher says that a requirement is assessed: by a program alone, or with a person’s judgement. */
export const assessmentWays = ['automated', 'manual'] as const;

/**
 * How far an id and its place can be trusted: seen at its source, computed from what was seen, not
 * seen, or from general knowledge of the standard. Anything but `verified` is for the reader to check.
 */
export const confidences = ['verified', 'derived', 'unverified', 'knowledge'] as const;

export const requirementSchema = z.object({
  id: z.string().min(1),
  /** The requirement above; `null` at the top. */
  parent: z.string().nullable(),
  /** Our own short title, never the standard's sentence. */
  title: textSchema,
  nature: z.enum(requirementNatures),
  /** Levels, baselines or profiles it belongs to; empty means all of them. */
  levels: z.array(z.string()),
  confidence: z.enum(confidences),
  /** How its publisher says that it is assessed; absent where the standard does not say. */
  assessed: z.enum(assessmentWays).optional(),
  /**
   * `true` where it asks something of its own though others stand below it; absent, such a one is a heading. `false`
   * where nothing stands below it and it asks nothing, such as a risk that another requirement answers.
   */
  asks: z.boolean().optional(),
});

/** One entry of a standard's tree. `Id` stays literal, so that a link to an unknown one does not compile. */
export type Requirement<Id extends string = string> = Readonly<
  Omit<z.output<typeof requirementSchema>, 'id' | 'levels'> & {
    readonly id: Id;
    readonly levels: readonly string[];
  }
>;

export const editionSchema = z.object({
  /** The edition as its publisher writes it. */
  version: wordingSchema,
  publisher: wordingSchema,
  /** Year, month or day of publication, as far as it is known, ISO 8601. */
  published: z.string(),
  status: z.enum(['in-force', 'retired']),
  /** Day on which it was retired, ISO 8601; absent when in force or not known. */
  retiredOn: z.string().optional(),
  /** Id of the framework that took its place. */
  supersededBy: z.string().optional(),
  /** Where the ids were taken from. */
  source: wordingSchema,
});

/** Which edition of a standard this is, and whether it is still in force. */
export type Edition = Readonly<z.output<typeof editionSchema>>;

/** A level, baseline or profile, and which levels it includes. */
export interface FrameworkLevel {
  readonly id: string;
  readonly title: Text;
  /** Levels whose requirements are judged when this one is chosen, itself among them. */
  readonly includes: readonly string[];
  /** What a person who chooses it must know; absent when its requirements say all. */
  readonly note?: Text;
}

export const frameworkChangeSchema = z.object({
  requirement: z.string(),
  /** `unlinked`: the requirement stands, and the control named no longer gives evidence for it. */
  change: z.enum(['added', 'omitted', 'unlinked']),
  control: z.string().optional(),
  reason: z.string(),
  by: z.string(),
});

/** What a framework changed in the one that it extends, why, and who decided it. */
export type FrameworkChange = Readonly<z.output<typeof frameworkChangeSchema>>;

/** A standard: its tree of requirements, its edition and its levels. */
export interface Framework<Id extends string = string> {
  readonly id: string;
  readonly title: Text;
  /** What a reader of any of its reports must know, such as that its numbers are not the standard's own. */
  readonly note?: Text;
  readonly edition: Edition;
  readonly levels: readonly FrameworkLevel[];
  /** The level taken when none is named; absent means everything. */
  readonly defaultLevel?: string;
  /** Other spellings a person may type, each with what is to be said about it. */
  readonly aliases: Readonly<Record<string, Text>>;
  readonly requirements: readonly Requirement<Id>[];
  /** The framework that this one extends, by id; absent for one that stands by itself. */
  readonly extends?: string;
  /** What it changed in that one, in the order in which it was written. */
  readonly changes?: readonly FrameworkChange[];
}

/** The id of any requirement of a framework, as a literal type. */
export type RequirementIdOf<F extends Framework> = F['requirements'][number]['id'];

/** Words that an author may write as one string. */
type Worded<T, Key extends keyof T> = Omit<T, Key> & { readonly [Each in Key]: Wording };

/** A requirement as its author writes it. */
export type RequirementDefinition<Id extends string = string> = Worded<Requirement<Id>, 'title'>;

const withTitle = <T extends { readonly title: Text }>(definition: Worded<T, 'title'> | T): T =>
  // Nothing else of it is changed; those that come with this package are kept as they are.
  (typeof definition.title === 'string'
    ? { ...definition, title: inBoth(definition.title) }
    : definition) as T;

/**
 * Defines a framework and holds its tree together. Titles and notes are one string, or one for each language.
 *
 * @throws PlimsollError `framework-invalid` when an id stands twice, or a parent or a level does not exist
 */
export function defineFramework<const Id extends string>(definition: {
  id: string;
  title: Wording;
  note?: Wording;
  edition: Edition;
  levels?: readonly Worded<FrameworkLevel, 'title'>[];
  defaultLevel?: string;
  aliases?: Readonly<Record<string, Wording>>;
  requirements: readonly RequirementDefinition<Id>[];
  extends?: string;
  changes?: readonly FrameworkChange[];
}): Framework<Id> {
  const { note, levels = [], aliases = {}, requirements, ...rest } = definition;
  const spellings = Object.entries(aliases).map(([name, said]) => [name, inBoth(said)] as const);
  const framework: Framework<Id> = {
    ...rest,
    title: inBoth(definition.title),
    ...(note === undefined ? {} : { note: inBoth(note) }),
    levels: levels.map((each) => withTitle<FrameworkLevel>(each)),
    aliases: Object.fromEntries(spellings),
    requirements: requirements.map((each) => withTitle<Requirement<Id>>(each)),
  };
  const problems = problemsOf(framework);
  if (problems.length === 0) return framework;
  throw new PlimsollError(
    'framework-invalid',
    text(
      `The framework ${JSON.stringify(definition.id)} is inconsistent: ${problems.map(({ en }) => en).join('; ')}.`,
      `框架 ${JSON.stringify(definition.id)} 自相矛盾：${problems.map(({ zh }) => zh).join('；')}。`,
    ),
    {
      hint: text(
        'Each id must occur once, below a parent that exists, at levels that exist.',
        '每个 id 应只出现一次，其上级应存在，其级别也应存在。',
      ),
    },
  );
}

function problemsOf(framework: Framework): readonly Text[] {
  const problems: Text[] = [];
  const ids = new Set<string>();
  for (const { id } of framework.requirements) {
    if (ids.has(id)) problems.push(text(`${id} occurs twice`, `${id} 出现两次`));
    ids.add(id);
  }
  const levels = new Set(framework.levels.map((level) => level.id));
  for (const requirement of framework.requirements) {
    const { id, parent } = requirement;
    if (parent !== null && !ids.has(parent)) {
      problems.push(
        text(
          `${id} is below ${parent}, which does not exist`,
          `${id} 位于 ${parent} 之下，而后者不存在`,
        ),
      );
    }
    for (const level of requirement.levels) {
      if (!levels.has(level)) {
        problems.push(
          text(
            `${id} is at level ${level}, which is not defined`,
            `${id} 处于级别 ${level}，而该级别未定义`,
          ),
        );
      }
    }
  }
  const { defaultLevel } = framework;
  if (defaultLevel !== undefined && !levels.has(defaultLevel)) {
    problems.push(
      text(`the default level ${defaultLevel} is not defined`, `默认级别 ${defaultLevel} 未定义`),
    );
  }
  return problems;
}

/**
 * The requirements that a level asks for, all of them when none is named.
 *
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export function requirementsAt(
  framework: Framework,
  levelId: string | undefined,
): readonly Requirement[] {
  if (levelId === undefined) return framework.requirements;
  const level = framework.levels.find((each) => each.id === levelId);
  if (!level) {
    const known = framework.levels.map((each) => `${framework.id}@${each.id}`);
    throw new PlimsollError(
      'framework-unknown',
      text(`${framework.id} has no level ${levelId}.`, `${framework.id} 没有级别 ${levelId}。`),
      {
        hint:
          known.length > 0
            ? text(
                `The framework has: ${known.join(', ')}.`,
                `该框架的级别有：${known.join('、')}。`,
              )
            : text('The framework has no levels: leave out the @.', '该框架没有级别：请去掉 @。'),
      },
    );
  }
  return framework.requirements.filter(
    ({ levels }) => levels.length === 0 || levels.some((each) => level.includes.includes(each)),
  );
}

/** What a reader must know of a framework, and of the level that is chosen; nothing when all is plain. */
export function notesOf(
  framework: Omit<Framework, 'requirements'>,
  levelId: string | undefined,
): readonly Text[] {
  const level = framework.levels.find((each) => each.id === levelId);
  return [framework.note, level?.note].filter((note) => note !== undefined);
}
