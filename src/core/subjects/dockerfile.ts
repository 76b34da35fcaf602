import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { parsedCommand } from '../facts/parsed-command.ts';
import {
  classifiedValue,
  healthCheck,
  inlineWaiver,
  labels,
  valueClass,
} from '../facts/shared-facts.ts';

/** Which stage an instruction stands in, and whether the image that is built has what it does. */
const placed = {
  /** Counted from 0, in the order of the file. */
  stage: z.number().int().nonnegative(),
  /** Whether the last stage is this one or is built on it. */
  final: z.boolean(),
  /** Whether it is run by builds upon the image (ONBUILD) and not by this one. */
  trigger: z.boolean(),
};

/** Where an instruction begins. */
const line = z.number().int().positive().optional();

const variable = classifiedValue.extend({
  ...placed,
  /** Keyed hash of a value that was dropped, equal for equal values within one snapshot; `null` when none was. */
  fingerprint: z.string().nullable(),
  /** Whether it stays in the image (`ENV`) or is there during the build alone (`ARG`). */
  instruction: z.enum(['ENV', 'ARG']),
  /**
   * As it stands in the file, where it is of a closed type and no secret; `null` when it was dropped, or when an ARG has no
   * default. One that has the name of a secret and no value in the file counts as a secret by the rule `secret-argument`:
   * the person who builds hands it in.
   */
  value: z.string().nullable(),
  /** The type of the value, also where that was dropped; `null` when there is none. Absent in snapshots of older releases. */
  class: valueClass.nullable().optional(),
  /**
   * Whether it switches off a check of what is fetched, as `GIT_SSL_NO_VERIFY=1` does. Absent of an ARG that has no value,
   * and in snapshots of older releases.
   */
  verificationOff: z.boolean().optional(),
});

