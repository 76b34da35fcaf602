import { PlimsollError } from '../../core/errors.ts';
import { fleetCheckpoints } from '../../evidence/fleet/query-events.ts';
import { readingAt, rebuildSnapshot } from '../../evidence/fleet/rebuild.ts';
import { html, type Fragment } from '../../reporters/html/markup/markup.ts';
import type { Ask } from '../page/ask.ts';
import { asking, field } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { tableOf } from '../page/table.ts';
import { addressOf, type View } from '../page/view.ts';
import type { FleetReader } from '../../evidence/fleet/open-fleet-store.ts';
import { jsonText } from '../../syntax/json/json-text.ts';

/** Makes a bundle of a host as it was at an instant, as a scan does. */
export type BundleMaker = (
  host: string,
  at: string | undefined,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;

/** What can be downloaded of a host. */
export const evidenceKinds = ['reading', 'snapshot', 'bundle'] as const;

/** One of {@link evidenceKinds}. */
export type EvidenceKind = (typeof evidenceKinds)[number];

const isMissing = (error: unknown): boolean =>
  error instanceof PlimsollError && error.code === 'ledger-entry-unknown';

/** Evidence of a host at a time, to download, and the checkpoints that hold it. */
export async function evidencePage(
  view: View,
  { host, at }: Ask,
  hasBundles: boolean,
): Promise<Content> {
  const { store, word, say, date } = view;
  const checkpoints = await fleetCheckpoints(store, 24);
  const body = html`
    <p class="note">${word('evidence-note')}</p>
    ${asking(
      view,
      '/evidence',
      word('wanted-evidence'),
      [field('host', word('host'), host), field('at', word('evidence-at'), at)],
      word('wanted-evidence'),
    )}
    ${host === undefined ? undefined : await downloads(view, host, at, hasBundles)}
    <section>
      <h2>${word('checkpoints')}</h2>
      ${tableOf(
        view,
        word('checkpoints'),
        [word('at'), word('hosts'), word('ledger-entry'), word('checkpoint-root')],
        checkpoints.map((each) => [
          date(each.at),
          say.number(each.hosts),
          String(each.ledger_seq),
          html`<code>${each.root}</code>`,
        ]),
      )}
    </section>
  `;
  return { title: word('evidence'), body };
}

async function downloads(
  { store, word, date, at: addressAt }: View,
  host: string,
  at: string | undefined,
  hasBundles: boolean,
): Promise<Fragment> {
  const reading = await readingAt(store, host, at).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!reading) return html`<p class="note">${word('evidence-none')}</p>`;
  const { seq, statement } = reading;
  const kinds = evidenceKinds.filter((each) => each !== 'bundle' || hasBundles);
  const path = (kind: string): string =>
    addressAt(
      addressOf(`/evidence/${encodeURIComponent(host)}/${kind}`, { at: statement.collectedAt }),
    );
  return html`<dl class="facts">
      <dt>${word('host')}</dt>
      <dd>${host}</dd>
      <dt>${word('reading')}</dt>
      <dd>${seq}</dd>
      <dt>${word('last-reading')}</dt>
      <dd>${date(statement.collectedAt)} <small>${statement.collectedAt}</small></dd>
      <dt>${word('checkpoint-root')}</dt>
      <dd><code>${statement.root}</code></dd>
    </dl>
    <ul class="plain-list actions">
      ${kinds.map((kind) => html`<li><a href="${path(kind)}" download>${word(`evidence-${kind}`)}</a></li>`)}
    </ul>`;
}

/** A file of evidence; `undefined` where there is none. */
export async function evidenceFile(
  store: FleetReader,
  kind: EvidenceKind,
  { host, at }: { readonly host: string; readonly at: string | undefined },
  makeBundle: BundleMaker | undefined,
): Promise<
  | {
      readonly name: string;
      readonly type: string;
      readonly body: string | Uint8Array<ArrayBuffer>;
    }
  | undefined
> {
  try {
    if (kind === 'bundle') {
      const bundle = await makeBundle?.(host, at);
      const name = bundle?.name.replaceAll(/[^\w.-]/g, '_') ?? '';
      return bundle && { name, type: 'application/zip', body: bundle.bytes };
    }
    const type = 'application/json';
    if (kind === 'reading') {
      const { seq, envelope } = await readingAt(store, host, at);
      return {
        name: `${host}-${seq}.dsse.json`,
        type,
        body: jsonText(envelope, 2),
      };
    }
    const { snapshot, reading } = await rebuildSnapshot(store, host, at);
    const name = `${host}-${reading.seq}.snapshot.json`;
    return { name, type, body: jsonText(snapshot, 2) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
