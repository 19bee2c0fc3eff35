/** What goes with every 503 (RFC 9110, 10.2.3), in seconds: a restart of the database takes one or two. */
export const retryAfter = '2';
