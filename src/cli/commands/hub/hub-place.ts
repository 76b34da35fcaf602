import type { Command } from 'commander';
import type { FleetStore } from '../../../hub.ts';
import type { SharedOptions } from '../../options/options.ts';

export interface HubOptions extends SharedOptions {
  readonly data: string;
  readonly store?: string;
}

export const addPlace = (command: Command): Command =>
  command
    .option(
      '--data <folder>',
      'folder of the hub: its store, ledger and certificate',
      'plimsoll-hub',
    )
    .option('--store <url>', 'postgres:// URL of the store, instead of files in the folder');

export async function withStore<T>(
  { data, store: url }: HubOptions,
  work: (store: FleetStore) => Promise<T>,
  create = false,
): Promise<T> {
  const { openFleetStore } = await import('../../../hub.ts');
  const store = await openFleetStore(url ?? data, { create });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export const add = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
