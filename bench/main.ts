import { benchAssess } from './assess.ts';
import { benchStartup } from './startup.ts';
import { printTable, type Row } from './table.ts';

const startup = (): readonly Row[] => {
  const { bareMs, versionMs, importMs, heavyModules } = benchStartup();
  return [
    { what: 'node -e 0', ms: bareMs, 'times the floor': 1, limit: '' },
    {
      what: 'plimsoll --version',
      ms: versionMs,
      'times the floor': versionMs / bareMs,
      limit: '1.5',
    },
    {
      what: "import 'plimsoll'",
      ms: importMs,
      'times the floor': importMs / bareMs,
      limit: `heavy packages: ${heavyModules.join(', ') || 'none'}`,
    },
  ];
};

const assess = async (): Promise<readonly Row[]> => {
  const figures = await benchAssess();
  const { barePerSecond, recordedPerSecond, writtenPerSecond, peakBytes } = figures;
  const row = (what: string, value: number, limit: string): Row => ({ what, value, limit });
  return [
    row('workloads', figures.workloads, ''),
    row('controls', figures.controls, ''),
    row('bare checks a second (the floor)', barePerSecond, ''),
    row('evaluations a second, recorded and rolled up', recordedPerSecond, 'at least 2,000,000'),
    row('findings a second, written as NDJSON', writtenPerSecond, ''),
    row('highest resident set, MB', peakBytes / 1e6, 'under 512'),
  ];
};

/** The benchmarks by name; without a name on the command line all of them run, one after the other. */
const benches: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  startup,
  assess,
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
for (const name of wanted.filter((each) => !Object.hasOwn(benches, each))) {
  console.error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
}
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) printTable(name, await run());
}
