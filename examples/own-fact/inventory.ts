import { readFile } from 'node:fs/promises';
import { extendSubject, workload } from 'plimsoll';
import { z } from 'zod';

const file = new URL('inventory.json', import.meta.url);
const inventory = z.record(z.string(), z.object({ owner: z.string() }));

/** A workload, with what the inventory of services says of it. */
export const inventoried = extendSubject(workload, {
  id: 'inventory:inventory.json',
  facts: {
    /** The team that owns it; `null` where the inventory does not have it. */
    inventoryOwner: z.string().nullable(),
  },
  collect: async ({ name }) => {
    const services = inventory.parse(JSON.parse(await readFile(file, 'utf8')));
    return {
      facts: { inventoryOwner: services[name]?.owner ?? null },
      sources: { '': { kind: 'file', path: 'inventory.json' } },
    };
  },
});
