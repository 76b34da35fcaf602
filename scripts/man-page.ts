import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manPage } from './man-text.ts';

// The manual page, made of the help of every command, beside what is built.
writeFileSync(path.join(import.meta.dirname, '../dist/plimsoll.1'), await manPage());
