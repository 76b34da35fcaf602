import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const elsewhere = { cwd: tmpdir(), env: { FORCE_COLOR: '1', NO_COLOR: '' } };
const recorded = 'examples/recorded/snapshot.json';

it.each<[readonly string[], Parameters<typeof runWarmCli>[1]]>([
  [['--version'], {}],
  [['scan', '--help'], elsewhere],
  [['scan', recorded, '--json', '--framework', 'pci-dss-3.1'], {}],
  [['scan', recorded, '--lang', 'zh'], {}],
  [['explain', 'workload-pids-limit', '--lang', 'zh'], elsewhere],
  [['explain', 'workload-pid-limit'], {}],
  [['scan', 'nowhere.json'], elsewhere],
  [['list', 'nothing'], {}],
])(
  'in a process that is kept, %j leaves what it leaves in one of its own',
  async (args, options) => {
    const own = await runCli(args, options);
    // The second run is of one that has run the same before.
    expect([await runWarmCli(args, options), await runWarmCli(args, options)]).toEqual([own, own]);
  },
);
