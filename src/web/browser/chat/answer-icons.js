// Under an answer: whether it helped, and to copy, share and print it. Small, named for screen readers, no answers among the
// suggested ones.
const answerIcons =
  ({ texts, language, say, notice }) =>
  () =>
  (next) =>
  (request) => {
    const { createElement } = window.WebChat;
    const { activity } = request;
    const about = activity.channelData?.guichet;
    const answers = about?.answer || about?.feedback || activity.attachments?.length > 0;
    if (!answers || about.asking) return next(request);
    const icon = (name, act, extra = '') =>
      createElement(
        'button',
        {
          key: name,
          type: 'button',
          className: `icon ${extra}`,
          'aria-label': texts[name],
          title: texts[name],
          onClick: ({ currentTarget }) => act(currentTarget),
        },
        createElement(
          'svg',
          { viewBox: '0 0 24 24', 'aria-hidden': true, focusable: false },
          createElement('path', { d: iconPaths[name] }),
        ),
      );
    const icons = [
      ...(about.feedback
        ? [icon('helped', () => say(texts.helped), 'rate'), icon('not-helped', () => say(texts['not-helped']), 'rate')]
        : []),
      icon('copy', () => void copyText(wordsOf(activity)).then(() => notice(texts.copied))),
      ...(about.answer
        ? [icon('share', () => void share(`${location.origin}/${language}/answers/${about.answer}`))]
        : []),
      icon('print-answer', printAnswer),
    ];
    return createElement('div', { className: 'answer-icons' }, next(request), ...icons);

    async function share(url) {
      if (navigator.share) return navigator.share({ url }).catch(() => {});
      await copyText(url);
      notice(texts['page-copied']);
    }
  };

function wordsOf({ text, attachments = [] }) {
  return [text, ...attachments.map(({ content }) => content?.fallbackText)].filter(Boolean).join('\n\n');
}

/** A frame may not write to the clipboard by the new way. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

const iconPaths = {
  helped:
    'M2 10h4v11H2zM8 21h9c1 0 2-.6 2.4-1.600l2.400-6c.8-1.900-.5-3.400-2.300-3.400H14l1-5c.2-1.200-.6-2-1.500-2L8 10z',
  'not-helped':
    'M22 14h-4V3h4zM16 3H7c-1 0-2 .6-2.400 1.600l-2.400 6c-.8 1.900.5 3.400 2.300 3.400H10l-1 5c-.2 1.200.6 2 1.500 2L16 14z',
  copy: 'M8 8V3h13v13h-5v5H3V8zm2 0h6v6h3V5h-9zM5 10v9h9v-9z',
  share: 'M11 3l1-1 1 1 4 4-1.500 1.500L13 6v9h-2V6L8.500 8.500 7 7zM4 12h3v2H6v6h12v-6h-1v-2h3v10H4z',
  'print-answer': 'M7 3h10v4H7zM4 8h16a2 2 0 0 1 2 2v7h-4v4H6v-4H2v-7a2 2 0 0 1 2-2zm4 7v4h8v-4z',
};
