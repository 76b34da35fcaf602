import { isAbsolute, resolve } from 'node:path';
import type {
  BuildArguments,
  BuildRights,
  BuiltFile,
  LeftToImage,
  Runner,
} from '../../gathering/build.ts';
import { contextKey, namedContext, type NamedContexts } from '../../gathering/named-contexts.ts';
import { createRedactor } from '../../redaction/create-redactor.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';
import type { Project } from '../loading/load-project.ts';
import { entriesOf, fieldOf, textOf, type Node } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { isTrue } from '../facts/read-fields.ts';
import { certaintyIn } from './certainty.ts';

/** The Dockerfiles that a project builds from files of their own, services that are off among them. */
export function buildsOf(project: Project): readonly BuiltFile[] {
  const argumentsOf = argumentReader(project);
  const isCertain = certaintyIn(project);
  return entriesOf(fieldOf(project.whole, 'services')).flatMap(([name, { value }]) => {
    const build = fieldOf(value, 'build');
    const context = textOf(fieldOf(build, 'context')) ?? project.folder;
    const isElsewhere = !isAbsolute(context) || fieldOf(build, 'dockerfile_inline') !== undefined;
    if (build === undefined || isElsewhere) return [];
    const path = resolve(context, textOf(fieldOf(build, 'dockerfile')) ?? 'Dockerfile');
    const stage = textOf(fieldOf(build, 'target'));
    return [
      {
        path,
        given: argumentsOf(build),
        ...rightsOf(build),
        contexts: contextsIn(build, project, isCertain),
        ...(stage ? { stage } : {}),
        ...(runsAsWritten(value, isCertain) ? { runBy: runnerOf(name, value) } : {}),
      },
    ];
  });
}

/** What a build of Compose lets each RUN do. */
export const rightsOf = (build: Node | undefined): BuildRights => ({
  network: textOf(fieldOf(build, 'network')),
  insecure: isTrue(fieldOf(build, 'privileged')),
});

/** What a build of Compose has in the place of stages and images. */
export function contextsIn(
  build: Node | undefined,
  { whole }: Project,
  isCertain: ReturnType<typeof certaintyIn>,
): NamedContexts {
  const isBuilt = (name: string): boolean =>
    fieldOf(whole, 'services', name, 'build') !== undefined;
  return new Map(
    entriesOf(fieldOf(build, 'additional_contexts')).map(([name, { key, value }]) => {
      const text = textOf(value) ?? '';
      // One that a variable names is open.
      const known = isCertain(text, value.place) ? text : '';
      return [contextKey(name), namedContext([name, known], sourceAt(key), isBuilt)];
    }),
  );
}

/**
 * Whether what a service runs is what its Dockerfile makes as it is written: no image is named that a registry may have,
 * nothing else is given to the build that could make it another, and no variable leaves open which stage of which file it is.
 */
function runsAsWritten(service: Node, isCertain: ReturnType<typeof certaintyIn>): boolean {
  const build = fieldOf(service, 'build');
  const others = [
    fieldOf(service, 'image'),
    fieldOf(build, 'args'),
    fieldOf(build, 'additional_contexts'),
  ];
  const which = ['context', 'dockerfile', 'target'].flatMap((field) => fieldOf(build, field) ?? []);
  return (
    others.every((each) => each === undefined) &&
    which.every((node) => isCertain(textOf(node) ?? '', node.place))
  );
}

const runnerOf = (id: string, service: Node): Runner => ({
  id,
  leaves: leftToImage.filter(([field]) => !fieldOf(service, field)).map(([, fact]) => fact),
});

const leftToImage: readonly (readonly [field: string, fact: LeftToImage])[] = [
  ['user', 'user'],
  ['healthcheck', 'healthCheck'],
];

/**
 * Makes the reader of the arguments of a project's builds. A file is not read with a value that is not certain, or that may
 * be a secret, nor with the default that it replaces.
 */
export function argumentReader(project: Project): (build: Node | undefined) => BuildArguments {
  const redactor = createRedactor();
  const isCertain = certaintyIn(project);
  return (build) => {
    const given = new Map<string, string | undefined>();
    for (const [name, { value: node }] of entriesOf(fieldOf(build, 'args'))) {
      const value = textOf(node) ?? project.variables.get(name);
      // A name alone, without a value where Compose is started, leaves the default.
      if (value === undefined) continue;
      const secret = isSecretName(name) || redactor.classify(name, value).secret;
      given.set(name, !secret && isCertain(value, node.place) ? value : undefined);
    }
    return given;
  };
}
