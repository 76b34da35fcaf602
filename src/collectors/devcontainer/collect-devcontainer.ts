import { resolve } from 'node:path';
import { text } from '../../core/text.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { environmentOf } from '../compose/facts/environment.ts';
import { hookPlaces } from '../compose/facts/hooks.ts';
import { sourceAt } from '../compose/loading/source-at.ts';
import { readerOf } from '../compose/facts/read-fields.ts';
import { serviceFacts } from '../compose/facts/service.ts';
import { readServiceFiles } from '../compose/loading/service-files.ts';
import { quoteCompose } from '../compose/quoting/quote-compose.ts';
import { localMachine, mostQuoted, type Harvest } from '../gathering/collector-result.ts';
import type { BuiltFile } from '../gathering/build.ts';
import { sourced, type Missing, type Sourced } from '../gathering/partial-facts.ts';
import { rethrowAs } from '../gathering/syntax-error.ts';
import { toSubject } from '../gathering/to-subject.ts';
import { createRedactor, type Redactor } from '../redaction/create-redactor.ts';
import { isSecretName } from '../../syntax/secrets/secret-names.ts';
import { unsetIn } from '../../syntax/compose/reading/required-variables.ts';
import { entriesOf, fieldOf, textOf, type Place } from '../../syntax/compose/tree/nodes.ts';
import {
  containerProject,
  ownName,
  type Around,
  type ContainerProject,
} from './container-project.ts';
import { contextsOf } from './build-contexts.ts';
import { openFacts } from './open-facts.ts';
import { readDevContainer, type DevContainerFile } from './read-devcontainer.ts';
import { commandNames, hostCommand } from './service-fields.ts';
import { dockerfileOf } from './referenced-files.ts';
import { openText } from './variables.ts';

/** What is needed to read a `devcontainer.json`. */
export interface DevContainerInput extends Around {
  /** As a person names it, from the working folder. */
  readonly path: string;
  /** Fingerprints of secrets are keyed with it. */
  readonly fingerprintKey: Buffer;
}

/**
 * Reads a `devcontainer.json`: the container that it makes, or the service of Compose with what it lays over that, becomes
 * a workload that is declared.
 *
 * @throws PlimsollError `devcontainer-invalid` with file, line and column; as loading its Compose project and reading a
 * file do
 */
export const collectDevContainer = (input: DevContainerInput): Promise<Harvest> =>
  collect(input).catch(rethrowAs('devcontainer-invalid'));

async function collect(input: DevContainerInput): Promise<Harvest> {
  const { path, cwd, fingerprintKey } = input;
  const redactor = createRedactor(fingerprintKey);
  const file = await readDevContainer(resolve(cwd, path), path);
  const made = await containerProject(file, input);
  const facts = await factsOf(file, made, redactor);
  const build = buildOf(file, redactor);
  const { text: content, documents } = file.read;
  const lines = content.length > mostQuoted ? undefined : await quoteCompose(content, documents);
  return {
    target: {
      id: path,
      kind: 'devcontainer',
      machine: localMachine,
      description: text(`dev container ${path}`, `开发容器 ${path}`),
      access: text(
        'the file and those that it names, opened for reading only',
        '该文件及其引用的文件，以只读方式打开',
      ),
    },
    subjects: [
      toSubject({
        kind: workload,
        id: ownName,
        name: ownName,
        target: path,
        origin: 'devcontainer/container',
        facts: openFacts(facts, made.open),
      }),
    ],
    population: [{ target: path, kind: workload.kind, existed: 1, read: 1, vanished: 0 }],
    gaps: [],
    origins: { 'devcontainer/container': {} },
    redactions: redactor.counts(),
    ...(lines ? { quotes: [{ target: path, path, lines: [...lines] }] } : {}),
    ...(build ? { builds: [build] } : {}),
  };
}

async function factsOf(
  file: DevContainerFile,
  { project, service }: ContainerProject,
  redactor: Redactor,
) {
  const files = await readServiceFiles(service, project);
  const facts = serviceFacts(ownName, service, project, files, redactor);
  const remote = remoteVariables(file, redactor);
  return {
    ...facts,
    origin: 'devcontainer',
    compose: null,
    ...(facts.hooks ? { hooks: namedHooks(facts.hooks, hookPlaces(service), file) } : {}),
    ...(remote ? { environment: both(facts.environment, remote) } : {}),
  };
}

/** Hooks, with the property that each command of the file itself stands in. */
function namedHooks<T extends object>(
  hooks: readonly Sourced<T>[],
  places: readonly Place[],
  file: DevContainerFile,
): readonly Sourced<T>[] {
  const names = commandNames(file);
  const own = file.whole.place.file.name;
  return hooks.map((hook, at) => {
    const place = places[at];
    const name = place?.file.name === own ? names.get(place.offset) : undefined;
    if (!place || name === undefined) return hook;
    const onHost = name === hostCommand ? { onHost: true } : {};
    return sourced({ ...hook.value, name, ...onHost }, sourceAt(place));
  });
}

/** Variables that only the tools in the container have; they are in it all the same. */
function remoteVariables({ whole, workspace }: DevContainerFile, redactor: Redactor) {
  const node = fieldOf(whole, 'remoteEnv');
  const given = entriesOf(node);
  if (given.length === 0) return undefined;
  const variables = given.map(([name, { key, value }]) => {
    const held = textOf(openText(value, workspace)) ?? '';
    return [name, { value: held, place: key }] as const;
  });
  const said = readerOf(whole, whole.place);
  const files = { environment: new Map(variables), unset: new Map(), absent: [] };
  return environmentOf(said, { ...files, labels: {}, securityOptions: [] }, redactor);
}

type List = Sourced<readonly unknown[]> | Missing;

/** One list of two. */
const both = (one: List, other: List): readonly unknown[] =>
  [one, other].flatMap((each) => ('value' in each ? each.value : [each]));

/** How it builds its Dockerfile. */
function buildOf(file: DevContainerFile, redactor: Redactor): BuiltFile | undefined {
  const path = dockerfileOf(file);
  if (path === undefined || fieldOf(file.whole, 'dockerComposeFile')) return undefined;
  const build = fieldOf(file.whole, 'build');
  const given = new Map<string, string | undefined>();
  const isOpen = (value: string): boolean => unsetIn(value, '').names.length > 0;
  for (const [name, { value: node }] of entriesOf(fieldOf(build, 'args'))) {
    const value = textOf(openText(node, file.workspace)) ?? '';
    const hidden = isSecretName(name) || isOpen(value) || redactor.classify(name, value).secret;
    given.set(name, hidden ? undefined : value);
  }
  const stage = textOf(fieldOf(build, 'target'));
  const isCertain = given.size === 0 && !fieldOf(build, 'options') && !/\$\{/.test(stage ?? '');
  const leaves = fieldOf(file.whole, 'containerUser') ? [] : (['user'] as const);
  return {
    path,
    given,
    contexts: contextsOf(build),
    ...(stage ? { stage } : {}),
    ...(isCertain ? { runBy: { id: ownName, leaves: [...leaves, 'healthCheck'] } } : {}),
  };
}
