// An activity as the chat shows it, in the page's words: its sources folded, whose it is, buttons to print it and to carry it on.
const shownActivity = (() => {
  return (activity, texts) => {
    const about = activity.channelData?.guichet;
    return about ? withButtons(signed(folded(activity, about, texts), texts), about, texts) : activity;
  };

  /** The text ends with its source lines: they are taken off and stand on a card that opens. */
  function folded(activity, { sources }, texts) {
    const end = activity.text.lastIndexOf('\n\n');
    if (!sources?.length || end < 0) return activity;
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: activity.locale,
      body: [],
      actions: [
        {
          type: 'Action.ShowCard',
          title: `${texts.sources} (${sources.length})`,
          card: {
            type: 'AdaptiveCard',
            body: sources.map(({ title, dated, url }) => ({
              type: 'TextBlock',
              wrap: true,
              size: 'Small',
              spacing: 'Small',
              text: `${url ? `[${title.replace(/[[\]]/g, '\\$&')}](${url})` : title}, ${dated}`,
            })),
          },
        },
      ],
    };
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
    return {
      ...activity,
      text: activity.text.slice(0, end),
      attachments: [...(activity.attachments ?? []), attachment],
    };
  }

  /** A colleague is not the program: what a person wrote begins with whose it is, for eyes and screen readers alike. */
  function signed(activity, texts) {
    if (activity.from?.id !== 'desk') return activity;
    return {
      ...activity,
      text: `**${texts['person-says'].replace('{name}', activity.from.name)}**\n\n${activity.text}`,
    };
  }

  /** A quote, a decision or a check-list can be printed by itself; a hand-over carries the conversation to another device. */
  function withButtons(activity, { handover }, texts) {
    const attachments = activity.attachments?.map((attachment) => {
      const { content } = attachment;
      if (!content?.$schema) return attachment;
      const buttons = [
        ...(handover ? [{ type: 'Action.Submit', title: texts['link-make'], data: { guichet: 'link' } }] : []),
        { type: 'Action.Submit', title: texts['print-answer'], data: { guichet: 'print' } },
      ];
      return { ...attachment, content: { ...content, actions: [...(content.actions ?? []), ...buttons] } };
    });
    return attachments ? { ...activity, attachments } : activity;
  }
})();
