import { rawContainer, rawContainerItem, type RawContainer } from '../api-schemas/container.ts';
import {
  rawHistory,
  rawImage,
  rawImageItem,
  type RawHistory,
  type RawImage,
} from '../../image/raw-image.ts';
import { rawNetwork, rawNetworkItem, type RawNetwork } from '../api-schemas/network.ts';
import { isMissing, read } from '../../gathering/partial-facts.ts';
import { rawVolume, rawVolumeItem, type RawVolume } from '../api-schemas/volume.ts';
import type { AskedEngine } from '../api-schemas/ask-engine.ts';
import type { Answer } from '../client/failure.ts';
import type { Call } from '../client/read-only.ts';
import { readListing, type Listing, type OnListed } from './listing.ts';
import { segment } from '../endpoints/segment.ts';

/** An image with its history. */
export interface ReadImage {
  readonly raw: RawImage;
  readonly history: Answer<RawHistory>;
}

/** Asks about one container. */
export const inspectContainer =
  (id: string): Call =>
  (docker) =>
    docker.getContainer(segment(id)).inspect();

/** Asks about one network. */
export const inspectNetwork =
  (id: string): Call =>
  (docker) =>
    docker.getNetwork(segment(id)).inspect();

const idOf = ({ Id }: { readonly Id: string }): string => Id;

/** The first of its names; its id where it has none, or they are not listed. */
function firstOf(names: () => readonly string[], id: string): string {
  const found = read(names);
  return (isMissing(found) ? undefined : found[0]) ?? id;
}

/**
 * Reads all containers: running, stopped and only created.
 *
 * @param onRead called with each as soon as it was read, so that what is asked of it next need not wait for the others
 */
export const readContainers = (
  client: AskedEngine,
  onListed: OnListed,
  onRead: (container: RawContainer) => void,
): Promise<Listing<RawContainer>> =>
  readListing(
    client,
    {
      what: 'container',
      list: (docker) => docker.listContainers({ all: true }),
      item: rawContainerItem,
      identify: (item) => ({
        id: item.Id,
        name: firstOf(() => item.Names, item.Id).replace(/^\//, ''),
      }),
      read: async (id) => {
        const answer = await client.get(inspectContainer(id), rawContainer, {
          about: { id, of: idOf },
        });
        if ('value' in answer) onRead(answer.value);
        return answer;
      },
    },
    onListed,
  );

/**
 * Reads all images, those without a name too.
 *
 * @param mayBeNull as of any list, for an engine that has none
 */
export const readImages = (
  client: AskedEngine,
  onListed: OnListed,
  mayBeNull: () => Promise<boolean>,
): Promise<Listing<ReadImage>> =>
  readListing(
    client,
    {
      what: 'image',
      list: (docker) => docker.listImages(),
      item: rawImageItem,
      mayBeNull,
      identify: (item) => ({ id: item.Id, name: firstOf(() => item.RepoTags, item.Id) }),
      read: async (id): Promise<Answer<ReadImage>> => {
        const name = segment(id);
        const [answer, history] = await Promise.all([
          client.get((docker) => docker.getImage(name).inspect({ manifests: true }), rawImage, {
            about: { id, of: idOf },
          }),
          client.get((docker) => docker.getImage(name).history(), rawHistory),
        ]);
        return 'failure' in answer ? answer : { value: { raw: answer.value, history } };
      },
    },
    onListed,
  );

/** Reads all networks. */
export const readNetworks = (
  client: AskedEngine,
  onListed: OnListed,
): Promise<Listing<RawNetwork>> =>
  readListing(
    client,
    {
      what: 'network',
      list: (docker) => docker.listNetworks(),
      item: rawNetworkItem,
      identify: ({ Id, Name }) => ({ id: Id, name: Name }),
      read: (id) => client.get(inspectNetwork(id), rawNetwork, { about: { id, of: idOf } }),
    },
    onListed,
  );

/** Reads all volumes. */
export const readVolumes = (client: AskedEngine, onListed: OnListed): Promise<Listing<RawVolume>> =>
  readListing(
    client,
    {
      what: 'volume',
      list: (docker) => docker.listVolumes(),
      member: 'Volumes',
      item: rawVolumeItem,
      identify: ({ Name }) => ({ id: Name, name: Name }),
      read: (id) =>
        client.get((docker) => docker.getVolume(segment(id)).inspect(), rawVolume, {
          about: { id, of: ({ Name }) => Name },
        }),
    },
    onListed,
  );
