import { fields, mapOf } from './maps.ts';
import { namedOr } from './names-or-map.ts';
import { set } from './sets.ts';
import { number, text, textOrNumber } from './scalars.ts';

const attachment = fields({
  aliases: set,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: set,
  gw_priority: number,
  mac_address: text,
  driver_opts: mapOf(textOrNumber),
  priority: number,
});

/** The networks that a service is on, by name. */
export const attachments = namedOr(mapOf(attachment, { allowsNothing: true }), null);
