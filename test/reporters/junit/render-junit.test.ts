import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { withoutPlaces } from '../../support/junit-places.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readSchema } from '../../support/official-schema.ts';

const assessment = sampleAssessment();
const write = async (of: Assessment, undecided = false): Promise<string> =>
  String(await renderReport('junit', of, { language: 'en', undecided }));

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('JUnit', () => {
  describeWithSchemas('by the official schemas', () => {
    it.each(['junit/windyroad-JUnit.xsd', 'junit/jenkins-junit-10.xsd'])(
      'is what %s asks for',
      async (schema) => {
        for (const each of [assessment, hostileAssessment()]) {
          const { valid, errors } = await validateXML({
            xml: [{ fileName: 'report.xml', contents: withoutPlaces(await write(each)) }],
            schema: [{ fileName: 'schema.xsd', contents: readSchema(schema) }],
          });
          expect(errors).toEqual([]);
          expect(valid).toBe(true);
        }
      },
      60_000,
    );
  });

  it('is well formed whatever was scanned', async () => {
    const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="testsuites"><xs:complexType><xs:sequence>
        <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element></xs:schema>`;
    const { errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: await write(hostileAssessment()) }],
      schema: [{ fileName: 'schema.xsd', contents: anything }],
    });
    expect(errors).toEqual([]);
  }, 60_000);

  it('shows what acts in a name of a file or a target, and lets nothing of it through', async () => {
    const hostile = 'a\u202e\u009b31m\nb/Dockerfile';
    const source = { kind: 'file' as const, path: hostile, line: 3 };
    const findings = assessment.findings.map((finding) => ({
      ...finding,
      observations: [{ path: '/runs', value: 'x', source }],
    }));
    const targets = assessment.targets.map((target) => ({ ...target, id: hostile }));
    const text = await write({ ...assessment, findings, targets });
    expect(text).toContain('file="a⟨U+202E⟩⟨U+009B⟩31m⟨U+000A⟩b/Dockerfile" line="3"');
    expect(text).not.toMatch(/[\u202e\u009b]/);
  });

  it('counts as the assessment does', async () => {
    const text = await write(assessment, true);
    const { tally, findings } = assessment.summary;
    expect(count(text, /<testcase /g)).toBe(findings - tally.notApplicable);
    expect(count(text, /<failure /g)).toBe(tally.fail);
    expect(count(text, /<error /g)).toBe(tally.unknown + tally.error);
    const skipped = count(text, /<skipped /g);
    const attested = tally.waived + tally.manual - skipped;
    expect(attested).toBeGreaterThanOrEqual(0);
    expect(attested).toBeLessThanOrEqual(tally.manual);
    const suites = [...text.matchAll(/<testsuite [^>]*failures="(\d+)" errors="(\d+)"/g)];
    const sum = (at: number): number => suites.reduce((all, match) => all + Number(match[at]), 0);
    expect([sum(1), sum(2)]).toEqual([tally.fail, tally.unknown + tally.error]);
  });

  it('skips what is not decided, with its reason, and counts it; where strict it is an error', async () => {
    const { tally } = assessment.summary;
    expect(tally.unknown).toBeGreaterThan(0);
    const text = await write(assessment);
    expect(count(text, /<error /g)).toBe(tally.error);
    expect(count(text, /<skipped message="Unknown: [^"]/g)).toBe(tally.unknown);
    const counts = [...text.matchAll(/<property name="undecided" value="(\d+)"/g)];
    expect(counts.reduce((sum, [, each]) => sum + Number(each), 0)).toBe(tally.unknown);
    expect(count(await write(assessment, true), /<error message="Unknown: /g)).toBe(tally.unknown);
  });

  it('has no row for what does not apply, and no suite without a row', async () => {
    const text = await write(assessment);
    expect(assessment.summary.tally.notApplicable).toBeGreaterThan(0);
    expect(text).not.toContain('Not applicable');
    expect(text).not.toMatch(/<testsuite [^>]*tests="0"/);
    const none = assessment.findings.map((each) => ({
      ...each,
      status: 'not-applicable' as const,
    }));
    expect(await write({ ...assessment, findings: none })).toMatch(/<testsuites>\n<\/testsuites>/);
  });

  it('names the file and the line of what was read in one that stays', async () => {
    const at = async (path: string, line?: number) => {
      const source = { kind: 'file' as const, path, ...(line === undefined ? {} : { line }) };
      const findings = assessment.findings.map((each) => ({
        ...each,
        observations: [{ path: '/user', value: 'root', source }],
      }));
      return write({ ...assessment, findings });
    };
    expect(await at('app/Dockerfile', 7)).toMatch(
      /<testcase [^>]* file="app\/Dockerfile" line="7" /,
    );
    expect(await at('/etc/docker/daemon.json')).toMatch(/ file="\/etc\/docker\/daemon.json" time=/);
    expect(await at('/proc/812/status', 3)).not.toContain(' file=');
    expect(await at('a"><failure/>')).not.toContain('a">');
  });

  it('names who accepted a failure, and until when', async () => {
    const { waiver } = assessment.findings.find((finding) => finding.waiver) ?? {};
    const text = await write(assessment);
    expect(text).toContain(waiver?.owner);
    expect(text).toContain(waiver?.until);
  });
});
