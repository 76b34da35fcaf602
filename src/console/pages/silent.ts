import { fleetGaps, parkedReadings } from '../../evidence/fleet/query-events.ts';
import { fleetHosts } from '../../evidence/fleet/query-hosts.ts';
import { html } from '../../reporters/html/markup/markup.ts';
import { gapsTable, parkedTable } from '../page/missing.ts';
import type { Content } from '../page/shell.ts';
import type { View } from '../page/view.ts';
import { hostsTable } from './hosts.ts';

const shown = 100;

/** Of what there is no current answer: hosts that are not heard, readings that were put aside, what is missing. */
export async function silentPage(view: View): Promise<Content> {
  const { store, word, to } = view;
  const [alarms, silent, never, parked, gaps] = await Promise.all([
    fleetHosts(store, { condition: 'alarm', limit: shown }),
    fleetHosts(store, { condition: 'silent', limit: shown }),
    fleetHosts(store, { condition: 'never-heard', limit: shown }),
    parkedReadings(store, { limit: shown }),
    fleetGaps(store, { limit: shown }),
  ]);
  const seen = new Set<string>();
  const hosts = [...alarms, ...silent, ...never].filter(({ host }) => {
    const isNew = !seen.has(host);
    seen.add(host);
    return isNew;
  });
  const body = html`
    <section>
      <h2>${word('unclear-hosts')}</h2>
      ${hostsTable(view, hosts)}
      <p class="next">
        <a href="${to('/hosts', { condition: 'alarm' })}">${word('alarm')}</a>
        <a href="${to('/hosts', { condition: 'silent' })}">${word('silent-state')}</a>
        <a href="${to('/hosts', { condition: 'never-heard' })}">${word('never-heard')}</a>
      </p>
    </section>
    <section>
      <h2>${word('parked')}</h2>
      <p class="note">${word('parked-note')}</p>
      ${parkedTable(view, parked)}
    </section>
    <section>
      <h2>${word('missing')}</h2>
      ${gapsTable(view, gaps, false)}
    </section>
  `;
  return { title: word('silent'), body };
}
