import { z } from 'zod';
import { manifestOf, type Manifest } from '../../core/fleet/manifest.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';

const kept = z.array(z.tuple([z.string(), z.string(), z.string(), z.string()]));

/** Reads a manifest that was kept. */
export const parseManifest = (text: string): Manifest =>
  manifestOf(
    kept.parse(parseJsonText(text)).map(([kind, target, id, hash]) => ({ kind, target, id, hash })),
  );
