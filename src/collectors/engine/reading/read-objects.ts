import { rawContainer, rawContainerItem, type RawContainer } from '../border/container.ts';
import {
  rawHistory,
  rawImage,
  rawImageItem,
  type RawHistory,
  type RawImage,
} from '../border/image.ts';
import { rawNetwork, rawNetworkItem, type RawNetwork } from '../border/network.ts';
import { rawVolume, rawVolumeItem, type RawVolume } from '../border/volume.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import type { Answer } from '../transport/failure.ts';
import { readListing, segment, type Listing, type OnListed } from './listing.ts';

/** An image with its history. */
export interface ReadImage {
  readonly raw: RawImage;
  readonly history: Answer<RawHistory>;
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
      identify: ({ Id, Names }) => ({ id: Id, name: (Names[0] ?? Id).replace(/^\//, '') }),
      read: async (id) => {
        const answer = await client.get(`/containers/${segment(id)}/json`, rawContainer);
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
      // An image that several names lead to may be listed once for each.
      identify: ({ Id, RepoTags }) => ({ id: Id, name: RepoTags[0] ?? Id }),
      read: async (id): Promise<Answer<ReadImage>> => {
        const [answer, history] = await Promise.all([
          client.get(`/images/${segment(id)}/json?manifests=1`, rawImage),
          client.get(`/images/${segment(id)}/history`, rawHistory),
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
      read: (id) => client.get(`/networks/${segment(id)}`, rawNetwork),
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
      read: (name) => client.get(`/volumes/${segment(name)}`, rawVolume),
    },
    onListed,
  );
