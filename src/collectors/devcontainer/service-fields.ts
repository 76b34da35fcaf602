import { said } from '../../syntax/problem.ts';
import {
  entriesOf,
  fieldOf,
  fieldsAt,
  itemsOf,
  list,
  scalar,
  textOf,
  type Node,
} from '../../syntax/compose/tree/nodes.ts';
import { addFeatures } from './features.ts';
import { mountIn } from './mount-fields.ts';
import type { DevContainerFile } from './read-devcontainer.ts';
import { addRunArguments } from './run-fields.ts';
import { serviceBuilder, type ServiceBuilder } from './service-builder.ts';
import { fill, openText } from './variables.ts';

/** The command that is run on the machine of those who open the folder, before the container is there. */
export const hostCommand = 'initializeCommand';

/** Commands that are run in the container beside its own, as whom its tools run. */
const commands = [
  hostCommand,
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
] as const;

const wrongKind = said(
  'this is no value that the property has, so what is asked for is not known',
  '该属性不接受此值，因此无从得知其要求的内容',
);

/**
 * Makes of the properties of a `devcontainer.json` the service of Compose that its container would be.
 *
 * @param alone whether it makes the container itself; of a service of a Compose project only what is laid over it counts
 */
export function serviceFields(file: DevContainerFile, alone: boolean): ServiceBuilder {
  const { whole, workspace } = file;
  const to = serviceBuilder(whole.place);
  const field = (...path: readonly string[]): Node | undefined => fieldOf(whole, ...path);
  const listAt = (name: string, take: (item: Node) => void, fact: string): void => {
    const node = field(name);
    if (node?.kind === 'list') node.items.forEach(take);
    else if (node) to.leaveOpen(fact, node, wrongKind);
  };
  addFeatures(to, field('features'));
  if (alone) {
    addWorkspace(to, file);
    addImage(to, file);
    addPorts(to, file);
  }
  const privileged = field('privileged');
  if (privileged?.kind === 'scalar' && privileged.value === true) to.set('privileged', privileged);
  else if (privileged && !isScalar(privileged, false)) {
    to.leaveOpen('privileged', privileged, wrongKind);
  }
  listAt('capAdd', (item) => addText(to, 'cap_add', item, workspace), 'cap_add');
  listAt('securityOpt', (item) => addText(to, 'security_opt', item, workspace), 'security_opt');
  listAt(
    'mounts',
    (item) => {
      const found = mountIn(item, workspace);
      if ('mount' in found) to.add('volumes', found.mount);
      else to.leaveOpen('volumes', item, found.unknown);
    },
    'volumes',
  );
  for (const [name, { key, value }] of entriesOf(field('containerEnv'))) {
    to.put('environment', name, openText(value, workspace), key);
  }
  const user = field('containerUser');
  if (user) to.set('user', openText(user, workspace));
  const gpu = field('hostRequirements', 'gpu');
  if (gpu && !isScalar(gpu, false)) to.set('gpus', scalar('all', gpu.place));
  addCommands(to, file);
  const runArguments = field('runArgs');
  if (alone && runArguments) addRunArguments(to, runArguments, workspace);
  if (alone) addDefaults(to, field('overrideCommand') ?? whole, field('overrideCommand'));
  return to;
}

const isScalar = (node: Node, value: unknown): boolean =>
  node.kind === 'scalar' && node.value === value;

function addText(to: ServiceBuilder, field: string, item: Node, workspace: string): void {
  const written = textOf(item);
  const filled = written === undefined ? undefined : fill(written, workspace);
  if (filled === undefined) to.leaveOpen(field, item, wrongKind);
  else if ('unknown' in filled) to.leaveOpen(field, item, filled.unknown);
  else to.add(field, scalar(filled.value, item.place));
}

/** The folder that is opened is mounted, unless the file says how. */
function addWorkspace(to: ServiceBuilder, { whole, workspace }: DevContainerFile): void {
  const asked = fieldOf(whole, 'workspaceMount');
  if (asked && textOf(asked) === '') return;
  const standard = 'type=bind,source=${localWorkspaceFolder},target=${containerWorkspaceFolder}';
  const found = mountIn(asked ?? scalar(standard, whole.place), workspace);
  if ('mount' in found) to.add('volumes', found.mount);
  else to.leaveOpen('volumes', asked ?? whole, found.unknown);
}

