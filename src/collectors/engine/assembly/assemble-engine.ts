import { engine } from '../../../core/subjects/engine.ts';
import { image } from '../../../core/subjects/image.ts';
import { network } from '../../../core/subjects/network.ts';
import { secret, swarm, swarmNode } from '../../../core/subjects/swarm.ts';
import { volume } from '../../../core/subjects/volume.ts';
import { workload } from '../../../core/subjects/workload/workload.ts';
import type { Text } from '../../../core/text.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { RawInfo } from '../api-schemas/engine.ts';
import { engineFacts } from '../facts/engine/engine.ts';
import { productOf } from '../api-schemas/product.ts';
import { imageFacts } from '../../image/image-facts.ts';
import { missingContent } from '../../archive/image-facts.ts';
import { imageFilesOf } from '../facts/objects/image-files.ts';
import { networkFacts } from '../facts/objects/network.ts';
import { isMissing, missing, read, type Missing } from '../../gathering/partial-facts.ts';
import type { ExportedImages } from '../reading/export-images.ts';
import { configFacts, nodeFacts, secretFacts, swarmFacts } from '../facts/objects/swarm.ts';
import { volumeFacts } from '../facts/objects/volume.ts';
import { containerFacts } from '../facts/workload/container.ts';
import { serviceFacts } from '../facts/workload/service.ts';
import { nothingListed, notListed, shortfall, valuesOf, type Listing } from '../reading/listing.ts';
import type { EngineAnswers } from '../reading/read-engine.ts';
import {
  assemble,
  projectFacts,
  only,
  toPart,
  type Assembling,
  type Assembly,
} from './assemble.ts';
import { basesOf } from './base-images.ts';
import { usersOf } from '../facts/objects/users.ts';
import { containerSurroundings, followLinksOf, serviceSurroundings, traitsOf } from './context.ts';

/**
 * Puts together the subjects of one engine.
 *
 * @param ended why no more time is left; `undefined` while some is
 * @param exported what its images hold, by their ids; empty unless it was asked for
 */
