// package.json
var version = "0.1.0";

// src/core/catalog.ts
import { z } from "zod";

// src/core/errors.ts
var PlimsollError = class extends Error {
  name = "PlimsollError";
  /** What happened, for programs. */
  code;
  /** The next thing to do, as one sentence or one command; empty when there is none. */
  hint;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? "";
  }
};

// src/core/catalog.ts
function defineCatalog(definition) {
  const { id, version: version2, controls } = definition;
  const places = placesOf(`catalog ${JSON.stringify(id)}`, controls, {});
  return { id, version: version2, controls, parameters: {}, severities: {}, lineage: [], places };
}
function parametersOf(catalog, control) {
  return parseParams(control, catalog.parameters[control.id] ?? {});
}
function parseParams(control, input) {
  const known = Object.keys(control.params.shape);
  const parsed2 = control.params.strict().safeParse(input);
  if (parsed2.success) return parsed2.data;
  throw new PlimsollError(
    "parameters-invalid",
    `The parameters of ${control.id} are not valid: ${z.prettifyError(parsed2.error)}`,
    { hint: known.length > 0 ? `It has: ${known.join(", ")}.` : "It has no parameters." }
  );
}
function placesOf(place, controls, known) {
  const places = {};
  for (const [at, control] of controls.entries()) {
    const here = `${place}, control ${at + 1}`;
    const there = places[control.id] ?? known[control.id];
    if (there !== void 0) {
      throw new PlimsollError(
        "catalog-duplicate-control",
        `The control ${control.id} stands twice: in ${there}, and in ${here}.`,
        { hint: "Give one of them another id, or omit the first with a reason." }
      );
    }
    places[control.id] = here;
  }
  return places;
}

// src/core/control.ts
import { z as z3 } from "zod";

// src/core/text.ts
import { z as z2 } from "zod";
var textSchema = z2.object({ en: z2.string().min(1), zh: z2.string().min(1) });
var text = (en, zh) => ({ en, zh });
function joinTexts(texts) {
  return {
    en: texts.map((part) => part.en).join("; "),
    zh: texts.map((part) => part.zh).join("\uFF1B")
  };
}

// src/core/verdict.ts
function verdict(status, message) {
  return message === void 0 ? { status } : { status, message };
}
var pass = (message) => verdict("pass", message);
var fail = (message) => verdict("fail", message);
var unknown = (message) => verdict("unknown", message);
var notApplicable = (reason) => verdict("not-applicable", reason);
var conjunctionOrder = ["fail", "error", "unknown", "pass", "not-applicable"];
var disjunctionOrder = ["pass", "error", "unknown", "fail", "not-applicable"];
var shownMessages = 5;
function summarise(all2) {
  const messages = [...new Map(all2.map((message) => [message.en, message])).values()];
  if (messages.length === 0) return void 0;
  const more = messages.length - shownMessages;
  const shown2 = messages.slice(0, shownMessages);
  if (more > 0) shown2.push(text(`and ${more} more`, `\u53E6\u6709 ${more} \u9879`));
  return joinTexts(shown2);
}
function decide(verdicts, order) {
  for (const status of order) {
    const deciding = verdicts.filter((each2) => each2.status === status);
    if (deciding.length > 0) {
      const messages = deciding.flatMap((each2) => each2.message ? [each2.message] : []);
      return verdict(status, summarise(messages));
    }
  }
  return pass();
}
var conjunction = (verdicts) => decide(verdicts, conjunctionOrder);
var disjunction = (verdicts) => verdicts.length === 0 ? fail() : decide(verdicts, disjunctionOrder);
function negation(of) {
  if (of.status === "pass") return verdict("fail", of.message);
  if (of.status === "fail") return verdict("pass", of.message);
  return of;
}

// src/core/control.ts
var severities = ["critical", "high", "medium", "low"];
var wordsSchema = z3.object({
  id: z3.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be in kebab-case"),
  severity: z3.enum(severities),
  title: textSchema,
  rationale: textSchema,
  remediation: textSchema,
  references: z3.array(z3.url({ protocol: /^https$/ })).min(1, "must name at least one source")
});
function defineControl(definition) {
  const words = wordsSchema.safeParse(definition);
  if (!words.success) {
    throw new PlimsollError(
      "control-invalid",
      `The control ${JSON.stringify(definition.id)} is not complete: ${z3.prettifyError(words.error)}`,
      { hint: "Every control has an id, both languages and at least one https reference." }
    );
  }
  const params = definition.params ?? z3.object({});
  const defaults = params.safeParse({});
  if (!defaults.success) {
    throw new PlimsollError(
      "control-invalid",
      `A parameter of the control ${JSON.stringify(definition.id)} has no default: ${z3.prettifyError(defaults.error)}`,
      { hint: "Give each parameter a default with .default(\u2026)." }
    );
  }
  return { ...definition, params };
}

// src/core/subjects/engine.ts
import { z as z8 } from "zod";

// src/core/subject.ts
import { z as z6 } from "zod";

// src/core/gap.ts
import { z as z5 } from "zod";

// src/core/source.ts
import { z as z4 } from "zod";
var sourceSchema = z4.discriminatedUnion("kind", [
  z4.object({ kind: z4.literal("api"), endpoint: z4.string(), pointer: z4.string() }),
  z4.object({
    kind: z4.literal("file"),
    path: z4.string(),
    line: z4.number().int().positive().optional(),
    column: z4.number().int().positive().optional()
  }),
  z4.object({ kind: z4.literal("command"), command: z4.string() }),
  z4.object({ kind: z4.literal("probe"), address: z4.string(), what: z4.string() })
]);
var sourceMapSchema = z4.record(z4.string(), sourceSchema);
var parsed = /* @__PURE__ */ new WeakMap();
function entriesOf(map) {
  let entries = parsed.get(map);
  if (entries === void 0) {
    entries = Object.entries(map).map(([path, source]) => ({ segments: path.split("/").slice(1), source })).sort((a2, b) => b.segments.length - a2.segments.length);
    parsed.set(map, entries);
  }
  return entries;
}
function fill(source, id, wildcards) {
  const withId = (value) => value.replaceAll("{id}", () => id);
  if (source.kind === "file") return { ...source, path: withId(source.path) };
  if (source.kind !== "api") return source;
  let next = 0;
  const pointer = source.pointer.split("/").map((segment) => segment === "*" ? wildcards[next++] ?? "*" : segment).join("/");
  return { kind: "api", endpoint: withId(source.endpoint), pointer };
}
function findSource(map, path, id) {
  const segments = path.split("/").slice(1);
  for (const entry of entriesOf(map)) {
    if (entry.segments.length > segments.length) continue;
    if (entry.segments.every((part, at) => part === "*" || part === segments[at])) {
      const wildcards = segments.filter((_, at) => entry.segments[at] === "*");
      return fill(entry.source, id, wildcards);
    }
  }
  return void 0;
}
var pointerSegment = (key2) => key2.replaceAll("~", "~0").replaceAll("/", "~1");

// src/core/gap.ts
var gapReasons = ["denied", "unavailable", "timeout", "malformed", "unsupported"];
var gapSchema = z5.object({
  /** JSON Pointer into the subject's facts; `''` is the whole subject. */
  path: z5.string(),
  reason: z5.enum(gapReasons),
  /** What was tried and what came back; never a secret. */
  detail: z5.string(),
  source: sourceSchema.optional()
});
var populationGapSchema = z5.object({
  target: z5.string(),
  /** The kind that could not be listed; `null` means every kind of the target. */
  kind: z5.string().nullable(),
  reason: z5.enum(gapReasons),
  detail: z5.string(),
  source: sourceSchema.optional()
});

// src/core/subject.ts
function defineSubject(definition) {
  if (!/^[a-z][a-z0-9-]*$/.test(definition.kind)) {
    throw new PlimsollError(
      "subject-invalid",
      `The subject kind ${JSON.stringify(definition.kind)} is not in kebab-case.`,
      { hint: "Use lower-case letters, digits and hyphens, starting with a letter." }
    );
  }
  return definition;
}
var subjectRefSchema = z6.object({
  kind: z6.string(),
  /** Stable within the target: a container id, an image digest, a Compose service's name. */
  id: z6.string(),
  /** For people only; nothing is ever decided by it. */
  name: z6.string(),
  /** The target it was read from, as {@link Target} names it. */
  target: z6.string()
});
var subjectSchema = subjectRefSchema.extend({
  /** Facts of the kind's schema, less what a gap covers. */
  facts: z6.record(z6.string(), z6.unknown()),
  gaps: z6.array(gapSchema),
  /** Names the entry of the snapshot's `origins` that tells where this subject's facts were read. */
  origin: z6.string().optional(),
  /** Sources of single facts, by path; they win over the origin's. */
  sources: z6.record(z6.string(), sourceSchema).optional()
});

// src/core/subjects/shared.ts
import { z as z7 } from "zod";
var instant = z7.iso.datetime({ precision: null });
var labels = z7.record(z7.string(), z7.string());
var classifiedValue = z7.object({
  name: z7.string(),
  /** Whether the value looks like a secret. */
  secret: z7.boolean(),
  /** The rule that said so; `null` when none did. */
  rule: z7.string().nullable(),
  /** Keyed hash of a secret's value, equal for equal values within one snapshot; `null` when not secret. */
  fingerprint: z7.string().nullable()
});
var user = z7.object({
  /** As configured, `user[:group]`; `''` means that nothing was set, which is root. */
  configured: z7.string(),
  /** The name, where it is known; `null` where only a number is. */
  name: z7.string().nullable(),
  /** Numeric user id; `null` when a name could not be resolved to one. */
  uid: z7.number().int().nonnegative().nullable(),
  /** Numeric group id; `null` when none was set or it could not be resolved. */
  gid: z7.number().int().nonnegative().nullable()
});
var healthCheck = z7.object({
  state: z7.enum(["absent", "disabled", "set"]),
  /** The command, secrets removed; empty unless `set`. */
  test: z7.array(z7.string()),
  /** Seconds between checks; `null` means the engine's default (30 s). */
  intervalSeconds: z7.number().nonnegative().nullable()
});
var setting = (schema) => z7.object({
  effective: schema,
  /** As a flag or daemon.json says; `null` when neither mentions it. */
  configured: schema.nullable()
});
var fileFact = z7.object({
  path: z7.string(),
  type: z7.enum(["file", "directory", "socket", "symlink", "other"]),
  /** Permission bits with setuid, setgid and sticky, as a number: 0o644 is 420. */
  mode: z7.number().int().min(0).max(4095),
  uid: z7.number().int().nonnegative(),
  gid: z7.number().int().nonnegative(),
  /** Names from the host's own passwd and group files; `null` when it has none for the number. */
  owner: z7.string().nullable(),
  group: z7.string().nullable()
});

// src/core/subjects/engine.ts
var listener = z8.object({
  /** Address that listens; `0.0.0.0` and `::` are all interfaces. */
  address: z8.string(),
  port: z8.number().int().min(1).max(65535),
  /**
   * What a client without a certificate met: `none` an API in the clear, `server` TLS that let it in,
   * `mutual` TLS that refused it.
   */
  tls: z8.enum(["none", "server", "mutual"])
});
var engine = defineSubject({
  kind: "engine",
  label: { en: "Engine", zh: "\u5BB9\u5668\u5F15\u64CE" },
  schema: z8.object({
    product: z8.enum(["docker", "podman", "other"]),
    version: z8.string(),
    apiVersion: z8.string(),
    os: z8.string(),
    architecture: z8.string(),
    kernelVersion: z8.string(),
    /** When this release was built; `null` when the engine does not say. */
    builtAt: instant.nullable(),
    rootless: z8.boolean(),
    userNamespaces: z8.boolean(),
    dataRoot: z8.string(),
    storage: z8.object({
      driver: z8.string(),
      /** The driver's own account, as pairs in its words. */
      status: z8.array(z8.object({ name: z8.string(), value: z8.string() }))
    }),
    cgroup: z8.object({ version: z8.number().int().min(1).max(2), driver: z8.string() }),
    security: z8.object({
      apparmor: z8.boolean(),
      selinux: z8.boolean(),
      /** `builtin` or `default`, `unconfined`, the path of a profile, or `''` when the engine has no seccomp. */
      seccomp: z8.string()
    }),
    experimental: setting(z8.boolean()),
    liveRestore: setting(z8.boolean()),
    debug: setting(z8.boolean()),
    /** Level in force: debug, info, warn, error or fatal. A gap where the daemon's process cannot be read. */
    logLevel: setting(z8.string()),
    logDriver: setting(z8.string()),
    /** New containers may not gain privileges unless they say otherwise. */
    noNewPrivileges: setting(z8.boolean()),
    /** Whether the engine may write packet filter rules. */
    packetFilter: setting(z8.boolean()),
    /** Whether a process of the engine relays published ports. */
    userlandProxy: setting(z8.boolean()),
    /** Default limits, as `name=soft:hard`; empty means the daemon's own. */
    defaultUlimits: setting(z8.array(z8.string())),
    /** `''` means the engine's default. */
    cgroupParent: setting(z8.string()),
    /** Traffic between containers of the default bridge. */
    interContainerTraffic: setting(z8.boolean()),
    registries: z8.object({
      /** Ranges reached without verification; the engine always lists loopback. */
      insecureRanges: z8.array(z8.string()),
      indexes: z8.array(z8.object({ name: z8.string(), secure: z8.boolean() })),
      mirrors: z8.array(z8.string())
    }),
    plugins: z8.object({
      authorization: z8.array(z8.string()),
      log: z8.array(z8.string()),
      network: z8.array(z8.string()),
      volume: z8.array(z8.string())
    }),
    swarm: z8.object({
      state: z8.enum(["inactive", "pending", "active", "error", "locked"]),
      /** Whether this node is a manager. */
      manager: z8.boolean(),
      nodeId: z8.string(),
      nodeAddress: z8.string()
    }),
    counts: z8.object({
      containers: z8.number().int().nonnegative(),
      running: z8.number().int().nonnegative(),
      paused: z8.number().int().nonnegative(),
      stopped: z8.number().int().nonnegative(),
      images: z8.number().int().nonnegative()
    }),
    /** What the engine itself complains of. */
    warnings: z8.array(z8.string()),
    /** TCP sockets that the daemon's own process listens on, Swarm's ports left out; a gap unless its /proc can be read. */
    listeners: z8.array(listener),
    /** The process that owns the API's socket; a gap where the host cannot be read. */
    process: z8.object({
      pid: z8.number().int().positive(),
      executable: z8.string(),
      startedAt: instant,
      /** Path of the configuration file it was started with. */
      configFile: z8.string()
    }),
    /** Authorization plugins, data root and other lists as flags and daemon.json name them, for comparison. */
    configured: z8.object({
      authorizationPlugins: z8.array(z8.string()),
      hosts: z8.array(z8.string()),
      /** Keys of daemon.json, in order; empty when there is no file. */
      fileKeys: z8.array(z8.string())
    })
  })
});

// src/core/subjects/host.ts
import { z as z9 } from "zod";
var optionalFile = fileFact.nullable();
var host = defineSubject({
  kind: "host",
  label: { en: "Host", zh: "\u5BBF\u4E3B\u673A" },
  schema: z9.object({
    os: z9.object({
      /** As os-release writes it: `debian`, `flatcar`, … */
      id: z9.string(),
      version: z9.string(),
      name: z9.string(),
      /** Whether this is a system made for containers only: CoreOS, Flatcar, Bottlerocket, … */
      containerOs: z9.boolean()
    }),
    kernel: z9.object({
      /** Release that runs now. */
      running: z9.string(),
      /** Releases that are installed, oldest first; empty when the system keeps none in the usual places. */
      installed: z9.array(z9.string())
    }),
    mounts: z9.array(
      z9.object({
        mountPoint: z9.string(),
        fileSystem: z9.string(),
        source: z9.string(),
        options: z9.array(z9.string())
      })
    ),
    security: z9.object({
      /** Security modules of the kernel, in their order. */
      modules: z9.array(z9.string()),
      apparmor: z9.enum(["absent", "disabled", "enabled"]),
      selinux: z9.enum(["absent", "disabled", "permissive", "enforcing"])
    }),
    cgroupVersion: z9.number().int().min(1).max(2),
    /** Kernel parameters that matter to containers, by name; a missing one is not known to this kernel. */
    sysctls: z9.record(z9.string(), z9.string()),
    groups: z9.array(
      z9.object({
        name: z9.string(),
        gid: z9.number().int().nonnegative(),
        /** Members from the group file, and those whose primary group it is, sorted. */
        members: z9.array(z9.string())
      })
    ),
    sudo: z9.object({
      rules: z9.array(
        z9.object({
          /** User, `%group` or alias the rule is for. */
          user: z9.string(),
          /** Commands it allows, as written. */
          commands: z9.array(z9.string()),
          /** Whether no password is asked. */
          noPassword: z9.boolean(),
          file: z9.string(),
          line: z9.number().int().positive()
        })
      ),
      /** Where commands are logged besides syslog; `''` when nowhere. */
      logFile: z9.string(),
      /** Whether sudo's own log to syslog was switched off. */
      syslogDisabled: z9.boolean()
    }),
    audit: z9.object({
      /** Watches that the kernel has loaded, or else those in the rule files. */
      watches: z9.array(
        z9.object({
          path: z9.string(),
          /** Any of r, w, x and a. */
          permissions: z9.string(),
          file: z9.string(),
          line: z9.number().int().positive()
        })
      ),
      /** Whether the watches are what the kernel has loaded (`loaded`) or only what files say (`files`). */
      state: z9.enum(["loaded", "files", "absent"])
    }),
    /** Files whose owner and mode matter; `null` where there is none. */
    files: z9.object({
      dockerService: optionalFile,
      dockerSocketUnit: optionalFile,
      containerdService: optionalFile,
      dockerDirectory: optionalFile,
      daemonConfig: optionalFile,
      dockerDefaults: optionalFile,
      dockerSysconfig: optionalFile,
      containerdConfig: optionalFile,
      engineSocket: optionalFile,
      containerdSocket: optionalFile,
      dataRoot: optionalFile,
      tlsCaCertificate: optionalFile,
      tlsServerCertificate: optionalFile,
      tlsServerKey: optionalFile
    }),
    /** Everything below /etc/docker/certs.d. */
    registryCertificates: z9.array(fileFact),
    /** Drop-ins of the docker and containerd units. */
    unitDropIns: z9.array(fileFact)
  })
});

// src/controls/host-paths.ts
function normalisePath(path) {
  const trimmed = path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
  return trimmed.replace(/^\/var\/run(?=\/|$)/, "/run").replace(/^\/(s?bin)(?=\/)/, "/usr/$1");
}
function isWithin(path, parent) {
  const one = normalisePath(path);
  const other = normalisePath(parent);
  return other === "/" ? one.startsWith("/") : one === other || one.startsWith(`${other}/`);
}

// src/controls/host/audit-watch.ts
var covers = ({ path: watched, permissions }, path) => isWithin(path, watched) && permissions.includes("w") && permissions.includes("a");
var auditWatches = (paths) => (h, ctx) => {
  const { watches, state } = h.audit;
  const open = paths(h, ctx).filter((path) => !watches.some((watch) => covers(watch, path)));
  if (open.length > 0) {
    return fail(
      text(
        `No audit rule records changes to ${open.join(", ")}`,
        `\u6CA1\u6709\u5BA1\u8BA1\u89C4\u5219\u8BB0\u5F55\u5BF9 ${open.join("\u3001")} \u7684\u66F4\u6539`
      )
    );
  }
  if (state !== "files") return true;
  return pass(
    text(
      "The rule files say so; what the kernel has loaded was not read",
      "\u4F9D\u636E\u89C4\u5219\u6587\u4EF6\u5224\u5B9A\uFF0C\u672A\u8BFB\u53D6\u5185\u6838\u4E2D\u5DF2\u52A0\u8F7D\u7684\u89C4\u5219"
    )
  );
};

// src/controls/host/host-audit-data-root.ts
var hostAuditDataRoot = defineControl({
  id: "host-audit-data-root",
  subject: host,
  severity: "medium",
  title: {
    en: "Changes to the engine\u2019s data are audited",
    zh: "\u5BA1\u8BA1\u5F15\u64CE\u6570\u636E\u76EE\u5F55\u7684\u66F4\u6539"
  },
  rationale: {
    en: "Below the data root lie the files of every container and volume. Whoever writes there directly changes what runs, past the engine, its log and its authorization plugins.",
    zh: "\u6570\u636E\u76EE\u5F55\u4E0B\u5B58\u653E\u7740\u6240\u6709\u5BB9\u5668\u548C\u5377\u7684\u6587\u4EF6\u3002\u76F4\u63A5\u5199\u5165\u8BE5\u76EE\u5F55\u5373\u53EF\u7ED5\u8FC7\u5F15\u64CE\u3001\u5F15\u64CE\u65E5\u5FD7\u548C\u6388\u6743\u63D2\u4EF6\uFF0C\u7BE1\u6539\u6B63\u5728\u8FD0\u884C\u7684\u5185\u5BB9\u3002"
  },
  remediation: {
    en: "Write \u201C-w /var/lib/docker -p wa -k docker\u201D (with the data root that docker info shows) into /etc/audit/rules.d/docker.rules and load it: augenrules --load.",
    zh: "\u5728 /etc/audit/rules.d/docker.rules \u4E2D\u5199\u5165\u201C-w /var/lib/docker -p wa -k docker\u201D\uFF08\u4EE5 docker info \u663E\u793A\u7684\u6570\u636E\u76EE\u5F55\u4E3A\u51C6\uFF09\uFF0C\u5E76\u52A0\u8F7D\uFF1Aaugenrules --load\u3002"
  },
  references: [
    "https://man7.org/linux/man-pages/man8/auditctl.8.html",
    "https://man7.org/linux/man-pages/man8/augenrules.8.html"
  ],
  applies: (_, ctx) => ctx.all(engine).length > 0 || notApplicable(text("No engine was found on this host", "\u672A\u5728\u672C\u673A\u53D1\u73B0\u5BB9\u5668\u5F15\u64CE")),
  check: auditWatches((_, ctx) => ctx.all(engine).map((e) => e.dataRoot))
});

// src/core/record.ts
var GapTouched = class extends Error {
  name = "GapTouched";
  gap;
  constructor(gap) {
    super(`This fact could not be read: ${gap.path || "the whole subject"} (${gap.reason}).`);
    this.gap = gap;
  }
};
var createRecorder = () => ({ reads: [], touches: 0, touched: [] });
var wholeValue = "\0value";
function branch(gaps) {
  if (gaps.length === 0) return void 0;
  const root = { gap: void 0, below: /* @__PURE__ */ new Map() };
  for (const gap of gaps) {
    let at = root;
    for (const segment of gap.path.split("/").slice(1)) {
      const key2 = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      let next = at.below.get(key2);
      if (next === void 0) at.below.set(key2, next = { gap: void 0, below: /* @__PURE__ */ new Map() });
      at = next;
    }
    at.gap ??= gap;
  }
  return root;
}
function touch(node, gap) {
  markGap(node.recorder, node.subject, gap);
  throw new GapTouched(gap);
}
function markGap(recorder, subject, gap) {
  recorder.touches += 1;
  recorder.touched.push({ subject, gap });
}
function firstGap(of) {
  if (of.gap) return of.gap;
  for (const next of of.below.values()) {
    const gap = firstGap(next);
    if (gap) return gap;
  }
  return void 0;
}
function enumerate(node) {
  if (node.gaps) {
    if (node.gaps.gap) touch(node, node.gaps.gap);
    for (const below of node.gaps.below.values()) if (below.gap) touch(node, below.gap);
  }
  node.recorder.reads.push(node, wholeValue);
}
function read(target, key2) {
  if (typeof key2 === "symbol") return Reflect.get(target, key2);
  const below = this.gaps?.below.get(key2);
  if (this.gaps?.gap) touch(this, this.gaps.gap);
  if (below?.gap) touch(this, below.gap);
  const value = Reflect.get(target, key2);
  if (typeof value === "object" && value !== null) {
    if (!Object.hasOwn(target, key2)) return void 0;
    if (below === void 0 && Array.isArray(value)) this.recorder.reads.push(this, key2);
    const known = this.views?.get(key2);
    if (known !== void 0) return known;
    const view = createView(this, key2, value, below);
    (this.views ??= /* @__PURE__ */ new Map()).set(key2, view);
    return view;
  }
  if (typeof value === "function") return value;
  if (value === void 0 && below) {
    const gap = firstGap(below);
    if (gap) touch(this, gap);
  }
  this.recorder.reads.push(this, key2 === "length" && Array.isArray(target) ? wholeValue : key2);
  return value;
}
function has(target, key2) {
  if (typeof key2 === "symbol") return Reflect.has(target, key2);
  if (this.gaps?.gap) touch(this, this.gaps.gap);
  const gap = this.gaps?.below.get(key2)?.gap;
  if (gap) touch(this, gap);
  if (!Array.isArray(target)) this.recorder.reads.push(this, key2);
  return Reflect.has(target, key2);
}
function ownKeys(target) {
  enumerate(this);
  return Reflect.ownKeys(target);
}
function describe(target, key2) {
  const descriptor = Reflect.getOwnPropertyDescriptor(target, key2);
  if (typeof key2 === "symbol") return descriptor;
  const value = read.call(this, target, key2);
  return descriptor && "value" in descriptor ? { ...descriptor, value } : descriptor;
}
function refuse() {
  throw new TypeError("Facts are read-only.");
}
function createView(parent, key2, value, gaps) {
  const node = handler(parent.recorder, parent.subject, parent, key2, value, gaps);
  return gaps === void 0 && Array.isArray(value) ? viewItems(node, value) : new Proxy(value, node);
}
function viewItems(node, items) {
  return Object.freeze(
    items.map(
      (item, at) => typeof item === "object" && item !== null ? createView(node, String(at), item, void 0) : item
    )
  );
}
function handler(recorder, subject, parent, key2, value, gaps) {
  return {
    recorder,
    subject,
    parent,
    key: key2,
    value,
    gaps,
    views: void 0,
    get: read,
    has,
    ownKeys,
    getOwnPropertyDescriptor: describe,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse
  };
}
function viewSubject(subject, recorder) {
  const gaps = branch(subject.gaps);
  return new Proxy(subject.facts, handler(recorder, subject, void 0, "", subject.facts, gaps));
}
function pathOf(node, key2) {
  let path = key2 === wholeValue ? "" : `/${pointerSegment(key2)}`;
  for (let at = node; at?.parent !== void 0; at = at.parent) {
    path = `/${pointerSegment(at.key)}${path}`;
  }
  return path;
}

// src/core/check.ts
var recorderOf = /* @__PURE__ */ Symbol("recorder");
var threeValued = /* @__PURE__ */ new WeakSet();
function combinator(check) {
  threeValued.add(check);
  return check;
}
function evaluate(check, facts, ctx) {
  const recorder = ctx[recorderOf];
  const before = recorder.touches;
  let result;
  try {
    result = check(facts, ctx);
  } catch (cause) {
    if (recorder.touches > before) return unreadable(recorder, before);
    if (cause instanceof GapTouched) return unreadable(recorder, before);
    const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    return {
      status: "error",
      message: text(`The check threw ${what}`, `\u68C0\u67E5\u51FD\u6570\u629B\u51FA\u5F02\u5E38 ${what}`)
    };
  }
  if (recorder.touches > before && !threeValued.has(check)) return unreadable(recorder, before);
  if (typeof result === "boolean") return result ? pass() : fail();
  if (isVerdict(result)) return result;
  return {
    status: "error",
    message: text(
      `The check returned ${typeof result}, neither a boolean nor a verdict`,
      `\u68C0\u67E5\u51FD\u6570\u8FD4\u56DE\u4E86 ${typeof result}\uFF0C\u65E2\u975E\u5E03\u5C14\u503C\u4E5F\u975E\u5224\u5B9A`
    )
  };
}
function isVerdict(value) {
  if (typeof value !== "object" || value === null) return false;
  const status = Reflect.get(value, "status");
  return ["pass", "fail", "unknown", "error", "not-applicable"].includes(String(status));
}
function unreadable(recorder, before) {
  const gaps = recorder.touched.slice(before).map(({ gap }) => gap);
  const described = [
    ...new Set(gaps.map((gap) => `${gap.path || "/"} (${gap.reason}: ${gap.detail})`))
  ];
  const shown2 = described.slice(0, 3).join(", ");
  return unknown(text(`Could not be read: ${shown2}`, `\u672A\u80FD\u8BFB\u53D6\uFF1A${shown2}`));
}
function all(...checks) {
  return combinator(
    (facts, ctx) => conjunction(checks.map((check) => evaluate(check, facts, ctx)))
  );
}
function any(...checks) {
  return combinator((facts, ctx) => {
    const recorder = ctx[recorderOf];
    const touches = recorder.touches;
    const verdicts = checks.map((check) => {
      const reads = recorder.reads.length;
      const verdict2 = evaluate(check, facts, ctx);
      const idle2 = verdict2.status === "pass" && recorder.reads.length === reads;
      return idle2 && recorder.touches > touches ? unreadable(recorder, touches) : verdict2;
    });
    return disjunction(verdicts);
  });
}
function not(check) {
  return combinator((facts, ctx) => negation(evaluate(check, facts, ctx)));
}
function beside(check, read2) {
  return combinator((facts, ctx) => {
    const verdict2 = evaluate(check, facts, ctx);
    const noted = evaluate(
      (from, context) => {
        read2(from, context);
        return true;
      },
      facts,
      ctx
    );
    return noted.status === "error" ? noted : verdict2;
  });
}
function judgeItems(select, check, facts, ctx) {
  let items = [];
  const listed = evaluate(
    (from, context) => {
      items = select(from, context);
      return items.length >= 0;
    },
    facts,
    ctx
  );
  if (listed.status !== "pass") return listed;
  return Array.from({ length: items.length }, (_, at) => judgeItem(items, at, check, ctx));
}
function judgeItem(items, at, check, ctx) {
  let item;
  const got = evaluate(
    (list) => {
      item = list[at];
      return true;
    },
    items,
    ctx
  );
  return got.status === "pass" ? evaluate(check, item, ctx) : got;
}
function each(select, check) {
  return combinator((facts, ctx) => {
    const verdicts = judgeItems(select, check, facts, ctx);
    return "status" in verdicts ? verdicts : conjunction(verdicts);
  });
}
function when(condition, check, otherwise = text("The condition of this control is not met", "\u4E0D\u6EE1\u8DB3\u672C\u63A7\u5236\u9879\u7684\u524D\u63D0\u6761\u4EF6")) {
  return combinator((facts, ctx) => {
    const met2 = evaluate(condition, facts, ctx);
    if (met2.status === "pass") return evaluate(check, facts, ctx);
    return met2.status === "fail" ? notApplicable(otherwise) : met2;
  });
}

// src/controls/host/host-audit-docker-config.ts
var pathOf2 = (file) => file === null ? [] : [file.path];
var directory = (h) => h.files.dockerDirectory;
var configuration = (h) => h.files.daemonConfig;
var hostAuditDockerConfig = defineControl({
  id: "host-audit-docker-config",
  subject: host,
  severity: "medium",
  title: {
    en: "Changes to the engine\u2019s configuration are audited",
    zh: "\u5BA1\u8BA1\u5F15\u64CE\u914D\u7F6E\u7684\u66F4\u6539"
  },
  rationale: {
    en: "One line in daemon.json opens the API to the network or trusts a foreign registry, and certificates lie in the same place. Without an audit rule nobody can say who changed them.",
    zh: "daemon.json \u4E2D\u7684\u4E00\u884C\u5C31\u80FD\u628A API \u5F00\u653E\u5230\u7F51\u7EDC\uFF0C\u6216\u4FE1\u4EFB\u964C\u751F\u4ED3\u5E93\uFF1B\u8BC1\u4E66\u4E5F\u5B58\u653E\u5728\u540C\u4E00\u76EE\u5F55\u3002\u6CA1\u6709\u5BA1\u8BA1\u89C4\u5219\uFF0C\u4FBF\u65E0\u6CD5\u8FFD\u67E5\u662F\u8C01\u6539\u52A8\u7684\u3002"
  },
  remediation: {
    en: "Write \u201C-w /etc/docker -p wa -k docker\u201D into /etc/audit/rules.d/docker.rules, and the same for a configuration file elsewhere; load with augenrules --load.",
    zh: "\u5728 /etc/audit/rules.d/docker.rules \u4E2D\u5199\u5165\u201C-w /etc/docker -p wa -k docker\u201D\uFF0C\u914D\u7F6E\u6587\u4EF6\u82E5\u5728\u522B\u5904\u4E5F\u7167\u6B64\u6DFB\u52A0\uFF0C\u7136\u540E\u7528 augenrules --load \u52A0\u8F7D\u3002"
  },
  references: [
    "https://man7.org/linux/man-pages/man8/auditctl.8.html",
    "https://man7.org/linux/man-pages/man8/augenrules.8.html"
  ],
  applies: (h) => directory(h) !== null || configuration(h) !== null || notApplicable(text("The host has no configuration of an engine", "\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709\u5F15\u64CE\u914D\u7F6E")),
  check: all(
    auditWatches((h) => pathOf2(directory(h))),
    auditWatches((h) => pathOf2(configuration(h)))
  )
});

// src/controls/host/host-audit-dockerd.ts
var hostAuditDockerd = defineControl({
  id: "host-audit-dockerd",
  subject: host,
  severity: "medium",
  title: {
    en: "Changes to the engine\u2019s program are audited",
    zh: "\u5BA1\u8BA1\u5F15\u64CE\u7A0B\u5E8F\u6587\u4EF6\u7684\u66F4\u6539"
  },
  rationale: {
    en: "Whoever replaces the program that runs as root has the host for good, restarts included. Without an audit rule there is no record of who did it, and when.",
    zh: "\u66FF\u6362\u4EE5 root \u8FD0\u884C\u7684\u5F15\u64CE\u7A0B\u5E8F\uFF0C\u5C31\u80FD\u957F\u671F\u63A7\u5236\u4E3B\u673A\uFF0C\u91CD\u542F\u4E5F\u65E0\u6CD5\u6E05\u9664\u3002\u6CA1\u6709\u5BA1\u8BA1\u89C4\u5219\uFF0C\u5C31\u65E0\u4ECE\u67E5\u8BC1\u4F55\u4EBA\u4F55\u65F6\u6240\u4E3A\u3002"
  },
  remediation: {
    en: "Write \u201C-w /usr/bin/dockerd -p rwxa -k docker\u201D (with the path of the program that really runs) into /etc/audit/rules.d/docker.rules and load it: augenrules --load.",
    zh: "\u5728 /etc/audit/rules.d/docker.rules \u4E2D\u5199\u5165\u201C-w /usr/bin/dockerd -p rwxa -k docker\u201D\uFF08\u8DEF\u5F84\u4EE5\u5B9E\u9645\u8FD0\u884C\u7684\u7A0B\u5E8F\u4E3A\u51C6\uFF09\uFF0C\u5E76\u52A0\u8F7D\uFF1Aaugenrules --load\u3002"
  },
  references: [
    "https://man7.org/linux/man-pages/man8/auditctl.8.html",
    "https://man7.org/linux/man-pages/man8/augenrules.8.html"
  ],
  applies: (_, ctx) => ctx.all(engine).length > 0 || notApplicable(text("No engine was found on this host", "\u672A\u5728\u672C\u673A\u53D1\u73B0\u5BB9\u5668\u5F15\u64CE")),
  check: auditWatches((_, ctx) => ctx.all(engine).map((e) => e.process.executable))
});

// src/controls/host/host-containerd-socket-mode.ts
import { z as z11 } from "zod";

// src/controls/host/file-mode.ts
import { z as z10 } from "zod";

// src/controls/host/host-file.ts
var hasFile = (pick, what) => (h) => pick(h) !== null || notApplicable(text(`The host has no ${what.en}`, `\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709${what.zh}`));
var unfollowed = (path) => unknown(
  text(
    `${path} is a symbolic link, and what it leads to was not read`,
    `${path} \u662F\u7B26\u53F7\u94FE\u63A5\uFF0C\u672A\u8BFB\u53D6\u5176\u6307\u5411\u7684\u6587\u4EF6`
  )
);

// src/controls/host/file-mode.ts
var octal = (mode) => mode.toString(8).padStart(4, "0");
var modeBits = (allowed) => z10.number().int().min(0).max(4095).default(allowed);
function staysWithin(file, allowed) {
  if (file.type === "symlink") return unfollowed(file.path);
  const { mode } = file;
  if ((mode & ~allowed) === 0) return true;
  return fail(
    text(
      `${file.path} has mode ${octal(mode)}, and ${octal(allowed)} is the most`,
      `${file.path} \u7684\u6743\u9650\u4E3A ${octal(mode)}\uFF0C\u4E0D\u5E94\u8D85\u8FC7 ${octal(allowed)}`
    )
  );
}
var modeAllowed = (pick) => (h, { params }) => {
  const file = pick(h);
  return file === null || staysWithin(file, params.allowed);
};

// src/controls/host/host-containerd-socket-mode.ts
var socket = (h) => h.files.containerdSocket;
var hostContainerdSocketMode = defineControl({
  id: "host-containerd-socket-mode",
  subject: host,
  severity: "critical",
  title: {
    en: "containerd\u2019s socket is closed to everybody else",
    zh: "containerd \u5957\u63A5\u5B57\u4E0D\u5BF9\u5176\u4ED6\u7528\u6237\u5F00\u653E"
  },
  rationale: {
    en: "containerd starts containers without asking the engine, so its socket is root too, and no authorization plugin or engine log sees what is done through it.",
    zh: "containerd \u65E0\u9700\u7ECF\u8FC7\u5F15\u64CE\u5373\u53EF\u542F\u52A8\u5BB9\u5668\uFF0C\u5176\u5957\u63A5\u5B57\u540C\u6837\u7B49\u4E8E root\uFF0C\u800C\u4E14\u7ED5\u8FC7\u6388\u6743\u63D2\u4EF6\u548C\u5F15\u64CE\u65E5\u5FD7\u3002"
  },
  remediation: {
    en: "Set the socket back with chmod 0660 /run/containerd/containerd.sock, set uid = 0 and gid = 0 under [grpc] in /etc/containerd/config.toml, and restart: systemctl restart containerd.",
    zh: "\u6267\u884C chmod 0660 /run/containerd/containerd.sock\uFF0C\u5728 /etc/containerd/config.toml \u7684 [grpc] \u4E2D\u8BBE\u7F6E uid = 0\u3001gid = 0\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl restart containerd\u3002"
  },
  references: [
    "https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md",
    "https://man7.org/linux/man-pages/man7/unix.7.html"
  ],
  params: z11.object({
    /** Bits that may be set. 0o660: its owner and its group. */
    allowed: modeBits(432)
  }),
  applies: hasFile(socket, text("socket of containerd", " containerd \u5957\u63A5\u5B57")),
  check: modeAllowed(socket)
});

// src/controls/host/file-owner.ts
function isRoots(file, groups = []) {
  if (file.type === "symlink") return unfollowed(file.path);
  const { uid, gid } = file;
  if (uid === 0 && (gid === 0 || groups.some((group) => group === file.group))) return true;
  return fail(
    text(
      `${file.path} belongs to user ${uid} and group ${gid}`,
      `${file.path} \u5C5E\u4E8E\u7528\u6237 ${uid}\u3001\u7EC4 ${gid}`
    )
  );
}
var ownedByRoot = (pick) => (h) => {
  const file = pick(h);
  return file === null || isRoots(file);
};

// src/controls/host/host-containerd-socket-owner.ts
var socket2 = (h) => h.files.containerdSocket;
var hostContainerdSocketOwner = defineControl({
  id: "host-containerd-socket-owner",
  subject: host,
  severity: "high",
  title: {
    en: "containerd\u2019s socket belongs to root",
    zh: "containerd \u5957\u63A5\u5B57\u5C5E\u4E8E root"
  },
  rationale: {
    en: "Whoever owns containerd\u2019s socket, or is in its group, starts containers as root behind the engine\u2019s back. Nobody but root needs it.",
    zh: "containerd \u5957\u63A5\u5B57\u7684\u5C5E\u4E3B\u6216\u5C5E\u7EC4\u6210\u5458\uFF0C\u53EF\u4EE5\u7ED5\u8FC7\u5F15\u64CE\u4EE5 root \u542F\u52A8\u5BB9\u5668\u3002\u9664 root \u5916\u65E0\u4EBA\u9700\u8981\u4F7F\u7528\u5B83\u3002"
  },
  remediation: {
    en: "Set uid = 0 and gid = 0 under [grpc] in /etc/containerd/config.toml and restart: systemctl restart containerd.",
    zh: "\u5728 /etc/containerd/config.toml \u7684 [grpc] \u4E2D\u8BBE\u7F6E uid = 0\u3001gid = 0\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl restart containerd\u3002"
  },
  references: [
    "https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md",
    "https://man7.org/linux/man-pages/man7/unix.7.html"
  ],
  applies: hasFile(socket2, text("socket of containerd", " containerd \u5957\u63A5\u5B57")),
  check: ownedByRoot(socket2)
});

// src/controls/host/host-daemon-config-mode.ts
import { z as z12 } from "zod";
var configuration2 = (h) => h.files.daemonConfig;
var hostDaemonConfigMode = defineControl({
  id: "host-daemon-config-mode",
  subject: host,
  severity: "medium",
  title: {
    en: "Only root can change the engine\u2019s configuration",
    zh: "\u4EC5 root \u53EF\u4FEE\u6539\u5F15\u64CE\u914D\u7F6E\u6587\u4EF6"
  },
  rationale: {
    en: "Whoever can write daemon.json decides what the engine does at its next start: which ports it opens, which registries it trusts, which programs it runs containers with. That is root.",
    zh: "\u80FD\u5199 daemon.json \u7684\u4EBA\uFF0C\u5C31\u80FD\u51B3\u5B9A\u5F15\u64CE\u4E0B\u6B21\u542F\u52A8\u540E\u7684\u884C\u4E3A\uFF1A\u5F00\u653E\u54EA\u4E9B\u7AEF\u53E3\u3001\u4FE1\u4EFB\u54EA\u4E9B\u4ED3\u5E93\u3001\u7528\u4EC0\u4E48\u7A0B\u5E8F\u8FD0\u884C\u5BB9\u5668\uFF0C\u7B49\u540C\u4E8E root\u3002"
  },
  remediation: {
    en: "chmod 0644 /etc/docker/daemon.json",
    zh: "\u6267\u884C chmod 0644 /etc/docker/daemon.json\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  params: z12.object({
    /** Bits that may be set. 0o644: everybody may read it, for it should hold no secret, and root alone may write. */
    allowed: modeBits(420)
  }),
  applies: hasFile(configuration2, text("configuration file of an engine", "\u5F15\u64CE\u914D\u7F6E\u6587\u4EF6")),
  check: modeAllowed(configuration2)
});

// src/controls/host/host-daemon-config-owner.ts
var configuration3 = (h) => h.files.daemonConfig;
var hostDaemonConfigOwner = defineControl({
  id: "host-daemon-config-owner",
  subject: host,
  severity: "medium",
  title: {
    en: "The engine\u2019s configuration belongs to root",
    zh: "\u5F15\u64CE\u914D\u7F6E\u6587\u4EF6\u5C5E\u4E8E root"
  },
  rationale: {
    en: "The owner of daemon.json can change it, and its mode as well. In another account\u2019s hands, that account decides how the engine starts, and so is root.",
    zh: "daemon.json \u7684\u5C5E\u4E3B\u53EF\u4EE5\u4FEE\u6539\u5185\u5BB9\uFF0C\u4E5F\u80FD\u6539\u52A8\u6743\u9650\u3002\u82E5\u5C5E\u4E8E\u5176\u4ED6\u8D26\u53F7\uFF0C\u8BE5\u8D26\u53F7\u5C31\u80FD\u51B3\u5B9A\u5F15\u64CE\u5982\u4F55\u542F\u52A8\uFF0C\u7B49\u540C\u4E8E root\u3002"
  },
  remediation: {
    en: "chown root:root /etc/docker/daemon.json",
    zh: "\u6267\u884C chown root:root /etc/docker/daemon.json\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  applies: hasFile(configuration3, text("configuration file of an engine", "\u5F15\u64CE\u914D\u7F6E\u6587\u4EF6")),
  check: ownedByRoot(configuration3)
});

// src/controls/host/host-data-root-separate.ts
import { z as z13 } from "zod";
function mountOf(mounts, path) {
  let found;
  for (const mount2 of mounts) {
    const length = found?.mountPoint.length ?? 0;
    if (isWithin(path, mount2.mountPoint) && mount2.mountPoint.length >= length) found = mount2;
  }
  return found;
}
function shared(mounts, root, dedicated) {
  const own = mountOf(mounts, root);
  const right = [root, root.replace(/\/\d+\.\d+$/, ""), ...dedicated];
  if (!own || !right.includes(own.mountPoint)) {
    const at = own?.mountPoint ?? "/";
    return text(
      `${root} shares the file system mounted at ${at}`,
      `${root} \u4E0E\u6302\u8F7D\u5728 ${at} \u7684\u6587\u4EF6\u7CFB\u7EDF\u5171\u7528`
    );
  }
  const others = mounts.filter(({ mountPoint }) => mountPoint !== own.mountPoint);
  const outer = mountOf(others, own.mountPoint);
  const same = outer?.source === own.source && outer.fileSystem === own.fileSystem;
  if (!same) return void 0;
  return text(
    `${own.mountPoint} is a mount, but of the same file system as ${outer.mountPoint}`,
    `${own.mountPoint} \u867D\u4E3A\u6302\u8F7D\u70B9\uFF0C\u4F46\u4E0E ${outer.mountPoint} \u662F\u540C\u4E00\u6587\u4EF6\u7CFB\u7EDF`
  );
}
var hostDataRootSeparate = defineControl({
  id: "host-data-root-separate",
  subject: host,
  severity: "low",
  title: {
    en: "The engine\u2019s data lies on a file system of its own",
    zh: "\u5F15\u64CE\u6570\u636E\u76EE\u5F55\u4F7F\u7528\u72EC\u7ACB\u6587\u4EF6\u7CFB\u7EDF"
  },
  rationale: {
    en: "Images, writable layers and logs grow without asking. On the same file system as the host they fill it up, and then nothing on the host can write any more, the audit log included.",
    zh: "\u955C\u50CF\u3001\u53EF\u5199\u5C42\u548C\u65E5\u5FD7\u4F1A\u4E0D\u65AD\u589E\u957F\u3002\u82E5\u4E0E\u7CFB\u7EDF\u5171\u7528\u6587\u4EF6\u7CFB\u7EDF\uFF0C\u5199\u6EE1\u540E\u4E3B\u673A\u4E0A\u7684\u4E00\u5207\u5199\u5165\u90FD\u4F1A\u5931\u8D25\uFF0C\u5305\u62EC\u5BA1\u8BA1\u65E5\u5FD7\u3002"
  },
  remediation: {
    en: 'Stop the engine, make a file system (mkfs.ext4 /dev/sdb1), copy the data over, add \u201C/dev/sdb1 /var/lib/docker ext4 defaults 0 2\u201D to /etc/fstab, mount it and start again; or set "data-root" in /etc/docker/daemon.json to such a mount.',
    zh: '\u505C\u6B62\u5F15\u64CE\uFF0C\u65B0\u5EFA\u6587\u4EF6\u7CFB\u7EDF\uFF08mkfs.ext4 /dev/sdb1\uFF09\u5E76\u8FC1\u79FB\u6570\u636E\uFF0C\u5728 /etc/fstab \u4E2D\u52A0\u5165\u201C/dev/sdb1 /var/lib/docker ext4 defaults 0 2\u201D\uFF0C\u6302\u8F7D\u540E\u542F\u52A8\uFF1B\u6216\u5728 /etc/docker/daemon.json \u4E2D\u628A "data-root" \u6307\u5411\u8FD9\u6837\u7684\u6302\u8F7D\u70B9\u3002'
  },
  references: [
    "https://docs.docker.com/engine/daemon/",
    "https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html"
  ],
  params: z13.object({
    /** Mount points above a data root that hold the engine’s data alone, such as `/srv/containers`. */
    dedicated: z13.array(z13.string()).default([])
  }),
  applies: (_, ctx) => ctx.all(engine).length > 0 || notApplicable(text("No engine was found on this host", "\u672A\u5728\u672C\u673A\u53D1\u73B0\u5BB9\u5668\u5F15\u64CE")),
  check: (h, ctx) => {
    const roots = ctx.all(engine).map((e) => e.dataRoot);
    const wrong = roots.flatMap((root) => shared(h.mounts, root, ctx.params.dedicated) ?? []);
    return wrong.length === 0 || fail(joinTexts(wrong));
  }
});

// src/controls/host/host-docker-directory-mode.ts
import { z as z14 } from "zod";
var directory2 = (h) => h.files.dockerDirectory;
var hostDockerDirectoryMode = defineControl({
  id: "host-docker-directory-mode",
  subject: host,
  severity: "medium",
  title: {
    en: "Only root can put files into /etc/docker",
    zh: "\u4EC5 root \u53EF\u5728 /etc/docker \u4E2D\u5199\u5165\u6587\u4EF6"
  },
  rationale: {
    en: "Whoever may write to the directory can exchange daemon.json or a registry\u2019s certificate, whatever the modes of the files themselves say.",
    zh: "\u80FD\u5199\u8BE5\u76EE\u5F55\u7684\u4EBA\uFF0C\u65E0\u8BBA\u6587\u4EF6\u81EA\u8EAB\u6743\u9650\u5982\u4F55\uFF0C\u90FD\u80FD\u66FF\u6362 daemon.json \u6216\u4ED3\u5E93\u8BC1\u4E66\u3002"
  },
  remediation: {
    en: "chmod 0755 /etc/docker",
    zh: "\u6267\u884C chmod 0755 /etc/docker\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/certificates/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  params: z14.object({
    /** Bits that may be set. 0o755: root alone may write. */
    allowed: modeBits(493)
  }),
  applies: hasFile(directory2, text("directory /etc/docker", " /etc/docker \u76EE\u5F55")),
  check: modeAllowed(directory2)
});

// src/controls/host/host-docker-directory-owner.ts
var directory3 = (h) => h.files.dockerDirectory;
var hostDockerDirectoryOwner = defineControl({
  id: "host-docker-directory-owner",
  subject: host,
  severity: "medium",
  title: {
    en: "The directory /etc/docker belongs to root",
    zh: "/etc/docker \u76EE\u5F55\u5C5E\u4E8E root"
  },
  rationale: {
    en: "The owner of a directory can exchange every file in it, and here lie the engine\u2019s configuration and the certificates it trusts.",
    zh: "\u76EE\u5F55\u5C5E\u4E3B\u53EF\u4EE5\u66FF\u6362\u5176\u4E2D\u7684\u4EFB\u4F55\u6587\u4EF6\uFF0C\u800C\u8FD9\u91CC\u5B58\u653E\u7740\u5F15\u64CE\u914D\u7F6E\u548C\u6240\u4FE1\u4EFB\u7684\u8BC1\u4E66\u3002"
  },
  remediation: {
    en: "chown root:root /etc/docker",
    zh: "\u6267\u884C chown root:root /etc/docker\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/certificates/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  applies: hasFile(directory3, text("directory /etc/docker", " /etc/docker \u76EE\u5F55")),
  check: ownedByRoot(directory3)
});

// src/controls/host/host-docker-group.ts
import { z as z15 } from "zod";
var groupMayWrite = 16;
function judge(groups, allowed) {
  const wrong = groups.flatMap(({ name, members }) => {
    const others = members.filter((member) => member !== "root" && !allowed.includes(member));
    return others.map((member) => `${member} (${name})`);
  });
  if (wrong.length === 0) return true;
  return fail(text(`Not approved: ${wrong.join(", ")}`, `\u672A\u7ECF\u6279\u51C6\u7684\u6210\u5458\uFF1A${wrong.join("\u3001")}`));
}
var hostDockerGroup = defineControl({
  id: "host-docker-group",
  subject: host,
  severity: "high",
  title: {
    en: "Only approved accounts are in the group of the engine\u2019s socket",
    zh: "\u5F15\u64CE\u5957\u63A5\u5B57\u6240\u5C5E\u7EC4\u4EC5\u542B\u7ECF\u6279\u51C6\u7684\u8D26\u53F7"
  },
  rationale: {
    en: "Membership in that group is root without a password and without a trace: its members can start a container that holds the host\u2019s whole disk, and sudo\u2019s log never hears of it.",
    zh: "\u52A0\u5165\u8BE5\u7EC4\u7B49\u4E8E\u65E0\u53E3\u4EE4\u3001\u65E0\u75D5\u8FF9\u7684 root\uFF1A\u6210\u5458\u53EF\u4EE5\u542F\u52A8\u6302\u8F7D\u6574\u5757\u78C1\u76D8\u7684\u5BB9\u5668\uFF0C\u800C sudo \u65E5\u5FD7\u4E2D\u6BEB\u65E0\u8BB0\u5F55\u3002"
  },
  remediation: {
    en: "Take accounts out with gpasswd --delete ACCOUNT docker and let them use sudo docker with a password; list those that must stay in the parameter allowed.",
    zh: "\u7528 gpasswd --delete \u8D26\u53F7 docker \u79FB\u51FA\u6210\u5458\uFF0C\u6539\u4E3A\u51ED\u53E3\u4EE4\u4F7F\u7528 sudo docker\uFF1B\u786E\u9700\u4FDD\u7559\u7684\u8D26\u53F7\u5199\u5165\u53C2\u6570 allowed\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/",
    "https://docs.docker.com/engine/install/linux-postinstall/"
  ],
  params: z15.object({
    /** Accounts that may be members. */
    allowed: z15.array(z15.string()).default([])
  }),
  applies: (h) => h.groups.some(({ name }) => name === "docker") || h.files.engineSocket !== null || notApplicable(
    text(
      "The host has neither a docker group nor a socket of an engine",
      "\u5BBF\u4E3B\u673A\u4E0A\u65E2\u6CA1\u6709 docker \u7EC4\uFF0C\u4E5F\u6CA1\u6709\u5F15\u64CE\u5957\u63A5\u5B57"
    )
  ),
  check: all(
    // What the engine takes for its socket unless told otherwise.
    (h, { params }) => judge(
      h.groups.filter(({ name }) => name === "docker"),
      params.allowed
    ),
    // What the socket really has, by whatever name.
    (h, { params }) => {
      const socket5 = h.files.engineSocket;
      if (socket5 === null || (socket5.mode & groupMayWrite) === 0) return true;
      const { gid } = socket5;
      return judge(
        h.groups.filter((group) => group.gid === gid && group.name !== "docker"),
        params.allowed
      );
    }
  )
});

// src/controls/host/host-docker-service-mode.ts
import { z as z16 } from "zod";

// src/controls/host/no-unit.ts
var noUnit = fail(
  text("No service unit starts an engine on this host", "\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709\u542F\u52A8\u5F15\u64CE\u7684\u670D\u52A1\u5355\u5143")
);

// src/controls/host/host-docker-service-mode.ts
var unit = (h) => h.files.dockerService;
var hostDockerServiceMode = defineControl({
  id: "host-docker-service-mode",
  subject: host,
  severity: "high",
  title: {
    en: "Only root can change the engine\u2019s service unit and its drop-ins",
    zh: "\u4EC5 root \u53EF\u4FEE\u6539\u5F15\u64CE\u670D\u52A1\u5355\u5143\u53CA\u5176\u9644\u52A0\u914D\u7F6E"
  },
  rationale: {
    en: "Write access to the unit, or to one drop-in beside it, is enough to have any program run as root at the next start of the service.",
    zh: "\u53EA\u8981\u80FD\u5199\u670D\u52A1\u5355\u5143\u6216\u4EFB\u4E00\u9644\u52A0\u914D\u7F6E\uFF0C\u5C31\u80FD\u8BA9\u4EFB\u610F\u7A0B\u5E8F\u5728\u670D\u52A1\u4E0B\u6B21\u542F\u52A8\u65F6\u4EE5 root \u8FD0\u884C\u3002"
  },
  remediation: {
    en: 'chmod 0644 "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
    zh: '\u6267\u884C chmod 0644 "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*'
  },
  references: [
    "https://man7.org/linux/man-pages/man5/systemd.unit.5.html",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  params: z16.object({
    /** Bits that may be set. 0o644: everybody may read, root alone may write, nobody runs it. */
    allowed: modeBits(420)
  }),
  applies: any(
    (h) => unit(h) !== null || noUnit,
    (h) => h.unitDropIns.length > 0
  ),
  check: all(
    modeAllowed(unit),
    each(
      (h) => h.unitDropIns,
      (file, { params }) => staysWithin(file, params.allowed)
    )
  )
});

// src/controls/host/host-docker-service-owner.ts
var unit2 = (h) => h.files.dockerService;
var hostDockerServiceOwner = defineControl({
  id: "host-docker-service-owner",
  subject: host,
  severity: "high",
  title: {
    en: "The engine\u2019s service unit and its drop-ins belong to root",
    zh: "\u5F15\u64CE\u670D\u52A1\u5355\u5143\u53CA\u5176\u9644\u52A0\u914D\u7F6E\u5C5E\u4E8E root"
  },
  rationale: {
    en: "The unit says what runs as root when the host starts, and a drop-in beside it overrides every line. An account that owns one of them runs whatever it likes as root.",
    zh: "\u670D\u52A1\u5355\u5143\u51B3\u5B9A\u5F00\u673A\u65F6\u4EE5 root \u8FD0\u884C\u4EC0\u4E48\u7A0B\u5E8F\uFF0C\u65C1\u8FB9\u7684\u9644\u52A0\u914D\u7F6E\u53EF\u4EE5\u8986\u76D6\u5176\u4E2D\u4EFB\u4F55\u4E00\u884C\u3002\u62E5\u6709\u5176\u4E2D\u4EFB\u4E00\u6587\u4EF6\u7684\u8D26\u53F7\uFF0C\u5C31\u80FD\u4EE5 root \u8FD0\u884C\u4EFB\u610F\u7A0B\u5E8F\u3002"
  },
  remediation: {
    en: 'chown root:root on the unit and on what lies in its .d directories: chown root:root "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
    zh: '\u5C06\u5355\u5143\u6587\u4EF6\u53CA\u5176 .d \u76EE\u5F55\u4E2D\u7684\u6587\u4EF6\u6539\u4E3A root \u6240\u6709\uFF1Achown root:root "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*'
  },
  references: [
    "https://man7.org/linux/man-pages/man5/systemd.unit.5.html",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  applies: any(
    (h) => unit2(h) !== null || noUnit,
    (h) => h.unitDropIns.length > 0
  ),
  check: all(
    ownedByRoot(unit2),
    each(
      (h) => h.unitDropIns,
      (file) => isRoots(file)
    )
  )
});

// src/controls/host/host-engine-socket-mode.ts
import { z as z17 } from "zod";
var socket3 = (h) => h.files.engineSocket;
var hostEngineSocketMode = defineControl({
  id: "host-engine-socket-mode",
  subject: host,
  severity: "critical",
  title: {
    en: "The engine\u2019s socket is closed to everybody else",
    zh: "\u5F15\u64CE\u5957\u63A5\u5B57\u4E0D\u5BF9\u5176\u4ED6\u7528\u6237\u5F00\u653E"
  },
  rationale: {
    en: "Any account that may write to the socket is root on the host. With the last digits of the mode open, that is every account and every service, the web server that was just taken over included.",
    zh: "\u51E1\u80FD\u5199\u5165\u8BE5\u5957\u63A5\u5B57\u7684\u8D26\u53F7\u5C31\u662F\u5BBF\u4E3B\u673A root\u3002\u5176\u4ED6\u7528\u6237\u4F4D\u4E00\u65E6\u653E\u5F00\uFF0C\u672C\u673A\u6240\u6709\u8D26\u53F7\u548C\u670D\u52A1\u90FD\u80FD\u505A\u5230\uFF0C\u5305\u62EC\u521A\u88AB\u653B\u9677\u7684 Web \u670D\u52A1\u3002"
  },
  remediation: {
    en: "Set SocketMode=0660 in docker.socket, remove any chmod 666 from start scripts, and restart: systemctl daemon-reload && systemctl restart docker.socket. At once: chmod 0660 /run/docker.sock.",
    zh: "\u5728 docker.socket \u4E2D\u8BBE\u7F6E SocketMode=0660\uFF0C\u6E05\u9664\u542F\u52A8\u811A\u672C\u91CC\u7684 chmod 666\uFF0C\u5E76\u91CD\u542F\uFF1Asystemctl daemon-reload && systemctl restart docker.socket\u3002\u5E94\u6025\u53EF\u5148\u6267\u884C chmod 0660 /run/docker.sock\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/",
    "https://man7.org/linux/man-pages/man5/systemd.socket.5.html",
    "https://man7.org/linux/man-pages/man7/unix.7.html"
  ],
  params: z17.object({
    /** Bits that may be set. 0o660: its owner and its group, which connecting takes. */
    allowed: modeBits(432)
  }),
  applies: hasFile(socket3, text("socket of an engine", "\u5F15\u64CE\u5957\u63A5\u5B57")),
  check: modeAllowed(socket3)
});

// src/controls/host/host-engine-socket-owner.ts
import { z as z18 } from "zod";
var socket4 = (h) => h.files.engineSocket;
var hostEngineSocketOwner = defineControl({
  id: "host-engine-socket-owner",
  subject: host,
  severity: "high",
  title: {
    en: "The engine\u2019s socket belongs to root and the engine\u2019s group",
    zh: "\u5F15\u64CE\u5957\u63A5\u5B57\u7684\u5C5E\u4E3B\u548C\u5C5E\u7EC4\u6B63\u786E"
  },
  rationale: {
    en: "The owner of the socket decides who may use it, and using it is being root. An ordinary account that owns it, or a wide group, is a second root that nobody meant to make.",
    zh: "\u5957\u63A5\u5B57\u7684\u5C5E\u4E3B\u51B3\u5B9A\u8C01\u80FD\u4F7F\u7528\u5B83\uFF0C\u800C\u80FD\u4F7F\u7528\u5C31\u7B49\u4E8E root\u3002\u82E5\u5C5E\u4E8E\u666E\u901A\u8D26\u53F7\u6216\u6210\u5458\u4F17\u591A\u7684\u7EC4\uFF0C\u7B49\u4E8E\u51ED\u7A7A\u591A\u51FA\u4E00\u4E2A root\u3002"
  },
  remediation: {
    en: 'Set SocketUser=root and SocketGroup=docker in docker.socket (or "group": "docker" in daemon.json) and restart: systemctl daemon-reload && systemctl restart docker.socket docker.service.',
    zh: '\u5728 docker.socket \u4E2D\u8BBE\u7F6E SocketUser=root\u3001SocketGroup=docker\uFF08\u6216\u5728 daemon.json \u4E2D\u8BBE\u7F6E "group": "docker"\uFF09\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl daemon-reload && systemctl restart docker.socket docker.service\u3002'
  },
  references: [
    "https://docs.docker.com/engine/security/",
    "https://man7.org/linux/man-pages/man5/systemd.socket.5.html"
  ],
  params: z18.object({
    /** Groups that the socket may belong to, beside root’s own. */
    groups: z18.array(z18.string()).default(["docker"])
  }),
  applies: hasFile(socket4, text("socket of an engine", "\u5F15\u64CE\u5957\u63A5\u5B57")),
  check: (h, { params }) => {
    const file = socket4(h);
    if (file === null) return true;
    const [, user2] = /^\/run\/user\/(\d+)\//.exec(file.path) ?? [];
    if (user2 === void 0) return isRoots(file, params.groups);
    const { uid } = file;
    return uid === Number(user2) || fail(text(`${file.path} belongs to user ${uid}`, `${file.path} \u5C5E\u4E8E\u7528\u6237 ${uid}`));
  }
});

// src/controls/host/host-kernel-rebooted.ts
var flavour = (release) => release.replace(/\+(deb|bpo)[^-]*/, "").replaceAll(/[^a-z]+/gi, " ").trim().toLowerCase();
function alike(h) {
  const wanted = flavour(h.kernel.running);
  return h.kernel.installed.filter((release) => flavour(release) === wanted);
}
var hostKernelRebooted = defineControl({
  id: "host-kernel-rebooted",
  subject: host,
  severity: "high",
  title: {
    en: "The host runs the newest kernel that is installed",
    zh: "\u5BBF\u4E3B\u673A\u8FD0\u884C\u7684\u662F\u5DF2\u5B89\u88C5\u7684\u6700\u65B0\u5185\u6838"
  },
  rationale: {
    en: "Containers share the host\u2019s kernel, and a flaw in it is a way out of all of them. A kernel that was patched on the disk but not booted protects nothing, while the package list says that all is well.",
    zh: "\u6240\u6709\u5BB9\u5668\u5171\u7528\u5BBF\u4E3B\u673A\u5185\u6838\uFF0C\u5185\u6838\u6F0F\u6D1E\u5C31\u662F\u5168\u90E8\u5BB9\u5668\u7684\u9003\u9038\u901A\u9053\u3002\u8865\u4E01\u88C5\u5230\u78C1\u76D8\u4E0A\u5374\u672A\u91CD\u542F\u7B49\u4E8E\u6CA1\u6709\u6253\uFF0C\u800C\u8F6F\u4EF6\u5305\u6E05\u5355\u5374\u663E\u793A\u4E00\u5207\u6B63\u5E38\u3002"
  },
  remediation: {
    en: "Move the workloads away or wait for a window, then systemctl reboot; check with uname -r afterwards.",
    zh: "\u8FC1\u79FB\u4E1A\u52A1\u6216\u5B89\u6392\u505C\u673A\u7A97\u53E3\u540E\u6267\u884C systemctl reboot\uFF0C\u91CD\u542F\u540E\u7528 uname -r \u6838\u5BF9\u3002"
  },
  references: [
    "https://man7.org/linux/man-pages/man2/uname.2.html",
    "https://docs.docker.com/engine/security/"
  ],
  applies: (h) => {
    if (h.kernel.installed.length === 0) {
      return notApplicable(
        h.os.containerOs ? text(
          "A container OS is replaced as a whole, and keeps no kernel packages",
          "\u5BB9\u5668\u4E13\u7528\u64CD\u4F5C\u7CFB\u7EDF\u6574\u4F53\u66F4\u65B0\uFF0C\u4E0D\u5355\u72EC\u5B89\u88C5\u5185\u6838\u5305"
        ) : text(
          "The host keeps no kernels of its own: its kernel comes from outside",
          "\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709\u5B89\u88C5\u5185\u6838\uFF0C\u5176\u5185\u6838\u7531\u5916\u90E8\u63D0\u4F9B"
        )
      );
    }
    return alike(h).length > 0 || notApplicable(
      text(
        `No kernel of the kind of ${h.kernel.running} is installed: the one that runs comes from outside`,
        `\u672A\u5B89\u88C5\u4E0E ${h.kernel.running} \u540C\u7C7B\u7684\u5185\u6838\uFF0C\u5F53\u524D\u5185\u6838\u7531\u5916\u90E8\u63D0\u4F9B`
      )
    );
  },
  check: (h) => {
    const newest = alike(h).at(-1);
    const { running } = h.kernel;
    if (newest === running) return true;
    return fail(
      text(`${running} runs, and ${newest} is installed`, `\u5F53\u524D\u8FD0\u884C ${running}\uFF0C\u5DF2\u5B89\u88C5 ${newest}`)
    );
  }
});

// src/controls/host/host-registry-certificates-mode.ts
import { z as z19 } from "zod";
var hostRegistryCertificatesMode = defineControl({
  id: "host-registry-certificates-mode",
  subject: host,
  severity: "medium",
  title: {
    en: "Registry certificates cannot be changed",
    zh: "\u4ED3\u5E93\u8BC1\u4E66\u6587\u4EF6\u4E0D\u53EF\u88AB\u6539\u5199"
  },
  rationale: {
    en: "A CA file below /etc/docker/certs.d decides which server the engine takes for the registry. Whoever can exchange it can put a server and images of their own in its place.",
    zh: "/etc/docker/certs.d \u4E0B\u7684 CA \u6587\u4EF6\u51B3\u5B9A\u5F15\u64CE\u628A\u54EA\u53F0\u670D\u52A1\u5668\u5F53\u4F5C\u955C\u50CF\u4ED3\u5E93\u3002\u80FD\u66FF\u6362\u5B83\u7684\u4EBA\uFF0C\u5C31\u80FD\u7528\u81EA\u5DF1\u7684\u670D\u52A1\u5668\u548C\u955C\u50CF\u5192\u540D\u9876\u66FF\u3002"
  },
  remediation: {
    en: "find /etc/docker/certs.d -type f -exec chmod 0444 {} + and find /etc/docker/certs.d -type d -exec chmod 0755 {} +",
    zh: "\u6267\u884C find /etc/docker/certs.d -type f -exec chmod 0444 {} + \u4EE5\u53CA find /etc/docker/certs.d -type d -exec chmod 0755 {} +"
  },
  references: [
    "https://docs.docker.com/engine/security/certificates/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  params: z19.object({
    /** Bits that a file may have. 0o444: it is read by all and written by none. */
    allowed: modeBits(292),
    /** Bits that a directory may have. 0o755: root alone puts files in. */
    allowedDirectory: modeBits(493)
  }),
  applies: (h) => h.registryCertificates.length > 0 || notApplicable(text("The host holds no registry certificates", "\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709\u4ED3\u5E93\u8BC1\u4E66")),
  check: each(
    (h) => h.registryCertificates,
    (file, { params }) => staysWithin(file, file.type === "directory" ? params.allowedDirectory : params.allowed)
  )
});

// src/controls/host/host-security-module.ts
var hostSecurityModule = defineControl({
  id: "host-security-module",
  subject: host,
  severity: "medium",
  title: {
    en: "The kernel enforces AppArmor or SELinux",
    zh: "\u5185\u6838\u5DF2\u5F3A\u5236\u542F\u7528 AppArmor \u6216 SELinux"
  },
  rationale: {
    en: "A mandatory policy still holds when a process is root and has broken out: it may only touch what its profile or label names. Without one, or with one that only warns, no such wall stands.",
    zh: "\u5F3A\u5236\u8BBF\u95EE\u63A7\u5236\u5728\u8FDB\u7A0B\u6210\u4E3A root \u751A\u81F3\u9003\u9038\u4E4B\u540E\u4ECD\u7136\u6709\u6548\uFF0C\u53EA\u5141\u8BB8\u5B83\u63A5\u89E6\u914D\u7F6E\u6216\u6807\u7B7E\u9650\u5B9A\u7684\u5BF9\u8C61\u3002\u672A\u542F\u7528\u6216\u4EC5\u544A\u8B66\u4E0D\u62E6\u622A\u65F6\uFF0C\u8FD9\u9053\u9632\u7EBF\u5F62\u540C\u865A\u8BBE\u3002"
  },
  remediation: {
    en: 'Debian and Ubuntu: apt-get install apparmor && systemctl enable --now apparmor, with apparmor=1 on the kernel\u2019s command line. RHEL: SELINUX=enforcing in /etc/selinux/config and a reboot, and "selinux-enabled": true in daemon.json.',
    zh: 'Debian\u3001Ubuntu\uFF1Aapt-get install apparmor && systemctl enable --now apparmor\uFF0C\u5185\u6838\u547D\u4EE4\u884C\u52A0 apparmor=1\u3002RHEL\uFF1A\u5728 /etc/selinux/config \u4E2D\u8BBE\u7F6E SELINUX=enforcing \u5E76\u91CD\u542F\uFF0C\u540C\u65F6\u5728 daemon.json \u4E2D\u8BBE\u7F6E "selinux-enabled": true\u3002'
  },
  references: [
    "https://docs.kernel.org/admin-guide/LSM/index.html",
    "https://docs.docker.com/engine/security/apparmor/"
  ],
  check: any(
    (h) => h.security.apparmor === "enabled",
    (h) => h.security.selinux === "enforcing"
  )
});

// src/controls/host/host-sudo-password.ts
import { z as z20 } from "zod";

// src/controls/host/sudo-command.ts
var directories = [
  "/bin",
  "/sbin",
  "/snap/bin",
  "/usr/bin",
  "/usr/local/bin",
  "/usr/local/sbin",
  "/usr/sbin"
];
var patternOf = (glob) => new RegExp(
  `^${glob.replaceAll(/[.+^${}()|\\]/g, "\\$&").replaceAll("*", "[^/]*").replaceAll("?", "[^/]")}$`
);
function sudoAllows(command, programs) {
  const [path = ""] = command.trim().split(/\s+/);
  if (path === "ALL") return "yes";
  if (path.startsWith("!")) return "no";
  if (/^[A-Z][A-Z0-9_]*$/.test(path) || /^\^|\[/.test(path)) return "unclear";
  if (!path.startsWith("/")) return "no";
  const places = directories.flatMap((directory4) => programs.map((name) => `${directory4}/${name}`));
  if (path.endsWith("/")) return directories.includes(path.slice(0, -1)) ? "yes" : "no";
  if (/[*?]/.test(path)) return places.some((place) => patternOf(path).test(place)) ? "yes" : "no";
  return programs.includes(path.slice(path.lastIndexOf("/") + 1)) ? "yes" : "no";
}

// src/controls/host/host-sudo-password.ts
var hostSudoPassword = defineControl({
  id: "host-sudo-password",
  subject: host,
  severity: "high",
  title: {
    en: "sudo asks for a password before docker runs, and logs it",
    zh: "\u901A\u8FC7 sudo \u8FD0\u884C docker \u987B\u8F93\u5165\u53E3\u4EE4\u5E76\u7559\u75D5"
  },
  rationale: {
    en: "Whoever may run docker by sudo is root. Asked for no password, whoever has only stolen a session or a key is root as well; without a log, nobody can say afterwards which person it was.",
    zh: "\u80FD\u7528 sudo \u8FD0\u884C docker \u5C31\u7B49\u540C\u4E8E root\u3002\u82E5\u514D\u53E3\u4EE4\uFF0C\u53EA\u7A83\u5F97\u4F1A\u8BDD\u6216\u5BC6\u94A5\u7684\u4EBA\u4E5F\u80FD\u6210\u4E3A root\uFF1B\u82E5\u4E0D\u7559\u65E5\u5FD7\uFF0C\u4E8B\u540E\u4FBF\u65E0\u6CD5\u843D\u5B9E\u5230\u5177\u4F53\u4EBA\u5458\u3002"
  },
  remediation: {
    en: "With visudo, remove NOPASSWD from rules that allow ALL or docker, and \u201CDefaults !syslog\u201D; add \u201CDefaults logfile=/var/log/sudo.log\u201D where no syslog is shipped.",
    zh: "\u7528 visudo \u4ECE\u5141\u8BB8 ALL \u6216 docker \u7684\u89C4\u5219\u4E2D\u53BB\u6389 NOPASSWD\uFF0C\u5220\u9664\u201CDefaults !syslog\u201D\uFF1B\u672A\u5916\u53D1 syslog \u7684\u4E3B\u673A\u52A0\u4E0A\u201CDefaults logfile=/var/log/sudo.log\u201D\u3002"
  },
  references: ["https://www.sudo.ws/docs/man/sudoers.man/"],
  params: z20.object({
    /** Programs that make root of whoever runs them by sudo: those that speak to an engine or a runtime. */
    programs: z20.array(z20.string()).default([
      "crictl",
      "ctr",
      "docker",
      "docker-compose",
      "dockerd",
      "nerdctl",
      "podman",
      "runc"
    ])
  }),
  applies: (h) => h.sudo.rules.length > 0 || notApplicable(text("No sudo rule exists on this host", "\u5BBF\u4E3B\u673A\u4E0A\u6CA1\u6709 sudo \u89C4\u5219")),
  check: all(
    each(
      (h) => h.sudo.rules,
      (rule, { params }) => {
        if (!rule.noPassword || rule.user === "root" || rule.user === "#0") return true;
        const commands = rule.commands.map((command) => ({
          command,
          allows: sudoAllows(command, params.programs)
        }));
        const wrong = commands.filter(({ allows }) => allows === "yes");
        const unclear = commands.filter(({ allows }) => allows === "unclear");
        const list = (of) => of.map(({ command }) => command).join(", ");
        const at = `${rule.file}:${rule.line}`;
        if (wrong.length > 0) {
          return fail(
            text(
              `${at}: ${rule.user} runs ${list(wrong)} without a password`,
              `${at}\uFF1A${rule.user} \u53EF\u514D\u53E3\u4EE4\u8FD0\u884C ${list(wrong)}`
            )
          );
        }
        if (unclear.length === 0) return true;
        return unknown(
          text(
            `${at}: what ${list(unclear)} stands for was not read`,
            `${at}\uFF1A\u672A\u8BFB\u53D6 ${list(unclear)} \u7684\u542B\u4E49`
          )
        );
      }
    ),
    (h) => !h.sudo.syslogDisabled || h.sudo.logFile !== "" || fail(text("sudo writes no log", "sudo \u4E0D\u8BB0\u5F55\u65E5\u5FD7"))
  )
});

// src/controls/host/host-tls-key-mode.ts
import { z as z21 } from "zod";
var key = (h) => h.files.tlsServerKey;
var hostTlsKeyMode = defineControl({
  id: "host-tls-key-mode",
  subject: host,
  severity: "critical",
  title: {
    en: "Only root can read the engine\u2019s TLS key",
    zh: "\u4EC5 root \u53EF\u8BFB\u53D6\u5F15\u64CE TLS \u79C1\u94A5"
  },
  rationale: {
    en: "With the key, anyone can pose as the engine, see what administrators send it, registry passwords included, and pass it on unnoticed.",
    zh: "\u638C\u63E1\u79C1\u94A5\u8005\u53EF\u4EE5\u5192\u5145\u5F15\u64CE\uFF0C\u622A\u83B7\u7BA1\u7406\u5458\u53D1\u9001\u7684\u5185\u5BB9\uFF08\u5305\u62EC\u4ED3\u5E93\u53E3\u4EE4\uFF09\u5E76\u8F6C\u53D1\uFF0C\u4E0D\u6613\u88AB\u5BDF\u89C9\u3002"
  },
  remediation: {
    en: "chmod 0400 /etc/docker/server-key.pem (the file that tlskey names). If others could read it until now, make a new key and certificate.",
    zh: "\u5BF9 tlskey \u6307\u5B9A\u7684\u6587\u4EF6\u6267\u884C chmod 0400 /etc/docker/server-key.pem\u3002\u82E5\u6B64\u524D\u4ED6\u4EBA\u53EF\u8BFB\uFF0C\u5E94\u66F4\u6362\u5BC6\u94A5\u548C\u8BC1\u4E66\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/protect-access/",
    "https://man7.org/linux/man-pages/man7/inode.7.html"
  ],
  params: z21.object({
    /** Bits that may be set. 0o400: root reads it, and nobody ever needs to write it. */
    allowed: modeBits(256)
  }),
  applies: hasFile(key, text("TLS key of an engine", "\u5F15\u64CE TLS \u79C1\u94A5")),
  check: modeAllowed(key)
});

// src/controls/engine/daemon-only.ts
var daemonOnly = (e) => e.product !== "podman" || notApplicable(
  text(
    "Podman has no daemon that this setting could be made on",
    "Podman \u6CA1\u6709\u5B88\u62A4\u8FDB\u7A0B\uFF0C\u4E0D\u5B58\u5728\u6B64\u9879\u8BBE\u7F6E"
  )
);

// src/controls/engine/engine-authorization-plugin.ts
var engineAuthorizationPlugin = defineControl({
  id: "engine-authorization-plugin",
  subject: engine,
  severity: "medium",
  title: {
    en: "An authorization plugin decides on each API request",
    zh: "\u7531\u6388\u6743\u63D2\u4EF6\u5BF9\u6BCF\u4E2A API \u8BF7\u6C42\u4F5C\u51FA\u88C1\u51B3"
  },
  rationale: {
    en: "By itself the engine knows only all or nothing: whoever may list containers may also start a privileged one. A plugin is the one place where a least privilege can be set for each caller.",
    zh: "\u5F15\u64CE\u81EA\u8EAB\u53EA\u6709\u201C\u5168\u6709\u6216\u5168\u65E0\u201D\u7684\u6743\u9650\uFF1A\u80FD\u5217\u51FA\u5BB9\u5668\u7684\u4EBA\uFF0C\u4E5F\u80FD\u542F\u52A8\u7279\u6743\u5BB9\u5668\u3002\u53EA\u6709\u6388\u6743\u63D2\u4EF6\u80FD\u6309\u8C03\u7528\u8005\u843D\u5B9E\u6700\u5C0F\u6743\u9650\u3002"
  },
  remediation: {
    en: 'Install an authorization plugin, for example Open Policy Agent\u2019s opa-docker-authz, name it under "authorization-plugins" in /etc/docker/daemon.json and restart the engine.',
    zh: '\u5B89\u88C5\u6388\u6743\u63D2\u4EF6\uFF08\u5982 Open Policy Agent \u7684 opa-docker-authz\uFF09\uFF0C\u5728 /etc/docker/daemon.json \u7684 "authorization-plugins" \u4E2D\u5199\u4E0A\u5176\u540D\u79F0\uFF0C\u7136\u540E\u91CD\u542F\u5F15\u64CE\u3002'
  },
  references: [
    "https://docs.docker.com/engine/extend/plugins_authorization/",
    "https://docs.docker.com/reference/cli/dockerd/"
  ],
  applies: daemonOnly,
  check: beside(
    (e) => e.plugins.authorization.length > 0,
    (e) => e.configured.authorizationPlugins
  )
});

// src/controls/engine/engine-central-logging.ts
import { z as z22 } from "zod";

// src/controls/engine/setting-in-force.ts
var settingInForce = (setting2, judge4) => beside(
  (e, ctx) => judge4(setting2(e).effective, ctx),
  (e) => setting2(e).configured
);

// src/controls/engine/engine-central-logging.ts
var engineCentralLogging = defineControl({
  id: "engine-central-logging",
  subject: engine,
  severity: "medium",
  title: {
    en: "Container logs leave the host by default",
    zh: "\u5BB9\u5668\u65E5\u5FD7\u9ED8\u8BA4\u96C6\u4E2D\u5916\u53D1"
  },
  rationale: {
    en: "Logs that lie only on the host go when the container or the host goes, and an intruder with root there can rewrite them.",
    zh: "\u65E5\u5FD7\u82E5\u53EA\u5B58\u4E8E\u672C\u673A\uFF0C\u5BB9\u5668\u6216\u4E3B\u673A\u4E00\u65E6\u9500\u6BC1\u5373\u544A\u4E22\u5931\uFF1B\u53D6\u5F97 root \u7684\u5165\u4FB5\u8005\u8FD8\u53EF\u4EE5\u7BE1\u6539\u65E5\u5FD7\u3002"
  },
  remediation: {
    en: 'Set a driver that ships logs in /etc/docker/daemon.json, for example "log-driver": "syslog", "log-opts": {"syslog-address": "tcp+tls://logs.example.org:6514"}, restart the engine and create the containers again.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u8BBE\u7F6E\u5916\u53D1\u65E5\u5FD7\u7684\u9A71\u52A8\uFF0C\u4F8B\u5982 "log-driver": "syslog"\u3001"log-opts": {"syslog-address": "tcp+tls://logs.example.org:6514"}\uFF0C\u91CD\u542F\u5F15\u64CE\u5E76\u91CD\u5EFA\u5BB9\u5668\u3002'
  },
  references: [
    "https://docs.docker.com/engine/logging/configure/",
    "https://docs.docker.com/engine/logging/drivers/syslog/"
  ],
  params: z22.object({
    /**
     * Drivers whose logs stay on the host. Take one out where something else ships its logs, such as an
     * agent that reads the journal. `syslog` is not here, though without an address it stays on the host.
     */
    local: z22.array(z22.string()).default(["none", "json-file", "local", "journald", "k8s-file", "passthrough"])
  }),
  check: settingInForce(
    (e) => e.logDriver,
    (driver, { params }) => !params.local.includes(driver) || fail(
      text(
        `The driver ${driver} keeps the logs on the host`,
        `\u65E5\u5FD7\u9A71\u52A8 ${driver} \u53EA\u628A\u65E5\u5FD7\u7559\u5728\u672C\u673A`
      )
    )
  )
});

// src/controls/engine/engine-configuration-in-force.ts
var written = (value) => Array.isArray(value) ? value.map(String).sort().join(", ") : String(value);
var agrees = (key2, setting2) => (e) => {
  const { configured } = setting2(e);
  if (configured === null) return true;
  const wanted = written(configured);
  const found = written(setting2(e).effective);
  if (wanted === found) return true;
  return fail(
    text(
      `${key2} is configured as \u201C${wanted}\u201D, but \u201C${found}\u201D is in force`,
      `${key2} \u914D\u7F6E\u4E3A\u201C${wanted}\u201D\uFF0C\u5B9E\u9645\u751F\u6548\u7684\u662F\u201C${found}\u201D`
    )
  );
};
var engineConfigurationInForce = defineControl({
  id: "engine-configuration-in-force",
  subject: engine,
  severity: "medium",
  title: {
    en: "What is configured is in force",
    zh: "\u5F15\u64CE\u914D\u7F6E\u5747\u5DF2\u751F\u6548"
  },
  rationale: {
    en: "A hardened daemon.json that was never loaded protects nothing, and yet convinces whoever reads the file. The next restart may also bring up an engine that nobody has tested.",
    zh: "\u52A0\u56FA\u8FC7\u5374\u4ECE\u672A\u52A0\u8F7D\u7684 daemon.json \u8D77\u4E0D\u5230\u4EFB\u4F55\u4FDD\u62A4\u4F5C\u7528\uFF0C\u53CD\u800C\u4F1A\u8BA9\u67E5\u770B\u6587\u4EF6\u7684\u4EBA\u8BEF\u4EE5\u4E3A\u5DF2\u7ECF\u6574\u6539\u3002\u4E0B\u4E00\u6B21\u91CD\u542F\u8FD8\u53EF\u80FD\u4F7F\u672A\u7ECF\u9A8C\u8BC1\u7684\u914D\u7F6E\u7A81\u7136\u751F\u6548\u3002"
  },
  remediation: {
    en: "Check the file with dockerd --validate --config-file /etc/docker/daemon.json, remove flags in ExecStart that contradict it, and restart: systemctl daemon-reload && systemctl restart docker.",
    zh: "\u7528 dockerd --validate --config-file /etc/docker/daemon.json \u6821\u9A8C\u6587\u4EF6\uFF0C\u53BB\u6389 ExecStart \u4E2D\u4E0E\u4E4B\u51B2\u7A81\u7684\u53C2\u6570\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl daemon-reload && systemctl restart docker\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://docs.docker.com/engine/daemon/"
  ],
  check: all(
    agrees("experimental", (e) => e.experimental),
    agrees("live-restore", (e) => e.liveRestore),
    agrees("debug", (e) => e.debug),
    agrees("log-level", (e) => e.logLevel),
    agrees("log-driver", (e) => e.logDriver),
    agrees("no-new-privileges", (e) => e.noNewPrivileges),
    agrees("iptables", (e) => e.packetFilter),
    agrees("userland-proxy", (e) => e.userlandProxy),
    agrees("default-ulimits", (e) => e.defaultUlimits),
    agrees("cgroup-parent", (e) => e.cgroupParent),
    agrees("icc", (e) => e.interContainerTraffic),
    each(
      (e) => e.configured.authorizationPlugins.map((name) => ({
        name,
        loaded: e.plugins.authorization
      })),
      ({ name, loaded }) => loaded.includes(name) || fail(
        text(
          `The authorization plugin ${name} is configured, but not in force`,
          `\u6388\u6743\u63D2\u4EF6 ${name} \u5DF2\u914D\u7F6E\u4F46\u672A\u751F\u6548`
        )
      )
    )
  )
});

// src/controls/engine/engine-default-cgroup.ts
import { z as z23 } from "zod";
function engineDefault(e) {
  if (e.cgroup.driver !== "systemd") return "/docker";
  return e.rootless ? "user.slice" : "system.slice";
}
var engineDefaultCgroup = defineControl({
  id: "engine-default-cgroup",
  subject: engine,
  severity: "low",
  title: {
    en: "Containers are put under the expected control group",
    zh: "\u5BB9\u5668\u5F52\u5C5E\u9884\u671F\u7684\u63A7\u5236\u7EC4"
  },
  rationale: {
    en: "The control group above all containers carries the limits that protect the host from them together. Under another parent those limits, and what watches them, do not hold.",
    zh: "\u6240\u6709\u5BB9\u5668\u4E4B\u4E0A\u7684\u7236\u63A7\u5236\u7EC4\u627F\u8F7D\u7740\u4FDD\u62A4\u5BBF\u4E3B\u673A\u7684\u603B\u4F53\u8D44\u6E90\u4E0A\u9650\u3002\u6362\u5230\u5176\u4ED6\u7236\u7EA7\uFF0C\u8FD9\u4E9B\u4E0A\u9650\u53CA\u5176\u76D1\u63A7\u4FBF\u4E0D\u518D\u751F\u6548\u3002"
  },
  remediation: {
    en: 'Remove "cgroup-parent" from /etc/docker/daemon.json and --cgroup-parent from ExecStart, and restart the engine; or, where another parent is intended, name it in the parameter expected.',
    zh: '\u4ECE /etc/docker/daemon.json \u4E2D\u5220\u9664 "cgroup-parent"\uFF0C\u53BB\u6389 ExecStart \u4E2D\u7684 --cgroup-parent\uFF0C\u7136\u540E\u91CD\u542F\u5F15\u64CE\uFF1B\u5982\u786E\u9700\u4F7F\u7528\u5176\u4ED6\u7236\u7EA7\uFF0C\u8BF7\u5728\u53C2\u6570 expected \u4E2D\u5199\u660E\u3002'
  },
  references: ["https://docs.docker.com/reference/cli/dockerd/"],
  params: z23.object({
    /** The parent that is right; empty means the engine’s default. */
    expected: z23.string().default("")
  }),
  applies: daemonOnly,
  check: beside(
    (e, { params }) => {
      const parent = e.cgroupParent.effective;
      if (parent === params.expected) return true;
      const named = parent === "" ? engineDefault(e) : parent;
      const wanted = params.expected === "" ? engineDefault(e) : params.expected;
      return named === wanted || fail(text(`The parent is ${named}`, `\u7236\u63A7\u5236\u7EC4\u4E3A ${named}`));
    },
    (e) => e.cgroupParent.configured
  )
});

// src/controls/engine/engine-default-ulimits.ts
import { z as z24 } from "zod";
var bounds = (limits, name) => limits.some((limit) => {
  const [key2, values = ""] = limit.split("=");
  const hard = values.split(":").at(-1) ?? "";
  return key2 === name && /^\d+$/.test(hard);
});
var engineDefaultUlimits = defineControl({
  id: "engine-default-ulimits",
  subject: engine,
  severity: "low",
  title: {
    en: "Containers start with default limits on resources",
    zh: "\u5BB9\u5668\u5177\u6709\u9ED8\u8BA4\u7684\u8D44\u6E90\u4E0A\u9650"
  },
  rationale: {
    en: "A container that says nothing inherits the limits of the engine, which service files often lift altogether. One leaking process can then use up the open files of the whole host.",
    zh: "\u672A\u58F0\u660E\u4E0A\u9650\u7684\u5BB9\u5668\u4F1A\u7EE7\u627F\u5F15\u64CE\u81EA\u8EAB\u7684\u9650\u5236\uFF0C\u800C\u670D\u52A1\u5355\u5143\u5F80\u5F80\u628A\u5B83\u5B8C\u5168\u653E\u5F00\u3002\u4E00\u4E2A\u6CC4\u6F0F\u53E5\u67C4\u7684\u8FDB\u7A0B\u5C31\u53EF\u80FD\u8017\u5C3D\u6574\u53F0\u4E3B\u673A\u7684\u6253\u5F00\u6587\u4EF6\u6570\u3002"
  },
  remediation: {
    en: 'Write "default-ulimits": {"nofile": {"Name": "nofile", "Soft": 16384, "Hard": 65536}} into /etc/docker/daemon.json, restart the engine and create the containers again.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "default-ulimits": {"nofile": {"Name": "nofile", "Soft": 16384, "Hard": 65536}}\uFF0C\u91CD\u542F\u5F15\u64CE\u5E76\u91CD\u5EFA\u5BB9\u5668\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://man7.org/linux/man-pages/man2/getrlimit.2.html"
  ],
  params: z24.object({
    /**
     * Limits that must have a finite hard value. Open files alone: nproc counts a user’s processes in
     * all containers together, which the pids limit of each container does better.
     */
    required: z24.array(z24.string()).default(["nofile"])
  }),
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.defaultUlimits,
    (limits, { params }) => {
      const missing = params.required.filter((name) => !bounds(limits, name));
      if (missing.length === 0) return true;
      return fail(
        text(`No default bounds ${missing.join(", ")}`, `\u672A\u8BBE\u9ED8\u8BA4\u4E0A\u9650\uFF1A${missing.join("\u3001")}`)
      );
    }
  )
});

// src/controls/engine/engine-live-restore.ts
var engineLiveRestore = defineControl({
  id: "engine-live-restore",
  subject: engine,
  severity: "low",
  title: {
    en: "Containers outlive a restart of the engine",
    zh: "\u5F15\u64CE\u91CD\u542F\u65F6\u5BB9\u5668\u4E0D\u4E2D\u65AD"
  },
  rationale: {
    en: "When a restart of the engine stops every container, patches for it are put off, and a crash of the engine becomes an outage of all services on the host.",
    zh: "\u5982\u679C\u91CD\u542F\u5F15\u64CE\u4F1A\u505C\u6389\u5168\u90E8\u5BB9\u5668\uFF0C\u5F15\u64CE\u8865\u4E01\u5C31\u4F1A\u88AB\u4E00\u518D\u63A8\u8FDF\uFF1B\u5F15\u64CE\u4E00\u65E6\u5D29\u6E83\uFF0C\u6574\u53F0\u4E3B\u673A\u4E0A\u7684\u4E1A\u52A1\u4E5F\u968F\u4E4B\u4E2D\u65AD\u3002"
  },
  remediation: {
    en: 'Write "live-restore": true into /etc/docker/daemon.json and reload: systemctl reload docker.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "live-restore": true\uFF0C\u7136\u540E\u91CD\u65B0\u52A0\u8F7D\uFF1Asystemctl reload docker\u3002'
  },
  references: ["https://docs.docker.com/engine/daemon/live-restore/"],
  applies: (e) => {
    if (e.product === "podman") {
      return notApplicable(
        text("Podman\u2019s containers do not depend on a daemon", "Podman \u7684\u5BB9\u5668\u4E0D\u4F9D\u8D56\u5B88\u62A4\u8FDB\u7A0B")
      );
    }
    return e.swarm.state === "inactive" || notApplicable(
      text(
        "The engine belongs to a Swarm, and Swarm mode excludes live restore",
        "\u5F15\u64CE\u5DF2\u52A0\u5165 Swarm\uFF0C\u800C Swarm \u6A21\u5F0F\u4E0E live-restore \u4E92\u65A5"
      )
    );
  },
  check: settingInForce(
    (e) => e.liveRestore,
    (on) => on
  )
});

// src/controls/engine/engine-log-level.ts
import { z as z25 } from "zod";
var engineLogLevel = defineControl({
  id: "engine-log-level",
  subject: engine,
  severity: "low",
  title: {
    en: "The engine logs what an audit needs, and no more",
    zh: "\u5F15\u64CE\u65E5\u5FD7\u7EA7\u522B\u9002\u5F53"
  },
  rationale: {
    en: "Above info the traces of normal use are missing when something must be reconstructed. At debug the log holds request bodies, secrets among them, and drowns what matters.",
    zh: "\u7EA7\u522B\u9AD8\u4E8E info \u65F6\uFF0C\u4E8B\u540E\u8FFD\u6EAF\u7F3A\u5C11\u6B63\u5E38\u64CD\u4F5C\u7684\u75D5\u8FF9\uFF1Bdebug \u7EA7\u522B\u5219\u4F1A\u8BB0\u5F55\u8BF7\u6C42\u5185\u5BB9\uFF08\u5176\u4E2D\u53EF\u80FD\u542B\u6709\u673A\u5BC6\u4FE1\u606F\uFF09\uFF0C\u5E76\u6DF9\u6CA1\u771F\u6B63\u91CD\u8981\u7684\u65E5\u5FD7\u3002"
  },
  remediation: {
    en: 'Set "log-level": "info" and "debug": false in /etc/docker/daemon.json, remove -D and --log-level from ExecStart, and restart: systemctl restart docker.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u8BBE\u7F6E "log-level": "info"\u3001"debug": false\uFF0C\u4ECE ExecStart \u4E2D\u53BB\u6389 -D \u548C --log-level\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl restart docker\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://docs.docker.com/engine/daemon/logs/"
  ],
  params: z25.object({
    /** Levels that are right. Info records what is done, without the contents of requests. */
    allowed: z25.array(z25.enum(["debug", "info", "warn", "error", "fatal"])).default(["info"])
  }),
  applies: daemonOnly,
  check: all(
    settingInForce(
      (e) => e.debug,
      (on, { params }) => !on || params.allowed.includes("debug") || fail(text("Debugging is switched on", "\u8C03\u8BD5\u6A21\u5F0F\u5DF2\u5F00\u542F"))
    ),
    settingInForce(
      (e) => e.logLevel,
      (level, { params }) => params.allowed.some((allowed) => allowed === level) || fail(text(`The level is ${level}`, `\u65E5\u5FD7\u7EA7\u522B\u4E3A ${level}`))
    )
  )
});

// src/controls/engine/engine-no-experimental.ts
var engineNoExperimental = defineControl({
  id: "engine-no-experimental",
  subject: engine,
  severity: "low",
  title: {
    en: "Experimental features are off",
    zh: "\u672A\u542F\u7528\u5B9E\u9A8C\u6027\u529F\u80FD"
  },
  rationale: {
    en: "Experimental features have seen little review, change without notice and may vanish with the next release. That is more than production should stand on.",
    zh: "\u5B9E\u9A8C\u6027\u529F\u80FD\u672A\u7ECF\u5145\u5206\u8BC4\u5BA1\uFF0C\u53EF\u80FD\u4E0D\u7ECF\u901A\u77E5\u5C31\u53D8\u66F4\uFF0C\u4E0B\u4E00\u7248\u672C\u751A\u81F3\u4F1A\u79FB\u9664\uFF0C\u4E0D\u5E94\u4F5C\u4E3A\u751F\u4EA7\u73AF\u5883\u7684\u4F9D\u6258\u3002"
  },
  remediation: {
    en: 'Remove "experimental": true from /etc/docker/daemon.json and --experimental from ExecStart, then restart: systemctl restart docker.',
    zh: '\u4ECE /etc/docker/daemon.json \u4E2D\u5220\u9664 "experimental": true\uFF0C\u5E76\u53BB\u6389 ExecStart \u4E2D\u7684 --experimental\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl restart docker\u3002'
  },
  references: ["https://docs.docker.com/reference/cli/dockerd/"],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.experimental,
    (on) => !on
  )
});

// src/controls/engine/engine-no-insecure-registries.ts
var loopbackRange = /^(127(\.\d{1,3}){3}\/(8|9|[12]\d|3[0-2])|::1(\/128)?)$/;
var loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)(:\d+)?$/;
var engineNoInsecureRegistries = defineControl({
  id: "engine-no-insecure-registries",
  subject: engine,
  severity: "high",
  title: {
    en: "No registry is trusted without verification",
    zh: "\u4E0D\u4FE1\u4EFB\u672A\u7ECF\u6821\u9A8C\u7684\u955C\u50CF\u4ED3\u5E93"
  },
  rationale: {
    en: "For an insecure registry the engine accepts any certificate, or none. Whoever sits on the path reads the credentials and can answer a tag with an image of their own.",
    zh: "\u5BF9\u4E0D\u5B89\u5168\u4ED3\u5E93\uFF0C\u5F15\u64CE\u63A5\u53D7\u4EFB\u610F\u8BC1\u4E66\u751A\u81F3\u660E\u6587\u8FDE\u63A5\u3002\u5904\u4E8E\u94FE\u8DEF\u4E0A\u7684\u4EBA\u53EF\u4EE5\u7A83\u53D6\u4ED3\u5E93\u51ED\u636E\uFF0C\u5E76\u7528\u81EA\u5DF1\u7684\u955C\u50CF\u5192\u5145\u67D0\u4E2A\u6807\u7B7E\u3002"
  },
  remediation: {
    en: 'Give the registry a certificate, put its CA into /etc/docker/certs.d/HOST:PORT/ca.crt, write mirrors with https://, and remove "insecure-registries" from daemon.json. Then restart: systemctl restart docker.',
    zh: '\u4E3A\u4ED3\u5E93\u914D\u7F6E\u8BC1\u4E66\uFF0C\u628A CA \u653E\u5230 /etc/docker/certs.d/\u4E3B\u673A:\u7AEF\u53E3/ca.crt\uFF0C\u955C\u50CF\u52A0\u901F\u5730\u5740\u6539\u7528 https://\uFF0C\u5E76\u4ECE daemon.json \u4E2D\u5220\u9664 "insecure-registries"\u3002\u968F\u540E\u91CD\u542F\uFF1Asystemctl restart docker\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://docs.docker.com/engine/security/certificates/"
  ],
  check: all(
    each(
      (e) => e.registries.insecureRanges,
      (range) => loopbackRange.test(range) || fail(text(`Anything in ${range} is trusted`, `\u4FE1\u4EFB\u7F51\u6BB5 ${range} \u5185\u7684\u4EFB\u610F\u4ED3\u5E93`))
    ),
    each(
      (e) => e.registries.indexes,
      ({ name, secure }) => secure || loopbackHost.test(name) || fail(text(`${name} is not verified`, `\u4ED3\u5E93 ${name} \u672A\u7ECF\u6821\u9A8C`))
    ),
    each(
      (e) => e.registries.mirrors,
      (mirror) => {
        const [, host2] = /^http:\/\/([^/]+)/i.exec(mirror) ?? [];
        if (host2 === void 0 || loopbackHost.test(host2)) return true;
        return fail(text(`The mirror ${mirror} is not encrypted`, `\u955C\u50CF\u52A0\u901F\u5730\u5740 ${mirror} \u672A\u52A0\u5BC6`));
      }
    )
  )
});

// src/controls/engine/engine-no-new-privileges.ts
var engineNoNewPrivileges = defineControl({
  id: "engine-no-new-privileges",
  subject: engine,
  severity: "medium",
  title: {
    en: "By default no container process can gain privileges",
    zh: "\u9ED8\u8BA4\u7981\u6B62\u5BB9\u5668\u8FDB\u7A0B\u63D0\u5347\u6743\u9650"
  },
  rationale: {
    en: "A setuid program left in an image turns an ordinary user in the container into root again. With this default the kernel refuses that for every container that says nothing of it.",
    zh: "\u955C\u50CF\u4E2D\u6B8B\u7559\u7684 setuid \u7A0B\u5E8F\u4F1A\u8BA9\u5BB9\u5668\u5185\u7684\u666E\u901A\u7528\u6237\u91CD\u65B0\u53D8\u6210 root\u3002\u542F\u7528\u8BE5\u9ED8\u8BA4\u503C\u540E\uFF0C\u51E1\u672A\u53E6\u884C\u58F0\u660E\u7684\u5BB9\u5668\uFF0C\u5185\u6838\u4E00\u5F8B\u62D2\u7EDD\u8FD9\u79CD\u63D0\u6743\u3002"
  },
  remediation: {
    en: 'Write "no-new-privileges": true into /etc/docker/daemon.json, restart the engine and create the containers again.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "no-new-privileges": true\uFF0C\u91CD\u542F\u5F15\u64CE\u5E76\u91CD\u5EFA\u5BB9\u5668\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://docs.kernel.org/userspace-api/no_new_privs.html"
  ],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.noNewPrivileges,
    (on) => on
  )
});

// src/controls/engine/engine-packet-filter.ts
var enginePacketFilter = defineControl({
  id: "engine-packet-filter",
  subject: engine,
  severity: "high",
  title: {
    en: "The engine keeps its networks apart with packet filter rules",
    zh: "\u5F15\u64CE\u901A\u8FC7\u5305\u8FC7\u6EE4\u89C4\u5219\u9694\u79BB\u5404\u7F51\u7EDC"
  },
  rationale: {
    en: "The walls between container networks, and between them and the outside, are packet filter rules that the engine writes. Forbid it to, and containers of different networks reach one another, unless somebody keeps equal rules by hand.",
    zh: "\u5BB9\u5668\u7F51\u7EDC\u4E4B\u95F4\u3001\u5BB9\u5668\u4E0E\u5916\u90E8\u4E4B\u95F4\u7684\u9694\u79BB\uFF0C\u90FD\u9760\u5F15\u64CE\u5199\u5165\u7684\u5305\u8FC7\u6EE4\u89C4\u5219\u5B9E\u73B0\u3002\u7981\u6B62\u5F15\u64CE\u5199\u89C4\u5219\u540E\uFF0C\u9664\u975E\u4EBA\u5DE5\u7EF4\u62A4\u7B49\u6548\u89C4\u5219\uFF0C\u5426\u5219\u4E0D\u540C\u7F51\u7EDC\u7684\u5BB9\u5668\u53EF\u4EE5\u4E92\u901A\u3002"
  },
  remediation: {
    en: 'Remove "iptables": false (and "ip6tables": false) from /etc/docker/daemon.json and --iptables=false from ExecStart, then restart: systemctl restart docker. Put rules of your own into the DOCKER-USER chain.',
    zh: '\u4ECE /etc/docker/daemon.json \u4E2D\u5220\u9664 "iptables": false\uFF08\u4EE5\u53CA "ip6tables": false\uFF09\uFF0C\u5E76\u53BB\u6389 ExecStart \u4E2D\u7684 --iptables=false\uFF0C\u7136\u540E\u91CD\u542F\uFF1Asystemctl restart docker\u3002\u81EA\u5B9A\u4E49\u89C4\u5219\u8BF7\u5199\u5165 DOCKER-USER \u94FE\u3002'
  },
  references: ["https://docs.docker.com/engine/network/packet-filtering-firewalls/"],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.packetFilter,
    (on) => on
  )
});

// src/controls/engine/engine-rootless.ts
var engineRootless = defineControl({
  id: "engine-rootless",
  subject: engine,
  severity: "medium",
  title: {
    en: "The engine itself runs without root",
    zh: "\u5F15\u64CE\u4EE5\u65E0\u6839\u6A21\u5F0F\u8FD0\u884C"
  },
  rationale: {
    en: "An engine that runs as root hands root to whoever takes it over, by a flaw of its own or by its socket. A rootless one is worth no more than the account it runs under.",
    zh: "\u4EE5 root \u8FD0\u884C\u7684\u5F15\u64CE\u4E00\u65E6\u56E0\u81EA\u8EAB\u6F0F\u6D1E\u6216\u5957\u63A5\u5B57\u88AB\u63A5\u7BA1\uFF0C\u5BF9\u65B9\u5C31\u5F97\u5230\u5BBF\u4E3B\u673A root\u3002\u65E0\u6839\u6A21\u5F0F\u4E0B\uFF0C\u6700\u591A\u5931\u53BB\u5176\u6240\u5C5E\u8D26\u53F7\u7684\u6743\u9650\u3002"
  },
  remediation: {
    en: "Install the rootless engine under an account of its own: dockerd-rootless-setuptool.sh install, then loginctl enable-linger ACCOUNT; stop the one that runs as root with systemctl disable --now docker.service docker.socket.",
    zh: "\u7528\u4E13\u7528\u8D26\u53F7\u5B89\u88C5\u65E0\u6839\u5F15\u64CE\uFF1Adockerd-rootless-setuptool.sh install\uFF0C\u518D\u6267\u884C loginctl enable-linger \u8D26\u53F7\uFF1B\u968F\u540E\u505C\u7528 root \u5F15\u64CE\uFF1Asystemctl disable --now docker.service docker.socket\u3002"
  },
  references: ["https://docs.docker.com/engine/security/rootless/"],
  applies: (e) => e.swarm.state === "inactive" || notApplicable(
    text(
      "The engine belongs to a Swarm, whose overlay networks a rootless engine does not support",
      "\u5F15\u64CE\u5DF2\u52A0\u5165 Swarm\uFF0C\u800C\u65E0\u6839\u6A21\u5F0F\u4E0D\u652F\u6301\u5176 overlay \u7F51\u7EDC"
    )
  ),
  check: (e) => e.rootless
});

// src/controls/engine/engine-seccomp-default.ts
import { z as z26 } from "zod";
var engineSeccompDefault = defineControl({
  id: "engine-seccomp-default",
  subject: engine,
  severity: "high",
  title: {
    en: "The engine filters system calls by default",
    zh: "\u5F15\u64CE\u9ED8\u8BA4\u542F\u7528\u7CFB\u7EDF\u8C03\u7528\u8FC7\u6EE4"
  },
  rationale: {
    en: "The default profile keeps dozens of system calls from containers, among them those that many breakouts began with. Without it every container meets the whole kernel.",
    zh: "\u9ED8\u8BA4 seccomp \u914D\u7F6E\u4F1A\u62E6\u622A\u5BB9\u5668\u7684\u6570\u5341\u4E2A\u7CFB\u7EDF\u8C03\u7528\uFF0C\u591A\u6570\u9003\u9038\u6B63\u662F\u7531\u5176\u4E2D\u67D0\u4E9B\u8C03\u7528\u8D77\u6B65\u3002\u6CA1\u6709\u5B83\uFF0C\u6BCF\u4E2A\u5BB9\u5668\u90FD\u76F4\u63A5\u9762\u5BF9\u6574\u4E2A\u5185\u6838\u3002"
  },
  remediation: {
    en: 'Remove "seccomp-profile": "unconfined" from /etc/docker/daemon.json (and --seccomp-profile from ExecStart), restart the engine and check with docker info --format "{{.SecurityOptions}}". A kernel needs CONFIG_SECCOMP.',
    zh: '\u4ECE /etc/docker/daemon.json \u4E2D\u5220\u9664 "seccomp-profile": "unconfined"\uFF08\u4EE5\u53CA ExecStart \u4E2D\u7684 --seccomp-profile\uFF09\uFF0C\u91CD\u542F\u5F15\u64CE\uFF0C\u5E76\u7528 docker info --format "{{.SecurityOptions}}" \u6838\u5BF9\u3002\u5185\u6838\u987B\u542F\u7528 CONFIG_SECCOMP\u3002'
  },
  references: ["https://docs.docker.com/engine/security/seccomp/"],
  params: z26.object({
    /** Paths of profiles of your own that were reviewed. The engine tells the path only, not what is in it. */
    reviewed: z26.array(z26.string()).default([])
  }),
  check: (e, { params }) => {
    const { seccomp } = e.security;
    if (seccomp === "") {
      return fail(text("The engine has no seccomp", "\u5F15\u64CE\u4E0D\u652F\u6301 seccomp"));
    }
    if (seccomp === "unconfined") {
      return fail(text("Its default is no filter at all", "\u9ED8\u8BA4\u4E0D\u505A\u4EFB\u4F55\u8FC7\u6EE4"));
    }
    if (["builtin", "default", ...params.reviewed].includes(seccomp)) return true;
    return unknown(
      text(
        `Its default is the profile ${seccomp}, which nobody has named as reviewed`,
        `\u9ED8\u8BA4\u4F7F\u7528\u914D\u7F6E\u6587\u4EF6 ${seccomp}\uFF0C\u8BE5\u6587\u4EF6\u672A\u5217\u5165\u5DF2\u5BA1\u67E5\u6E05\u5355`
      )
    );
  }
});

// src/controls/engine/engine-stopped-containers.ts
import { z as z27 } from "zod";
var engineStoppedContainers = defineControl({
  id: "engine-stopped-containers",
  subject: engine,
  severity: "low",
  title: {
    en: "Stopped containers are cleaned up",
    zh: "\u5DF2\u505C\u6B62\u7684\u5BB9\u5668\u53CA\u65F6\u6E05\u7406"
  },
  rationale: {
    en: "A stopped container keeps its files, its environment and its rights, and one command starts it again as it was, old flaws included. In a heap of them nobody sees the one that should not be there.",
    zh: "\u5DF2\u505C\u6B62\u7684\u5BB9\u5668\u4ECD\u4FDD\u7559\u5176\u6587\u4EF6\u3001\u73AF\u5883\u53D8\u91CF\u548C\u6743\u9650\uFF0C\u4E00\u6761\u547D\u4EE4\u5C31\u80FD\u5E26\u7740\u65E7\u6F0F\u6D1E\u539F\u6837\u542F\u52A8\u3002\u5806\u79EF\u8FC7\u591A\u65F6\uFF0C\u4E0D\u8BE5\u5B58\u5728\u7684\u90A3\u4E00\u4E2A\u4FBF\u65E0\u4EBA\u5BDF\u89C9\u3002"
  },
  remediation: {
    en: 'Remove them: docker container prune --filter "until=72h", on a schedule, and start one-off jobs with --rm.',
    zh: '\u6E05\u7406\uFF1Adocker container prune --filter "until=72h"\uFF0C\u5E76\u8BBE\u4E3A\u5B9A\u671F\u4EFB\u52A1\uFF1B\u4E00\u6B21\u6027\u4EFB\u52A1\u542F\u52A8\u65F6\u52A0 --rm\u3002'
  },
  references: ["https://docs.docker.com/engine/manage-resources/pruning/"],
  params: z27.object({
    /** Stopped containers at most. 10 leaves room for jobs that just ended, and can still be looked through. */
    max: z27.number().int().nonnegative().default(10)
  }),
  check: (e, { params }) => {
    const { stopped, containers } = e.counts;
    if (stopped <= params.max) return true;
    return fail(
      text(
        `${stopped} of ${containers} containers are stopped`,
        `\u5171 ${containers} \u4E2A\u5BB9\u5668\uFF0C\u5176\u4E2D ${stopped} \u4E2A\u5DF2\u505C\u6B62`
      )
    );
  }
});

// src/controls/engine/engine-storage-driver.ts
import { z as z28 } from "zod";
var engineStorageDriver = defineControl({
  id: "engine-storage-driver",
  subject: engine,
  severity: "medium",
  title: {
    en: "The storage driver is one that is still maintained",
    zh: "\u5B58\u50A8\u9A71\u52A8\u4ECD\u5728\u7EF4\u62A4"
  },
  rationale: {
    en: "Storage drivers that were given up get no fixes, keep the host on old kernels and old engines, and have a record of data loss and kernel crashes.",
    zh: "\u5DF2\u5F03\u7528\u7684\u5B58\u50A8\u9A71\u52A8\u4E0D\u518D\u83B7\u5F97\u4FEE\u590D\uFF0C\u4F1A\u628A\u4E3B\u673A\u56F0\u5728\u65E7\u5185\u6838\u3001\u65E7\u5F15\u64CE\u4E0A\uFF0C\u5E76\u4E14\u6709\u6570\u636E\u4E22\u5931\u548C\u5185\u6838\u5D29\u6E83\u7684\u5148\u4F8B\u3002"
  },
  remediation: {
    en: 'Save what must be kept, set "storage-driver": "overlay2" in /etc/docker/daemon.json (or leave it out: it is the default), restart the engine and pull the images again.',
    zh: '\u5148\u5907\u4EFD\u9700\u8981\u4FDD\u7559\u7684\u6570\u636E\uFF0C\u5728 /etc/docker/daemon.json \u4E2D\u8BBE\u7F6E "storage-driver": "overlay2"\uFF08\u6216\u5220\u9664\u8BE5\u9879\uFF0C\u4F7F\u7528\u9ED8\u8BA4\u503C\uFF09\uFF0C\u91CD\u542F\u5F15\u64CE\u540E\u91CD\u65B0\u62C9\u53D6\u955C\u50CF\u3002'
  },
  references: [
    "https://docs.docker.com/engine/storage/drivers/select-storage-driver/",
    "https://docs.docker.com/engine/deprecated/"
  ],
  params: z28.object({
    /** Drivers that are refused: those which Docker deprecated and later took out. */
    refused: z28.array(z28.string()).default(["aufs", "devicemapper", "overlay"])
  }),
  check: (e, { params }) => {
    const { driver } = e.storage;
    if (!params.refused.includes(driver)) return true;
    return fail(text(`The driver is ${driver}`, `\u5B58\u50A8\u9A71\u52A8\u4E3A ${driver}`));
  }
});

// src/controls/engine/engine-swarm-unneeded.ts
import { z as z29 } from "zod";
var engineSwarmUnneeded = defineControl({
  id: "engine-swarm-unneeded",
  subject: engine,
  severity: "low",
  title: {
    en: "Swarm mode is on only where it is needed",
    zh: "\u4EC5\u5728\u9700\u8981\u65F6\u542F\u7528 Swarm \u6A21\u5F0F"
  },
  rationale: {
    en: "Swarm mode opens ports for management, gossip and data on the host, and lets managers elsewhere start containers on it. Where nothing uses that, it is only surface to attack.",
    zh: "Swarm \u6A21\u5F0F\u4F1A\u5728\u4E3B\u673A\u4E0A\u5F00\u653E\u7BA1\u7406\u3001\u8282\u70B9\u901A\u4FE1\u548C\u6570\u636E\u7AEF\u53E3\uFF0C\u5E76\u5141\u8BB8\u5176\u4ED6\u7BA1\u7406\u8282\u70B9\u5728\u672C\u673A\u542F\u52A8\u5BB9\u5668\u3002\u82E5\u65E0\u4E1A\u52A1\u4F7F\u7528\uFF0C\u8FD9\u4E9B\u53EA\u662F\u5E73\u767D\u589E\u52A0\u7684\u653B\u51FB\u9762\u3002"
  },
  remediation: {
    en: "Leave the Swarm: docker swarm leave (--force on the last manager). Where the host is meant to be in one, set the parameter expected to true.",
    zh: "\u9000\u51FA Swarm\uFF1Adocker swarm leave\uFF08\u6700\u540E\u4E00\u4E2A\u7BA1\u7406\u8282\u70B9\u52A0 --force\uFF09\u3002\u5982\u672C\u673A\u786E\u9700\u52A0\u5165\u96C6\u7FA4\uFF0C\u8BF7\u5C06\u53C2\u6570 expected \u8BBE\u4E3A true\u3002"
  },
  references: ["https://docs.docker.com/engine/swarm/swarm-mode/"],
  params: z29.object({
    /** Whether this engine is meant to be in a Swarm. */
    expected: z29.boolean().default(false)
  }),
  check: (e, { params }) => {
    const { state } = e.swarm;
    if (state === "inactive" || params.expected) return true;
    return fail(text(`Swarm mode is on (${state})`, `Swarm \u6A21\u5F0F\u5DF2\u542F\u7528\uFF08${state}\uFF09`));
  }
});

// src/controls/engine/engine-tcp-mutual-tls.ts
var met = {
  none: text("answers in the clear", "\u4EE5\u660E\u6587\u5E94\u7B54"),
  server: text("lets a client in without a certificate", "\u5141\u8BB8\u65E0\u8BC1\u4E66\u7684\u5BA2\u6237\u7AEF\u63A5\u5165")
};
var engineTcpMutualTls = defineControl({
  id: "engine-tcp-mutual-tls",
  subject: engine,
  severity: "critical",
  title: {
    en: "Every TCP port of the API demands a client certificate",
    zh: "API \u7684\u6240\u6709 TCP \u7AEF\u53E3\u5747\u8981\u6C42\u5BA2\u6237\u7AEF\u8BC1\u4E66"
  },
  rationale: {
    en: "Whoever reaches the API is root on the host: one request starts a container with the whole disk in it. A port without client certificates gives that to the network, and one on loopback to every local process.",
    zh: "\u80FD\u8BBF\u95EE API \u5C31\u7B49\u540C\u4E8E\u5BBF\u4E3B\u673A root\uFF1A\u4E00\u6B21\u8BF7\u6C42\u5373\u53EF\u542F\u52A8\u4E00\u4E2A\u6302\u8F7D\u6574\u5757\u78C1\u76D8\u7684\u5BB9\u5668\u3002\u7AEF\u53E3\u4E0D\u6821\u9A8C\u5BA2\u6237\u7AEF\u8BC1\u4E66\uFF0C\u7B49\u4E8E\u628A root \u6743\u9650\u4EA4\u7ED9\u6574\u4E2A\u7F51\u7EDC\uFF1B\u5373\u4F7F\u53EA\u76D1\u542C\u56DE\u73AF\u5730\u5740\uFF0C\u4E5F\u7B49\u4E8E\u4EA4\u7ED9\u672C\u673A\u7684\u6BCF\u4E2A\u8FDB\u7A0B\u3002"
  },
  remediation: {
    en: 'Remove tcp:// from "hosts" in daemon.json and from ExecStart, and use ssh:// instead; or set "tlsverify": true with "tlscacert", "tlscert" and "tlskey". Then restart: systemctl restart docker.',
    zh: '\u4ECE daemon.json \u7684 "hosts" \u548C ExecStart \u4E2D\u53BB\u6389 tcp://\uFF0C\u6539\u7528 ssh://\uFF1B\u6216\u8BBE\u7F6E "tlsverify": true \u5E76\u914D\u597D "tlscacert"\u3001"tlscert"\u3001"tlskey"\u3002\u968F\u540E\u91CD\u542F\uFF1Asystemctl restart docker\u3002'
  },
  references: [
    "https://docs.docker.com/engine/security/protect-access/",
    "https://docs.docker.com/reference/cli/dockerd/"
  ],
  check: each(
    (e) => e.listeners,
    ({ address, port: port2, tls }) => {
      if (tls === "mutual") return true;
      const at = `${address.includes(":") ? `[${address}]` : address}:${port2}`;
      return fail(text(`${at} ${met[tls].en}`, `${at} ${met[tls].zh}`));
    }
  )
});

// src/controls/engine/engine-user-namespaces.ts
var engineUserNamespaces = defineControl({
  id: "engine-user-namespaces",
  subject: engine,
  severity: "medium",
  title: {
    en: "Root in a container is not root on the host",
    zh: "\u5BB9\u5668\u5185\u7684 root \u4E0D\u7B49\u4E8E\u5BBF\u4E3B\u673A\u7684 root"
  },
  rationale: {
    en: "Without a user namespace, number 0 inside and outside are the same user. A process that breaks out, or that writes to a mounted directory, does so as the host\u2019s root.",
    zh: "\u6CA1\u6709\u7528\u6237\u547D\u540D\u7A7A\u95F4\u65F6\uFF0C\u5BB9\u5668\u5185\u5916\u7684 UID 0 \u662F\u540C\u4E00\u4E2A\u7528\u6237\u3002\u8FDB\u7A0B\u4E00\u65E6\u9003\u9038\uFF0C\u6216\u5411\u6302\u8F7D\u7684\u76EE\u5F55\u5199\u5165\uFF0C\u5C31\u662F\u4EE5\u5BBF\u4E3B\u673A root \u7684\u8EAB\u4EFD\u8FDB\u884C\u3002"
  },
  remediation: {
    en: 'Write "userns-remap": "default" into /etc/docker/daemon.json and restart the engine (it starts with an empty store, so plan for pulling images again), or run the engine rootless: dockerd-rootless-setuptool.sh install.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "userns-remap": "default" \u5E76\u91CD\u542F\u5F15\u64CE\uFF08\u91CD\u542F\u540E\u4F7F\u7528\u65B0\u7684\u5B58\u50A8\u76EE\u5F55\uFF0C\u9700\u91CD\u65B0\u62C9\u53D6\u955C\u50CF\uFF09\uFF1B\u6216\u4EE5\u65E0\u6839\u6A21\u5F0F\u8FD0\u884C\u5F15\u64CE\uFF1Adockerd-rootless-setuptool.sh install\u3002'
  },
  references: [
    "https://docs.docker.com/engine/security/userns-remap/",
    "https://docs.docker.com/engine/security/rootless/"
  ],
  check: (e) => e.rootless || e.userNamespaces
});

// src/controls/versions.ts
function parse(version2) {
  const found = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version2.trim());
  if (!found) return void 0;
  const [, digits = "", rest = ""] = found;
  return {
    numbers: digits.split(".").map(Number),
    preview: /^[-.~](alpha|beta|rc|dev)/i.test(rest)
  };
}
function atLeastVersion(version2, minimum) {
  const one = parse(version2);
  const other = parse(minimum);
  if (!one || !other) return null;
  const length = Math.max(one.numbers.length, other.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return !one.preview || other.preview;
}

// src/controls/engine/engine-userland-proxy-off.ts
var rootlessWithout = "29.5.0";
var engineUserlandProxyOff = defineControl({
  id: "engine-userland-proxy-off",
  subject: engine,
  severity: "low",
  title: {
    en: "Published ports are forwarded by the kernel, not by a proxy",
    zh: "\u7AEF\u53E3\u6620\u5C04\u7531\u5185\u6838\u8F6C\u53D1\uFF0C\u4E0D\u4F7F\u7528\u7528\u6237\u6001\u4EE3\u7406"
  },
  rationale: {
    en: "For each published port the proxy runs one more process with the engine\u2019s rights, and hides the client\u2019s address from the container and its logs. The kernel does the same work by itself.",
    zh: "\u7528\u6237\u6001\u4EE3\u7406\u4F1A\u4E3A\u6BCF\u4E2A\u6620\u5C04\u7AEF\u53E3\u591A\u8FD0\u884C\u4E00\u4E2A\u5177\u6709\u5F15\u64CE\u6743\u9650\u7684\u8FDB\u7A0B\uFF0C\u5E76\u4F7F\u5BB9\u5668\u53CA\u5176\u65E5\u5FD7\u770B\u4E0D\u5230\u771F\u5B9E\u7684\u5BA2\u6237\u7AEF\u5730\u5740\uFF1B\u5185\u6838\u672C\u8EAB\u5373\u53EF\u5B8C\u6210\u8F6C\u53D1\u3002"
  },
  remediation: {
    en: 'Write "userland-proxy": false into /etc/docker/daemon.json and restart: systemctl restart docker. Test access by 127.0.0.1 from the host itself afterwards.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "userland-proxy": false \u5E76\u91CD\u542F\uFF1Asystemctl restart docker\u3002\u4E4B\u540E\u9A8C\u8BC1\u5BBF\u4E3B\u673A\u81EA\u8EAB\u7ECF 127.0.0.1 \u7684\u8BBF\u95EE\u662F\u5426\u6B63\u5E38\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://docs.docker.com/engine/network/port-publishing/"
  ],
  applies: (e) => {
    if (e.product === "podman") {
      return notApplicable(text("Podman has no such proxy", "Podman \u6CA1\u6709\u8FD9\u79CD\u4EE3\u7406"));
    }
    return !e.rootless || atLeastVersion(e.version, rootlessWithout) !== false || notApplicable(
      text(
        `Before ${rootlessWithout} a rootless engine publishes ports by the proxy alone`,
        `${rootlessWithout} \u4E4B\u524D\u7684\u65E0\u6839\u6A21\u5F0F\u5F15\u64CE\u53EA\u80FD\u901A\u8FC7\u8BE5\u4EE3\u7406\u6620\u5C04\u7AEF\u53E3`
      )
    );
  },
  check: settingInForce(
    (e) => e.userlandProxy,
    (on) => !on
  )
});

// src/controls/engine/engine-version-supported.ts
import { z as z30 } from "zod";
var engineVersionSupported = defineControl({
  id: "engine-version-supported",
  subject: engine,
  severity: "high",
  title: {
    en: "The engine is of a release that still gets fixes (as of May 2026)",
    zh: "\u5F15\u64CE\u7248\u672C\u4ECD\u5728\u5B89\u5168\u7EF4\u62A4\u671F\u5185\uFF08\u622A\u81F3 2026 \u5E74 5 \u6708\uFF09"
  },
  rationale: {
    en: "Breakouts from containers are found every year, and only maintained releases are mended. In May 2026 the project\u2019s own table had 29.x maintained and 28.x no longer; after that date this minimum knows nothing.",
    zh: "\u6BCF\u5E74\u90FD\u4F1A\u53D1\u73B0\u65B0\u7684\u5BB9\u5668\u9003\u9038\u6F0F\u6D1E\uFF0C\u53EA\u6709\u5728\u7EF4\u62A4\u7684\u7248\u672C\u624D\u4F1A\u4FEE\u590D\u3002\u636E\u9879\u76EE\u65B9 2026 \u5E74 5 \u6708\u7684\u7248\u672C\u8868\uFF0C29.x \u4ECD\u5728\u7EF4\u62A4\uFF0C28.x \u5DF2\u505C\u6B62\u7EF4\u62A4\uFF1B\u6B64\u540E\u7684\u53D8\u5316\u4E0D\u5728\u672C\u9ED8\u8BA4\u503C\u4E4B\u5185\u3002"
  },
  remediation: {
    en: "Upgrade the engine, for example with apt-get install docker-ce docker-ce-cli containerd.io. Where a distribution or vendor maintains an older release, set the parameter minimum to its version and give that as the reason.",
    zh: "\u5347\u7EA7\u5F15\u64CE\uFF0C\u4F8B\u5982 apt-get install docker-ce docker-ce-cli containerd.io\u3002\u82E5\u7531\u53D1\u884C\u7248\u6216\u5382\u5546\u7EF4\u62A4\u8F83\u65E7\u7248\u672C\uFF0C\u8BF7\u5C06\u53C2\u6570 minimum \u8BBE\u4E3A\u5176\u7248\u672C\uFF0C\u5E76\u5199\u660E\u7406\u7531\u3002"
  },
  references: [
    "https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md",
    "https://docs.docker.com/engine/release-notes/"
  ],
  params: z30.object({
    /** Oldest release of Docker Engine that is accepted. The default stands in moby’s table of May 2026. */
    minimum: z30.string().default("29.0.0")
  }),
  applies: (e) => e.product === "docker" || notApplicable(
    text(
      "The table of supported releases is Docker Engine\u2019s; this is another product",
      "\u7EF4\u62A4\u7248\u672C\u8868\u4EC5\u9002\u7528\u4E8E Docker Engine\uFF0C\u672C\u5F15\u64CE\u4E3A\u5176\u4ED6\u4EA7\u54C1"
    )
  ),
  check: (e, { params }) => {
    const { version: version2 } = e;
    const supported = atLeastVersion(version2, params.minimum);
    if (supported === null) {
      return unknown(
        text(`The version ${version2} could not be understood`, `\u65E0\u6CD5\u8BC6\u522B\u7248\u672C\u53F7 ${version2}`)
      );
    }
    if (supported) return true;
    return fail(
      text(
        `Version ${version2} is older than ${params.minimum}`,
        `\u7248\u672C ${version2} \u4F4E\u4E8E ${params.minimum}`
      )
    );
  }
});

// src/core/subjects/workload.ts
import { z as z31 } from "zod";
var origins = ["container", "compose-service", "swarm-service"];
var namespace = z31.object({
  mode: z31.enum(["private", "host", "container", "shareable", "none"]),
  /** The containers joined, nearest first; empty unless `mode` is `container`. */
  chain: z31.array(z31.string()),
  /** `host` when the namespace is the host's, by whatever path; `private` otherwise. */
  resolved: z31.enum(["private", "host"])
});
var mount = z31.object({
  type: z31.enum(["bind", "volume", "tmpfs", "npipe", "cluster", "image"]),
  /** Host path of a bind, name of a volume, `''` of a tmpfs. */
  source: z31.string(),
  /**
   * The host path that is really exposed: symbolic links followed, a volume's device option looked
   * through. `null` when nothing of the host's own tree is exposed.
   */
  hostPath: z31.string().nullable(),
  target: z31.string(),
  readOnly: z31.boolean(),
  /** `''` means the engine's default, rprivate. */
  propagation: z31.enum(["", "private", "rprivate", "slave", "rslave", "shared", "rshared"])
});
var port = z31.object({
  /** Host address that listens; `0.0.0.0` and `::` are all interfaces; never empty. */
  hostAddress: z31.string(),
  /** `null` means that the engine picks a free one. */
  hostPort: z31.number().int().min(1).max(65535).nullable(),
  containerPort: z31.number().int().min(1).max(65535),
  protocol: z31.enum(["tcp", "udp", "sctp"])
});
var resources = z31.object({
  /** Hard limit in bytes; 0 means unlimited. */
  memoryBytes: z31.number().nonnegative(),
  /** Soft limit in bytes; 0 means none. */
  memoryReservationBytes: z31.number().nonnegative(),
  /** Memory and swap together in bytes; 0 means unset (twice the memory), -1 unlimited swap. */
  memorySwapBytes: z31.number().min(-1),
  /** Processors it may use at most, from whichever of `--cpus`, quota and period was used; 0 means unlimited. */
  cpus: z31.number().nonnegative(),
  /** Relative weight; 0 means unset, and 1024 is the kernel's default, so that it is unset as well. */
  cpuShares: z31.number().int().nonnegative(),
  /** Processors it is pinned to, as the kernel writes lists; `''` means any. */
  cpuset: z31.string(),
  /** Processes at most; 0 and -1 mean unlimited. */
  pidsLimit: z31.number().int().min(-1),
  /** Limits of its own, which win over the engine's defaults. */
  ulimits: z31.array(z31.object({ name: z31.string(), soft: z31.number(), hard: z31.number() })),
  /** Block I/O weight, 10 to 1000; 0 means unset. */
  blkioWeight: z31.number().int().nonnegative(),
  /** Whether the kernel may not kill it when memory runs out. */
  oomKillDisabled: z31.boolean(),
  /** Bytes of /dev/shm; 0 means the engine's default (64 MiB). */
  shmBytes: z31.number().nonnegative(),
  /** `''` means the engine's default parent. */
  cgroupParent: z31.string()
});
var security = z31.object({
  seccomp: z31.object({
    /** `default` is the engine's own profile; `unconfined` none at all; `custom` a profile of the user's. */
    mode: z31.enum(["default", "unconfined", "custom"]),
    /** For `custom`: whether the profile's default action lets every call through. */
    allowsAll: z31.boolean()
  }),
  apparmor: z31.object({
    /** Name of the profile; `''` means that none is applied. */
    profile: z31.string(),
    unconfined: z31.boolean()
  }),
  selinux: z31.object({
    /** Process label in force; `''` means that none is applied. */
    label: z31.string(),
    disabled: z31.boolean()
  }),
  noNewPrivileges: z31.boolean(),
  /** Whether the engine's masked and read-only paths under /proc and /sys were lifted. */
  systemPathsUnconfined: z31.boolean()
});
var kernelState = z31.object({
  uid: z31.number().int().nonnegative(),
  gid: z31.number().int().nonnegative(),
  /** Effective capabilities, normalised. */
  capabilities: z31.array(z31.string()),
  noNewPrivileges: z31.boolean(),
  /** 0 is off, 1 strict, 2 a filter. */
  seccomp: z31.number().int().min(0).max(2)
});
var process2 = z31.object({
  /** As the host numbers it. */
  pid: z31.number().int().positive(),
  /** As the host numbers it; `null` where only a name came back and it could not be resolved. */
  uid: z31.number().int().nonnegative().nullable(),
  /** Base name of the program that runs: of the executable itself where /proc can be read, else of the first argument. */
  program: z31.string()
});
var workload = defineSubject({
  kind: "workload",
  label: { en: "Workload", zh: "\u5DE5\u4F5C\u8D1F\u8F7D" },
  schema: z31.object({
    origin: z31.enum(origins),
    /** `declared` for what only a file or a service describes; the engine's own word otherwise. */
    state: z31.enum([
      "declared",
      "created",
      "running",
      "paused",
      "restarting",
      "removing",
      "exited",
      "dead",
      "stopping"
    ]),
    createdAt: instant.nullable(),
    image: z31.object({
      /** As it was asked for: name, tag, digest or id. */
      reference: z31.string(),
      /** Id of the image in use, `sha256:…`; `null` when there is none yet. */
      id: z31.string().nullable(),
      /** Host part of the reference, `docker.io` when it has none; `''` when the reference is an id. */
      registry: z31.string(),
      /** `null` when the reference has none, which means `latest` unless there is a digest. */
      tag: z31.string().nullable(),
      /** `sha256:…` when the reference pins one; `null` when it does not. */
      digest: z31.string().nullable()
    }),
    user,
    privileged: z31.boolean(),
    capabilities: z31.object({
      /** Upper case, without `CAP_`, sorted; `ALL` stays as it is. */
      added: z31.array(z31.string()),
      dropped: z31.array(z31.string()),
      /** What it holds in the end: the engine's default set, less dropped, plus added; all when privileged. */
      effective: z31.array(z31.string())
    }),
    security,
    namespaces: z31.object({
      pid: namespace,
      ipc: namespace,
      network: namespace,
      uts: namespace,
      user: namespace,
      cgroup: namespace
    }),
    networks: z31.array(z31.object({ name: z31.string(), id: z31.string() })),
    mounts: z31.array(mount),
    devices: z31.array(
      z31.object({
        hostPath: z31.string(),
        containerPath: z31.string(),
        /** Any of r, w and m. */
        permissions: z31.string()
      })
    ),
    /** Rules of the device cgroup, as the kernel writes them. */
    deviceRules: z31.array(z31.string()),
    /** Devices asked for through a driver, such as GPUs. */
    deviceRequests: z31.array(z31.object({ driver: z31.string(), capabilities: z31.array(z31.string()) })),
    ports: z31.array(port),
    resources,
    readOnlyRootFilesystem: z31.boolean(),
    restart: z31.object({
      policy: z31.enum(["no", "on-failure", "always", "unless-stopped"]),
      /** Tries at most; 0 means without end. */
      maximumRetries: z31.number().int().nonnegative()
    }),
    healthCheck,
    logging: z31.object({
      driver: z31.string(),
      /** Options, values that look like secrets removed. */
      options: z31.record(z31.string(), z31.string())
    }),
    labels,
    /** Labels whose value was dropped because it looks like a secret. */
    secretLabels: z31.array(classifiedValue),
    /** Values are never kept. */
    environment: z31.array(classifiedValue),
    /** Entrypoint and arguments, secrets removed. */
    command: z31.array(z31.string()),
    /** Rules that found something like a secret in the command. */
    secretArguments: z31.array(z31.string()),
    /** The first process as the kernel sees it; absent unless running. */
    kernel: kernelState.optional(),
    /** What runs in it; absent unless running. */
    processes: z31.array(process2).optional(),
    /** Files changed since it was made from its image; absent unless running. */
    changes: z31.array(z31.object({ path: z31.string(), change: z31.enum(["added", "modified", "deleted"]) })).optional(),
    /** How Compose names it, from Compose's own labels; `null` when Compose did not make it. */
    compose: z31.object({ project: z31.string(), service: z31.string() }).nullable(),
    /** The Swarm service it belongs to or is; `null` outside a Swarm. */
    service: z31.object({ id: z31.string(), name: z31.string() }).nullable(),
    /** Where a Swarm may place it: placement constraints as written; empty elsewhere. */
    placement: z31.array(z31.string()),
    /** Copies asked for; 1 for a container; `null` for one on every node. */
    replicas: z31.number().int().nonnegative().nullable()
  })
});

// src/controls/workload/workload-apparmor.ts
var workloadApparmor = defineControl({
  id: "workload-apparmor",
  subject: workload,
  severity: "medium",
  title: { en: "An AppArmor profile confines it", zh: "\u53D7 AppArmor \u914D\u7F6E\u7EA6\u675F" },
  rationale: {
    en: "AppArmor stops a process that has already become root in its container from writing to /proc and /sys or mounting file systems. Unconfined, only capabilities and namespaces are left.",
    zh: "\u5373\u4F7F\u8FDB\u7A0B\u5DF2\u5728\u5BB9\u5668\u5185\u53D6\u5F97 root \u6743\u9650\uFF0CAppArmor \u4ECD\u4F1A\u963B\u6B62\u5176\u5199\u5165 /proc\u3001/sys \u6216\u6302\u8F7D\u6587\u4EF6\u7CFB\u7EDF\u3002\u4E0D\u52A0\u7EA6\u675F\u65F6\uFF0C\u53EA\u5269\u6743\u80FD\u548C\u547D\u540D\u7A7A\u95F4\u8FD9\u4E24\u9053\u9632\u7EBF\u3002"
  },
  remediation: {
    en: "Remove --security-opt apparmor=unconfined (in Compose: security_opt) so that docker-default applies, or name a profile of your own: --security-opt apparmor=NAME.",
    zh: "\u53BB\u6389 --security-opt apparmor=unconfined\uFF08Compose \u4E2D\u4E3A security_opt\uFF09\u4EE5\u6062\u590D docker-default \u914D\u7F6E\uFF0C\u6216\u6307\u5B9A\u81EA\u6709\u914D\u7F6E\uFF1A--security-opt apparmor=\u914D\u7F6E\u540D\u3002"
  },
  references: ["https://docs.docker.com/engine/security/apparmor/"],
  applies: (_, ctx) => ctx.all(engine).some((one) => one.security.apparmor) || notApplicable(
    text("The engine runs on a kernel without AppArmor", "\u5F15\u64CE\u6240\u5728\u5185\u6838\u672A\u542F\u7528 AppArmor")
  ),
  check: (w) => {
    const { profile, unconfined } = w.security.apparmor;
    if (unconfined || profile === "unconfined") {
      return fail(text("AppArmor is switched off for it", "\u8BE5\u5DE5\u4F5C\u8D1F\u8F7D\u5DF2\u5173\u95ED AppArmor"));
    }
    if (profile !== "") return true;
    const started = w.state !== "declared" && w.state !== "created";
    if (!started && !w.privileged) return true;
    return fail(text("No AppArmor profile is applied to it", "\u672A\u5BF9\u5176\u5E94\u7528\u4EFB\u4F55 AppArmor \u914D\u7F6E"));
  }
});

// src/controls/workload/workload-capabilities.ts
import { z as z32 } from "zod";
var beyond = (capabilities, allowed) => capabilities.filter((name) => !allowed.includes(name) && !allowed.includes(`CAP_${name}`)).join(", ");
var workloadCapabilities = defineControl({
  id: "workload-capabilities",
  subject: workload,
  severity: "high",
  title: {
    en: "It holds no capability beyond the allowed ones",
    zh: "\u672A\u6301\u6709\u5141\u8BB8\u8303\u56F4\u4E4B\u5916\u7684\u5185\u6838\u6743\u80FD"
  },
  rationale: {
    en: "A capability is a piece of root. SYS_ADMIN, SYS_MODULE, SYS_PTRACE or DAC_READ_SEARCH alone is enough to leave a container; NET_ADMIN is enough to rewrite its network.",
    zh: "\u5185\u6838\u6743\u80FD\u662F root \u6743\u9650\u7684\u62C6\u5206\u3002\u4EC5\u51ED SYS_ADMIN\u3001SYS_MODULE\u3001SYS_PTRACE \u6216 DAC_READ_SEARCH \u4E4B\u4E00\u5373\u53EF\u9003\u9038\u5BB9\u5668\uFF1B\u4EC5\u51ED NET_ADMIN \u5373\u53EF\u7BE1\u6539\u5176\u7F51\u7EDC\u914D\u7F6E\u3002"
  },
  remediation: {
    en: "Start from nothing and add by name: --cap-drop ALL --cap-add NET_BIND_SERVICE; in Compose cap_drop: [ALL] and cap_add: [NET_BIND_SERVICE].",
    zh: "\u5148\u5168\u90E8\u53BB\u9664\uFF0C\u518D\u6309\u540D\u79F0\u9010\u9879\u6DFB\u52A0\uFF1A--cap-drop ALL --cap-add NET_BIND_SERVICE\uFF1BCompose \u4E2D\u5199 cap_drop: [ALL] \u4E0E cap_add: [NET_BIND_SERVICE]\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities",
    "https://man7.org/linux/man-pages/man7/capabilities.7.html"
  ],
  params: z32.object({
    /**
     * Names in upper case, with or without CAP_. The default is what the engine gives to a container for
     * which nothing is said; an empty list asks for --cap-drop ALL.
     */
    allowed: z32.array(z32.string().regex(/^[A-Z][A-Z_]*$/, "must be in upper case")).default([
      "AUDIT_WRITE",
      "CHOWN",
      "DAC_OVERRIDE",
      "FOWNER",
      "FSETID",
      "KILL",
      "MKNOD",
      "NET_BIND_SERVICE",
      "NET_RAW",
      "SETFCAP",
      "SETGID",
      "SETPCAP",
      "SETUID",
      "SYS_CHROOT"
    ])
  }),
  // Both must hold: the first process of another user than root shows none of the capabilities that a
  // setuid program or `docker exec --user root` in the same container would have.
  check: all(
    (w, { params }) => {
      const excess = beyond(w.capabilities.effective, params.allowed);
      return excess === "" || fail(text(`It may hold ${excess}`, `\u53EF\u6301\u6709\u6743\u80FD ${excess}`));
    },
    (w, { params }) => {
      const excess = beyond(w.kernel?.capabilities ?? [], params.allowed);
      return excess === "" || fail(
        text(
          `By the kernel, its first process holds ${excess}`,
          `\u5185\u6838\u663E\u793A\u5176\u9996\u8FDB\u7A0B\u6301\u6709\u6743\u80FD ${excess}`
        )
      );
    }
  )
});

// src/controls/workload/workload-cpu-limit.ts
import { z as z33 } from "zod";
var kernelDefaultShares = 1024;
var workloadCpuLimit = defineControl({
  id: "workload-cpu-limit",
  subject: workload,
  severity: "medium",
  title: { en: "Its processor time is limited", zh: "CPU \u7528\u91CF\u53D7\u9650" },
  rationale: {
    en: "Without a limit, one busy loop or one miner takes all the processors of the host, and everything beside it slows to a halt.",
    zh: "\u4E0D\u8BBE\u9650\u5236\u65F6\uFF0C\u4E00\u4E2A\u6B7B\u5FAA\u73AF\u6216\u6316\u77FF\u7A0B\u5E8F\u5C31\u4F1A\u5360\u6EE1\u5BBF\u4E3B\u673A\u7684\u5168\u90E8 CPU\uFF0C\u62D6\u57AE\u540C\u673A\u5176\u4ED6\u4E1A\u52A1\u3002"
  },
  remediation: {
    en: "Start it with --cpus 1.5, or in Compose write cpus: 1.5 (deploy.resources.limits.cpus for Swarm). --cpu-quota, --cpuset-cpus and a --cpu-shares other than 1024 do as well.",
    zh: "\u542F\u52A8\u65F6\u52A0 --cpus 1.5\uFF0C\u6216\u5728 Compose \u4E2D\u5199 cpus: 1.5\uFF08Swarm \u7528 deploy.resources.limits.cpus\uFF09\u3002\u4E5F\u53EF\u4F7F\u7528 --cpu-quota\u3001--cpuset-cpus\uFF0C\u6216\u53D6\u503C\u975E 1024 \u7684 --cpu-shares\u3002"
  },
  references: ["https://docs.docker.com/engine/containers/resource_constraints/#cpu"],
  params: z33.object({
    /** Whether a weight will do. It does by default; but it only counts once the processors are all busy. */
    weightSuffices: z33.boolean().default(true)
  }),
  check: (w, { params }) => {
    if (w.resources.cpus > 0 || w.resources.cpuset !== "") return true;
    const { cpuShares } = w.resources;
    return params.weightSuffices && cpuShares > 0 && cpuShares !== kernelDefaultShares;
  }
});

// src/controls/workload/workload-default-cgroup.ts
import { z as z34 } from "zod";
var withoutSlashes = (path) => path.split("/").filter((segment) => segment !== "").join("/");
var workloadDefaultCgroup = defineControl({
  id: "workload-default-cgroup",
  subject: workload,
  severity: "low",
  title: { en: "It is in the expected control group", zh: "\u4F4D\u4E8E\u9884\u671F\u7684 cgroup \u4E4B\u4E0B" },
  rationale: {
    en: "Limits for all containers together hang on their common control group. A container that is put under another one is outside those limits, and of whatever watches them.",
    zh: "\u9488\u5BF9\u5168\u90E8\u5BB9\u5668\u7684\u603B\u4F53\u8D44\u6E90\u9650\u5236\u6302\u5728\u5176\u5171\u540C\u7684 cgroup \u4E0A\u3002\u88AB\u653E\u5230\u5176\u4ED6 cgroup \u4E4B\u4E0B\u7684\u5BB9\u5668\u4E0D\u53D7\u8FD9\u4E9B\u9650\u5236\u7EA6\u675F\uFF0C\u4E5F\u4E0D\u5728\u76F8\u5E94\u76D1\u63A7\u8303\u56F4\u4E4B\u5185\u3002"
  },
  remediation: {
    en: 'Remove --cgroup-parent (in Compose: cgroup_parent), or add the parent that was agreed on to the parameters of this control. For all containers it is "cgroup-parent" in daemon.json.',
    zh: '\u53BB\u6389 --cgroup-parent\uFF08Compose \u4E2D\u4E3A cgroup_parent\uFF09\uFF0C\u6216\u5C06\u7ECF\u6279\u51C6\u7684\u4E0A\u7EA7 cgroup \u52A0\u5165\u672C\u63A7\u5236\u9879\u7684\u53C2\u6570\u3002\u5168\u5C40\u8BBE\u7F6E\u4E3A daemon.json \u4E2D\u7684 "cgroup-parent"\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/dockerd/",
    "https://man7.org/linux/man-pages/man7/cgroups.7.html"
  ],
  params: z34.object({
    /**
     * Parents that may be named, slashes at the ends aside. The defaults are what the engine uses by
     * itself, with the cgroupfs driver and with systemd's.
     */
    allowed: z34.array(z34.string()).default(["/docker", "system.slice"])
  }),
  check: (w, { params }) => {
    const { cgroupParent } = w.resources;
    const named = withoutSlashes(cgroupParent);
    if (cgroupParent === "" || params.allowed.some((one) => withoutSlashes(one) === named)) {
      return true;
    }
    return fail(
      text(
        `Its control group is put under ${cgroupParent}`,
        `\u5176 cgroup \u88AB\u7F6E\u4E8E ${cgroupParent} \u4E4B\u4E0B`
      )
    );
  }
});

// src/controls/workload/workload-engine-memory-killer.ts
var workloadEngineMemoryKiller = defineControl({
  id: "workload-engine-memory-killer",
  subject: workload,
  severity: "low",
  title: {
    en: "The kernel may end it when memory runs out, unless its memory is limited",
    zh: "\u672A\u5728\u65E0\u5185\u5B58\u4E0A\u9650\u7684\u60C5\u51B5\u4E0B\u7981\u7528 OOM \u7EC8\u6B62"
  },
  rationale: {
    en: "When the host runs out of memory the kernel ends something. A container that took it all and may not be ended makes the kernel choose among the processes of the host, the engine included.",
    zh: "\u5BBF\u4E3B\u673A\u5185\u5B58\u8017\u5C3D\u65F6\uFF0C\u5185\u6838\u5FC5\u987B\u7EC8\u6B62\u67D0\u4E2A\u8FDB\u7A0B\u3002\u82E5\u5360\u6EE1\u5185\u5B58\u7684\u5BB9\u5668\u4E0D\u53EF\u7EC8\u6B62\uFF0C\u5185\u6838\u5C31\u53EA\u80FD\u5728\u5BBF\u4E3B\u673A\u81EA\u8EAB\u7684\u8FDB\u7A0B\uFF08\u5305\u62EC\u5F15\u64CE\uFF09\u4E2D\u9009\u62E9\u727A\u7272\u8005\u3002"
  },
  remediation: {
    en: "Remove --oom-kill-disable (in Compose: oom_kill_disable: true), or set a limit beside it: --memory 512m (mem_limit: 512m).",
    zh: "\u53BB\u6389 --oom-kill-disable\uFF08Compose \u4E2D\u4E3A oom_kill_disable: true\uFF09\uFF0C\u6216\u540C\u65F6\u8BBE\u7F6E\u5185\u5B58\u4E0A\u9650\uFF1A--memory 512m\uFF08mem_limit: 512m\uFF09\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/resource_constraints/#understand-the-risks-of-running-out-of-memory",
    "https://docs.docker.com/reference/cli/docker/container/run/"
  ],
  check: (w) => !w.resources.oomKillDisabled || w.resources.memoryBytes > 0
});

// src/controls/workload/workload-health-check.ts
var workloadHealthCheck = defineControl({
  id: "workload-health-check",
  subject: workload,
  severity: "low",
  title: { en: "Its health is checked", zh: "\u5DF2\u914D\u7F6E\u5065\u5EB7\u68C0\u67E5" },
  rationale: {
    en: "A process that hangs is still a running process. Without a health check nothing notices that the service has stopped to answer.",
    zh: "\u8FDB\u7A0B\u6302\u8D77\u540E\u4ECD\u663E\u793A\u4E3A\u8FD0\u884C\u4E2D\u3002\u6CA1\u6709\u5065\u5EB7\u68C0\u67E5\uFF0C\u5C31\u65E0\u6CD5\u53D1\u73B0\u670D\u52A1\u65E9\u5DF2\u505C\u6B62\u54CD\u5E94\u3002"
  },
  remediation: {
    en: "Write HEALTHCHECK in the Dockerfile, start it with --health-cmd, or in Compose write healthcheck.test. Remove --no-health-check and disable: true.",
    zh: "\u5728 Dockerfile \u4E2D\u5199 HEALTHCHECK\uFF0C\u542F\u52A8\u65F6\u52A0 --health-cmd\uFF0C\u6216\u5728 Compose \u4E2D\u5199 healthcheck.test\uFF1B\u540C\u65F6\u53BB\u6389 --no-health-check \u548C disable: true\u3002"
  },
  references: [
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "https://docs.docker.com/engine/containers/run/#healthchecks"
  ],
  check: (w) => {
    const { state } = w.healthCheck;
    if (state === "set") return true;
    return fail(
      state === "disabled" ? text("Its health check is switched off", "\u5065\u5EB7\u68C0\u67E5\u5DF2\u88AB\u5173\u95ED") : text("Neither it nor its image has a health check", "\u5DE5\u4F5C\u8D1F\u8F7D\u4E0E\u5176\u955C\u50CF\u5747\u672A\u5B9A\u4E49\u5065\u5EB7\u68C0\u67E5")
    );
  }
});

// src/controls/workload/workload-image-pinned.ts
var workloadImagePinned = defineControl({
  id: "workload-image-pinned",
  subject: workload,
  severity: "medium",
  title: { en: "Its image is pinned by digest", zh: "\u955C\u50CF\u4EE5\u6458\u8981\u56FA\u5B9A" },
  rationale: {
    en: "A tag is a label that anyone with the right to push moves to other content. A digest is the content: what was reviewed is what runs.",
    zh: "\u6807\u7B7E\u53EA\u662F\u53EF\u88AB\u4EFB\u610F\u63A8\u9001\u8005\u6539\u6307\u7684\u540D\u79F0\uFF0C\u6458\u8981\u624D\u5BF9\u5E94\u552F\u4E00\u5185\u5BB9\u3002\u4EE5\u6458\u8981\u56FA\u5B9A\uFF0C\u624D\u80FD\u4FDD\u8BC1\u8FD0\u884C\u7684\u955C\u50CF\u5C31\u662F\u7ECF\u8FC7\u8BC4\u5BA1\u7684\u955C\u50CF\u3002"
  },
  remediation: {
    en: 'Name the image with its digest: registry.example.com/app:1.4@sha256:\u2026, on the command line as in Compose (image:). docker image inspect --format "{{.RepoDigests}}" shows it.',
    zh: '\u5F15\u7528\u955C\u50CF\u65F6\u5199\u660E\u6458\u8981\uFF1Aregistry.example.com/app:1.4@sha256:\u2026\uFF0C\u547D\u4EE4\u884C\u4E0E Compose\uFF08image:\uFF09\u5199\u6CD5\u76F8\u540C\u3002\u53EF\u7528 docker image inspect --format "{{.RepoDigests}}" \u67E5\u770B\u6458\u8981\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/image/pull/#pull-an-image-by-digest-immutable-identifier"
  ],
  check: (w) => {
    const { digest, registry, reference, tag } = w.image;
    if (digest !== null || registry === "") return true;
    return fail(
      tag === null ? text(
        `${reference} has neither tag nor digest: it is whatever latest is`,
        `${reference} \u65E2\u65E0\u6807\u7B7E\u4E5F\u65E0\u6458\u8981\uFF0C\u5B9E\u9645\u4F7F\u7528\u7684\u662F\u968F\u65F6\u4F1A\u53D8\u7684 latest`
      ) : text(
        `${reference} names the tag ${tag}, which can move`,
        `${reference} \u4EC5\u6307\u5B9A\u6807\u7B7E ${tag}\uFF0C\u5176\u5185\u5BB9\u53EF\u88AB\u6539\u52A8`
      )
    );
  }
});

// src/controls/workload/workload-log-rotation.ts
var rotatesByDefault = /* @__PURE__ */ new Map([
  ["json-file", false],
  ["k8s-file", false],
  ["local", true]
]);
var workloadLogRotation = defineControl({
  id: "workload-log-rotation",
  subject: workload,
  severity: "low",
  title: { en: "Its log on the host is rotated", zh: "\u672C\u673A\u65E5\u5FD7\u5DF2\u914D\u7F6E\u8F6E\u8F6C" },
  rationale: {
    en: "The default log driver writes one file for ever. A chatty or attacked container fills the disk of the engine, and then nothing on the host can write, its audit trail included.",
    zh: "\u9ED8\u8BA4\u65E5\u5FD7\u9A71\u52A8\u4F1A\u65E0\u9650\u5199\u5165\u540C\u4E00\u6587\u4EF6\u3002\u65E5\u5FD7\u91CF\u5927\u6216\u906D\u53D7\u653B\u51FB\u7684\u5BB9\u5668\u4F1A\u5199\u6EE1\u5F15\u64CE\u6240\u5728\u78C1\u76D8\uFF0C\u5C4A\u65F6\u5305\u62EC\u5BA1\u8BA1\u65E5\u5FD7\u5728\u5185\u7684\u4E00\u5207\u5199\u5165\u90FD\u5C06\u5931\u8D25\u3002"
  },
  remediation: {
    en: 'Start it with --log-opt max-size=10m --log-opt max-file=5, in Compose logging.options, or for new containers "log-opts": {"max-size": "10m", "max-file": "5"} in daemon.json; or use --log-driver local, which rotates by itself.',
    zh: '\u542F\u52A8\u65F6\u52A0 --log-opt max-size=10m --log-opt max-file=5\uFF0CCompose \u4E2D\u5199\u5728 logging.options\uFF0C\u6216\u5728 daemon.json \u4E2D\u5199 "log-opts": {"max-size": "10m", "max-file": "5"}\uFF08\u4EC5\u5BF9\u65B0\u5EFA\u5BB9\u5668\u751F\u6548\uFF09\uFF1B\u4E5F\u53EF\u6539\u7528\u81EA\u5E26\u8F6E\u8F6C\u7684 --log-driver local\u3002'
  },
  references: [
    "https://docs.docker.com/engine/logging/drivers/json-file/",
    "https://docs.docker.com/engine/logging/drivers/local/"
  ],
  applies: (w) => {
    const { driver } = w.logging;
    return driver === "" || rotatesByDefault.has(driver) || notApplicable(
      text(
        `The log driver ${driver} keeps no file of its own on this host`,
        `\u65E5\u5FD7\u9A71\u52A8 ${driver} \u4E0D\u5728\u672C\u673A\u4FDD\u7559\u9700\u8981\u8F6E\u8F6C\u7684\u65E5\u5FD7\u6587\u4EF6`
      )
    );
  },
  check: (w) => {
    const { driver, options } = w.logging;
    if (driver === "") {
      return unknown(
        text(
          "The log driver and its options are left to the engine that will run it",
          "\u65E5\u5FD7\u9A71\u52A8\u53CA\u5176\u9009\u9879\u53D6\u51B3\u4E8E\u5C06\u6765\u8FD0\u884C\u5B83\u7684\u5F15\u64CE"
        )
      );
    }
    const size = options["max-size"];
    if (size === void 0) {
      return rotatesByDefault.get(driver) === true || fail(
        text(
          `The log driver ${driver} has no max-size, so its file grows without end`,
          `\u65E5\u5FD7\u9A71\u52A8 ${driver} \u672A\u8BBE\u7F6E max-size\uFF0C\u65E5\u5FD7\u6587\u4EF6\u4F1A\u65E0\u9650\u589E\u957F`
        )
      );
    }
    return Number.parseFloat(size) > 0 || fail(text(`max-size is ${size}, which is no limit`, `max-size \u4E3A ${size}\uFF0C\u4E0D\u6784\u6210\u9650\u5236`));
  }
});

// src/controls/workload/workload-memory-limit.ts
import { z as z35 } from "zod";
var workloadMemoryLimit = defineControl({
  id: "workload-memory-limit",
  subject: workload,
  severity: "medium",
  title: { en: "Its memory is limited", zh: "\u5185\u5B58\u7528\u91CF\u53D7\u9650" },
  rationale: {
    en: "Without a limit, one leak or one flood of requests takes all the memory of the host, and the kernel begins to kill what its neighbours run.",
    zh: "\u4E0D\u8BBE\u4E0A\u9650\u65F6\uFF0C\u4E00\u6B21\u5185\u5B58\u6CC4\u6F0F\u6216\u4E00\u6CE2\u8BF7\u6C42\u6D2A\u5CF0\u5C31\u4F1A\u8017\u5C3D\u5BBF\u4E3B\u673A\u5185\u5B58\uFF0C\u5185\u6838\u968F\u4E4B\u5F00\u59CB\u7EC8\u6B62\u5176\u4ED6\u5BB9\u5668\u7684\u8FDB\u7A0B\u3002"
  },
  remediation: {
    en: "Start it with --memory 512m, or in Compose write mem_limit: 512m (deploy.resources.limits.memory for Swarm). A reservation alone limits nothing.",
    zh: "\u542F\u52A8\u65F6\u52A0 --memory 512m\uFF0C\u6216\u5728 Compose \u4E2D\u5199 mem_limit: 512m\uFF08Swarm \u7528 deploy.resources.limits.memory\uFF09\u3002\u4EC5\u8BBE\u7F6E\u9884\u7559\u503C\u4E0D\u6784\u6210\u9650\u5236\u3002"
  },
  references: ["https://docs.docker.com/engine/containers/resource_constraints/#memory"],
  params: z35.object({
    /** Largest limit in bytes; `null`, since what an application needs is its own, asks for any limit. */
    maxBytes: z35.number().int().positive().nullable().default(null)
  }),
  check: (w, { params }) => {
    const { memoryBytes } = w.resources;
    if (memoryBytes <= 0) return fail(text("It has no memory limit", "\u672A\u8BBE\u7F6E\u5185\u5B58\u4E0A\u9650"));
    if (params.maxBytes === null || memoryBytes <= params.maxBytes) return true;
    return fail(
      text(
        `Its memory limit of ${memoryBytes} bytes is over ${params.maxBytes}`,
        `\u5185\u5B58\u4E0A\u9650 ${memoryBytes} \u5B57\u8282\u8D85\u8FC7\u5141\u8BB8\u7684 ${params.maxBytes} \u5B57\u8282`
      )
    );
  }
});

// src/core/subjects/network.ts
import { z as z36 } from "zod";
var network = defineSubject({
  kind: "network",
  label: { en: "Network", zh: "\u7F51\u7EDC" },
  schema: z36.object({
    driver: z36.string(),
    scope: z36.enum(["local", "global", "swarm"]),
    createdAt: instant.nullable(),
    /** The bridge that containers join when nothing is said. */
    defaultBridge: z36.boolean(),
    /** Whether traffic stays inside, without a way out. */
    internal: z36.boolean(),
    attachable: z36.boolean(),
    /** The routing mesh of a Swarm. */
    ingress: z36.boolean(),
    ipv6: z36.boolean(),
    /** Whether containers may talk to one another; `null` where the driver has no such notion. */
    interContainerTraffic: z36.boolean().nullable(),
    /** Whether traffic between hosts is encrypted; `null` where the driver has no such notion. */
    encrypted: z36.boolean().nullable(),
    subnets: z36.array(z36.string()),
    /** Ids of the containers attached now. */
    containers: z36.array(z36.string()),
    labels
  })
});

// src/controls/workload/workload-no-default-bridge.ts
var reservedName = "bridge";
var workloadNoDefaultBridge = defineControl({
  id: "workload-no-default-bridge",
  subject: workload,
  severity: "low",
  title: { en: "It is not on the default bridge", zh: "\u672A\u63A5\u5165\u9ED8\u8BA4\u7F51\u6865" },
  rationale: {
    en: "Every container for which nothing is said lands on the default bridge, and there strangers reach one another. A network made for an application holds its members only.",
    zh: "\u672A\u6307\u5B9A\u7F51\u7EDC\u7684\u5BB9\u5668\u90FD\u4F1A\u63A5\u5165\u9ED8\u8BA4\u7F51\u6865\uFF0C\u4E92\u4E0D\u76F8\u5E72\u7684\u5BB9\u5668\u56E0\u6B64\u5F7C\u6B64\u53EF\u8FBE\u3002\u4E3A\u6BCF\u4E2A\u5E94\u7528\u5EFA\u7ACB\u4E13\u7528\u7F51\u7EDC\uFF0C\u624D\u80FD\u5B9E\u73B0\u7F51\u7EDC\u533A\u57DF\u5212\u5206\u4E0E\u9694\u79BB\u3002"
  },
  remediation: {
    en: "Make a network and use it: docker network create app, then --network app; Compose makes one for each project unless network_mode: bridge is written.",
    zh: "\u521B\u5EFA\u4E13\u7528\u7F51\u7EDC\u5E76\u4F7F\u7528\uFF1Adocker network create app\uFF0C\u542F\u52A8\u65F6\u52A0 --network app\uFF1BCompose \u4F1A\u4E3A\u6BCF\u4E2A\u9879\u76EE\u81EA\u52A8\u5EFA\u7F51\uFF0C\u53BB\u6389 network_mode: bridge \u5373\u53EF\u3002"
  },
  references: ["https://docs.docker.com/engine/network/drivers/bridge/"],
  check: each(
    (w) => w.networks,
    ({ name, id }, ctx) => {
      const isDefault = name === reservedName || id !== "" && ctx.find(network, id)?.defaultBridge === true;
      return !isDefault || fail(text(`It is attached to the default bridge ${name}`, `\u5DF2\u63A5\u5165\u9ED8\u8BA4\u7F51\u6865 ${name}`));
    }
  )
});

// src/controls/workload/workload-no-engine-socket.ts
import { z as z37 } from "zod";

// src/controls/workload/exposed-host-path.ts
function eachHostPath(judge4) {
  return each(
    (w) => w.mounts,
    (mount2, ctx) => {
      if (mount2.type === "bind" || mount2.type === "npipe") {
        const named = judge4(mount2.source, mount2, ctx);
        if (named !== true) return named;
      }
      const { hostPath } = mount2;
      return hostPath === null || judge4(hostPath, mount2, ctx);
    }
  );
}
function describeMount(path, mount2) {
  const { source, target } = mount2;
  return path === source ? text(`${source}, mounted at ${target},`, `${source}\uFF08\u6302\u8F7D\u5230 ${target}\uFF09`) : text(
    `${path}, mounted at ${target} by way of ${source},`,
    `${path}\uFF08\u7ECF\u7531 ${source} \u6302\u8F7D\u5230 ${target}\uFF09`
  );
}

// src/controls/workload/listed-paths.ts
var cut = /* @__PURE__ */ new WeakMap();
var findExposed = (path, listed) => find(path, listed, () => true);
var findHolder = (path, listed) => find(path, listed, (given, candidate) => candidate.length <= given.length);
function find(path, listed, accept) {
  if (!path.startsWith("/")) return void 0;
  const given = segmentsOf(path);
  const at = segmentsOfAll(listed).findIndex(
    (candidate) => accept(given, candidate) && meet(given, candidate)
  );
  return listed[at];
}
function meet(given, candidate) {
  const shared2 = Math.min(given.length, candidate.length);
  for (let at = 0; at < shared2; at += 1) {
    if (candidate[at] !== given[at] && candidate[at] !== "*") return false;
  }
  return true;
}
function segmentsOfAll(listed) {
  let known = cut.get(listed);
  if (known === void 0) cut.set(listed, known = listed.map(segmentsOf));
  return known;
}
function segmentsOf(path) {
  const segments = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments[0] === "var" && segments[1] === "run" ? segments.slice(1) : segments;
}

// src/controls/workload/workload-no-engine-socket.ts
function findSocket(path, mount2, sockets) {
  if (mount2.type === "npipe") return path.endsWith("\\docker_engine") ? path : void 0;
  const found = findExposed(path, sockets);
  if (found !== void 0) return found;
  const name = path.slice(path.lastIndexOf("/"));
  return name.length > 1 && sockets.some((socket5) => socket5.endsWith(name)) ? path : void 0;
}
var workloadNoEngineSocket = defineControl({
  id: "workload-no-engine-socket",
  subject: workload,
  severity: "critical",
  title: {
    en: "It is not given the socket of a container engine",
    zh: "\u672A\u83B7\u5F97\u5BB9\u5668\u5F15\u64CE\u5957\u63A5\u5B57"
  },
  rationale: {
    en: "Whoever can write to the socket of an engine can start a privileged container with the host mounted in it. Mounting it read-only changes nothing: a socket is spoken to, not written.",
    zh: "\u51E1\u80FD\u8BBF\u95EE\u5F15\u64CE\u5957\u63A5\u5B57\u8005\uFF0C\u5747\u53EF\u542F\u52A8\u6302\u8F7D\u5BBF\u4E3B\u673A\u76EE\u5F55\u7684\u7279\u6743\u5BB9\u5668\uFF0C\u8FDB\u800C\u63A7\u5236\u5BBF\u4E3B\u673A\u3002\u4EE5\u53EA\u8BFB\u65B9\u5F0F\u6302\u8F7D\u6BEB\u65E0\u4F5C\u7528\uFF1A\u5957\u63A5\u5B57\u662F\u7528\u6765\u901A\u4FE1\u7684\uFF0C\u4E0D\u53D7\u6587\u4EF6\u5199\u6743\u9650\u9650\u5236\u3002"
  },
  remediation: {
    en: "Remove the mount, such as --volume /var/run/docker.sock:/var/run/docker.sock or the same under volumes in Compose, and any mount of a parent directory. What only needs to watch gets a proxy that lets chosen GET requests through.",
    zh: "\u53BB\u6389\u8BE5\u6302\u8F7D\uFF0C\u4F8B\u5982 --volume /var/run/docker.sock:/var/run/docker.sock \u6216 Compose \u4E2D volumes \u4E0B\u7684\u540C\u7C7B\u6761\u76EE\uFF0C\u4EE5\u53CA\u5BF9\u5176\u4E0A\u7EA7\u76EE\u5F55\u7684\u6302\u8F7D\u3002\u4EC5\u9700\u76D1\u89C6\u7684\u7A0B\u5E8F\u5E94\u6539\u7528\u53EA\u653E\u884C\u6307\u5B9A GET \u8BF7\u6C42\u7684\u4EE3\u7406\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/#docker-daemon-attack-surface",
    "https://docs.docker.com/engine/security/protect-access/"
  ],
  params: z37.object({
    /**
     * Sockets through which containers can be started, where engines put them; `*` is any one segment.
     * Add yours when an engine listens elsewhere. A mount fails when it is one of them, when it is a
     * directory above one, or when it has the file name of one.
     */
    sockets: z37.array(z37.string()).default([
      "/run/docker.sock",
      "/run/docker/containerd/containerd.sock",
      "/run/containerd/containerd.sock",
      "/run/podman/podman.sock",
      "/run/crio/crio.sock",
      "/run/buildkit/buildkitd.sock",
      "/run/k3s/containerd/containerd.sock",
      "/run/user/*/docker.sock",
      "/run/user/*/podman/podman.sock"
    ])
  }),
  check: eachHostPath((path, mount2, { params }) => {
    const found = findSocket(path, mount2, params.sockets);
    if (found === void 0) return true;
    const where = describeMount(path, mount2);
    return fail(
      text(
        `${where.en} gives access to the engine socket ${found}`,
        `${where.zh} \u53EF\u8BBF\u95EE\u5F15\u64CE\u5957\u63A5\u5B57 ${found}`
      )
    );
  })
});

// src/controls/workload/workload-no-host-devices.ts
import { z as z38 } from "zod";
var workloadNoHostDevices = defineControl({
  id: "workload-no-host-devices",
  subject: workload,
  severity: "high",
  title: {
    en: "It is given none of the host's devices but the allowed ones",
    zh: "\u672A\u83B7\u5F97\u5141\u8BB8\u8303\u56F4\u4E4B\u5916\u7684\u5BBF\u4E3B\u673A\u8BBE\u5907"
  },
  rationale: {
    en: "A disk device is every file on it, without permissions; /dev/mem and /dev/kmsg are the kernel. A device is handed over past every namespace.",
    zh: "\u78C1\u76D8\u8BBE\u5907\u7B49\u4E8E\u5176\u4E0A\u7684\u5168\u90E8\u6587\u4EF6\uFF0C\u6587\u4EF6\u6743\u9650\u5F62\u540C\u865A\u8BBE\uFF1B/dev/mem\u3001/dev/kmsg \u5219\u76F4\u901A\u5185\u6838\u3002\u8BBE\u5907\u4E00\u7ECF\u4EA4\u4ED8\uFF0C\u547D\u540D\u7A7A\u95F4\u9694\u79BB\u5373\u88AB\u7ED5\u8FC7\u3002"
  },
  remediation: {
    en: "Remove --device, --device-cgroup-rule, --gpus and --privileged (in Compose: devices, device_cgroup_rules, deploy.resources.reservations.devices, privileged). Add a device that is really needed to the parameters of this control, and give it r or rw, never rwm.",
    zh: "\u53BB\u6389 --device\u3001--device-cgroup-rule\u3001--gpus \u4E0E --privileged\uFF08Compose \u4E2D\u4E3A devices\u3001device_cgroup_rules\u3001deploy.resources.reservations.devices\u3001privileged\uFF09\u3002\u786E\u9700\u4F7F\u7528\u7684\u8BBE\u5907\u5E94\u52A0\u5165\u672C\u63A7\u5236\u9879\u7684\u53C2\u6570\uFF0C\u4E14\u53EA\u6388\u4E88 r \u6216 rw\uFF0C\u4E0D\u6388\u4E88 rwm\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/container/run/#device",
    "https://docs.docker.com/reference/cli/docker/container/run/#device-cgroup-rule"
  ],
  params: z38.object({
    /** Host paths of devices, or of directories of them, that may be given; none by default. */
    allowed: z38.array(z38.string()).default([]),
    /** Device cgroup rules that may be given, exactly as they are written, such as `c 188:* rw`. */
    allowedRules: z38.array(z38.string()).default([]),
    /** Drivers or capabilities through which devices may be asked for, such as `nvidia` or `gpu`. */
    allowedRequests: z38.array(z38.string()).default([])
  }),
  check: all(
    (w) => !w.privileged || fail(
      text(
        "It is privileged, which gives it every device of the host",
        "\u8BE5\u5BB9\u5668\u4E3A\u7279\u6743\u5BB9\u5668\uFF0C\u53EF\u8BBF\u95EE\u5BBF\u4E3B\u673A\u7684\u5168\u90E8\u8BBE\u5907"
      )
    ),
    each(
      (w) => w.devices,
      ({ hostPath, permissions }, { params }) => findHolder(hostPath, params.allowed) !== void 0 || fail(
        text(
          `The device ${hostPath} is given to it (${permissions})`,
          `\u6388\u4E88\u4E86\u8BBE\u5907 ${hostPath}\uFF08\u6743\u9650 ${permissions}\uFF09`
        )
      )
    ),
    each(
      (w) => w.deviceRules,
      (rule, { params }) => params.allowedRules.includes(rule) || fail(
        text(`The rule ${rule} opens devices to it`, `\u8BBE\u5907 cgroup \u89C4\u5219 ${rule} \u653E\u5F00\u4E86\u8BBE\u5907\u8BBF\u95EE`)
      )
    ),
    each(
      (w) => w.deviceRequests,
      ({ driver, capabilities }, { params }) => {
        const names = [driver, ...capabilities].filter((name) => name !== "");
        if (names.some((name) => params.allowedRequests.includes(name))) return true;
        const asked = names.join(", ");
        return fail(text(`Devices are asked for by ${asked}`, `\u901A\u8FC7 ${asked} \u7533\u8BF7\u4E86\u8BBE\u5907`));
      }
    )
  )
});

// src/controls/workload/host-namespace.ts
function notHostNamespace(kind, name) {
  return (w) => {
    const namespace2 = w.namespaces[kind];
    if (namespace2.resolved !== "host") return true;
    const joined = namespace2.chain.join(" \u2192 ");
    if (joined === "") {
      return fail(text(`It uses the host's ${name.en}`, `\u4F7F\u7528\u5BBF\u4E3B\u673A\u7684${name.zh}`));
    }
    return fail(
      text(
        `It reaches the host's ${name.en} through the container ${joined}`,
        `\u7ECF\u7531\u5BB9\u5668 ${joined} \u4F7F\u7528\u5BBF\u4E3B\u673A\u7684${name.zh}`
      )
    );
  };
}

// src/controls/workload/workload-no-host-ipc.ts
var workloadNoHostIpc = defineControl({
  id: "workload-no-host-ipc",
  subject: workload,
  severity: "high",
  title: { en: "It does not share the host's IPC space", zh: "\u672A\u5171\u4EAB\u5BBF\u4E3B\u673A IPC \u547D\u540D\u7A7A\u95F4" },
  rationale: {
    en: "Databases and desktops keep data in shared memory, semaphores and message queues. In the host's IPC space a container can read and damage them.",
    zh: "\u6570\u636E\u5E93\u3001\u684C\u9762\u7A0B\u5E8F\u7B49\u4F1A\u5728\u5171\u4EAB\u5185\u5B58\u3001\u4FE1\u53F7\u91CF\u548C\u6D88\u606F\u961F\u5217\u4E2D\u5B58\u653E\u6570\u636E\u3002\u5171\u4EAB\u5BBF\u4E3B\u673A IPC \u547D\u540D\u7A7A\u95F4\u7684\u5BB9\u5668\u53EF\u8BFB\u53D6\u5E76\u7834\u574F\u8FD9\u4E9B\u6570\u636E\u3002"
  },
  remediation: {
    en: "Remove --ipc host (in Compose: ipc: host), and --ipc container:NAME where that container has it. Containers that belong together share with --ipc shareable and --ipc container:NAME; more room in /dev/shm comes from --shm-size.",
    zh: "\u53BB\u6389 --ipc host\uFF08Compose \u4E2D\u4E3A ipc: host\uFF09\uFF1B\u82E5 --ipc container:\u540D\u79F0 \u6240\u52A0\u5165\u7684\u5BB9\u5668\u5171\u4EAB\u4E86\u5BBF\u4E3B\u673A IPC\uFF0C\u4E5F\u5E94\u4E00\u5E76\u53BB\u6389\u3002\u9700\u8981\u4E92\u901A\u7684\u5BB9\u5668\u4E4B\u95F4\u7528 --ipc shareable \u4E0E --ipc container:\u540D\u79F0\uFF1B/dev/shm \u7A7A\u95F4\u4E0D\u8DB3\u7528 --shm-size \u8C03\u6574\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/run/#ipc-settings---ipc",
    "https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html"
  ],
  check: notHostNamespace("ipc", text("IPC space", " IPC \u547D\u540D\u7A7A\u95F4"))
});

// src/controls/workload/workload-no-host-network.ts
var workloadNoHostNetwork = defineControl({
  id: "workload-no-host-network",
  subject: workload,
  severity: "high",
  title: { en: "It is not on the host's network", zh: "\u672A\u4F7F\u7528\u5BBF\u4E3B\u673A\u7F51\u7EDC" },
  rationale: {
    en: "On the host's network a container reaches every service that listens on loopback, can open any port, and no rule between networks applies to it.",
    zh: "\u4F7F\u7528\u5BBF\u4E3B\u673A\u7F51\u7EDC\u7684\u5BB9\u5668\u53EF\u8BBF\u95EE\u6240\u6709\u4EC5\u76D1\u542C\u56DE\u73AF\u5730\u5740\u7684\u670D\u52A1\uFF0C\u53EF\u968F\u610F\u5F00\u653E\u7AEF\u53E3\uFF0C\u7F51\u7EDC\u9694\u79BB\u4E0E\u8BBF\u95EE\u63A7\u5236\u89C4\u5219\u5BF9\u5176\u5168\u90E8\u5931\u6548\u3002"
  },
  remediation: {
    en: "Replace --network host (in Compose: network_mode: host) by a network of its own and publish what must be reached: --network app --publish 192.0.2.10:8443:8443. A container that joins another with --network container:NAME is on whatever network that one is.",
    zh: "\u5C06 --network host\uFF08Compose \u4E2D\u4E3A network_mode: host\uFF09\u6539\u4E3A\u81EA\u5EFA\u7F51\u7EDC\uFF0C\u5E76\u4EC5\u53D1\u5E03\u5FC5\u8981\u7AEF\u53E3\uFF1A--network app --publish 192.0.2.10:8443:8443\u3002\u4EE5 --network container:\u540D\u79F0 \u52A0\u5165\u5176\u4ED6\u5BB9\u5668\u65F6\uFF0C\u5B9E\u9645\u7F51\u7EDC\u53D6\u51B3\u4E8E\u88AB\u52A0\u5165\u7684\u5BB9\u5668\u3002"
  },
  references: [
    "https://docs.docker.com/engine/network/drivers/host/",
    "https://man7.org/linux/man-pages/man7/network_namespaces.7.html"
  ],
  check: notHostNamespace("network", text("network", "\u7F51\u7EDC"))
});

// src/controls/workload/workload-no-host-pid.ts
var workloadNoHostPid = defineControl({
  id: "workload-no-host-pid",
  subject: workload,
  severity: "high",
  title: { en: "It does not share the process space of the host", zh: "\u672A\u5171\u4EAB\u5BBF\u4E3B\u673A\u8FDB\u7A0B\u7A7A\u95F4" },
  rationale: {
    en: "Among the host's processes a container reads their arguments and environment, can stop them, and with one capability more enters them: from there the whole file system of the host is open under /proc/1/root.",
    zh: "\u4E0E\u5BBF\u4E3B\u673A\u5171\u4EAB\u8FDB\u7A0B\u7A7A\u95F4\u7684\u5BB9\u5668\u53EF\u8BFB\u53D6\u5404\u8FDB\u7A0B\u7684\u53C2\u6570\u4E0E\u73AF\u5883\u53D8\u91CF\u3001\u7EC8\u6B62\u4EFB\u610F\u8FDB\u7A0B\uFF0C\u518D\u52A0\u4E00\u9879\u6743\u80FD\u5373\u53EF\u4FB5\u5165\u5176\u4E2D\uFF0C\u5E76\u7ECF\u7531 /proc/1/root \u8BBF\u95EE\u5BBF\u4E3B\u673A\u7684\u6574\u4E2A\u6587\u4EF6\u7CFB\u7EDF\u3002"
  },
  remediation: {
    en: "Remove --pid host (in Compose: pid: host), and --pid container:NAME where that container has it. For monitoring, mount single files of /proc read-only instead.",
    zh: "\u53BB\u6389 --pid host\uFF08Compose \u4E2D\u4E3A pid: host\uFF09\uFF1B\u82E5 --pid container:\u540D\u79F0 \u6240\u52A0\u5165\u7684\u5BB9\u5668\u5171\u4EAB\u4E86\u5BBF\u4E3B\u673A\u8FDB\u7A0B\u7A7A\u95F4\uFF0C\u4E5F\u5E94\u4E00\u5E76\u53BB\u6389\u3002\u7528\u4E8E\u76D1\u63A7\u65F6\uFF0C\u53EF\u6539\u4E3A\u53EA\u8BFB\u6302\u8F7D /proc \u4E0B\u7684\u4E2A\u522B\u6587\u4EF6\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/run/#pid-settings---pid",
    "https://man7.org/linux/man-pages/man7/pid_namespaces.7.html"
  ],
  check: notHostNamespace("pid", text("process space", "\u8FDB\u7A0B\u7A7A\u95F4"))
});

// src/controls/workload/workload-no-host-user-namespace.ts
var workloadNoHostUserNamespace = defineControl({
  id: "workload-no-host-user-namespace",
  subject: workload,
  severity: "medium",
  title: {
    en: "Its users are mapped away from those of the host",
    zh: "\u672A\u5171\u4EAB\u5BBF\u4E3B\u673A\u7528\u6237\u547D\u540D\u7A7A\u95F4"
  },
  rationale: {
    en: "The engine maps root of its containers to a user without rights. A container that opts out is root of the host again, beside others that trust in the mapping.",
    zh: "\u5F15\u64CE\u5DF2\u5C06\u5BB9\u5668\u5185\u7684 root \u6620\u5C04\u4E3A\u5BBF\u4E3B\u673A\u4E0A\u7684\u65E0\u7279\u6743\u7528\u6237\u3002\u64C5\u81EA\u9000\u51FA\u6620\u5C04\u7684\u5BB9\u5668\u91CD\u65B0\u4EE5\u5BBF\u4E3B\u673A root \u8EAB\u4EFD\u8FD0\u884C\uFF0C\u4F7F\u6574\u5957\u9694\u79BB\u63AA\u65BD\u5F62\u540C\u865A\u8BBE\u3002"
  },
  remediation: {
    en: "Remove --userns host (in Compose: userns_mode: host). A privileged container cannot be mapped: remove --privileged first.",
    zh: "\u53BB\u6389 --userns host\uFF08Compose \u4E2D\u4E3A userns_mode: host\uFF09\u3002\u7279\u6743\u5BB9\u5668\u65E0\u6CD5\u542F\u7528\u6620\u5C04\uFF0C\u5E94\u5148\u53BB\u6389 --privileged\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/userns-remap/",
    "https://man7.org/linux/man-pages/man7/user_namespaces.7.html"
  ],
  applies: (_, ctx) => ctx.all(engine).some((one) => one.userNamespaces || one.rootless) || notApplicable(
    text(
      "The engine maps no users, so there is no mapping to opt out of; engine-user-namespaces judges that",
      "\u5F15\u64CE\u672A\u542F\u7528\u7528\u6237\u547D\u540D\u7A7A\u95F4\u6620\u5C04\uFF0C\u4E0D\u5B58\u5728\u9000\u51FA\u6620\u5C04\u7684\u95EE\u9898\uFF1B\u8BE5\u4E8B\u9879\u7531 engine-user-namespaces \u5224\u5B9A"
    )
  ),
  check: notHostNamespace("user", text("user namespace", "\u7528\u6237\u547D\u540D\u7A7A\u95F4"))
});

// src/controls/workload/workload-no-host-uts.ts
var workloadNoHostUts = defineControl({
  id: "workload-no-host-uts",
  subject: workload,
  severity: "medium",
  title: { en: "It does not share the host's name", zh: "\u672A\u5171\u4EAB\u5BBF\u4E3B\u673A UTS \u547D\u540D\u7A7A\u95F4" },
  rationale: {
    en: "In the host's UTS namespace a container with the right capability renames the host. What log lines, licences and peers know the host by is then in its hands.",
    zh: "\u5171\u4EAB\u5BBF\u4E3B\u673A UTS \u547D\u540D\u7A7A\u95F4\u7684\u5BB9\u5668\u53EA\u8981\u5177\u5907\u76F8\u5E94\u6743\u80FD\uFF0C\u5373\u53EF\u4FEE\u6539\u5BBF\u4E3B\u673A\u7684\u4E3B\u673A\u540D\uFF0C\u8FDB\u800C\u5E72\u6270\u65E5\u5FD7\u6EAF\u6E90\u3001\u6388\u6743\u6821\u9A8C\u53CA\u5176\u4ED6\u7CFB\u7EDF\u5BF9\u8BE5\u4E3B\u673A\u7684\u8BC6\u522B\u3002"
  },
  remediation: {
    en: "Remove --uts host (in Compose: uts: host); to give a container a name of its own use --hostname.",
    zh: "\u53BB\u6389 --uts host\uFF08Compose \u4E2D\u4E3A uts: host\uFF09\uFF1B\u9700\u8981\u8BBE\u7F6E\u5BB9\u5668\u81EA\u8EAB\u4E3B\u673A\u540D\u65F6\u4F7F\u7528 --hostname\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/run/#uts-settings---uts",
    "https://man7.org/linux/man-pages/man7/uts_namespaces.7.html"
  ],
  check: notHostNamespace("uts", text("UTS namespace", " UTS \u547D\u540D\u7A7A\u95F4"))
});

// src/controls/workload/workload-no-new-privileges.ts
var workloadNoNewPrivileges = defineControl({
  id: "workload-no-new-privileges",
  subject: workload,
  severity: "medium",
  title: {
    en: "Its processes cannot gain privileges",
    zh: "\u8FDB\u7A0B\u65E0\u6CD5\u83B7\u53D6\u65B0\u7684\u7279\u6743"
  },
  rationale: {
    en: "Without no-new-privileges, a setuid program that the image brings along, such as su or sudo, turns an ordinary user of the container back into root.",
    zh: "\u672A\u542F\u7528 no-new-privileges \u65F6\uFF0C\u955C\u50CF\u81EA\u5E26\u7684 setuid \u7A0B\u5E8F\uFF08\u5982 su\u3001sudo\uFF09\u53EF\u4F7F\u5BB9\u5668\u5185\u7684\u666E\u901A\u7528\u6237\u91CD\u65B0\u53D6\u5F97 root \u6743\u9650\u3002"
  },
  remediation: {
    en: 'Start it with --security-opt no-new-privileges=true; in Compose security_opt: ["no-new-privileges:true"]; for all containers "no-new-privileges": true in daemon.json.',
    zh: '\u542F\u52A8\u65F6\u52A0 --security-opt no-new-privileges=true\uFF1BCompose \u4E2D\u5199 security_opt: ["no-new-privileges:true"]\uFF1B\u5BF9\u5168\u90E8\u5BB9\u5668\u751F\u6548\u5219\u5728 daemon.json \u4E2D\u5199 "no-new-privileges": true\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/container/run/#security-opt",
    "https://docs.kernel.org/userspace-api/no_new_privs.html"
  ],
  // The kernel's word comes first: an engine-wide default is in force without the container asking for it.
  check: beside(
    (w) => w.kernel?.noNewPrivileges ?? w.security.noNewPrivileges,
    (w) => w.security.noNewPrivileges
  )
});

// src/controls/workload/workload-no-privileged-ports.ts
import { z as z39 } from "zod";

// src/controls/workload/published-port.ts
var publishesPorts = (w) => w.namespaces.network.resolved !== "host" || unknown(
  text(
    "It is on the host's network, so whatever it listens on is open on the host and is not listed here",
    "\u4F7F\u7528\u5BBF\u4E3B\u673A\u7F51\u7EDC\uFF0C\u5176\u76D1\u542C\u7684\u7AEF\u53E3\u76F4\u63A5\u5F00\u653E\u5728\u5BBF\u4E3B\u673A\u4E0A\uFF0C\u4E0D\u5728\u5DF2\u91C7\u96C6\u7684\u7AEF\u53E3\u4FE1\u606F\u4E2D"
  )
);
function describePort(port2) {
  const address = port2.hostAddress.includes(":") ? `[${port2.hostAddress}]` : port2.hostAddress;
  return `${address}:${port2.hostPort ?? "*"} \u2192 ${port2.containerPort}/${port2.protocol}`;
}

// src/controls/workload/workload-no-privileged-ports.ts
var workloadNoPrivilegedPorts = defineControl({
  id: "workload-no-privileged-ports",
  subject: workload,
  severity: "medium",
  title: {
    en: "None of the privileged ports of the host is published but the allowed ones",
    zh: "\u672A\u5360\u7528\u5141\u8BB8\u8303\u56F4\u4E4B\u5916\u7684\u5BBF\u4E3B\u673A\u7279\u6743\u7AEF\u53E3"
  },
  rationale: {
    en: "Clients take what answers on a low port for a service of the system, since only root may open one. The engine, which is root, opens it for any container.",
    zh: "\u4F4E\u4F4D\u7AEF\u53E3\u53EA\u6709 root \u624D\u80FD\u76D1\u542C\uFF0C\u5BA2\u6237\u7AEF\u56E0\u800C\u9ED8\u8BA4\u5176\u540E\u662F\u7CFB\u7EDF\u670D\u52A1\uFF1B\u800C\u4EE5 root \u8FD0\u884C\u7684\u5F15\u64CE\u4F1A\u66FF\u4EFB\u610F\u5BB9\u5668\u6253\u5F00\u8FD9\u4E9B\u7AEF\u53E3\u3002"
  },
  remediation: {
    en: 'Publish on a port from 1024 on: --publish 192.0.2.10:8443:443, in Compose ports: ["192.0.2.10:8443:443"]. Where a proxy must have 80 and 443, allow these two in the parameters of this control.',
    zh: '\u6539\u7528 1024 \u53CA\u4EE5\u4E0A\u7684\u7AEF\u53E3\uFF1A--publish 192.0.2.10:8443:443\uFF0CCompose \u4E2D\u5199 ports: ["192.0.2.10:8443:443"]\u3002\u53CD\u5411\u4EE3\u7406\u786E\u9700 80 \u4E0E 443 \u65F6\uFF0C\u5728\u672C\u63A7\u5236\u9879\u7684\u53C2\u6570\u4E2D\u653E\u884C\u8FD9\u4E24\u4E2A\u7AEF\u53E3\u3002'
  },
  references: [
    "https://docs.docker.com/engine/network/port-publishing/",
    "https://docs.kernel.org/networking/ip-sysctl.html"
  ],
  params: z39.object({
    /** First port that is not privileged; 1024 is the kernel's own default (ip_unprivileged_port_start). */
    threshold: z39.number().int().min(0).max(65536).default(1024),
    /** Privileged ports that may be published all the same; none by default. */
    allowed: z39.array(z39.number().int().min(1).max(65535)).default([])
  }),
  applies: publishesPorts,
  check: each(
    (w) => w.ports,
    (port2, { params }) => {
      const { hostPort } = port2;
      if (hostPort === null || hostPort >= params.threshold) return true;
      if (params.allowed.includes(hostPort)) return true;
      const shown2 = describePort(port2);
      return fail(text(`${shown2} is a privileged port`, `${shown2} \u5360\u7528\u7279\u6743\u7AEF\u53E3`));
    }
  )
});

// src/controls/workload/workload-no-remote-shell.ts
import { z as z40 } from "zod";

// src/controls/workload/running-programs.ts
function programsOf(w) {
  const names = (w.processes ?? []).map(({ program }) => {
    const end = program.search(/[\s:]/);
    const name = end > 0 ? program.slice(0, end) : program;
    return name.startsWith("-") ? name.slice(1) : name;
  });
  return [...new Set(names)].sort();
}

// src/controls/workload/while-running.ts
var idle = /* @__PURE__ */ new Set([
  "declared",
  "created",
  "removing",
  "exited",
  "dead"
]);
var whileRunning = (fact) => (w) => {
  if (w[fact] !== void 0) return true;
  return idle.has(w.state) ? notApplicable(
    text(
      "It is not running, so there is nothing to look at yet",
      "\u8BE5\u5DE5\u4F5C\u8D1F\u8F7D\u672A\u5728\u8FD0\u884C\uFF0C\u6CA1\u6709\u53EF\u68C0\u67E5\u7684\u5185\u5BB9"
    )
  ) : unknown(
    text(
      "It has been started, but what goes on inside was not read",
      "\u8BE5\u5DE5\u4F5C\u8D1F\u8F7D\u5DF2\u542F\u52A8\uFF0C\u4F46\u672A\u91C7\u96C6\u5230\u5176\u5185\u90E8\u8FD0\u884C\u60C5\u51B5"
    )
  );
};

// src/controls/workload/workload-no-remote-shell.ts
var workloadNoRemoteShell = defineControl({
  id: "workload-no-remote-shell",
  subject: workload,
  severity: "high",
  title: { en: "No remote shell runs in it", zh: "\u672A\u8FD0\u884C\u8FDC\u7A0B\u767B\u5F55\u670D\u52A1" },
  rationale: {
    en: "A shell server in a container has keys and passwords of its own that nobody renews, and lets people in past the engine, its authorization and its audit trail.",
    zh: "\u5BB9\u5668\u5185\u7684\u8FDC\u7A0B\u767B\u5F55\u670D\u52A1\u81EA\u5E26\u4E00\u5957\u65E0\u4EBA\u8F6E\u6362\u7684\u5BC6\u94A5\u548C\u53E3\u4EE4\uFF0C\u4E14\u767B\u5F55\u7ED5\u8FC7\u4E86\u5F15\u64CE\u7684\u6388\u6743\u4E0E\u5BA1\u8BA1\uFF0C\u65E0\u6CD5\u6EE1\u8DB3\u8EAB\u4EFD\u9274\u522B\u548C\u5B89\u5168\u5BA1\u8BA1\u8981\u6C42\u3002"
  },
  remediation: {
    en: "Take the server out of the image and of what starts it. Enter with docker exec, which the engine authorises and logs, and copy with docker cp.",
    zh: "\u4ECE\u955C\u50CF\u53CA\u542F\u52A8\u811A\u672C\u4E2D\u79FB\u9664\u8BE5\u670D\u52A1\u3002\u9700\u8981\u8FDB\u5165\u5BB9\u5668\u65F6\u4F7F\u7528\u53D7\u5F15\u64CE\u6388\u6743\u548C\u8BB0\u5F55\u7684 docker exec\uFF0C\u4F20\u8F93\u6587\u4EF6\u4F7F\u7528 docker cp\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/container/exec/",
    "https://www.cisecurity.org/benchmark/docker"
  ],
  params: z40.object({
    /** Programs that let people log in from elsewhere, by the name of their executable. */
    programs: z40.array(z40.string()).default([
      "sshd",
      "sshd-session",
      "sshd-auth",
      "dropbear",
      "dropbearmulti",
      "tinysshd",
      "telnetd",
      "in.telnetd",
      "utelnetd",
      "rlogind",
      "in.rlogind",
      "rshd",
      "in.rshd",
      "rexecd",
      "in.rexecd",
      "gotty",
      "shellinaboxd",
      "ttyd"
    ])
  }),
  applies: whileRunning("processes"),
  check: (w, { params }) => {
    const found = programsOf(w).filter((program) => params.programs.includes(program));
    if (found.length === 0) return true;
    return fail(text(`It runs ${found.join(", ")}`, `\u6B63\u5728\u8FD0\u884C\u8FDC\u7A0B\u767B\u5F55\u670D\u52A1\uFF1A${found.join("\u3001")}`));
  }
});

// src/controls/workload/workload-no-secrets-in-environment.ts
var workloadNoSecretsInEnvironment = defineControl({
  id: "workload-no-secrets-in-environment",
  subject: workload,
  severity: "high",
  title: {
    en: "No secret is in its environment, labels or command",
    zh: "\u73AF\u5883\u53D8\u91CF\u3001\u6807\u7B7E\u548C\u542F\u52A8\u547D\u4EE4\u4E2D\u4E0D\u542B\u654F\u611F\u4FE1\u606F"
  },
  rationale: {
    en: "Environment, labels and command are shown by docker inspect, inherited by every child process and written to crash reports and logs. What is there is no longer secret.",
    zh: "\u73AF\u5883\u53D8\u91CF\u3001\u6807\u7B7E\u548C\u542F\u52A8\u547D\u4EE4\u53EF\u88AB docker inspect \u67E5\u770B\uFF0C\u4F1A\u88AB\u6240\u6709\u5B50\u8FDB\u7A0B\u7EE7\u627F\uFF0C\u8FD8\u4F1A\u5199\u5165\u5D29\u6E83\u62A5\u544A\u548C\u65E5\u5FD7\u3002\u53E3\u4EE4\u3001\u5BC6\u94A5\u653E\u5728\u8FD9\u4E9B\u4F4D\u7F6E\u5373\u7B49\u4E8E\u660E\u6587\u5B58\u653E\u3002"
  },
  remediation: {
    en: "Give it as a file: docker secret create and --secret for a Swarm, secrets: in Compose, and let the program read it from /run/secrets (many images take NAME_FILE). Then change the secret, since it was seen.",
    zh: "\u6539\u4EE5\u6587\u4EF6\u65B9\u5F0F\u63D0\u4F9B\uFF1ASwarm \u7528 docker secret create \u4E0E --secret\uFF0CCompose \u7528 secrets:\uFF0C\u7531\u7A0B\u5E8F\u4ECE /run/secrets \u8BFB\u53D6\uFF08\u591A\u6570\u955C\u50CF\u652F\u6301\u201C\u53D8\u91CF\u540D_FILE\u201D\u5F62\u5F0F\uFF09\u3002\u5DF2\u66B4\u9732\u7684\u53E3\u4EE4\u3001\u5BC6\u94A5\u5E94\u7ACB\u5373\u66F4\u6362\u3002"
  },
  references: [
    "https://docs.docker.com/engine/swarm/secrets/",
    "https://docs.docker.com/compose/how-tos/use-secrets/"
  ],
  check: all(
    each(
      (w) => w.environment,
      ({ name, secret: secret2, rule }) => !secret2 || fail(
        text(
          `The variable ${name} holds what looks like a secret (${rule})`,
          `\u73AF\u5883\u53D8\u91CF ${name} \u7591\u4F3C\u5305\u542B\u654F\u611F\u4FE1\u606F\uFF08\u89C4\u5219\uFF1A${rule}\uFF09`
        )
      )
    ),
    each(
      (w) => w.secretLabels,
      ({ name, secret: secret2, rule }) => !secret2 || fail(
        text(
          `The label ${name} holds what looks like a secret (${rule})`,
          `\u6807\u7B7E ${name} \u7591\u4F3C\u5305\u542B\u654F\u611F\u4FE1\u606F\uFF08\u89C4\u5219\uFF1A${rule}\uFF09`
        )
      )
    ),
    each(
      (w) => w.secretArguments,
      (rule) => fail(
        text(
          `The command holds what looks like a secret (${rule})`,
          `\u542F\u52A8\u547D\u4EE4\u7591\u4F3C\u5305\u542B\u654F\u611F\u4FE1\u606F\uFF08\u89C4\u5219\uFF1A${rule}\uFF09`
        )
      )
    )
  )
});

// src/controls/workload/workload-no-sensitive-mounts.ts
import { z as z41 } from "zod";
var givesAwayNone = (besides) => eachHostPath((path, mount2, ctx) => {
  const { paths, allowedReadOnly } = ctx.params;
  const found = findExposed(path, paths) ?? findExposed(path, besides(ctx));
  if (found === void 0) return true;
  if (mount2.readOnly && findHolder(path, allowedReadOnly) !== void 0) return true;
  const where = describeMount(path, mount2);
  return fail(text(`${where.en} gives away ${found}`, `${where.zh} \u66B4\u9732\u654F\u611F\u8DEF\u5F84 ${found}`));
});
var describedByFile = (w) => w.origin === "compose-service";
var workloadNoSensitiveMounts = defineControl({
  id: "workload-no-sensitive-mounts",
  subject: workload,
  severity: "high",
  title: {
    en: "None of the host's own directories is mounted in it",
    zh: "\u672A\u6302\u8F7D\u5BBF\u4E3B\u673A\u654F\u611F\u76EE\u5F55"
  },
  rationale: {
    en: "With the host's configuration, programs, devices or keys in reach, a container needs no flaw to get out: it reads a password hash, or writes a job that the host then runs as root.",
    zh: "\u82E5\u5BB9\u5668\u53EF\u89E6\u53CA\u5BBF\u4E3B\u673A\u7684\u914D\u7F6E\u3001\u7A0B\u5E8F\u3001\u8BBE\u5907\u6216\u5BC6\u94A5\uFF0C\u5219\u65E0\u9700\u4EFB\u4F55\u6F0F\u6D1E\u5373\u53EF\u9003\u9038\uFF1A\u8BFB\u53D6\u53E3\u4EE4\u6563\u5217\uFF0C\u6216\u5199\u5165\u4E00\u6761\u7531\u5BBF\u4E3B\u673A\u4EE5 root \u8EAB\u4EFD\u6267\u884C\u7684\u8BA1\u5212\u4EFB\u52A1\u3002"
  },
  remediation: {
    en: "Remove the mount (--volume or --mount; volumes in Compose) and give the data a directory or a named volume of its own, such as --volume /srv/app/data:/data. What must be read from a listed directory is copied, or given as a config or secret.",
    zh: "\u53BB\u6389\u8BE5\u6302\u8F7D\uFF08--volume \u6216 --mount\uFF1BCompose \u4E2D\u4E3A volumes\uFF09\uFF0C\u4E3A\u4E1A\u52A1\u6570\u636E\u51C6\u5907\u4E13\u7528\u76EE\u5F55\u6216\u547D\u540D\u5377\uFF0C\u4F8B\u5982 --volume /srv/app/data:/data\u3002\u786E\u9700\u8BFB\u53D6\u654F\u611F\u76EE\u5F55\u4E2D\u7684\u5185\u5BB9\u65F6\uFF0C\u5E94\u590D\u5236\u51FA\u6765\uFF0C\u6216\u4EE5 config\u3001secret \u65B9\u5F0F\u63D0\u4F9B\u3002"
  },
  references: [
    "https://docs.docker.com/engine/storage/bind-mounts/",
    "https://docs.docker.com/engine/security/#docker-daemon-attack-surface"
  ],
  params: z41.object({
    /**
     * Host paths that may not be given away: neither they, nor what is below, nor a parent; `*` is any
     * one segment. The defaults are what the host lives on, what it runs as root, the stores of engines
     * and people's keys. The data root that the engine really uses is always among them.
     */
    paths: z41.array(z41.string()).default([
      "/bin",
      "/boot",
      "/dev",
      "/etc",
      "/lib",
      "/lib32",
      "/lib64",
      "/libx32",
      "/proc",
      "/root",
      "/sbin",
      "/sys",
      "/usr",
      "/home/*/.docker",
      "/home/*/.ssh",
      "/run/dbus/system_bus_socket",
      "/run/systemd/private",
      "/var/lib/containerd",
      "/var/lib/containers",
      "/var/lib/docker",
      "/var/lib/kubelet",
      "/var/spool/cron"
    ]),
    /**
     * Paths below those above that are harmless where the mount is read-only. Only the time zone by
     * default, which is public; read-only does not excuse a secret.
     */
    allowedReadOnly: z41.array(z41.string()).default(["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"])
  }),
  check: all(
    when(
      describedByFile,
      givesAwayNone(() => [])
    ),
    when(
      not(describedByFile),
      givesAwayNone((ctx) => ctx.all(engine).map((one) => one.dataRoot))
    )
  )
});

// src/controls/workload/workload-no-shared-propagation.ts
var workloadNoSharedPropagation = defineControl({
  id: "workload-no-shared-propagation",
  subject: workload,
  severity: "medium",
  title: { en: "What it mounts stays in it", zh: "\u5BB9\u5668\u5185\u7684\u6302\u8F7D\u4E0D\u4F1A\u4F20\u64AD\u5230\u5BBF\u4E3B\u673A" },
  rationale: {
    en: "Under a shared mount, what the container mounts appears on the host and in every container that shares it too, so that it can lay files over those that others trust.",
    zh: "\u91C7\u7528\u5171\u4EAB\u4F20\u64AD\u65F6\uFF0C\u5BB9\u5668\u5185\u65B0\u589E\u7684\u6302\u8F7D\u4F1A\u540C\u6B65\u51FA\u73B0\u5728\u5BBF\u4E3B\u673A\u53CA\u5176\u4ED6\u5171\u4EAB\u8BE5\u6302\u8F7D\u7684\u5BB9\u5668\u4E2D\uFF0C\u53EF\u7528\u6765\u8986\u76D6\u5176\u4ED6\u4E3B\u4F53\u6240\u4FE1\u4EFB\u7684\u6587\u4EF6\u3002"
  },
  remediation: {
    en: "Leave the propagation at its default: remove :shared and :rshared from --volume, bind-propagation=shared from --mount, bind.propagation in Compose. To follow mounts of the host, rslave is enough.",
    zh: "\u4FDD\u6301\u9ED8\u8BA4\u4F20\u64AD\u65B9\u5F0F\uFF1A\u53BB\u6389 --volume \u4E2D\u7684 :shared\u3001:rshared\uFF0C--mount \u4E2D\u7684 bind-propagation=shared\uFF0C\u4EE5\u53CA Compose \u4E2D\u7684 bind.propagation\u3002\u4EC5\u9700\u611F\u77E5\u5BBF\u4E3B\u673A\u4FA7\u6302\u8F7D\u53D8\u5316\u65F6\uFF0C\u4F7F\u7528 rslave \u5373\u53EF\u3002"
  },
  references: [
    "https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation",
    "https://man7.org/linux/man-pages/man7/mount_namespaces.7.html"
  ],
  check: each(
    (w) => w.mounts,
    ({ propagation, source, target }) => propagation !== "shared" && propagation !== "rshared" || fail(
      text(
        `${source}, mounted at ${target}, is ${propagation}`,
        `${source}\uFF08\u6302\u8F7D\u5230 ${target}\uFF09\u7684\u4F20\u64AD\u65B9\u5F0F\u4E3A ${propagation}`
      )
    )
  )
});

// src/controls/workload/workload-non-root-user.ts
function namesRoot(configured) {
  const [name = ""] = configured.split(":");
  return name === "" || name === "root" || /^[+-]?0+$/.test(name);
}
var startsAsRoot = (w) => {
  const { configured, uid } = w.user;
  if (uid === 0 || uid === null && namesRoot(configured)) {
    const written2 = configured === "" ? text("no user is set", "\u672A\u6307\u5B9A\u7528\u6237") : void 0;
    return fail(
      text(
        `It starts as root: ${written2?.en ?? `its user is ${configured}`}`,
        `\u4EE5 root \u8EAB\u4EFD\u542F\u52A8\uFF1A${written2?.zh ?? `\u7528\u6237\u4E3A ${configured}`}`
      )
    );
  }
  if (uid !== null) return true;
  return unknown(
    text(
      `The number of the user ${configured} is not known, and any name may stand for 0`,
      `\u65E0\u6CD5\u89E3\u6790\u7528\u6237 ${configured} \u7684\u6570\u5B57 ID\uFF0C\u800C\u4EFB\u4F55\u540D\u79F0\u90FD\u53EF\u80FD\u5BF9\u5E94 0`
    )
  );
};
var workloadNonRootUser = defineControl({
  id: "workload-non-root-user",
  subject: workload,
  severity: "high",
  title: { en: "It does not run as root", zh: "\u672A\u4EE5 root \u8EAB\u4EFD\u8FD0\u884C" },
  rationale: {
    en: "Root in a container is root on the host as soon as a flaw, a mount or a capability lets it out. Another user has first to become root.",
    zh: "\u4E00\u65E6\u6F0F\u6D1E\u3001\u6302\u8F7D\u6216\u6743\u80FD\u6253\u5F00\u7F3A\u53E3\uFF0C\u5BB9\u5668\u5185\u7684 root \u5C31\u662F\u5BBF\u4E3B\u673A\u7684 root\uFF1B\u800C\u666E\u901A\u7528\u6237\u8FD8\u987B\u5148\u5B8C\u6210\u63D0\u6743\u3002"
  },
  remediation: {
    en: 'Write USER 10001 in the Dockerfile, start it with --user 10001:10001, or in Compose write user: "10001:10001". An image that must begin as root may drop to another user by itself. Where root is needed inside, map it to another user of the host: "userns-remap": "default" in daemon.json, or a rootless engine.',
    zh: '\u5728 Dockerfile \u4E2D\u5199 USER 10001\uFF0C\u542F\u52A8\u65F6\u52A0 --user 10001:10001\uFF0C\u6216\u5728 Compose \u4E2D\u5199 user: "10001:10001"\u3002\u5FC5\u987B\u4EE5 root \u542F\u52A8\u7684\u955C\u50CF\u5E94\u81EA\u884C\u5207\u6362\u5230\u666E\u901A\u7528\u6237\u3002\u5BB9\u5668\u5185\u786E\u9700 root \u65F6\uFF0C\u5E94\u5C06\u5176\u6620\u5C04\u4E3A\u5BBF\u4E3B\u673A\u7684\u666E\u901A\u7528\u6237\uFF1Adaemon.json \u4E2D\u5199 "userns-remap": "default"\uFF0C\u6216\u4F7F\u7528 rootless \u5F15\u64CE\u3002'
  },
  references: [
    "https://docs.docker.com/reference/dockerfile/#user",
    "https://docs.docker.com/engine/security/userns-remap/"
  ],
  // The kernel counts users as the host does. So an image that drops root by itself passes, and so does
  // root that a user namespace or a rootless engine maps to somebody else; what still is 0 fails.
  check: beside(
    (w, ctx) => {
      if (w.kernel === void 0) return startsAsRoot(w, ctx);
      return w.kernel.uid !== 0 || fail(
        text(
          "By the kernel, its first process runs as root of the host",
          "\u5185\u6838\u663E\u793A\u5176\u9996\u8FDB\u7A0B\u4EE5\u5BBF\u4E3B\u673A root \u8EAB\u4EFD\u8FD0\u884C"
        )
      );
    },
    (w) => [w.user.configured, w.user.uid]
  )
});

// src/controls/workload/workload-not-privileged.ts
var workloadNotPrivileged = defineControl({
  id: "workload-not-privileged",
  subject: workload,
  severity: "critical",
  title: { en: "It is not privileged", zh: "\u672A\u4EE5\u7279\u6743\u6A21\u5F0F\u8FD0\u884C" },
  rationale: {
    en: "A privileged container holds every capability and every device, and neither seccomp nor AppArmor watches it: whoever takes it over owns the host.",
    zh: "\u7279\u6743\u5BB9\u5668\u62E5\u6709\u5168\u90E8\u5185\u6838\u6743\u80FD\u548C\u5168\u90E8\u8BBE\u5907\uFF0C\u4E14\u4E0D\u53D7 seccomp\u3001AppArmor \u7EA6\u675F\uFF1A\u653B\u9677\u8BE5\u5BB9\u5668\u5373\u7B49\u4E8E\u653B\u9677\u5BBF\u4E3B\u673A\u3002"
  },
  remediation: {
    en: "Remove --privileged (in Compose: privileged: true), and give what is really needed one by one: --cap-add NAME (cap_add), --device PATH (devices).",
    zh: "\u53BB\u6389 --privileged\uFF08Compose \u4E2D\u4E3A privileged: true\uFF09\uFF0C\u6309\u6700\u5C0F\u6743\u9650\u539F\u5219\u9010\u9879\u6388\u4E88\u771F\u6B63\u9700\u8981\u7684\u80FD\u529B\uFF1A--cap-add \u6743\u80FD\u540D\uFF08cap_add\uFF09\u3001--device \u8BBE\u5907\u8DEF\u5F84\uFF08devices\uFF09\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities",
    "https://docs.docker.com/engine/security/"
  ],
  check: (w) => !w.privileged
});

// src/controls/workload/workload-pids-limit.ts
import { z as z42 } from "zod";
var workloadPidsLimit = defineControl({
  id: "workload-pids-limit",
  subject: workload,
  severity: "medium",
  title: { en: "The number of processes is limited", zh: "\u8FDB\u7A0B\u6570\u91CF\u53D7\u9650" },
  rationale: {
    en: "One container that forks without end takes the process table of the whole host with it.",
    zh: "\u4E00\u4E2A\u65E0\u9650\u6D3E\u751F\u8FDB\u7A0B\u7684\u5BB9\u5668\u4F1A\u8017\u5C3D\u6574\u53F0\u5BBF\u4E3B\u673A\u7684\u8FDB\u7A0B\u8868\u3002"
  },
  remediation: {
    en: "Start it with --pids-limit 256, or in Compose write pids_limit: 256 (deploy.resources.limits.pids for Swarm).",
    zh: "\u542F\u52A8\u65F6\u52A0 --pids-limit 256\uFF0C\u6216\u5728 Compose \u4E2D\u5199 pids_limit: 256\uFF08Swarm \u7528 deploy.resources.limits.pids\uFF09\u3002"
  },
  references: ["https://docs.docker.com/reference/cli/docker/container/run/"],
  params: z42.object({
    /** Most processes that a workload may be allowed. 4096 leaves room for thread-heavy runtimes. */
    max: z42.number().int().positive().default(4096)
  }),
  check: (w, { params }) => w.resources.pidsLimit > 0 && w.resources.pidsLimit <= params.max
});

// src/controls/workload/workload-ports-bound-to-interface.ts
var isAnyAddress = (address) => /^[0.:[\]]*$/.test(address.replace(/^\[?[0:]*:ffff:/i, ""));
var workloadPortsBoundToInterface = defineControl({
  id: "workload-ports-bound-to-interface",
  subject: workload,
  severity: "medium",
  title: {
    en: "Each published port is bound to one address of the host",
    zh: "\u53D1\u5E03\u7684\u7AEF\u53E3\u5747\u7ED1\u5B9A\u5230\u6307\u5B9A\u5730\u5740"
  },
  rationale: {
    en: "A port published without an address is open on every network the host is in, management and public ones included. The engine lets it through ahead of the rules of most host firewalls.",
    zh: "\u672A\u6307\u5B9A\u5730\u5740\u7684\u7AEF\u53E3\u4F1A\u5728\u5BBF\u4E3B\u673A\u6240\u5904\u7684\u5168\u90E8\u7F51\u7EDC\u4E0A\u5F00\u653E\uFF0C\u5305\u62EC\u7BA1\u7406\u7F51\u548C\u516C\u7F51\uFF1B\u4E14\u5F15\u64CE\u5199\u5165\u7684\u89C4\u5219\u5148\u4E8E\u591A\u6570\u4E3B\u673A\u9632\u706B\u5899\u89C4\u5219\u751F\u6548\u3002"
  },
  remediation: {
    en: 'Name the address: --publish 192.0.2.10:8443:8443, in Compose ports: ["192.0.2.10:8443:8443"]; for all containers "ip": "192.0.2.10" in daemon.json. A Swarm publishes on every address of its nodes: put a firewall in front of them.',
    zh: '\u5199\u660E\u5730\u5740\uFF1A--publish 192.0.2.10:8443:8443\uFF0CCompose \u4E2D\u5199 ports: ["192.0.2.10:8443:8443"]\uFF1B\u7EDF\u4E00\u9ED8\u8BA4\u503C\u5219\u5728 daemon.json \u4E2D\u5199 "ip": "192.0.2.10"\u3002Swarm \u4F1A\u5728\u8282\u70B9\u7684\u6240\u6709\u5730\u5740\u4E0A\u53D1\u5E03\u7AEF\u53E3\uFF0C\u5E94\u5728\u5176\u524D\u90E8\u7F72\u9632\u706B\u5899\u3002'
  },
  references: ["https://docs.docker.com/engine/network/port-publishing/"],
  applies: publishesPorts,
  check: each(
    (w) => w.ports,
    (port2) => {
      if (!isAnyAddress(port2.hostAddress)) return true;
      const shown2 = describePort(port2);
      return fail(text(`${shown2} is open on every interface`, `${shown2} \u5728\u6240\u6709\u7F51\u7EDC\u63A5\u53E3\u4E0A\u5F00\u653E`));
    }
  )
});

// src/controls/workload/workload-read-only-root.ts
var workloadReadOnlyRoot = defineControl({
  id: "workload-read-only-root",
  subject: workload,
  severity: "medium",
  title: { en: "Its root filesystem is read-only", zh: "\u6839\u6587\u4EF6\u7CFB\u7EDF\u4E3A\u53EA\u8BFB" },
  rationale: {
    en: "Whoever breaks into a container with a writable root can replace its programs and leave tools behind. Read-only, the files stay those of the image.",
    zh: "\u6839\u6587\u4EF6\u7CFB\u7EDF\u53EF\u5199\u65F6\uFF0C\u5165\u4FB5\u8005\u53EF\u4EE5\u66FF\u6362\u7A0B\u5E8F\u3001\u7559\u5B58\u5DE5\u5177\u3002\u8BBE\u4E3A\u53EA\u8BFB\u540E\uFF0C\u5BB9\u5668\u5185\u7684\u6587\u4EF6\u59CB\u7EC8\u4E0E\u955C\u50CF\u4FDD\u6301\u4E00\u81F4\uFF0C\u4FBF\u4E8E\u5B8C\u6574\u6027\u6821\u9A8C\u3002"
  },
  remediation: {
    en: "Start it with --read-only and give it --tmpfs /tmp or a volume for what it must write; in Compose read_only: true and tmpfs: [/tmp].",
    zh: "\u542F\u52A8\u65F6\u52A0 --read-only\uFF0C\u5BF9\u5FC5\u987B\u5199\u5165\u7684\u8DEF\u5F84\u4F7F\u7528 --tmpfs /tmp \u6216\u5377\uFF1BCompose \u4E2D\u5199 read_only: true \u4E0E tmpfs: [/tmp]\u3002"
  },
  references: ["https://docs.docker.com/reference/cli/docker/container/run/#read-only"],
  check: (w) => w.readOnlyRootFilesystem
});

// src/controls/workload/workload-restart-bounded.ts
import { z as z43 } from "zod";
var workloadRestartBounded = defineControl({
  id: "workload-restart-bounded",
  subject: workload,
  severity: "low",
  title: { en: "Restarts come to an end", zh: "\u91CD\u542F\u6B21\u6570\u6709\u4E0A\u9650" },
  rationale: {
    en: "A container that fails and is started without end burns processor time and floods its log, and hides that something is wrong. It also gives an attack that crashes the program as many tries as it needs.",
    zh: "\u53CD\u590D\u5931\u8D25\u53C8\u88AB\u65E0\u9650\u91CD\u542F\u7684\u5BB9\u5668\u4F1A\u7A7A\u8017 CPU\u3001\u5237\u7206\u65E5\u5FD7\uFF0C\u5E76\u63A9\u76D6\u6545\u969C\uFF1B\u82E5\u653B\u51FB\u624B\u6CD5\u4F1A\u4F7F\u7A0B\u5E8F\u5D29\u6E83\uFF0C\u65E0\u9650\u91CD\u542F\u8FD8\u7B49\u4E8E\u7ED9\u4E86\u653B\u51FB\u8005\u65E0\u9650\u6B21\u5C1D\u8BD5\u7684\u673A\u4F1A\u3002"
  },
  remediation: {
    en: "Start it with --restart on-failure:5, or in Compose write restart: on-failure:5. Leave it out where something else starts it.",
    zh: "\u542F\u52A8\u65F6\u52A0 --restart on-failure:5\uFF0C\u6216\u5728 Compose \u4E2D\u5199 restart: on-failure:5\u3002\u7531\u5176\u4ED6\u673A\u5236\u8D1F\u8D23\u542F\u52A8\u65F6\u53EF\u4E0D\u8BBE\u7F6E\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/start-containers-automatically/",
    "https://docs.docker.com/reference/cli/docker/container/run/#restart"
  ],
  params: z43.object({
    /** Most tries after a failure. Five ride out a slow dependency, and are soon over. */
    maxRetries: z43.number().int().positive().default(5)
  }),
  // A container is never told to be a Swarm's by its labels, which anyone may set: it is judged by its own policy.
  applies: (w) => w.origin !== "swarm-service" || notApplicable(
    text(
      "A Swarm replaces what fails by its own schedule, with a pause in between: that is how it keeps the number of copies",
      "Swarm \u6309\u81EA\u8EAB\u7684\u8C03\u5EA6\u7B56\u7565\u5E76\u5E26\u95F4\u9694\u5730\u8865\u9F50\u5931\u8D25\u7684\u4EFB\u52A1\uFF0C\u4EE5\u7EF4\u6301\u526F\u672C\u6570\uFF0C\u4E0D\u9002\u7528\u5355\u5BB9\u5668\u91CD\u542F\u7B56\u7565"
    )
  ),
  check: (w, { params }) => {
    const { policy } = w.restart;
    if (policy === "no") return true;
    if (policy !== "on-failure") {
      return fail(
        text(`The restart policy ${policy} has no end`, `\u91CD\u542F\u7B56\u7565 ${policy} \u6CA1\u6709\u6B21\u6570\u4E0A\u9650`)
      );
    }
    const { maximumRetries } = w.restart;
    if (maximumRetries > 0 && maximumRetries <= params.maxRetries) return true;
    return fail(
      maximumRetries === 0 ? text(
        "The restart policy on-failure has no number of tries, so it has no end",
        "\u91CD\u542F\u7B56\u7565 on-failure \u672A\u6307\u5B9A\u6B21\u6570\uFF0C\u7B49\u4E8E\u6CA1\u6709\u4E0A\u9650"
      ) : text(
        `It is tried ${maximumRetries} times, over ${params.maxRetries}`,
        `\u6700\u591A\u91CD\u8BD5 ${maximumRetries} \u6B21\uFF0C\u8D85\u8FC7\u5141\u8BB8\u7684 ${params.maxRetries} \u6B21`
      )
    );
  }
});

// src/controls/workload/workload-seccomp.ts
var workloadSeccomp = defineControl({
  id: "workload-seccomp",
  subject: workload,
  severity: "high",
  title: { en: "Its system calls are filtered", zh: "\u7CFB\u7EDF\u8C03\u7528\u53D7 seccomp \u8FC7\u6EE4" },
  rationale: {
    en: "The default seccomp profile refuses dozens of system calls that containers do not need. They are where the flaws of the kernel that let a container out are reached.",
    zh: "\u9ED8\u8BA4 seccomp \u914D\u7F6E\u4F1A\u62D2\u7EDD\u6570\u5341\u4E2A\u5BB9\u5668\u7528\u4E0D\u5230\u7684\u7CFB\u7EDF\u8C03\u7528\uFF0C\u800C\u53EF\u5BFC\u81F4\u5BB9\u5668\u9003\u9038\u7684\u5185\u6838\u6F0F\u6D1E\u5F80\u5F80\u6B63\u662F\u7ECF\u7531\u8FD9\u4E9B\u8C03\u7528\u89E6\u53D1\u7684\u3002"
  },
  remediation: {
    en: "Remove --security-opt seccomp=unconfined (in Compose: security_opt). For a profile of your own, begin with the engine's default and keep defaultAction at SCMP_ACT_ERRNO. A privileged container has no filter unless a profile is named.",
    zh: "\u53BB\u6389 --security-opt seccomp=unconfined\uFF08Compose \u4E2D\u4E3A security_opt\uFF09\u3002\u5982\u9700\u81EA\u5B9A\u4E49\u914D\u7F6E\u6587\u4EF6\uFF0C\u5E94\u4EE5\u5F15\u64CE\u9ED8\u8BA4\u914D\u7F6E\u4E3A\u57FA\u7840\uFF0C\u5E76\u4FDD\u6301 defaultAction \u4E3A SCMP_ACT_ERRNO\u3002\u7279\u6743\u5BB9\u5668\u82E5\u672A\u663E\u5F0F\u6307\u5B9A\u914D\u7F6E\u6587\u4EF6\uFF0C\u5219\u4E0D\u53D7\u4EFB\u4F55\u8FC7\u6EE4\u3002"
  },
  references: [
    "https://docs.docker.com/engine/security/seccomp/",
    "https://docs.kernel.org/userspace-api/seccomp_filter.html"
  ],
  // Both must hold: a process may filter itself, which says nothing of what else runs in the container.
  check: all(
    (w) => {
      const { mode } = w.security.seccomp;
      if (mode === "unconfined") {
        return fail(text("Seccomp is switched off for it", "\u8BE5\u5DE5\u4F5C\u8D1F\u8F7D\u5DF2\u5173\u95ED seccomp"));
      }
      if (mode === "custom" && w.security.seccomp.allowsAll) {
        return fail(
          text(
            "Its own seccomp profile lets every system call through",
            "\u5176\u81EA\u5B9A\u4E49 seccomp \u914D\u7F6E\u653E\u884C\u5168\u90E8\u7CFB\u7EDF\u8C03\u7528"
          )
        );
      }
      return true;
    },
    (w) => w.security.seccomp.mode !== "default" || !w.privileged || fail(
      text(
        "It is privileged, and a privileged container is not given the default profile",
        "\u8BE5\u5BB9\u5668\u4E3A\u7279\u6743\u5BB9\u5668\uFF0C\u5F15\u64CE\u4E0D\u4F1A\u5BF9\u5176\u5E94\u7528\u9ED8\u8BA4 seccomp \u914D\u7F6E"
      )
    ),
    (w) => w.kernel?.seccomp !== 0 || fail(
      text(
        "By the kernel, its first process is under no filter",
        "\u5185\u6838\u663E\u793A\u5176\u9996\u8FDB\u7A0B\u672A\u53D7\u4EFB\u4F55 seccomp \u8FC7\u6EE4"
      )
    )
  )
});

// src/controls/workload/workload-selinux.ts
import { z as z44 } from "zod";
var labelWouldBeDropped = (w) => w.privileged || w.namespaces.pid.resolved === "host" || w.namespaces.ipc.resolved === "host";
var workloadSelinux = defineControl({
  id: "workload-selinux",
  subject: workload,
  severity: "medium",
  title: { en: "An SELinux label confines it", zh: "\u53D7 SELinux \u6807\u7B7E\u7EA6\u675F" },
  rationale: {
    en: "SELinux keeps a container's processes away from the files of the host and of other containers, even when they run as root and a path was left open to them.",
    zh: "SELinux \u53EF\u5C06\u5BB9\u5668\u8FDB\u7A0B\u4E0E\u5BBF\u4E3B\u673A\u53CA\u5176\u4ED6\u5BB9\u5668\u7684\u6587\u4EF6\u5F3A\u5236\u9694\u79BB\uFF0C\u5373\u4F7F\u8FDB\u7A0B\u4EE5 root \u8FD0\u884C\u4E14\u8DEF\u5F84\u53EF\u8FBE\u4E5F\u65E0\u6CD5\u8BBF\u95EE\uFF0C\u662F\u5F3A\u5236\u8BBF\u95EE\u63A7\u5236\u7684\u5173\u952E\u63AA\u65BD\u3002"
  },
  remediation: {
    en: 'Remove --security-opt label=disable or label=type:spc_t (in Compose: security_opt), and switch it on for the engine with "selinux-enabled": true in daemon.json.',
    zh: '\u53BB\u6389 --security-opt label=disable \u6216 label=type:spc_t\uFF08Compose \u4E2D\u4E3A security_opt\uFF09\uFF0C\u5E76\u5728 daemon.json \u4E2D\u5199 "selinux-enabled": true \u4E3A\u5F15\u64CE\u542F\u7528 SELinux\u3002'
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/container/run/#security-opt",
    "https://docs.docker.com/reference/cli/dockerd/"
  ],
  params: z44.object({
    /** Types of a process that confine nothing, though they look like a label. */
    unconfinedTypes: z44.array(z44.string()).default(["spc_t", "unconfined_t", "unconfined_service_t"])
  }),
  applies: (_, ctx) => ctx.all(engine).some((one) => one.security.selinux) || notApplicable(
    text("The engine does not label containers with SELinux", "\u5F15\u64CE\u672A\u5BF9\u5BB9\u5668\u542F\u7528 SELinux \u6807\u7B7E")
  ),
  check: (w, { params }) => {
    const { label, disabled } = w.security.selinux;
    if (disabled) {
      return fail(text("Its SELinux label is switched off", "\u8BE5\u5DE5\u4F5C\u8D1F\u8F7D\u5DF2\u5173\u95ED SELinux \u6807\u7B7E"));
    }
    const type = label.split(":")[2];
    if (type !== void 0 && params.unconfinedTypes.includes(type)) {
      return fail(
        text(
          `Its SELinux type ${type} confines nothing`,
          `\u5176 SELinux \u7C7B\u578B ${type} \u4E0D\u8D77\u4EFB\u4F55\u7EA6\u675F\u4F5C\u7528`
        )
      );
    }
    if (label !== "") return true;
    if (w.state === "declared" && !labelWouldBeDropped(w)) return true;
    return fail(text("No SELinux label is applied to it", "\u672A\u5BF9\u5176\u5E94\u7528\u4EFB\u4F55 SELinux \u6807\u7B7E"));
  }
});

// src/controls/workload/workload-single-function.ts
import { z as z45 } from "zod";
var workloadSingleFunction = defineControl({
  id: "workload-single-function",
  subject: workload,
  severity: "medium",
  title: { en: "It serves one main function", zh: "\u53EA\u627F\u62C5\u4E00\u9879\u4E3B\u8981\u529F\u80FD" },
  rationale: {
    en: "Services that share a container share its user, its files and its network: the weakest of them opens all. A supervisor also hides from the engine that one of them has died.",
    zh: "\u540C\u4E00\u5BB9\u5668\u5185\u7684\u591A\u4E2A\u670D\u52A1\u5171\u7528\u7528\u6237\u3001\u6587\u4EF6\u548C\u7F51\u7EDC\uFF0C\u6700\u8584\u5F31\u7684\u4E00\u4E2A\u5931\u5B88\u5373\u5168\u90E8\u5931\u5B88\u3002\u8FDB\u7A0B\u7BA1\u7406\u5668\u8FD8\u4F1A\u4F7F\u5F15\u64CE\u65E0\u6CD5\u5BDF\u89C9\u5176\u4E2D\u67D0\u4E2A\u670D\u52A1\u5DF2\u7ECF\u9000\u51FA\u3002"
  },
  remediation: {
    en: "Give each service its own image and container and let them meet on a network: in Compose one entry under services for each. Start the program itself instead of a supervisor; --init (init: true) reaps its children.",
    zh: "\u4E3A\u6BCF\u4E2A\u670D\u52A1\u5236\u4F5C\u72EC\u7ACB\u7684\u955C\u50CF\u548C\u5BB9\u5668\uFF0C\u901A\u8FC7\u7F51\u7EDC\u4E92\u901A\uFF1ACompose \u4E2D\u6BCF\u4E2A\u670D\u52A1\u5355\u5217\u4E8E services \u4E4B\u4E0B\u3002\u76F4\u63A5\u542F\u52A8\u4E1A\u52A1\u7A0B\u5E8F\u800C\u975E\u8FDB\u7A0B\u7BA1\u7406\u5668\uFF1B\u9700\u8981\u56DE\u6536\u5B50\u8FDB\u7A0B\u65F6\u4F7F\u7528 --init\uFF08init: true\uFF09\u3002"
  },
  references: [
    "https://docs.docker.com/engine/containers/multi-service_container/",
    "https://docs.docker.com/build/building/best-practices/#decouple-applications"
  ],
  params: z45.object({
    /** Most distinct programs. One, however many processes of it; more where an application is made of several. */
    max: z45.number().int().positive().default(1),
    /** Programs that are no function of their own: inits, shells, what drops root, what a script or a health check calls. */
    ignored: z45.array(z45.string()).default([
      "tini",
      "tini-static",
      "docker-init",
      "dumb-init",
      "catatonit",
      "sh",
      "ash",
      "bash",
      "dash",
      "busybox",
      "gosu",
      "su-exec",
      "setpriv",
      "cat",
      "curl",
      "sleep",
      "tail",
      "wget"
    ]),
    /** Programs made to run several services; one of them is enough to fail. */
    supervisors: z45.array(z45.string()).default([
      "circusd",
      "god",
      "init",
      "monit",
      "openrc-init",
      "runit",
      "runsv",
      "runsvdir",
      "s6-supervise",
      "s6-svscan",
      "supervise",
      "supervisord",
      "svscan",
      "systemd"
    ])
  }),
  applies: whileRunning("processes"),
  check: all(
    (w, { params }) => {
      const found = programsOf(w).filter((program) => params.supervisors.includes(program));
      if (found.length === 0) return true;
      return fail(
        text(
          `${found.join(", ")} is there to run several services`,
          `\u5B58\u5728\u7528\u4E8E\u7BA1\u7406\u591A\u4E2A\u670D\u52A1\u7684\u8FDB\u7A0B\u7BA1\u7406\u5668\uFF1A${found.join("\u3001")}`
        )
      );
    },
    (w, { params }) => {
      const found = programsOf(w).filter((program) => !params.ignored.includes(program));
      if (found.length <= params.max) return true;
      return fail(
        text(
          `It runs ${found.length} programs: ${found.join(", ")}`,
          `\u540C\u65F6\u8FD0\u884C ${found.length} \u79CD\u7A0B\u5E8F\uFF1A${found.join("\u3001")}`
        )
      );
    }
  )
});

// src/controls/workload/workload-system-files-unchanged.ts
import { z as z46 } from "zod";
function parentsOf(changes) {
  const parents = /* @__PURE__ */ new Set();
  for (const { path } of changes) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const parent = path.slice(0, end);
      if (parents.has(parent)) break;
      parents.add(parent);
    }
  }
  return parents;
}
function unexplained(w, params) {
  const changes = w.changes ?? [];
  const parents = parentsOf(changes);
  const mountPoints = w.mounts.map(({ target }) => target);
  return changes.filter(({ path, change }) => {
    if (findHolder(path, params.paths) === void 0) return false;
    if (change === "modified" && (parents.has(path) || params.paths.includes(path))) return false;
    if (findHolder(path, params.allowed) !== void 0) return false;
    return change !== "added" || !mountPoints.some((point) => leadsTo(path, point));
  });
}
var leadsTo = (path, target) => target === path || target.startsWith(`${path}/`);
var told = {
  added: text("was added", "\u4E3A\u65B0\u589E"),
  modified: text("was modified", "\u5DF2\u88AB\u4FEE\u6539"),
  deleted: text("was deleted", "\u5DF2\u88AB\u5220\u9664")
};
var workloadSystemFilesUnchanged = defineControl({
  id: "workload-system-files-unchanged",
  subject: workload,
  severity: "high",
  title: {
    en: "Its system files are those of its image",
    zh: "\u7CFB\u7EDF\u6587\u4EF6\u4E0E\u955C\u50CF\u4FDD\u6301\u4E00\u81F4"
  },
  rationale: {
    en: "Nobody installs or edits programs in a container that was deployed from an image. A changed program or configuration is therefore the mark of an intruder, or of work that is lost at the next start.",
    zh: "\u7531\u955C\u50CF\u90E8\u7F72\u7684\u5BB9\u5668\u4E0D\u5E94\u518D\u5B89\u88C5\u6216\u6539\u52A8\u7A0B\u5E8F\u3002\u7CFB\u7EDF\u6587\u4EF6\u4E00\u65E6\u53D8\u5316\uFF0C\u8981\u4E48\u662F\u5165\u4FB5\u75D5\u8FF9\uFF0C\u8981\u4E48\u662F\u4E0B\u6B21\u91CD\u5EFA\u5373\u4E22\u5931\u7684\u624B\u5DE5\u64CD\u4F5C\uFF0C\u4E8C\u8005\u90FD\u5E94\u67E5\u660E\u3002"
  },
  remediation: {
    en: "Look at docker diff NAME, keep what you need for the investigation, and start the container anew from its image. Make changes in the image, and start it with --read-only (read_only: true in Compose) so that there can be none.",
    zh: "\u7528 docker diff \u5BB9\u5668\u540D \u67E5\u770B\u53D8\u66F4\uFF0C\u56FA\u5B9A\u53D6\u8BC1\u6240\u9700\u6750\u6599\u540E\uFF0C\u7531\u955C\u50CF\u91CD\u65B0\u521B\u5EFA\u5BB9\u5668\u3002\u9700\u8981\u7684\u6539\u52A8\u5E94\u505A\u8FDB\u955C\u50CF\uFF0C\u5E76\u4EE5 --read-only\uFF08Compose \u4E2D\u4E3A read_only: true\uFF09\u542F\u52A8\uFF0C\u4ECE\u6839\u672C\u4E0A\u675C\u7EDD\u6539\u52A8\u3002"
  },
  references: ["https://docs.docker.com/reference/cli/docker/container/diff/"],
  params: z46.object({
    /** Where programs, libraries and configuration live: nothing at or below these may change. */
    paths: z46.array(z46.string()).default(["/bin", "/boot", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/sbin", "/usr"]),
    /** Paths below those that may change. The defaults are the files that engines write at each start. */
    allowed: z46.array(z46.string()).default(["/etc/hostname", "/etc/hosts", "/etc/mtab", "/etc/resolv.conf"])
  }),
  applies: whileRunning("changes"),
  check: each(
    (w, { params }) => unexplained(w, params),
    ({ path, change }) => fail(text(`${path} ${told[change].en}`, `${path} ${told[change].zh}`))
  )
});

// src/core/subjects/image.ts
import { z as z47 } from "zod";
var image = defineSubject({
  kind: "image",
  label: { en: "Image", zh: "\u955C\u50CF" },
  schema: z47.object({
    /** Names it goes by, `repository:tag`; empty when it has none left. */
    references: z47.array(z47.string()),
    /** Digests a registry knows it by, `repository@sha256:…`; empty when it was never pushed or pulled. */
    digests: z47.array(z47.string()),
    createdAt: instant.nullable(),
    os: z47.string(),
    architecture: z47.string(),
    sizeBytes: z47.number().nonnegative(),
    user,
    environment: z47.array(classifiedValue),
    /** As `80/tcp`. */
    exposedPorts: z47.array(z47.string()),
    /** Entrypoint and command, secrets removed. */
    command: z47.array(z47.string()),
    healthCheck,
    labels,
    /** Labels whose value was dropped because it looks like a secret. */
    secretLabels: z47.array(classifiedValue),
    /** Layers oldest first, those without content included. */
    history: z47.array(
      z47.object({
        /** The Dockerfile instruction, upper case; `''` when it cannot be told. */
        instruction: z47.string(),
        /** What made it, secrets removed. */
        createdBy: z47.string(),
        /** Rules that found something like a secret in it. */
        secretRules: z47.array(z47.string()),
        comment: z47.string(),
        sizeBytes: z47.number().nonnegative(),
        createdAt: instant.nullable()
      })
    ),
    /**
     * Whether its last layer was made from a container by `docker commit` rather than by a build: told
     * from what commit leaves behind in the image, never from a name.
     */
    committed: z47.boolean(),
    /** Ids of the workloads that were made from it. */
    usedBy: z47.array(z47.string())
  })
});

// src/controls/image/build-steps.ts
var tellsItsSteps = (i) => i.history.some((step) => step.instruction !== "") || notApplicable(
  text(
    "Its history names no build instruction: it was imported, or its layers were flattened",
    "\u5176\u5386\u53F2\u8BB0\u5F55\u4E2D\u6CA1\u6709\u4EFB\u4F55\u6784\u5EFA\u6307\u4EE4\uFF1A\u955C\u50CF\u7531\u5BFC\u5165\u5F97\u5230\uFF0C\u6216\u5C42\u5DF2\u88AB\u5408\u5E76"
  )
);

// src/controls/image/image-copy-not-add.ts
var fetches = (step) => /\b[a-z]+:\/\/|\bgit@/i.test(step.createdBy);
var imageCopyNotAdd = defineControl({
  id: "image-copy-not-add",
  subject: image,
  severity: "low",
  title: {
    en: "Files are copied in with COPY, not ADD",
    zh: "\u4F7F\u7528 COPY \u800C\u975E ADD \u5199\u5165\u6587\u4EF6"
  },
  rationale: {
    en: "ADD unpacks archives and fetches addresses without being asked twice: the same line brings in something else when the file or the server behind it changes. COPY does one thing.",
    zh: "ADD \u4F1A\u81EA\u52A8\u89E3\u5305\u5F52\u6863\u3001\u4E0B\u8F7D\u7F51\u5740\uFF1A\u6587\u4EF6\u6216\u5176\u80CC\u540E\u7684\u670D\u52A1\u5668\u4E00\u53D8\uFF0C\u540C\u4E00\u884C\u6307\u4EE4\u5F15\u5165\u7684\u5185\u5BB9\u5C31\u53D8\u4E86\u3002COPY \u53EA\u505A\u4E00\u4EF6\u4E8B\uFF0C\u7ED3\u679C\u53EF\u9884\u671F\u3002"
  },
  remediation: {
    en: "Write COPY in the Dockerfile. To fetch something, use RUN with curl and a checksum, or ADD --checksum=sha256:\u2026 in a build stage that the final image does not inherit.",
    zh: "\u5728 Dockerfile \u4E2D\u6539\u7528 COPY\u3002\u786E\u9700\u4E0B\u8F7D\u65F6\uFF0C\u7528 RUN \u914D\u5408 curl \u5E76\u6821\u9A8C\u6458\u8981\uFF0C\u6216\u5728\u6700\u7EC8\u955C\u50CF\u4E0D\u7EE7\u627F\u7684\u6784\u5EFA\u9636\u6BB5\u4E2D\u4F7F\u7528 ADD --checksum=sha256:\u2026\u3002"
  },
  references: [
    "https://docs.docker.com/reference/dockerfile/",
    "https://docs.docker.com/build/building/best-practices/"
  ],
  applies: tellsItsSteps,
  check: (i) => {
    const added = i.history.filter(
      (step, at) => step.instruction === "ADD" && (at > 0 || fetches(step))
    );
    if (added.length === 0) return true;
    const lines = added.map((step) => step.createdBy.slice(0, 80));
    return fail(text(`It uses ${lines.join("; ")}`, `\u955C\u50CF\u4F7F\u7528\u4E86 ${lines.join("\uFF1B")}`));
  }
});

// src/controls/image/image-fresh.ts
import { z as z48 } from "zod";

// src/controls/days.ts
var millisecondsPerDay = 864e5;
var daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;

// src/controls/image/image-fresh.ts
var firstRelease = "2013-03-20T00:00:00Z";
var clockDays = 1;
var imageFresh = defineControl({
  id: "image-fresh",
  subject: image,
  severity: "medium",
  title: { en: "The image was built recently", zh: "\u955C\u50CF\u5728\u89C4\u5B9A\u671F\u9650\u5185\u91CD\u65B0\u6784\u5EFA" },
  rationale: {
    en: "Fixes for the packages in an image arrive only when it is built again. The older it is, the more publicly known flaws it carries into production.",
    zh: "\u955C\u50CF\u4E2D\u8F6F\u4EF6\u5305\u7684\u8865\u4E01\u53EA\u6709\u5728\u91CD\u65B0\u6784\u5EFA\u540E\u624D\u4F1A\u751F\u6548\u3002\u955C\u50CF\u8D8A\u65E7\uFF0C\u5E26\u5165\u751F\u4EA7\u73AF\u5883\u7684\u5DF2\u516C\u5F00\u6F0F\u6D1E\u5C31\u8D8A\u591A\u3002"
  },
  remediation: {
    en: "Rebuild on fresh bases with docker build --pull --no-cache, scan the result, roll it out, and let the pipeline do so on a schedule even when nothing in the code changed.",
    zh: "\u7528 docker build --pull --no-cache \u57FA\u4E8E\u6700\u65B0\u57FA\u7840\u955C\u50CF\u91CD\u65B0\u6784\u5EFA\uFF0C\u626B\u63CF\u540E\u53D1\u5E03\uFF1B\u5E76\u5728\u6D41\u6C34\u7EBF\u4E2D\u8BBE\u4E3A\u5B9A\u671F\u6267\u884C\uFF0C\u4EE3\u7801\u6CA1\u6709\u53D8\u5316\u4E5F\u8981\u91CD\u5EFA\u3002"
  },
  references: ["https://docs.docker.com/build/building/best-practices/"],
  params: z48.object({
    /** Days since the build. 90 is a quarter: the usual rhythm of patch cycles and vulnerability scans. */
    maxDays: z48.number().positive().default(90)
  }),
  check: (i, { params, collectedAt }) => {
    const { createdAt } = i;
    if (createdAt === null || daysBetween(firstRelease, createdAt) < 0) {
      return unknown(
        text("The image does not tell when it was built", "\u955C\u50CF\u6CA1\u6709\u8BB0\u5F55\u771F\u5B9E\u7684\u6784\u5EFA\u65F6\u95F4")
      );
    }
    const days = daysBetween(createdAt, collectedAt);
    if (days < -clockDays) {
      return unknown(
        text(
          `Its build date ${createdAt} lies in the future`,
          `\u955C\u50CF\u8BB0\u5F55\u7684\u6784\u5EFA\u65F6\u95F4 ${createdAt} \u665A\u4E8E\u91C7\u96C6\u65F6\u95F4`
        )
      );
    }
    if (days <= params.maxDays) return true;
    const whole = Math.floor(days);
    return fail(text(`It was built ${whole} days ago`, `\u6784\u5EFA\u81F3\u4ECA\u5DF2 ${whole} \u5929`));
  }
});

// src/controls/image/image-health-check.ts
var reasons = {
  absent: text("It says nothing of a health check", "\u955C\u50CF\u6CA1\u6709\u58F0\u660E\u5065\u5EB7\u68C0\u67E5"),
  disabled: text("It switches the health check off", "\u955C\u50CF\u5173\u95ED\u4E86\u5065\u5EB7\u68C0\u67E5")
};
var imageHealthCheck = defineControl({
  id: "image-health-check",
  subject: image,
  severity: "low",
  title: { en: "The image brings a health check", zh: "\u955C\u50CF\u81EA\u5E26\u5065\u5EB7\u68C0\u67E5" },
  rationale: {
    en: "Without a health check the engine sees only that a process exists. A service that hangs or has lost its database goes on being called healthy, and nobody is told.",
    zh: "\u6CA1\u6709\u5065\u5EB7\u68C0\u67E5\uFF0C\u5F15\u64CE\u53EA\u77E5\u9053\u8FDB\u7A0B\u8FD8\u5728\u3002\u670D\u52A1\u5361\u6B7B\u6216\u65AD\u5F00\u6570\u636E\u5E93\u540E\u4ECD\u4F1A\u88AB\u5F53\u4F5C\u6B63\u5E38\uFF0C\u6545\u969C\u65E0\u4EBA\u77E5\u6653\u3002"
  },
  remediation: {
    en: 'Add to the Dockerfile: HEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"]. The command must ask the service itself, and exit with 1 when it does not answer.',
    zh: '\u5728 Dockerfile \u4E2D\u52A0\u5165\uFF1AHEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"]\u3002\u8BE5\u547D\u4EE4\u5E94\u771F\u6B63\u63A2\u6D4B\u670D\u52A1\uFF0C\u670D\u52A1\u65E0\u54CD\u5E94\u65F6\u4EE5 1 \u9000\u51FA\u3002'
  },
  references: ["https://docs.docker.com/reference/dockerfile/"],
  check: (i) => {
    const { state } = i.healthCheck;
    return state === "set" || fail(reasons[state]);
  }
});

// src/controls/image/image-in-use.ts
var imageInUse = defineControl({
  id: "image-in-use",
  subject: image,
  severity: "low",
  title: { en: "The image is in use", zh: "\u955C\u50CF\u6B63\u5728\u4F7F\u7528" },
  rationale: {
    en: "Images that nothing uses fill the disk and lie ready: an old, vulnerable version can be started again by a wrong tag, and nobody has looked at it since.",
    zh: "\u65E0\u4EBA\u4F7F\u7528\u7684\u955C\u50CF\u65E2\u5360\u7528\u78C1\u76D8\uFF0C\u53C8\u968F\u65F6\u53EF\u80FD\u88AB\u542F\u52A8\uFF1A\u4E00\u4E2A\u5199\u9519\u7684\u6807\u7B7E\u5C31\u80FD\u8BA9\u542B\u6F0F\u6D1E\u7684\u65E7\u7248\u672C\u91CD\u65B0\u4E0A\u7EBF\uFF0C\u800C\u5B83\u65E9\u5DF2\u65E0\u4EBA\u7EF4\u62A4\u3002"
  },
  remediation: {
    en: 'Remove what no container uses: docker image prune --all --filter "until=168h", on a schedule.',
    zh: '\u6E05\u7406\u6CA1\u6709\u5BB9\u5668\u4F7F\u7528\u7684\u955C\u50CF\uFF1Adocker image prune --all --filter "until=168h"\uFF0C\u5E76\u8BBE\u4E3A\u5B9A\u671F\u4EFB\u52A1\u3002'
  },
  references: [
    "https://docs.docker.com/engine/manage-resources/pruning/",
    "https://docs.docker.com/reference/cli/docker/image/prune/"
  ],
  check: (i) => i.usedBy.length > 0
});

// src/controls/image/image-no-secrets.ts
var clean = (value, what) => !value.secret || fail(
  text(
    `${what.en} ${value.name} looks like a secret (${value.rule ?? "its name"})`,
    `${what.zh} ${value.name} \u7591\u4F3C\u673A\u5BC6\u4FE1\u606F\uFF08${value.rule ?? "\u540D\u79F0"}\uFF09`
  )
);
var imageNoSecrets = defineControl({
  id: "image-no-secrets",
  subject: image,
  severity: "high",
  title: {
    en: "No secret is baked into the image",
    zh: "\u955C\u50CF\u4E2D\u672A\u56FA\u5316\u673A\u5BC6\u4FE1\u606F"
  },
  rationale: {
    en: "Whoever can pull an image can read its environment, labels and build history; deleting a file in a later step does not take it out of the earlier layer. A secret in there is shared with everyone who ever pulls it.",
    zh: "\u51E1\u80FD\u62C9\u53D6\u955C\u50CF\u7684\u4EBA\uFF0C\u90FD\u80FD\u8BFB\u5230\u5176\u73AF\u5883\u53D8\u91CF\u3001\u6807\u7B7E\u548C\u6784\u5EFA\u5386\u53F2\uFF1B\u540E\u7EED\u6B65\u9AA4\u5220\u9664\u6587\u4EF6\uFF0C\u5E76\u4E0D\u4F1A\u628A\u5B83\u4ECE\u5148\u524D\u7684\u5C42\u4E2D\u79FB\u9664\u3002\u5199\u5165\u955C\u50CF\u7684\u673A\u5BC6\uFF0C\u7B49\u4E8E\u4EA4\u7ED9\u4E86\u6BCF\u4E00\u4E2A\u62C9\u53D6\u8005\u3002"
  },
  remediation: {
    en: "Change the secret at its source first, since it is known. Then build with RUN --mount=type=secret,id=token instead of ARG or ENV, and hand secrets over at run time (docker secret, or a mounted file).",
    zh: "\u8BE5\u673A\u5BC6\u5DF2\u7ECF\u6CC4\u9732\uFF0C\u5E94\u5148\u5728\u6E90\u5934\u66F4\u6362\u3002\u6784\u5EFA\u65F6\u6539\u7528 RUN --mount=type=secret,id=token\uFF0C\u4E0D\u8981\u7528 ARG \u6216 ENV\uFF1B\u8FD0\u884C\u65F6\u518D\u901A\u8FC7 docker secret \u6216\u6302\u8F7D\u6587\u4EF6\u4E0B\u53D1\u3002"
  },
  references: [
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"
  ],
  check: all(
    each(
      (i) => i.environment,
      (value) => clean(value, text("The environment variable", "\u73AF\u5883\u53D8\u91CF"))
    ),
    each(
      (i) => i.secretLabels,
      (value) => clean(value, text("The label", "\u6807\u7B7E"))
    ),
    each(
      (i) => i.history,
      (step) => step.secretRules.length === 0 || fail(
        text(
          `A build step holds what looks like a secret (${step.secretRules.join(", ")}): ${step.createdBy.slice(0, 80)}`,
          `\u67D0\u4E00\u6784\u5EFA\u6B65\u9AA4\u542B\u6709\u7591\u4F3C\u673A\u5BC6\u4FE1\u606F\uFF08${step.secretRules.join("\u3001")}\uFF09\uFF1A${step.createdBy.slice(0, 80)}`
        )
      )
    )
  )
});

// src/controls/image/image-non-root-user.ts
var imageNonRootUser = defineControl({
  id: "image-non-root-user",
  subject: image,
  severity: "high",
  title: {
    en: "The image sets a user other than root",
    zh: "\u955C\u50CF\u9ED8\u8BA4\u4EE5\u975E root \u7528\u6237\u8FD0\u884C"
  },
  rationale: {
    en: "What an image says of its user holds wherever it is started without more words. A process that starts as root needs only one flaw in the kernel or one careless mount to be root on the host.",
    zh: "\u955C\u50CF\u4E2D\u58F0\u660E\u7684\u7528\u6237\u662F\u6240\u6709\u672A\u53E6\u884C\u6307\u5B9A\u7528\u6237\u7684\u5BB9\u5668\u7684\u9ED8\u8BA4\u8EAB\u4EFD\u3002\u4EE5 root \u542F\u52A8\u7684\u8FDB\u7A0B\uFF0C\u53EA\u9700\u4E00\u4E2A\u5185\u6838\u6F0F\u6D1E\u6216\u4E00\u5904\u4E0D\u5F53\u6302\u8F7D\uFF0C\u5C31\u80FD\u6210\u4E3A\u5BBF\u4E3B\u673A\u4E0A\u7684 root\u3002"
  },
  remediation: {
    en: "End the Dockerfile with a numeric user, for example RUN adduser -D -u 10001 app followed by USER 10001, and give that user the files it writes.",
    zh: "\u5728 Dockerfile \u672B\u5C3E\u7528\u6570\u5B57\u6307\u5B9A\u7528\u6237\uFF0C\u4F8B\u5982\u5148 RUN adduser -D -u 10001 app\uFF0C\u518D\u5199 USER 10001\uFF0C\u5E76\u628A\u9700\u8981\u5199\u5165\u7684\u6587\u4EF6\u6388\u6743\u7ED9\u8BE5\u7528\u6237\u3002"
  },
  references: [
    "https://docs.docker.com/reference/dockerfile/",
    "https://docs.docker.com/build/building/best-practices/"
  ],
  check: (i) => {
    const { configured, uid } = i.user;
    if (configured === "") {
      return fail(text("It sets no user, and so starts as root", "\u672A\u8BBE\u7F6E\u7528\u6237\uFF0C\u56E0\u6B64\u4EE5 root \u542F\u52A8"));
    }
    const root = uid === 0 || uid === null && /^root(:|$)/.test(configured);
    if (root) return fail(text(`Its user ${configured} is root`, `\u5176\u7528\u6237 ${configured} \u5373\u4E3A root`));
    if (uid !== null) return true;
    return unknown(
      text(
        `Which number stands behind the user ${configured} could not be told`,
        `\u65E0\u6CD5\u786E\u5B9A\u7528\u6237 ${configured} \u5BF9\u5E94\u7684\u6570\u5B57 UID`
      )
    );
  }
});

// src/controls/image/image-not-committed.ts
var imageNotCommitted = defineControl({
  id: "image-not-committed",
  subject: image,
  severity: "medium",
  title: {
    en: "The image was built, not committed from a container",
    zh: "\u955C\u50CF\u7531\u6784\u5EFA\u4EA7\u751F\uFF0C\u800C\u975E\u7531\u5BB9\u5668\u63D0\u4EA4"
  },
  rationale: {
    en: "docker commit freezes whatever a container happened to hold: shell history, keys, half an upgrade, an intruder\u2019s file. Nobody can say what went in, review it or make it again.",
    zh: "docker commit \u4F1A\u628A\u5BB9\u5668\u5F53\u65F6\u7684\u4E00\u5207\u56FA\u5316\u8FDB\u955C\u50CF\uFF1A\u547D\u4EE4\u5386\u53F2\u3001\u5BC6\u94A5\u3001\u672A\u5B8C\u6210\u7684\u5347\u7EA7\uFF0C\u751A\u81F3\u5165\u4FB5\u8005\u7559\u4E0B\u7684\u6587\u4EF6\u3002\u5176\u5185\u5BB9\u65E0\u4ECE\u5BA1\u67E5\uFF0C\u4E5F\u65E0\u6CD5\u91CD\u73B0\u3002"
  },
  remediation: {
    en: "Write the steps into a Dockerfile under version control and rebuild with docker build; then remove the committed image with docker image rm.",
    zh: "\u628A\u6B65\u9AA4\u5199\u8FDB\u53D7\u7248\u672C\u7BA1\u7406\u7684 Dockerfile\uFF0C\u7528 docker build \u91CD\u65B0\u6784\u5EFA\uFF0C\u7136\u540E\u7528 docker image rm \u5220\u9664\u63D0\u4EA4\u5F97\u5230\u7684\u955C\u50CF\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/container/commit/",
    "https://docs.docker.com/build/building/best-practices/"
  ],
  check: (i) => !i.committed
});

// src/controls/image/image-update-with-install.ts
var runs = (manager, subcommands) => new RegExp(`\\b(?:${manager})\\b[^;&|\\n]*?\\s(?:${subcommands})(?=[\\s;&|\\\\)]|$)`);
var families = [
  {
    refresh: runs("apt|apt-get|aptitude", "update"),
    use: runs(
      "apt|apt-get|aptitude",
      "install|upgrade|full-upgrade|dist-upgrade|safe-upgrade|build-dep"
    )
  },
  { refresh: runs("apk", "update"), use: runs("apk", "add|upgrade") },
  {
    refresh: runs("yum|dnf|microdnf", "makecache"),
    use: runs("yum|dnf|microdnf", "install|update|upgrade|localinstall|groupinstall")
  },
  {
    refresh: runs("zypper", "refresh|ref"),
    use: runs("zypper", "install|in|update|up|patch|dup|dist-upgrade")
  }
];
var imageUpdateWithInstall = defineControl({
  id: "image-update-with-install",
  subject: image,
  severity: "low",
  title: {
    en: "A package index is refreshed only together with an installation",
    zh: "\u66F4\u65B0\u8F6F\u4EF6\u5305\u7D22\u5F15\u4E0E\u5B89\u88C5\u5728\u540C\u4E00\u6B65\u9AA4\u4E2D\u5B8C\u6210"
  },
  rationale: {
    en: "A step that only refreshes the package index is cached by the builder. Later builds install from that old index and so leave out the fixes that have come out since.",
    zh: "\u4EC5\u66F4\u65B0\u8F6F\u4EF6\u5305\u7D22\u5F15\u7684\u6B65\u9AA4\u4F1A\u88AB\u6784\u5EFA\u5668\u7F13\u5B58\u3002\u6B64\u540E\u7684\u6784\u5EFA\u90FD\u4ECE\u65E7\u7D22\u5F15\u5B89\u88C5\uFF0C\u6F0F\u6389\u5176\u540E\u53D1\u5E03\u7684\u5B89\u5168\u8865\u4E01\u3002"
  },
  remediation: {
    en: "Put both into one RUN: RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*. On Alpine: RUN apk add --no-cache curl.",
    zh: "\u5199\u8FDB\u540C\u4E00\u6761 RUN\uFF1ARUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\u3002Alpine \u7528 RUN apk add --no-cache curl\u3002"
  },
  references: ["https://docs.docker.com/build/building/best-practices/"],
  applies: tellsItsSteps,
  check: (i) => {
    const alone = i.history.filter(
      ({ instruction, createdBy }) => instruction === "RUN" && families.some(({ refresh, use }) => refresh.test(createdBy) && !use.test(createdBy))
    );
    if (alone.length === 0) return true;
    const lines = alone.map((step) => step.createdBy.slice(0, 80));
    return fail(
      text(`It refreshes alone in: ${lines.join("; ")}`, `\u5355\u72EC\u66F4\u65B0\u7D22\u5F15\u7684\u6B65\u9AA4\uFF1A${lines.join("\uFF1B")}`)
    );
  }
});

// src/controls/network/network-inter-container-traffic.ts
var networkInterContainerTraffic = defineControl({
  id: "network-inter-container-traffic",
  subject: network,
  severity: "medium",
  title: {
    en: "Containers on the default bridge cannot talk to one another",
    zh: "\u9ED8\u8BA4\u7F51\u6865\u4E0A\u7684\u5BB9\u5668\u4E4B\u95F4\u4E0D\u80FD\u4E92\u8BBF"
  },
  rationale: {
    en: "Every container that names no network lands on the default bridge, whatever it belongs to. If they may all talk there, one that is taken over reaches the others on any port.",
    zh: "\u51E1\u672A\u6307\u5B9A\u7F51\u7EDC\u7684\u5BB9\u5668\uFF0C\u4E0D\u8BBA\u5F52\u5C5E\uFF0C\u90FD\u4F1A\u63A5\u5230\u9ED8\u8BA4\u7F51\u6865\u3002\u82E5\u5141\u8BB8\u4E92\u8BBF\uFF0C\u5176\u4E2D\u4E00\u4E2A\u5931\u9677\u540E\u5373\u53EF\u8BBF\u95EE\u5176\u4F59\u5BB9\u5668\u7684\u4EFB\u610F\u7AEF\u53E3\u3002"
  },
  remediation: {
    en: 'Write "icc": false into /etc/docker/daemon.json and restart: systemctl restart docker. Put containers that belong together on a network of their own: docker network create NAME.',
    zh: '\u5728 /etc/docker/daemon.json \u4E2D\u5199\u5165 "icc": false \u5E76\u91CD\u542F\uFF1Asystemctl restart docker\u3002\u9700\u8981\u4E92\u901A\u7684\u5BB9\u5668\u653E\u5230\u4E13\u7528\u7F51\u7EDC\uFF1Adocker network create \u7F51\u7EDC\u540D\u3002'
  },
  references: [
    "https://docs.docker.com/engine/network/drivers/bridge/",
    "https://docs.docker.com/reference/cli/dockerd/"
  ],
  applies: (n2) => {
    if (!n2.defaultBridge) {
      return notApplicable(text("This is not the default bridge", "\u4E0D\u662F\u9ED8\u8BA4\u7F51\u6865"));
    }
    return n2.interContainerTraffic !== null || notApplicable(text("Its driver knows no such setting", "\u5176\u7F51\u7EDC\u9A71\u52A8\u6CA1\u6709\u6B64\u9879\u8BBE\u7F6E"));
  },
  check: beside(
    (n2) => n2.interContainerTraffic === false,
    (_, ctx) => ctx.all(engine).map((e) => e.interContainerTraffic.configured)
  )
});

// src/controls/network/network-overlay-encrypted.ts
var networkOverlayEncrypted = defineControl({
  id: "network-overlay-encrypted",
  subject: network,
  severity: "high",
  title: {
    en: "Overlay traffic between hosts is encrypted",
    zh: "\u8DE8\u4E3B\u673A overlay \u7F51\u7EDC\u6D41\u91CF\u5DF2\u52A0\u5BC6"
  },
  rationale: {
    en: "Swarm encrypts what its managers say, not what containers say. On an overlay without encryption, card data or passwords cross the network between hosts as they are, and packets can be forged.",
    zh: "Swarm \u9ED8\u8BA4\u53EA\u52A0\u5BC6\u7BA1\u7406\u6D41\u91CF\uFF0C\u4E0D\u52A0\u5BC6\u4E1A\u52A1\u6D41\u91CF\u3002\u672A\u52A0\u5BC6\u7684 overlay \u7F51\u7EDC\u4E0A\uFF0C\u6301\u5361\u4EBA\u6570\u636E\u3001\u53E3\u4EE4\u7B49\u4EE5\u660E\u6587\u5728\u4E3B\u673A\u95F4\u4F20\u8F93\uFF0C\u6570\u636E\u5305\u4E5F\u53EF\u88AB\u4F2A\u9020\u3002"
  },
  remediation: {
    en: 'Networks cannot be changed, so make a new one, docker network create --driver overlay --opt encrypted NAME, move the services with docker service update --network-add and --network-rm, and remove the old one. In Compose: driver_opts: {encrypted: "true"}.',
    zh: '\u7F51\u7EDC\u5EFA\u6210\u540E\u4E0D\u80FD\u4FEE\u6539\uFF0C\u9700\u65B0\u5EFA\uFF1Adocker network create --driver overlay --opt encrypted \u7F51\u7EDC\u540D\uFF1B\u7528 docker service update --network-add \u548C --network-rm \u8FC1\u79FB\u670D\u52A1\uFF0C\u518D\u5220\u9664\u65E7\u7F51\u7EDC\u3002Compose \u4E2D\u5199 driver_opts: {encrypted: "true"}\u3002'
  },
  references: [
    "https://docs.docker.com/engine/network/drivers/overlay/",
    "https://docs.docker.com/engine/swarm/networking/"
  ],
  applies: (n2) => n2.driver === "overlay" || notApplicable(text("This is not an overlay network", "\u4E0D\u662F overlay \u7F51\u7EDC")),
  check: (n2) => n2.encrypted === true
});

// src/controls/volume/volume-no-sensitive-path.ts
import { z as z50 } from "zod";

// src/core/subjects/volume.ts
import { z as z49 } from "zod";
var volume = defineSubject({
  kind: "volume",
  label: { en: "Volume", zh: "\u5377" },
  schema: z49.object({
    driver: z49.string(),
    scope: z49.enum(["local", "global"]),
    mountPoint: z49.string(),
    createdAt: instant.nullable(),
    /** File system type asked for, `''` when none was. */
    fileSystem: z49.string(),
    /** Mount options, comma separated, values that look like secrets removed; `''` when none were given. */
    mountOptions: z49.string(),
    /** What is mounted, as the `device` option names it, such as `/dev/sdb1` or `:/export`; `''` when none was given. */
    device: z49.string(),
    /** The host path that a bind option exposes, symbolic links followed; `null` when it exposes none. */
    hostPath: z49.string().nullable(),
    /** Ids of the workloads that mount it. */
    usedBy: z49.array(z49.string()),
    labels
  })
});

// src/controls/sensitive-paths.ts
var sensitivePaths = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/lib",
  "/lib32",
  "/lib64",
  "/libx32",
  "/proc",
  "/root",
  "/sbin",
  "/sys",
  "/usr",
  "/home/*/.docker",
  "/home/*/.ssh",
  "/run/dbus/system_bus_socket",
  "/run/systemd/private",
  "/var/lib/containerd",
  "/var/lib/containers",
  "/var/lib/docker",
  "/var/lib/kubelet",
  "/var/spool/cron"
];

// src/controls/volume/volume-no-sensitive-path.ts
function judge2(hostPath, paths) {
  const given = hostPath === null ? void 0 : findExposed(hostPath, paths);
  if (given === void 0) return true;
  return fail(
    text(
      `It binds ${hostPath}, which gives away ${given}`,
      `\u8BE5\u5377\u7ED1\u5B9A\u4E86 ${hostPath}\uFF0C\u7531\u6B64\u66B4\u9732 ${given}`
    )
  );
}
var volumeNoSensitivePath = defineControl({
  id: "volume-no-sensitive-path",
  subject: volume,
  severity: "high",
  title: {
    en: "No volume is a back door to the host\u2019s own files",
    zh: "\u5377\u672A\u53D8\u76F8\u66B4\u9732\u5BBF\u4E3B\u673A\u81EA\u8EAB\u6587\u4EF6"
  },
  rationale: {
    en: "A named volume may carry a device option that binds a host directory or a whole disk. A container that mounts it by its harmless name then reads and changes the host\u2019s own configuration, programs or keys.",
    zh: "\u547D\u540D\u5377\u53EF\u4EE5\u901A\u8FC7 device \u9009\u9879\u7ED1\u5B9A\u5BBF\u4E3B\u673A\u76EE\u5F55\u4E43\u81F3\u6574\u5757\u78C1\u76D8\u3002\u5BB9\u5668\u53EA\u8981\u6309\u540D\u79F0\u6302\u8F7D\u8BE5\u5377\uFF0C\u5C31\u80FD\u8BFB\u53D6\u3001\u7BE1\u6539\u5BBF\u4E3B\u673A\u81EA\u8EAB\u7684\u914D\u7F6E\u3001\u7A0B\u5E8F\u6216\u5BC6\u94A5\uFF0C\u800C\u5377\u540D\u672C\u8EAB\u770B\u4E0D\u51FA\u4EFB\u4F55\u5F02\u5E38\u3002"
  },
  remediation: {
    en: "Remove the volume (docker volume rm NAME) and create it again without the device option, or with one that points to a directory made for the data, such as --opt device=/srv/app-data.",
    zh: "\u5220\u9664\u8BE5\u5377\uFF08docker volume rm \u5377\u540D\uFF09\uFF0C\u91CD\u65B0\u521B\u5EFA\u65F6\u4E0D\u5E26 device \u9009\u9879\uFF0C\u6216\u6307\u5411\u4E13\u95E8\u5B58\u653E\u4E1A\u52A1\u6570\u636E\u7684\u76EE\u5F55\uFF0C\u4F8B\u5982 --opt device=/srv/app-data\u3002"
  },
  references: [
    "https://docs.docker.com/reference/cli/docker/volume/create/",
    "https://docs.docker.com/engine/storage/volumes/"
  ],
  params: z50.object({
    /**
     * Host paths that no volume may give away: neither they, nor what is below, nor a parent; `*` is any
     * one segment. The default adds all of /run, where the sockets of engines are. The data root that
     * the engine really uses is always among them.
     */
    paths: z50.array(z50.string()).default([...sensitivePaths, "/run"]),
    /** Block devices that may be mounted, as `/dev/sdb1`: disks set aside for data. */
    devices: z50.array(z50.string()).default([])
  }),
  check: all(
    (v, { params }) => judge2(v.hostPath, params.paths),
    (v, ctx) => {
      const { hostPath } = v;
      if (hostPath === null) return true;
      return judge2(
        hostPath,
        ctx.all(engine).map((e) => e.dataRoot)
      );
    },
    (v, { params }) => {
      const disk = v.hostPath === null && v.device.startsWith("/dev/");
      if (!disk || params.devices.includes(v.device)) return true;
      return fail(
        text(
          `It mounts the block device ${v.device}, which is not one set aside for data`,
          `\u8BE5\u5377\u6302\u8F7D\u4E86\u5757\u8BBE\u5907 ${v.device}\uFF0C\u4E14\u8BE5\u8BBE\u5907\u4E0D\u5728\u6570\u636E\u76D8\u6E05\u5355\u4E2D`
        )
      );
    }
  )
});

// src/core/subjects/swarm.ts
import { z as z51 } from "zod";
var swarm = defineSubject({
  kind: "swarm",
  label: { en: "Swarm", zh: "Swarm \u96C6\u7FA4" },
  schema: z51.object({
    createdAt: instant.nullable(),
    autoLock: z51.boolean(),
    /** How long a node's certificate is good for, in seconds. */
    nodeCertificateSeconds: z51.number().nonnegative(),
    /** Whether certificates come from an authority outside the Swarm. */
    externalAuthorities: z51.number().int().nonnegative(),
    rootRotationInProgress: z51.boolean(),
    /** When the root certificate ends. */
    rootCertificateExpiresAt: instant,
    /** Port of the data plane; 4789 unless set. */
    dataPathPort: z51.number().int().nonnegative(),
    managers: z51.number().int().nonnegative(),
    reachableManagers: z51.number().int().nonnegative(),
    nodes: z51.number().int().nonnegative(),
    labels
  })
});
var swarmNode = defineSubject({
  kind: "swarm-node",
  label: { en: "Swarm node", zh: "Swarm \u8282\u70B9" },
  schema: z51.object({
    role: z51.enum(["manager", "worker"]),
    availability: z51.enum(["active", "pause", "drain"]),
    state: z51.enum(["unknown", "down", "ready", "disconnected"]),
    leader: z51.boolean(),
    address: z51.string(),
    engineVersion: z51.string(),
    labels,
    engineLabels: labels
  })
});
var secret = defineSubject({
  kind: "secret",
  label: { en: "Secret", zh: "\u673A\u5BC6" },
  schema: z51.object({
    /** `config` is readable through the API by whoever may read the Swarm. */
    store: z51.enum(["secret", "config"]),
    createdAt: instant,
    updatedAt: instant,
    /** `''` means the Swarm's own store. */
    driver: z51.string(),
    /** Ids of the services that are given it. */
    usedBy: z51.array(z51.string()),
    labels
  })
});

// src/controls/swarm/swarm-autolock.ts
var swarmAutolock = defineControl({
  id: "swarm-autolock",
  subject: swarm,
  severity: "high",
  title: {
    en: "A manager that restarts must be unlocked",
    zh: "\u7BA1\u7406\u8282\u70B9\u91CD\u542F\u540E\u987B\u89E3\u9501"
  },
  rationale: {
    en: "A manager keeps the keys to the Swarm\u2019s log, and with them every secret in it, on its disk. Without autolock those keys lie beside the log, so a stolen disk or backup gives up all.",
    zh: "\u7BA1\u7406\u8282\u70B9\u7684\u78C1\u76D8\u4E0A\u4FDD\u5B58\u7740\u96C6\u7FA4\u65E5\u5FD7\u7684\u5BC6\u94A5\uFF0C\u4E5F\u5C31\u638C\u63E1\u4E86\u5176\u4E2D\u7684\u5168\u90E8\u673A\u5BC6\u3002\u672A\u542F\u7528\u81EA\u52A8\u9501\u5B9A\u65F6\uFF0C\u5BC6\u94A5\u4E0E\u65E5\u5FD7\u653E\u5728\u4E00\u8D77\uFF0C\u78C1\u76D8\u6216\u5907\u4EFD\u4E00\u65E6\u5931\u7A83\u5373\u5168\u90E8\u6CC4\u9732\u3002"
  },
  remediation: {
    en: "Switch it on with docker swarm update --autolock=true, and keep the key that it prints in a safe outside the Swarm; docker swarm unlock-key --rotate makes a new one.",
    zh: "\u6267\u884C docker swarm update --autolock=true \u542F\u7528\uFF0C\u5E76\u628A\u8F93\u51FA\u7684\u89E3\u9501\u5BC6\u94A5\u4FDD\u5B58\u5728\u96C6\u7FA4\u4E4B\u5916\u7684\u4FDD\u9669\u5904\uFF1B\u7528 docker swarm unlock-key --rotate \u66F4\u6362\u5BC6\u94A5\u3002"
  },
  references: ["https://docs.docker.com/engine/swarm/swarm_manager_locking/"],
  check: (s) => s.autoLock
});

// src/controls/swarm/swarm-manager-count.ts
import { z as z52 } from "zod";
var swarmManagerCount = defineControl({
  id: "swarm-manager-count",
  subject: swarm,
  severity: "low",
  title: {
    en: "Managers are few, odd in number and all reachable",
    zh: "\u7BA1\u7406\u8282\u70B9\u6570\u91CF\u9002\u4E2D\u3001\u4E3A\u5947\u6570\u4E14\u5747\u53EF\u8FBE"
  },
  rationale: {
    en: "Every manager holds the keys of the whole Swarm, so each one more is one more to take over. Too few, or an even number, and the loss of one stops the Swarm from deciding anything.",
    zh: "\u6BCF\u4E2A\u7BA1\u7406\u8282\u70B9\u90FD\u6301\u6709\u6574\u4E2A\u96C6\u7FA4\u7684\u5BC6\u94A5\uFF0C\u591A\u4E00\u4E2A\u5C31\u591A\u4E00\u5904\u98CE\u9669\u3002\u8FC7\u5C11\u6216\u4E3A\u5076\u6570\u65F6\uFF0C\u635F\u5931\u4E00\u4E2A\u5C31\u53EF\u80FD\u4F7F\u96C6\u7FA4\u5931\u53BB\u6CD5\u5B9A\u591A\u6570\uFF0C\u65E0\u6CD5\u4F5C\u51FA\u4EFB\u4F55\u51B3\u7B56\u3002"
  },
  remediation: {
    en: "Change roles with docker node promote NODE and docker node demote NODE until there are three or five, and bring back or remove managers that docker node ls shows as unreachable.",
    zh: "\u7528 docker node promote \u548C docker node demote \u8C03\u6574\u4E3A\u4E09\u4E2A\u6216\u4E94\u4E2A\u7BA1\u7406\u8282\u70B9\uFF1Bdocker node ls \u663E\u793A\u4E0D\u53EF\u8FBE\u7684\u7BA1\u7406\u8282\u70B9\u5E94\u6062\u590D\u6216\u79FB\u9664\u3002"
  },
  references: ["https://docs.docker.com/engine/swarm/admin_guide/"],
  params: z52.object({
    /** Managers at least, where there are as many nodes: three survive the loss of one. */
    min: z52.number().int().positive().default(3),
    /** Managers at most. More than seven only slow agreement down. */
    max: z52.number().int().positive().default(7)
  }),
  check: all(
    (s, { params }) => {
      const { managers, nodes } = s;
      const least = nodes < params.min ? 1 : params.min;
      if (managers >= least && managers <= params.max && managers % 2 === 1) return true;
      return fail(
        text(
          `${managers} of ${nodes} nodes are managers; an odd number from ${least} to ${params.max} is right`,
          `${nodes} \u4E2A\u8282\u70B9\u4E2D\u6709 ${managers} \u4E2A\u7BA1\u7406\u8282\u70B9\uFF0C\u5E94\u4E3A ${least} \u81F3 ${params.max} \u4E4B\u95F4\u7684\u5947\u6570`
        )
      );
    },
    (s) => {
      const lost = s.managers - s.reachableManagers;
      return lost === 0 || fail(text(`${lost} managers cannot be reached`, `\u6709 ${lost} \u4E2A\u7BA1\u7406\u8282\u70B9\u4E0D\u53EF\u8FBE`));
    }
  )
});

// src/controls/swarm/swarm-node-certificate-lifetime.ts
import { z as z53 } from "zod";
var secondsPerDay = 86400;
var swarmNodeCertificateLifetime = defineControl({
  id: "swarm-node-certificate-lifetime",
  subject: swarm,
  severity: "medium",
  title: {
    en: "Node certificates are short-lived",
    zh: "\u8282\u70B9\u8BC1\u4E66\u6709\u6548\u671F\u53D7\u9650"
  },
  rationale: {
    en: "A copied node certificate lets its holder join in as that node until it runs out. Nodes renew theirs by themselves, so a short life costs nothing.",
    zh: "\u8282\u70B9\u8BC1\u4E66\u4E00\u65E6\u88AB\u590D\u5236\uFF0C\u5728\u5230\u671F\u524D\u90FD\u53EF\u5192\u5145\u8BE5\u8282\u70B9\u63A5\u5165\u96C6\u7FA4\u3002\u8282\u70B9\u4F1A\u81EA\u52A8\u7EED\u7B7E\uFF0C\u7F29\u77ED\u6709\u6548\u671F\u6CA1\u6709\u989D\u5916\u6210\u672C\u3002"
  },
  remediation: {
    en: "Shorten it: docker swarm update --cert-expiry 720h (30 days).",
    zh: "\u7F29\u77ED\u6709\u6548\u671F\uFF1Adocker swarm update --cert-expiry 720h\uFF0830 \u5929\uFF09\u3002"
  },
  references: [
    "https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/",
    "https://docs.docker.com/reference/cli/docker/swarm/update/"
  ],
  params: z53.object({
    /** Days that a node certificate may live. 90 is what Swarm itself starts with. */
    maxDays: z53.number().positive().default(90)
  }),
  check: (s, { params }) => {
    if (s.externalAuthorities > 0) {
      return unknown(
        text(
          "An external authority issues the certificates, and it decides how long they live",
          "\u8BC1\u4E66\u7531\u5916\u90E8 CA \u7B7E\u53D1\uFF0C\u6709\u6548\u671F\u7531\u8BE5 CA \u51B3\u5B9A"
        )
      );
    }
    const days = s.nodeCertificateSeconds / secondsPerDay;
    if (days > 0 && days <= params.maxDays) return true;
    const shown2 = Math.round(days * 10) / 10;
    return fail(text(`They live ${shown2} days`, `\u6709\u6548\u671F\u4E3A ${shown2} \u5929`));
  }
});

// src/controls/swarm/swarm-root-certificate-lifetime.ts
import { z as z54 } from "zod";
var swarmRootCertificateLifetime = defineControl({
  id: "swarm-root-certificate-lifetime",
  subject: swarm,
  severity: "medium",
  title: {
    en: "The Swarm\u2019s root certificate is good for a while, and no rotation is half done",
    zh: "\u96C6\u7FA4\u6839\u8BC1\u4E66\u672A\u4E34\u8FD1\u5230\u671F\uFF0C\u8F6E\u6362\u5747\u5DF2\u5B8C\u6210"
  },
  rationale: {
    en: "When the root certificate ends, no node trusts another any more. A rotation that hangs leaves the old root trusted, which is just what the rotation was to end.",
    zh: "\u6839\u8BC1\u4E66\u5230\u671F\u540E\uFF0C\u8282\u70B9\u4E4B\u95F4\u4E0D\u518D\u4E92\u4FE1\uFF0C\u96C6\u7FA4\u5373\u544A\u762B\u75EA\u3002\u8F6E\u6362\u82E5\u4E2D\u9014\u505C\u6EDE\uFF0C\u65E7\u6839\u8BC1\u4E66\u4ECD\u53D7\u4FE1\u4EFB\uFF0C\u8F6E\u6362\u4E5F\u5C31\u5931\u53BB\u4E86\u610F\u4E49\u3002"
  },
  remediation: {
    en: "Rotate with docker swarm ca --rotate. If it does not end, docker node ls shows the nodes that are down and hold it up: bring them back, or remove them with docker node rm.",
    zh: "\u7528 docker swarm ca --rotate \u8F6E\u6362\u3002\u82E5\u8FDF\u8FDF\u4E0D\u7ED3\u675F\uFF0C\u7528 docker node ls \u627E\u51FA\u79BB\u7EBF\u7684\u8282\u70B9\uFF1A\u6062\u590D\u5B83\u4EEC\uFF0C\u6216\u7528 docker node rm \u79FB\u9664\u3002"
  },
  references: [
    "https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/",
    "https://docs.docker.com/reference/cli/docker/swarm/ca/"
  ],
  params: z54.object({
    /** Days that must be left. 180 gives two quarterly windows to rotate in. */
    minDays: z54.number().nonnegative().default(180)
  }),
  check: all(
    (s, { params, collectedAt }) => {
      const left = daysBetween(collectedAt, s.rootCertificateExpiresAt);
      if (left >= params.minDays && left > 0) return true;
      const whole = Math.floor(left);
      return fail(
        left > 0 ? text(`It ends in ${whole} days`, `\u5C06\u5728 ${whole} \u5929\u540E\u5230\u671F`) : text("It has ended", "\u5DF2\u7ECF\u5230\u671F")
      );
    },
    (s) => !s.rootRotationInProgress || fail(text("A rotation of it has not ended yet", "\u6839\u8BC1\u4E66\u8F6E\u6362\u5C1A\u672A\u5B8C\u6210"))
  )
});

// src/controls/swarm-node/swarm-node-managers-only-manage.ts
var swarmNodeManagersOnlyManage = defineControl({
  id: "swarm-node-managers-only-manage",
  subject: swarmNode,
  severity: "low",
  title: {
    en: "A manager runs no workloads",
    zh: "\u7BA1\u7406\u8282\u70B9\u4E0D\u627F\u8F7D\u4E1A\u52A1"
  },
  rationale: {
    en: "A breakout on a manager does not end with one host: the keys and secrets of the whole Swarm lie there. A workload that eats up its memory can also stop the Swarm from deciding.",
    zh: "\u5728\u7BA1\u7406\u8282\u70B9\u4E0A\u53D1\u751F\u9003\u9038\uFF0C\u635F\u5931\u7684\u4E0D\u53EA\u662F\u4E00\u53F0\u4E3B\u673A\uFF0C\u800C\u662F\u6574\u4E2A\u96C6\u7FA4\u7684\u5BC6\u94A5\u548C\u673A\u5BC6\uFF1B\u4E1A\u52A1\u8017\u5C3D\u5176\u5185\u5B58\uFF0C\u4E5F\u4F1A\u4F7F\u96C6\u7FA4\u65E0\u6CD5\u51B3\u7B56\u3002"
  },
  remediation: {
    en: "Drain it: docker node update --availability drain NODE.",
    zh: "\u5C06\u5176\u6392\u7A7A\uFF1Adocker node update --availability drain \u8282\u70B9\u540D\u3002"
  },
  references: [
    "https://docs.docker.com/engine/swarm/admin_guide/",
    "https://docs.docker.com/engine/swarm/swarm-tutorial/drain-node/"
  ],
  applies: (n2, ctx) => {
    if (n2.role === "worker") {
      return notApplicable(text("This node is a worker", "\u8BE5\u8282\u70B9\u662F\u5DE5\u4F5C\u8282\u70B9"));
    }
    return ctx.all(swarmNode).some((node) => node.role === "worker") || notApplicable(
      text(
        "The Swarm has no worker that could carry the workloads instead",
        "\u96C6\u7FA4\u4E2D\u6CA1\u6709\u53EF\u627F\u8F7D\u4E1A\u52A1\u7684\u5DE5\u4F5C\u8282\u70B9"
      )
    );
  },
  check: (n2) => n2.availability === "drain"
});

// src/controls/secret/secret-rotated.ts
import { z as z55 } from "zod";
var secretRotated = defineControl({
  id: "secret-rotated",
  subject: secret,
  severity: "medium",
  title: {
    en: "The secret was replaced recently",
    zh: "\u673A\u5BC6\u5728\u89C4\u5B9A\u671F\u9650\u5185\u66F4\u6362\u8FC7"
  },
  rationale: {
    en: "The longer a secret stays the same, the more people, backups and logs have it. Replacing it ends whatever a copy, known or unknown, was still good for.",
    zh: "\u673A\u5BC6\u4F7F\u7528\u8D8A\u4E45\uFF0C\u77E5\u6089\u5B83\u7684\u4EBA\u5458\u3001\u5907\u4EFD\u548C\u65E5\u5FD7\u5C31\u8D8A\u591A\u3002\u5B9A\u671F\u66F4\u6362\u53EF\u4F7F\u4E00\u5207\u5DF2\u77E5\u3001\u672A\u77E5\u7684\u526F\u672C\u5931\u6548\u3002"
  },
  remediation: {
    en: "Make a new one, docker secret create NAME-v2 FILE, exchange it with docker service update --secret-rm NAME-v1 --secret-add source=NAME-v2,target=NAME SERVICE, and remove the old one: docker secret rm NAME-v1.",
    zh: "\u65B0\u5EFA\u673A\u5BC6\uFF1Adocker secret create \u540D\u79F0-v2 \u6587\u4EF6\uFF1B\u7528 docker service update --secret-rm \u540D\u79F0-v1 --secret-add source=\u540D\u79F0-v2,target=\u540D\u79F0 \u670D\u52A1\u540D \u66FF\u6362\uFF1B\u518D\u5220\u9664\u65E7\u7684\uFF1Adocker secret rm \u540D\u79F0-v1\u3002"
  },
  references: ["https://docs.docker.com/engine/swarm/secrets/"],
  params: z55.object({
    /** Days that a secret may stay the same. 365: a yearly rotation, as most key policies ask at least. */
    maxDays: z55.number().positive().default(365)
  }),
  applies: (s) => {
    if (s.store === "config") {
      return notApplicable(text("This is a configuration", "\u8FD9\u662F\u914D\u7F6E\uFF0C\u4E0D\u662F\u673A\u5BC6"));
    }
    return s.driver === "" || notApplicable(
      text(
        `The driver ${s.driver} holds its value, and rotates it elsewhere`,
        `\u5176\u5185\u5BB9\u7531\u9A71\u52A8 ${s.driver} \u4FDD\u7BA1\uFF0C\u5728\u5916\u90E8\u7CFB\u7EDF\u4E2D\u8F6E\u6362`
      )
    );
  },
  check: (s, { params, collectedAt }) => {
    const days = daysBetween(s.createdAt, collectedAt);
    if (days <= params.maxDays) return true;
    const whole = Math.floor(days);
    return fail(text(`It has been the same for ${whole} days`, `\u5DF2 ${whole} \u5929\u672A\u66F4\u6362`));
  }
});

// src/controls/builtin.ts
var builtin = defineCatalog({
  id: "plimsoll",
  version,
  controls: [
    hostAuditDataRoot,
    hostAuditDockerConfig,
    hostAuditDockerd,
    hostContainerdSocketMode,
    hostContainerdSocketOwner,
    hostDaemonConfigMode,
    hostDaemonConfigOwner,
    hostDataRootSeparate,
    hostDockerDirectoryMode,
    hostDockerDirectoryOwner,
    hostDockerGroup,
    hostDockerServiceMode,
    hostDockerServiceOwner,
    hostEngineSocketMode,
    hostEngineSocketOwner,
    hostKernelRebooted,
    hostRegistryCertificatesMode,
    hostSecurityModule,
    hostSudoPassword,
    hostTlsKeyMode,
    engineAuthorizationPlugin,
    engineCentralLogging,
    engineConfigurationInForce,
    engineDefaultCgroup,
    engineDefaultUlimits,
    engineLiveRestore,
    engineLogLevel,
    engineNoExperimental,
    engineNoInsecureRegistries,
    engineNoNewPrivileges,
    enginePacketFilter,
    engineRootless,
    engineSeccompDefault,
    engineStoppedContainers,
    engineStorageDriver,
    engineSwarmUnneeded,
    engineTcpMutualTls,
    engineUserNamespaces,
    engineUserlandProxyOff,
    engineVersionSupported,
    workloadApparmor,
    workloadCapabilities,
    workloadCpuLimit,
    workloadDefaultCgroup,
    workloadEngineMemoryKiller,
    workloadHealthCheck,
    workloadImagePinned,
    workloadLogRotation,
    workloadMemoryLimit,
    workloadNoDefaultBridge,
    workloadNoEngineSocket,
    workloadNoHostDevices,
    workloadNoHostIpc,
    workloadNoHostNetwork,
    workloadNoHostPid,
    workloadNoHostUserNamespace,
    workloadNoHostUts,
    workloadNoNewPrivileges,
    workloadNoPrivilegedPorts,
    workloadNoRemoteShell,
    workloadNoSecretsInEnvironment,
    workloadNoSensitiveMounts,
    workloadNoSharedPropagation,
    workloadNonRootUser,
    workloadNotPrivileged,
    workloadPidsLimit,
    workloadPortsBoundToInterface,
    workloadReadOnlyRoot,
    workloadRestartBounded,
    workloadSeccomp,
    workloadSelinux,
    workloadSingleFunction,
    workloadSystemFilesUnchanged,
    imageCopyNotAdd,
    imageFresh,
    imageHealthCheck,
    imageInUse,
    imageNoSecrets,
    imageNonRootUser,
    imageNotCommitted,
    imageUpdateWithInstall,
    networkInterContainerTraffic,
    networkOverlayEncrypted,
    volumeNoSensitivePath,
    swarmAutolock,
    swarmManagerCount,
    swarmNodeCertificateLifetime,
    swarmRootCertificateLifetime,
    swarmNodeManagersOnlyManage,
    secretRotated
  ]
});

// src/core/assessment.ts
import { z as z61 } from "zod";

// src/core/attestation.ts
import { z as z56 } from "zod";
var day = z56.iso.date();
var attestationSchema = z56.strictObject({
  framework: z56.string(),
  requirement: z56.string(),
  statement: z56.string().min(1),
  person: z56.string().min(1),
  role: z56.string().min(1),
  /** Day of the statement, ISO 8601, UTC. */
  date: day,
  /** Last day on which it holds, ISO 8601, UTC, inclusive. */
  until: day
}).refine((attestation) => attestation.date <= attestation.until, {
  message: "it ends before it begins"
});
function attestationState(attestation, at) {
  const today = at.slice(0, 10);
  if (today < attestation.date) return "early";
  return today > attestation.until ? "expired" : "current";
}

// src/core/framework.ts
import { z as z57 } from "zod";
var requirementNatures = ["technical", "organisational", "outside"];
var confidences = ["verified", "derived", "unverified", "knowledge"];
var requirementSchema = z57.object({
  id: z57.string().min(1),
  /** The requirement above; `null` at the top. */
  parent: z57.string().nullable(),
  /** Our own short title, never the standard's sentence. */
  title: textSchema,
  nature: z57.enum(requirementNatures),
  /** Levels, baselines or profiles it belongs to; empty means all of them. */
  levels: z57.array(z57.string()),
  confidence: z57.enum(confidences)
});
var editionSchema = z57.object({
  /** The edition as its publisher writes it. */
  version: z57.string(),
  publisher: z57.string(),
  /** Year, month or day of publication, as far as it is known, ISO 8601. */
  published: z57.string(),
  status: z57.enum(["in-force", "retired"]),
  /** Day on which it was retired, ISO 8601; absent when in force or not known. */
  retiredOn: z57.string().optional(),
  /** Id of the framework that took its place. */
  supersededBy: z57.string().optional(),
  /** Where the ids were taken from. */
  source: z57.string()
});
function requirementsAt(framework, levelId) {
  if (levelId === void 0) return framework.requirements;
  const level = framework.levels.find((each2) => each2.id === levelId);
  if (!level) {
    const known = framework.levels.map((each2) => `${framework.id}@${each2.id}`);
    throw new PlimsollError("framework-unknown", `${framework.id} has no level ${levelId}.`, {
      hint: known.length > 0 ? `It has: ${known.join(", ")}.` : "It has no levels: leave out the @."
    });
  }
  return framework.requirements.filter(
    ({ levels }) => levels.length === 0 || levels.some((each2) => level.includes.includes(each2))
  );
}

// src/core/observation.ts
import { z as z58 } from "zod";
var observationSchema = z58.object({
  /** JSON Pointer into the subject's facts. */
  path: z58.string(),
  /** What was there; `null` also where there was nothing. */
  value: z58.unknown(),
  /** Absent only where the collector named none. */
  source: sourceSchema.optional(),
  /** Set when the fact is another subject's than the finding's. */
  subject: subjectRefSchema.optional(),
  /** Why there is no value: the fact is a gap. */
  gap: z58.string().optional()
});
var shownItems = 20;
function shown(value) {
  if (value === void 0) return null;
  if (typeof value !== "object" || value === null) return value;
  const items = Array.isArray(value) ? value : Object.keys(value);
  const flat = items.every((item) => typeof item !== "object" || item === null);
  if (!flat) return { count: items.length };
  return items.length <= shownItems ? items : { count: items.length, first: items.slice(0, shownItems) };
}
function observe(evaluation, origins2) {
  const found = /* @__PURE__ */ new Map();
  const add = (subject, path, source, rest) => {
    const own = subject === evaluation.subject;
    const { kind, id, name, target } = subject;
    const key2 = own ? path : `${target}
${kind}
${id}
${path}`;
    if (found.has(key2)) return;
    found.set(key2, {
      path,
      ...rest,
      ...source ? { source } : {},
      ...own ? {} : { subject: { kind, id, name, target } }
    });
  };
  const { reads } = evaluation;
  for (let at = 0; at < reads.length; at += 2) {
    const node = reads[at];
    const key2 = reads[at + 1];
    const value = key2 === wholeValue ? node.value : Reflect.get(node.value, key2);
    const path = pathOf(node, key2);
    add(node.subject, path, sourceOf(node.subject, path, origins2), { value: shown(value) });
  }
  for (const { subject, gap } of evaluation.gaps) {
    add(subject, gap.path, gap.source, {
      value: null,
      gap: `${gap.reason}: ${gap.detail}`
    });
  }
  return [...found.values()];
}
function sourceOf(subject, path, origins2) {
  const own = subject.sources && findSource(subject.sources, path, subject.id);
  if (own) return own;
  const shared2 = subject.origin === void 0 ? void 0 : origins2[subject.origin];
  return shared2 && findSource(shared2, path, subject.id);
}

// src/core/mapping.ts
var strengths = ["full", "partial", "supporting"];
function isLive(link, params) {
  const { guard } = link;
  if (guard === void 0) return true;
  const value = params[guard.param];
  if ("equals" in guard) return value === guard.equals;
  if ("includes" in guard) {
    return Array.isArray(value) && guard.includes.every((each2) => value.includes(each2));
  }
  if ("within" in guard) {
    return Array.isArray(value) && value.every((each2) => guard.within.some((one) => one === each2));
  }
  if (typeof value !== "number") return false;
  if ("bitsWithin" in guard) return (value & ~guard.bitsWithin) === 0;
  return "atMost" in guard ? value <= guard.atMost : value >= guard.atLeast;
}

// src/core/rollup.ts
var requirementStatuses = [
  "not-satisfied",
  "undetermined",
  "accepted-with-waiver",
  "accepted-with-compensating-control",
  "not-applicable",
  "satisfied",
  "supported",
  "context-only",
  "attested",
  "not-assessed"
];
function rollUp(contributions, attested) {
  const deciding = contributions.filter(({ strength }) => strength !== "supporting");
  const some = (count2) => deciding.some(({ tally }) => count2(tally) > 0);
  if (deciding.length === 0) {
    if (attested) return "attested";
    return contributions.length > 0 ? "context-only" : "not-assessed";
  }
  if (some((tally) => tally.fail)) return "not-satisfied";
  if (some((tally) => tally.unknown + tally.error)) return "undetermined";
  if (deciding.some(({ tally }) => isSilent(tally))) return "undetermined";
  if (!attested && some((tally) => tally.manual)) return "undetermined";
  if (some((tally) => tally.waived)) {
    const allCompensated = deciding.every(({ tally }) => tally.waived === tally.compensated);
    return allCompensated ? "accepted-with-compensating-control" : "accepted-with-waiver";
  }
  const judged2 = deciding.filter(({ tally }) => tally.pass + tally.manual > 0);
  if (judged2.length === 0) return "not-applicable";
  const full = judged2.some(({ strength }) => strength === "full");
  return full || attested ? "satisfied" : "supported";
}
var isSilent = (tally) => Object.values(tally).every((count2) => count2 === 0);

// src/core/snapshot.ts
import { z as z59 } from "zod";
var targetKinds = [
  "engine",
  "host",
  "compose",
  "dockerfile",
  "archive",
  "scanner"
];
var targetSchema = z59.object({
  /** As it is named on the command line, without credentials: `unix:///var/run/docker.sock`, `host:/`. */
  id: z59.string(),
  kind: z59.enum(targetKinds),
  /** Targets with the same machine are looked at together: an engine and the host it runs on. */
  machine: z59.string(),
  /** What answered, for people: product, version, host name. */
  description: z59.string(),
  /** How the collector got in: the user it ran as, the transport, and whether writing was possible at all. */
  access: z59.string()
});
var populationSchema = z59.object({
  target: z59.string(),
  kind: z59.string(),
  /** Listed when the scan began. */
  existed: z59.number().int().nonnegative(),
  /** Read, wholly or with gaps. */
  read: z59.number().int().nonnegative(),
  /** Gone between being listed and being read: neither read nor a gap. */
  vanished: z59.number().int().nonnegative()
});
var redactionSchema = z59.object({
  rule: z59.string(),
  count: z59.number().int().positive()
});
var snapshotSchema = z59.object({
  $schema: z59.string().optional(),
  kind: z59.literal("plimsoll/snapshot"),
  version: z59.string(),
  tool: z59.object({ name: z59.string(), version: z59.string() }),
  /** When the collection began, ISO 8601 UTC: the time of everything that is derived from it. */
  collectedAt: z59.iso.datetime(),
  targets: z59.array(targetSchema),
  population: z59.array(populationSchema),
  gaps: z59.array(populationGapSchema),
  redactions: z59.array(redactionSchema),
  /** Shared sources by name, see {@link Subject}'s `origin`. */
  origins: z59.record(z59.string(), sourceMapSchema),
  subjects: z59.array(subjectSchema)
});

// src/core/waiver.ts
import { z as z60 } from "zod";
var day2 = z60.iso.date();
var scopeSchema = z60.strictObject({
  /** The subject's id. */
  subject: z60.string().optional(),
  /** The target it was read from. */
  target: z60.string().optional(),
  /** Labels it must carry, each with this very value. */
  labels: z60.record(z60.string(), z60.string()).optional(),
  /** Id or digest of the image in use, `sha256:…`. */
  imageDigest: z60.string().optional(),
  compose: z60.strictObject({ project: z60.string(), service: z60.string() }).optional(),
  /** Id of the Swarm service. */
  service: z60.string().optional(),
  /** Name of the subject. Names are re-used, so whoever lists the waivers warns of it. */
  name: z60.string().optional()
}).refine((scope) => Object.values(scope).some((value) => value !== void 0), {
  message: "a scope names at least one thing; to accept a control everywhere, omit it from the catalog"
});
var waiverSchema = z60.strictObject({
  control: z60.string(),
  scope: scopeSchema,
  reason: z60.string().min(1),
  owner: z60.string().min(1),
  approver: z60.string().min(1),
  ticket: z60.string().optional(),
  /** First day on which it holds, ISO 8601, UTC. */
  from: day2,
  /** Last day on which it holds, ISO 8601, UTC, inclusive. */
  until: day2,
  /** What is done instead. */
  compensatingControl: z60.string().min(1).optional()
}).refine((waiver) => waiver.from <= waiver.until, { message: "it ends before it begins" });
function waiverState(waiver, at) {
  const today = at.slice(0, 10);
  if (today < waiver.from) return "not-yet";
  return today > waiver.until ? "expired" : "live";
}
var textAt = (facts, ...path) => {
  let at = facts;
  for (const key2 of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key2)) return void 0;
    at = Reflect.get(at, key2);
  }
  return typeof at === "string" ? at : void 0;
};
function coversSubject(waiver, ref, subject) {
  const { scope } = waiver;
  const facts = subject?.facts;
  const asked = [
    [scope.subject, [ref.id]],
    [scope.target, [ref.target]],
    [scope.name, [ref.name]],
    [scope.service, [textAt(facts, "service", "id")]],
    [scope.compose?.project, [textAt(facts, "compose", "project")]],
    [scope.compose?.service, [textAt(facts, "compose", "service")]],
    [scope.imageDigest, [textAt(facts, "image", "id"), textAt(facts, "image", "digest")]],
    ...Object.entries(scope.labels ?? {}).map(([key2, value]) => [
      value,
      [textAt(facts, "labels", key2)]
    ])
  ];
  return asked.every(([wanted, found]) => wanted === void 0 || found.includes(wanted));
}

// src/core/assessment.ts
var assessmentVersion = "1.0";
var findingStatuses = [
  "pass",
  "fail",
  "unknown",
  "error",
  "not-applicable",
  "manual"
];
var findingSchema = z61.object({
  controlId: z61.string(),
  /** With the id `*` it stands for all subjects of its kind: there is none, or they could not be listed. */
  subject: subjectRefSchema,
  status: z61.enum(findingStatuses),
  severity: z61.enum(severities),
  message: textSchema,
  observations: z61.array(observationSchema),
  /** The live waiver under which a failure was accepted; the failure stays a failure. */
  waiver: waiverSchema.optional()
});
var count = z61.number().int().nonnegative();
var tallySchema = z61.object({
  pass: count,
  fail: count,
  waived: count,
  compensated: count,
  unknown: count,
  error: count,
  notApplicable: count,
  manual: count
});
var controlSchema = z61.object({
  id: z61.string(),
  kind: z61.string(),
  severity: z61.enum(severities),
  title: textSchema,
  rationale: textSchema,
  remediation: textSchema,
  references: z61.array(z61.string()),
  /** The parameters in force. */
  params: z61.record(z61.string(), z61.unknown()),
  tally: tallySchema
});
var requirementResultSchema = z61.object({
  id: z61.string(),
  parent: z61.string().nullable(),
  title: textSchema,
  nature: z61.enum(requirementNatures),
  levels: z61.array(z61.string()),
  confidence: z61.enum(confidences),
  /** Whether it only groups others: nothing is mapped to it, and it is not counted. */
  group: z61.boolean(),
  status: z61.enum(requirementStatuses),
  controls: z61.array(
    z61.object({
      id: z61.string(),
      strength: z61.enum(strengths),
      reason: textSchema,
      /** `false` when the guard on the control's parameters is not met, so that it does not count. */
      live: z61.boolean()
    })
  ),
  /** The current attestation that stands for it. */
  attestation: attestationSchema.optional()
});
var frameworkResultSchema = z61.object({
  id: z61.string(),
  title: textSchema,
  edition: editionSchema,
  level: z61.string().optional(),
  requirements: z61.array(requirementResultSchema),
  /** Requirements by status, groups left out. */
  summary: z61.record(z61.enum(requirementStatuses), count)
});
var assessmentSchema = z61.object({
  $schema: z61.string().optional(),
  kind: z61.literal("plimsoll/assessment"),
  version: z61.string(),
  tool: z61.object({ name: z61.string(), version: z61.string() }),
  /** When the snapshot was taken, ISO 8601 UTC; waivers and attestations are held to this day. */
  collectedAt: z61.iso.datetime(),
  targets: z61.array(targetSchema),
  population: z61.array(populationSchema),
  gaps: z61.array(populationGapSchema),
  /** Facts that could not be read, counted over all subjects. */
  factGaps: count,
  redactions: z61.array(redactionSchema),
  catalog: z61.object({
    id: z61.string(),
    version: z61.string(),
    controls: z61.array(controlSchema),
    lineage: z61.array(
      z61.object({
        control: z61.string(),
        change: z61.enum(["tailored", "omitted"]),
        reason: z61.string(),
        by: z61.string(),
        catalog: z61.string()
      })
    )
  }),
  findings: z61.array(findingSchema),
  frameworks: z61.array(frameworkResultSchema),
  waivers: z61.array(
    z61.object({
      waiver: waiverSchema,
      state: z61.enum(["live", "not-yet", "expired"]),
      /** Failures that it accepts; 0 means that it matches nothing. */
      accepts: count
    })
  ),
  attestations: z61.array(
    z61.object({ attestation: attestationSchema, state: z61.enum(["current", "early", "expired"]) })
  ),
  summary: z61.object({
    findings: count,
    tally: tallySchema,
    /** Unwaived failures. */
    failures: z61.record(z61.enum(severities), count)
  })
});

// src/core/evaluate.ts
function createEvaluator(catalog, around) {
  const recorder = createRecorder();
  const lookup = createLookup(recorder, around);
  const byKind = /* @__PURE__ */ new Map();
  for (const control of catalog.controls) {
    const ctx = {
      // A control's parameters are what its own check was typed with.
      params: parametersOf(catalog, control),
      collectedAt: around.collectedAt,
      all: lookup.all,
      find: lookup.find,
      [recorderOf]: recorder
    };
    const severity = catalog.severities[control.id] ?? control.severity;
    const kind = control.subject.kind;
    byKind.set(kind, [...byKind.get(kind) ?? [], { control, severity, ctx }]);
  }
  return (subject) => {
    lookup.enter(subject);
    const view = viewSubject(subject, recorder);
    return (byKind.get(subject.kind) ?? []).map(({ control, severity, ctx }) => {
      recorder.reads = [];
      recorder.touched = [];
      recorder.touches = 0;
      const verdict2 = judge3(control, view, ctx);
      const manual = control.question !== void 0 && verdict2.status === "unknown";
      const { reads, touched: gaps } = recorder;
      return { control, severity, subject, verdict: verdict2, manual, reads, gaps };
    });
  };
}
function judge3(control, view, ctx) {
  if (control.applies) {
    const applies = evaluate(control.applies, view, ctx);
    if (applies.status === "fail") return { ...applies, status: "not-applicable" };
    if (applies.status !== "pass") return applies;
  }
  return evaluate(control.check, view, ctx);
}
var unlisted = (gap) => ({
  path: "",
  reason: gap.reason,
  detail: gap.detail,
  ...gap.source ? { source: gap.source } : {}
});
function createLookup(recorder, around) {
  let machine = "";
  const views = /* @__PURE__ */ new Map();
  const view = (subject) => {
    let known = views.get(subject);
    if (known === void 0) views.set(subject, known = viewSubject(subject, recorder));
    return known;
  };
  const meet2 = (kind) => {
    const gap = around.gapOf(machine, kind);
    if (!gap) return;
    markGap(recorder, { kind, id: "*", name: "*", target: gap.target }, unlisted(gap));
    throw new GapTouched(unlisted(gap));
  };
  return {
    enter(subject) {
      const next = around.machineOf(subject.target);
      if (next !== machine) views.clear();
      machine = next;
    },
    // A view of a subject's facts is, to a check, the facts of its kind.
    all: ((kind) => {
      meet2(kind.kind);
      return Array.from(around.subjectsOf(machine, kind.kind).values(), view);
    }),
    find: ((kind, id) => {
      const found = around.subjectsOf(machine, kind.kind).get(id);
      if (!found) meet2(kind.kind);
      return found ? view(found) : void 0;
    })
  };
}
function defaultMessage(evaluation) {
  const { title } = evaluation.control;
  if (evaluation.verdict.status === "pass") return text(`Holds: ${title.en}`, `\u7B26\u5408\uFF1A${title.zh}`);
  if (evaluation.verdict.status === "fail") {
    return text(`Does not hold: ${title.en}`, `\u4E0D\u7B26\u5408\uFF1A${title.zh}`);
  }
  return title;
}

// src/core/group.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key2 = keyOf(item);
    const group = groups.get(key2);
    if (group) group.push(item);
    else groups.set(key2, [item]);
  }
  return groups;
}

// src/core/tally.ts
var emptyTally = () => ({
  pass: 0,
  fail: 0,
  waived: 0,
  compensated: 0,
  unknown: 0,
  error: 0,
  notApplicable: 0,
  manual: 0
});
var fields = {
  pass: "pass",
  fail: "fail",
  unknown: "unknown",
  error: "error",
  "not-applicable": "notApplicable",
  manual: "manual"
};
function countFinding(tally, status, waiver) {
  if (status !== "fail" || waiver === void 0) {
    tally[fields[status]] += 1;
    return;
  }
  tally.waived += 1;
  if (waiver.compensatingControl !== void 0) tally.compensated += 1;
}
function sumTallies(tallies) {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const key2 of Object.keys(sum)) sum[key2] += tally[key2];
  }
  return sum;
}

// src/core/requirements.ts
function judgeFramework(selection, outcome) {
  const { framework, mappings } = selection;
  const level = selection.level ?? framework.defaultLevel;
  const links = groupBy(
    mappings.flatMap((mapping) => mapping.framework === framework.id ? mapping.links : []),
    (link) => link.requirement
  );
  const chosen = requirementsAt(framework, level);
  const parents = new Set(chosen.map(({ parent }) => parent));
  const requirements = chosen.map((requirement) => {
    const own = links.get(requirement.id) ?? [];
    const attestation = outcome.attestations.find(
      (each2) => each2.framework === framework.id && each2.requirement === requirement.id && attestationState(each2, outcome.at) === "current"
    );
    const group = parents.has(requirement.id) && own.length === 0 && attestation === void 0;
    return judgeRequirement(requirement, own, attestation, group, outcome);
  });
  const counted = groupBy(
    requirements.filter(({ group }) => !group),
    ({ status }) => status
  );
  const summary = Object.fromEntries(
    requirementStatuses.map((status) => [status, counted.get(status)?.length ?? 0])
  );
  const { id, title, edition } = framework;
  return { id, title, edition, ...level === void 0 ? {} : { level }, requirements, summary };
}
function judgeRequirement(requirement, links, attestation, group, outcome) {
  const controls = links.map((link) => ({
    link,
    tally: outcome.tallyOf(link.control),
    live: outcome.tallyOf(link.control) !== void 0 && isLive(link, outcome.paramsOf(link.control))
  }));
  const contributions = controls.filter(({ live }) => live).map(({ link, tally }) => ({ strength: link.strength, tally: tally ?? emptyTally() }));
  return {
    ...requirement,
    levels: [...requirement.levels],
    group,
    status: rollUp(contributions, attestation !== void 0),
    controls: controls.map(({ link: { control: id, strength, reason }, live }) => ({
      id,
      strength,
      reason,
      live
    })),
    ...attestation ? { attestation } : {}
  };
}

// src/core/surroundings.ts
function hidesKind(header2, gap, kind) {
  if (gap.kind !== null) return gap.kind === kind;
  const target = header2.targets.find(({ id }) => id === gap.target);
  return kind === "host" === (target?.kind === "host");
}
function surroundingsOf(header2, subjects) {
  const machines = new Map(header2.targets.map((target) => [target.id, target.machine]));
  const machineOf = (target) => machines.get(target) ?? target;
  const key2 = (machine, kind) => `${machine}
${kind}`;
  const index = /* @__PURE__ */ new Map();
  for (const subject of subjects) {
    const at = key2(machineOf(subject.target), subject.kind);
    const group = index.get(at) ?? /* @__PURE__ */ new Map();
    index.set(at, group.set(subject.id, subject));
  }
  const listed = new Set(header2.population.map(({ target, kind }) => key2(machineOf(target), kind)));
  const nothing = /* @__PURE__ */ new Map();
  return {
    collectedAt: header2.collectedAt,
    machineOf,
    subjectsOf: (machine, kind) => index.get(key2(machine, kind)) ?? nothing,
    gapOf: (machine, kind) => header2.gaps.find(
      (gap) => machineOf(gap.target) === machine && hidesKind(header2, gap, kind)
    ) ?? (listed.has(key2(machine, kind)) ? void 0 : notScanned(machine, kind))
  };
}
var notScanned = (machine, kind) => ({
  target: machine,
  kind,
  reason: "unavailable",
  detail: `no target of this scan lists the ${kind} of this machine`
});

// src/core/silence.ts
function silencesOf(header2, control, severity, judged2) {
  const { kind, label } = control.subject;
  const gaps = header2.gaps.filter((gap) => hidesKind(header2, gap, kind));
  const silences = gaps.map((gap) => unlisted2(gap, kind, label));
  if (judged2 === 0 && gaps.length === 0) silences.push(absent(header2, kind, label));
  return silences.map((silence) => ({ controlId: control.id, severity, ...silence }));
}
function unlisted2(gap, kind, label) {
  const why = `${gap.reason}: ${gap.detail}`;
  return {
    subject: { kind, id: "*", name: "*", target: gap.target },
    status: "unknown",
    message: text(`${label.en}: could not be listed (${why})`, `${label.zh}\uFF1A\u672A\u80FD\u5217\u51FA\uFF08${why}\uFF09`),
    observations: [
      { path: "", value: null, gap: why, ...gap.source ? { source: gap.source } : {} }
    ]
  };
}
function absent(header2, kind, label) {
  const listed = header2.population.find((population) => population.kind === kind);
  const subject = { kind, id: "*", name: "*", target: listed?.target ?? "*" };
  if (listed) {
    return {
      subject,
      status: "not-applicable",
      message: text(`${label.en}: there is none to judge`, `${label.zh}\uFF1A\u6CA1\u6709\u53EF\u4F9B\u5224\u5B9A\u7684\u5BF9\u8C61`),
      observations: []
    };
  }
  const live = header2.targets.some((target) => target.kind === "engine" || target.kind === "host");
  return live ? {
    subject,
    status: "unknown",
    message: text(
      `${label.en}: not read, no target of this scan covers it`,
      `${label.zh}\uFF1A\u672A\u8BFB\u53D6\uFF0C\u672C\u6B21\u626B\u63CF\u6CA1\u6709\u8986\u76D6\u5B83\u7684\u76EE\u6807`
    ),
    observations: []
  } : {
    subject,
    status: "not-applicable",
    message: text(
      `${label.en}: neither an engine nor a host is among the targets`,
      `${label.zh}\uFF1A\u76EE\u6807\u4E2D\u6CA1\u6709\u5BB9\u5668\u5F15\u64CE\u6216\u5BBF\u4E3B\u673A`
    ),
    observations: []
  };
}

// src/core/assess.ts
function createAssessor(header2, context, options) {
  const { catalog } = options;
  const evaluateSubject = createEvaluator(catalog, surroundingsOf(header2, context));
  const tallies = new Map(catalog.controls.map((control) => [control.id, emptyTally()]));
  const failures = Object.fromEntries(severities.map((severity) => [severity, 0]));
  const waivers = (options.waivers ?? []).map((waiver) => ({
    waiver,
    state: waiverState(waiver, header2.collectedAt),
    accepts: 0
  }));
  const live = groupBy(
    waivers.filter(({ state }) => state === "live"),
    ({ waiver }) => waiver.control
  );
  let factGaps = 0;
  const count2 = (controlId, severity, status, waiver) => {
    countFinding(tallies.get(controlId) ?? emptyTally(), status, waiver);
    if (status === "fail" && !waiver) failures[severity] += 1;
  };
  const waiverFor = (controlId, subject) => {
    const match = live.get(controlId)?.find(({ waiver }) => coversSubject(waiver, subject, subject));
    if (match) match.accepts += 1;
    return match?.waiver;
  };
  return {
    judge(subject) {
      factGaps += subject.gaps.length;
      return evaluateSubject(subject).map((evaluation) => {
        const { control, severity, verdict: verdict2, manual } = evaluation;
        const status = manual ? "manual" : verdict2.status;
        const waiver = status === "fail" ? waiverFor(control.id, subject) : void 0;
        count2(control.id, severity, status, waiver);
        return { evaluation, status, waiver };
      });
    },
    describe: (judgement) => describe2(judgement, header2),
    finish() {
      const silences = catalog.controls.flatMap((control) => {
        const severity = catalog.severities[control.id] ?? control.severity;
        return silencesOf(header2, control, severity, judged(tallies.get(control.id)));
      });
      for (const { controlId, severity, status } of silences) {
        count2(controlId, severity, status, void 0);
      }
      const tally = sumTallies(tallies.values());
      const { pass: pass2, fail: fail2, waived, unknown: unknown2, error, notApplicable: notApplicable2, manual } = tally;
      const findings = pass2 + fail2 + waived + unknown2 + error + notApplicable2 + manual;
      const result = {
        kind: "plimsoll/assessment",
        version: assessmentVersion,
        tool: options.tool,
        collectedAt: header2.collectedAt,
        targets: header2.targets,
        population: header2.population,
        gaps: header2.gaps,
        factGaps,
        redactions: header2.redactions,
        catalog: describeCatalog(catalog, tallies),
        frameworks: (options.frameworks ?? []).map(
          (selection) => judgeFramework(selection, {
            tallyOf: (id) => tallies.get(id),
            paramsOf: (id) => paramsIn(catalog, id),
            attestations: options.attestations ?? [],
            at: header2.collectedAt
          })
        ),
        waivers: waivers.map(({ waiver, ...rest }) => ({ waiver, ...rest })),
        attestations: (options.attestations ?? []).map((attestation) => ({
          attestation,
          state: attestationState(attestation, header2.collectedAt)
        })),
        summary: { findings, tally, failures }
      };
      return { silences, result };
    }
  };
}
var judged = (tally) => Object.values(tally ?? {}).reduce((sum, count2) => sum + count2, 0);
function describe2(judgement, header2) {
  const { evaluation, status, waiver } = judgement;
  const { control, severity, subject, verdict: verdict2 } = evaluation;
  const { kind, id, name, target } = subject;
  return {
    controlId: control.id,
    subject: { kind, id, name, target },
    status,
    severity,
    message: verdict2.message ?? defaultMessage(evaluation),
    observations: [...observe(evaluation, header2.origins)],
    ...waiver ? { waiver } : {}
  };
}
function paramsIn(catalog, id) {
  const control = catalog.controls.find((each2) => each2.id === id);
  return control ? parametersOf(catalog, control) : {};
}
function describeCatalog(catalog, tallies) {
  const describeControl = (control) => ({
    id: control.id,
    kind: control.subject.kind,
    severity: catalog.severities[control.id] ?? control.severity,
    title: control.title,
    rationale: control.rationale,
    remediation: control.remediation,
    references: [...control.references],
    params: { ...parametersOf(catalog, control) },
    tally: tallies.get(control.id) ?? emptyTally()
  });
  const { id, version: version2 } = catalog;
  return {
    id,
    version: version2,
    controls: catalog.controls.map(describeControl),
    lineage: [...catalog.lineage]
  };
}

// bench/workloads.ts
var privateNamespace = { mode: "private", chain: [], resolved: "private" };
var benchTarget = "unix:///bench.sock";
function workloadNumber(at) {
  return {
    kind: "workload",
    id: at.toString(16).padStart(64, "0"),
    name: `service-${at}`,
    target: benchTarget,
    gaps: [],
    origin: "engine/workload",
    facts: {
      origin: "container",
      state: "running",
      createdAt: "2026-11-01T00:00:00Z",
      image: {
        reference: `registry.example.org/team/service-${at % 50}:1.${at % 9}`,
        id: `sha256:${(at % 50).toString(16).padStart(64, "0")}`,
        registry: "registry.example.org",
        tag: `1.${at % 9}`,
        digest: null
      },
      user: {
        configured: at % 7 === 0 ? "" : "1000",
        name: null,
        uid: at % 7 === 0 ? 0 : 1e3,
        gid: null
      },
      privileged: at % 100 === 0,
      capabilities: {
        added: at % 10 === 0 ? ["NET_ADMIN"] : [],
        dropped: ["ALL"],
        effective: ["CHOWN", "KILL"]
      },
      security: {
        seccomp: { mode: "default", allowsAll: false },
        apparmor: { profile: "docker-default", unconfined: false },
        selinux: { label: "", disabled: false },
        noNewPrivileges: at % 3 !== 0,
        systemPathsUnconfined: false
      },
      namespaces: {
        pid: privateNamespace,
        ipc: privateNamespace,
        network: at % 20 === 0 ? { mode: "host", chain: [], resolved: "host" } : privateNamespace,
        uts: privateNamespace,
        user: privateNamespace,
        cgroup: privateNamespace
      },
      networks: [{ name: "shop", id: "n1" }],
      mounts: [
        {
          type: "bind",
          source: "/srv/data",
          hostPath: "/srv/data",
          target: "/data",
          readOnly: false,
          propagation: ""
        },
        {
          type: "volume",
          source: "cache",
          hostPath: null,
          target: "/cache",
          readOnly: false,
          propagation: ""
        }
      ],
      devices: [],
      deviceRules: [],
      deviceRequests: [],
      ports: [
        {
          hostAddress: "10.0.0.5",
          hostPort: 8e3 + at % 1e3,
          containerPort: 80,
          protocol: "tcp"
        }
      ],
      resources: {
        memoryBytes: 256 * 1024 * 1024,
        memoryReservationBytes: 0,
        memorySwapBytes: 0,
        cpus: at % 5 === 0 ? 0 : 1,
        cpuShares: 0,
        cpuset: "",
        pidsLimit: 200,
        ulimits: [],
        blkioWeight: 0,
        oomKillDisabled: false,
        shmBytes: 0,
        cgroupParent: ""
      },
      readOnlyRootFilesystem: true,
      restart: { policy: "on-failure", maximumRetries: 5 },
      healthCheck: { state: "set", test: ["CMD", "true"], intervalSeconds: 30 },
      logging: { driver: "syslog", options: {} },
      labels: { "com.example.team": `team-${at % 12}` },
      secretLabels: [],
      environment: [
        { name: "PATH", secret: false, rule: null, fingerprint: null },
        { name: "MODE", secret: false, rule: null, fingerprint: null }
      ],
      command: ["/service"],
      secretArguments: [],
      kernel: { uid: 1e3, gid: 1e3, capabilities: [], noNewPrivileges: true, seccomp: 2 },
      processes: [{ pid: 1e3 + at, uid: 1e3, program: "service" }],
      changes: [],
      compose: null,
      service: null,
      placement: [],
      replicas: 1
    }
  };
}

// ../../tmp/perf2.ts
var only = process.env.ONLY;
var cat = defineCatalog({ id: "x", version: "1", controls: builtin.controls.filter((c) => c.subject.kind === "workload" && (!only || c.id === only)) });
var header = { kind: "plimsoll/snapshot", version: "1.0", tool: { name: "", version: "" }, collectedAt: "2026-01-01T00:00:00Z", targets: [{ id: benchTarget, kind: "engine", machine: "m", description: "", access: "" }], population: [{ target: benchTarget, kind: "engine", existed: 1, read: 1, vanished: 0 }], gaps: [], redactions: [], origins: {} };
var eng = { kind: "engine", id: "e", name: "e", target: benchTarget, gaps: [], facts: { security: { apparmor: true, selinux: false, seccomp: "builtin" }, userNamespaces: false, rootless: false, dataRoot: "/var/lib/docker", noNewPrivileges: { effective: false, configured: null } } };
var a = createAssessor(header, [eng], { catalog: cat, tool: { name: "", version: "" } });
var n = 0;
var N = Number(process.env.N ?? 2e4);
var t = performance.now();
for (let i = 0; i < N; i++) n += a.judge(workloadNumber(i)).length;
var dt = (performance.now() - t) / 1e3;
console.log(only ?? "all", n, dt.toFixed(2), (n / dt / 1e6).toFixed(2), "M/s", (dt / n * 1e6).toFixed(2), "us");
if (!only) {
  const f = a.finish();
  console.log(f.result.summary.tally);
}
