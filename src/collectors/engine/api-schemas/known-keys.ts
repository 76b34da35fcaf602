import type { AnswerRange, KeysBelow } from '../../../knowledge/answers/answer-keys.ts';
import { dockerAnswers } from '../../../knowledge/answers/docker.ts';
import { podmanAnswers } from '../../../knowledge/answers/podman.ts';
import { productOf } from './product.ts';
import type { RawVersion } from './engine.ts';

/** Which keys an engine's answers hold; `undefined` for one that is not known. */
export type KnownKeys = AnswerRange['endpoints'] | undefined;

/** Finds what is known of an engine by its own word on what it is. */
export function knownKeysOf(version: RawVersion): KnownKeys {
  const product = productOf(version);
  if (product === undefined) return undefined;
  const [ranges, release] =
    product === 'docker' ? [dockerAnswers, version.ApiVersion] : [podmanAnswers, version.Version];
  return ranges.find(
    ({ first, last }) => order(first) <= order(release) && order(release) <= order(last),
  )?.endpoints;
}

/** A number by which versions are ordered: by their first two numbers. */
function order(version: string): number {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) * 10_000 + Number(minor);
}

/** The endpoint of a request: its path, where `{id}` stands for what it asks about. */
export const endpointOf = (request: string): string => request.replace(/\?.*$/s, '');

/** What is known of the answers of one endpoint. */
export function keysAt(known: KnownKeys, endpoint: string): KeysBelow | undefined {
  return known?.[endpoint] ?? known?.[endpoint.replace(/^(\/[^/]+\/)[^/]+/, '$1{id}')];
}
