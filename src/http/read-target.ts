import type { IncomingMessage } from 'node:http';

/**
 * Brings host and target of a request into the one form that everything below reads: `Host: name[:port]`, target `/path?query`.
 * A target that names its host as well (`GET http://desk.example/x`, RFC 9112, 3.2.2) is taken apart. False for what is
 * neither: restify would build a URL of it, and its failure would end the process (restify issue 2011).
 */
export function readTarget(req: IncomingMessage): boolean {
  if (isAbsolute(req.url)) {
    if (!URL.canParse(req.url)) return false;
    const { host, pathname, search } = new URL(req.url);
    req.headers.host = host;
    req.url = pathname + search;
  }
  const { url = '', headers } = req;
  if (url === '*') return req.method === 'OPTIONS' && isHost(headers.host ?? 'localhost');
  return url.startsWith('/') && oneHost(req) && isHost(headers.host ?? 'localhost') && URL.canParse(`http://h${url}`);
}

function isAbsolute(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

/** Two hosts are two opinions of who was asked: Node keeps the first, a proxy may have gone by the second. */
function oneHost({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length <= 1;
}

/** A name or an address of letters, digits, dots and hyphens, with a port or without, of which a URL can be made. */
function isHost(host: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d*)?$/i.test(host) && URL.canParse(`http://${host}/`);
}
