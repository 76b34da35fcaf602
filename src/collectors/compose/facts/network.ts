import type { z } from 'zod';
import type { network } from '../../../core/subjects/network.ts';
import type { Partly } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { Project } from '../loading/load-project.ts';
import {
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
  type Node,
  type Place,
} from '../../../syntax/compose/tree/nodes.ts';
import { parseGoBoolean } from '../../../syntax/go-boolean.ts';
import { pairsIn } from './pairs-in-map.ts';
import { resourceOf } from './resource-names.ts';
import { isTrue, readerOf } from './read-fields.ts';

type Facts = z.output<(typeof network)['schema']>;

/**
 * Turns a network of a project into the facts of one that is declared.
 *
 * @param place where it stands, or else where the services do
 * @param users names of the services that are on it
 */
export function networkFacts(
  name: string,
  project: Project,
  place: Place,
  users: readonly string[],
  redactor: Redactor,
) {
  const node: Node | undefined = resourceOf(project, 'networks', name);
  const said = readerOf(node, place);
  const driver = textOf(said.field('driver')) ?? 'bridge';
  const option = (key: string) => said.field('driver_opts', key);
  const [mayTalk, encrypted] = [
    option('com.docker.network.bridge.enable_icc'),
    option('encrypted'),
  ];
  return {
    driver: said.or('driver', () => driver, 'bridge'),
    scope: said.at(said.field('driver'), driver === 'overlay' ? 'swarm' : 'local'),
    createdAt: null,
    defaultBridge: false,
    internal: said.or('internal', isTrue, false),
    attachable: said.or('attachable', isTrue, false),
    ingress: false,
    ipv6: said.or('enable_ipv6', isTrue, false),
    interContainerTraffic: said.at(
      mayTalk,
      driver === 'bridge' ? parseGoBoolean(textOf(mayTalk) ?? '') !== false : null,
    ),
    // The driver looks whether the option is there, and at no value: `encrypted: "false"` encrypts.
    encrypted: said.at(encrypted, driver === 'overlay' ? encryptedBy(node) : null),
    subnets: said.at(
      said.field('ipam', 'config'),
      itemsOf(said.field('ipam', 'config')).flatMap(
        (pool) => textOf(fieldOf(pool, 'subnet')) ?? [],
      ),
    ),
    containers: [],
    usedBy: said.at(node, users),
    labels: said.at(said.field('labels'), redactor.labels(pairsIn(said.field('labels'))).labels),
    declared: true,
    compose: said.at(node, { project: project.name, name }),
  } satisfies Partly<Facts>;
}

const encryptedBy = (node: Node | undefined): boolean =>
  entriesOf(fieldOf(node, 'driver_opts')).some(([key]) => key === 'encrypted');
