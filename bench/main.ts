import { printTable, type Row } from './table.ts';

// What Node reads at every start where this is set (70 ms of Node 20's) is no time of ours, nor of the floor.
delete process.env['NODE_EXTRA_CA_CERTS'];

const startup = async (): Promise<readonly Row[]> => {
  const { benchStartup } = await import('./startup.ts');
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
  const { benchAssess } = await import('./assess.ts');
  const figures = await benchAssess();
  const { bare, recorded, unlike, writtenPerSecond, peakBytes } = figures;
  const row = (what: string, value: number, limit: string): Row => ({ what, value, limit });
  return [
    row('workloads', figures.workloads, ''),
    row('controls', figures.controls, ''),
    row('bare checks a second (the floor)', bare.perSecond, ''),
    row('the same, a second of CPU time', bare.perCpuSecond, ''),
    row(
      'evaluations a second, recorded and rolled up',
      recorded.perSecond,
      'at least 2,000,000 where nothing else runs',
    ),
    row('the same, a second of CPU time', recorded.perCpuSecond, 'at least 2,000,000'),
    row('evaluations a second, no workload like another', unlike.perSecond, ''),
    row('the same, a second of CPU time', unlike.perCpuSecond, ''),
    row('findings a second, written as NDJSON', writtenPerSecond, ''),
    row('highest resident set, MB', peakBytes / 1e6, 'under 512'),
  ];
};

const containers = 100;
const watched = 30;

const engine = async (): Promise<readonly Row[]> => {
  const { withContainers } = await import('./engine.ts');
  const { benchCollect } = await import('./collect.ts');
  const { benchScan } = await import('./scan.ts');
  return withContainers(containers, async ({ socket }) => {
    const collected = await benchCollect(socket);
    const { requests, subjects, rawMs, collectMs } = collected;
    const { wallMs, peakBytes, findings } = await benchScan(socket);
    const row = (what: string, value: number, floors: number | string, limit: string): Row => ({
      what,
      value,
      'times the floor': floors,
      limit,
    });
    return [
      row('containers', containers, '', ''),
      row('requests of a collection', requests, '', ''),
      row('the same requests with node:http, ms (the floor)', rawMs, 1, ''),
      row('collect in process, ms', collectMs, collectMs / rawMs, 'at most 1.5 × the floor'),
      row('subjects', subjects, '', ''),
      row('plimsoll scan --format json, ms', wallMs, wallMs / rawMs, 'under 1000'),
      row('its highest resident set, MB', peakBytes / 1e6, '', 'under 120'),
      row('its findings', findings, '', ''),
    ];
  });
};

const frameworks = async (): Promise<readonly Row[]> => {
  const { withContainers } = await import('./engine.ts');
  const { benchFrameworks } = await import('./frameworks.ts');
  return withContainers(containers, async ({ socket }) => {
    const { frameworks: count, oneMs, allMs } = benchFrameworks(socket);
    const row = (what: string, value: number, floors: number | string, limit: string): Row => ({
      what,
      value,
      'times the floor': floors,
      limit,
    });
    return [
      row('frameworks', count, '', ''),
      row('plimsoll scan --framework pci-dss-4.0.1, ms (the floor)', oneMs, 1, ''),
      row('plimsoll scan --framework all, ms', allMs, allMs / oneMs, 'under 1.3 × the floor'),
    ];
  });
};

const writing = async (): Promise<readonly Row[]> => {
  const { benchFormats } = await import('./formats.ts');
  return benchFormats().map(
    ({ id, findings, ms, characters, heldBytes, peakBytes, wholeBytes }) => ({
      format: id,
      findings,
      ms,
      'million characters': characters / 1e6,
      'held before, MB (the floor)': heldBytes / 1e6,
      'highest resident set above it, MB': (peakBytes - heldBytes) / 1e6,
      'plimsoll report as a whole, MB (under 300)': wholeBytes / 1e6,
    }),
  );
};

const documents = async (): Promise<readonly Row[]> => {
  const { benchDocuments } = await import('./documents.ts');
  return benchDocuments().map(({ id, findings, pages, ms, cpuMs, bytes, peakBytes }) => ({
    document: id,
    findings,
    pages: pages ?? '',
    'ms (200 pages under 3000; 10,000 findings as PDF under 15,000, as HTML under 1000)': ms,
    'ms of CPU time': cpuMs,
    'MB (HTML under 12)': bytes / 1e6,
    'highest resident set, MB (under 1500)': peakBytes / 1e6,
  }));
};

const page = async (): Promise<readonly Row[]> => {
  const { benchPage } = await import('./page.ts');
  const { findings, bytes, openMs, choiceMs, ownChoiceMs, ...keystroke } = benchPage();
  const row = (what: string, value: number, limit: string): Row => ({ what, value, limit });
  return [
    row('findings', findings, ''),
    row('MB', bytes / 1e6, 'under 12'),
    row('opened in a browser, ms', openMs, ''),
    row('a keystroke until it is painted, ms', keystroke.keystrokeMs, 'under 200'),
    row('the slowest keystroke, ms', keystroke.slowestKeystrokeMs, 'under 200'),
    row('a keystroke, ms of CPU of the page', keystroke.ownMs, ''),
    row('the slowest, ms of CPU of the page', keystroke.slowestOwnMs, ''),
    row('a choice until it is painted, ms', choiceMs, 'under 200'),
    row('a choice, ms of CPU of the page', ownChoiceMs, 'under 150'),
  ];
};

