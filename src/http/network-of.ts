import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, as limits count it: an IPv4 address whole, of an IPv6 address the first 64 bits, since
 * one person has 2^64 of the rest. IPv4 written as IPv6 (`::ffff:192.0.2.1`) is IPv4. What is no address counts as it is written.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.replace(/^\[(.*)\]$/, '$1').split('%');
  if (isIPv4(bare) || !isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return groups.slice(6).flatMap(bytesOf).join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight groups of sixteen bits of a valid IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [before = [], after = []] = address.split('::').map(groupsIn);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function groupsIn(part: string): number[] {
  return part.split(':').flatMap((group) => {
    if (group === '') return [];
    if (!isIPv4(group)) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function bytesOf(group: number): readonly [number, number] {
  return [group >> 8, group & 0xff];
}
