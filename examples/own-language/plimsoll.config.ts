import { definePlimsollConfig } from 'plimsoll';
import { german } from './german.ts';

export default definePlimsollConfig({ locales: [german] });
