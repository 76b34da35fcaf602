import { z } from 'zod';

const subordinateRange = z.object({
  /** Account that the numbers are for, by name or number, as written. */
  owner: z.string(),
  /** The first of the ids. */
  start: z.number().int().nonnegative(),
  /** How many ids; 0 is none. */
  count: z.number().int().nonnegative(),
  /** Line of the file, from 1. */
  line: z.number().int().positive(),
});

/** Groups of a host. */
export const groups = z.array(
  z.object({
    /** As the group file writes it. */
    name: z.string(),
    /** Numeric group id. */
    gid: z.number().int().nonnegative(),
    /** Members from the group file, and those whose primary group it is, sorted. */
    members: z.array(z.string()),
  }),
);

/** Accounts of a host. */
export const accounts = z.array(
  z.object({
    /** As the passwd file writes it. */
    name: z.string(),
    /** Numeric user id; 0 is root. */
    uid: z.number().int().nonnegative(),
    /** Numeric id of its primary group. */
    gid: z.number().int().nonnegative(),
    /** What is started where it logs in; `''` is /bin/sh. Absent in snapshots of older releases. */
    shell: z.string().optional(),
  }),
);

/** Passwords of accounts, without anything of what they are. */
export const passwords = z.object({
  /** Accounts of the passwd file. */
  accounts: z.array(
    z.object({
      /** As the passwd file writes it. */
      name: z.string(),
      /** `none`: it is let in without one; `locked`: none is right; `set`: there is one. */
      state: z.enum(['none', 'locked', 'set']),
      /** Number of days after which it must be changed; `null` is never. */
      maxDays: z.number().int().nonnegative().nullable(),
    }),
  ),
  /** Number of days that new accounts get for it; `null` is never. */
  newMaxDays: z.number().int().nonnegative().nullable(),
});

/** What accounts may map into user namespaces. */
export const subordinateIds = z.object({
  /** Ranges of user ids, from /etc/subuid. */
  users: z.array(subordinateRange),
  /** Ranges of group ids, from /etc/subgid. */
  groups: z.array(subordinateRange),
});

/** What sudo lets whom do, and what it writes down of it. */
export const sudo = z.object({
  /** Rules of sudo that let somebody run something. */
  rules: z.array(
    z.object({
      /** User or `%group` the rule is for, with aliases expanded. */
      user: z.string(),
      /** Commands it allows, with aliases expanded. */
      commands: z.array(z.string()),
      /** Whether no password is asked, by a tag of the rule or by a default. */
      noPassword: z.boolean(),
      /** `false` where it lets commands run as other users alone; absent where one may run as root. */
      asRoot: z.literal(false).optional(),
      /** Those users, by name; none where commands run as the user's own. Absent where one may run as root. */
      asUsers: z.array(z.string()).optional(),
      /** Groups that a command may run with, by name. Absent where one may run as root. */
      asGroups: z.array(z.string()).optional(),
      /** `true` where the password of root is asked for in place of one's own; absent where one's own is. */
      rootPassword: z.literal(true).optional(),
      /** File that it stands in. */
      file: z.string(),
      /** Line of the file, from 1. */
      line: z.number().int().positive(),
    }),
  ),
  /** Where commands are logged besides syslog; `''` when nowhere. */
  logFile: z.string(),
  /** Whether sudo's own log to syslog was switched off. */
  syslogDisabled: z.boolean(),
  /** Whether what commands print is recorded for everyone. */
  outputLogged: z.boolean(),
  /** Whether commands that are allowed were taken out of the log, for anyone. */
  allowedUnlogged: z.boolean(),
});
