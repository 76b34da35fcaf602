import { createServer, type Server } from 'node:http';
import { scan } from 'plimsoll/collect';

/** What failed in a saved snapshot; the address of an engine, or a `Dockerode` as `{ docker }`, would be read instead. */
async function findFailures(file: string): Promise<object> {
  const { assessment } = await scan(file, { frameworks: ['nist-800-190'] });
  const { findings, summary } = assessment;
  const failures = findings
    .filter(({ status, waiver }) => status === 'fail' && waiver === undefined)
    .map(({ controlId, severity, subject, message, observations }) => ({
      controlId,
      severity,
      subject: subject.name,
      message: message.en,
      read: observations.map(({ source }) => source),
    }));
  return { tally: summary.tally, failures };
}

/** Answers `GET /failures` with what failed, and where each was read. */
export function serve(file: string): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method !== 'GET' || request.url !== '/failures') {
      answer(404, { error: 'There is nothing but GET /failures.' });
      return;
    }
    findFailures(file)
      .then((failures) => answer(200, failures))
      .catch((error: unknown) => answer(500, { error: String(error) }));
  });
}

const [, , file, port = '8080'] = process.argv;
if (file !== undefined && import.meta.filename === process.argv[1]) {
  serve(file).listen(Number(port), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${port}/failures`);
  });
}
