import { z } from 'zod';
import type { Fault, Peer } from './peer.ts';

/** A path as each tool writes it, from the folder of the cases. */
const within = (file: string): string => file.replace(/^.*?(?=[\w-]+\/\w+\/[\w.]+$)/, '');

const hadolint: Peer = {
  name: 'hadolint',
  programs: ['hadolint'],
  reads: ['Dockerfile'],
  rules: { 'runs-as-root': ['DL3002'], 'image-latest': ['DL3006', 'DL3007'] },
  command: ({ dockerfiles }) => ['--no-fail', '--format', 'json', ...dockerfiles],
  faults: (report) =>
    z
      .array(z.object({ file: z.string(), code: z.string() }))
      .parse(JSON.parse(report))
      .map(({ file, code }) => ({ what: within(file), rule: code })),
};

const trivy: Peer = {
  name: 'trivy config',
  programs: ['trivy'],
  reads: ['Dockerfile'],
  // Releases write DS002, AVD-DS-0002 or DS-0002; the number is the same.
  rules: { 'image-latest': ['1'], 'runs-as-root': ['2'], 'secret-in-image': ['31'] },
  command: ({ cases }) => ['config', '--quiet', '--format', 'json', cases],
  faults: (report) => {
    const misconfiguration = z.object({ ID: z.string(), Status: z.string().default('FAIL') });
    const { Results } = z
      .object({
        Results: z
          .array(
            z.object({
              Target: z.string(),
              Misconfigurations: z.array(misconfiguration).default([]),
            }),
          )
          .default([]),
      })
      .parse(JSON.parse(report));
    return Results.flatMap(({ Target, Misconfigurations }) =>
      Misconfigurations.filter(({ Status }) => Status === 'FAIL').map(({ ID }) => ({
        what: within(Target),
        rule: String(Number(/\d+$/.exec(ID)?.[0])),
      })),
    );
  },
};

const trivyCompliance: Peer = {
  name: 'trivy image --compliance',
  programs: ['trivy'],
  reads: ['Dockerfile'],
  readsImages: true,
  // Of the CIS Docker Benchmark 1.6.0, its part about images.
  rules: { 'runs-as-root': ['4.1'], 'secret-in-image': ['4.10'] },
  command: ({ image }) =>
    `image --quiet --compliance docker-cis-1.6.0 --report summary --format json ${image}`.split(
      ' ',
    ),
  // A summary names no file: what it is about is the image that was asked for.
  faults: (report) =>
    z
      .object({
        SummaryControls: z
          .array(z.object({ ID: z.string(), TotalFail: z.number().nullish() }))
          .default([]),
      })
      .parse(JSON.parse(report))
      .SummaryControls.filter(({ TotalFail }) => (TotalFail ?? 0) > 0)
      .map(({ ID }) => ({ what: '', rule: ID })),
};

const kics: Peer = {
  name: 'KICS',
  programs: ['kics'],
  reads: ['Dockerfile', 'compose.yaml'],
  rules: {
    'runs-as-root': ["Last User Is 'root'", 'Missing User Instruction'],
    'image-latest': ["Image Version Using 'latest'", 'Image Version Not Explicit'],
    'secret-in-image': ['Passwords And Secrets - Generic Password'],
    privileged: ['Privileged Containers Enabled'],
    'engine-socket': ['Docker Socket Mounted In Container', 'Volume Has Sensitive Host Directory'],
    'all-interfaces': ['Container Traffic Not Bound To Host Interface'],
  },
  command: ({ cases, out }) =>
    `scan --silent --ignore-on-exit results --report-formats json -o ${out} -p ${cases}`.split(' '),
  report: 'results.json',
  faults: (report) =>
    z
      .object({
        queries: z.array(
          z.object({ query_name: z.string(), files: z.array(z.object({ file_name: z.string() })) }),
        ),
      })
      .parse(JSON.parse(report))
      .queries.flatMap(({ query_name: rule, files }) =>
        files.map(({ file_name }) => ({ what: within(file_name), rule })),
      ),
};

const checkov: Peer = {
  name: 'Checkov',
  programs: ['checkov'],
  reads: ['Dockerfile'],
  rules: {
    'runs-as-root': ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    'image-latest': ['CKV_DOCKER_7'],
    'secret-in-image': ['CKV_SECRET_6'],
  },
  command: ({ cases }) =>
    `--directory ${cases} --framework dockerfile secrets --output json --compact --quiet --soft-fail`.split(
      ' ',
    ),
  faults: (report) => {
    const results = z.object({
      results: z
        .object({
          failed_checks: z.array(z.object({ check_id: z.string(), file_path: z.string() })),
        })
        .optional(),
    });
    // One report is an object; of several frameworks it is a list.
    const reports = z.union([z.array(results), results]).parse(JSON.parse(report));
    return [reports].flat().flatMap((each): readonly Fault[] =>
      (each.results?.failed_checks ?? []).map(({ check_id: rule, file_path }) => ({
        what: within(file_path),
        rule,
      })),
    );
  },
};

const dockerBench: Peer = {
  name: 'docker-bench-security',
  programs: ['docker-bench-security', 'docker-bench-security.sh'],
  reads: ['container.txt'],
  // Of the CIS Docker Benchmark 1.6.0.
  rules: { privileged: ['5.5'], 'memory-unlimited': ['5.11'], 'host-processes': ['5.16'] },
  command: ({ out }) => ['-b', '-c', 'container_runtime', '-l', `${out}/bench.log`],
  report: 'bench.log.json',
  faults: (report) => {
    const result = z.object({
      id: z.string(),
      result: z.string(),
      items: z.array(z.string()).default([]),
    });
    return z
      .object({ tests: z.array(z.object({ results: z.array(result) })) })
      .parse(JSON.parse(report))
      .tests.flatMap(({ results }) => results)
      .filter(({ result: said }) => said === 'WARN')
      .flatMap(({ id, items }) => items.map((what) => ({ what, rule: id })));
  },
};

/** The tools that are put beside Plimsoll where they are on PATH, by the documentation of each in November 2026. */
export const peers: readonly Peer[] = [
  dockerBench,
  hadolint,
  trivy,
  trivyCompliance,
  kics,
  checkov,
];
