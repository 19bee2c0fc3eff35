import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { hasLoopbackHost } from './loopback-host.ts';
import type { Outside } from './origin.ts';

/** Whether doors that ask nobody who they are may be open to this machine at all: not where the outside is let in. */
export function servesOutside({ publicUrl, trustProxy }: Outside): boolean {
  return publicUrl !== null || trustProxy;
}

/**
 * Whether a program on this machine speaks to this machine. A connection from here does not say that by itself: a proxy on
 * this machine passes on what strangers send, and a browser on it what their pages send, under whatever name they had it look
 * up (DNS rebinding). So it has to be called by this machine's own name, by no page but our own, and through no proxy.
 */
export function isFromThisMachine(req: IncomingMessage, outside: Outside): boolean {
  return (
    !servesOutside(outside) &&
    isLoopback(req.socket.remoteAddress ?? '') &&
    hasLoopbackHost(req) &&
    !isFromForeignPage(req) &&
    !cameThroughProxy(req)
  );
}

/** An address by which this machine alone is reached. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}

/** `Origin: null` is a page that hides where it is from. */
function isFromForeignPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && origin !== `http://${host ?? ''}`;
}

/** HTTP/1.0 is what nginx speaks to what stands behind it when it was told nothing else; programs of today do not. */
function cameThroughProxy({ headers, httpVersion }: IncomingMessage): boolean {
  return httpVersion === '1.0' || Object.keys(headers).some((name) => ofProxies.test(name));
}

/** The headers by which proxies, load balancers and content networks say for whom they ask. */
const ofProxies = new RegExp(
  `^(?:${[
    'forwarded(?:-.*)?',
    'via',
    'max-forwards',
    'x-forwarded(?:-.*)?',
    'x-original-.*',
    'x-real-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'x-remote-.*',
    'x-proxy.*',
    'x-scheme',
    'x-host',
    '(?:wl-)?proxy-.*',
    'client-ip',
    'true-client-ip',
    'remote-addr',
    'cf-.*',
    'cdn-.*',
    'fastly-.*',
    'fly-.*',
    'x-(?:amzn|amz-cf|appengine|arr|azure|envoy|fastly|nf|varnish|vercel)(?:-.*)?',
  ].join('|')})$`,
);