const dockerfileSchema = z.object({
  /** As it was named. */
  path: z.string(),
  /** The image that reads the file, of `# syntax=`; `null` for the builder's own. */
  frontend: z.string().nullable(),
  /** The stages, in the order of the file. */
  stages: z.array(
    z.object({
      /** `null` when it has none. */
      name: z.string().nullable(),
      /** Whether it begins with an image, an earlier stage, or nothing. */
      from: z.enum(['image', 'stage', 'scratch']),
      /**
       * The places of the earlier stages that it is built on, several where the platform decides; absent where there are none, and
       * of snapshots of older releases.
       */
      parents: z.array(z.number().int().nonnegative()).optional(),
      /** Whether the last stage is this one or is built on it. */
      final: z.boolean(),
    }),
  ),
  /** Every image from elsewhere that the build takes in, arguments filled in by their defaults. */
  images: z.array(
    z.object({
      /** A gap where an argument without a default is in it. */
      reference: z.string(),
      /**
       * The same with `${NAME}` for an argument without a default, as `${REGISTRY}/app:1`; a gap where the tag or the digest
       * hangs on one. Absent of snapshots of older releases.
       */
      spelled: z.string().optional(),
      /** What it is taken in for: to build upon, to copy out of, or to mount in a `RUN`. */
      use: z.enum(['base', 'copy', 'mount']),
      ...placed,
    }),
  ),
  /** The user that the image starts as, `user[:group]`; `null` when no stage sets one. */
  user: z.string().nullable(),
  /**
   * The user with `${NAME}` for a variable that only the base may set, where `user` is a gap on account of one: `${APP_UID}`. Absent
   * otherwise, and of snapshots of older releases.
   */
  userSpelled: z.string().optional(),
  /** How the image says that a container is healthy. */
  healthCheck,
  /** Ports that the image says it listens on, as `80/tcp` or `8000-8010/tcp`; of `8080:80` the port of the container. */
  exposed: z.array(
    z.object({
      /** A port or a range of ports, with its protocol; a gap where it hangs on a variable or is no port. */
      port: z.string(),
      /** Whether the image that is built says so. */
      final: z.boolean(),
    }),
  ),
  /** Entrypoint and command of the image, secrets removed. */
  command: z.array(z.string()),
  /**
   * What containers run by themselves: entrypoint and command, the health check, and each that ONBUILD gives to images upon this
   * one; absent of snapshots of older releases.
   */
  starts: z
    .array(
      z.object({
        /** What has it run: entrypoint and command, the health check, a variable that a shell runs, or a file that a program does. */
        by: z.enum(['command', 'healthCheck', 'variable', 'file']),
        /** Whether it is of builds upon the image (ONBUILD). */
        trigger: z.boolean(),
        /** Its words, secrets removed; behind those of the shell that reads it, where one does. */
        words: z.array(z.string()),
        /** What it runs, as `runs` tells it, with what the build wrote into files that it starts. */
        commands: z.array(parsedCommand),
      }),
    )
    .optional(),
  /** Every `CMD`, `ENTRYPOINT` and `HEALTHCHECK` in which something looks like a secret, whether a later one replaces it or not. */
  secretCommands: z.array(
    z.object({
      /** Which of the three it is. */
      instruction: z.enum(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']),
      /** Rules that found it. */
      secretRules: z.array(z.string()),
      ...placed,
    }),
  ),
  /** Every `ENV` and `ARG`; a value is kept only where it is of a closed type. */
  variables: z.array(variable),
  /** Labels of the image, less those whose value looks like a secret. */
  labels,
  /** Every label in which something looks like a secret, of each stage, whether a later one replaces it or not. */
  secretLabels: z.array(classifiedValue),
  /** Every `RUN`, in the order of the file. */
  runs: z.array(
    z.object({
      /** The line of the file that it begins on, counted from 1; absent of snapshots of older releases. */
      line,
      /** Secrets removed, continued lines joined, heredocs as they stand. */
      script: z.string(),
      /**
       * What the script runs, in the order of the shell: commands in substitutions come right before the one that they stand in,
       * those that `sh -c` and a heredoc hand to a shell right behind it. Where something in it is not understood, a gap
       * behind the last says that there may be more. Absent of snapshots of older releases.
       */
      commands: z.array(parsedCommand).optional(),
      /** Rules that found something like a secret in it. */
      secretRules: z.array(z.string()),
      /** What reads the script: `sh`, `bash`, `powershell`, `python3`, … */
      shell: z.string(),
      /**
       * The folder that relative paths begin in: what each `WORKDIR` so far says of the one before, variables without a value as they
       * are written; `null` when there is none, and the base image says. Absent of snapshots of older releases.
       */
      folder: z.string().nullable().optional(),
      /** `default`, `none` or `host`. */
      network: z.string(),
      /** Whether it runs with every right (`--security=insecure`). */
      insecure: z.boolean(),
      /** What is mounted while it runs (`--mount`). */
      mounts: z.array(
        z.object({
          /** `bind`, `cache`, `tmpfs`, `secret` or `ssh`. */
          type: z.string(),
          /** Path in the container. */
          target: z.string(),
          /** The stage or the image that it shows; absent for the build's context, and of snapshots of older releases. */
          from: z.string().optional(),
          /** Path of what it shows there; absent for all of it. */
          source: z.string().optional(),
          /** What a cache is called where that is not its target; absent of any other, and of snapshots of older releases. */
          id: z.string().optional(),
          /** The variable that has a secret; absent where it is no more than a file, and of snapshots of older releases. */
          env: z.string().optional(),
        }),
      ),
      ...placed,
    }),
  ),
  /** Every `ADD` and `COPY`, in the order of the file. */
  copies: z.array(
    z.object({
      /** The line of the file that it begins on, counted from 1; absent of snapshots of older releases. */
      line,
      /** Which of the two it is; `ADD` unpacks archives and fetches addresses. */
      instruction: z.enum(['ADD', 'COPY']),
      /**
       * Paths, addresses, or `<<NAME` for a heredoc. Where an argument without a default is in one it is a gap, but in an
       * address the argument stands as `${NAME}`.
       */
      sources: z.array(z.string()),
      /** Path in the image, as it is written, with `${NAME}` for a variable that only the base may set; a gap where it hangs on an argument. */
      destination: z.string(),
      /** The folder that a relative destination begins in, as `runs` tells it; `null` when no `WORKDIR` says. */
      folder: z.string().nullable().optional(),
      /** What each heredoc among the sources writes, in their order; absent where there is none, and of snapshots of older releases. */
      heredocs: z
        .array(
          z.object({
            /** Lines of the form of an account’s, `name:password:number:`, without their passwords. */
            accounts: z.array(
              z.object({
                /** `null` where it hangs on a variable. */
                name: z.string().nullable(),
                /** What stands third; `null` where it hangs on a variable, or is no number. */
                number: z.string().nullable(),
                /** Whether nothing stands where its password belongs. */
                emptyPassword: z.boolean(),
              }),
            ),
            /** Whether it holds a setting that switches off a check of what is fetched. */
            verificationOff: z.boolean(),
            /** Whether it would have PAM let everybody in; absent where it would not, and of snapshots of older releases. */
            letsEverybodyIn: z.literal(true).optional(),
            /** Whether it may be a script that fetches over a network; absent of snapshots of older releases. */
            fetches: z.boolean().optional(),
          }),
        )
        .optional(),
      /** Stage or image that they are taken from; `null` for the build context. */
      from: z.string().nullable(),
      /** As it is written; `null` when none is. */
      mode: z.string().nullable(),
      /** The user and group of `--chown`; absent where it is not given, and of snapshots of older releases. */
      owner: z.string().optional(),
      /** What `--checksum` says that an address must hold, `sha256:…`; `null` when it says nothing. */
      checksum: z.string().nullable(),
      /** Whether an archive from an address is unpacked (`--unpack`); absent where it is not, and of snapshots of older releases. */
      unpack: z.literal(true).optional(),
      /** Rules that found something like a secret in the sources, or in what a heredoc writes. */
      secretRules: z.array(z.string()),
      /** Whether it is the first instruction upon an empty base that copies or runs anything. */
      rootOfScratch: z.boolean(),
      ...placed,
    }),
  ),
  /** Every `WORKDIR`, in the order of the file; absent of snapshots of older releases. */
  workingDirectories: z
    .array(
      z.object({
        /** The folder, upon the ones before it where it is relative; variables without a value as they are written. */
        path: z.string(),
        ...placed,
      }),
    )
    .optional(),
  /** Every `CMD`, `ENTRYPOINT` and `HEALTHCHECK` that a later one of its stage replaces; absent of snapshots of older releases. */
  replaced: z
    .array(
      z.object({
        /** Which of the three it is. */
        instruction: z.enum(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']),
        /** Counted from 0, in the order of the file. */
        stage: z.number().int().nonnegative(),
      }),
    )
    .optional(),
  /** Forms that still work and should not be used. */
  deprecated: z.array(
    z.object({
      /** Which form it is. */
      form: z.enum(['maintainer', 'space-for-equals', 'empty-continuation']),
    }),
  ),
  /** The folder around the file, which a build sends to the builder; a gap where it was not looked at. */
  context: z.object({
    /** The ignore file in force, `Dockerfile.dockerignore` or `.dockerignore`; `null` when there is none. */
    ignoreFile: z.string().nullable(),
    /** Files that look like secrets by their name and are not left out, at most three folders deep. */
    secrets: z.array(z.string()),
  }),
  /** Exceptions that stand in the file, `# plimsoll-waive: …`. */
  waivers: z.array(inlineWaiver),
});

/** The facts of a Dockerfile, before they are made read-only; an interface, so that declarations name it. */
export interface Dockerfile extends z.output<typeof dockerfileSchema> {}

/** One build file, its stages resolved: what the last one is and inherits makes the image. */
export const dockerfile: SubjectKind<'dockerfile', Dockerfile> = defineSubject({
  kind: 'dockerfile',
  label: { en: 'Dockerfile', zh: 'Dockerfile' },
  schema: dockerfileSchema,
});

/** The facts of a Dockerfile, as a check sees them. */
export type DockerfileFacts = FactsOf<typeof dockerfile>;