const ledger = async (): Promise<readonly Row[]> => {
  const { benchLedgers } = await import('./ledger.ts');
  return (await benchLedgers()).map((figures) => ({
    database: figures.database,
    assessments: figures.assessments,
    findings: figures.findings,
    'append, ms': figures.appendMs,
    'all rows, ms (the floor)': figures.floorMs,
    'history, ms (under 1000)': figures.historyMs,
    'trend, ms (under 1000)': figures.trendMs,
    'period, ms': figures.periodMs,
  }));
};

const archives = async (): Promise<readonly Row[]> => {
  const { benchArchives } = await import('./archives.ts');
  return (await benchArchives()).map(({ what, bytes, floorMs, ms, peakBytes }) => ({
    image: what,
    'read, unpacked and hashed, MB/s (the floor)': bytes / 1e3 / floorMs,
    'MB/s (at least 150)': bytes / 1e3 / ms,
    'times the floor': ms / floorMs,
    'highest resident set, MB (under 300)': peakBytes / 1e6,
  }));
};

const files = async (): Promise<readonly Row[]> => {
  const { benchFiles } = await import('./files.ts');
  const figures = benchFiles();
  const row = (what: string, value: number, limit: string): Row => ({ what, value, limit });
  return [
    row('Dockerfiles', figures.buildFiles, ''),
    row('services of Compose files', figures.services, ''),
    row('the bytes of every file read, ms (the floor)', figures.floorMs, ''),
    row('read, ms', figures.readMs, ''),
    row('judged, ms', figures.judgeMs, ''),
    row('all of it, ms', figures.allMs, 'under 3000 where nothing else runs'),
    row('the same, ms of CPU time', figures.allCpuMs, ''),
    row('all of it where V8 is told nothing, ms', figures.untoldMs, ''),
    row('plimsoll scan . as a whole, ms', figures.scanMs, ''),
    row('findings', figures.findings, ''),
    row('highest resident set, MB', figures.peakBytes / 1e6, ''),
  ];
};

const watch = async (): Promise<readonly Row[]> => {
  const { withContainers } = await import('./engine.ts');
  const { benchWatch } = await import('./watch.ts');
  return withContainers(watched, async (engine) => {
    const figures = await benchWatch(engine);
    const { floorP50Ms, floorP99Ms, p50Ms, p99Ms } = figures;
    const row = (
      what: string,
      value: number,
      limit: string,
      floors: number | string = '',
    ): Row => ({
      what,
      value,
      'times the floor': floors,
      limit,
    });
    return [
      row('containers', watched, ''),
      row('events, one after the other', figures.events, ''),
      row('from the request to the event, median ms (the floor)', floorP50Ms, '', 1),
      row('from the request to the verdict, median ms', p50Ms, 'under 80', p50Ms / floorP50Ms),
      row('the floor, 99 of 100 in ms', floorP99Ms, '', 1),
      row('to the verdict, 99 of 100 in ms', p99Ms, 'under 500', p99Ms / floorP99Ms),
      row('events of a storm', figures.stormEvents, ''),
      row('readings that it takes', figures.stormReadings, 'under 250'),
      row('highest resident set, MB', figures.peakBytes / 1e6, 'under 200'),
      row('of a core while nothing happens, %', figures.idleShare * 100, 'under 1'),
    ];
  });
};

const admission = async (): Promise<readonly Row[]> => {
  const { withContainers } = await import('./engine.ts');
  const { benchAdmission } = await import('./admission.ts');
  return withContainers(watched, (bare) =>
    withContainers(watched, async (engine) => {
      const figures = await benchAdmission(bare, engine);
      const { floorP50Ms, floorP99Ms, p50Ms, p99Ms, bareCreateMs, createMs } = figures;
      const row = (
        what: string,
        value: number,
        limit: string,
        floors: number | string = '',
      ): Row => ({ what, value, 'times the floor': floors, limit });
      return [
        row('containers', watched, ''),
        row('questions, one after the other', figures.decisions, ''),
        row('a server that does not look, median ms (the floor)', floorP50Ms, '', 1),
        row('the plugin, median ms', p50Ms, '', p50Ms / floorP50Ms),
        row('the floor, 99 of 100 in ms', floorP99Ms, '', 1),
        row('the plugin, 99 of 100 in ms', p99Ms, '', p99Ms / floorP99Ms),
        row('a decision alone, median ms', figures.decisionP50Ms, ''),
        row('a decision alone, 99 of 100 in ms', figures.decisionP99Ms, 'under 10'),
        row('docker create, in turns', figures.creates, ''),
        row('without a plugin, median ms (the floor)', bareCreateMs, '', 1),
        row('with it, median ms', createMs, 'at most 1.5 × the floor', createMs / bareCreateMs),
      ];
    }),
  );
};

