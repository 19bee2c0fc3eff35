import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What limits count by: an IPv4 address, or the /64 of an IPv6 address, which is the least that one customer gets. An IPv4
 * address written as IPv6 (`::ffff:192.0.2.1`, as Node names it on a socket of both kinds) is that IPv4 address. Null for
 * what is no address.
 */
export function networkOf(address: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  if (isIP(bare) === 0) return null;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
