import type { z } from 'zod';
import type { volume } from '../../../core/subjects/volume.ts';
import { whenRead, type Partly } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { redactMountOptions } from '../../redaction/redact-volume-options.ts';
import type { Project } from '../loading/load-project.ts';
import { textOf, type Place } from '../../../syntax/compose/tree/nodes.ts';
import { withoutOpen } from '../../../syntax/compose/reading/required-variables.ts';
import { besides, volumeHostPath } from './host-path.ts';
import { pairsIn } from './pairs-in-map.ts';
import { resourceOf } from './resource-names.ts';
import { readerOf } from './read-fields.ts';
import { text } from '../../../core/text.ts';

type Facts = z.output<(typeof volume)['schema']>;

/**
 * Turns a volume of a project into the facts of one that is declared.
 *
 * @param place where it stands
 * @param users names of the services that mount it
 */
export function volumeFacts(
  name: string,
  project: Project,
  place: Place,
  users: readonly string[],
  redactor: Redactor,
) {
  const node = resourceOf(project, 'volumes', name);
  const said = readerOf(node, place);
  const option = (key: string) => {
    const held = said.field('driver_opts', key);
    return said.at(held, redactor.text(textOf(held) ?? '').value);
  };
  const options = said.field('driver_opts', 'o');
  const device = said.field('driver_opts', 'device');
  const { hostPath, namedPath } = besides(textOf(device) ?? '', volumeHostPath(name, project));
  return {
    driver: said.or('driver', (held) => textOf(held) ?? 'local', 'local'),
    scope: 'local',
    mountPoint: said.unknown(
      text('the engine that creates it decides where it is stored', '其位置由创建它的引擎决定'),
    ),
    createdAt: null,
    fileSystem: option('type'),
    mountOptions: said.at(
      options,
      redactMountOptions(withoutOpen(textOf(options) ?? ''), redactor),
    ),
    device: option('device'),
    hostPath: whenRead(hostPath, (path) => said.at(device, path)),
    ...(namedPath === undefined ? {} : { namedPath: said.at(device, namedPath) }),
    usedBy: said.at(node, users),
    labels: said.at(said.field('labels'), redactor.labels(pairsIn(said.field('labels'))).labels),
    declared: true,
    compose: said.at(node, { project: project.name, name }),
  } satisfies Partly<Facts>;
}
