import { z } from 'zod';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { optionalInstant } from '../adapters/report-shapes.ts';

const versionSchema = z.object({
  VulnerabilityDB: z.object({ UpdatedAt: optionalInstant }).nullish(),
});

/** What asks Trivy for its version, and that of its database. */
export const trivyVersion = ['version', '--format', 'json'] as const;

/**
 * When Trivy's list of vulnerabilities was made. Its reports do not tell, and the program does; `null` when it does not either.
 *
 * @param run runs Trivy with words
 * @throws PlimsollError `scan-aborted`
 */
export async function trivyDatabase(
  run: (words: readonly string[]) => Promise<Uint8Array>,
): Promise<string | null> {
  try {
    const said: unknown = parseJsonText(new TextDecoder().decode(await run(trivyVersion)));
    return versionSchema.safeParse(said).data?.VulnerabilityDB?.UpdatedAt ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (error instanceof PlimsollError && error.code !== 'scan-aborted') return null;
    throw error;
  }
}
