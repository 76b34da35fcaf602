import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from './subject.ts';
import { fileFact, instant } from './shared.ts';
import { certificateFact } from './tls.ts';

/** `null` means that the host has no such file. */
const optionalFile = fileFact.nullable();

const auditWatch = z.object({
  /** Where links lead to, as the kernel watches it; its own name is kept. */
  path: z.string(),
  /** Any of r, w, x and a; `''` for a rule that is narrower than any of them. */
  permissions: z.string(),
  /** File that it was read from. */
  file: z.string(),
  /** Line of the file, from 1. */
  line: z.number().int().positive(),
});

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

const hostSchema = z.object({
  /** The distribution, by its os-release. */
  os: z.object({
    /** As os-release writes it: `debian`, `flatcar`, … */
    id: z.string(),
    /** As os-release writes it, `12`. */
    version: z.string(),
    /** For people, `Debian GNU/Linux 12 (bookworm)`. */
    name: z.string(),
    /** Whether this is a system made for containers only: CoreOS, Flatcar, Bottlerocket, … */
    containerOs: z.boolean(),
  }),
  /** The kernel that runs, and the newest that is installed. */
  kernel: z.object({
    /** Release that runs now. */
    running: z.string(),
    /** Releases that are installed, oldest first; empty when the system keeps none in the usual places. */
    installed: z.array(z.string()),
  }),
  /** What is mounted on the host, as the kernel lists it. */
  mounts: z.array(
    z.object({
      /** Path that it is mounted at. */
      mountPoint: z.string(),
      /** Type of the file system, `ext4`. */
      fileSystem: z.string(),
      /** Device or other source, as the kernel writes it. */
      source: z.string(),
      /** Options in force, one by one. */
      options: z.array(z.string()),
    }),
  ),
  /** Security modules of the kernel. */
  security: z.object({
    /** Security modules of the kernel, in their order. */
    modules: z.array(z.string()),
    /** Whether AppArmor is in force. */
    apparmor: z.enum(['absent', 'disabled', 'enabled']),
    /** Whether SELinux refuses (`enforcing`) or only tells (`permissive`). */
    selinux: z.enum(['absent', 'disabled', 'permissive', 'enforcing']),
    /** How far the kernel is locked against root; `null` when it has no lockdown. */
    lockdown: z.enum(['none', 'integrity', 'confidentiality']).nullable(),
    /** Whether only modules with a valid signature are loaded; `null` when this kernel checks none. */
    moduleSignatures: z.boolean().nullable(),
  }),
  /** Version of control groups: 1 or 2. */
  cgroupVersion: z.number().int().min(1).max(2),
  /** Kernel parameters that matter to containers, by name; a missing one is not known to this kernel. */
  sysctls: z.record(z.string(), z.string()),
  /** Groups of the group file; those of a directory service are not in it. */
  groups: z.array(
    z.object({
      /** As the group file writes it. */
      name: z.string(),
      /** Numeric group id. */
      gid: z.number().int().nonnegative(),
      /** Members from the group file, and those whose primary group it is, sorted. */
      members: z.array(z.string()),
    }),
  ),
  /** Accounts of the passwd file; those of a directory service are not in it. */
  accounts: z.array(
    z.object({
      /** As the passwd file writes it. */
      name: z.string(),
      /** Numeric user id; 0 is root. */
      uid: z.number().int().nonnegative(),
      /** Numeric id of its primary group. */
      gid: z.number().int().nonnegative(),
    }),
  ),
  /** Numbers that accounts may map users and groups of their namespaces to; empty where no file gives any. */
  subordinateIds: z.object({
    /** Ranges of user ids, from /etc/subuid. */
    users: z.array(subordinateRange),
    /** Ranges of group ids, from /etc/subgid. */
    groups: z.array(subordinateRange),
  }),
  /** What sudo lets whom do, by its files. */
  sudo: z.object({
    /** Rules of sudo that let somebody run something. */
    rules: z.array(
      z.object({
        /** User or `%group` the rule is for, aliases replaced by what they stand for. */
        user: z.string(),
        /** Commands it allows, aliases replaced by what they stand for. */
        commands: z.array(z.string()),
        /** Whether no password is asked, by a tag of the rule or by a default. */
        noPassword: z.boolean(),
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
  }),
  /** Where DOCKER_CONTENT_TRUST is set for all who log in; empty when nowhere. */
  contentTrust: z.array(
    z.object({
      /** File that sets it. */
      file: z.string(),
      /** Line of the file, from 1. */
      line: z.number().int().positive(),
      /** Whether it is switched on there. */
      enabled: z.boolean(),
    }),
  ),
  /** What the kernel's audit records. */
  audit: z.object({
    /** Watches that the kernel has loaded, or else those in the rule files. */
    watches: z.array(auditWatch),
    /** Watches that the rule files ask for, whatever is loaded; empty where there are none. */
    configured: z.array(auditWatch),
    /** Whether the watches are what the kernel has loaded (`loaded`) or only what files say (`files`). */
    state: z.enum(['loaded', 'files', 'absent']),
    /** Whether the rules stay as they are until the next boot (`-e 2`), by the kernel or else by the files. */
    locked: z.boolean(),
    /** Whether a daemon takes the kernel's records, by the kernel or else by the host's own processes. */
    daemonRunning: z.boolean(),
  }),
  /** Where the host's own log goes. */
  logging: z.object({
    /** Programs that take the host's log and run now, outside any container; sorted. */
    services: z.array(z.string()),
    /** The usual plain files of a system log, as far as they are there; empty where the journal has it all. */
    plainFiles: z.array(z.string()),
    /** Whether logrotate is set up. */
    rotated: z.boolean(),
    /** When logrotate last ran; `null` when nothing shows that it ever did. */
    lastRotation: instant.nullable(),
  }),
  /** What keeps the host's clock. */
  clock: z.object({
    /** Time services that start with the host, by unit; empty when none does. */
    enabled: z.array(z.string()),
    /** Programs that keep the clock and run now, outside any container; sorted. */
    running: z.array(z.string()),
    /** When one of them last set or measured the clock; `null` when nothing shows that it ever did. */
    lastSet: instant.nullable(),
  }),
  /** The host's own network. */
  network: z.object({
    /** Interfaces but loopback, with what the kernel does, its settings for all interfaces counted in. */
    interfaces: z.array(
      z.object({
        /** As the kernel calls it, `eth0`. */
        name: z.string(),
        /** Whether it takes ICMP redirects. */
        acceptsRedirects: z.boolean(),
        /** Whether it sends ICMP redirects. */
        sendsRedirects: z.boolean(),
        /** Whether it takes packets that name their own route. */
        acceptsSourceRoutes: z.boolean(),
        /** How the sender of a packet is checked against the routes. */
        reversePath: z.enum(['off', 'strict', 'loose']),
        /** False as well where there is no IPv6. */
        acceptsIpv6Redirects: z.boolean(),
      }),
    ),
    /** TCP sockets that listen in the host's network, but on loopback. */
    listeners: z.array(
      z.object({
        /** `0.0.0.0` and `::` are all interfaces. */
        address: z.string(),
        /** TCP port. */
        port: z.number().int().min(1).max(65_535),
      }),
    ),
  }),
  /** The file system that holds the engine's data; `null` when there is no data root. */
  dataRootSpace: z
    .object({
      /** Where it is mounted. */
      path: z.string(),
      /** Bytes. */
      size: z.number().nonnegative(),
      /** Bytes that are left to ordinary users. */
      free: z.number().nonnegative(),
      /** Files that it can hold; 0 means that it sets no number. */
      files: z.number().nonnegative(),
      /** Files that it can still hold; 0 as well where it sets no number. */
      freeFiles: z.number().nonnegative(),
    })
    .nullable(),
  /** Files whose owner and mode matter; `null` where there is none. */
  files: z.object({
    /** The unit docker.service. */
    dockerService: optionalFile,
    /** The unit docker.socket. */
    dockerSocketUnit: optionalFile,
    /** The unit containerd.service. */
    containerdService: optionalFile,
    /** The folder /etc/docker. */
    dockerDirectory: optionalFile,
    /** The configuration that the daemon was started with, daemon.json. */
    daemonConfig: optionalFile,
    /** The file /etc/default/docker. */
    dockerDefaults: optionalFile,
    /** The file /etc/sysconfig/docker. */
    dockerSysconfig: optionalFile,
    /** The configuration of containerd, config.toml. */
    containerdConfig: optionalFile,
    /** The socket at which the engine is commanded. */
    engineSocket: optionalFile,
    /** The socket at which containerd is commanded. */
    containerdSocket: optionalFile,
    /** Where containerd keeps the state of what runs. */
    containerdDirectory: optionalFile,
    /** The folder of the engine's data. */
    dataRoot: optionalFile,
    /** The certificate by which the engine knows its clients. */
    tlsCaCertificate: optionalFile,
    /** The certificate that the engine shows. */
    tlsServerCertificate: optionalFile,
    /** The key behind it. */
    tlsServerKey: optionalFile,
    /** The key with which root's own docker command line proves itself to an engine. */
    clientKey: optionalFile,
  }),
  /** Programs below the engine, in every place where systems keep them and where they run from. */
  programs: z.object({
    /** `containerd` itself. */
    containerd: z.array(fileFact),
    /** `containerd-shim`, of containerd 1 before it had versions of it. */
    containerdShim: z.array(fileFact),
    /** `containerd-shim-runc-v1`. */
    containerdShimRuncV1: z.array(fileFact),
    /** `containerd-shim-runc-v2`, and those of other runtimes. */
    containerdShims: z.array(fileFact),
    /** `runc` itself. */
    runc: z.array(fileFact),
  }),
  /** The files that say who an account is and what it may do, as far as they are there. */
  accountFiles: z.array(fileFact),
  /** Everything below /etc/docker/certs.d. */
  registryCertificates: z.array(fileFact),
  /** The certificates in those files, one by one; what is no certificate, as an engine takes it, is left out. */
  registryTrust: z.array(
    certificateFact.extend({
      /** File that it stands in. */
      path: z.string(),
      /** `authority`: a registry is known by it (`.crt`); `client`: the engine shows it to the registry (`.cert`). */
      use: z.enum(['authority', 'client']),
    }),
  ),
  /** Drop-ins of the docker and containerd units. */
  unitDropIns: z.array(fileFact),
});

/** The facts of a host, before they are made read-only; an interface, so that declarations name it. */
export interface Host extends z.output<typeof hostSchema> {}

/** One machine that runs containers, as its files tell. */
export const host: SubjectKind<'host', Host> = defineSubject({
  kind: 'host',
  label: { en: 'Host', zh: '宿主机' },
  schema: hostSchema,
});

/** The facts of a host, as a check sees them. */
export type HostFacts = FactsOf<typeof host>;
