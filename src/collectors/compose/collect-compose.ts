import type { PlimsollError } from '../../core/errors.ts';
import type { GapReason } from '../../core/facts/gap.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { Quote } from '../../core/snapshot/snapshot.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { itemsAtMost } from '../gathering/bounds.ts';
import { mostQuoted, type Harvest } from '../gathering/collector-result.ts';
import { createRedactor, type Redactor } from '../redaction/create-redactor.ts';
import { readSyntax, rethrowAs } from '../gathering/syntax-error.ts';
import { profilesOf } from './loading/active-services.ts';
import { namedBuilds } from './subjects/build-files.ts';
import { buildsOf } from './subjects/builds.ts';
import { composeId } from './compose-id.ts';
import { faultsIn } from './check-project.ts';
import { asError, isRefusal, type Refusal } from './loading/elsewhere.ts';
import { findFiles } from './loading/find-files.ts';
import { loadProject, type Project, type ProjectInput } from './loading/load-project.ts';
import { projectKinds } from './project-kinds.ts';
import { projectSubjects, type ServiceLeft } from './subjects/project-subjects.ts';
import { quoteCompose } from './quoting/quote-compose.ts';
import { joinTexts, text as wording, type Text } from '../../core/text.ts';

/** What is needed to read a Compose project. */
export interface ComposeInput extends ProjectInput {
  /** Fingerprints of secrets are keyed with it. */
  readonly fingerprintKey: Buffer;
}

/** More things that are wrong with one project are not said. */
const mostReported = 20;

/**
 * Reads a Compose project: each service that is on becomes a workload that is declared, and so do the networks and
 * volumes that it makes for them. One that Compose would refuse, since something that it names is not there, is read as far
 * as it can be, with that among the harvest's failures.
 *
 * @throws PlimsollError as {@link loadProject} does; `file-not-found` for a folder without a Compose file
 */
export async function collectCompose(input: ComposeInput): Promise<Harvest> {
  const id = composeId(input.files);
  const project = await loadProject({ ...input, ...(await findFiles(input)) });
  const failures: Refusal[] = [
    ...readSyntax('compose-invalid', () => faultsIn(project)),
    ...project.unread,
  ];
  const redactor = createRedactor(input.fingerprintKey);
  const over = project.services.size - itemsAtMost;
  const kept =
    over > 0
      ? { ...project, services: new Map([...project.services].slice(0, itemsAtMost)) }
      : project;
  const { subjects, left } = await subjectsOf(kept, input, redactor, failures).catch(
    rethrowAs('compose-invalid'),
  );
  const reported = failures.slice(0, mostReported).map(asError);
  return {
    target: {
      id,
      kind: 'compose',
      machine: id,
      description: describe(project),
      access: wording(
        'files, read as the user who runs plimsoll; no engine was asked',
        '以运行 plimsoll 的用户读取文件，未访问任何引擎',
      ),
    },
    subjects,
    population: kindsIn(subjects).map((kind) => {
      const read = subjects.filter((subject) => subject.kind === kind).length;
      const others = kind === workload.kind ? left.length + Math.max(0, over) : 0;
      return { target: id, kind, existed: read + others, read, vanished: 0 };
    }),
    gaps: [
      ...(await gapsOf(id, reported)),
      ...notJudged(id, left),
      ...builtElsewhere(id, project),
      ...(over > 0 ? [leftOut(id, over)] : []),
    ],
    origins: { 'compose/service': {} },
    redactions: redactor.counts(),
    quotes: await quotesOf(project.read, id),
    builds: buildsOf(project),
    ...(reported.length > 0 ? { failures: reported } : {}),
  };
}

/** The subjects of a project; where its files are wrong as well, what Compose would say first is what is thrown. */
async function subjectsOf(
  project: Project,
  { files }: ComposeInput,
  redactor: Redactor,
  failures: Refusal[],
) {
  try {
    return await projectSubjects(project, composeId(files), files, redactor, failures);
  } catch (error) {
    const [first] = failures;
    throw isRefusal(error) && first ? first : error;
  }
}

/** One gap for each reason for which services are no subjects, with the names of them all. */
function notJudged(target: string, left: readonly ServiceLeft[]): Harvest['gaps'] {
  const gap = (why: ServiceLeft['why'], reason: GapReason, what: Text): Harvest['gaps'] => {
    const names = left.flatMap((each) => (each.why === why ? [each.name] : []));
    const detail = wording(`${names.join(', ')}: ${what.en}`, `${names.join('、')}：${what.zh}`);
    return names.length === 0 ? [] : [{ target, kind: workload.kind, reason, detail }];
  };
  return [
    ...gap(
      'provided',
      'unsupported',
      wording(
        'provided by a program outside of Compose, and not judged',
        '由 Compose 之外的程序提供，未检查',
      ),
    ),
    ...gap(
      'unread',
      'unavailable',
      wording('a file that the service names could not be read', '服务引用的文件无法读取'),
    ),
  ];
}

/** The build files that would have to be fetched. */
function builtElsewhere(target: string, project: Project): Harvest['gaps'] {
  const named = namedBuilds(project).flatMap(({ by, file }) =>
    file.at === 'elsewhere' ? [by] : [],
  );
  const shown = named.slice(0, mostReported).join(', ');
  return named.length === 0
    ? []
    : [
        {
          target,
          kind: dockerfile.kind,
          reason: 'unavailable',
          detail: wording(
            `${shown}: built from what a scan does not fetch`,
            `${shown}：从扫描不会下载的来源构建`,
          ),
        },
      ];
}

const leftOut = (target: string, left: number): Harvest['gaps'][number] => ({
  target,
  kind: workload.kind,
  reason: 'unsupported',
  detail: wording(
    `${left} services were not read: at most ${itemsAtMost} are`,
    `${left} 个服务未读取：至多读取 ${itemsAtMost} 个`,
  ),
});

/** Loaded where there is something to say. */
async function gapsOf(
  id: string,
  [first, ...others]: readonly PlimsollError[],
): Promise<Harvest['gaps']> {
  if (first === undefined) return [];
  const { refusedProject } = await import('./refused-project.ts');
  return refusedProject(id, [first, ...others]);
}

/** What a project holds, be there none of it; Dockerfiles and configurations only where one stands in its files. */
const kindsIn = (subjects: readonly Subject[]): readonly string[] => [
  ...new Set([...projectKinds, ...subjects].map(({ kind }) => kind)),
];

function describe({ name, dormant, inactive, allProfiles }: Project): Text {
  const off = inactive.length > 0 && !allProfiles;
  const started = [...dormant].map(
    ([service, { value }]) => `${service} (${profilesOf(value).join(', ')})`,
  );
  const late = started.length > 0 && allProfiles;
  return joinTexts([
    wording(`Compose project ${name}`, `Compose 项目 ${name}`),
    ...(late
      ? [
          wording(
            `judged as well, though only a profile starts them: ${started.join(', ')}`,
            `仅由 profile 启动、同样已检查的服务：${started.join('、')}`,
          ),
        ]
      : []),
    ...(off
      ? [
          wording(
            `not judged, because their profiles are inactive: ${inactive.join(', ')}`,
            `因 profile 未启用而未查看：${inactive.join('、')}`,
          ),
        ]
      : []),
  ]);
}

async function quotesOf(read: Project['read'], target: string): Promise<readonly Quote[]> {
  const quotes: Quote[] = [];
  for (const [path, { text: content, documents }] of read) {
    const lines = content.length > mostQuoted ? undefined : await quoteCompose(content, documents);
    if (lines) quotes.push({ target, path, lines: [...lines] });
  }
  return quotes;
}
