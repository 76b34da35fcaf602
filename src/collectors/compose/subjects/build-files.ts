import { dirname, isAbsolute, resolve } from 'node:path';
import {
  entriesOf,
  fieldOf,
  spell,
  textOf,
  type Node,
} from '../../../syntax/compose/tree/nodes.ts';
import type { BuildFile, NamedBuild } from '../../gathering/build.ts';
import type { Project } from '../loading/load-project.ts';
import { writtenIn } from './certainty.ts';

/** The build files that the services of a project name, those that are off among them; one inside the Compose file is none. */
export function namedBuilds(project: Project): readonly NamedBuild[] {
  const isOpen = opennessIn(project);
  return entriesOf(fieldOf(project.whole, 'services')).flatMap(([service, { value }]) => {
    const build = fieldOf(value, 'build');
    if (build === undefined || fieldOf(build, 'dockerfile_inline')) return [];
    const { place } = fieldOf(build, 'dockerfile') ?? fieldOf(build, 'context') ?? build;
    return [
      {
        by: `${spell(place)}: services.${service}`,
        in: place.file.name,
        file: buildFile(build, project.folder, isOpen),
      },
    ];
  });
}

/** Where the file of a build is. */
function buildFile(build: Node, folder: string, isOpen: (node: Node) => boolean): BuildFile {
  const [context, named] = [fieldOf(build, 'context'), fieldOf(build, 'dockerfile')];
  if ([context, named].some((node) => node && isOpen(node))) return { at: 'unknown' };
  const below = textOf(context) ?? folder;
  const name = textOf(named) || 'Dockerfile';
  if (isAbsolute(below)) {
    return { at: 'path', path: resolve(below, name), isUsual: name === 'Dockerfile' };
  }
  return { at: below === '' || below.startsWith('$') ? 'unknown' : 'elsewhere' };
}

/** Tells whether a text is what is left of one when variables without a value are taken out of it. */
function opennessIn(project: Project): (node: Node) => boolean {
  const written = writtenIn(project);
  const { folder, files } = project;
  return (node) => {
    const value = textOf(node) ?? '';
    const found = written(node.place);
    if (found === undefined || found.open.length === 0) return false;
    const { filled } = found;
    // A file that is included may know a variable that the project does not, and its text is another then.
    const bases = [folder, dirname(resolve(files.cwd, node.place.file.name))];
    return value === filled || bases.some((base) => value === resolve(base, filled));
  };
}
