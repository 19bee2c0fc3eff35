// The health check of the image: done with 0 once messages are taken. The picture has neither curl nor wget.
const { PORT = '3978' } = process.env;
const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exitCode = answer?.ok === true ? 0 : 1;
