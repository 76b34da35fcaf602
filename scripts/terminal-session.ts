import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordSession } from './session/record.ts';
import { toCast } from './session/cast.ts';
import { toSvg } from './session/svg.ts';

// Runs the commands of the session and writes what they print: as an asciicast, and as a picture for the README.
// test/tooling/terminal-session.test.ts fails when this was forgotten. Build first: npm run build
const docs = path.join(import.meta.dirname, '../docs');
const session = recordSession();
writeFileSync(path.join(docs, 'session.cast'), toCast(session));
writeFileSync(path.join(docs, 'session.svg'), toSvg(session));
