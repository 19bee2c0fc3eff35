// What the chat uses of Microsoft's Web Chat, and nothing else: the component with Adaptive Cards and Markdown, and its store.
// `npm run -s webchat` packs it.
import ReactWebChat from 'botframework-webchat/src/FullReactWebChat.tsx';
import { createStore } from 'botframework-webchat-core';
import { createElement } from 'react';
import { render } from 'react-dom';

globalThis.WebChat = {
  createElement,
  createStore,
  renderWebChat: (properties, place) => render(createElement(ReactWebChat, properties), place),
};