const watchFiles = async (): Promise<readonly Row[]> => {
  const { benchWatchFiles } = await import('./watch-files.ts');
  const { files: count, floorMs, verdictMs, slowestMs } = await benchWatchFiles();
  const row = (what: string, value: number, limit: string): Row => ({ what, value, limit });
  return [
    row('Dockerfiles, of which one is saved', count, ''),
    row('from the save to the event of fs.watch, median ms (the floor)', floorMs, ''),
    row('to the verdict, median ms', verdictMs, 'under 200'),
    row('the slowest, ms', slowestMs, ''),
  ];
};

const types = async (): Promise<readonly Row[]> => {
  const { benchTypes } = await import('./types.ts');
  const { controls, frameworks: count, emptyMs, emptyCpuMs, oneMs, allMs, allCpuMs } = benchTypes();
  const row = (what: string, ms: number, limit: string, floor = emptyMs): Row => ({
    what,
    ms,
    'times the floor': ms / floor,
    limit,
  });
  return [
    row('tsc, a project without a line (the floor)', emptyMs, ''),
    row('tsc, one control and one framework', oneMs, ''),
    row(`tsc, ${controls} controls and ${count} frameworks`, allMs, 'under 4000'),
    row('the floor, of the processor', emptyCpuMs, '', emptyCpuMs),
    row('all of it, of the processor', allCpuMs, '', emptyCpuMs),
  ];
};

const fleet = async (): Promise<readonly Row[]> => {
  const { benchFleet } = await import('./fleet.ts');
  const figures = await benchFleet();
  const row = (what: string, value: number, limit: string, floors: number | string = ''): Row => ({
    what,
    value,
    'times the floor': floors,
    limit,
  });
  const { floorCpuMs, changedCpuMs, sameCpuMs, wholeCpuMs } = figures;
  const perMinute = 60_000 / changedCpuMs;
  return [
    row('subjects of a host', figures.subjects, ''),
    row('its reading inflated and parsed, ms of CPU (the floor)', floorCpuMs, '', 1),
    row(
      'one taken in, one workload changed, ms of CPU',
      changedCpuMs,
      '',
      changedCpuMs / floorCpuMs,
    ),
    row('the same, hosts a minute and core', perMinute, 'at least 3,000'),
    row('one with nothing changed, ms of CPU', sameCpuMs, '', sameCpuMs / floorCpuMs),
    row('the first of a host, ms of CPU', wholeCpuMs, '', wholeCpuMs / floorCpuMs),
    row('readings a second, as of 10,000 hosts every 15 minutes', figures.loadPerSecond, ''),
    row('of a core, requests that are refused, % (the floor)', figures.refusedShare * 100, '', 1),
    row(
      'of a core, readings, every tenth with a change, %',
      figures.coreShare * 100,
      'at most 50',
      figures.coreShare / figures.refusedShare,
    ),
    row('kept a day, MB', figures.bytesADay / 1e6, 'at most 2,000'),
    row('highest resident set of the hub, MB', figures.residentBytes / 1e6, 'at most 200'),
    row('agents that return at once after the hub was killed', figures.hosts, ''),
    row('until the last has its receipt, s', figures.backMs / 1e3, 'at most 30'),
    row('readings lost', figures.lost, '0'),
    row('a question to the console, median ms (the floor)', figures.askMs, '', 1),
    row(
      'from the reading until the console shows it, median ms',
      figures.shownP50Ms,
      '',
      figures.shownP50Ms / figures.askMs,
    ),
    row('the same, 99 of 100 in ms', figures.shownP99Ms, 'at most 2,000'),
  ];
};

const fleetConsole = async (): Promise<readonly Row[]> => {
  const { benchConsoles } = await import('./fleet-console.ts');
  return (await benchConsoles()).map((figures) => ({
    database: figures.database,
    hosts: figures.hosts,
    standings: figures.states,
    '/healthz, ms (the floor)': figures.floorMs,
    'a page, median ms': figures.p50Ms,
    '95 of 100 in ms (PostgreSQL under 100, SQLite under 300)': figures.p95Ms,
    'the slowest page': figures.slowest,
    'its median, ms': figures.slowestMs,
  }));
};

const comparison = async (): Promise<readonly Row[]> => {
  const { compareOnEngine } = await import('./compare/on-engine.ts');
  return compareOnEngine();
};

/** The benchmarks by name, each loaded when it runs, so that it is not measured beside the others; without a name on the command line all of them run, one after the other. */
const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  startup,
  assess,
  engine,
  frameworks,
  watch,
  'watch-files': watchFiles,
  admission,
  formats: writing,
  documents,
  page,
  ledger,
  archives,
  files,
  types,
  fleet,
  'fleet-console': fleetConsole,
  compare: comparison,
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
for (const name of wanted.filter((each) => !Object.hasOwn(benches, each))) {
  console.error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
}
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) printTable(name, await run());
}
