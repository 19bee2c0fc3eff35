// A card as screen readers are told of it when it comes: its headings, rows and lists, in order; what is folded is found later.
// Web Chat itself says only how many attachments there are.
const spokenCard =
  () =>
  (next) =>
  (...given) => {
    const [{ attachment }] = given;
    if (!/adaptive$/.test(attachment?.contentType ?? '')) return next(...given);
    return () => window.WebChat.createElement('div', {}, ...(attachment.content.body ?? []).map(spokenPart));
  };

function spokenPart(part, key) {
  const { createElement } = window.WebChat;
  const texts = (blocks) =>
    blocks.map(({ text, items = [], columns = [] }) => text ?? texts([...columns, ...items])).flat();
  if (part.type === 'FactSet')
    return createElement('ul', { key }, ...part.facts.map(({ title, value }, at) => listed(`${title}: ${value}`, at)));
  if (part.type === 'ColumnSet') return createElement('p', { key }, texts([part]).map(withoutMarks).join(', '));
  if (part.type !== 'TextBlock') return null;
  if (part.style === 'heading') return createElement('h3', { key }, part.text);
  const [, mark] = /^(- |\d+\. )/.exec(part.text) ?? [];
  if (!mark) return createElement('p', { key }, withoutMarks(part.text));
  const items = part.text.split('\n').map((line, at) => listed(line.replace(/^(- |\d+\. )/, ''), at));
  return createElement(mark === '- ' ? 'ul' : 'ol', { key }, ...items);
}

function listed(text, key) {
  return window.WebChat.createElement('li', { key }, withoutMarks(text));
}

/** Markdown's bold and links as words. */
function withoutMarks(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('**', '');
}

/** Web Chat's words that do not hold here: a card is read, not counted, and the suggested answers are the page's own. */
const wordsThatHold = (texts) => (strings) => ({
  ...strings,
  ...Object.fromEntries(
    // Empty, its own words would stand in.
    ['FEW', 'MANY', 'ONE', 'OTHER', 'TWO'].map((many) => [`ACTIVITY_NUM_ATTACHMENTS_${many}_ALT`, ' ']),
  ),
  ACTIVITY_BOT_ATTACHED_ALT: ' ',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: texts.suggested,
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: texts.suggested,
});
