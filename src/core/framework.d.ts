import { z } from 'zod';
import { type Text } from './text.ts';
/** Who must do something about a requirement; `outside` is what no container platform can show. */
export declare const requirementNatures: readonly ["technical", "organisational", "outside"];
/**
 * How far an id and its place can be trusted: seen at its source, computed from what was seen, not
 * seen, or from general knowledge of the standard. Anything but `verified` is for the reader to check.
 */
export declare const confidences: readonly ["verified", "derived", "unverified", "knowledge"];
export declare const requirementSchema: z.ZodObject<{
    id: z.ZodString;
    parent: z.ZodNullable<z.ZodString>;
    title: z.ZodObject<{
        en: z.ZodString;
        zh: z.ZodString;
    }, z.core.$strip>;
    nature: z.ZodEnum<{
        technical: "technical";
        organisational: "organisational";
        outside: "outside";
    }>;
    levels: z.ZodArray<z.ZodString>;
    confidence: z.ZodEnum<{
        verified: "verified";
        derived: "derived";
        unverified: "unverified";
        knowledge: "knowledge";
    }>;
}, z.core.$strip>;
export type Requirement<Id extends string = string> = Readonly<Omit<z.output<typeof requirementSchema>, 'id' | 'levels'> & {
    readonly id: Id;
    readonly levels: readonly string[];
}>;
export declare const editionSchema: z.ZodObject<{
    version: z.ZodString;
    publisher: z.ZodString;
    published: z.ZodString;
    status: z.ZodEnum<{
        "in-force": "in-force";
        retired: "retired";
    }>;
    retiredOn: z.ZodOptional<z.ZodString>;
    supersededBy: z.ZodOptional<z.ZodString>;
    source: z.ZodString;
}, z.core.$strip>;
export type Edition = Readonly<z.output<typeof editionSchema>>;
/** A level, baseline or profile, and which levels it includes. */
export interface Level {
    readonly id: string;
    readonly title: Text;
    /** Levels whose requirements are judged when this one is chosen, itself among them. */
    readonly includes: readonly string[];
}
/** A standard: its tree of requirements, its edition and its levels. */
export interface Framework<Id extends string = string> {
    readonly id: string;
    readonly title: Text;
    readonly edition: Edition;
    readonly levels: readonly Level[];
    /** The level taken when none is named; absent means everything. */
    readonly defaultLevel?: string;
    /** Other spellings a person may type, each with what is to be said about it. */
    readonly aliases: Readonly<Record<string, Text>>;
    readonly requirements: readonly Requirement<Id>[];
}
/** The id of any requirement of a framework, as a literal type. */
export type RequirementIdOf<F extends Framework> = F['requirements'][number]['id'];
/**
 * Defines a framework and holds its tree together.
 *
 * @throws PlimsollError `framework-invalid` when an id stands twice, or a parent or a level does not exist
 */
export declare function defineFramework<const Id extends string>(definition: {
    id: string;
    title: Text;
    edition: Edition;
    levels?: readonly Level[];
    defaultLevel?: string;
    aliases?: Readonly<Record<string, Text>>;
    requirements: readonly Requirement<Id>[];
}): Framework<Id>;
/**
 * The requirements that a level asks for, all of them when none is named.
 *
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export declare function requirementsAt(framework: Framework, levelId: string | undefined): readonly Requirement[];
