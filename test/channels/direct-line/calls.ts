/** Direct Line by hand: one call, its status and its body. */
export type Called = { readonly status: number; readonly body: Body; readonly headers: Headers };

type Body = {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
  readonly link: string;
  readonly streamUrl: string;
  readonly id: string;
  readonly watermark: string;
  readonly activities: readonly Activity[];
  readonly error?: { readonly code: string; readonly message: string };
};

type Activity = {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string };
};

export async function call(
  url: string,
  method: 'GET' | 'POST' | 'OPTIONS',
  options: { readonly bearer?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Called> {
  const { bearer, body, headers } = options;
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text === '' ? '{}' : text) as Body, headers: response.headers };
}

/** A conversation that has begun, by token, as `user`. */
export async function begin(root: string, secret: string, user = 'ann'): Promise<{ token: string; at: string }> {
  const generated = await call(`${root}/tokens/generate`, 'POST', { bearer: secret, body: { user: { id: user } } });
  const started = await call(`${root}/conversations`, 'POST', { bearer: generated.body.token, body: {} });
  return { token: started.body.token, at: `${root}/conversations/${started.body.conversationId}` };
}
