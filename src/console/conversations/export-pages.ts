import { stringify } from 'csv-stringify/sync';
import type { ConversationFilter, ListedConversation } from '../../ports/search.ts';
import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { readFilter } from './filter.ts';
import { turnsOf, type Turn } from './turns-of.ts';

type Needed = Pick<Parts, 'search' | 'journal' | 'annotations' | 'current' | 'activities'>;

/** Conversations as files: the list as CSV or JSON lines, a single one as the Bot Framework's `.transcript`. */
export function exportPages(parts: Needed): readonly Page[] {
  const { search, journal, current, activities } = parts;
  return [
    {
      path: '/staff/conversations/export',
      role: 'reviewer',
      show: async (asked) => {
        const format = asked.query.get('format') === 'jsonl' ? 'jsonl' : 'csv';
        const filter = readFilter(asked.query, current().knowledge, asked.person.id);
        await asked.audit('conversation.export', { format });
        const body = format === 'csv' ? csv(parts, filter) : jsonLines(parts, filter);
        const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8';
        return { kind: 'file', name: `conversations-${asked.today}.${format}`, type, body };
      },
    },
    {
      path: '/staff/conversation/export',
      role: 'reviewer',
      show: async (asked) => {
        const id = asked.query.get('id') ?? '';
        if ((await search.find(id)) === null) return { kind: 'missing' };
        await asked.audit('conversation.export', { conversation: id, format: 'transcript' });
        const entries = await journal.read(id, 0, longestTranscript);
        const body = JSON.stringify(activities(entries), null, 2);
        return { kind: 'file', name: `${id.slice(0, 40)}.transcript`, type: 'application/json; charset=utf-8', body };
      },
    },
  ];
}

type Told = { readonly listed: ListedConversation; readonly turn: Turn };

/** Read as it is sent, a page at a time: however much there is, the memory holds little of it. */
async function* turnsIn({ search, journal }: Needed, filter: ConversationFilter): AsyncGenerator<Told> {
  for (let before: number | undefined = undefined; ;) {
    const page: Awaited<ReturnType<Needed['search']['list']>> = await search.list(filter, {
      limit: pageSize,
      ...(before !== undefined && { before }),
    });
    for (const listed of page.conversations) {
      const entries = await journal.read(listed.conversation, 0, longestTranscript);
      for (const turn of turnsOf(entries)) yield { listed, turn };
    }
    before = page.conversations.at(-1)?.number;
    if (!page.older || before === undefined) return;
  }
}

async function* csv(parts: Needed, filter: ConversationFilter): AsyncGenerator<string> {
  // A spreadsheet would run a cell that begins as a formula: what students write is text.
  const line = (cells: readonly unknown[]): string => stringify([[...cells]], { escape_formulas: true });
  yield `\uFEFF${line(columns)}`;
  for await (const { listed, turn } of turnsIn(parts, filter)) {
    const { trace } = turn;
    yield line([
      listed.conversation,
      turn.position,
      turn.at,
      listed.channel,
      trace?.language ?? '',
      trace?.decision ?? '',
      trace?.intent ?? '',
      trace?.score ?? '',
      turn.heard?.text ?? '',
      turn.said.map(({ text }) => text).join('\n\n'),
      trace?.sources.join(' ') ?? '',
      trace?.knowledge ?? '',
    ]);
  }
}

async function* jsonLines(parts: Needed, filter: ConversationFilter): AsyncGenerator<string> {
  for await (const { listed, turn } of turnsIn(parts, filter)) {
    const { conversation, channel } = listed;
    const { position, at, trace } = turn;
    const replies = turn.said.map(({ text }) => text);
    yield `${JSON.stringify({ conversation, position, at, channel, text: turn.heard?.text ?? null, replies, trace })}\n`;
  }
}

const columns = [
  ...['conversation', 'position', 'at', 'channel', 'language', 'decision', 'topic', 'score', 'question', 'reply'],
  ...['sources', 'knowledge'],
];
const pageSize = 100;
const longestTranscript = 10_000;
