import { createHash } from 'node:crypto';
import { tar, type MadeEntry } from './tar.ts';

const digestOf = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The parts of an OCI layout with one image for this platform, one for another that is not there, and an attestation. */
export function ociLayout(
  layers: readonly (readonly MadeEntry[])[],
  pack: (layer: Buffer) => Buffer = (layer) => layer,
): readonly MadeEntry[] {
  const tars = layers.map(tar);
  const packed = tars.map(pack);
  const parts: MadeEntry[] = [];
  const blob = (body: Buffer, mediaType: string) => {
    const digest = digestOf(body);
    parts.push({ name: `blobs/${digest.replace(':', '/')}`, body });
    return { mediaType: `application/vnd.oci.image.${mediaType}`, digest, size: body.length };
  };
  const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
  const config = blob(
    json({
      created: '2026-11-01T00:00:00Z',
      os: 'linux',
      architecture: 'amd64',
      config: { User: '1000' },
      rootfs: { type: 'layers', diff_ids: tars.map(digestOf) },
      history: tars.map((_, at) => ({ created_by: `COPY ${at} /` })),
    }),
    'config.v1+json',
  );
  const described = packed.map((layer) => blob(layer, 'layer.v1.tar'));
  const manifest = blob(json({ schemaVersion: 2, config, layers: described }), 'manifest.v1+json');
  const statement = blob(json({ config, layers: [] }), 'manifest.v1+json');
  const elsewhere = { ...manifest, digest: `sha256:${'0'.repeat(64)}` };
  const index = blob(
    json({
      schemaVersion: 2,
      manifests: [
        { ...manifest, platform: { os: 'linux', architecture: 'amd64' } },
        { ...elsewhere, platform: { os: 'linux', architecture: 'arm64' } },
        {
          ...statement,
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
        },
      ],
    }),
    'index.v1+json',
  );
  const named = { ...index, annotations: { 'io.containerd.image.name': 'shop/web:1' } };
  return [
    { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
    { name: 'index.json', body: json({ schemaVersion: 2, manifests: [named] }) },
    ...parts,
  ];
}
