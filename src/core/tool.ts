import { name, version } from '../../package.json';

/** This package, as snapshots and assessments name what made them. */
export const tool: { readonly name: string; readonly version: string } = { name, version };
