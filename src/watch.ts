/**
 * The door to watching: engines are followed, and everything is judged again as soon as something happens to one. Only reads.
 *
 * @packageDocumentation
 */
export { watchEngine } from './scanning/watch/watch-engine.ts';
export type {
  WatchChange,
  WatchGap,
  WatchOptions,
  WatchReading,
} from './scanning/watch/watch-engine.ts';
export type { BlindInterval } from './scanning/watch/follow-engine.ts';
export type { Missed } from './scanning/watch/comparison.ts';
export type { ReadingReason } from './scanning/watch/pending.ts';
export type { EngineEvent } from './collectors/engine/events/engine-event.ts';