export async function assembleEngine(
  answers: EngineAnswers,
  target: string,
  redactor: Redactor,
  ended: () => Text | undefined,
  exported: ExportedImages = new Map(),
): Promise<Assembly> {
  const assembling = { target, taken: answers.taken, ended };
  const traits = await traitsOf(answers);
  const followLinks = await followLinksOf(answers, ended);
  const { containers, images, networks, volumes } = answers;

  const aroundContainers = containerSurroundings(answers, traits, followLinks, redactor);
  const aroundServices = serviceSurroundings(answers, traits, followLinks, redactor);
  // A worker has none to list; where it is not known what this node is, there may be some.
  const services = answers.swarm.role === 'worker' ? nothingListed : answers.swarm.services;
  const { version } = answers;
  const usedBy = usersOf(answers);
  const builtOn = basesOf(images);
  const tellsCommits = 'value' in version && productOf(version.value) === 'docker';
  const contentOf = (id: string) => {
    const content = exported.get(id);
    if (content && 'files' in content) return content;
    const files = imageFilesOf(answers.imageFiles(id), redactor, content);
    return content ? { ...missingContent(content), files } : { files };
  };
  const parts = [
    await assemble(assembling, engine, [drawEngine(answers, target, redactor)]),
    await assemble(assembling, workload, [
      projectFacts('engine/workload', containers, (raw) => containerFacts(raw, aroundContainers)),
      projectFacts('engine/service', services, (raw) => serviceFacts(raw, aroundServices)),
    ]),
    await assemble(assembling, image, [
      projectFacts('engine/image', images, ({ raw, history }, id) =>
        imageFacts(raw, {
          history: toPart(history),
          usedBy: usedBy.image(id),
          tellsCommits,
          builtOn: builtOn(id),
          ...contentOf(id),
          redactor,
        }),
      ),
    ]),
    await assemble(assembling, network, [
      projectFacts('engine/network', networks, (raw) =>
        networkFacts(raw, { usedBy: usedBy.network(raw), redactor }),
      ),
    ]),
    await assemble(assembling, volume, [
      projectFacts('engine/volume', volumes, (raw, name) =>
        volumeFacts(raw, { followLinks, usedBy: usedBy.volume(name), redactor }),
      ),
    ]),
    ...(await assembleSwarm(assembling, answers, redactor)),
  ];
  return {
    subjects: parts.flatMap(({ subjects }) => subjects),
    population: parts.flatMap(({ population }) => population),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

function drawEngine(answers: EngineAnswers, target: string, redactor: Redactor) {
  const { version, info, plugins, networks, host, outside, askedAt } = answers;
  const reported = (pick: (raw: RawInfo) => string): string => {
    const value = read(() => ('value' in info ? pick(info.value) : ''));
    return isMissing(value) ? '' : value;
  };
  const [id, name] = [reported(({ ID }) => ID), reported(({ Name }) => Name)];
  const failure = shortfall(networks);
  const readings = {
    version: toPart(version),
    info: toPart(info),
    plugins: toPart(plugins),
    networks: failure ? missing(failure) : valuesOf(networks),
    daemon: 'process' in host.daemon ? host.daemon : missing(host.daemon),
    outside,
    askedAt,
    labelNames: labelNamesOf(answers),
    redactor,
  };
  return projectFacts('engine/engine', only(id || target, name || target, readings), engineFacts);
}

/** Unknown as soon as one container or service could not be read. */
function labelNamesOf({ containers, swarm: { services } }: EngineAnswers) {
  const failure = shortfall(containers) ?? (services.existed > 0 ? shortfall(services) : undefined);
  if (failure) return missing(failure);
  return read(() => {
    const labels = [
      ...valuesOf(containers).map(({ Config }) => Config.Labels),
      ...valuesOf(services).flatMap(({ Spec }) => [
        Spec.Labels,
        Spec.TaskTemplate.ContainerSpec?.Labels ?? {},
      ]),
    ];
    return [...new Set(labels.flatMap((each) => Object.keys(each)))].toSorted();
  });
}

async function assembleSwarm(
  assembling: Assembling,
  { swarm: readings }: EngineAnswers,
  redactor: Redactor,
): Promise<readonly Assembly[]> {
  const complete = <T>(listing: Listing<T>): readonly T[] | Missing => {
    const failure = shortfall(listing);
    return failure ? missing(failure) : valuesOf(listing);
  };
  const nodes = complete(readings.nodes);
  const services = complete(readings.services);
  return [
    await assemble(assembling, swarm, [
      projectFacts('engine/swarm', swarmListing(readings), (raw) =>
        swarmFacts(raw, nodes, readings.controlPort, redactor),
      ),
    ]),
    await assemble(assembling, swarmNode, [
      projectFacts(
        'engine/swarm-node',
        named(readings.nodes, (raw) => raw.Description?.Hostname),
        (raw) => nodeFacts(raw, redactor),
      ),
    ]),
    await assemble(assembling, secret, [
      projectFacts('engine/secret', readings.secrets, (raw) =>
        secretFacts(raw, services, redactor),
      ),
      projectFacts('engine/config', readings.configs, (raw) =>
        configFacts(raw, services, redactor),
      ),
    ]),
  ];
}

function swarmListing({ swarm: answer }: EngineAnswers['swarm']) {
  if (answer === null) return nothingListed;
  if ('failure' in answer) return notListed(answer.failure);
  const { ID, Spec } = answer.value;
  const name = read(() => Spec.Name);
  return only(ID, (isMissing(name) ? '' : name) || ID, answer.value);
}

/** Gives the things of a listing the name that their own answers have. */
const named = <T>(listing: Listing<T>, nameOf: (value: T) => string | undefined): Listing<T> => ({
  ...listing,
  items: listing.items.map((item) => {
    const { answer } = item;
    const name = 'value' in answer ? read(() => nameOf(answer.value)) : undefined;
    return { ...item, name: (isMissing(name) ? undefined : name) || item.name };
  }),
});
