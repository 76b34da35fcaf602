import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCases } from '../../bench/compare/cases.ts';
import { compare, type Compared } from '../../bench/compare/compare.ts';
import { peers } from '../../bench/compare/peers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-compare-'));
const before = process.env['PATH'];
afterAll(() => {
  process.env['PATH'] = before;
  rmSync(folder, { recursive: true });
});

/**
 * What each tool writes, by its documentation: these are ours, with one fault at `runs-as-root/bad` or
 * `privileged/named`. None of the tools is here; what their adapters make of it is what is tested.
 */
const reports: Readonly<Record<string, unknown>> = {
  hadolint: [
    {
      file: 'FOLDER/runs-as-root/bad/Dockerfile',
      line: 3,
      column: 1,
      level: 'warning',
      code: 'DL3002',
      message: '',
    },
  ],
  // One program, which is asked in two ways; each adapter passes over what is for the other.
  trivy: {
    ID: 'docker-cis-1.6.0',
    Title: 'CIS Docker Community Edition Benchmark v1.6.0',
    SummaryControls: [
      { ID: '4.1', Name: 'A user for the container', Severity: 'HIGH', TotalFail: 1 },
      { ID: '4.10', Name: 'Secrets', Severity: 'CRITICAL', TotalFail: 0 },
      { ID: '4.11', Name: 'Verified packages', Severity: 'MEDIUM' },
    ],
    SchemaVersion: 2,
    Results: [
      { Target: 'image-latest/bad/Dockerfile', Class: 'config' },
      {
        Target: 'runs-as-root/bad/Dockerfile',
        Misconfigurations: [
          { ID: 'DS-0002', Status: 'FAIL' },
          { ID: 'DS001', Status: 'PASS' },
        ],
      },
    ],
  },
  kics: {
    queries: [
      {
        query_name: "Last User Is 'root'",
        files: [{ file_name: '../cases/runs-as-root/bad/Dockerfile', line: 3 }],
      },
    ],
  },
  checkov: [
    {
      check_type: 'dockerfile',
      results: {
        failed_checks: [{ check_id: 'CKV_DOCKER_8', file_path: '/runs-as-root/bad/Dockerfile' }],
      },
    },
    { passed: 0, failed: 0 },
  ],
  'docker-bench-security': {
    tests: [
      {
        id: '5',
        results: [
          { id: '5.5', result: 'WARN', details: '', items: ['privileged-named'] },
          { id: '5.11', result: 'PASS' },
        ],
      },
    ],
  },
};

/** A program that writes this where the adapter looks for it. */
function standIn(name: string, report: unknown): void {
  const text = JSON.stringify(report);
  const to: Readonly<Record<string, string>> = {
    kics: 'while [ "$1" != -o ]; do shift; done; exec > "$2/results.json"',
    'docker-bench-security': 'while [ "$1" != -l ]; do shift; done; exec > "$2.json"',
  };
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${to[name] ?? ''}\ncat <<'END'\n${text}\nEND\nexit 1\n`);
  chmodSync(file, 0o755);
}

describe('side by side on the cases', () => {
  const cases = readCases();
  let compared: readonly Compared[] = [];
  beforeAll(async () => {
    for (const [name, report] of Object.entries(reports)) standIn(name, report);
    process.env['PATH'] = `${folder}:/usr/bin:/bin`;
    const image = 'case-runs-as-root-bad:1';
    compared = await compare(
      'unix:///nonexistent.sock',
      new Map([['runs-as-root/bad/Dockerfile', image]]),
    );
  });

  it('twenty cases have their truth, half of them pass, and each rule both ways', () => {
    expect(cases).toHaveLength(20);
    expect(cases.filter(({ truth }) => truth === 'pass')).toHaveLength(10);
    for (const { rule } of cases) {
      const truths = cases.filter((each) => each.rule === rule).map(({ truth }) => truth);
      expect(new Set(truths)).toEqual(new Set(['fail', 'pass']));
    }
  });

  it('Plimsoll says the truth of every file', () => {
    const said = compared.find(({ name }) => name === 'Plimsoll, files')?.verdicts;
    const files = cases.filter(({ options }) => !options);
    expect(files).toHaveLength(14);
    expect(files.map(({ id }) => [id, said?.get(id)])).toEqual(
      files.map(({ id, truth }) => [id, truth]),
    );
  });

  it.each(peers)(
    '$name: fails what it names, passes the rest of its rules, judges no other',
    (peer) => {
      const said = compared.find(({ name }) => name === peer.name)?.verdicts;
      const failed = peer.reads.includes('container.txt') ? 'privileged/named' : 'runs-as-root/bad';
      for (const { id, rule, file } of cases) {
        const isJudged =
          peer.readsImages !== true &&
          Object.hasOwn(peer.rules, rule) &&
          peer.reads.some((kind) => file.endsWith(kind));
        const expected = id === failed ? 'fail' : isJudged ? 'pass' : 'not judged';
        expect([id, said?.get(id)]).toEqual([id, expected]);
      }
    },
  );
});
