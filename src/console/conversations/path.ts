/** Where a conversation's transcript stands; `position` leads to one message of it. */
export function transcriptPath(conversation: string, position?: number): string {
  const query = new URLSearchParams({ id: conversation }).toString();
  return `/staff/conversation?${query}${position === undefined ? '' : `#m${position}`}`;
}