function addImage(to: ServiceBuilder, { whole, folder, workspace }: DevContainerFile): void {
  const image = fieldOf(whole, 'image');
  if (image) to.set('image', openText(image, workspace));
  const build = fieldOf(whole, 'build');
  const dockerfile = fieldOf(build, 'dockerfile') ?? fieldOf(whole, 'dockerFile');
  if (!dockerfile) return;
  const context = fieldOf(build, 'context') ?? fieldOf(whole, 'context');
  const place = (build ?? dockerfile).place;
  to.put('build', 'context', scalar(folder, place));
  if (context) {
    to.put('build', 'context', scalar(`${folder}/${textOf(context) ?? ''}`, context.place));
  }
  to.put('build', 'dockerfile', scalar(`${folder}/${textOf(dockerfile) ?? ''}`, dockerfile.place));
  const target = fieldOf(build, 'target');
  if (target) to.put('build', 'target', openText(target, workspace));
  for (const [name, { key, value }] of entriesOf(fieldOf(build, 'args'))) {
    to.put('build.args', name, openText(value, workspace), key);
  }
  const options = fieldOf(build, 'options');
  if (itemsOf(options).length > 0) {
    to.leaveOpen(
      'build',
      options ?? whole,
      said('options of docker build are not read', '未读取 docker build 的选项'),
    );
  }
}

/** A number is published on the loopback address; what is forwarded, by a tool, is free to take any port there. */
function addPorts(to: ServiceBuilder, { whole, workspace }: DevContainerFile): void {
  const published = fieldOf(whole, 'appPort');
  for (const node of published?.kind === 'list' ? published.items : published ? [published] : []) {
    const port = textOf(node) ?? '';
    const isNumber = node.kind === 'scalar' && typeof node.value === 'number';
    addText(
      to,
      'ports',
      scalar(isNumber ? `127.0.0.1:${port}:${port}` : port, node.place),
      workspace,
    );
  }
  for (const node of itemsOf(fieldOf(whole, 'forwardPorts'))) {
    const port = /^(?:localhost:)?(\d+)$/.exec(textOf(node) ?? '')?.[1];
    // What has another host is a port of something else.
    if (port !== undefined) to.add('ports', scalar(`127.0.0.1::${port}`, node.place));
  }
}

/** Each command, as the user whom the tools run as; of a command for each of several names, each. */
function addCommands(to: ServiceBuilder, { whole, workspace }: DevContainerFile): void {
  const asked = fieldOf(whole, 'remoteUser');
  const user = asked && openText(asked, workspace);
  for (const { name, command } of commandsIn(whole)) {
    to.add(
      'post_start',
      fieldsAt(
        {
          command: command.kind === 'list' ? command : list([command], command.place),
          ...(user && name !== hostCommand ? { user } : {}),
        },
        command.place,
      ),
    );
  }
}

const commandsIn = (whole: Node): readonly { readonly name: string; readonly command: Node }[] =>
  commands.flatMap((name) => {
    const node = fieldOf(whole, name);
    const all = node?.kind === 'map' ? entriesOf(node).map(([, { value }]) => value) : [node];
    return all.flatMap((command) => (command ? [{ name, command }] : []));
  });

/** The properties that the commands of a file stand in, by the offsets of those. */
export const commandNames = ({ whole }: DevContainerFile): ReadonlyMap<number, string> =>
  new Map(commandsIn(whole).map(({ name, command }) => [command.place.offset, name]));

/** What the tools do where the file says nothing: a shell that waits, on the engine's default network. */
function addDefaults(to: ServiceBuilder, at: Node, override: Node | undefined): void {
  if (to.open.some(({ field }) => field === '')) return;
  if (!to.has('network_mode')) to.set('network_mode', scalar('bridge', to.place));
  if (override && isScalar(override, false)) return;
  to.set('entrypoint', list([scalar('/bin/sh', at.place)], at.place));
  const words = ['-c', 'while sleep 1 & wait $!; do :; done', '-'];
  to.set(
    'command',
    list(
      words.map((word) => scalar(word, at.place)),
      at.place,
    ),
  );
}
