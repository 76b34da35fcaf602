import { z } from 'zod';
import { severityOfScore } from '../severity.ts';
import type { Adapter, Found } from './adapter.ts';
import { digestIn, digestsIn, listOf, optionalInstant, optionalText, orNull } from './shapes.ts';

const texts = z.object({ text: optionalText, markdown: optionalText }).nullish();

const rule = z.object({
  id: z.string().min(1),
  help: texts,
  properties: z
    .object({
      'security-severity': z.union([z.string(), z.number()]).nullish(),
      cvssV3_severity: optionalText,
      affected_version: optionalText,
      fixed_version: optionalText,
      purls: listOf(z.string()),
      purl: optionalText,
    })
    .nullish(),
});

const reportSchema = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.string(),
          fullName: optionalText,
          version: optionalText,
          rules: listOf(rule),
        }),
      }),
      invocations: listOf(
        z.object({ endTimeUtc: optionalInstant, executionSuccessful: z.boolean().nullish() }),
      ),
      results: z
        .array(
          z.object({
            ruleId: z.string().min(1),
            level: optionalText,
            message: z.object({ text: optionalText }),
            suppressions: listOf(z.object({ status: optionalText, justification: optionalText })),
          }),
        )
        .nullish(),
      properties: z
        .object({
          imageID: optionalText,
          imageName: optionalText,
          repoTags: listOf(z.string()),
          repoDigests: listOf(z.string()),
        })
        .nullish(),
    }),
  ),
});

type Rule = z.output<typeof rule>;

/** Tools whose runs list vulnerabilities of an image, by the names that they give themselves. */
const scanners = /\b(?:scout|trivy|grype|clair|snyk|anchore)\b/i;

/**
 * SARIF 2.1.0 of a scanner for images: Docker Scout writes no other format of its own. What it says of a
 * package stands in texts for people; where these are missing, the package is `''`.
 *
 * @see https://docs.docker.com/reference/cli/docker/scout/cves/
 */
export const sarif: Adapter = {
  title: 'SARIF',
  recognises: (document) => document['version'] === '2.1.0' && Array.isArray(document['runs']),
  read(document) {
    const { runs } = reportSchema.parse(document);
    const ofScanners = runs.filter(({ tool: { driver } }) =>
      scanners.test(`${driver.name} ${driver.fullName}`),
    );
    if (ofScanners.length === 0) {
      throw new z.ZodError([
        {
          code: 'custom',
          path: ['runs'],
          message: `no run is of a scanner for images that is known, but of: ${runs.map(({ tool }) => tool.driver.name).join(', ') || 'nothing'}`,
          input: undefined,
        },
      ]);
    }
    return {
      vex: [],
      scans: ofScanners.map((run) => {
        const { driver } = run.tool;
        const rules = new Map(driver.rules.map((each) => [each.id, each]));
        const results = (run.results ?? []).map((result, place) => ({ result, place }));
        const hasFailed = run.invocations.some(
          ({ executionSuccessful }) => executionSuccessful === false,
        );
        // A list that is absent is that of a run that looked at nothing.
        const looked = Array.isArray(run.results) && (results.length > 0 || !hasFailed);
        const about = run.properties;
        return {
          scanner: { name: driver.fullName || driver.name, version: driver.version },
          format: 'sarif',
          image: {
            references: [about?.imageName ?? '', ...(about?.repoTags ?? [])].filter(Boolean),
            digests: digestsIn([...(about?.repoDigests ?? []), about?.imageName ?? '']),
            id: digestIn(about?.imageID ?? ''),
          },
          scannedAt: run.invocations[0]?.endTimeUtc ?? null,
          databaseAt: null,
          found: looked
            ? results
                .filter(({ result }) => !isSuppressed(result))
                .map(({ result, place }) =>
                  describe(
                    result,
                    rules.get(result.ruleId),
                    `/runs/${runs.indexOf(run)}/results/${place}`,
                  ),
                )
            : null,
          ...(hasFailed ? { shortcomings: ['run-failed' as const] } : {}),
          suppressed: results
            .filter(({ result }) => isSuppressed(result))
            .map(({ result }) => ({
              id: result.ruleId,
              package: '',
              reason: result.suppressions.map(({ justification }) => justification).join('; '),
            })),
          packages: null,
        };
      }),
    };
  },
};

/** What was asked to be left out and not granted, or not yet, counts. */
const isSuppressed = ({
  suppressions,
}: {
  readonly suppressions: readonly { readonly status: string }[];
}): boolean =>
  suppressions.length > 0 &&
  suppressions.every(({ status }) => status === '' || status === 'accepted');

function describe(
  result: {
    readonly ruleId: string;
    readonly level: string;
    readonly message: { readonly text: string };
  },
  about: Rule | undefined,
  at: string,
): Found {
  const said = `${result.message.text}\n${about?.help?.text ?? ''}`;
  const properties = about?.properties;
  const purl = lineOf(said, /^pkg:/, 'Package') || (properties?.purls[0] ?? properties?.purl ?? '');
  const named = fromPurl(purl);
  const fixed =
    lineOf(said, undefined, 'Fixed Version', 'Fix Version', 'Fixed version') ||
    (properties?.fixed_version ?? '');
  return {
    id: /CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3}/i.exec(result.ruleId)?.[0] ?? result.ruleId,
    aliases: [],
    package: named.name || lineOf(said, undefined, 'Package'),
    version: named.version || lineOf(said, undefined, 'Installed Version', 'Version') || '',
    purl: purl.startsWith('pkg:') ? purl : null,
    fixedIn: /^not fixed$/i.test(fixed) ? null : orNull(fixed),
    severity: severityWord(said, properties, result.level),
    at,
  };
}

function severityWord(said: string, properties: Rule['properties'], level: string): string {
  const word = lineOf(said, undefined, 'Severity') || (properties?.cvssV3_severity ?? '');
  if (word !== '') return word;
  const score = Number(properties?.['security-severity'] ?? Number.NaN);
  return Number.isFinite(score) ? severityOfScore(score) : level;
}

/** What stands behind one of the names on a line of its own, `Severity: HIGH`; `''` when none is there. */
function lineOf(said: string, shape: RegExp | undefined, ...names: readonly string[]): string {
  for (const line of said.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const value = line.slice(colon + 1).trim();
    if (names.includes(line.slice(0, colon).trim()) && (!shape || shape.test(value))) return value;
  }
  return '';
}

/** Name and version in a package URL. */
function fromPurl(purl: string): { readonly name: string; readonly version: string } {
  const [path = ''] = purl.split(/[?#]/);
  const at = path.lastIndexOf('@');
  const full = at < 0 ? path : path.slice(0, at);
  return {
    name: purl.startsWith('pkg:') ? full.slice(full.lastIndexOf('/') + 1) : '',
    version: at < 0 ? '' : path.slice(at + 1),
  };
}
