import { PlimsollError } from '../../../core/errors.ts';
import type { CollectOptions } from '../../gathering/collector-result.ts';
import { gatherScans, type GatheredScans } from '../reports/gather-scans.ts';
import { readReport } from '../reports/read-report.ts';
import { askClair, type ClairServer } from './ask-clair.ts';
import { databaseDate } from './database-date.ts';
import { text } from '../../../core/text.ts';

const endpoint = '/matcher/api/v1/vulnerability_report/';

/**
 * Asks a Clair server for its report of each image, by digest; with GET alone, so that none is indexed that
 * was not before. An image that it does not know has no scan, and what could not be asked is a gap.
 */
export function collectClair(
  id: string,
  server: ClairServer,
  digests: readonly string[],
  now: string,
  onProgress?: CollectOptions['onProgress'],
): Promise<GatheredScans> {
  let date: Promise<string | null> | undefined;
  return gatherScans(
    {
      id,
      name: 'Clair',
      access:
        server.token === undefined
          ? text('GET without a token', 'GET 请求，未使用令牌')
          : text('GET with a token', 'GET 请求，使用令牌'),
      source: { kind: 'api', endpoint: `GET ${endpoint}{digest}`, pointer: '' },
      // Each report is work for the server.
      atOnce: 4,
      ...(onProgress ? { onProgress } : {}),
      async ask(digest) {
        const databaseAt = await (date ??= databaseDate(server));
        const body = await askClair(server, `${endpoint}${digest}`);
        if (body === null) return null;
        const scan = readReport(body, `The report of ${digest}`, now).scans[0];
        if (scan?.format === 'clair' && scan.image.digests.includes(digest)) {
          return { ...scan, databaseAt };
        }
        throw new PlimsollError(
          'scan-report-invalid',
          text(
            'Clair answered with something else than its report of the image asked for.',
            'Clair 的应答不是所请求镜像的报告。',
          ),
        );
      },
    },
    digests,
  );
}
