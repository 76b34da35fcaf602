import { rawContainer, rawContainerItem, type RawContainer } from '../border/container.ts';
import {
  rawHistory,
  rawImage,
  rawImageItem,
  type RawHistory,
  type RawImage,
} from '../border/image.ts';
import { rawNetwork, rawNetworkItem, type RawNetwork } from '../border/network.ts';
import { isMissing, read } from '../../partly.ts';
import { rawVolume, rawVolumeItem, type RawVolume } from '../border/volume.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import type { Answer } from '../transport/failure.ts';
import { inspect, readListing, segment, type Listing, type OnListed } from './listing.ts';

/** An image with its history. */
export interface ReadImage {
  readonly raw: RawImage;
  readonly history: Answer<RawHistory>;
}

const idOf = ({ Id }: { readonly Id: string }): string => Id;

/** The first of its names; its id where it has none, or they are not told. */
function firstOf(names: () => readonly string[], id: string): string {
  const told = read(names);
  return (isMissing(told) ? undefined : told[0]) ?? id;
}

/**
 * Reads all containers: running, stopped and only created.
 *
 * @param onRead told of each as soon as it was read, so that what is asked of it next need not wait for the others
 */
export const readContainers = (
  client: EngineClient,
  onListed: OnListed,
  onRead: (container: RawContainer) => void,
): Promise<Listing<RawContainer>> =>
  readListing(
    client,
    {
      what: 'container',
      endpoint: '/containers/json?all=true',
      item: rawContainerItem,
      identify: (item) => ({
        id: item.Id,
        name: firstOf(() => item.Names, item.Id).replace(/^\//, ''),
      }),
      read: async (id) => {
        const endpoint = `/containers/${segment(id)}/json`;
        const answer = await inspect(client, endpoint, rawContainer, { id, of: idOf });
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
  client: EngineClient,
  onListed: OnListed,
  mayBeNull: () => Promise<boolean>,
): Promise<Listing<ReadImage>> =>
  readListing(
    client,
    {
      what: 'image',
      endpoint: '/images/json',
      item: rawImageItem,
      mayBeNull,
      identify: (item) => ({ id: item.Id, name: firstOf(() => item.RepoTags, item.Id) }),
      read: async (id): Promise<Answer<ReadImage>> => {
        const path = `/images/${segment(id)}`;
        const [answer, history] = await Promise.all([
          inspect(client, `${path}/json?manifests=1`, rawImage, { id, of: idOf }),
          client.get(`${path}/history`, rawHistory),
        ]);
        return 'failure' in answer ? answer : { value: { raw: answer.value, history } };
      },
    },
    onListed,
  );

/** Reads all networks. */
export const readNetworks = (
  client: EngineClient,
  onListed: OnListed,
): Promise<Listing<RawNetwork>> =>
  readListing(
    client,
    {
      what: 'network',
      endpoint: '/networks',
      item: rawNetworkItem,
      identify: ({ Id, Name }) => ({ id: Id, name: Name }),
      read: (id) => inspect(client, `/networks/${segment(id)}`, rawNetwork, { id, of: idOf }),
    },
    onListed,
  );

/** Reads all volumes. */
export const readVolumes = (
  client: EngineClient,
  onListed: OnListed,
): Promise<Listing<RawVolume>> =>
  readListing(
    client,
    {
      what: 'volume',
      endpoint: '/volumes',
      member: 'Volumes',
      item: rawVolumeItem,
      identify: ({ Name }) => ({ id: Name, name: Name }),
      read: (id) =>
        inspect(client, `/volumes/${segment(id)}`, rawVolume, { id, of: ({ Name }) => Name }),
    },
    onListed,
  );
