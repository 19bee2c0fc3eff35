import { expect, test } from 'vitest';
import { networkOf } from '../../src/http/network-of.ts';

test.each([
  ['an IPv4 address is a network of its own', '192.0.2.1', '192.0.2.1'],
  ['IPv4 written as IPv6 is IPv4', '::ffff:192.0.2.1', '192.0.2.1'],
  ['also in hexadecimal', '::FFFF:c000:201', '192.0.2.1'],
  ['also in full', '0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
  ['of IPv6 the first 64 bits', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['in whatever spelling', '2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['with zeros left out', '2001:db8::1', '2001:db8::/64'],
  ['with a zone', 'fe80::1%eth0', 'fe80::/64'],
  ['in brackets', '[2001:db8::1]', '2001:db8::/64'],
  ['loopback', '::1', '::/64'],
  ['with IPv4 at its end', '64:ff9b::192.0.2.1', '64:ff9b::/64'],
  ['what is no address is in none', 'unknown', null],
  ['nothing is in none', '', null],
])('%s: %s', (_, address, network) => {
  expect(networkOf(address)).toBe(network);
});
