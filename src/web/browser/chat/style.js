/** Web Chat is styled by values, not by the page's sheet: the page's own colours are read and handed on. */
const styleOfPage = (calm) => {
  const of = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const bubble = { bubbleBorderRadius: 14, bubbleFromUserBorderRadius: 14 };
  return {
    ...bubble,
    accent: of('accent'),
    subtle: of('quiet'),
    backgroundColor: of('paper'),
    primaryFont: of('font'),
    bubbleBackground: of('said'),
    bubbleTextColor: of('ink'),
    bubbleBorderColor: of('line'),
    bubbleFromUserBackground: of('accent'),
    bubbleFromUserTextColor: of('on-accent'),
    bubbleFromUserBorderColor: of('accent'),
    bubbleMaxWidth: 620,
    cardEmphasisBackgroundColor: of('paper'),
    // Replies are Markdown; a reply that quotes HTML shows it as text.
    markdownRenderHTML: false,
    messageActivityWordBreak: 'break-word',
    hideUploadButton: true,
    // The page's own box sends, queues and suggests.
    hideSendBox: true,
    hideToaster: true,
    // What is below is read next: no button lies over it.
    scrollToEndButtonBehavior: false,
    // What waits is said by the page.
    sendTimeout: 2_000_000_000,
    timestampColor: of('quiet'),
    transcriptOverlayButtonBackground: of('accent'),
    transcriptOverlayButtonColor: of('on-accent'),
    botAvatarBackgroundColor: of('accent'),
    // The initials are what a screen reader calls the bot; the image covers them.
    botAvatarInitials: 'Guichet',
    botAvatarImage: document.querySelector('link[rel="icon"]').href,
    avatarSize: 28,
    spinnerAnimationBackgroundImage: calm.matches ? 'none' : undefined,
  };
};
